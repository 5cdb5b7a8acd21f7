"""Patterns that are compiled when they are first used: a command declares some two hundred, and uses the half of them.

To the type checker, and to whoever uses one, they are what `re.compile` gives.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, AnyStr, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from re import Pattern
    from typing import Any

_ASKED = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")


_compiled: Callable[..., Any] = re.compile


class _Later:
    def __init__(self, pattern: object, flags: int) -> None:
        self._declared = (pattern, flags)
        self.pattern = pattern  # which schemas ask for

    def __getattr__(self, name: str) -> object:
        compiled = _compiled(*self._declared)
        # From now on this object has them itself, and is asked no more.
        self.__dict__.update({each: getattr(compiled, each) for each in _ASKED})
        return getattr(compiled, name)


def late_pattern(said: AnyStr, flags: int = 0) -> Pattern[AnyStr]:
    """What `re.compile` gives; one that is not well-formed raises `re.error` when it is first used."""
    return cast("Pattern[AnyStr]", _Later(said, flags))


@contextmanager
def patterns_of_others() -> Iterator[None]:
    """What is imported meanwhile has late patterns too, where it would compile its own."""
    re.compile = late_pattern  # type: ignore[assignment]  # which answers as it does
    try:
        yield
    finally:
        re.compile = _compiled
