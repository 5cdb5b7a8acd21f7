"""Two editions of a brief as one file with tracked changes, as far as its audience may still read the older one.

A redline says again what the older edition said. So nothing goes into one that is not told today: the facts that the
older file rests on, what its snapshot knew, and, by the gate, every word of what is hidden.
"""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from briefgen.diagnostics import NOWHERE, Diagnostic, Place, Report, Severity
from briefgen.model.editions.differences import taken_back
from briefgen.model.editions.snapshot import KeptEdition
from briefgen.model.formats import REDLINE, TRACKED
from briefgen.model.origin import OriginKind
from briefgen.pipeline import make
from briefgen.pipeline.editions.changes_between import NOW, EditionsAsked, ordered_records, pair_of
from briefgen.pipeline.rebuilding import what_is_kept
from briefgen.pipeline.selection import chosen, read
from briefgen.publish import edition_file, leaks_in, recorded, unsound
from briefgen.reading import read_trace
from briefgen.records import dataclass, replace
from briefgen.render import redlined
from briefgen.view import Request, Searched, known_facts, snapshot_of, view
from briefgen.world import MemoryOutputs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefgen.model.audience import Audience
    from briefgen.model.facts.relation import Relation
    from briefgen.model.view import View
    from briefgen.pipeline.job import Executor
    from briefgen.pipeline.run_order import Order
    from briefgen.publish import BriefRecord
    from briefgen.trace import Cause
    from briefgen.world import World

_NEXT = "compare with a later edition (--from), or hand on the new edition without a redline"
_SAID = frozenset({OriginKind.FACT, OriginKind.PROSE})
"""What words are made from that can be taken back."""


@dataclass(frozen=True, slots=True)
class Redline:
    """Of one brief."""

    path: str
    """Where it goes, in the folder of redlines."""
    old: KeptEdition
    new: KeptEdition
    data: bytes


@dataclass(frozen=True)
class _Brief:
    """What is known today of a brief that was made."""

    record: BriefRecord
    relation: Relation
    audience: Audience
    seen: View

    @property
    def path(self) -> str:
        return f"{self.record.relation}/{self.record.audience}{REDLINE}"

    @cached_property
    def now(self) -> KeptEdition:
        """What the data say, which is no edition yet."""
        return KeptEdition(NOW, "", self.seen.as_of, snapshot_of(self.seen))


def redlines(world: World, order: Order, asked: EditionsAsked, executor: Executor) -> tuple[Report, list[Redline]]:
    """A redline of each ordered brief of which two editions differ; the newer one is made now where that is asked."""
    report = Report()
    briefs = list(_briefs(world, order, report))
    pairs = [(brief, pair) for brief in briefs if (pair := _pair(brief, asked, world, report))]
    if report.has_errors or not pairs:
        return report, []
    made = _made_now(world, order, [brief for brief, _ in pairs], executor, report) if asked.until == NOW else {}
    found = [_redline(brief, *pair, made, world, report) for brief, pair in pairs]
    return report, [one for one in found if one]


def _briefs(world: World, order: Order, report: Report) -> Iterator[_Brief]:
    manifest = report.keep(recorded(order.places.owners, world.outputs))[0]
    workspace = read(world, order, report)
    if report.has_errors:
        return
    pairs = {(relation.slug, reader.id): (relation, reader) for relation, reader in chosen(workspace, order, report)}
    for record in ordered_records(order, manifest, report):
        if record.name in pairs:
            relation, audience = pairs[record.name]
            request = Request(order.as_of, workspace.language, workspace.author)
            yield _Brief(record, relation, audience, view(relation, audience, request).value)


def _pair(brief: _Brief, asked: EditionsAsked, world: World, report: Report) -> tuple[KeptEdition, KeptEdition] | None:
    return pair_of(brief.record, brief.now if asked.until == NOW else None, asked, world.outputs, report)


def _made_now(
    world: World, order: Order, briefs: Iterable[_Brief], executor: Executor, report: Report
) -> Mapping[tuple[str, str], bytes]:
    """The files that the data give now, through all stages and the gate; nothing is put in place."""
    records = [brief.record for brief in briefs]
    order = replace(order, formats=(TRACKED.name,))
    elsewhere = MemoryOutputs(what_is_kept(world, order, records))
    result = make(world, order, executor=executor, outputs=elsewhere)
    report.extend(told for told in result.report.diagnostics if told.severity is Severity.ERROR)
    made = recorded(order.places.owners, elsewhere).value[0].briefs
    found = {name: record.files.get(TRACKED.name) for name, record in made.items()}
    return {name: elsewhere.read(file.path) for name, file in found.items() if file}


def _redline(
    brief: _Brief,
    old: KeptEdition,
    new: KeptEdition,
    made: Mapping[tuple[str, str], bytes],
    world: World,
    report: Report,
) -> Redline | None:
    files = [
        made.get(brief.record.name) if one.number == NOW else edition_file(brief.record, one, TRACKED, world.outputs)
        for one in (old, new)
    ]
    for one, data in zip((old, new), files, strict=True):
        if data is None:
            report.add(_not_kept(brief, one))
    before, now = files
    if before is None or now is None:
        return None
    refused = [*_taken_back(brief, old, before), *_taken_back(brief, new, now)]
    if refused:
        report.add(refused[0])
        return None
    day = new.as_of.sort_key[0]
    made_now = redlined(before, now, brief.seen.owner or brief.seen.author or "briefgen", day)
    told = [replace(one, place=Place(brief.path)) for one in made_now.diagnostics]
    found = [*told, *(() if told else _faults(brief, (before, now, made_now.value)))]
    report.extend(found)
    return None if found else Redline(brief.path, old, new, made_now.value)


def _not_kept(brief: _Brief, edition: KeptEdition) -> Diagnostic:
    name = f"{brief.record.relation}/{brief.record.audience}"
    message = f"the {TRACKED.title} file of edition {edition.number} of {name} is not kept as it was made"
    hint = f"a redline wants both files: make briefs with --format {TRACKED.name}, and let [editions] files keep more"
    return Diagnostic("BG613", Severity.ERROR, NOWHERE, message, hint)


def _taken_back(brief: _Brief, edition: KeptEdition, data: bytes) -> Iterator[Diagnostic]:
    """BG614 where a file rests on what is not told today; of that, nothing is said but how much it is."""
    trace = read_trace(TRACKED.ending, data)
    causes = {_record(cause) for cause in trace.causes if cause.kind in _SAID} if trace else {""}
    gone = causes - known_facts(brief.seen)
    kinds = taken_back(edition.snapshot, brief.now.snapshot)
    if gone or kinds:
        told = ", ".join(f"{count} of kind {kind}" for kind, count in sorted(kinds.items()) if kind)
        message = f"edition {edition.number} tells what its audience is not told any more{f': {told}' if told else ''}"
        yield Diagnostic("BG614", Severity.ERROR, Place(brief.path), message, _NEXT)


def _record(cause: Cause) -> str:
    """Its id; that of words of a text goes on with their line."""
    return cause.id.rpartition("/")[0] if cause.kind is OriginKind.PROSE else cause.id


def _faults(brief: _Brief, files: Iterable[bytes]) -> Iterator[Diagnostic]:
    """What the gate finds in both files and in the redline, where words of one may stand between those of the other."""
    secrets = Searched(brief.relation).secrets(brief.seen)
    *_, last = every = list(files)
    leaks = chain.from_iterable(leaks_in(TRACKED, brief.path, data, secrets) for data in every)
    found = {one.message: replace(one, hint=_NEXT) for one in leaks}
    yield from found.values()
    yield from unsound(TRACKED, brief.path, last)
