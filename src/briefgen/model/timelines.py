"""One specification of a timeline, from which every format draws or writes the same.

Strings are ready to print. A sign says how finely a date is known; no sign says more than its date does.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from briefgen.records import dataclass

if TYPE_CHECKING:
    import datetime as dt

    from briefgen.model.origin import Origin


class TimeSign(enum.StrEnum):
    """How finely it is known when something happened: each is drawn in a shape of its own, all in ink."""

    DAY = "day"
    """A dot."""
    MONTH = "month"
    """A short bar."""
    YEAR = "year"
    """An open bar: a year, a quarter, or a span of months or years."""
    SINCE = "since"
    """A triangle that points down: from then on."""
    UNTIL = "until"
    """A triangle that points up: at some time up to then."""
    PLANNED = "planned"
    """An open dot, however finely the date is known: its words say that."""


class TimelineForm(enum.StrEnum):
    """How a timeline is laid out."""

    STEPS = "steps"
    """Side by side at even distances: order, not distance in time."""
    LIST = "list"
    """Down the page, a row to each event, along a rail."""
    CASCADE = "cascade"
    """Down the page, each sign at its place on a scale of time."""
    YEARS = "years"
    """Grouped by year, in two columns where there is room."""
    BANDS = "bands"
    """A row to each year, a column to each month, signs in the cells: how many, not what."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing on a timeline."""

    start: dt.date
    """The first day it can mean; of what is only known to be done by some time, the first day of that."""
    end: dt.date
    """Equal to `start` where the day is known; else the last day it can mean. Of what goes on, the end of its start."""
    when: str
    """As printed: `Jul 2014`."""
    what: str
    sign: TimeSign = TimeSign.DAY
    within: int | None = None
    """How many letters of `when` are left to say under its year; None for all of them."""
    is_main: bool = False
    """Whether it is one of the main events."""
    origin: Origin | None = None

    @property
    def when_in_year(self) -> str:
        """As printed under its year: `Jul`; empty where no more than the year is known."""
        return self.when[: self.within].rstrip()

    @property
    def month(self) -> int | None:
        """The month that it falls in, where that is known."""
        is_known = (self.start.year, self.start.month) == (self.end.year, self.end.month)
        return self.start.month if is_known else None


@dataclass(frozen=True, slots=True)
class Gap:
    """Years without an event that is shown."""

    before: int
    """Which event stands behind it, counted from 0."""
    words: str
    """`no event shown from 1995 to 2013`."""


@dataclass(frozen=True, slots=True)
class TimelineHeads:
    """The heads of the columns where a timeline is written as a table."""

    year: str = ""
    date: str = ""
    mark: str = ""
    """Of the column of signs."""
    event: str = ""


@dataclass(frozen=True, slots=True)
class BandWords:
    """What stands around bands."""

    months: tuple[str, ...]
    """The heads of twelve columns: `J`, `F`, `M`."""
    month_names: tuple[str, ...]
    """The same in full, for who hears them or has no room for columns."""
    no_month: str
    """The head of the column for what is known to the year only."""
    count: str
    """The head of the column of counts: `No.`."""
    landmark: str
    """The head of the column of main events."""
    total: str

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads beside those of the months."""
        return self.no_month, self.count, self.landmark, self.total


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated events in order of time."""

    events: tuple[Event, ...]
    form: TimelineForm = TimelineForm.LIST
    signs: tuple[tuple[TimeSign, str], ...] = ()
    """What the signs that occur mean: `day known`."""
    gaps: tuple[Gap, ...] = ()
    bands: BandWords | None = None
    """Of bands, which alone have such words."""
    heads: TimelineHeads = TimelineHeads()

    def years(self) -> tuple[tuple[int, tuple[Event, ...]], ...]:
        """The events by the year that they begin in."""
        found: dict[int, list[Event]] = {}
        for event in self.events:
            found.setdefault(event.start.year, []).append(event)
        return tuple((year, tuple(events)) for year, events in found.items())

    def landmarks(self) -> dict[int, str]:
        """One main event of each year, the one of the fewest words, where some are main events and others are not."""
        if len({event.is_main for event in self.events}) == 1:
            return {}
        found: dict[int, str] = {}
        for event in self.events:
            if event.is_main and len(event.what) < len(found.get(event.start.year, event.what + " ")):
                found[event.start.year] = event.what
        return found

    def gap_before(self, index: int) -> str:
        """What is said of the years between an event and the one before it; empty for nothing."""
        return next((gap.words for gap in self.gaps if gap.before == index), "")
