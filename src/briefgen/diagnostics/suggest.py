"""The "did you mean" of a message."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_LIST = 40
"""Words that are still read; the nearest few of more are as good as any."""
_LONGEST_WORD = 100
"""Characters that are compared."""
_NEARLY = 0.6
"""How alike two words are, out of 1, of which one is offered for the other."""


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint naming the closest known word; where none is close, all of them, or of many none."""
    return _hint(word[:_LONGEST_WORD], tuple(sorted(set(known))))


def close_to(word: str, known: Iterable[str], likeness: float = 0.75) -> str | None:
    """The known word that another is nearly, but for capitals and a letter or two; None where it is none of them."""
    from difflib import get_close_matches  # a slip asks for it, and most commands find none

    folded = {name.casefold(): name for name in known}
    found = get_close_matches(word[:_LONGEST_WORD].casefold(), list(folded), n=1, cutoff=likeness)
    return folded[found[0]] if found else None


def nearly_or(word: str, records: Iterable[str], step: str) -> str:
    """The hint where a record may be missing as well as misspelt: the one nearly named, or what to do.

    The few that are there are not offered: whoever enters data would choose one that is another.
    """
    names = tuple(sorted(set(records)))
    close = _closest(word[:_LONGEST_WORD], names) or _with_part(word, names)
    return f"did you mean '{close}'?" if close else step


def _with_part(word: str, names: tuple[str, ...]) -> str | None:
    """The one name that has the word as a part: `erdogan` of `recep-tayyip-erdogan`."""
    having = [name for name in names if word in name.split("-")]
    return having[0] if len(having) == 1 else None


def _hint(word: str, names: tuple[str, ...]) -> str | None:
    if close := _closest(word, names):
        return f"did you mean '{close}'?"
    return f"choose one of: {', '.join(names)}" if 0 < len(names) <= _LONGEST_LIST else None


@lru_cache(maxsize=4096)
def _closest(word: str, names: tuple[str, ...]) -> str | None:
    """The name that is nearest; remembered, since a slip may stand in every line."""
    return close_to(word, names, _NEARLY)
