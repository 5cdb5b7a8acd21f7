"""Where a chart breaks off: between periods that are measured unlike, and over time in which nothing is known."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.compose.wording.wording_styles import DateStyle
from briefgen.model.charts import Break
from briefgen.model.comparability import Bar, reasons_told
from briefgen.model.values.period import periods_between

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.compose.charts.charted_figures import Charted
    from briefgen.compose.wording.numbers_money_dates import Wording
    from briefgen.model.values.date import Date
    from briefgen.model.view import Figure

_OF_SPANS = {Bar.LENGTH, Bar.YEARS, Bar.OVERLAP, Bar.YEARS_UNKNOWN, Bar.BEGINNING_UNKNOWN}
FEWEST_OF_A_LINE = 3
"""Comparable points from which a line is drawn: two would assert a course."""


def places_of_breaks(charted: Charted) -> dict[int, tuple[Bar, ...]]:
    """Place of a period → what keeps its figures from being compared with the ones before; all are of one unit."""
    found: dict[int, dict[str, tuple[Bar, ...]]] = {}
    for number, row in enumerate(charted.rows):
        known = [(place, figure) for place, figure in enumerate(row.figures) if figure]
        for (_, one), (place, other) in pairwise(known):
            if bars := _apart(one, other, charted):
                found.setdefault(place, {})[str(number)] = bars
    return {place: tuple(reasons_told(found[place])) for place in sorted(found)}


def breaks_of(charted: Charted, wording: Wording, *, with_gaps: bool) -> tuple[Break, ...]:
    """The breaks of a chart, with those over time that it does not draw as room where it has none for it."""
    unlike = places_of_breaks(charted)
    found: list[Break] = []
    for place, (one, other) in enumerate(pairwise(charted.periods), 1):
        missing = [*periods_between(one, other)] if with_gaps else []
        found += [Break(place, _no_figure(missing, wording), is_gap=True)] if missing else []
        found += [Break(place, _words(unlike[place], wording))] if place in unlike else []
    return tuple(found)


def longest_comparable(charted: Charted) -> int:
    """How many figures of a row follow each other without a gap and are of one measure, at most."""
    return max((length for row in charted.rows for length in _stretches(row.figures, charted)), default=0)


def _apart(one: Figure, other: Figure, charted: Charted) -> tuple[Bar, ...]:
    """What keeps two figures from standing on one line: a stock is of the end of its period, however long that is."""
    passed = {Bar.SEASON, *(_OF_SPANS if charted.of_stocks else ())}
    return tuple(bar for bar in one.bars_to(other) if bar not in passed)


def _stretches(figures: Sequence[Figure | None], charted: Charted) -> Iterator[int]:
    length, before = 0, None
    for figure in figures:
        joins = before is not None and figure is not None and not _apart(before, figure, charted)
        length = 0 if figure is None else length + 1 if joins else 1
        before = figure
        yield length


def _words(bars: Sequence[Bar], wording: Wording) -> str:
    """Why it breaks: known to be unlike before not known to be alike."""
    words = wording.phrases.chart_breaks
    if any(bar is Bar.OVERLAP for bar in bars):
        return words["overlap"].text
    return words["unknown" if all(bar.is_want_of_knowledge or bar is Bar.SEASON for bar in bars) else "unlike"].text


def _no_figure(missing: Sequence[Date], wording: Wording) -> str:
    first, last = (wording.date(period, DateStyle.SHORT) for period in (missing[0], missing[-1]))
    told = first if first == last else wording.phrases.between.format(low=first, high=last)
    return wording.phrases.chart_breaks["gap"].format(gap=wording.phrases.gap, periods=told)
