"""A document as a file of one format."""

from __future__ import annotations

from briefgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a writer made."""

    data: bytes
    pages: int | None = None
    """How many pages it has; None where that is left to whoever shows it."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long a brief is on its pages."""

    pages: int
    filled: float = 1.0
    """How much of the last page its text takes, from 0 to 1."""

    @property
    def whole(self) -> float:
        """In pages, the last one as far as it is filled."""
        return self.pages - 1 + min(self.filled, 1.0)
