"""Tables: a header row that repeats, rows that do not split, widths that fit the page."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.document import Align, KeyFigure, KeyFigures, Table
from briefgen.records import replace
from briefgen.render.docx.body.bookmarks import AnchorKind
from briefgen.render.docx.body.column_widths import column_widths, letters_in_cells, plain
from briefgen.render.docx.body.decimal_indents import decimal_sides
from briefgen.render.docx.body.row_heights import is_tall, rows_lines
from briefgen.render.docx.body.run_looks import PLAIN, Mark, RunLook
from briefgen.render.docx.package.word_styles import AFTER_EXHIBIT, OWN_ROOM
from briefgen.render.docx.package.wordprocessingml import attribute, inked, paragraph, run, twips
from briefgen.render.table_grid import covered, is_grid, spots
from briefgen.render.table_letters import POINTS_PER_MM, ROWS_AT_ENDS, WHOLE_ROWS
from briefgen.render.typefaces import face

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

    from briefgen.model.document import Cell
    from briefgen.model.looks.style import Style
    from briefgen.render.docx.body.bookmarks import Marks
    from briefgen.render.docx.body.runs import InlineWriter
    from briefgen.render.table_grid import PlacedCell

CELL_STYLES = {
    Align.START: ("TableHead", "TableText"), Align.CENTRE: ("TableHeadCentred", "TableCentred"),
    Align.END: ("TableHeadNumber", "TableNumber"), Align.DECIMAL: ("TableHeadNumber", "TableNumber"),
    Align.INTERVAL: ("TableHeadNumber", "TableInterval"),
}  # fmt: skip
"""The styles of a column's head and of its other cells."""
_MOST_CARDS = 4
_ROW_HEADS = {"TableNumber": "TableRowNumber"}
"""The style of a cell → that of one which names its row, where that is no plain Table Row Head."""
_CELL_STYLE = late_pattern('<w:pStyle w:val="Table[^"]*"/>')
_TABLE_END = late_pattern('</w:tbl>(?:<w:p><w:pPr><w:pStyle w:val="([^"]*)"/>)?')
_LOOK_BITS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200,
              "noVBand": 0x400}  # fmt: skip
"""ISO/IEC 29500-1, 17.4.56."""
_ROW, _HEADER_ROW = "<w:cantSplit/>", "<w:cantSplit/><w:tblHeader/>"


def table_xml(
    table: Table, inlines: InlineWriter, marks: Marks, measure: float, point: str, *, is_followed: bool
) -> str:  # fmt: skip
    """A table with its header row, in the brief's table style; its anchor stands in the first cell.

    `point` is the decimal mark of its figures, `is_followed` whether a line that belongs to it stands below.
    """
    style = inlines.style
    points = column_widths(table, measure, style)
    widths = [twips(width) for width in points]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    title = plain(table.caption.title) if table.caption else " / ".join(plain(cell.inlines) for cell in table.header)
    parts = _look(row_header=table.row_header, banded=style.palette.is_banded)
    room = _inset(style) if style.cells and style.cells.inset else ""
    properties = _properties("BriefTable", sum(widths), room + parts, title)
    smaller = letters_in_cells(table, measure, style)
    sizes = {
        name: RunLook(extra=_size(style.text[name].size * smaller)) if smaller < 1 else PLAIN
        for name in ("table_head", "table")
    }
    look = sizes["table_head"]
    first = marks.anchor(table.key, AnchorKind.TABLE, inlines.runs(table.header[0].inlines, "table_head", look))
    head = _Rows(widths, table.align, inlines, is_head=True, look=look).written((table.header,), first)
    if style.word and style.head_ink:
        head = [inked(row, style.head_ink) for row in head]
    shifted = decimal_sides(table, points, style, point, smaller)
    named, size = table.row_header, sizes["table"]
    rows = _Rows(widths, table.align, inlines, shifted, names_rows=named, look=size).written(table.rows)
    lines = rows_lines(table, points, style) if len(rows) <= WHOLE_ROWS else [1] * len(rows)  # a long one is divided
    stays = staying(lines, style, is_followed=is_followed)
    rows = [_kept(row) if stay else row for row, stay in zip(rows, stays, strict=True)]
    marks.table(table.key, (*head, *rows))
    return "".join((f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>", *head, *rows, "</w:tbl>"))


def _size(points: float) -> str:
    """Letters of a size that is not their style's, in half points."""
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def staying(lines: Sequence[int], style: Style, *, is_followed: bool) -> list[bool]:
    """Which rows stay on the page of the next: all of a short table, some at the ends of a longer or a higher one."""
    count = len(lines)
    if count > WHOLE_ROWS:
        inner = {*range(ROWS_AT_ENDS - 1), *range(count - ROWS_AT_ENDS, count)}
    elif is_tall(lines, style):  # at either end as many lines as rows of a longer table
        before, total = [*accumulate(lines)], sum(lines)
        inner = {n for n, above in enumerate(before) if min(above, total - above) < ROWS_AT_ENDS}
    else:
        inner = {*range(count)}
    return [row in inner and (row < count - 1 or is_followed) for row in range(count)]


def _kept(row: str) -> str:
    """A row that stays on the page of what follows it."""
    return _CELL_STYLE.sub(r"\g<0><w:keepNext/>", row)


def _look(*, row_header: bool, banded: bool = False) -> str:
    """Which parts of the table style apply; Word's checker reads the header row from here."""
    parts = {
        "firstRow": 1, "lastRow": 0, "firstColumn": int(row_header), "lastColumn": 0, "noHBand": int(not banded),
        "noVBand": 1,
    }  # fmt: skip
    value = sum(_LOOK_BITS[name] for name, on in parts.items() if on)
    return f'<w:tblLook w:val="{value:04X}" ' + " ".join(f'w:{name}="{on}"' for name, on in parts.items()) + "/>"


def _inset(style: Style) -> str:
    """Room at the left of cells, for a table style that has none: a brief leaves the file's styles as they are."""
    left = twips(style.cells.left if style.cells else 0.0)
    return f'<w:tblCellMar><w:left w:w="{left}" w:type="dxa"/></w:tblCellMar>'


def _properties(style: str, width: int, look: str, title: str) -> str:
    # Fixed: else each program measures the words anew, with whatever fonts it has.
    return (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}<w:tblCaption w:val="{attribute(title)}"/></w:tblPr>'
    )


class _Rows:
    """Writes the rows of one part of a table."""

    def __init__(
        self,
        widths: Sequence[int],
        align: Sequence[Align],
        inlines: InlineWriter,
        shifted: Mapping[int, Mapping[int, str]] | None = None,
        *,
        is_head: bool = False,
        names_rows: bool = False,
        look: RunLook = PLAIN,
    ) -> None:
        self.widths, self.inlines = widths, inlines
        self._looks = [replace(look, in_bold=names_rows and not column) for column in range(len(widths))]
        self._text = "table_head" if is_head else "table"
        self._styles = [CELL_STYLES[side][0 if is_head else 1] for side in align]
        if names_rows:
            self._styles[0] = _ROW_HEADS.get(self._styles[0], "TableRowHead")
        self._joined_style, self._shifted = CELL_STYLES[Align.START][0 if is_head else 1], shifted or {}
        self._head = f"<w:tr><w:trPr>{_HEADER_ROW if is_head else _ROW}</w:trPr>"
        self._cells = [self._begun(column, "") for column in range(len(widths))]

    def _begun(self, column: int, shift: str) -> str:
        """A cell up to its words."""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{self.widths[column]}" w:type="dxa"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{self._styles[column]}"/>{shift}</w:pPr>'
        )

    def written(self, rows: Sequence[Sequence[Cell]], first: str | None = None) -> list[str]:
        """All rows; `first` are the runs of the first cell where they are made already."""
        columns = len(self.widths)
        if is_grid(rows, columns):
            return [self._plain(number, row, first) for number, row in enumerate(rows)]
        placed = spots(rows)
        both = zip(placed, covered(placed, columns), strict=True)
        return [self._joined(number, *row, first) for number, row in enumerate(both)]

    def _plain(self, number: int, row: Sequence[Cell], first: str | None) -> str:
        """A row in which no cell is joined to another; most tables have no other, and long ones have many."""
        looked = zip(row, self._looks, strict=True)
        runs = [self.inlines.runs(cell.inlines, self._text, look) for cell, look in looked]
        runs[0] = runs[0] if first is None else first
        starts = self._cells
        if number in self._shifted:
            starts = list(starts)
            for column, shift in self._shifted[number].items():
                starts[column] = self._begun(column, shift)
        cells = "".join([f"{start}{words}</w:p></w:tc>" for start, words in zip(starts, runs, strict=True)])
        return f"{self._head}{cells}</w:tr>"

    def _joined(
        self, number: int, row: Sequence[PlacedCell], above: Sequence[PlacedCell | None], first: str | None
    ) -> str:
        """A row; where a cell from above reaches into it, Word wants an empty cell that goes on."""
        made: dict[int, str] = {}
        for spot in row:
            cell, column = spot.cell, spot.column
            is_one = cell.columns == 1
            shift = self._shifted.get(number, {}).get(column, "") if is_one else ""
            style = self._styles[column] if is_one else self._joined_style
            merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
            is_made = first is not None and not column
            runs = first if is_made else self.inlines.runs(cell.inlines, self._text, self._looks[column])
            made[column] = _cell(self.widths, spot, merge, paragraph(style, runs or "", shift))
        for column, reaching in enumerate(above):
            if reaching is not None and reaching.column == column:
                made[column] = _cell(self.widths, reaching, "<w:vMerge/>", paragraph(self._joined_style, ""))
        return f"{self._head}{''.join(made[column] for column in sorted(made))}</w:tr>"


def _cell(widths: Sequence[int], spot: PlacedCell, merge: str, inner: str) -> str:
    columns = spot.cell.columns
    width = sum(widths[spot.column : spot.column + columns])
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>{inner}</w:tc>'


def cards_xml(figures: KeyFigures, name: str, inlines: InlineWriter, measure: float, marks: Marks) -> str:
    """Key figures side by side, up to four to a row, in a table of a `name`; the cells read card by card."""
    rows = [figures.cards[i : i + _MOST_CARDS] for i in range(0, len(figures.cards), _MOST_CARDS)]
    columns = len(rows[0])
    width = twips(measure) // columns
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    size = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    body = ""
    for number, row in enumerate(rows):
        cells = "".join(f"<w:tc>{size}{_card(card, inlines, figures.key, marks)}</w:tc>" for card in row)
        cells += f"<w:tc>{size}{paragraph('CardLabel', '')}</w:tc>" * (columns - len(row))
        # Cards have no head; but a table without one is a fault to Word's checker of accessibility.
        body += f"<w:tr><w:trPr>{_ROW if number else _HEADER_ROW}</w:trPr>{cells}</w:tr>"
    properties = _properties("KeyFigures", width * columns, _look(row_header=False), name)
    marks.table(figures.key, (body,))
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def _card(card: KeyFigure, inlines: InlineWriter, key: str, marks: Marks) -> str:
    """A value with its unit, and the label below; the first card holds the anchor of all."""
    value, label = card_runs(card, inlines)
    return paragraph("CardValue", marks.anchor(key, AnchorKind.CARDS, value)) + paragraph("CardLabel", label)


def card_runs(card: KeyFigure, inlines: InlineWriter) -> tuple[str, str]:
    """The runs of a value with its unit, and those of its label."""
    unit = inlines.runs(card.unit, "card_unit", _unit(inlines.style))
    value = inlines.runs(card.value, "card_value") + (run(" ") if unit else "") + unit
    return value, inlines.runs(card.label, "card_label")


def _unit(style: Style) -> RunLook:
    """The look of the words beside a key figure; that they are not bold as it is stands in the run (17.7.3)."""
    unit, value = style.text["card_unit"], style.text["card_value"]
    plain = '<w:b w:val="0"/><w:bCs w:val="0"/>' if value.bold and not unit.bold else ""
    upright = '<w:i w:val="0"/><w:iCs w:val="0"/>' if value.italic and not unit.italic else ""
    return RunLook(mark=Mark.UNIT, extra=plain + upright)


def settled(body: str) -> list[str]:
    """A body in pieces, with room behind every table: on the paragraph that follows, or by a small one where none does.

    Pieces, because a long body is costly to copy.
    """
    pieces: list[str] = []
    at = 0
    for end in _TABLE_END.finditer(body):
        pieces += (body[at : end.start()], _with_room(end))
        at = end.end()
    return [*pieces, body[at:]]


def _with_room(end: re.Match[str]) -> str:
    """Two tables without a paragraph between would grow together, and a table may not end a body."""
    style = end[1]
    if style in OWN_ROOM:
        return end[0]
    if style in AFTER_EXHIBIT:
        return end[0].replace(f'"{style}"', f'"{AFTER_EXHIBIT[style]}"')
    return f"</w:tbl>{paragraph('Spacer', '')}{end[0].removeprefix('</w:tbl>')}"


def figures_xml(figures: KeyFigures, inlines: InlineWriter, frame: str) -> str:
    """Key figures one below the other: the number with its unit, and what it counts; the first holds the anchor.

    A unit that has no room beside its number stands in the line below.
    """
    made = ""
    for card in figures.cards:
        value, label = card_runs(card, inlines)
        below = [label]
        if not _fits_beside(card, inlines.style):
            value, below = card_runs(replace(card, unit=()), inlines)[0], [inlines.runs(card.unit, "card_unit"), label]
        number = inlines.marks.anchor(figures.key, AnchorKind.PARAGRAPH, value)
        lines = "".join(paragraph("FigureLabel", runs, frame) for runs in below if runs)
        made += paragraph("FigureNumber", number, frame) + lines
    return made


def _fits_beside(card: KeyFigure, style: Style) -> bool:
    """Whether a number with its unit has room on a line of the margin; of a column without one it has."""
    wide = 0.0
    for words, name in ((f"{plain(card.value)} ", "card_value"), (plain(card.unit), "card_unit")):
        text = style.text[name]
        wide += face(style.families[text.family].source, bold=text.bold).width(words, text.size)
    return not (card.unit and style.page.margin_mm) or wide <= style.page.margin_mm * POINTS_PER_MM
