"""The workbook behind a native chart: one sheet, numbers as numbers, words as words.

Every text is an inline string, so nothing that data hold can become a formula or a link, whatever sign it starts with:
a library for workbooks makes a formula of `=1+1` and a link of an address, and stamps the time of day. Without a
workbook behind it Word shows a chart, but its data cannot be edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from briefgen.render.docx.package.wordprocessingml import attribute
from briefgen.render.docx.package.zip_writing import zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefgen.model.charts import Chart, Point, Series

SHEET = "Data"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_LETTERS = 26

_FIXED = {
    "[Content_Types].xml": (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SPREADSHEET}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SPREADSHEET}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    # No styles, no shared strings, no properties: a spreadsheet takes a workbook without them.
    "xl/workbook.xml": (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
}


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of the sheet under its head; None is an empty cell."""

    letter: str
    head: str
    cells: tuple[Decimal | str | None, ...]

    @property
    def name(self) -> str:
        """The cell of the head, as charts refer to it."""
        return f"{SHEET}!${self.letter}$1"

    @property
    def range(self) -> str:
        """The cells under the head, as charts refer to them."""
        return f"{SHEET}!${self.letter}$2:${self.letter}${len(self.cells) + 1}"


@dataclass(frozen=True, slots=True)
class SeriesColumns:
    """The columns of one series: its values, its labels with their doubt, and its whiskers' lengths."""

    values: SheetColumn
    labels: SheetColumn
    below: SheetColumn | None
    above: SheetColumn | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A chart's numbers laid out in columns."""

    categories: SheetColumn
    series: tuple[SeriesColumns, ...]

    @property
    def columns(self) -> list[SheetColumn]:
        """All columns from left to right."""
        parts = (column for one in self.series for column in (one.values, one.labels, one.below, one.above))
        return sorted((self.categories, *(c for c in parts if c)), key=lambda c: (len(c.letter), c.letter))

    @property
    def _rows(self) -> list[Sequence[Decimal | str | None]]:
        columns = self.columns
        return [[column.head for column in columns], *zip(*(column.cells for column in columns), strict=True)]

    @property
    def text(self) -> str:
        """The cells row by row, as they are read back from a workbook that a spreadsheet saved."""
        return "\n".join("\t".join(map(_said, row)) for row in self._rows)

    def xlsx(self) -> bytes:
        """The workbook, the same bytes each time."""
        columns, rows = self.columns, self._rows
        written = "".join(_row(number, row, columns) for number, row in enumerate(rows, 1))
        sheet = f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{written}</sheetData></worksheet>'
        members = {**_FIXED, "xl/worksheets/sheet1.xml": sheet}
        return zipped({name: text.encode() for name, text in members.items()})


def sheet_of(chart: Chart) -> Sheet:
    """Categories, then every series' values, then the labels as printed, then the whiskers where there are any."""
    count = len(chart.series)
    letters = iter(_letter(number) for number in range(1 + count * 4))
    categories = SheetColumn(next(letters), "", chart.categories)
    values = [_column(next(letters), s.name, s, lambda p: p.value) for s in chart.series]
    labels = [
        SheetColumn(
            next(letters),
            f"≈ {s.name}",
            tuple(chart.printed(s, index) if point else None for index, point in enumerate(s.points)),
        )
        for s in chart.series
    ]
    below = [
        _whisker(letters, f"− {s.name}", s, lambda p: None if p.low is None else p.value - p.low) for s in chart.series
    ]
    above = [
        _whisker(letters, f"+ {s.name}", s, lambda p: None if p.high is None else p.high - p.value)
        for s in chart.series
    ]
    series = tuple(SeriesColumns(*columns) for columns in zip(values, labels, below, above, strict=True))
    return Sheet(categories, series)


def _column(letter: str, head: str, series: Series, cell: Callable[[Point], Decimal | str | None]) -> SheetColumn:
    return SheetColumn(letter, head, tuple(cell(point) if point else None for point in series.points))


def _whisker(
    letters: Iterator[str], head: str, series: Series, length: Callable[[Point], Decimal | None]
) -> SheetColumn | None:
    if not any(point and point.low is not None and point.high is not None for point in series.points):
        return None
    return _column(next(letters), head, series, length)


def _row(number: int, cells: Sequence[Decimal | str | None], columns: Sequence[SheetColumn]) -> str:
    made = "".join(_cell(f"{column.letter}{number}", cell) for column, cell in zip(columns, cells, strict=True))
    return f'<row r="{number}">{made}</row>'


def _said(value: Decimal | str | None) -> str:
    return plain_number(value) if isinstance(value, Decimal) else value or ""


def plain_number(value: Decimal | str) -> str:
    """A number as it stays when spreadsheets save it: they keep some fifteen digits, and write them each in its way."""
    return format(float(value), ".12g")  # three digits to spare below those fifteen, so that both round alike


def _cell(place: str, value: Decimal | str | None) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{attribute(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value:f}</v></c>'


def _letter(number: int) -> str:
    """A column's name from its number, which counts from 0: A to Z, AA ..."""
    letters = ""
    while number >= 0:
        letters = chr(ord("A") + number % _LETTERS) + letters
        number = number // _LETTERS - 1
    return letters
