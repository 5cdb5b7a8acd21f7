"""What was told and is retracted since: in which editions of which briefs, and in which files it went out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Report
from briefgen.model.facts.fact import Status
from briefgen.model.formats import FORMATS
from briefgen.pipeline.editions.changes_between import ordered_records
from briefgen.pipeline.selection import read
from briefgen.publish import digest_of, edition_file, kept_editions, recorded
from briefgen.reading import read_trace
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.diagnostics import Place
    from briefgen.model.editions.snapshot import KeptEdition
    from briefgen.pipeline.run_order import Order
    from briefgen.publish import BriefRecord
    from briefgen.world import Outputs, World


@dataclass(frozen=True, slots=True)
class FileThatTold:
    """A file of an edition that is still there as it was made, or kept."""

    path: str
    """Where it was put for its readers."""
    sha256: str
    """By which a copy is known."""
    is_printed: bool | None
    """Whether the fact stands in its trace; None where the format holds none."""


@dataclass(frozen=True, slots=True)
class EditionThatTold:
    """An edition of a brief whose view held the fact."""

    relation: str
    audience: str
    number: int
    mark: str
    as_of: str
    files: tuple[FileThatTold, ...]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A fact that is retracted, and where it was told: for the owner of the data alone."""

    fact: str
    place: Place
    told: tuple[EditionThatTold, ...]


def withdrawals(world: World, order: Order) -> tuple[Report, list[Withdrawal]]:
    """Every retracted fact of the ordered relations, with the editions whose view held it."""
    report = Report()
    manifest = report.keep(recorded(order.places.owners, world.outputs))[0]
    workspace = read(world, order, report)
    if report.has_errors:
        return report, []
    records = list(ordered_records(order, manifest, report))
    kept = [(record, list(kept_editions(record, world.outputs))) for record in records]
    return report, [
        Withdrawal(fact.id, fact.place, tuple(_told(relation.slug, fact.id, kept, world.outputs)))
        for relation in workspace.relations
        if not order.relations or relation.slug in order.relations
        for fact in relation.facts
        if fact.status is Status.RETRACTED
    ]


def _told(
    slug: str, fact: str, kept: list[tuple[BriefRecord, list[KeptEdition]]], outputs: Outputs
) -> Iterator[EditionThatTold]:
    for record, editions in kept:
        for one in reversed(editions if record.relation == slug else ()):
            if fact in one.snapshot.told:
                files = tuple(_files(record, one, fact, outputs))
                yield EditionThatTold(slug, record.audience, one.number, one.mark, str(one.as_of), files)


def _files(record: BriefRecord, edition: KeptEdition, fact: str, outputs: Outputs) -> Iterator[FileThatTold]:
    """Files of the edition, under the names by which they went out; whether the fact stands in one, by its trace."""
    for name, file in record.files.items():
        data = edition_file(record, edition, FORMATS[name], outputs)
        if data is not None:
            trace = read_trace(file.path, data)
            is_printed = None if trace is None else any(cause.id == fact for cause in trace.causes)
            yield FileThatTold(file.path, digest_of(data), is_printed)
