"""Currencies of one period, and of one flow through the periods, agree.

What it checks: the totals of trade between the parties in one period for more than one currency; two reports of one
flow that are in different currencies; the products of one exporter in one period; a flow that is told in one currency
in most periods, for the others; and the figures of a series in money.

Why it matters: what is in two currencies is not added, compared, shared or drawn on one axis: no turnover, balance,
share or change is computed of it, no report is held against the other, and a chart of it needs a panel for each.

Example: exports of 15.1 million USD beside a turnover of 50.2 million EUR.

How to fix: take all figures from one source, or enter them as they are stated and convert them by a rate in
data/rates.csv.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.kinds.products import Product
from briefgen.model.kinds.series import SeriesObservation
from briefgen.validate.finding import info, warning
from briefgen.validate.trade_rows import are_alike, by_period, grouped, named, observations, series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.facts.relation import Relation
    from briefgen.model.observations import Observation
    from briefgen.validate.finding import Finding

_HINT = "take the figures from one source, or leave them as stated and add a rate to data/rates.csv"


def currencies_agree(relation: Relation) -> Iterator[Finding]:
    """BG293 for figures that belong together and are in more than one currency."""
    told: set[str] = set()
    for rows in by_period(relation):
        if not are_alike(*rows):
            odd, words = _odd(rows)
            told.update(row.id for row in rows)
            message = f"{odd.period}: trade is told in more than one currency ({words})"
            yield warning("BG293", odd.at("currency"), message, _HINT, odd)
    for rows in grouped(observations(relation), lambda row: (row.period, row.subject)):
        if not are_alike(*rows) and not told & {row.id for row in rows}:
            odd, words = _odd(rows)
            told.update(row.id for row in rows)
            message = f"{named(odd)} is reported in more than one currency ({words})"
            yield warning("BG293", odd.at("currency"), message, _HINT, odd)
    for figures in series(relation):
        if are_alike(*figures) or told & {row.id for row in figures}:
            continue
        odd, words = _odd(figures)
        if isinstance(odd, SeriesObservation):
            message = f"{named(odd)}: the series is told in more than one currency ({words})"
            yield warning("BG293", odd.at("unit"), message, _HINT, odd)
        else:
            flow = named(odd).partition(" ")[2]
            yield info("BG293", odd.at("currency"), f"{flow} is told in more than one currency ({words})", _HINT, odd)
    yield from _products(relation)


def _products(relation: Relation) -> Iterator[Finding]:
    """Products of one exporter and period whose values cannot be added, shared or ranked."""
    valued = [fact for fact in relation.facts if isinstance(fact, Product) and fact.value]
    groups: dict[object, list[Product]] = {}
    for product in valued:
        groups.setdefault((product.exporter, product.period), []).append(product)
    for products in groups.values():
        by_unit: dict[str, list[Product]] = {}
        for product in products:
            by_unit.setdefault(product.value.unit if product.value else "", []).append(product)
        if len(by_unit) > 1:
            odd = min(by_unit.values(), key=len)[0]
            words = "; ".join(f"{unit}: {_ids([one.id for one in of])}" for unit, of in by_unit.items())
            message = f"products of {odd.exporter} have values in more than one currency ({words})"
            yield warning("BG293", odd.at("currency"), message, _HINT, odd)


def _odd(rows: Sequence[Observation]) -> tuple[Observation, str]:
    """The first row of the currency that fewest are in, and which rows are in which."""
    used = grouped(rows, lambda row: row.value.unit)
    words = "; ".join(f"{of[0].value.unit}: {_ids([row.id for row in of])}" for of in used)
    return min(used, key=len)[0], words


_SHOWN = 6


def _ids(ids: Sequence[str]) -> str:
    shown = ", ".join(f"'{key}'" for key in ids[:_SHOWN])
    return f"{shown} and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else shown
