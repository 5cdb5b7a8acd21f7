"""The "did you mean" of a message."""

from __future__ import annotations

import difflib
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_LIST = 40
"""Words that are still read; the nearest few of more are as good as any."""
_LONGEST_WORD = 100
"""Characters that are compared."""


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint naming the closest known word; where none is close, all of them, or of many none."""
    return _hint(word[:_LONGEST_WORD], tuple(sorted(set(known))))


def close_to(word: str, known: Iterable[str], likeness: float = 0.75) -> str | None:
    """The known word that another one is nearly, with a letter or two wrong; None where it is none of them."""
    found = difflib.get_close_matches(word[:_LONGEST_WORD], list(known), n=1, cutoff=likeness)
    return found[0] if found else None


@lru_cache(maxsize=4096)
def _hint(word: str, names: tuple[str, ...]) -> str | None:
    """The hint; remembered, since a slip that is made in every line would else be looked up in every line."""
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if close:
        return f"did you mean '{close[0]}'?"
    return f"choose one of: {', '.join(names)}" if 0 < len(names) <= _LONGEST_LIST else None
