"""Which piece of the older file became which of the newer one, in their order."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_LEAST = 0.4
"""The least share of words in common by which one piece is another one, changed."""
_MOST_PAIRS = 40_000
"""Up to how many pairs of pieces are weighed against each other; past that, all are taken out and put in."""


class BlockStep(NamedTuple):
    """A piece of the older file, of the newer, or of both."""

    old: int | None
    new: int | None
    is_same: bool = False


def aligned(olds: Sequence[str], news: Sequence[str], likeness: Callable[[int, int], float]) -> Iterator[BlockStep]:
    """Every piece of both sides once, by their keys; `likeness` weighs two that are not the same by their places."""
    for tag, old, old_end, new, new_end in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (BlockStep(old + at, new + at, is_same=True) for at in range(old_end - old))
        else:
            yield from _paired(range(old, old_end), range(new, new_end), likeness)


def _paired(olds: range, news: range, likeness: Callable[[int, int], float]) -> Iterator[BlockStep]:
    """What changed beside what it became; what is gone stands before what is new."""
    pairs = _best(olds, news, likeness) if len(olds) * len(news) <= _MOST_PAIRS else []
    old, new = olds.start, news.start
    for left, right in (*pairs, (olds.stop, news.stop)):
        yield from (BlockStep(at, None) for at in range(old, left))
        yield from (BlockStep(None, at) for at in range(new, right))
        if left < olds.stop and right < news.stop:
            yield BlockStep(left, right)
        old, new = left + 1, right + 1


def _best(olds: range, news: range, likeness: Callable[[int, int], float]) -> list[tuple[int, int]]:
    """Pairs in order, as like each other as can be on the whole."""
    width = len(news) + 1
    best = [[0.0] * width for _ in range(len(olds) + 1)]
    gain = [[0.0] * width for _ in range(len(olds) + 1)]
    for i in reversed(range(len(olds))):
        for j in reversed(range(len(news))):
            found = likeness(olds[i], news[j])
            gain[i][j] = found if found >= _LEAST else 0.0
            taken = best[i + 1][j + 1] + gain[i][j] if gain[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], taken)
    pairs, i, j = [], 0, 0
    while i < len(olds) and j < len(news):
        if gain[i][j] and best[i][j] == best[i + 1][j + 1] + gain[i][j]:
            pairs.append((olds[i], news[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs
