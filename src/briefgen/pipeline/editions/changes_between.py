"""What is new in briefs: between two editions that are kept, or between the newest and what the data say now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import NOWHERE, Report, did_you_mean
from briefgen.model.editions.differences import differences
from briefgen.model.editions.snapshot import KeptEdition
from briefgen.pipeline.selection import chosen, read
from briefgen.publish import kept_editions, recorded
from briefgen.records import dataclass
from briefgen.view import Request, SharedWork, snapshot_of, view, with_withdrawn, withdrawn_facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.audience import Audience
    from briefgen.model.editions.differences import Difference
    from briefgen.model.facts.relation import Relation
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.run_order import Order
    from briefgen.publish import BriefRecord, Manifest
    from briefgen.world import Outputs, World

NOW = 0
"""The number of what the data say now, which is no edition yet."""


@dataclass(frozen=True, slots=True)
class BriefChanges:
    """What lies between two editions of one brief."""

    relation: str
    audience: str
    old: KeptEdition
    new: KeptEdition
    found: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class EditionsAsked:
    """Which editions are compared."""

    since: int | None = None
    """None for the newest that differs."""
    until: int = NOW


def changes(world: World, order: Order, asked: EditionsAsked) -> tuple[Report, list[BriefChanges]]:
    """What is new in the ordered briefs, each from the views of its own audience."""
    report = Report()
    manifest = report.keep(recorded(order.places.owners, world.outputs))[0]
    found: list[BriefChanges] = []
    for record, now in _briefs(world, order, manifest, asked, report):
        pair = pair_of(record, now, asked, world.outputs, report)
        if pair:
            old, new = pair
            said = differences(old.snapshot, new.snapshot)
            found.append(BriefChanges(record.relation, record.audience, old, new, said))
    return report, found


def _briefs(
    world: World, order: Order, manifest: Manifest, asked: EditionsAsked, report: Report
) -> Iterator[tuple[BriefRecord, KeptEdition | None]]:
    """Each brief that was made, with what the data say of it now where that is asked for."""
    if asked.until != NOW:
        yield from ((record, None) for record in ordered_records(order, manifest, report))
        return
    workspace = read(world, order, report)
    if report.has_errors:
        return
    pairs = {
        (relation.slug, audience.id): (relation, audience) for relation, audience in chosen(workspace, order, report)
    }
    for record in ordered_records(order, manifest, report):
        if record.name in pairs:
            yield record, _now(workspace, *pairs[record.name], record, order, world.outputs)


def ordered_records(order: Order, manifest: Manifest, report: Report) -> Iterator[BriefRecord]:
    """The briefs that were made, as far as they are asked for; BG613 where none was."""
    records = [manifest.briefs[name] for name in sorted(manifest.briefs)]
    if not records:
        message = f"nothing is known of briefs in {order.output}/"
        report.error("BG613", NOWHERE, message, "run 'briefgen make' first: what it makes is what is compared with")
    for record in records:
        is_wanted = not order.relations or record.relation in order.relations
        if is_wanted and (not order.audiences or record.audience in order.audiences):
            yield record


def _now(
    workspace: Workspace, relation: Relation, audience: Audience, record: BriefRecord, order: Order, outputs: Outputs
) -> KeptEdition:
    work = SharedWork(relation, order.as_of)
    seen = view(relation, audience, Request(order.as_of, workspace.language, workspace.author), work).value
    withdrawn = withdrawn_facts(relation, work.contract(audience))
    snapshot = with_withdrawn(snapshot_of(seen), withdrawn, kept_editions(record, outputs))
    return KeptEdition(NOW, "", seen.as_of, snapshot)


def pair_of(
    record: BriefRecord, now: KeptEdition | None, asked: EditionsAsked, outputs: Outputs, report: Report
) -> tuple[KeptEdition, KeptEdition] | None:
    """The older and the newer edition; None where there is nothing to compare with."""
    kept = list(kept_editions(record, outputs))
    new = now or _numbered(asked.until, kept, record, report)
    if new is None:
        return None
    if asked.since is not None:
        old = _numbered(asked.since, kept, record, report)
    else:
        before = [one for one in kept if now or one.number < new.number]
        old = next((one for one in before if one.snapshot != new.snapshot), None)
    return (old, new) if old else None


def _numbered(number: int, kept: Sequence[KeptEdition], record: BriefRecord, report: Report) -> KeptEdition | None:
    found = next((one for one in kept if one.number == number), None)
    if found is None:
        message = f"no edition {number} of {record.relation}/{record.audience} is kept"
        known = sorted(str(one.number) for one in kept)
        report.error("BG613", NOWHERE, message, did_you_mean(str(number), known))
    return found
