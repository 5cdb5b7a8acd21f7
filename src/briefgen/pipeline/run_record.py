"""A run that is asked for what the last one was, with every input byte the same: nothing is parsed.

What the last run said is said again, word for word, and its files stay as they are.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
from contextlib import suppress
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from briefgen.pipeline.exit_codes import ExitCode
from briefgen.pipeline.exit_of_run import exit_code
from briefgen.pipeline.fingerprint import code_mark
from briefgen.pipeline.run_order import Made
from briefgen.publish import digest_at, folders_in, moment
from briefgen.records import dataclass, field, replace
from briefgen.world import answers_alike

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.pipeline.run_order import Evidence, Order, Result
    from briefgen.world import Outputs, Stamp, World

_PASSING = ("BG405", "BG502", "BG601", "BG605", "BG606", "BG607", "BG610", "BG8", "BG9")
"""How codes begin of what may be otherwise in the next run though no input is: limits of time among them."""
_PASSING_BY = frozenset({"force", "prune"})
"""Fields of an order that a run does not come back to."""
_KEPT = 20
"""Records of runs, the newest: each day that is asked for makes another one."""


@dataclass(frozen=True, slots=True)
class RunWords:
    """What a run says, word for word."""

    out: str = ""
    """For machines, on standard output."""
    lines: tuple[str, ...] = ()
    """Problems as people read them, without colours."""
    counts: str = ""
    """How many there are, in words."""
    reports: Mapping[str, str] = field(default_factory=dict)
    """Ending of a file's name → what stands in a report of that form."""


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run that comes to what the last one came to."""

    briefs: tuple[Made, ...]
    told: RunWords
    code: ExitCode


def unchanged_run(world: World, order: Order, asked: str) -> KeptRun | None:
    """What the same run came to before, told in the way that is `asked` for.

    None where anything is otherwise, or a killed run left something to end.
    """
    outputs, places = world.outputs, order.places
    if order.force or order.prune:
        return None
    try:
        if outputs.stamp(places.journal) or outputs.names(places.staging) or outputs.names(places.owners_staging):
            return None
        said = json.loads(outputs.read(_path(order, asked)))
        is_same = said["code"] == _mark() and _are_as_left(said, order, outputs) and _are_as_read(said, world)
        return _kept_run(said) if is_same else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # whatever is wrong with the record of a run, the run is made anew


def is_kept(order: Order, outputs: Outputs) -> bool:
    """Whether there is anything that a run could come back to."""
    try:
        return not order.force and not order.prune and bool(outputs.names(_folder(order)))
    except OSError:  # told by the run itself, which asks there too
        return False


def last_run(order: Order, asked: str, outputs: Outputs) -> KeptRun | None:
    """What the same run came to before, for whoever knows that nothing is otherwise; None where there is no record."""
    try:
        return _kept_run(json.loads(outputs.read(_path(order, asked))))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _kept_run(said: Mapping[str, Any]) -> KeptRun:
    briefs = (
        Made(str(slug), str(reader), tuple(map(str, files)), failed=bool(failed), is_current=not failed)
        for slug, reader, files, failed in said["briefs"]
    )
    told = said["told"]
    reports = {str(ending): str(text) for ending, text in told["reports"].items()}
    lines = tuple(map(str, told["lines"]))
    return KeptRun(
        tuple(briefs), RunWords(str(told["out"]), lines, str(told["counts"]), reports), ExitCode(said["exit"])
    )


def as_before(result: Result) -> Result:
    """What a run comes to when it is come back to: what was made is as it was."""
    return replace(result, briefs=[made if made.failed else replace(made, is_current=True) for made in result.briefs])


def keep_run(order: Order, asked: str, result: Result, told: RunWords, world: World) -> None:
    """Remember a run; one that came upon a fault of the surroundings, or of ours, is not worth it."""
    if result.traceback or any(problem.code.startswith(_PASSING) for problem in result.report.diagnostics):
        return
    if result.evidence:
        with suppress(OSError):  # the next run does without
            _keep(order, asked, result, result.evidence, told, world)
        with suppress(OSError):
            world.outputs.clear(order.places.owners_staging)


def _keep(order: Order, asked: str, result: Result, left: Evidence, told: RunWords, world: World) -> None:
    outputs = world.outputs
    path, waiting = _path(order, asked), f"{order.places.owners_staging}/run.new"
    now = moment(waiting, outputs)
    stamps = {path: stamp for path in left.files if (stamp := outputs.stamp(path))}
    if any(digest_at(path, outputs) != digest for path, digest in left.files.items()):
        return  # somebody was faster
    said = {
        "code": _mark(),
        "files": stamps,
        "unsettled": {path: left.files[path] for path, stamp in stamps.items() if not (now and stamp.is_settled(now))},
        "folders": left.folders,
        "inputs": _settled_inputs(left, world),
        "answers": dict(left.answers),
        "briefs": [[made.relation, made.audience, made.files, made.failed] for made in result.briefs],
        "exit": exit_code(result, making=True),
        "told": asdict(told),
    }
    outputs.append(waiting, json.dumps(said, separators=(",", ":")).encode("ascii"))
    outputs.move(waiting, path)
    _forget(posixpath.dirname(path), outputs)


def _settled_inputs(left: Evidence, world: World) -> dict[str, Stamp]:
    """Files that nobody has touched since before the run: for those, their stamps stand for their bytes."""
    now = zip(left.met.items(), world.stamps(list(left.met)), strict=True)
    kept = {path: stamp for (path, then), stamp in now if stamp and stamp == then}
    return {path: stamp for path, stamp in kept.items() if left.began and stamp.is_settled(left.began)}


def _are_as_left(said: Mapping[str, Any], order: Order, outputs: Outputs) -> bool:
    """Whether each file is the one that was left; what its times cannot tell for sure, its bytes do."""
    return (
        folders_in(order.places.output, outputs) == said["folders"]
        and all(outputs.stamp(path) == tuple(stamp) for path, stamp in said["files"].items())
        and all(digest_at(path, outputs) == digest for path, digest in said["unsettled"].items())
    )


def _are_as_read(said: Mapping[str, Any], world: World) -> bool:
    """Whether the world gives the answers that it gave then; the bytes of a file with the same stamp are the same."""
    known = {path: tuple(stamp) for path, stamp in said["inputs"].items()}
    found = zip(known, world.stamps(list(known)), strict=True)
    return answers_alike(world, said["answers"], {path for path, stamp in found if stamp == known[path]})


def _forget(folder: str, outputs: Outputs) -> None:
    """Take the oldest records away."""
    paths = [f"{folder}/{name}" for name in outputs.names(folder)]
    by_age = sorted(paths, key=lambda path: stamp.modified if (stamp := outputs.stamp(path)) else 0)
    for path in by_age[:-_KEPT]:
        outputs.remove(path)


def _path(order: Order, asked: str) -> str:
    """Of the record of a run: one for each thing that can be asked for."""
    options = [f"{field.name}={getattr(order, field.name)}" for field in fields(order) if field.name not in _PASSING_BY]
    name = hashlib.sha256("\0".join([*options, asked]).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{_folder(order)}/{name}.json"


def _folder(order: Order) -> str:
    return f"{order.places.owners}/runs"


def _mark() -> str:
    return hashlib.sha256(code_mark().encode()).hexdigest()
