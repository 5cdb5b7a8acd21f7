"""Styles that are made of others, each once: what follows from a style is kept by its identity."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.looks.style import Style

_MOST = 64
_KEPT: dict[tuple[int, str, float], tuple[Style, Style]] = {}
"""Which style an identity stands for is kept beside it, so that it stands for no other."""


def kept(style: Style, change: str, share: float, make: Callable[[Style, float], Style]) -> Style:
    """The style with a change to some share; the very same one each time that it is asked for."""
    key = id(style), change, share
    known = _KEPT.get(key)
    if known is None or known[0] is not style:
        known = style, make(style, share)
        if len(_KEPT) >= _MOST:
            _KEPT.clear()
        _KEPT[key] = known
    return known[1]
