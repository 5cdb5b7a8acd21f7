"""What a view tells that the edition before did not, as items that templates print."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from briefgen.model.editions.differences import EditionChange, differences
from briefgen.model.editions.edition_changes import CHANGE, CHANGE_FIELDS
from briefgen.model.editions.edition_news import edition_news
from briefgen.model.editions.snapshot import KeptCode, KeptWords
from briefgen.model.origin import Origin
from briefgen.model.values.quantity import Quantity
from briefgen.model.view import Figure, Item
from briefgen.records import replace
from briefgen.view.editions.kept_view import figures_by_key, items_by_key, kind_of_figures, period_of, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.model.editions.differences import Difference
    from briefgen.model.editions.edition_news import EditionNews
    from briefgen.model.editions.snapshot import KeptEdition, Key, Snapshot
    from briefgen.model.view import View


def with_changes(view: View, snapshot: Snapshot, last: KeptEdition | None) -> View:
    """The view with what is new since an edition; as it is where there was none."""
    if last is None:
        return view
    found = _Found(view, snapshot, last)
    return replace(view, changes=tuple(map(found.item, differences(last.snapshot, snapshot))), since=last.as_of)


def news_told(view: View, kept: Sequence[KeptEdition]) -> Iterator[tuple[EditionNews, tuple[Item, ...]]]:
    """What was new in each kept edition, the newest first, which is what the view tells; each with its changes."""
    for news in edition_news(kept):
        found = _Found(view, news.edition.snapshot, news.before) if news.before else None
        yield news, tuple(map(found.item, news.found)) if found else ()


class _Found:
    """Facts and figures of a view by their keys, for what is new in them, or was in an edition that told them."""

    def __init__(self, view: View, then: Snapshot, last: KeptEdition) -> None:
        self._view, self._then = view, then
        self._items, self._figures = items_by_key(view), figures_by_key(view)
        self._before = f"edition {last.mark}, as of {last.as_of}"

    def item(self, one: Difference) -> Item:
        """The difference with the record that it is of."""
        if one.change is EditionChange.WITHDRAWN:
            return self._withdrawn(one)
        if one.key in self._figures:
            return self._of_figure(one)
        if one.key in self._items:
            return self._of_fact(one)
        latest = next((latest for latest in self._view.latest if latest.kind == one.kind), None)
        origin = latest.origin if latest else Origin((), f"told by {self._before}, and no more")
        declared = self._view.fields.get(one.kind)
        of = kind_of_figures(one.kind) or (declared.kind if declared else one.kind)  # a collection grows old
        return _item(f"{one.change}/{one.kind}", one, origin, {"of": of, "date": one.new, "count": one.count or None})

    def _withdrawn(self, one: Difference) -> Item:
        """Of what sort it was, and when: none of its words, and nothing of what stands in its place."""
        when = one.new or period_of(one.key)
        origin = Origin((), f"told by {self._before}, and withdrawn")
        return _item(f"{one.change}/{one.kind}/{when or ''}", one, origin, {"date": when})

    def _of_fact(self, one: Difference) -> Item:
        item, whole = self._items[one.key]
        origin = replace(item.origin, formula=self._before) if one.old is not None else item.origin
        new, old = _apart(one, item.origin, origin)
        fields = {
            "about": whole, "what": whole.heading, "field": one.field or None, "date": item.happened or item.dated,
            "old": old, "new": self._word(one, item) if new is None else new, "part": _part_of(whole, item),
        }  # fmt: skip
        return _item(item.id, one, origin, fields)

    def _word(self, one: Difference, item: Item) -> object:
        """The word of a list that a field says now; None of a field of words, and of one that says another by now."""
        value, then = item.fields.get(one.field), self._then.facts[one.key].fields.get(one.field)
        code = str(value.value) if isinstance(value, enum.Enum) else value
        is_same = isinstance(then, KeptCode | KeptWords) and then.text == code
        return value if isinstance(value, str) and is_same else None

    def _of_figure(self, one: Difference) -> Item:
        figure = self._figures[one.key]
        if isinstance(one.new, Quantity) and one.new != figure.known:  # of an edition before
            figure = Figure(one.new, figure.origin, figure.derived, figure.period)
        was = self._was(one.old, figure) if isinstance(one.old, Quantity) else None
        if was:
            figure, was = figure.apart_from(was), was.apart_from(figure)
        fields = {**_subject(one.key, self._view), "period": figure.period, "figure": figure, "was": was}
        return _item("/".join(one.key), one, figure.origin, fields)

    def _was(self, old: Quantity, figure: Figure) -> Figure:
        origin = replace(figure.origin, formula=self._before)
        return Figure(old, origin, figure.derived, figure.period)


def _apart(one: Difference, of: Origin, before: Origin) -> tuple[object, object]:
    """The new and the old value; two numbers in as many digits as it takes to tell them apart."""
    if isinstance(one.old, Quantity) and isinstance(one.new, Quantity):
        new, old = Figure(one.new, of, derived=False), Figure(one.old, before, derived=False)
        return new.apart_from(old), old.apart_from(new)
    return one.new, one.old


def _part_of(whole: Item, part: Item) -> str | None:
    """The field of the whole that a part stands in; None of the whole itself."""
    among = ((name, value) for name, value in whole.fields.items() if isinstance(value, tuple))
    return next((name for name, value in among if any(one is part for one in value)), None)


def _item(key: str, one: Difference, origin: Origin, fields: Mapping[str, object]) -> Item:
    common = {"change": one.change.value, "of": one.kind}
    return Item(CHANGE, key, {**dict.fromkeys(CHANGE_FIELDS), **common, **fields}, origin)


def _subject(key: Key, view: View) -> dict[str, object]:
    """What the figure is of: `turnover` or `balance` of trade, what a party sold, or an indicator."""
    codes = {party.id for party in view.parties}
    if key[0] == "series":
        party = key[2] if key[2] in codes else None
        series = next(one for one in view.series if place_of(one) == key[:-1])
        return {"indicator": view.indicators.get(key[1]), "party": party, "series": series}
    return {"party": key[-1]} if key[-1] in codes else {"name": key[-1]}
