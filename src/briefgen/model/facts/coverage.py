"""Who sees which fact, and why not: for the owner of the data alone, never part of a brief."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from briefgen.records import dataclass

if TYPE_CHECKING:
    from briefgen.diagnostics import Place


class Reason(enum.StrEnum):
    """Why a fact does not stand in a brief; the first that holds."""

    CLEARANCE = "clearance"
    """Its sensitivity is above the audience's clearance."""
    TOPIC = "topic"
    """One of its topics is hidden from the audience."""
    KIND = "kind"
    """Its collection is hidden from the audience."""
    PERSPECTIVE = "perspective"
    """It is for the other party's own briefs alone."""
    AUDIENCE = "other audiences"
    """It is for the briefs of other audiences alone."""
    STATUS = "status"
    """It is retracted, or of a status that the audience is not shown."""
    EMBARGO = "embargo"
    """It may not be told yet on the as-of date."""
    AS_OF = "as of"
    """It was not known yet on the as-of date."""
    OVERTAKEN = "overtaken"
    """It was planned for a time that is over on the as-of date, and nobody has entered what came of it."""
    UNCITED = "uncited"
    """It has no source that the audience may see, and the audience is shown none without."""
    GROUNDLESS = "groundless"
    """All that it rests on is hidden; of a rate, all amounts in its currencies."""
    NAMES_HIDDEN = "names hidden"
    """It is a text or a headline that names, or leans on, what the audience may not know."""
    LANGUAGE = "language"
    """It is a text in another language than the brief's; of its name another one stands there, or none."""
    SUCCEEDED = "succeeded"
    """It is a headline, and another one for the audience was written later, or stands before it."""
    PARENT = "parent"
    """The fact that it is a part of is hidden, or yet to happen."""
    FIT = "dropped by fit"
    """It may be known, and fell so that the brief keeps to its pages."""
    SECTION = "section absent"
    """It may be known, but no section of the brief prints it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one fact in one audience's brief."""

    fact: str
    collection: str
    place: Place
    reason: Reason | None
    """None where the brief shows it."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every fact of a relation, as one audience gets it."""

    relation: str
    audience: str
    as_of: str
    verdicts: tuple[Verdict, ...]
    """In the order of the data."""
