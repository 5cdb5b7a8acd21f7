"""Tables of a page; on a narrow screen those of many columns are read entry by entry, each value with its head."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from briefgen.model.document import Align
from briefgen.model.traversal import plain_text
from briefgen.render.table_columns import column_shares, fits_narrow
from briefgen.render.table_grid import spots
from briefgen.render.table_letters import gap_between, letters_scale, longest_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Table
    from briefgen.model.looks.style import Style
    from briefgen.render.html.inlines import InlineHtml
    from briefgen.render.table_grid import PlacedCell

_MOST_ON_A_LINE = 24
"""Letters of a figure with its doubt; what is longer may go on in the next line, or a table would leave the paper."""
_CLASS = {Align.START: "", Align.CENTRE: ' class="centre"', Align.END: ' class="end"', Align.DECIMAL: ' class="end"',
          Align.INTERVAL: ' class="end interval"'}  # fmt: skip
_MANY_COLUMNS, _FEW_COLUMNS = 4, 3
"""So many do not stand beside each other on a narrow screen; and so many do where they are narrow."""
NARROW_WIDTH = 262.5
"""Of what a narrow screen shows, 350 pixels, in points."""


def table_html(table: Table, caption: str, inlines: InlineHtml, style: Style, width: float) -> str:
    """The table with its caption, its columns as wide as they would be in so many points."""
    (header,), rows = spots((table.header,)), spots(table.rows)
    stacks = _stacks(table, style)
    head = "".join(_head(spot, table, inlines, stacks) for spot in header)
    heads = [plain_text(cell.inlines) for cell in table.header] if stacks else []
    row = _role("row", stacks)
    body = "".join(f"<tr{row}>{_row(table, cells, heads, inlines)}</tr>" for cells in rows)
    group = _role("rowgroup", stacks)
    letters = letters_scale(
        longest_words(table, style), style, width, gap_between(style, width, len(table.align)) * len(table.align)
    )
    looks = " ".join(filter(None, ("stacks" * stacks, "smaller" * (letters < 1))))
    named = _role("table", stacks) + (f' class="{looks}"' if looks else "")
    named += f' style="--letters:{letters:.2f}"' if letters < 1 else ""
    columns = "".join(f'<col style="width:{share:.1%}">' for share in column_shares(table, style, width))
    top = f"{caption}<colgroup>{columns}</colgroup><thead{group}><tr{row}>{head}</tr></thead>"
    return f"<table{named}>{top}<tbody{group}>{body}</tbody></table>"


def _head(spot: PlacedCell, table: Table, inlines: InlineHtml, stacks: bool) -> str:  # noqa: FBT001 - of every element, or of none
    """The head of a column; one without words heads nothing."""
    inner, look = inlines.html(spot.cell.inlines), _cell_attributes(spot, table)
    if not plain_text(spot.cell.inlines):
        return f"<td{_role('cell', stacks)}{look}>{inner}</td>"
    return f'<th scope="col"{_role("columnheader", stacks)}{look}>{inner}</th>'


def _stacks(table: Table, style: Style) -> bool:
    """Whether its rows are read one by one: no cell of it belongs to two rows or columns."""
    cells = (cell for row in (table.header, *table.rows) for cell in row)
    if len(table.align) < _FEW_COLUMNS or any(cell.rows > 1 or cell.columns > 1 for cell in cells):
        return False
    return len(table.align) >= _MANY_COLUMNS or not fits_narrow(table, style, NARROW_WIDTH)


def _role(name: str, is_needed: bool) -> str:  # noqa: FBT001 - of every element of a table, or of none
    """What an element of a table is, where a style sheet lays it out as something else."""
    return f' role="{name}"' if is_needed else ""


def _row(table: Table, row: Sequence[PlacedCell], heads: Sequence[str], inlines: InlineHtml) -> str:
    cells: list[str] = []
    for spot in row:
        is_head = spot.column == 0 and table.row_header
        tag, scope = ("th", ' scope="row"') if is_head else ("td", "")
        role = _role("rowheader" if is_head else "cell", bool(heads))
        head = heads[spot.column] if heads else ""
        named = f' data-head="{escape(head)}"' if head else ""
        inner = inlines.html(spot.cell.inlines)
        cells.append(f"<{tag}{scope}{role}{named}{_cell_attributes(spot, table)}>{inner}</{tag}>")
    return "".join(cells)


def _cell_attributes(spot: PlacedCell, table: Table) -> str:
    cell = spot.cell
    columns = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    rows = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    looks = "" if columns else _CLASS[table.align[spot.column]]
    if looks and len(plain_text(cell.inlines)) > _MOST_ON_A_LINE:
        looks = f'{looks[:-1]} wraps"'
    return f"{columns}{rows}{looks}"
