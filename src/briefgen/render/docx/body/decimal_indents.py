"""Columns of figures with their decimal points one under the other.

Word has decimal tabs, but stops a cell at them by the separator of the editor's own machine, and LibreOffice at the
first point it finds, be it that of an interval behind the figure. So each figure stands at the right, indented
by what it is shorter behind the point than the longest: that shows alike in both, and in any language. Where the font
is not installed, another one stands in whose figures are wider or narrower by a tenth or so; so columns in which the
shift would be long (`7` beside `7.1 million`) stay at the right edge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import Align
from briefgen.render.decimal_point import decimal_point
from briefgen.render.docx.body.column_widths import plain
from briefgen.render.docx.package.font_names import substitute
from briefgen.render.docx.package.wordprocessingml import twips
from briefgen.render.table_grid import spots
from briefgen.render.typefaces import face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Table
    from briefgen.model.looks.style import Style
    from briefgen.render.table_grid import PlacedCell

_MARGINS = 6.0
"""What a cell keeps free at its sides, in points."""
_LEAST, _MOST = 0.3, 2.2
"""A shift of less, in points, is not seen; one of more, in ems, would be wrong by too much in another font."""


def decimal_sides(
    table: Table, widths: Sequence[float], style: Style, mark: str, smaller: float = 1.0
) -> dict[int, dict[int, str]]:
    """Row → column → how the figure there stands, for all that stand otherwise than at the right edge.

    `smaller` is how large letters are, of their usual size.
    """
    columns = [column for column, side in enumerate(table.align) if side is Align.DECIMAL]
    rows = spots(table.rows) if columns else []
    margins = style.cells.left + style.cells.right if style.cells else _MARGINS + style.inset
    found: dict[int, dict[int, str]] = {}
    for column in columns:
        texts = {n: plain(s.cell.inlines) for n, row in enumerate(rows) for s in row if _stands_in(s, column)}
        for row, shift in _shifts(texts, style, mark, (widths[column] - margins) / smaller).items():
            found.setdefault(row, {})[column] = f'<w:ind w:right="{twips(shift * smaller)}"/>'
    return found


def _stands_in(spot: PlacedCell, column: int) -> bool:
    return spot.column == column and spot.cell.columns == 1


def _shifts(texts: dict[int, str], style: Style, mark: str, room: float) -> dict[int, float]:
    """Row → how far its figure stands from the right edge; nothing where the column is too narrow for that."""
    points = {row: at for row, text in texts.items() if (at := decimal_point(text, mark)) is not None}
    if len({texts[row][at:] for row, at in points.items()}) <= 1:
        return {}
    look = style.text["table"]
    typeface = face(style.families[look.family].source, bold=look.bold, italic=look.italic)
    before, behind = (
        {row: typeface.width(texts[row][part], look.size, tabular=True) for row, part in parts.items()}
        for parts in (
            {row: slice(None, at) for row, at in points.items()},
            {row: slice(at, None) for row, at in points.items()},
        )
    )
    wider = substitute(style.families[look.family])
    longest, shortest = max(behind.values()), min(behind.values())
    if longest - shortest > _MOST * look.size or (max(before.values()) + longest) * wider > room:
        return {}
    return {row: longest - reach for row, reach in behind.items() if longest - reach >= _LEAST}
