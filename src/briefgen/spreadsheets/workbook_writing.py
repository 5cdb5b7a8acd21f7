"""Sheets to the bytes of a workbook: the same bytes each time, every cell a text, and none of them a formula."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import xlsxwriter

from briefgen.records import dataclass
from briefgen.spreadsheets.data_sheets import titled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from briefgen.spreadsheets.data_sheets import DataSheet, FieldColumn

ABOUT = "(about)"
"""The sheet that says what the workbook is."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a program for tables may take for the beginning of a formula."""
_SPARE_ROWS = 500
"""Rows below the last that have lists to choose from too."""
_LONGEST_LIST = 255
"""Characters of a list that a workbook holds beside its cells."""
_WIDTHS = (10, 50)
_CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook has no zone; no clock, so that the bytes are the same


def workbook_bytes(sheets: Sequence[DataSheet], relation: str) -> bytes:
    """A workbook with a sheet for each file, and one that says what it is."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(file, options)
    book.set_properties({"title": f"Data of {relation}", "created": _CREATED})
    formats = _Formats(
        book.add_format({"bold": True, "text_wrap": False}),
        book.add_format({"num_format": "@"}),
        book.add_format({"num_format": "@", "quote_prefix": True}),
    )
    _about(book.add_worksheet(ABOUT), relation, ", ".join(sheet.name for sheet in sheets if sheet.is_table))
    for title, sheet in titled(sheets).items():
        _write(book.add_worksheet(title), sheet, formats)
    book.close()
    return file.getvalue()


@dataclass(frozen=True, slots=True)
class _Formats:
    head: Format
    text: Format
    quoted: Format


def _about(page: Worksheet, relation: str, tables: str) -> None:
    lines = (
        ("relation", relation),
        ("how", "Change cells, add rows; keep the ids and the heads. Then: briefgen data import FILE.xlsx"),
        ("lists", "Several values stand in brackets: [trade, politics]"),
        ("sources", "Ids of references.json, which is no sheet: {ref: some-report}"),
        (
            tables,
            "There values have ; between and no brackets, a source is its id alone: some-report; other-report",
        ),
    )
    for row, line in enumerate(lines):
        page.write_row(row, 0, line)
    page.set_column(0, 0, max(12, len(tables)))
    page.set_column(1, 1, 90)


def _write(page: Worksheet, sheet: DataSheet, formats: _Formats) -> None:
    page.freeze_panes(1, 1)
    last = len(sheet.rows) + _SPARE_ROWS
    for number, column in enumerate(sheet.columns):
        cells = [row.get(column.name, "") for row in sheet.rows]
        width = max(map(len, (column.name, *cells)))
        page.set_column(number, number, min(max(width, _WIDTHS[0]), _WIDTHS[1]), formats.text)
        page.write_string(0, number, column.name, formats.head)
        page.write_comment(0, number, _help(column), {"x_scale": 2})
        for row, text in enumerate(cells, 1):
            if text:
                page.write_string(row, number, text, formats.quoted if text.startswith(_FORMULA) else formats.text)
        if column.choices and len(",".join(column.choices)) <= _LONGEST_LIST:
            page.data_validation(1, number, last, number, {
                "validate": "list", "source": list(column.choices), "error_title": column.name,
                "error_message": "Choose a word of the list.",
            })  # fmt: skip


def _help(column: FieldColumn) -> str:
    return f"{'Required. ' if column.is_required else ''}{column.about}"
