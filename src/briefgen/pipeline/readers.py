"""The audiences that a run is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.audience import Audience
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.run_order import Order


def readers(workspace: Workspace, order: Order) -> list[Audience]:
    """Those that were asked for; where none was named, those whose briefs are made unasked."""
    if order.audiences:
        return [audience for audience in workspace.audiences if audience.id in order.audiences]
    return [audience for audience in workspace.audiences if audience.id not in workspace.unmade]
