"""How wide the columns of a table become, and how wide the table: estimated from what its cells hold."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from briefgen.render.kept_measures import once_per_table
from briefgen.render.table_grid import spots
from briefgen.render.table_letters import (
    POINTS_PER_MM,
    SAMPLE,
    advances_of,
    gap_between,
    least_widths,
    letters_scale,
    longest_words,
    said_on_lines,
    shared_widths,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Inline, Table
    from briefgen.model.looks.style import Style
    from briefgen.render.typefaces import Advances

    _Cells = Sequence[Sequence[tuple[int, int, float]]]
    """Of each row the cells: their column, over how many rows they reach, and what they take on one line, in points."""

_MUCH, _MANY_LINES = 0.8, 10
"""A table takes the full measure where that leaves this share of its lines at the most, and saves so many of them."""
_MOST_ON_AVERAGE = 2.0
"""Lines of a row, of a table that is read on a narrow screen as it is."""


def table_width(table: Table, style: Style, *, is_alone: bool) -> float:
    """The text column, in points; of a table that stands alone the full measure, where its words need it.

    That is where one of them would break, or where its cells would grow much longer than they are wide.
    """
    return _width_alone(table, style) if is_alone else style.page.column_mm * POINTS_PER_MM


@once_per_table
def _width_alone(table: Table, style: Style) -> float:
    column, full = style.page.column_mm * POINTS_PER_MM, style.page.full_mm * POINTS_PER_MM
    if full <= column:
        return column
    count = len(table.align)
    longest = longest_words(table, style)
    if letters_scale(longest, style, column, gap_between(style, column, count) * count) < 1.0:
        return full
    if table.widths:
        return column
    cells = _cells(table, style)
    narrow = _lines(cells, _shared(cells, longest, style, column))
    if narrow < _MANY_LINES:  # as of most tables: there are not so many to save
        return column
    wide = _lines(cells, _shared(cells, longest, style, full))
    return full if wide <= narrow * _MUCH and narrow - wide >= _MANY_LINES else column


def fits_narrow(table: Table, style: Style, width: float) -> bool:
    """Whether a table can be read on a narrow screen as it is: no word breaks, and most rows take two lines or one."""
    gaps = gap_between(style, width, len(table.align)) * len(table.align)
    longest = longest_words(table, style)
    if sum(least_widths(longest, width)) + gaps > width:
        return False
    cells = _cells(table, style)
    return _lines(cells, _shared(cells, longest, style, width)) <= len(cells) * _MOST_ON_AVERAGE


def column_shares(table: Table, style: Style, width: float) -> list[float]:
    """The share of a table's width that each column takes, with the gap behind it; as told, or by what they hold."""
    if len(table.widths) == len(table.align) and all(share > 0 for share in table.widths):
        return [share / sum(table.widths) for share in table.widths]
    gap = gap_between(style, width, len(table.align))
    wide = [one + gap for one in estimated_widths(table, style, width)]
    return [one / sum(wide) for one in wide]


def estimated_widths(table: Table, style: Style, width: float) -> list[float]:
    """Widths in points that fill a table's width but for its gaps: short columns stay on one line, long ones share."""
    return _shared(_cells(table, style), longest_words(table, style), style, width)


def _shared(cells: _Cells, longest: Sequence[float], style: Style, width: float) -> list[float]:
    room = width - gap_between(style, width, len(longest)) * (len(longest) - 1)
    least = least_widths(longest, width)
    most = list(least)
    for row in cells:
        for column, _, wide in row:
            most[column] = max(most[column], wide)
    wanted = sum(most)
    if wanted <= room:
        return [wide * room / wanted for wide in most]
    if sum(least) >= room:
        return [wide * room / sum(least) for wide in least]
    return shared_widths(least, most, room)


@once_per_table
def _cells(table: Table, style: Style) -> _Cells:
    size = style.text["table"].size / 1000
    advances = [advances_of(column, "table", table, style) for column in range(len(table.align))]
    return [
        [
            (spot.column, spot.cell.rows, _natural(spot.cell.inlines, advances[spot.column]) * size)
            for spot in row
            if spot.cell.columns == 1
        ]
        for row in spots(table.rows[:SAMPLE])
    ]


def _natural(inlines: Sequence[Inline], of: Advances) -> float:
    """A text on one line, of several paragraphs the longest."""
    lines = [line.split(" ") for line in said_on_lines(inlines).split("\n")]
    return max([sum([of[word] for word in words]) + of[" "] * (len(words) - 1) for words in lines])


def _lines(cells: _Cells, widths: Sequence[float]) -> int:
    """How many lines the rows take together; a cell that reaches into further rows shares its own out among them."""
    return sum(max((ceil(wide / widths[column] / rows) for column, rows, wide in row), default=0) for row in cells)
