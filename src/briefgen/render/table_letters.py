"""How much room the words of a table need: so that none breaks, its letters become smaller, down to a least size.

The same measure tells compose which tables are too wide for any letters, and the PDF and Word writers how large theirs
are. A page of HTML scrolls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.document import Align, TextRun
from briefgen.model.traversal import leaves
from briefgen.render.kept_measures import once_per_table
from briefgen.render.typefaces import face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Cell, Inline, Table
    from briefgen.model.looks.style import Style
    from briefgen.render.typefaces import Advances

FIGURES = frozenset({Align.END, Align.DECIMAL, Align.INTERVAL})
"""Of columns that hold figures."""
WHOLE_ROWS = 10
"""A table of so many rows is not divided by a page's end, where a page can hold it."""
ROWS_AT_ENDS = 3
"""Rows of a longer one that stay together at either end of a page."""
SMALLEST = 7.0
"""Letters of tables are never smaller, in points, but where a style says so."""
GAP, MOST_GAPS = 9.0, 0.25
"""Between columns, where the style says nothing else; and the share of a table's width that gaps may take."""
POINTS_PER_MM = 72 / 25.4
_MOST_OF_A_ROW = 0.35
"""A longer word, such as an address, has to break."""
_PIECES = late_pattern(r"[ \n]|(?<=[^\W_][-\u2010\u2013\u2014/])(?=[^\W\d_])")
"""Where a line may end: not within figures, so that `35.8885–35.8895` stays whole."""
_WIDER = 1.1
"""How much wider words may be in a program that takes another font."""
SAMPLE = 400
"""Rows that are measured."""


def gap_between(style: Style, width: float, columns: int) -> float:
    """What lies between the words of two columns of a table."""
    wanted = style.cells.left + style.cells.right if style.cells else GAP
    return min(wanted, width * MOST_GAPS / max(columns, 1))


def least_shares(table: Table, style: Style, *, is_alone: bool) -> list[float]:
    """The share of a table's room that each column needs with the smallest letters; above 1 in all, none fit.

    The room is the text column, or the full measure of a table that stands alone: with no notes beside it.
    """
    width = (style.page.full_mm if is_alone else style.page.column_mm) * POINTS_PER_MM
    gap = gap_between(style, width, 1)  # whole, so that some of the columns need as much as they do among all
    scale = _least_scale(style) * _WIDER
    return [(least * scale + gap) / (width + gap) for least in least_widths(longest_words(table, style), width)]


def letters_scale(longest: Sequence[float], style: Style, width: float, gaps: float, wider: float = 1.0) -> float:
    """How large the letters of a table are, of their usual size: 1 where no word breaks, else less.

    `longest` is what the longest word of each column takes, `gaps` what the columns keep free in all; `wider` is for
    programs that may take another font.
    """
    least = sum(least_widths(longest, width)) * wider
    if not least or least + gaps <= width:
        return 1.0
    return max((width - gaps) / least, _least_scale(style))


def shared_widths(least: Sequence[float], most: Sequence[float], room: float) -> list[float]:
    """Widths of columns that cannot all stand on one line: short ones do, and long ones share what is left.

    `least` breaks no word, and finds room; `most` breaks no line.
    """
    widths = list(least)
    left = sorted(range(len(least)), key=lambda column: (most[column], column))
    while len(left) > 1:
        shortest, *others = left
        needed = sum(least[column] for column in others)
        if most[shortest] > room / len(left) or room - most[shortest] < needed:
            break
        widths[shortest], left = most[shortest], others
        room -= most[shortest]
    wanted = sum(most[column] - least[column] for column in left)
    spare = room - sum(least[column] for column in left)
    for column in left:
        widths[column] = least[column] + (most[column] - least[column]) * (spare / wanted if wanted else 0.0)
    return widths


def _least_scale(style: Style) -> float:
    return min(SMALLEST / style.text["table"].size, 1.0)


def least_widths(longest: Sequence[float], width: float) -> list[float]:
    """What each column of a table needs that is so wide: its longest word, but for one that has to break."""
    return [min(wide, width * _MOST_OF_A_ROW) for wide in longest]


@once_per_table
def longest_words(table: Table, style: Style) -> Sequence[float]:
    """What the longest word of each column takes, in points; of joined cells none."""
    found = [1.0] * len(table.align)
    for name, rows in (("table_head", (table.header,)), ("table", table.rows[:SAMPLE])):
        size = style.text[name].size / 1000
        for column, cells in enumerate(zip(*[row for row in rows if len(row) == len(found)], strict=True)):
            of = advances_of(column, name, table, style)
            wide = max([of[word] for word in _words(cells)], default=0.0) * size
            found[column] = max(found[column], wide)
    return found


def advances_of(column: int, name: str, table: Table, style: Style) -> Advances:
    """What the words of a column measure: figures are of one width, and names of rows bold."""
    text, in_body = style.text[name], name == "table"
    bold = text.bold or (in_body and table.row_header and not column)
    measured = face(style.families[text.family].source, bold=bold, italic=text.italic)
    return measured.tabular if in_body and table.align[column] in FIGURES else measured.proportional


def said_on_lines(inlines: Sequence[Inline]) -> str:
    """What inlines say, with their ends of lines."""
    if len(inlines) == 1 and isinstance(only := inlines[0], TextRun):  # most cells, which need no walk
        return only.text
    return "".join(str(getattr(leaf, "text", "\n")) for leaf in leaves(inlines))


def _words(cells: Sequence[Cell]) -> set[str]:
    """What may not break, of what cells say: they are split in one go."""
    said = " ".join([said_on_lines(cell.inlines) for cell in cells])
    return {*_PIECES.split(said)} - {""}
