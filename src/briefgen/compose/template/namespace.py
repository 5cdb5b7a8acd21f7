"""What a section template can name: the view, its parts, and functions."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from briefgen.compose.charts.trade_filters import TradeFilters
from briefgen.compose.people_who_acted import people_who_acted
from briefgen.compose.source.absent_values import not_found
from briefgen.compose.source.template_problems import suggestion
from briefgen.compose.template.known_words import Known
from briefgen.compose.template.prose_texts import text_in
from briefgen.compose.template.sandbox import TESTS
from briefgen.compose.values.template_value import unwrap
from briefgen.model.comparability import SpanLength
from briefgen.model.template_names import BLOCKS, FILTERS_AND_TESTS, FUNCTIONS, OF_THE_LANGUAGE, VALUES
from briefgen.model.view import Item

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.model.values.date import Date
    from briefgen.model.view import IndicatorSeries


def known_names(collections: Iterable[str]) -> list[str]:
    """Every name a template may use."""
    return sorted([*collections, *VALUES, *FUNCTIONS, *BLOCKS, *OF_THE_LANGUAGE])


def known_everywhere(kinds: Iterable[str]) -> Known:
    """The words that templates can use where these kinds of facts are known, whatever brief is made."""
    filters = FILTERS_AND_TESTS - TESTS | {"planned"}
    return Known(tuple(sorted(filters)), tuple(sorted(TESTS)), tuple(known_names(kinds)))


def context_of(brief: Brief) -> Mapping[str, object]:
    """The names of a section template with their values."""
    view = brief.view
    values: dict[str, object] = {name: brief.shown(items) for name, items in view.items.items()}
    values |= {
        "title": brief.shown(view.title, view.origin),
        "as_of": brief.shown(view.as_of, view.origin),
        "review_by": brief.shown(view.review_by, view.origin),
        "perspective": brief.shown(view.perspective),
        "parties": brief.shown(view.parties),
        "trade": brief.shown(view.trade),
        "trade_periods": brief.shown(view.trade_periods),
        "planned": brief.shown(view.planned),
        "endings": brief.shown(view.endings),
        "references": brief.shown(tuple(view.references.values())),
        "audience": brief.shown(view.audience),
        "changes": brief.shown(view.changes),
        "since": brief.shown(view.since, view.origin),
    }
    return values


def functions_of(brief: Brief) -> dict[str, Callable[..., object]]:
    """The functions of a section template that look things up."""
    items = {item.id: item for found in brief.view.items.values() for item in found}
    absent = partial(not_found, brief.problems)

    def events(*, major: bool = False, since: int = 0) -> object:
        """Milestones, visits, agreements and what other events there are, with a date, in order of time."""
        every = [item for found in brief.view.items.values() for item in found]
        dated = [item for item in every if item.happened and item.major is not None]
        kept = [item for item in dated if (item.major or not major) and _year(item) >= since]
        return brief.shown(tuple(sorted(kept, key=lambda item: _sort_key(item.happened))))

    def facts() -> object:
        """Every fact with its parts, in order of its number in the document it was taken from, then of its id."""
        every = [part for item in items.values() if text_in(item) is None for part in _with_parts(item)]
        return brief.shown(tuple(sorted(every, key=lambda item: (not item.fields.get("seed"), _seed(item), item.id))))

    def find(ids: object) -> object:
        """The fact behind an id, or the facts behind several."""
        if isinstance(ids, tuple | list):
            return brief.shown(tuple(items[key] for i in ids if (key := str(unwrap(i))) in items))
        if not ids:
            return None
        wanted = str(unwrap(ids))
        return brief.shown(items[wanted]) if wanted in items else absent("record with the id", wanted, items)

    def party(code: object) -> object:
        """A party of the relation by its code."""
        parties, wanted = {party.id: party for party in brief.view.parties}, str(unwrap(code))
        return brief.shown(parties[wanted]) if wanted in parties else absent("party", wanted, parties)

    def organisation(code: object) -> object:
        """An organisation or initiative by its id."""
        known, wanted = brief.view.organisations, str(unwrap(code))
        return brief.shown(known[wanted]) if wanted in known else absent("organisation", wanted, known)

    def people(others: Sequence[object] = ()) -> object:
        """Who took part in dated facts, and others by their ids, each with the offices of those days."""
        return people_who_acted(brief, [str(unwrap(one)) for one in others])

    return {
        "events": events, "facts": facts, "find": find, "organisation": organisation, "party": party,
        "series": partial(_series, brief), "people": people, "periods": partial(_periods, brief),
    }  # fmt: skip


def _series(brief: Brief, indicator: object = "", *, whose: object = "", towards: object = "") -> object:
    """The series of figures that are not trade: all, or those of one indicator or of several, of a side."""
    ids = [word.strip() for word in str(unwrap(indicator) or "").split(",") if word.strip()]
    known = {one.indicator.id: one for one in brief.view.series}
    missing = [key for key in ids if key not in known]
    if ids and len(missing) == len(ids):
        return not_found(brief.problems, "series of the indicator", ids[0], known)
    for key in missing:
        message = f"there is no series of the indicator '{key}'"
        brief.problems.nothing(message, key, suggestion(key, known, what="there are"))
    sides = str(unwrap(whose) or ""), str(unwrap(towards) or "")
    found = [one for one in brief.view.series if (not ids or one.indicator.id in ids) and _is_between(one, *sides)]
    return brief.shown(tuple(found))


def _periods(
    brief: Brief, *, years: int = 0, months: bool = False, quarters: bool = False, half_years: bool = False
) -> object:
    """The last periods of trade: parts of years of the kind that is asked for, else years, else what there is."""
    asked = {SpanLength.MONTH: months, SpanLength.QUARTER: quarters, SpanLength.HALF_YEAR: half_years}
    finer = next((length for length, is_asked in asked.items() if is_asked), None)
    parts = tuple(one for one in brief.view.trade_periods if one.length is finer)
    if parts:
        return TradeFilters(brief).last_years(parts, years)
    trade = brief.view.trade
    has_years = bool(trade) and trade[-1].length is SpanLength.YEAR
    return brief.shown(trade[-years:] if years and has_years else trade)


def _is_between(series: IndicatorSeries, whose: str, towards: str) -> bool:
    return all(not wanted or wanted == own for wanted, own in ((whose, series.whose), (towards, series.towards)))


def _with_parts(item: Item) -> Sequence[Item]:
    parts = [part for value in item.fields.values() if isinstance(value, tuple) for part in value]
    return [item, *(part for part in parts if isinstance(part, Item))]


def _seed(item: Item) -> tuple[str, ...]:
    seed = item.fields.get("seed")
    return tuple(str(s) for s in seed) if isinstance(seed, tuple) else ()


def _year(item: Item) -> int:
    date = item.happened
    return date.upper.year if date and date.upper else 0


def _sort_key(date: Date | None) -> tuple[dt.date, dt.date]:
    return date.sort_key if date else (dt.date.min, dt.date.min)
