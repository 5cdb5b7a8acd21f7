"""Which addresses a brief links to: one rule for all formats."""

from __future__ import annotations

_SCHEMES = frozenset({"http", "https", "mailto"})


def is_linked(url: str) -> bool:
    """Whether an address becomes a link; any other kind runs something or leads into the reader's own machine."""
    return url.partition(":")[0].lower() in _SCHEMES
