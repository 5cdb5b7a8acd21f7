"""What a view tells that the edition before did not: added, revised, moved, passed, stale, gone.

A new value stands beside the old one only where it is a number or a date: words that were taken back are not said
again. Of what is no longer shown nothing is told but its kind and how many there were.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.model.editions.edition_changes import CHANGE, EditionChange
from briefgen.model.origin import Origin
from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Quantity
from briefgen.model.view import Figure, Item
from briefgen.view.editions.kept_view import fields_of_item, figures_by_key, ids_behind, items_by_key, with_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.model.editions.snapshot import Kept, KeptEdition, KeptFact, KeptFigure, Key
    from briefgen.model.values.text import Text
    from briefgen.model.view import View


def with_changes(view: View, last: KeptEdition | None) -> View:
    """The view with what is new since an edition; as it is where there was none."""
    if last is None:
        return view
    found = (*_of_facts(view, last), *_of_figures(view, last), *_stale(view, last), *_gone(view, last))
    return replace(view, changes=found, since=last.as_of)


# ---------------------------------------------------------------- facts


def _of_facts(view: View, last: KeptEdition) -> Iterator[Item]:
    before, now = last.snapshot.facts, items_by_key(view)
    whole = {part.id: item for items in view.items.values() for item in items for part in with_parts(item)}
    planned = {key[-1] for key, fact in before.items() if fact.is_planned}
    for key, item in now.items():
        told = before.get(key)
        of = whole.get(item.id, item)
        if told:
            yield from _revised(item, of, told, view, last)
        elif not item.is_planned and item.id in planned:
            yield _change(EditionChange.PASSED, item, of)
        elif of is item or (key[0], of.id) in before:  # a part of a new fact is no news of its own
            yield _change(EditionChange.ADDED, item, of)


def _revised(item: Item, of: Item, told: KeptFact, view: View, last: KeptEdition) -> Iterator[Item]:
    now = fields_of_item(item, view.language)
    for name in sorted(now.keys() | told.fields.keys()):
        old, new = told.fields.get(name), now.get(name)
        if old == new or new is None:  # of what says nothing any more, the old words are not told
            continue
        yield _change(EditionChange.REVISED, item, of, last, name=name, old=_printable(old), new=_printable(new))


def _printable(value: Kept | None) -> Quantity | Date | None:
    return value if isinstance(value, Quantity | Date) else None


def _change(
    change: EditionChange, item: Item, of: Item, last: KeptEdition | None = None, *, name: str = "",
    old: Quantity | Date | None = None, new: Quantity | Date | None = None,
) -> Item:  # fmt: skip
    origin = item.origin
    if last and old is not None:
        origin = replace(origin, formula=f"edition {last.mark}, as of {last.as_of}")
    fields = {
        "change": change.value, "of": item.kind, "about": of, "what": _called(of), "name": name or None,
        "date": item.happened or item.dated, "old": old, "new": new,
    }  # fmt: skip
    return _item(item.id, fields, origin)


def _called(item: Item) -> Text | None:
    return item.heading


def _item(key: str, fields: Mapping[str, object], origin: Origin) -> Item:
    empty = dict.fromkeys(
        ("indicator", "party", "period", "count", "figure", "was", "name", "date", "old", "new", "about", "what")
    )
    return Item(CHANGE, key, {**empty, **fields}, origin)


# ---------------------------------------------------------------- figures


def _of_figures(view: View, last: KeptEdition) -> Iterator[Item]:
    before = last.snapshot.figures
    for key, figure in figures_by_key(view).items():
        told = before.get(key)
        if told and told.quantity == figure.known:
            continue
        change = EditionChange.ADDED if told is None else _moved(figure)
        if told is None and figure.derived:  # what it is made of is told as new
            continue
        fields = {
            "change": change.value, "of": key[0], **_subject(key, view),
            "period": figure.period, "figure": figure, "was": _was(told, figure, last) if told else None,
        }  # fmt: skip
        yield _item("/".join(key), fields, figure.origin)


def _was(told: KeptFigure, figure: Figure, last: KeptEdition) -> Figure | None:
    """What the edition before printed; None where it rested on what is shown no more."""
    if not set(told.facts) <= set(ids_behind(figure)):
        return None
    origin = replace(figure.origin, formula=f"edition {last.mark}, as of {last.as_of}")
    return Figure(told.quantity, origin, told.is_derived, figure.period)


def _moved(figure: Figure) -> EditionChange:
    return EditionChange.MOVED if figure.derived else EditionChange.REVISED


def _subject(key: Key, view: View) -> dict[str, object]:
    """What the figure is of: `turnover` or `balance` of trade, what a party sold, or an indicator."""
    codes = {party.id for party in view.parties}
    if key[0] == "series":
        return {"indicator": view.indicators.get(key[1]), "party": key[2] if key[2] in codes else None}
    return {"party": key[-1]} if key[-1] in codes else {"name": key[-1]}


# ---------------------------------------------------------------- what is no longer so


def _stale(view: View, last: KeptEdition) -> Iterator[Item]:
    for latest in view.latest:
        if latest.kind not in last.snapshot.stale:
            fields = {"change": EditionChange.STALE.value, "of": latest.kind, "date": latest.date}
            yield _item(latest.kind, fields, latest.origin)


def _gone(view: View, last: KeptEdition) -> Iterator[Item]:
    now = items_by_key(view)
    ids = {key[-1] for key in now}
    kinds = Counter(
        fact.kind
        for key, fact in last.snapshot.facts.items()
        if key not in now and not (fact.is_planned and key[-1] in ids)
    )
    figures = figures_by_key(view)
    gone = sum(key not in figures and not one.is_derived for key, one in last.snapshot.figures.items())
    for kind, count in [*sorted(kinds.items()), *([("figure", gone)] if gone else [])]:
        fields = {"change": EditionChange.GONE.value, "of": kind, "count": count}
        yield _item(f"gone/{kind}", fields, Origin((), f"what edition {last.mark} told and this one does not"))
