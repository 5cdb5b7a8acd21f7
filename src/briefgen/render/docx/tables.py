"""Tables: a header row that repeats, rows that do not split, widths that fit the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import Align, Cell, KeyFigures, Table
from briefgen.render.docx.widths import column_widths, plain
from briefgen.render.docx.xml import attribute, paragraph, twips

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.render.docx.inlines import InlineWriter

_ALIGN = {Align.START: "", Align.CENTRE: '<w:jc w:val="center"/>', Align.END: '<w:jc w:val="right"/>',
          Align.DECIMAL: '<w:jc w:val="right"/>'}  # fmt: skip
_MOST_CARDS = 4


def table_xml(table: Table, inlines: InlineWriter, measure: float) -> str:
    """A table with its header row, in the brief's table style."""
    widths = [twips(width) for width in column_widths(table, measure)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    title = plain(table.caption.title) if table.caption else " / ".join(plain(cell.inlines) for cell in table.header)
    look = _look(row_header=table.row_header)
    properties = _properties("BriefTable", sum(widths), look, title)
    head = _row(table.header, widths, table.align, inlines, style="TableHead", row="<w:cantSplit/><w:tblHeader/>")
    rows = "".join(
        _row(row, widths, table.align, inlines, style="TableText", row="<w:cantSplit/>") for row in table.rows
    )
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"


def _look(*, row_header: bool) -> str:
    """Which parts of the table style apply; Word's checker reads the header row from here."""
    value = "04A0" if row_header else "0420"
    parts = {"firstRow": 1, "lastRow": 0, "firstColumn": int(row_header), "lastColumn": 0, "noHBand": 1, "noVBand": 1}
    return f'<w:tblLook w:val="{value}" ' + " ".join(f'w:{name}="{on}"' for name, on in parts.items()) + "/>"


def _properties(style: str, width: int, look: str, title: str) -> str:
    return (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}<w:tblCaption w:val="{attribute(title)}"/></w:tblPr>'
    )


def _row(
    cells: Sequence[Cell], widths: Sequence[int], align: Sequence[Align], inlines: InlineWriter, *, style: str, row: str
) -> str:
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{paragraph(style, inlines.runs(cell.inlines), _ALIGN[side])}</w:tc>"
        for cell, width, side in zip(cells, widths, align, strict=True)
    )
    return f"<w:tr><w:trPr>{row}</w:trPr>{made}</w:tr>"


def cards_xml(figures: KeyFigures, inlines: InlineWriter, measure: float) -> str:
    """Key figures side by side, up to four to a row; the cells read card by card."""
    rows = [figures.cards[i : i + _MOST_CARDS] for i in range(0, len(figures.cards), _MOST_CARDS)]
    columns = len(rows[0])
    width = twips(measure) // columns
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    look = _look(row_header=False)
    body = ""
    for number, row in enumerate(rows):
        cells = ""
        for card in row:
            value = inlines.runs(card.value)
            unit = inlines.runs(card.unit, '<w:rStyle w:val="CardUnit"/>')
            blank = '<w:r><w:t xml:space="preserve"> </w:t></w:r>' if unit else ""
            words = paragraph("CardValue", value + blank + unit) + paragraph("CardLabel", inlines.runs(card.label))
            cells += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{words}</w:tc>'
        cells += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p/></w:tc>' * (columns - len(row))
        head = "<w:cantSplit/><w:tblHeader/>" if number == 0 else "<w:cantSplit/>"
        body += f"<w:tr><w:trPr>{head}</w:trPr>{cells}</w:tr>"
    properties = _properties("KeyFigures", width * columns, look, "Key figures")
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
