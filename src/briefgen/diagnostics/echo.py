"""What an input said, as a message may repeat it."""

from __future__ import annotations

from briefgen.diagnostics.printers.visible import visible

_LONGEST = 60


def echo(text: str) -> str:
    """A value for a message, cut where it is long."""
    return visible(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
