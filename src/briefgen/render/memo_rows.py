"""How the fields of a memo line stand in rows: the same in every format that sets them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import MemoEntry

MOST_IN_A_ROW = 4
"""Boxes; more do not leave a line of text to each."""


def memo_rows(memo: Sequence[MemoEntry]) -> tuple[tuple[MemoEntry, ...], ...]:
    """One row, or as many as are needed, each as long as the first but for the last."""
    count = len(memo)
    rows = max(-(-count // MOST_IN_A_ROW), 1)
    across = -(-count // rows)
    return tuple(tuple(memo[start : start + across]) for start in range(0, count, across))
