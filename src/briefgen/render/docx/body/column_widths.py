"""How wide the columns of a table are, from what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.document import TextRun
from briefgen.render.docx.package.font_names import substitute
from briefgen.render.table_grid import is_grid, spots
from briefgen.render.table_letters import FIGURES, letters_scale, longest_words, shared_widths
from briefgen.render.typefaces import face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Cell, Inline, Table
    from briefgen.model.looks.style import Style

_SAMPLE = 200
"""Rows that are measured: a column is seldom decided further down, and measuring all of a long table takes its time."""
_MARGIN = 6.0
"""What a cell keeps free at its end, where the style says nothing else."""
_LEAST = 24.0
_PIECES = late_pattern("[ \n]|(?<=[-\u2010\u2013\u2014])")
"""Where Word ends a line: at blanks, and behind hyphens and dashes."""
_ENDS = frozenset("\n-\u2010\u2013\u2014")
"""Without one of these a line ends at blanks alone."""


def column_widths(table: Table, measure: float, style: Style) -> list[float]:
    """Widths in points that fill the measure: as told, else so that no word breaks and long texts get the rest."""
    if table.widths:
        total = sum(table.widths)
        return [measure * width / total for width in table.widths]
    margin, smaller = _margin(style), letters_in_cells(table, measure, style)
    head, body, named = (
        _Measured(style, name, smaller, bold=bold)
        for name, bold in (("table_head", False), ("table", False), ("table", table.row_header))
    )
    heads, columns = (_in_columns(rows, len(table.align)) for rows in ((table.header,), table.rows[:_SAMPLE]))
    needs = [
        (head.needs(heads[n], body.blank), (body if n else named).needs(columns[n], body.blank))
        for n in range(len(table.align))
    ]
    broken, least, most = (
        [max(_LEAST, *(need[end] + margin for need in column)) for column in needs] for end in range(3)
    )
    figures = [least[n] if align in FIGURES else broken[n] for n, align in enumerate(table.align)]
    # Rather than break figures, no room is kept for a font that may stand in: ours travels with the file.
    wider = _wider(style, "table")
    narrow = [max((width - margin) / wider + margin, _LEAST) for width in figures]
    return _between(next((each for each in (figures, narrow) if sum(each) <= measure), broken), most, measure)


def letters_in_cells(table: Table, measure: float, style: Style) -> float:
    """How large the letters of a table are, of their usual size: less than 1 where its words would break."""
    if table.widths:
        return 1.0
    return letters_scale(
        longest_words(table, style), style, measure, _margin(style) * len(table.align), _wider(style, "table")
    )


def _wider(style: Style, name: str) -> float:
    """How much wider than measured the words of a text style may be where another font stands in."""
    return substitute(style.families[style.text[name].family])


def _margin(style: Style) -> float:
    return style.cells.left + style.cells.right if style.cells else _MARGIN + style.inset


def _in_columns(rows: Sequence[Sequence[Cell]], count: int) -> list[list[str]]:
    """The words of the cells of each column, but for those that take several."""
    if rows and is_grid(rows, count):
        return [[plain(cell.inlines) for cell in column] for column in zip(*rows, strict=True)]
    found: list[list[str]] = [[] for _ in range(count)]
    for row in spots(rows):
        for spot in row:
            if spot.cell.columns == 1 and spot.column < count:
                found[spot.column].append(plain(spot.cell.inlines))
    return found


class _Measured:
    """A measure for words in one of the style's texts, in points."""

    def __init__(self, style: Style, name: str, smaller: float, *, bold: bool) -> None:
        text = style.text[name]
        source, heavy = style.families[text.family].source, bold or text.bold
        self._advances = face(source, bold=heavy, italic=text.italic).tabular
        self._scale = text.size * smaller * _wider(style, name) / 1000
        self.blank = self._advances[" "] * self._scale

    def needs(self, texts: Sequence[str], blank: float) -> tuple[float, float, float]:
        """What a column of texts needs so that none breaks but behind dashes, but at blanks, and so that none does."""
        of, said = self._advances.__getitem__, " ".join(texts)
        longest = max(map(of, said.split(" "))) * self._scale
        piece = longest if _ENDS.isdisjoint(said) else max(map(of, _PIECES.split(said))) * self._scale
        whole = [sum(map(of, text.split(" "))) * self._scale + blank * text.count(" ") for text in texts if " " in text]
        return piece, longest, max([longest, *whole])


def _between(least: Sequence[float], most: Sequence[float], room: float) -> list[float]:
    """Widths that add up to the room: each column's wish, or its share of what the longest words leave."""
    if sum(most) <= room:
        return [width * room / sum(most) for width in most]
    if sum(least) >= room:
        return [width * room / sum(least) for width in least]
    return shared_widths(least, most, room)


def plain(inlines: Sequence[Inline]) -> str:
    """The words of inlines."""
    if len(inlines) == 1 and type(inlines[0]) is TextRun:
        return inlines[0].text
    out: list[str] = []
    for inline in inlines:
        text = getattr(inline, "text", None)
        out.append(text if isinstance(text, str) else plain(getattr(inline, "inlines", ())))
    return "".join(out)
