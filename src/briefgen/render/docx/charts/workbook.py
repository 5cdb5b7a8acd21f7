"""The workbook behind a native chart: one sheet, numbers as numbers, words as words, and formulas of our own.

Every text is an inline string, so nothing that data hold can become a formula or a link, whatever sign it starts with:
a library for workbooks makes a formula of `=1+1` and a link of an address, and stamps the time of day. Formulas stand
where one cell follows from another: a label from its value, the ends of a bar from what it can mean. Without a workbook
behind it Word shows a chart, but its data cannot be edited.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass
from briefgen.render.docx.package.wordprocessingml import attribute
from briefgen.render.docx.package.zip_writing import zipped

if TYPE_CHECKING:
    from collections.abc import Sequence

SHEET = "Data"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_LETTERS = 26
_NUMBER = late_pattern(r"\d[\d,]*(?:\.(\d+))?")

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
class Formula:
    """A cell that follows from others, with what it says now."""

    text: str
    says: Decimal | str


Content: TypeAlias = Decimal | str | Formula | None
"""What a cell holds; None is an empty one."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of the sheet under its head."""

    letter: str
    head: str
    cells: tuple[Content, ...]

    @property
    def name(self) -> str:
        """The cell of the head, as charts refer to it."""
        return f"{SHEET}!${self.letter}$1"

    @property
    def range(self) -> str:
        """The cells under the head, as charts refer to them."""
        return f"{SHEET}!${self.letter}$2:${self.letter}${len(self.cells) + 1}"

    @property
    def said(self) -> list[Decimal | str | None]:
        """What the cells say."""
        return [cell.says if isinstance(cell, Formula) else cell for cell in self.cells]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A chart's numbers laid out in columns from left to right."""

    columns: tuple[SheetColumn, ...]

    @property
    def _rows(self) -> list[Sequence[Content]]:
        return [
            [column.head for column in self.columns],
            *zip(*(column.cells for column in self.columns), strict=True),
        ]

    @property
    def text(self) -> str:
        """The cells row by row, as they are read back from a workbook that a spreadsheet saved."""
        return "\n".join("\t".join(["" if cell is None else _said(cell) for cell in row]) for row in self._rows)

    def xlsx(self) -> bytes:
        """The workbook, the same bytes each time."""
        written = "".join(_row(number, row, self.columns) for number, row in enumerate(self._rows, 1))
        sheet = f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{written}</sheetData></worksheet>'
        members = {**_FIXED, "xl/worksheets/sheet1.xml": sheet}
        return zipped({name: text.encode() for name, text in members.items()})


class SheetWriter:
    """Columns one after the other; each knows its letter when it is made."""

    def __init__(self) -> None:
        self.columns: list[SheetColumn] = []

    @property
    def next_letter(self) -> str:
        """The letter of the column that comes next."""
        return column_letter(len(self.columns))

    def add(self, head: str, cells: Sequence[Content]) -> SheetColumn:
        """A further column."""
        column = SheetColumn(self.next_letter, head, tuple(cells))
        self.columns.append(column)
        return column

    def sheet(self) -> Sheet:
        """What was added."""
        return Sheet(tuple(self.columns))


def label_cell(label: str, value: Decimal, cell: str) -> Content:
    """A label that follows the cell of its value: `="about "&FIXED(B2,1)`. One with several numbers stays as it is."""
    found = [*_NUMBER.finditer(label)]
    if len(found) != 1 or Decimal(found[0][0].replace(",", "")) != abs(value):
        return label
    number = found[0]
    before, behind, places = label[: number.start()], label[number.end() :], len(number[1] or "")
    if before.endswith("\N{MINUS SIGN}"):
        before = before[:-1]
        before, size = f'{_quoted(before)}&IF({cell}<0,"\N{MINUS SIGN}","")&', f"ABS({cell})"
    else:
        before, size = f"{_quoted(before)}&" if before else "", f"ABS({cell})" if value < 0 else cell
    grouped = "" if "," in number[0] or abs(value) < _GROUPED else ",TRUE"
    return Formula(f"{before}FIXED({size},{places}{grouped}){f'&{_quoted(behind)}' if behind else ''}", label)


_GROUPED = 1000


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _row(number: int, cells: Sequence[Content], columns: Sequence[SheetColumn]) -> str:
    both = zip(columns, cells, strict=True)
    made = "".join([_cell(f"{column.letter}{number}", cell) for column, cell in both if cell is not None])
    return f'<row r="{number}">{made}</row>'


def _said(value: Decimal | str | Formula) -> str:
    if isinstance(value, Formula):
        return _said(value.says)
    return plain_number(value) if isinstance(value, Decimal) else value


def plain_number(value: Decimal | str) -> str:
    """A number as it stays when spreadsheets save it: they keep some fifteen digits, and write them each in its way."""
    return format(float(value), ".12g")  # three digits to spare below those fifteen, so that both round alike


def _cell(place: str, value: Decimal | str | Formula) -> str:
    if isinstance(value, Formula):
        kind = ' t="str"' if isinstance(value.says, str) else ""
        says = attribute(value.says) if isinstance(value.says, str) else f"{value.says:f}"
        return f'<c r="{place}"{kind}><f>{attribute(value.text)}</f><v>{says}</v></c>'
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{attribute(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value:f}</v></c>'


def column_letter(number: int) -> str:
    """A column's name from its number, which counts from 0: A to Z, AA ..."""
    letters = ""
    while number >= 0:
        letters = chr(ord("A") + number % _LETTERS) + letters
        number = number // _LETTERS - 1
    return letters
