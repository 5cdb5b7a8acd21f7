"""How wide the columns of a table are, from what they hold."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefgen.render.typefaces import face

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefgen.model.document import Inline, Table
    from briefgen.model.style import Style

_SAMPLE = 200
"""Rows that are measured."""
_MARGIN = 6.0
"""What a cell keeps free at its end."""
_SUBSTITUTE = 1.35
"""Where a font is not installed, Word and LibreOffice take one that may be so much wider."""
_LEAST = 24.0


def column_widths(table: Table, measure: float, style: Style) -> list[float]:
    """Widths in points that fill the measure: as told, else so that no word breaks and long texts get the rest."""
    if table.widths:
        total = sum(table.widths)
        return [measure * width / total for width in table.widths]
    looks = [_measured(style, name) for name in ("table_head", "table")]
    rows = [row for row in (table.header, *table.rows[:_SAMPLE]) if len(row) == len(table.align)]
    least, most = [_LEAST] * len(table.align), [_LEAST] * len(table.align)
    for index, row in enumerate(rows):
        for column, cell in enumerate(row):
            words = [looks[min(index, 1)](word) for word in plain(cell.inlines).split(" ")]
            least[column] = max(least[column], max(words) + _MARGIN)
            most[column] = max(most[column], sum(words) + _MARGIN + looks[1](" ") * (len(words) - 1))
    return _between(least, most, measure)


def _measured(style: Style, name: str) -> Callable[[str], float]:
    """A measure for words in one of the style's texts, in points."""
    text = style.text[name]
    chosen = face(style.families[text.family].source, bold=text.bold, italic=text.italic)
    return partial(chosen.width, size=text.size * _SUBSTITUTE, tabular=True)


def _between(least: Sequence[float], most: Sequence[float], room: float) -> list[float]:
    """Widths that add up to the room: each column's wish, or its share of what the longest words leave."""
    if sum(most) <= room:
        return [width * room / sum(most) for width in most]
    if sum(least) >= room:
        return [width * room / sum(least) for width in least]
    slack = (room - sum(least)) / (sum(most) - sum(least))
    return [narrow + (wide - narrow) * slack for narrow, wide in zip(least, most, strict=True)]


def plain(inlines: Sequence[Inline]) -> str:
    """The words of inlines."""
    out: list[str] = []
    for inline in inlines:
        text = getattr(inline, "text", None)
        out.append(text if isinstance(text, str) else plain(getattr(inline, "inlines", ())))
    return "".join(out)
