"""Whether a brief is a draft or cleared: by whom, on which day, and which edition."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass

if TYPE_CHECKING:
    from briefgen.diagnostics import Place
    from briefgen.model.values.date import Date


class BriefState(enum.StrEnum):
    """What a brief says of itself."""

    DRAFT = "draft"
    FOR_CLEARANCE = "for_clearance"
    CLEARED = "cleared"


UNCLEARED = (BriefState.DRAFT, BriefState.FOR_CLEARANCE)
"""What a setting can say: that a brief is cleared is said of an edition, never of whatever is made next."""
EDITION_FORM = late_pattern(r"(\d{4}(?:-\d\d){0,2})\.[0-9a-f]{8}")
"""The mark of an edition, with the day that it shows."""


@dataclass(frozen=True, slots=True)
class Clearing:
    """That an edition was cleared. It holds for what has that mark, and for nothing else."""

    edition: str
    by: str
    on: Date


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearedEdition:
    """The same as relation.yaml has it, of a brief for an audience."""

    audience: str
    edition: str
    by: str
    on: Date
    place: Place

    @property
    def clearing(self) -> Clearing:
        """What it says, without where."""
        return Clearing(self.edition, self.by, self.on)


@dataclass(frozen=True, slots=True)
class StateOfBrief:
    """The state that one brief is in."""

    state: BriefState
    clearing: Clearing | None = None
    """Of a brief that is cleared."""


@dataclass(frozen=True, slots=True)
class Clearances:
    """What decides on the state of a brief, once its edition is known."""

    until_cleared: BriefState | None = None
    """What it is where no clearing names its edition; None for a brief that says nothing of its state."""
    clearings: tuple[Clearing, ...] = ()
    watermark: str = ""
    """The audience's own word behind the text of all that is not cleared; empty for that of the state."""
    watermarked: tuple[BriefState, ...] = UNCLEARED
    """The states whose briefs carry a watermark of the wording."""

    @property
    def are_said(self) -> bool:
        """Whether the brief says anything of its state."""
        return self.until_cleared is not None or bool(self.clearings)

    def of(self, edition: str) -> StateOfBrief | None:
        """The state of an edition; None where nothing is to be said of it.

        A clearing counts for the edition that it names alone: whatever changes in a brief gives it another mark.
        """
        found = next((one for one in self.clearings if edition and one.edition == edition), None)
        if found:
            return StateOfBrief(BriefState.CLEARED, found)
        return StateOfBrief(self.until_cleared) if self.until_cleared else None


@dataclass(frozen=True, slots=True)
class StateWords:
    """The state of a brief in words, for pages and for the properties of files."""

    state: BriefState
    said: str
    """`Cleared by the Director on 2 May 2021`."""
    mark: str
    """`CLEARED`."""
    by: str = ""
    """Who cleared it."""
    on: str = ""
    """The day on which it was cleared, as `2021-05-02`."""
