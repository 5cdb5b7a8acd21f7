"""A run that is asked for what the last one was, with every input byte the same: nothing is parsed.

What the last run said is said again, and its files stay as they are. It holds only where each of them still has the
size and the time that it was left with.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields
from typing import TYPE_CHECKING

from briefgen.diagnostics import Report
from briefgen.pipeline.fingerprint import code_mark
from briefgen.pipeline.product_json import diagnostics_json, diagnostics_of
from briefgen.pipeline.run_order import Made, Result
from briefgen.publish import digest_at, digest_of
from briefgen.world import answers_alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefgen.pipeline.run_order import Order
    from briefgen.publish import Publication
    from briefgen.world import Outputs, World

_PASSING = ("BG601", "BG605", "BG606", "BG607", "BG610", "BG8", "BG9")
"""How codes begin of what may be otherwise in the next run though no input is."""
_PASSING_BY = frozenset({"force", "prune"})
"""Fields of an order that a run does not come back to."""


def unchanged_run(world: World, order: Order) -> Result | None:
    """What the same run came to before; None where anything is otherwise, or a killed run left something to end."""
    outputs, places = world.outputs, order.places
    if order.force or order.prune:
        return None
    try:
        if outputs.stamp(places.journal) is not None:
            return None
        said = json.loads(outputs.read(_path(order)))
        if said["code"] != _mark() or not _are_as_left(said["files"], outputs):
            return None
        if not answers_alike(world, said["answers"]):
            return None
        result = Result(Report(strict=order.strict))
        result.report.extend(diagnostics_of(said["said"]))
        result.briefs.extend(
            Made(str(slug), str(reader), tuple(map(str, files)), failed=bool(failed), is_current=not failed)
            for slug, reader, files, failed in said["briefs"]
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # whatever is wrong with the record of a run, the run is made anew
    return result


def keep_run(order: Order, answers: Mapping[str, str], result: Result, publication: Publication) -> None:
    """Remember a run; one that came upon a fault of the surroundings, or of ours, is not worth it."""
    if result.traceback or any(told.code.startswith(_PASSING) for told in result.report.diagnostics):
        return
    outputs, places = publication.outputs, order.places
    paths = [
        places.manifest,
        *(file.path for record in publication.briefs.values() for file in (*record.files.values(), *record.records)),
    ]
    said = {
        "code": _mark(),
        "files": {path: outputs.stamp(path) for path in paths},
        "answers": dict(answers),
        "said": diagnostics_json(result.report.diagnostics),
        "briefs": [[made.relation, made.audience, made.files, made.failed] for made in result.briefs],
    }
    data = json.dumps(said, separators=(",", ":")).encode("ascii")
    path, waiting = _path(order), f"{places.owners_staging}/run.new"
    if digest_at(path, outputs) == digest_of(data):
        return
    outputs.remove(waiting)
    outputs.create(waiting, data)
    outputs.move(waiting, path)
    outputs.clear(places.owners_staging)


def _are_as_left(files: Mapping[str, Iterable[int]], outputs: Outputs) -> bool:
    return all(outputs.stamp(path) == tuple(stamp) for path, stamp in files.items())


def _path(order: Order) -> str:
    """Of the record of a run: one for each thing that can be asked for."""
    asked = [f"{field.name}={getattr(order, field.name)}" for field in fields(order) if field.name not in _PASSING_BY]
    name = hashlib.sha256("\0".join(asked).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{order.places.owners}/runs/{name}.json"


def _mark() -> str:
    return hashlib.sha256(code_mark().encode()).hexdigest()
