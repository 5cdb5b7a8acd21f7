"""Tables whose rows are made after one pattern: a head, the line below it, and the pattern, written for each member.

A cell that asks for a missing value holds nothing, whatever else stands in it; a column whose head does is left out.
The pattern may take several lines, such as one for each cell: its row ends where it has as many bars as the head.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2.runtime import Macro

from briefgen.compose.source.absent_values import tried
from briefgen.compose.source.source_map import without_markers
from briefgen.compose.values.placeholders import MISSING
from briefgen.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.compose.values.placeholders import Slots
    from briefgen.model.wording.patterns import Pattern

_BETWEEN_CELLS = late_pattern(r"(?<!\\)\|")
_NONE: tuple[int, ...] = ()
_OF_THE_HEAD = 2
"""Lines: the names of the columns, and how they are aligned."""


def rows_of(rows: Sequence[object] | None, caller: Callable[..., str], brief: Brief, *, turned: bool) -> str:
    """What stands in a call of a table: written once, or for each of the rows that it is given; nothing of none."""
    names = len(caller.arguments) if isinstance(caller, Macro) else 0
    takes_one = names > 0
    if takes_one is not (rows is not None):
        hint = 'write {% call(visit) table("Caption", rows=visits) %}'
        message = "a table that is given rows has no name for each"
        message = message if rows is not None else "a table has a name for its rows, and none are given"
        brief.problems.at_current_line("BG404", message, hint, "table")
        return ""
    given = ((row, number)[:names] for number, row in enumerate(rows or (), start=1))
    written = (tried(caller, each, brief.problems, brief.use, in_parts=True) for each in given)
    body = caller() if rows is None else _patterned(written, brief.slots)
    return _turned(body, brief.wording.phrases.turned) if turned and body else body


def _patterned(bodies: Iterable[str], slots: Slots) -> str:
    """One table of the texts that a table's body was written as for each member; the head of the first stands."""
    lines: list[str] = []
    head, gone = 0, _NONE
    for body in bodies:
        own = body.split("\n")
        begins = [place for place, line in enumerate(own) if "|" in line][:_OF_THE_HEAD]
        head = begins[-1] + 1 if begins else 0
        lines += own[:head] if not lines else []
        gone = _headless(lines[begins[0]]) if begins else ()
        bars = _bars(own[begins[0]]) if begins and _is_ended(own[begins[0]]) else 0
        lines += [
            _without_missing(_without(line, gone) if gone else line)
            for line in _rows(own[head:], bars, slots)
            if "|" in line or not lines
        ]
    heads = [_without(line, gone) if gone and "|" in line else line for line in lines[:head]]
    return "\n".join([*heads, *lines[head:]])


def _headless(head: str) -> tuple[int, ...]:
    """The places of the columns that have no head, as a value in it is missing."""
    return tuple(i for i, cell in enumerate(_BETWEEN_CELLS.split(head)) if MISSING in cell) if MISSING in head else ()


def _without(line: str, gone: tuple[int, ...]) -> str:
    """A line without some of its cells."""
    return "|".join(cell for i, cell in enumerate(_BETWEEN_CELLS.split(line)) if i not in gone)


def _rows(lines: Sequence[str], bars: int, slots: Slots) -> Iterator[str]:
    """Each row as one line: one that ends with a bar once it has as many as the head; of a head without, every line."""
    row = ""
    for line in lines:
        words = without_markers(line).lstrip(" ") if row else ""
        whole = row + ("" if slots.clings(words) or not words else " ") + words if row else line
        row = whole if "|" in whole and bars and not (_is_ended(whole) and _bars(whole) >= bars) else ""
        if not row:
            yield whole
    if row:
        yield row


def _bars(line: str) -> int:
    return len(_BETWEEN_CELLS.findall(line)) if "\\|" in line else line.count("|")


def _is_ended(line: str) -> bool:
    words = line.rstrip()
    return words.endswith("|") and not words.endswith("\\|")


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
