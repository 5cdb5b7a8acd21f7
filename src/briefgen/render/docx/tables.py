"""Tables: a header row that repeats, rows that do not split, widths that fit the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import Align, KeyFigures, Table
from briefgen.render.docx.widths import column_widths, plain
from briefgen.render.docx.xml import attribute, paragraph, twips
from briefgen.render.grid import covered, spots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.render.docx.inlines import InlineWriter
    from briefgen.render.grid import Spot

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
    (header,), body = spots((table.header,)), spots(table.rows)
    reaching = covered(body, len(table.align))
    head = _row(header, (None,) * len(widths), widths, table.align, inlines, style="TableHead")
    rows = "".join(
        _row(row, above, widths, table.align, inlines, style="TableText")
        for row, above in zip(body, reaching, strict=True)
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
    row: Sequence[Spot],
    above: Sequence[Spot | None],
    widths: Sequence[int],
    align: Sequence[Align],
    inlines: InlineWriter,
    *,
    style: str,
) -> str:
    """A row; where a cell from above reaches into it, Word wants an empty cell that goes on."""
    made: dict[int, str] = {}
    for spot in row:
        cell, column = spot.cell, spot.column
        side = _ALIGN[align[column]] if cell.columns == 1 else ""
        merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
        made[column] = _cell(widths, spot, merge, paragraph(style, inlines.runs(cell.inlines), side))
    for column, reaching in enumerate(above):
        if reaching is not None and reaching.column == column:
            made[column] = _cell(widths, reaching, "<w:vMerge/>", paragraph(style, "", ""))
    repeated = "<w:tblHeader/>" if style == "TableHead" else ""
    cells = "".join(made[column] for column in sorted(made))
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def _cell(widths: Sequence[int], spot: Spot, merge: str, inner: str) -> str:
    columns = spot.cell.columns
    width = sum(widths[spot.column : spot.column + columns])
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>{inner}</w:tc>'


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
