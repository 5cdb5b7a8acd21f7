"""CSV with a declared dialect: comma, double quotes, a header line, one row a record."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, did_you_mean, echo
from briefgen.load.nodes.decoding import MAX_BYTES
from briefgen.load.nodes.node import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.diagnostics import Report
    from briefgen.load.nodes.node import Node

MAX_ROWS = 20_000
"""Reading so many takes two seconds and 110 MB."""
MAX_COLUMNS = 100
MAX_FIELD = 10_000
"""Characters."""
csv.field_size_limit(MAX_BYTES)  # the module's own limit would end the reading without a place


@dataclass(frozen=True, slots=True)
class Columns:
    """What a file's header may and must hold."""

    known: frozenset[str]
    required: frozenset[str]
    lists: frozenset[str]
    """Columns whose fields hold several values with `;` between."""


def parse_csv(text: str, path: str, columns: Columns, report: Report) -> list[Mapping]:
    """The rows as mappings; empty fields are left out. Rows that cannot be read are reported."""
    if text.count("\n", 0, -1) > MAX_ROWS:
        report.error("BG103", Place(path, MAX_ROWS + 2, 1), f"holds more than {MAX_ROWS} rows", "split the file")
        return []
    rows = _rows(text, path, report)
    first = next(rows, None)
    if first is None:
        if not text.strip():
            hint = f"begin with: {','.join(sorted(columns.required))}"
            report.error("BG104", Place(path, 1), "has no header line", hint)
        return []
    header = [name.strip() for name, _ in first]
    if not _header_holds(header, first, path, columns, report):
        return []
    found: list[Mapping] = []
    for row in rows:
        if len(row) != len(header):
            hint = "quote fields that hold a comma; numbers have a decimal point, and nothing between thousands"
            message = f"this row has {len(row)} fields, the header has {len(header)}"
            report.error("BG104", Place(path, row[0][1].line, 1), message, hint)
            continue
        found.append(_mapping(header, row, columns))
    return found


def _header_holds(
    header: list[str], fields: list[tuple[str, Place]], path: str, columns: Columns, report: Report
) -> bool:
    sound = True
    if len(header) == 1 and ";" in header[0]:
        report.error("BG104", Place(path, 1), "uses semicolons between fields", "save the file with commas")
        return False
    for name, (_, place) in zip(header, fields, strict=True):
        if name not in columns.known:
            report.error("BG106", place, f"there is no column '{echo(name)}'", did_you_mean(name, columns.known))
            sound = False
        elif header.count(name) > 1:
            report.error("BG105", place, f"the column '{name}' is given twice", "keep one of the two")
            sound = False
    for name in sorted(columns.required - set(header)):
        report.error("BG107", Place(path, 1), f"the column '{name}' is missing", "add it to the header line")
        sound = False
    return sound


def _mapping(header: list[str], row: list[tuple[str, Place]], columns: Columns) -> Mapping:
    items: dict[str, Node] = {}
    keys: dict[str, Place] = {}
    for name, (text, place) in zip(header, row, strict=True):
        value = text.strip()
        if not value:
            continue
        keys[name] = place
        if name in columns.lists:
            parts = tuple(Scalar(part.strip(), place) for part in value.split(";") if part.strip())
            items[name] = Sequence(parts, place)
        else:
            items[name] = Scalar(value, place)
    return Mapping(items, keys, Place(row[0][1].path, row[0][1].line, 1))


def _rows(text: str, path: str, report: Report) -> Iterator[list[tuple[str, Place]]]:
    """Rows of fields with their places; blank lines are passed over."""
    # Strict: else a quotation mark that is never closed takes the rest of the file into one field.
    reader = csv.reader(io.StringIO(text), strict=True)
    lines = text.split("\n")
    start = 1
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            hint = "close the quotation mark that this row opens, or shorten the field"
            report.error("BG104", Place(path, start), f"cannot be read as CSV: {error}", hint)
            return
        if row is None:
            return
        if len(row) > MAX_COLUMNS:
            message = f"this row has {len(row)} fields, at most {MAX_COLUMNS} are read"
            report.error("BG103", Place(path, start, 1), message, "take out what is not needed")
            return
        if row:
            written = "\n".join(lines[start - 1 : reader.line_num])
            fields = list(zip(row, _places(len(row), written, path, start), strict=True))
            short = [_is_short(field, place, report) for field, place in fields]
            if all(short):
                yield fields
        start = reader.line_num + 1


def _is_short(field: str, place: Place, report: Report) -> bool:
    if len(field) <= MAX_FIELD:
        return True
    report.error("BG103", place, f"this field is longer than {MAX_FIELD} characters", "shorten it")
    return False


def _places(count: int, text: str, path: str, number: int) -> Iterator[Place]:
    """Where each field of a row begins, found by reading along its text; `number` is the row's first line."""
    at, line, begin = 0, number, 0
    for _ in range(count):
        yield Place(path, line, at - begin + 1)
        quoted = inside = text[at : at + 1] == '"'
        at += quoted
        while at < len(text) and (inside or text[at] != ","):
            if quoted and text[at] == '"':
                inside = not inside  # a doubled quotation mark closes and opens again
            elif text[at] == "\n":
                line, begin = line + 1, at + 1
            at += 1
        at += 1
