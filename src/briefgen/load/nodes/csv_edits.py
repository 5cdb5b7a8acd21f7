"""Changes of single fields in the text of a table: all else stays as it is, character by character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.load.nodes.csv_dialect import dialect_of
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class _Field:
    start: int
    end: int
    text: str
    is_quoted: bool


@dataclass(frozen=True, slots=True)
class SpannedTable:
    """The rows of a table that the loader takes without a fault."""

    delimiter: str
    head: tuple[str, ...]
    rows: tuple[tuple[_Field, ...], ...]

    def cells(self) -> list[dict[str, str]]:
        """Column → text, of each row; empty ones are left out."""
        return [
            {
                name: field.text.strip()
                for name, field in zip(self.head, row, strict=False)
                if name and field.text.strip()
            }
            for row in self.rows
        ]


def table_of(text: str, known: frozenset[str]) -> SpannedTable:
    """The table of a text, by the names that its head may hold."""
    dialect = dialect_of(text, known)
    at = 0
    for _ in range(dialect.begins):
        at = text.index("\n", at) + 1
    rows = [row for row in _rows(text, at, dialect.delimiter) if any(field.text.strip() for field in row)]
    head = tuple(field.text.strip() for field in rows[0]) if rows else ()
    return SpannedTable(dialect.delimiter, head, tuple(map(tuple, rows[1:])))


def table_edited(text: str, known: frozenset[str], edits: Mapping[tuple[int, str], str]) -> str:
    """With some fields changed: row, from 0, and column → what is to stand there."""
    table = table_of(text, known)
    splices = []
    for (row, column), new in edits.items():
        field = table.rows[row][table.head.index(column)]
        splices.append(
            (field.start, field.end, _written(new, table.delimiter, is_quoted=field.is_quoted and bool(new)))
        )
    for start, end, new in sorted(splices, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def with_row(text: str, known: frozenset[str], cells: Mapping[str, str], head: Sequence[str]) -> str:
    """With one more row at its end; a table without a head gets this one."""
    table = table_of(text, known)
    names, delimiter = table.head or tuple(head), table.delimiter
    ends = "\r\n" if "\r\n" in text else "\n"
    if not table.head:
        text = f"{delimiter.join(names)}{ends}"
    if not text.endswith("\n"):
        text += ends
    return text + delimiter.join(_written(cells.get(name, ""), delimiter, is_quoted=False) for name in names) + ends


def _written(text: str, delimiter: str, *, is_quoted: bool) -> str:
    must = any(sign in text for sign in (delimiter, '"', "\n", "\r")) or text != text.strip()
    return '"' + text.replace('"', '""') + '"' if must or is_quoted else text


def _rows(text: str, at: int, delimiter: str) -> Iterator[list[_Field]]:
    """Each row, with where its fields stand."""
    row: list[_Field] = []
    while at < len(text):
        field = _field(text, at, delimiter)
        row.append(field)
        at = field.end
        if text[at : at + 1] == delimiter:
            at += 1
            if at == len(text):
                row.append(_Field(at, at, "", is_quoted=False))
            continue
        yield row
        row = []
        at += 2 if text[at : at + 2] == "\r\n" else 1
    if row:
        yield row


def _field(text: str, at: int, delimiter: str) -> _Field:
    if text[at : at + 1] != '"':
        end = at
        while end < len(text) and text[end] not in {delimiter, "\n", "\r"}:
            end += 1
        return _Field(at, end, text[at:end], is_quoted=False)
    end = at + 1
    while end < len(text):
        if text[end] == '"':
            if text[end + 1 : end + 2] != '"':
                break
            end += 1
        end += 1
    return _Field(at, end + 1, text[at + 1 : end].replace('""', '"'), is_quoted=True)
