"""trade.csv and products.csv to facts: one row, one claim."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from briefgen.load.facts.sensitivity_labels import has_label
from briefgen.load.nodes.csv_rows import Columns, parse_csv
from briefgen.load.shapes.converters import (
    DATE,
    ID,
    LINE,
    PARTY,
    QUOTE,
    SENSITIVITY,
    STATUS,
    SUPPRESSION,
    TEXT,
    TOPIC,
    WHOLE,
    WORDS,
    one_of,
)
from briefgen.load.shapes.shape import BAD, Field, Shape, from_text, list_of
from briefgen.load.shapes.value_schemas import named
from briefgen.model.facts.controlled_vocabularies import Flow, Valuation, WordedAs, YearBasis
from briefgen.model.facts.entities import Product, TradeObservation
from briefgen.model.facts.parties_people_references import Source
from briefgen.model.values.quantity import Op, Quantity, half_unit_of, parse_decimal

if TYPE_CHECKING:
    from briefgen.diagnostics import Place, Report
    from briefgen.load.facts.sensitivity_labels import Labels
    from briefgen.load.nodes.node import Mapping
    from briefgen.model.facts.fact import Fact

_NUMBER = from_text(
    "a number such as 50.2",
    "BG111",
    lambda text: (parse_decimal(text), text),
    lambda text: "write a decimal point" if "," in text else "write digits and at most one point",
    named("number"),
)
_PARTY_OR_WORLD = replace(PARTY, accepts=named("party_or_world"))
_SCALE = one_of(("1", "1000", "1000000", "1000000000"))
_OP = one_of(op for op in Op if op is not Op.RANGE)

_CLAIM = {
    "id": Field(ID, required=True), "seed": Field(list_of(WORDS)), "status": Field(STATUS),
    "sensitivity": Field(SENSITIVITY), "topics": Field(list_of(TOPIC)), "sources": Field(list_of(ID)),
    "locator": Field(WORDS), "quote": Field(QUOTE), "as_stated": Field(QUOTE), "inferred": Field(list_of(WORDS)),
    "note": Field(TEXT), "note_sensitivity": Field(SENSITIVITY), "embargo_until": Field(DATE),
    "ignore": Field(list_of(SUPPRESSION)), "recorded": Field(DATE),
}  # fmt: skip
_VALUE = {
    "value": Field(_NUMBER), "op": Field(_OP), "half_unit": Field(_NUMBER), "scale": Field(_SCALE),
    "currency": Field(LINE),
}  # fmt: skip
_TRADE = {
    "period": Field(DATE, required=True), "exporter": Field(_PARTY_OR_WORLD, required=True),
    "importer": Field(_PARTY_OR_WORLD, required=True),
    "flow": Field(one_of(Flow), required=True),
    "value": Field(_NUMBER, required=True), "scale": Field(_SCALE, required=True),
    "currency": Field(LINE, required=True), "reporter": Field(PARTY),
    "valuation": Field(one_of(Valuation)),
    "worded_as": Field(one_of(WordedAs)),
    "year_basis": Field(one_of(YearBasis)),
    "scheme": Field(WORDS), "code": Field(WORDS), "label": Field(LINE),
}  # fmt: skip
_PRODUCT = {
    "exporter": Field(PARTY, required=True), "importer": Field(PARTY, required=True),
    "label": Field(LINE, required=True), "hs_scheme": Field(WORDS), "hs_code": Field(WORDS), "rank": Field(WHOLE),
    "period": Field(DATE),
}  # fmt: skip


def _row(**values: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever the columns hold
    return values


TRADE = Shape("a trade figure", {**_CLAIM, **_VALUE, **_TRADE}, _row, wants_places=True)
PRODUCT = Shape("a product", {**_CLAIM, **_VALUE, **_PRODUCT}, _row, wants_places=True)
_LISTS = frozenset({"seed", "topics", "sources", "inferred", "ignore"})


def read_trade(text: str, path: str, labels: Labels, report: Report) -> list[Fact]:
    """The rows of trade.csv."""
    return [TradeObservation(**row) for row in _read(text, path, TRADE, labels, report)]


def read_products(text: str, path: str, labels: Labels, report: Report) -> list[Fact]:
    """The rows of products.csv."""
    return [Product(**row) for row in _read(text, path, PRODUCT, labels, report)]


def _read(text: str, path: str, shape: Shape, labels: Labels, report: Report) -> list[dict[str, Any]]:
    columns = Columns(frozenset(shape.fields), frozenset(shape.required), _LISTS)
    file = path.rsplit("/", 1)[-1].removesuffix(".csv")
    found: list[dict[str, Any]] = []
    for row in parse_csv(text, path, columns, report):
        values = shape.read(row, report)
        if values is not BAD:
            if not has_label(row):
                values["sensitivity"] = labels.default(file, values["id"], row.place, report)
            found.append(_fact_of(values, row))
    return found


def _fact_of(values: dict[str, Any], row: Mapping) -> dict[str, Any]:
    values["sources"] = _sources(values, row.place)
    reason = str(values.get("note", ""))
    values["ignore"] = tuple(replace(check, reason=reason) for check in values.get("ignore", ()))
    number, half = values.pop("value", None), values.pop("half_unit", None)
    op, scale, currency = values.pop("op", Op.EQ), values.pop("scale", "1"), values.pop("currency", "")
    if number:
        precision = half[0] if half else half_unit_of(number[1])
        values["value"] = Quantity(number[0], op, None, precision or Decimal(0), currency, int(scale))
    return values


def _sources(values: dict[str, Any], place: Place) -> tuple[Source, ...]:
    """References of a row; locator and quote belong to the first."""
    locator, quote = values.pop("locator", None), values.pop("quote", None)
    refs = values.get("sources", ())
    at = values["places"].get("sources", place)
    return tuple(
        Source(ref, locator if first else None, quote if first else None, at)
        for ref, first in ((ref, index == 0) for index, ref in enumerate(refs))
    )
