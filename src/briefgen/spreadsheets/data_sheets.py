"""The sheets of a relation: one for each kind of facts, with columns from its declaration and rows from its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.load.facts.fact_tables import table_shape
from briefgen.load.nodes.csv_edits import table_of
from briefgen.load.nodes.decoding import MAX_BYTES, encoding_of
from briefgen.load.nodes.yaml_spans import records_of
from briefgen.model.facts.declarations import DeclaredField, fields_of
from briefgen.model.facts.entered_values import entered_as
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.parties_people_references import Actor, Organisation, Person, Venue
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.model.facts.kind import Kind
    from briefgen.model.facts.relation import Relation
    from briefgen.world import World

ID = "id"
_LONGEST_TITLE = 31
_COMMON = frozenset(field.name for field in fields_of(Fact))
"""What every fact may have stands behind what its kind has."""
_NOT_ENTERED = frozenset({FieldRole.PLACE, FieldRole.AS_READ, FieldRole.PROSE})
_TRUTHS = frozenset({FieldRole.TRUTH, FieldRole.MAJOR, FieldRole.PLANNED})
_WORDS = frozenset({
    FieldRole.ID, FieldRole.LINE, FieldRole.WORDS, FieldRole.QUOTE, FieldRole.ADDRESS, FieldRole.ONE_OF,
    FieldRole.TITLE, FieldRole.TEXT,
})  # fmt: skip
"""What is never a group, whatever sign it begins with; each language of a text has a column of its own."""
_GROUPS = {FieldRole.ACTOR: Actor, FieldRole.VENUE: Venue}
_TEXTS = frozenset({FieldRole.TITLE, FieldRole.TEXT, FieldRole.VALUED})
"""What may stand there in several languages."""
_WRITTEN = {FieldRole.SOURCES: ", such as {ref: some-report}"}
"""How a group is written where hardly anybody guesses it."""


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """A column of a sheet."""

    name: str
    about: str
    """What stands in it, and how it is entered."""
    choices: tuple[str, ...] = ()
    is_structure: bool = False
    """Whether a text in brackets is a list or a group there."""
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class DataSheet:
    """The records of one file."""

    name: str
    path: str
    text: str
    """Of the file; empty where there is none."""
    is_table: bool
    columns: tuple[FieldColumn, ...]
    rows: tuple[dict[str, str], ...]
    """Column → cell, of each record; empty ones are left out."""

    @property
    def known(self) -> frozenset[str]:
        """The names of its columns."""
        return frozenset(column.name for column in self.columns)


def data_sheets(world: World, relation: Relation) -> tuple[DataSheet, ...]:
    """A sheet for each kind whose facts stand in one file, then people and organisations.

    The files are those that the loader has taken without a fault; raises OSError where one cannot be read now.
    """
    folder = f"data/{relation.slug}"
    kinds = [kind for kind in relation.kinds.values() if not kind.is_folder]
    shared = {"people": Person, "organisations": Organisation}
    return (
        *(_sheet_of(world, kind, kind.path(folder)) for kind in kinds),
        *(_listed(world, name, f"data/{name}.yaml", fields_of(made)) for name, made in shared.items()),
    )


def titled(sheets: Sequence[DataSheet]) -> dict[str, DataSheet]:
    """Sheets by what they are called in a workbook, which takes short names that differ in more than capitals."""
    found: dict[str, DataSheet] = {}
    for sheet in sheets:
        title, number = sheet.name[:_LONGEST_TITLE], 2
        while title.casefold() in {other.casefold() for other in found}:
            title, number = f"{sheet.name[: _LONGEST_TITLE - 3]}~{number}", number + 1
        found[title] = sheet
    return found


def _sheet_of(world: World, kind: Kind, path: str) -> DataSheet:
    if not kind.is_table:
        return _listed(world, kind.name, path, kind.fields)
    shape = table_shape(kind)
    text = _text(world, path, is_table=True)
    table = table_of(text, frozenset(shape.fields))
    declared = {field.written: field for field in kind.fields}
    names = [name for name in table.head if name] or list(shape.fields)
    columns = tuple(
        FieldColumn(
            name,
            shape.fields[name].about,
            declared[name].choices if name in declared and not declared[name].many else (),
            is_required=shape.fields[name].required,
        )
        for name in names
    )
    return DataSheet(kind.name, path, text, True, columns, tuple(table.cells()))  # noqa: FBT003 - a table


def _listed(world: World, name: str, path: str, fields: Iterable[DeclaredField]) -> DataSheet:
    text = _text(world, path)
    rows = tuple(record.cells() for record in records_of(text))
    used = dict.fromkeys(key for row in rows for key in row)
    ordered = sorted(fields, key=lambda field: (field.name != ID, field.name in _COMMON))
    columns = [column for field in ordered if field.role not in _NOT_ENTERED for column in _columns(field, used)]
    return DataSheet(name, path, text, False, tuple(columns), rows)  # noqa: FBT003 - a list


def _columns(field: DeclaredField, used: Iterable[str]) -> Iterator[FieldColumn]:
    """A field as one column; as one more for each word of a group."""
    entered = entered_as(field).replace(", see below", "")
    about = f"{field.about} ({f'list of: {entered}' if field.many else entered}{_WRITTEN.get(field.role, '')})"
    choices = ("true", "false") if field.role in _TRUTHS else field.choices
    name = field.written
    of_groups = [key for key in used if key.startswith(f"{name}.")]
    if field.role in _GROUPS and not field.many:
        inner = [f"{name}.{one.written}" for one in fields_of(_GROUPS[field.role]) if one.role not in _NOT_ENTERED]
        of_groups = list(dict.fromkeys([*inner, *of_groups]))
    elif field.role in _TEXTS and not field.many:
        of_groups = list(dict.fromkeys([*of_groups, f"{name}.en"]))
    is_structure = field.many or field.role not in _WORDS
    if name in used or not of_groups:
        yield FieldColumn(name, about, () if field.many else choices, is_structure, field.required and not of_groups)
    yield from (FieldColumn(key, f"{key.partition('.')[2]} of: {about}") for key in of_groups)


def _text(world: World, path: str, *, is_table: bool = False) -> str:
    if not world.is_there(path):
        return ""
    data = world.read(path, MAX_BYTES)
    return data.decode(encoding_of(data) if is_table else "utf-8")
