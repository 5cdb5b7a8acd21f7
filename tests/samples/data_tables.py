"""The tables of docs/data.md, made from what the records declare; `python tests/samples/data_tables.py` prints them."""

from __future__ import annotations

import inspect
import sys
from typing import TYPE_CHECKING

from briefgen.load.facts.fact_tables import table_shape
from briefgen.model.facts.declarations import fields_of
from briefgen.model.facts.declared_indicators import DeclaredIndicator
from briefgen.model.facts.entered_values import entered_as
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
    common = _table(_row(field.name, entered_as(field), field) for field in fields_of(Fact) if _is_entered(field))
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
            _line(name, read.required, COLUMNS.get(name) or entered_as(fields[name]), read.about)
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
    return (_row(f.written, entered_as(f), f) for f in fields_of(made) if f.name not in common and _is_entered(f))


def _is_entered(field: DeclaredField) -> bool:
    return field.role not in {FieldRole.PLACE, FieldRole.AS_READ, FieldRole.PROSE}


def _table(rows: Iterable[str]) -> str:
    return "\n".join(["| field | value | what it is |", "|---|---|---|", *rows])


def _row(name: str, value: str, field: DeclaredField) -> str:
    return _line(name, field.required, f"list of: {value}" if field.many else value, field.about)


def _line(name: str, required: bool, value: str, about: str) -> str:  # noqa: FBT001 - a cell of a row
    return f"| {f'**{name}**' if required else name} | {value} | {about} |"


if __name__ == "__main__":
    sys.stdout.write(tables() + "\n")
