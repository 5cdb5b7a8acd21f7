"""A workbook as texts: each cell with its place, and what no cell of data may be told."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

import openpyxl

from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass, field
from briefgen.spreadsheets.workbook_writing import ABOUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

MAX_WORKBOOK = 20_000_000
"""Bytes."""
_MAX_UNPACKED = 200_000_000
_MAX_ROWS, _MAX_COLUMNS = 20_001, 200
_DECIMALS = late_pattern(r"(?:#,##)?0\.(0{1,9})")
"""Formats of numbers that show so many decimals: `0.0`, `#,##0.00`."""


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong in a workbook."""

    where: str
    """`visits!C4`; empty for the whole file."""
    message: str
    hint: str


class WorkbookError(ValueError):
    """A file that is no workbook that can be read."""


@dataclass(slots=True)
class GivenSheet:
    """What stands in a sheet."""

    name: str
    columns: list[str]
    rows: list[tuple[int, dict[str, str]]]
    """The number of each row that holds something, and its cells by column."""

    def cell(self, row: int, column: str) -> str:
        """A cell as people name it: `visits!C4`."""
        at = self.columns.index(column) + 1 if column in self.columns else 1
        return f"{self.name}!{openpyxl.utils.get_column_letter(at)}{row}"


@dataclass(slots=True)
class GivenWorkbook:
    """What stands in a workbook."""

    relation: str
    sheets: dict[str, GivenSheet] = field(default_factory=dict)
    problems: list[CellProblem] = field(default_factory=list)


def read_workbook(data: bytes) -> GivenWorkbook:
    """The texts of a workbook.

    Raises:
        WorkbookError: where it cannot be read, or is larger than any data.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = sum(part.file_size for part in package.infolist())
        book = openpyxl.load_workbook(io.BytesIO(data), keep_links=False) if size <= _MAX_UNPACKED else None
    except Exception as error:  # whatever the library stumbles over
        raise WorkbookError(f"it is no workbook that can be read ({type(error).__name__})") from error
    if book is None:
        raise WorkbookError("it holds more than any data would")
    about = book[ABOUT] if ABOUT in book.sheetnames else None
    found = GivenWorkbook(str(about["B1"].value or "") if about else "")
    for page in book.worksheets:
        if page.title != ABOUT:
            found.sheets[page.title] = _sheet(page, found.problems)
    return found


def _sheet(page: Worksheet, problems: list[CellProblem]) -> GivenSheet:
    if page.max_row > _MAX_ROWS or page.max_column > _MAX_COLUMNS:
        problems.append(CellProblem(page.title, "the sheet is larger than any data", "delete empty rows and columns"))
        return GivenSheet(page.title, [], [])
    rows = page.iter_rows()
    head = [_text(cell, problems).strip() for cell in next(rows, ())]
    twice = dict.fromkeys(name for name in head if name and head.count(name) > 1)
    problems += [CellProblem(page.title, f"the column '{name}' is there twice", "keep one of them") for name in twice]
    return GivenSheet(page.title, head, list(_rows(rows, head, problems)))


def _rows(
    rows: Iterator[tuple[Cell, ...]], head: list[str], problems: list[CellProblem]
) -> Iterator[tuple[int, dict[str, str]]]:
    for number, row in enumerate(rows, 2):
        texts = [(cell, name, _text(cell, problems)) for cell, name in zip(row, head, strict=True)]
        for cell, name, text in texts:
            if text and not name:
                message, hint = "the cell stands in a column without a name", "name the column in the first row"
                problems.append(CellProblem(_named(cell), message, hint))
        if cells := {name: text for _, name, text in texts if name and text}:
            yield number, cells


def _text(cell: Cell, problems: list[CellProblem]) -> str:
    """A cell as it would be typed into a file; a formula or an error is none."""
    value = cell.value
    if cell.data_type == "f":
        problems.append(CellProblem(_named(cell), "the cell holds a formula", "paste its value in its place"))
        return ""
    if cell.data_type == "e":
        problems.append(CellProblem(_named(cell), f"the cell holds an error, {value}", "type what is meant"))
        return ""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return _number(value, cell.number_format)
        case dt.datetime():
            return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
        case dt.date():
            return value.isoformat()
        case _:
            return " ".join(str(value).split("\n")).strip()


def _number(value: float, shown_as: str) -> str:
    """A number with the digits that the cell shows: 104.0 is told more closely than 104.

    Digits that the cell rounds away are kept: they were entered.
    """
    decimals = _DECIMALS.fullmatch(shown_as)
    if decimals and float(shown := f"{value:.{len(decimals[1])}f}") == value:
        return shown
    return repr(int(value)) if float(value).is_integer() else repr(value)


def _named(cell: Cell) -> str:
    return f"{cell.parent.title}!{cell.coordinate}"
