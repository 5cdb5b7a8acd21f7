"""A view to a snapshot: facts field by field, figures by their period."""

from __future__ import annotations

import enum
import hashlib
from typing import TYPE_CHECKING

from briefgen.model.editions.snapshot import PLANNED, KeptCode, KeptFact, KeptFigure, KeptWords, Snapshot
from briefgen.model.facts.own_fact import type_of
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.model.kinds.headlines import Headline
from briefgen.model.kinds.pictures import PictureOfRelation
from briefgen.model.kinds.prose import Prose
from briefgen.model.kinds.rates import Rate
from briefgen.model.kinds.series import SeriesObservation
from briefgen.model.kinds.trade import TradeObservation
from briefgen.model.values.date import Date, parse_date
from briefgen.model.values.period import parse_period
from briefgen.model.values.quantity import Quantity
from briefgen.model.values.text import Text
from briefgen.model.view import Item

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from briefgen.model.editions.snapshot import Kept, Key
    from briefgen.model.view import Figure, IndicatorSeries, TradeYear, View

_TOLD_OTHERWISE = frozenset(
    kind.collection
    for kind in SHIPPED_KINDS.values()
    if kind.made_of in {TradeObservation, SeriesObservation, Headline, PictureOfRelation, Prose, Rate}
)
"""Collections whose records are told as figures of periods, or stand beside the facts."""
_ABOUT_THE_RECORD = frozenset({"seed", "sources", "inferred", "as_stated", "status", "note_kind"})
"""Fields that say where a fact was found and how its record stands."""


def snapshot_of(view: View) -> Snapshot:
    """What the next edition is to be compared with: the same for two views that tell the same on different days."""
    items = items_by_key(view)
    ids = {item.id for item, _ in items.values()}
    return Snapshot(
        {key: _kept(item, of, view.language, ids) for key, (item, of) in items.items()},
        {key: _kept_figure(key, figure) for key, figure in figures_by_key(view).items()},
        {latest.kind: latest.date for latest in view.latest},
    )


def items_by_key(view: View) -> dict[Key, tuple[Item, Item]]:
    """Every fact that is told by its words, and every part of one, each beside the whole."""
    found: dict[Key, tuple[Item, Item]] = {
        (name, part.id): (part, item)
        for name, items in view.items.items()
        if name not in _TOLD_OTHERWISE
        for item in items
        for part in with_parts(item)
    }
    return found | {(PLANNED, item.id): (item, item) for item in view.planned}


def with_parts(item: Item) -> Iterator[Item]:
    """An item and the items in it."""
    yield item
    for value in item.fields.values():
        if isinstance(value, tuple):
            yield from (part for part in value if isinstance(part, Item))


def figures_by_key(view: View) -> dict[Key, Figure]:
    """Every figure of a period, stated or computed."""
    found: dict[Key, Figure] = {}
    for year in (*view.trade, *view.trade_periods):
        found |= _of_trade(year)
    for one in view.series:
        found |= _of_series(one)
    return found


def _kept_figure(key: Key, figure: Figure) -> KeptFigure:
    ids = tuple(dict.fromkeys(fact.fact for fact in figure.origin.facts))
    return KeptFigure(figure.known, _KINDS[key[0]], ids, figure.derived)


_TRADE, _SERIES = "trade", "series"
_KINDS = {_TRADE: type_of(TradeObservation), _SERIES: type_of(SeriesObservation)}


def kind_of_figures(collection: str) -> str | None:
    """The kind of the facts of a collection that is told as figures of periods; None of any other."""
    return _KINDS.get(collection)


def period_of(key: Key) -> Date | None:
    """Of a figure, by its key; None of the key of a fact."""
    if key[0] not in _KINDS:
        return None
    text = key[1] if key[0] == _TRADE else key[-1]
    try:
        return parse_date(text)
    except ValueError:
        return parse_period(text)


def _of_trade(year: TradeYear) -> dict[Key, Figure]:
    place = (_TRADE, str(year.period), year.currency, year.counts)
    named = {"turnover": year.turnover, "balance": year.balance, **year.exports}
    return {(*place, name): figure for name, figure in named.items() if figure}


def place_of(series: IndicatorSeries) -> Key:
    """What the keys of its figures begin with."""
    return (_SERIES, series.indicator.id, series.whose, series.towards or "", series.definition or "")


def _of_series(series: IndicatorSeries) -> dict[Key, Figure]:
    return {(*place_of(series), str(value.period)): value.figure for value in (*series.values, *series.periods)}


def _kept(item: Item, of: Item, language: str, ids: Collection[str]) -> KeptFact:
    heading = of.heading.in_language(language) if of.heading else ""
    whole, when = "" if of is item else of.id, item.happened or item.dated
    return KeptFact(item.kind, heading, item.is_planned, whole, when, _fields(item, language, ids))


def _fields(item: Item, language: str, ids: Collection[str]) -> Mapping[str, Kept]:
    """What an item says, without what is about its record, without its parts and without its links.

    What a link leads to is told by itself; that one leads there no more is no change in what a reader is told.
    """
    return {
        name: kept
        for name, value in item.fields.items()
        if name not in _ABOUT_THE_RECORD and not _leads_to(value, ids) and (kept := _value(value, language)) is not None
    }


def _leads_to(value: object, ids: Collection[str]) -> bool:
    """Whether it is ids of facts that the view holds, and nothing else."""
    names = value if isinstance(value, tuple) else (value,)
    return bool(names) and all(isinstance(name, str) and name in ids for name in names)


def _value(value: object, language: str) -> Kept | None:
    if value is None or value == () or value is False:
        return None
    if isinstance(value, Quantity | Date):
        return value
    if isinstance(value, Text):
        return KeptWords(value.in_language(language))
    if isinstance(value, enum.Enum):
        return KeptCode(str(value.value))
    if isinstance(value, str):
        return KeptWords(value)
    if isinstance(value, tuple):
        return _several(value, language)
    return KeptCode(str(value) if isinstance(value, bool | int) else _digest(repr(value)))


def _several(values: tuple[object, ...], language: str) -> Kept | None:
    """Parts are facts of their own; of other values, all that they say."""
    if all(isinstance(value, Item) for value in values):
        return None
    said = [_value(value, language) for value in values]
    return KeptCode(_digest(repr(said)))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
