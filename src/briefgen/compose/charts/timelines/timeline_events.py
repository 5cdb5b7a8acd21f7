"""Events of a timeline from the view: when, how finely that is known, and what."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple, assert_never

from briefgen.compose.wording.wording_styles import DateStyle
from briefgen.model.timelines import Event, TimeSign
from briefgen.model.values.date import Date, Precision, parse_date
from briefgen.model.values.text import Text
from briefgen.model.wording.patterns import at_an_end
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.compose.brief_state import Brief
    from briefgen.compose.wording.numbers_money_dates import Wording
    from briefgen.model.view import Item

_A_MONTH = dt.timedelta(days=31)
_CONTESTED = "contested"
_STOPS = (".", "?", "!", "…")


class ToldEvent(NamedTuple):
    """An event, and the whole of it as a sentence for who does not see it, such as `July 2014: Embassy opens.` is."""

    event: Event
    sentence: str


def events_of(items: Iterable[Item], brief: Brief) -> tuple[ToldEvent, ...]:
    """The dated ones among some items, in order of time."""
    found = (told for item in items if (told := event_of(item, brief)))
    return tuple(sorted(found, key=lambda told: (told.event.start, told.event.end)))


def event_of(item: Item, brief: Brief) -> ToldEvent | None:
    """An item as an event; None of one without a date or a title."""
    date = item.dated if item.is_planned else item.happened
    title = item.heading
    if date is None or title is None or (date.lower is None and date.upper is None):
        return None
    when, what = _when(date, brief.wording, item), _what(item, brief.words(title) or "", brief.wording)
    start, end = _span(date)
    sign = TimeSign.PLANNED if item.is_planned else time_sign(date)
    within = _within_its_year(when, date, start)
    event = Event(start, end, when, what, sign, within, is_main=item.major is True, origin=item.origin)
    return ToldEvent(event, _aloud(date, what, item, brief.wording))


def _aloud(date: Date, what: str, item: Item, wording: Wording) -> str:
    """An event as a sentence, its date in full."""
    when = wording.planned(date) if item.is_planned else wording.date(date)
    said = f"{_marked(when, item, wording)}: {what}"
    return f"{said[:1].upper()}{said[1:]}{'' if said.endswith(_STOPS) else '.'}"


def time_sign(date: Date) -> TimeSign:
    """How finely a date is known."""
    match date.precision:
        case Precision.DAY:
            return TimeSign.DAY
        case Precision.MONTH:
            return TimeSign.MONTH
        case Precision.YEAR | Precision.QUARTER | Precision.HALF_YEAR | Precision.FISCAL_YEAR:
            return TimeSign.YEAR
        case Precision.INTERVAL:
            return _sign_of_interval(date)
        case _:
            assert_never(date.precision)


def _sign_of_interval(date: Date) -> TimeSign:
    """Of a visit of three days both ends are known; of a span of years no more than its years."""
    if date.upper is None:
        return TimeSign.SINCE
    if date.lower is None:
        return TimeSign.UNTIL
    ends = [parse_date(end) for end in date.text.split("/")]
    if all(end.precision is Precision.DAY for end in ends) and date.upper - date.lower <= _A_MONTH:
        return TimeSign.DAY
    return (
        TimeSign.MONTH if (date.lower.year, date.lower.month) == (date.upper.year, date.upper.month) else TimeSign.YEAR
    )


def _span(date: Date) -> tuple[dt.date, dt.date]:
    """The first and the last day that it can mean; of what is open, those of the end that is known."""
    if date.lower is None or date.upper is None:
        known = parse_date(next(end for end in date.text.split("/") if end != ".."))
        return known.sort_key
    return date.lower, date.lower if time_sign(date) is TimeSign.DAY else date.upper


def _when(date: Date, wording: Wording, item: Item) -> str:
    """As it stands beside its sign: short, with its doubt in words."""
    if date.precision is not Precision.INTERVAL:
        plain = replace(date, approximate=False, uncertain=False)
        said = wording.planned(plain, DateStyle.SHORT) if item.is_planned else wording.date(plain, DateStyle.SHORT)
        said = wording.phrases.about_date.format(date=said) if date.approximate else said
        said = wording.phrases.uncertain[date.precision.value].format(date=said) if date.uncertain else said
    else:
        said = wording.planned(date, DateStyle.SHORT) if item.is_planned else wording.date(date, DateStyle.SHORT)
    return at_an_end(_marked(at_an_end(said), item, wording))


def _marked(when: str, item: Item, wording: Wording) -> str:
    """The date, said to be inferred where no source states it."""
    names = item.fields.get("inferred")
    dates = {name for name, value in item.fields.items() if isinstance(value, Date) and value == item.happened}
    is_inferred = isinstance(names, tuple) and not dates.isdisjoint(names)
    return wording.remarked(when, wording.phrases.inferred) if is_inferred else when


def _what(item: Item, title: str, wording: Wording) -> str:
    """What happened, with a word where sources differ on it."""
    return at_an_end(wording.contested(title)) if item.fields.get("status") == _CONTESTED else title


def _within_its_year(when: str, date: Date, start: dt.date) -> int | None:
    """How much is left to say under the year: `3 Feb`, and nothing of what is known to the year only."""
    year = str(start.year)
    if date.precision is Precision.YEAR and when == year:
        return 0
    left = when.removesuffix(year)
    is_within = None in date.span or date.year is not None
    is_finer = "-" in date.text or any(character.isdigit() for character in left)
    is_sure = not date.approximate and not date.uncertain
    return len(left) if is_within and is_finer and is_sure else None


def drawn_of(item: Item) -> Iterator[tuple[str, str]]:
    """The fields that a timeline shows: when and what."""
    drawn = {item.happened, item.heading} - {None}
    for name, value in item.fields.items():
        if isinstance(value, Date | Text) and value in drawn:
            yield item.id, name


def dates_of(item: Item) -> Iterator[tuple[str, str]]:
    """The fields that bands count by: when alone."""
    for name, value in item.fields.items():
        if isinstance(value, Date) and value == item.happened:
            yield item.id, name
