"""What a run is asked for, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.diagnostics import Report
from briefgen.model.formats import USUAL

if TYPE_CHECKING:
    from briefgen.model.values.date import Date


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a run is asked to make."""

    relations: tuple[str, ...] = ()
    """Slugs; empty for all."""
    audiences: tuple[str, ...] = ()
    """Ids; empty for all."""
    formats: tuple[str, ...] = (USUAL,)
    as_of: Date | None = None
    output: str = "output"
    strict: bool = False
    """Whether warnings count as errors."""
    fit: bool = True
    """Whether briefs keep to their audiences' pages, by leaving out what their ranks say may go."""
    discreet: bool = False
    """Whether what is said of the data is only what every audience of the run may know."""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one brief."""

    relation: str
    audience: str
    files: tuple[str, ...]
    """Paths of the formats that were put in place; the sidecar with their origins is the owner's."""
    failed: bool


@dataclass(slots=True)
class Result:
    """What a run came to."""

    report: Report = field(default_factory=Report)
    briefs: list[Made] = field(default_factory=list)
    traceback: str | None = None
    """Of our own fault, for a file."""
