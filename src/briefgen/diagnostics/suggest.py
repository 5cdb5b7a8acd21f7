"""The "did you mean" of a message."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_LIST = 14


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint naming the closest known word, or all of them when there are few and none is close."""
    names = sorted(set(known))
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if close:
        return f"did you mean '{close[0]}'?"
    if names and len(names) <= _LONGEST_LIST:
        return "choose one of: " + ", ".join(names)
    return None
