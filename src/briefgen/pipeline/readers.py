"""The audiences that a run is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.audience import Audience
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.run_order import Order


def readers(workspace: Workspace, order: Order) -> list[Audience]:
    """Those that were asked for; all where none was named."""
    return [a for a in workspace.audiences if not order.audiences or a.id in order.audiences]
