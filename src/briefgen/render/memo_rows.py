"""How the fields of a memo line stand in rows: the same in every format that sets them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.traversal import plain_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import MemoEntry

_ALWAYS = 4
"""So many boxes stand in one row, however long their words: those have lines of their own to go on in."""
_LETTERS, _GAP = 104, 4
"""How many letters a row holds on a usual page, and what a gap between boxes takes of them."""


def memo_rows(memo: Sequence[MemoEntry]) -> tuple[tuple[MemoEntry, ...], ...]:
    """One row where all fields fit, else as many as are needed, each as long as the first but for the last."""
    count = len(memo)
    letters = sum(map(_letters_of, memo)) + _GAP * (count - 1)
    rows = 1 if count <= _ALWAYS or letters <= _LETTERS else -(-count // _ALWAYS)
    across = max(-(-count // rows), 1)
    return tuple(tuple(memo[start : start + across]) for start in range(0, count, across))


def _letters_of(entry: MemoEntry) -> int:
    """How wide a field is, in letters."""
    return max(len(entry.label), len(plain_text(entry.value)))
