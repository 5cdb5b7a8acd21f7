"""Which editions of a brief were cleared, and whether what is made now is one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.facts.clearings import BriefState, Clearances

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.audience import Audience
    from briefgen.model.facts.relation import Relation
    from briefgen.pipeline.run_order import Order
    from briefgen.publish import Publication


def clearances_of(relation: Relation, audience: Audience, order: Order, state: BriefState | None) -> Clearances:
    """What decides on the state of a brief; one that was cleared once is a draft where it is not.

    `state` is what the workspace says of all of its briefs.
    """
    own = tuple(one.clearing for one in relation.cleared if one.audience == audience.id)
    until = order.state or audience.state or state or (BriefState.DRAFT if own else None)
    return Clearances(until, (*own, *order.cleared), audience.watermark, audience.watermarked)


def cleared_marks(relation: Relation, audience: Audience, order: Order) -> set[str]:
    """The editions that were cleared: on record, and as the run was told."""
    own = (one.edition for one in relation.cleared if one.audience == audience.id)
    return {*own, *(one.edition for one in order.cleared)}


def lapsed(
    edition: str, relation: Relation, audience: Audience, order: Order, publication: Publication | None
) -> Iterator[Diagnostic]:
    """BG342 for a brief that was cleared in another edition: whatever was changed in it, nobody cleared that."""
    own = [one for one in relation.cleared if one.audience == audience.id]
    if not edition or not own or edition in cleared_marks(relation, audience, order):
        return
    last = max(own, key=lambda one: one.on.sort_key)
    message = (
        f"the brief for '{audience.id}' is edition {edition}; cleared on {last.on} was {last.edition}, "
        "so it does not say that it is cleared"
    )
    name = (relation.slug, audience.id)
    files = publication.cleared_files(name, last.edition) if publication else ()
    compare = f"compare it with {', '.join(files)}" if files else f"compare it with the paper of {last.edition}"
    hint = f"{compare}; have it cleared again, and add the new edition under 'cleared'"
    yield Diagnostic("BG342", Severity.WARNING, last.place, message, hint)
