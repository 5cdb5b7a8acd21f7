"""A document as a file of one format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a writer made."""

    data: bytes
    pages: int | None = None
    """How many pages it has; None where that is left to whoever shows it."""
