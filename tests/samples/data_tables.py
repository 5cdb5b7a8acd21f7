"""The tables of docs/data.md, made from what the records declare; `python tests/samples/data_tables.py` prints them."""

from __future__ import annotations

import inspect
import sys
from typing import TYPE_CHECKING, assert_never

from briefgen.load.facts.fact_tables import table_shape
from briefgen.model.facts.declarations import fields_of
from briefgen.model.facts.declared_indicators import DeclaredIndicator
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.parties_people_references import Ground, Organisation, Person, Reference, Rejected, Term
from briefgen.model.kinds import SHIPPED_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.model.facts.declarations import DeclaredField, OwnRecord
    from briefgen.model.facts.kind import Kind

BEGIN = "<!-- made from the declarations: python -m pytest tests/docs --update-golden -->"
END = "<!-- end of what is made from the declarations -->"
COLUMNS = {
    "op": "about, more_than, at_least, less_than, at_most", "half_unit": "number", "scale": "number",
    "currency": "words", "unit": "words", "sources": "ids, `;` between", "locator": "words", "quote": "quote",
}  # fmt: skip
"""What stands in columns that are no field of their own."""


def tables() -> str:
    """All of them, with their headings."""
    common = _table(_row(field.name, _value(field), field) for field in fields_of(Fact) if _is_entered(field))
    shared = {
        "Grounds of a headline": Ground, "people.yaml": Person, "Terms of office of a person": Term,
        "organisations.yaml": Organisation,
        "indicators.yaml": DeclaredIndicator,
        "rejected.yaml": Rejected, "references.json": Reference,
    }  # fmt: skip
    parts = [
        f"## What every fact may carry\n\n{common}",
        *(_of_kind(kind) for kind in SHIPPED_KINDS.values()),
        *(f"### {title}\n\n{_about(made)}\n\n{_table(_rows(made))}" for title, made in shared.items()),
    ]
    return "\n\n".join(parts)


def _of_kind(kind: Kind) -> str:
    intro = f"### {kind.file}\n\n{kind.about}"
    if kind.is_table:
        fields = {field.written: field for field in kind.fields}
        rows = (
            _line(name, read.required, COLUMNS.get(name) or _value(fields[name]), read.about)
            for name, read in table_shape(kind).fields.items()
        )
        return f"{intro}\n\n{_table(rows)}"
    nested = [
        f"`{field.name}` of {kind.what}, each {field.narrowed.each} with the common fields and these:\n\n"
        f"{_table(_rows(field.type))}"
        for field in kind.fields
        if field.role is FieldRole.PARTS
    ]
    return "\n\n".join([f"{intro}\n\n{_table(_rows(kind.made_of))}", *nested])


def _about(made: type) -> str:
    return inspect.cleandoc(made.__doc__ or "")


def _rows(made: type | OwnRecord) -> Iterator[str]:
    """The fields of a record that not every fact has."""
    is_fact = isinstance(made, type) and issubclass(made, Fact)
    common = {field.name for field in fields_of(Fact)} if is_fact else set()
    return (_row(f.written, _value(f), f) for f in fields_of(made) if f.name not in common and _is_entered(f))


def _is_entered(field: DeclaredField) -> bool:
    return field.role not in {FieldRole.PLACE, FieldRole.AS_READ, FieldRole.PROSE}


def _table(rows: Iterable[str]) -> str:
    return "\n".join(["| field | value | what it is |", "|---|---|---|", *rows])


def _row(name: str, value: str, field: DeclaredField) -> str:
    return _line(name, field.required, f"list of: {value}" if field.many else value, field.about)


def _line(name: str, required: bool, value: str, about: str) -> str:  # noqa: FBT001 - a cell of a row
    return f"| {f'**{name}**' if required else name} | {value} | {about} |"


def _value(field: DeclaredField) -> str:  # noqa: C901, PLR0912 - one case a role or more
    match field.role:
        case FieldRole.ID | FieldRole.REFERENCE:
            return "id"
        case FieldRole.LINK:
            return f"id, of {' or '.join(field.narrowed.to)}" if field.narrowed.to else "id of a fact"
        case FieldRole.PERSON | FieldRole.ORGANISATION:
            return f"id of a{'n' if field.role is FieldRole.ORGANISATION else ''} {field.role.name.lower()}"
        case FieldRole.ONE_OF | FieldRole.STATUS:
            return ", ".join(field.choices)
        case FieldRole.SENSITIVITY:
            return "public, official, restricted"
        case (
            FieldRole.TOPICS | FieldRole.ACTOR | FieldRole.VENUE | FieldRole.QUANTITY | FieldRole.TEXT | FieldRole.QUOTE
        ):
            return {"topics": "topic"}.get(field.role.name.lower(), field.role.name.lower())
        case FieldRole.TITLE:
            return "text, of one line"
        case FieldRole.VALUED:
            return "text, of one line, with values of facts"
        case FieldRole.AUDIENCE:
            return "id of an audience"
        case FieldRole.GROUNDS:
            return "id of a fact, or ground"
        case FieldRole.LINE | FieldRole.WORDS | FieldRole.SEED:
            return "words"
        case FieldRole.ADDRESS:
            return "address"
        case FieldRole.INFERRED:
            return "name of a field"
        case FieldRole.SUPPRESSIONS:
            return "code or short name of a check"
        case FieldRole.SOURCES:
            return "source"
        case FieldRole.TERMS:
            return "term of office"
        case FieldRole.TRUTH | FieldRole.MAJOR | FieldRole.PLANNED:
            return "yes or no"
        case FieldRole.WHOLE:
            return "whole number"
        case FieldRole.FILE:
            return "name of a file"
        case FieldRole.MONEY | FieldRole.RATE:
            return "number"
        case FieldRole.INDICATOR:
            return "id of an indicator"
        case FieldRole.PARTY:
            return "party, or `WLD`" if field.narrowed.may_be_world else "party"
        case FieldRole.COUNTRY:
            return "country"
        case FieldRole.PARTS:
            return f"{field.narrowed.each}, see below"
        case (
            FieldRole.HAPPENED | FieldRole.BEGINS | FieldRole.ENDS | FieldRole.DURING | FieldRole.HOLDS_FOR
            | FieldRole.SPEAKS_OF | FieldRole.SCHEDULED | FieldRole.EMBARGO | FieldRole.RECORDED
        ):  # fmt: skip
            return "date"
        case FieldRole.PERIOD:
            return "period"
        case FieldRole.YEAR_BEGINS:
            return "day of the year"
        case FieldRole.AUTHORS:
            return "name, as CSL-JSON has it"
        case FieldRole.PLACE | FieldRole.AS_READ | FieldRole.PROSE:
            raise AssertionError(field.name)
        case _:
            assert_never(field.role)


if __name__ == "__main__":
    sys.stdout.write(tables() + "\n")
