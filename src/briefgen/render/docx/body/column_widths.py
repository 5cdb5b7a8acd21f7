"""How wide the columns of a table are, from what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import TextRun
from briefgen.render.docx.package.font_names import substitute
from briefgen.render.table_letters import letters_scale, shared_widths
from briefgen.render.typefaces import face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Inline, Table
    from briefgen.model.looks.style import Style

_SAMPLE = 200
"""Rows that are measured: a column is seldom decided further down, and measuring all of a long table takes its time."""
_MARGIN = 6.0
"""What a cell keeps free at its end, where the style says nothing else."""
_LEAST = 24.0


def column_widths(table: Table, measure: float, style: Style) -> list[float]:
    """Widths in points that fill the measure: as told, else so that no word breaks and long texts get the rest."""
    if table.widths:
        total = sum(table.widths)
        return [measure * width / total for width in table.widths]
    margin, smaller = _margin(style), letters_in_cells(table, measure, style)
    head, body = (_Measured(style, name, smaller) for name in ("table_head", "table"))
    rows = [row for row in table.rows[:_SAMPLE] if len(row) == len(table.align)]
    heads = [plain(cell.inlines) for cell in table.header] if len(table.header) == len(table.align) else []
    columns = [[plain(cell.inlines) for cell in column] for column in zip(*rows, strict=True)]
    needs = [
        (head.needs([heads[n]] if heads else [], body.blank), body.needs(columns[n] if rows else [], body.blank))
        for n in range(len(table.align))
    ]
    least, most = ([max(_LEAST, *(need[end] + margin for need in column)) for column in needs] for end in (0, 1))
    return _between(least, most, measure)


def letters_in_cells(table: Table, measure: float, style: Style) -> float:
    """How large the letters of a table are, of their usual size: less than 1 where its words would break."""
    if table.widths:
        return 1.0
    return letters_scale(table, style, measure, _margin(style) * len(table.align), _wider(style, "table"))


def _wider(style: Style, name: str) -> float:
    """How much wider than measured the words of a text style may be where another font stands in."""
    return substitute(style.families[style.text[name].family])


def _margin(style: Style) -> float:
    return style.cells.left + style.cells.right if style.cells else _MARGIN + style.inset


class _Measured:
    """A measure for words in one of the style's texts, in points."""

    def __init__(self, style: Style, name: str, smaller: float) -> None:
        text = style.text[name]
        self._advances = face(style.families[text.family].source, bold=text.bold, italic=text.italic).tabular
        self._scale = text.size * smaller * _wider(style, name) / 1000
        self.blank = self._advances[" "] * self._scale

    def needs(self, texts: Sequence[str], blank: float) -> tuple[float, float]:
        """What a column of texts needs so that no word breaks, and so that no text does."""
        of = self._advances.__getitem__
        longest = max(map(of, " ".join(texts).split(" "))) * self._scale
        whole = [sum(map(of, text.split(" "))) * self._scale + blank * text.count(" ") for text in texts if " " in text]
        return longest, max([longest, *whole])


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
