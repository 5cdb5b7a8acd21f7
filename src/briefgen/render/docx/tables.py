"""Tables: a header row that repeats, rows that do not split, widths that fit the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.model.document import Align, KeyFigure, KeyFigures, Table
from briefgen.render.docx.widths import column_widths, plain
from briefgen.render.docx.xml import DECLARED, NAMESPACES, attribute, paragraph, run, twips
from briefgen.render.grid import covered, spots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.style import Style
    from briefgen.render.docx.inlines import InlineWriter
    from briefgen.render.docx.marks import Marks
    from briefgen.render.grid import Spot

_ALIGN = {Align.START: "", Align.CENTRE: '<w:jc w:val="center"/>', Align.END: '<w:jc w:val="right"/>',
          Align.DECIMAL: '<w:jc w:val="right"/>'}  # fmt: skip
_MOST_CARDS = 4
_UNIT = '<w:rStyle w:val="CardUnit"/><w:b w:val="0"/><w:bCs w:val="0"/>'
"""Weight is said of the run itself: in a style, Word would take it as a change of the paragraph's (17.7.3)."""
_ROOM = twips(10)
_BEFORE = f"{{{NAMESPACES['w']}}}before"
_OWN_ROOM = {"Heading1", "Heading2", "Heading3", "SourceLine", "Caption"}
"""Styles that keep their own distance from what stands above."""
_ROW, _HEADER_ROW = "<w:cantSplit/>", "<w:cantSplit/><w:tblHeader/>"


def table_xml(table: Table, inlines: InlineWriter, style: Style, marks: Marks, measure: float) -> str:
    """A table with its header row, in the brief's table style; its anchor stands in the first cell."""
    widths = [twips(width) for width in column_widths(table, measure, style)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    title = plain(table.caption.title) if table.caption else " / ".join(plain(cell.inlines) for cell in table.header)
    look = _look(row_header=table.row_header)
    properties = _properties("BriefTable", sum(widths), look, title)
    (header,), body = spots((table.header,)), spots(table.rows)
    reaching = covered(body, len(table.align))
    first = marks.anchor(table.key, "table", inlines.runs(table.header[0].inlines))
    head = _row(header, (None,) * len(widths), widths, table.align, inlines, style="TableHead", first=first)
    rows = [
        _row(row, above, widths, table.align, inlines, style="TableText")
        for row, above in zip(body, reaching, strict=True)
    ]
    if rows and table.caption and (table.caption.source or table.caption.note):
        rows[-1] = _kept(rows[-1])
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{head}{''.join(rows)}</w:tbl>"


def _kept(row: str) -> str:
    """A row that stays on the page of what follows it: the source line under a table."""
    named = '<w:pStyle w:val="TableText"/>'
    return row.replace(named, f"{named}<w:keepNext/>")


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
    first: str | None = None,
) -> str:
    """A row; where a cell from above reaches into it, Word wants an empty cell that goes on.

    `first` are the runs of the first cell where they are made already.
    """
    head = f"<w:tr><w:trPr>{_HEADER_ROW if style == 'TableHead' else _ROW}</w:trPr>"
    if len(row) == len(widths) and not any(above) and all(spot.cell.rows == 1 for spot in row):
        return head + _plain_cells(row, widths, align, inlines, style=style, first=first) + "</w:tr>"
    made: dict[int, str] = {}
    for spot in row:
        cell, column = spot.cell, spot.column
        side = _ALIGN[align[column]] if cell.columns == 1 else ""
        merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
        runs = inlines.runs(cell.inlines) if first is None or column else first
        made[column] = _cell(widths, spot, merge, paragraph(style, runs, side))
    for column, reaching in enumerate(above):
        if reaching is not None and reaching.column == column:
            made[column] = _cell(widths, reaching, "<w:vMerge/>", paragraph(style, "", ""))
    cells = "".join(made[column] for column in sorted(made))
    return f"{head}{cells}</w:tr>"


def _plain_cells(
    row: Sequence[Spot],
    widths: Sequence[int],
    align: Sequence[Align],
    inlines: InlineWriter,
    *,
    style: str,
    first: str | None,
) -> str:
    """The cells of a row in which none is joined to another; most rows are, and long tables have many."""
    made = [inlines.runs(spot.cell.inlines) for spot in row]
    made[0] = made[0] if first is None else first
    return "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{_ALIGN[side]}</w:pPr>{runs}</w:p></w:tc>'
        for runs, width, side in zip(made, widths, align, strict=True)
    )


def _cell(widths: Sequence[int], spot: Spot, merge: str, inner: str) -> str:
    columns = spot.cell.columns
    width = sum(widths[spot.column : spot.column + columns])
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>{inner}</w:tc>'


def cards_xml(figures: KeyFigures, inlines: InlineWriter, measure: float, marks: Marks) -> str:
    """Key figures side by side, up to four to a row; the cells read card by card."""
    rows = [figures.cards[i : i + _MOST_CARDS] for i in range(0, len(figures.cards), _MOST_CARDS)]
    columns = len(rows[0])
    width = twips(measure) // columns
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    size = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    body = ""
    for number, row in enumerate(rows):
        cells = "".join(f"<w:tc>{size}{_card(card, inlines, figures.key, marks)}</w:tc>" for card in row)
        cells += f"<w:tc>{size}<w:p/></w:tc>" * (columns - len(row))
        body += f"<w:tr><w:trPr>{_ROW if number else _HEADER_ROW}</w:trPr>{cells}</w:tr>"
    properties = _properties("KeyFigures", width * columns, _look(row_header=False), "Key figures")
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def _card(card: KeyFigure, inlines: InlineWriter, key: str, marks: Marks) -> str:
    """A value with its unit, and the label below; the first card holds the anchor of all."""
    unit = inlines.runs(card.unit, _UNIT)
    value = inlines.runs(card.value) + (run(" ") if unit else "") + unit
    return paragraph("CardValue", marks.anchor(key, "cards", value)) + paragraph("CardLabel", inlines.runs(card.label))


def settle_tables(body: Any) -> None:  # noqa: ANN401 - python-docx has no types
    """Room behind every table: on the paragraph that follows, or by a small one where a table or the end follows."""
    for table in body.tbl_lst:
        following = table.getnext()
        if following is None or not following.tag.endswith("}p"):
            table.addnext(_between())
        elif (following.style or "") not in _OWN_ROOM:
            following.get_or_add_pPr().get_or_add_spacing().set(_BEFORE, str(_ROOM))


def _between() -> Any:  # noqa: ANN401 - python-docx has no types
    """A paragraph of the height of the room; two tables without one would grow together."""
    from docx.oxml import parse_xml

    tiny = f'<w:spacing w:before="0" w:after="0" w:line="{_ROOM}" w:lineRule="exact"/>'
    return parse_xml(f"<w:p {DECLARED}><w:pPr>{tiny}</w:pPr></w:p>")
