"""Tables of a page; on a narrow screen those of many columns are read entry by entry, each value with its head."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from briefgen.model.document import Align
from briefgen.model.traversal import plain_text
from briefgen.render.table_grid import spots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Table
    from briefgen.render.html.inlines import InlineHtml
    from briefgen.render.table_grid import PlacedCell

_CLASS = {Align.START: "", Align.CENTRE: ' class="centre"', Align.END: ' class="end"', Align.DECIMAL: ' class="end"',
          Align.INTERVAL: ' class="end interval"'}  # fmt: skip
_MANY_COLUMNS = 4
"""So many do not stand beside each other on a narrow screen."""


def table_html(table: Table, caption: str, inlines: InlineHtml) -> str:
    """The table with its caption."""
    (header,), rows = spots((table.header,)), spots(table.rows)
    stacks = _stacks(table)
    head = "".join(_head(spot, table, inlines, stacks) for spot in header)
    heads = [plain_text(cell.inlines) for cell in table.header] if stacks else []
    row = _role("row", stacks)
    body = "".join(f"<tr{row}>{_row(table, cells, heads, inlines)}</tr>" for cells in rows)
    group = _role("rowgroup", stacks)
    named = f'{_role("table", stacks)} class="stacks"' if stacks else ""
    return f"<table{named}>{caption}<thead{group}><tr{row}>{head}</tr></thead><tbody{group}>{body}</tbody></table>"


def _head(spot: PlacedCell, table: Table, inlines: InlineHtml, stacks: bool) -> str:  # noqa: FBT001 - of every element, or of none
    """The head of a column; one without words heads nothing."""
    inner, look = inlines.html(spot.cell.inlines), _cell_attributes(spot, table)
    if not plain_text(spot.cell.inlines):
        return f"<td{_role('cell', stacks)}{look}>{inner}</td>"
    return f'<th scope="col"{_role("columnheader", stacks)}{look}>{inner}</th>'


def _stacks(table: Table) -> bool:
    """Whether its rows can be read one by one: no cell of it belongs to two rows or columns."""
    cells = (cell for row in (table.header, *table.rows) for cell in row)
    return len(table.align) >= _MANY_COLUMNS and all(cell.rows == cell.columns == 1 for cell in cells)


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
    return f"{columns}{rows}{'' if columns else _CLASS[table.align[spot.column]]}"
