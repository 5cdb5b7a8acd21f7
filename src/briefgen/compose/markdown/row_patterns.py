"""Tables whose rows are made after one pattern: a head, the line below it, and the pattern, written for each member.

A cell that asks for a missing value holds nothing, whatever else stands in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2.runtime import Macro

from briefgen.compose.source.absent_values import tried
from briefgen.compose.source.source_map import without_markers
from briefgen.compose.values.placeholders import MISSING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.model.wording.patterns import Pattern

_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")
_OF_THE_HEAD = 2
"""Lines: the names of the columns, and how they are aligned."""


def rows_of(rows: Sequence[object] | None, caller: Callable[..., str], brief: Brief, *, turned: bool) -> str:
    """What stands in a call of a table: written once, or for each of the rows that it is given; nothing of none."""
    takes_one = isinstance(caller, Macro) and bool(caller.arguments)
    if takes_one is not (rows is not None):
        hint = 'write {% call(visit) table("Caption", rows=visits) %}'
        message = "a table that is given rows has no name for each"
        message = message if rows is not None else "a table has a name for its rows, and none are given"
        brief.problems.at_current_line("BG404", message, hint, "table")
        return ""
    written = (tried(caller, (row,), brief.problems, brief.use) for row in rows or ())
    body = caller() if rows is None else _patterned(written)
    return _turned(body, brief.wording.phrases.turned) if turned and body else body


def _patterned(bodies: Iterable[str]) -> str:
    """One table of the texts that a table's body was written as for each member; the head of the first stands."""
    lines: list[str] = []
    for body in bodies:
        own = body.split("\n")
        begins = [place for place, line in enumerate(own) if "|" in line][:_OF_THE_HEAD]
        head = begins[-1] + 1 if begins else 0
        lines += own[:head] if not lines else []
        lines += [_without_missing(line) for line in own[head:] if "|" in line or not lines]
    return "\n".join(lines)


def _turned(body: str, corner: Pattern) -> str:
    """The table with a row for each column: one that says nothing is left out."""
    lines = [_BETWEEN_CELLS.split(without_markers(line))[1:-1] for line in body.split("\n") if "|" in line]
    head, _, *rows = lines
    columns = list(zip(head, *rows, strict=False))
    told = [column for column in columns[1:] if any(cell.strip() for cell in column[1:])]
    first = (f" {corner.format(head=columns[0][0].strip())} ", *columns[0][1:])
    made = [first, (" :-- ", *(" --: " for _ in rows)), *told]
    return "\n".join(["", *(f"|{'|'.join(cells)}|" for cells in made), ""])


def _without_missing(line: str) -> str:
    """A row with nothing in each cell that a value is missing in."""
    if MISSING not in line:
        return line
    return "|".join(" " if MISSING in cell else cell for cell in _BETWEEN_CELLS.split(line))
