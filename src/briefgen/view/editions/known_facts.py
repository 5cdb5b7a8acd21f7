"""Which facts a view tells anything of."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from briefgen.view.editions.kept_view import figures_by_key, with_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.origin import Origin
    from briefgen.model.view import Item, View


def known_facts(view: View) -> frozenset[str]:
    """The ids of all records that anything in a view rests on."""
    return frozenset(fact.fact for origin in _origins(view) for fact in origin.facts)


def _origins(view: View) -> Iterator[Origin]:
    headline = (view.headline,) if view.headline else ()
    for item in (*chain.from_iterable(view.items.values()), *view.planned, *headline, *_claims(view)):
        yield from (part.origin for part in with_parts(item))
    yield from (year.origin for year in (*view.trade, *view.trade_periods))
    yield from (series.origin for series in view.series)
    for figure in figures_by_key(view).values():
        yield figure.origin
        if figure.conversion:
            yield figure.conversion.rate.origin


def _claims(view: View) -> Iterator[Item]:
    """What is claimed beside the figures that are told."""
    for year in (*view.trade, *view.trade_periods):
        yield from (*year.claims, *chain.from_iterable(year.others.values()))
    for series in view.series:
        yield from chain.from_iterable(value.claims for value in (*series.values, *series.periods))
