"""The briefs of a run as work that can be shared out: to this process, or to several."""

from __future__ import annotations

from briefgen.pipeline.sharing.outcomes import outcomes_in_turn
from briefgen.pipeline.sharing.workroom import BriefToMake, Crew, Workroom

__all__ = ["BriefToMake", "Crew", "Workroom", "outcomes_in_turn"]
