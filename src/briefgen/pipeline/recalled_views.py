"""What an audience may know of a relation, and what is worked out for it: the same while both are the same."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefgen.view import Request, Searched, SharedWork, view
from briefgen.world import READ_AFRESH

if TYPE_CHECKING:
    from briefgen.diagnostics import Outcome
    from briefgen.model.audience import Audience
    from briefgen.model.facts.relation import Relation
    from briefgen.model.view import View
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.run_order import Order
    from briefgen.world import Recollection


def seen_by(
    relation: Relation,
    audience: Audience,
    workspace: Workspace,
    order: Order,
    work: SharedWork,
    kept: Recollection = READ_AFRESH,
) -> Outcome[View]:
    """The relation as the audience may know it."""
    request = Request(order.as_of, workspace.language, workspace.author)
    name = ("view", *_name(relation, audience, workspace, order))
    return kept.worked_out(name, partial(view, relation, audience, request, work), relation, audience)


def worked_out(
    relation: Relation, audience: Audience, workspace: Workspace, order: Order, kept: Recollection
) -> tuple[Searched, SharedWork]:
    """What briefs of a relation have in common, from that for one audience on: it grows with each view that is made."""
    name = ("worked out", *_name(relation, audience, workspace, order))
    return kept.worked_out(name, lambda: (Searched(relation), SharedWork(relation, order.as_of)), relation, audience)


def _name(relation: Relation, audience: Audience, workspace: Workspace, order: Order) -> tuple[str, ...]:
    """What tells one view from another, beside the two records that it is made of."""
    return relation.slug, audience.id, str(order.as_of), workspace.language, workspace.author
