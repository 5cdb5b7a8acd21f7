"""Facts in CSV files: one row, one claim."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from briefgen.load.facts.sensitivity_labels import has_label
from briefgen.load.facts.table_numbers import in_plain_numbers
from briefgen.load.nodes.csv_rows import Columns, parse_csv
from briefgen.load.shapes.converters import ID, LINE, QUOTE, WORDS, one_of
from briefgen.load.shapes.declared_shapes import MOST_SHAPES, converter_of
from briefgen.load.shapes.number_hints import number_hint
from briefgen.load.shapes.shape import BAD, Field, Shape, from_text, list_of
from briefgen.load.shapes.value_schemas import named
from briefgen.model.facts.declarations import DeclarationError, fields_of
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.own_fact import maker_of
from briefgen.model.facts.parties_people_references import Source
from briefgen.model.values.quantity import Op, Quantity, half_unit_of, parse_decimal
from briefgen.records import replace

if TYPE_CHECKING:
    from briefgen.diagnostics import Place, Report
    from briefgen.load.facts.sensitivity_labels import Labels
    from briefgen.load.nodes.node import Mapping
    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.kind import Kind


def _number_hint(text: str) -> str:
    from briefgen.load.shapes.amount_hints import columns_hint  # for a slip alone

    return columns_hint(text) or number_hint(text) or "write digits and at most one point"


_NUMBER = from_text(
    "a number such as 50.2",
    "BG111",
    lambda text: (parse_decimal(text), text),
    _number_hint,
    named("number"),
)
_SCALE = one_of(("1", "1000", "1000000", "1000000000"))
_OP = one_of(op for op in Op if op is not Op.RANGE)
_UNIT = "A currency (ISO 4217: USD) where the indicator is of money; else its indicator's unit, or nothing."
_IN_TABLES = {
    "note": "What a reader should know about its limits; the reason of what `ignore` names.",
    "ignore": "Checks that do not apply, by code or short name, with ; between; the reason stands in `note`.",
}
"""What columns are where a row says it otherwise than a record."""


def _row(**values: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever the columns hold
    return values


@lru_cache(maxsize=MOST_SHAPES)
def table_shape(kind: Kind) -> Shape:
    """The columns of a kind's rows."""
    columns: dict[str, Field] = {}
    for field in kind.fields:
        columns |= _columns_of(field)
    return Shape(kind.what, columns, _row, wants_places=True)


def _columns_of(field: DeclaredField) -> dict[str, Field]:
    """A field as one column or several."""
    match field.role:
        case FieldRole.PLACE:
            return {}
        case FieldRole.SOURCES:
            return {
                "sources": Field(list_of(ID), about="Ids of references; locator and quote belong to the first."),
                "locator": Field(WORDS, about=_about_source("locator")),
                "quote": Field(QUOTE, about=_about_source("quote")),
            }
        case FieldRole.MONEY:
            needed = field.required
            scale = Field(_SCALE, required=needed, about="What the number counts: 1, 1000, 1000000, 1000000000.")
            return {**_number(field), "scale": scale, "currency": Field(LINE, required=needed, about="ISO 4217: USD.")}
        case FieldRole.QUANTITY if field.narrowed.in_columns:
            scale = Field(_SCALE, about="What the number counts: 1000, 1000000 or 1000000000; 1 where absent.")
            return {**_number(field), "scale": scale, "unit": Field(LINE, about=_UNIT)}
        case FieldRole.PARTS | FieldRole.VENUE | FieldRole.ACTOR | FieldRole.TERMS | FieldRole.GROUNDS:
            raise DeclarationError(f"{field.name}: a row of a table holds no {field.role.name.lower()}")
        case _:
            about = _IN_TABLES.get(field.name, field.about)
            return {field.written: Field(converter_of(field), field.required, field.name, about)}


def _number(field: DeclaredField) -> dict[str, Field]:
    """The columns of a number and its doubt."""
    return {
        field.name: Field(_NUMBER, required=field.required, about=field.about),
        "op": Field(_OP, about="How the number is meant: eq (as it stands) where absent."),
        "half_unit": Field(_NUMBER, about="Half of the last digit written; taken from the digits where absent."),
    }


def _about_source(name: str) -> str:
    return next(field.about for field in fields_of(Source) if field.name == name)


def read_table(text: str, path: str, kind: Kind, labels: Labels, report: Report) -> list[Fact]:
    """The rows of a kind's CSV file as facts; wrong ones are reported and left out."""
    shape = table_shape(kind)
    lists = frozenset(field.name for field in kind.fields if field.many)
    columns = Columns(frozenset(shape.fields), frozenset(shape.required), lists)
    found: list[Fact] = []
    make = maker_of(kind.made_of, kind)
    numbers = frozenset(name for name, field in shape.fields.items() if field.converter is _NUMBER)
    for row in in_plain_numbers(parse_csv(text, path, columns, report), numbers, report):
        values = shape.read(row, report)
        if values is not BAD:
            if not has_label(row):
                values["sensitivity"] = labels.default(kind, values["id"], row.place, report)
            found.append(make(**_values_of_fact(values, row, kind)))
    return found


def _values_of_fact(values: dict[str, Any], row: Mapping, kind: Kind) -> dict[str, Any]:
    values["sources"] = _sources(values, row.place)
    reason = str(values.get("note", ""))
    values["ignore"] = tuple(replace(check, reason=reason) for check in values.get("ignore", ()))
    for field in kind.fields:
        if field.role is FieldRole.MONEY or field.narrowed.in_columns:
            amount = _amount(values, field)
            values |= {field.name: amount} if amount else {}
    return values


def _amount(values: dict[str, Any], field: DeclaredField) -> Quantity | None:
    number, half = values.pop(field.name, None), values.pop("half_unit", None)
    op, scale = values.pop("op", Op.EQ), int(values.pop("scale", "1"))
    unit = values.pop("currency" if field.role is FieldRole.MONEY else "unit", "")
    if not number:
        return None
    if half is None and field.role is not FieldRole.MONEY and scale == 1 and "." not in number[1]:
        return Quantity(number[0], op, None, None, unit, scale)  # a count is taken as written
    precision = half[0] if half else half_unit_of(number[1])
    return Quantity(number[0], op, None, precision or Decimal(0), unit, scale)


def _sources(values: dict[str, Any], place: Place) -> tuple[Source, ...]:
    """References of a row; locator and quote belong to the first."""
    locator, quote = values.pop("locator", None), values.pop("quote", None)
    refs = values.get("sources", ())
    at = values["places"].get("sources", place)
    return tuple(
        Source(ref, locator if first else None, quote if first else None, at)
        for ref, first in ((ref, index == 0) for index, ref in enumerate(refs))
    )
