"""Timelines from the view: a drawing of few events, a list by year of more.

Labels of many events cannot all stand at their dates, and a drawing of them is taller than a page. A list goes on
overleaf, in every format.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from briefgen.compose.wording.wording_styles import DateStyle
from briefgen.model.charts import Event, Timeline
from briefgen.model.document import Align, Cell, LineBreak, Strong, Table, TextRun
from briefgen.model.facts.parties_people_references import Actor
from briefgen.model.values.date import Date, Precision
from briefgen.model.values.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.model.document import Inline
    from briefgen.model.origin import Origin
    from briefgen.model.view import Item

_MOST_DRAWN, _MOST_LINES, _LONGEST = 16, 64, 110
"""Events of a drawing, lines of their labels in all, and letters of one: what stays well under the height of a page."""
_LETTERS_OF_A_LINE = 18


def chosen(items: Sequence[Item], most: int, brief: Brief) -> tuple[list[Item], str]:
    """The events that a timeline of so many has room for, and what is to be said of those left out.

    Main events go before others, and newer before older; 0 is room for all.
    """
    dated = [item for item in items if _event(item, brief)]
    if not most or len(dated) <= most:
        return dated, ""
    first = sorted(dated, key=lambda item: (item.major is not True, *_newest_first(item)))[:most]
    kept = {item.id for item in first}
    told = brief.wording.phrases.events_left_out.format(shown=most, count=len(dated))
    return [item for item in dated if item.id in kept], told


def _newest_first(item: Item) -> tuple[int, str]:
    date = item.dated if item.is_planned else item.happened
    return (-date.sort_key[0].toordinal() if date else 0, item.id)


def is_drawn(items: Iterable[Item], brief: Brief) -> bool:
    """Whether the labels of all events find room beside their dates."""
    sizes = [len(event.what) for item in items if (event := _event(item, brief))]
    lines = sum(1 - (-size // _LETTERS_OF_A_LINE) for size in sizes)
    return len(sizes) <= _MOST_DRAWN and lines <= _MOST_LINES and max(sizes, default=0) <= _LONGEST


def timeline_of(items: Iterable[Item], brief: Brief) -> tuple[Timeline | None, str]:
    """A timeline of dated items, in order of time."""
    events = [event for item in items if (event := _event(item, brief))]
    if not events:
        return None, ""
    phrases = brief.wording.phrases
    ordered = tuple(sorted(events, key=lambda event: (event.start, event.end)))
    planned = sum(event.is_planned for event in ordered)
    happened = len(ordered) - planned
    told = [(phrases.timeline_alt_one if happened == 1 else phrases.timeline_alt).format(count=happened)]
    told += [phrases.timeline_alt_planned.format(count=planned)] if planned else []
    told += [f"{event.when[:1].upper()}{event.when[1:]}: {event.what}." for event in ordered]
    drawn = Timeline(ordered, phrases.day_known, phrases.span_known, phrases.yet_to_come if planned else "")
    return drawn, " ".join(told).replace("\u00a0", " ")


def timeline_list(items: Iterable[Item], brief: Brief) -> tuple[Table, str]:
    """The events by year, a row for each, and what is to be said of them: main events among others are set in bold."""
    found = [(event, item.major is True) for item in items if (event := _event(item, brief))]
    found.sort(key=lambda of: (of[0].start, of[0].end))
    is_mixed = len({is_main for _, is_main in found}) > 1
    phrases, rows = brief.wording.phrases, []
    for year, events in groupby(found, key=lambda of: of[0].start.year):
        lines: list[Inline] = []
        for event, is_main in events:
            lines += [TextRun(phrases.next_event), LineBreak()] if lines else []
            lines += _line(event, is_bold=is_mixed and is_main)
        rows.append((Cell((TextRun(str(year), _first_origin(lines)),)), Cell(tuple(lines))))
    header = (Cell((TextRun(phrases.year),)), Cell((TextRun(phrases.events),)))
    table = Table("", (Align.START, Align.START), header, tuple(rows), None, (), row_header=True)
    return table, phrases.main_in_bold if is_mixed else ""


def _line(event: Event, *, is_bold: bool) -> tuple[Inline, ...]:
    what = TextRun(event.what, event.origin)
    return TextRun(f"{event.when}: ", event.origin), Strong((what,)) if is_bold else what


def _first_origin(inlines: Sequence[Inline]) -> Origin | None:
    return next((inline.origin for inline in inlines if isinstance(inline, TextRun)), None)


def _event(item: Item, brief: Brief) -> Event | None:
    date = item.dated if item.is_planned else item.happened
    title = item.heading
    if date is None or date.lower is None or date.upper is None or title is None:
        return None
    end = date.lower if date.precision is Precision.DAY else date.upper
    wording = brief.wording
    when = wording.planned(date, DateStyle.SHORT) if item.is_planned else wording.date(date, DateStyle.SHORT)
    what = brief.words(title) or ""
    return Event(date.lower, end, when, what, _colour(item, brief), item.origin, item.is_planned)


def _colour(item: Item, brief: Brief) -> int:
    """A party's own colour for what it did alone: sending, visiting."""
    return next((i for i, party in enumerate(brief.view.parties, 1) if party.id == item.actor), 0)


def drawn_of(item: Item) -> Iterator[tuple[str, str]]:
    """The fields that a timeline shows: when, what, and by its colour who."""
    drawn = {item.happened, item.heading, item.actor} - {None}
    for name, value in item.fields.items():
        shown = value.party if isinstance(value, Actor) else value
        if isinstance(shown, Date | Text | str) and shown in drawn:
            yield item.id, name
