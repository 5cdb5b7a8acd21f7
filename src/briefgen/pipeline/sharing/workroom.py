"""What the making of all briefs of a run has in common, and what tells one from the others."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import TYPE_CHECKING

from briefgen.records import dataclass

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic
    from briefgen.model.audience import Audience
    from briefgen.model.facts.relation import Relation
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.run_order import BriefOutcome, Order
    from briefgen.publish import Publication


@dataclass(frozen=True, slots=True)
class BriefToMake:
    """One brief of a run."""

    relation: Relation
    audience: Audience
    is_whole: bool
    """Whether no error was told of what it is made from."""


@dataclass(frozen=True, slots=True)
class Workroom:
    """All that briefs are made with and from, but for their relations."""

    workspace: Workspace
    """The relations in it are none of its business."""
    order: Order
    told: tuple[Diagnostic, ...] = ()
    """What was said of the data, which a brief need not say again."""
    publication: Publication | None = None
    """What brings files beside their places; None where briefs are only looked at."""

    @property
    def formats(self) -> tuple[str, ...]:
        """Those that are made; none where briefs are only looked at."""
        return self.order.formats if self.publication else ()


Crew = Callable[[Workroom, Sequence[BriefToMake]], Generator["BriefOutcome", None, None]]
"""Makes briefs, and gives what came of them in their order."""
