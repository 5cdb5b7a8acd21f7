"""How wide the columns of a table are, from what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Inline, Table

_SHORTEST, _LONGEST = 4, 60
"""Bounds on a column's wish, in characters."""
_SAMPLE = 200


def column_widths(table: Table, measure: float) -> list[float]:
    """Widths in points that fill the measure: as told, else after the longest words and texts of each column."""
    if table.widths:
        total = sum(table.widths)
        return [measure * width / total for width in table.widths]
    rows = [row for row in (table.header, *table.rows[:_SAMPLE]) if len(row) == len(table.align)]
    wishes: list[float] = []
    for column in range(len(table.align)):
        texts = [plain(row[column].inlines) for row in rows]
        longest = max((len(text) for text in texts), default=0)
        word = max((len(word) for text in texts for word in text.split()), default=0)
        wishes.append(float(min(max(longest, word, _SHORTEST), max(_LONGEST, word))))
    total_wish = sum(wishes)
    return [measure * wish / total_wish for wish in wishes]


def plain(inlines: Sequence[Inline]) -> str:
    """The words of inlines."""
    out: list[str] = []
    for inline in inlines:
        text = getattr(inline, "text", None)
        out.append(text if isinstance(text, str) else plain(getattr(inline, "inlines", ())))
    return "".join(out)
