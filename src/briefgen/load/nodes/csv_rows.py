"""Tables as CSV: a header line, one row a record, double quotes; whatever parts the fields."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, did_you_mean, echo
from briefgen.late_patterns import late_pattern
from briefgen.load.nodes.csv_dialect import dialect_of
from briefgen.load.nodes.decoding import MAX_BYTES, is_blank
from briefgen.load.nodes.node import Mapping, Scalar, Sequence
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.diagnostics import Report
    from briefgen.load.nodes.csv_dialect import CsvDialect
    from briefgen.load.nodes.node import Node

MAX_ROWS = 20_000
"""Reading so many takes two seconds and 110 MB."""
MAX_COLUMNS = 100
MAX_FIELD = 10_000
"""Characters."""
_BETWEEN = late_pattern("[;,]")
"""Ids and words of lists hold neither."""
_WHY_NOT = {
    "unexpected end of data": "the quotation mark that this row opens is never closed",
    "expected after": "a quotation mark stands within quoted text",
}
"""Faults of form, by what the standard library says of them."""
csv.field_size_limit(MAX_BYTES)  # the module's own limit would end the reading without a place


@dataclass(frozen=True, slots=True)
class Columns:
    """What a file's header may and must hold."""

    known: frozenset[str]
    required: frozenset[str]
    lists: frozenset[str]
    """Columns whose fields hold several values with `;` between, or commas."""


def parse_csv(text: str, path: str, columns: Columns, report: Report) -> list[Mapping]:
    """The rows as mappings; empty fields and rows are left out. Rows that cannot be read are reported."""
    if text.count("\n", 0, -1) > MAX_ROWS:
        report.error("BG103", Place(path, MAX_ROWS + 2, 1), f"holds more than {MAX_ROWS} rows", "split the file")
        return []
    dialect = dialect_of(text, columns.known)
    rows = _rows(text, path, dialect, report)
    first = next(rows, None)
    if first is None:
        if not text.strip():
            hint = f"begin with: {','.join(sorted(columns.required))}"
            report.error("BG104", Place(path, 1), "has no header line", hint)
        return []
    header = [name.strip() for name, _ in first]
    if not _header_holds(header, first, columns, report):
        return []
    return list(_read(rows, header, dialect, columns, report))


def _read(
    rows: Iterator[list[tuple[str, Place]]], header: list[str], dialect: CsvDialect, columns: Columns, report: Report
) -> Iterator[Mapping]:
    """Each row that fits the head; what has no name of a column must be empty."""
    width = len(header)
    for row in rows:
        if not any(map(_is_filled, row)):
            continue
        if len(row) != width:  # also where the last are empty: a comma too many before them moves what they hold
            message = f"this row has {len(row)} fields, the header has {width}"
            hint = f"put a field that holds a {dialect.name} in straight double quotes, and leave none out"
            report.error("BG104", Place(row[0][1].path, row[0][1].line, 1), message, hint)
            continue
        unnamed = [field for name, field in zip(header, row, strict=True) if not name and _is_filled(field)]
        if unnamed:
            message = "this field stands in a column without a name"
            report.error("BG106", unnamed[0][1], message, "name the column in the header line, or empty the field")
        else:
            yield _mapping(header, row, columns)


def _is_filled(field: tuple[str, Place]) -> bool:
    return not is_blank(field[0])


def _header_holds(header: list[str], fields: list[tuple[str, Place]], columns: Columns, report: Report) -> bool:
    sound = True
    for name, (_, place) in zip(header, fields, strict=True):
        if name and name not in columns.known:
            report.error("BG106", place, f"there is no column '{echo(name)}'", did_you_mean(name, columns.known))
            sound = False
        elif name and header.count(name) > 1:
            report.error("BG105", place, f"the column '{name}' is given twice", "keep one of the two")
            sound = False
    for name in sorted(columns.required - set(header)):
        place = fields[0][1]
        report.error(
            "BG107", Place(place.path, place.line), f"the column '{name}' is missing", "add it to the header line"
        )
        sound = False
    return sound


def _mapping(header: list[str], row: list[tuple[str, Place]], columns: Columns) -> Mapping:
    items: dict[str, Node] = {}
    keys: dict[str, Place] = {}
    for name, (text, place) in zip(header, row, strict=True):
        value = text.strip()
        if is_blank(value) or not name:
            continue
        keys[name] = place
        if name in columns.lists:
            parts = tuple(Scalar(part.strip(), place) for part in _BETWEEN.split(value) if part.strip())
            items[name] = Sequence(parts, place)
        else:
            items[name] = Scalar(value, place)
    return Mapping(items, keys, Place(row[0][1].path, row[0][1].line, 1))


def _rows(text: str, path: str, dialect: CsvDialect, report: Report) -> Iterator[list[tuple[str, Place]]]:
    """Rows of fields with their places; blank lines are passed over."""
    lines = text.split("\n")
    # Strict: else a quotation mark that is never closed takes the rest of the file into one field.
    reader = csv.reader(io.StringIO("\n".join(lines[dialect.begins :])), strict=True, delimiter=dialect.delimiter)
    start = 1 + dialect.begins
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            why = next((why for said, why in _WHY_NOT.items() if said in str(error)), "a line ends where none may")
            hint = "close it, write one within quoted text twice, or shorten the field"
            report.error("BG104", Place(path, start), f"cannot be read as CSV: {why}", hint)
            return
        if row is None:
            return
        if len(row) > MAX_COLUMNS:
            message = f"this row has {len(row)} fields, at most {MAX_COLUMNS} are read"
            report.error("BG103", Place(path, start, 1), message, "take out what is not needed")
            return
        ends = reader.line_num + dialect.begins
        if row:
            written = "\n".join(lines[start - 1 : ends])
            fields = list(zip(row, _places(len(row), written, path, start, dialect.delimiter), strict=True))
            short = [_is_short(field, place, report) for field, place in fields]
            if all(short):
                yield fields
        start = ends + 1


def _is_short(field: str, place: Place, report: Report) -> bool:
    if len(field) <= MAX_FIELD:
        return True
    report.error("BG103", place, f"this field is longer than {MAX_FIELD} characters", "shorten it")
    return False


def _places(count: int, text: str, path: str, number: int, delimiter: str) -> Iterator[Place]:
    """Where each field of a row begins, found by reading along its text; `number` is the row's first line."""
    at, line, begin = 0, number, 0
    for _ in range(count):
        yield Place(path, line, at - begin + 1)
        quoted = inside = text[at : at + 1] == '"'
        at += quoted
        end = text.find(delimiter, at)
        end = len(text) if end < 0 else end
        if not quoted and text.find("\n", at, end) < 0:  # nearly always
            at = end + 1
            continue
        while at < len(text) and (inside or text[at] != delimiter):
            if quoted and text[at] == '"':
                inside = not inside  # a doubled quotation mark closes and opens again
            elif text[at] == "\n":
                line, begin = line + 1, at + 1
            at += 1
        at += 1
