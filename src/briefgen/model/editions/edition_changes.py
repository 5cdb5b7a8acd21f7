"""What lies between two editions of a brief."""

from __future__ import annotations

import enum


class EditionChange(enum.StrEnum):
    """What became of a fact or a figure."""

    ADDED = "added"
    """It is told for the first time."""
    REVISED = "revised"
    """One of its fields says something else, or a figure that sources state."""
    MOVED = "moved"
    """A computed figure is another one, because one that it is made of is."""
    PASSED = "passed"
    """It was planned, and has happened."""
    STALE = "stale"
    """The newest of its kind is older than the audience takes."""
    GONE = "gone"
    """It is no longer shown: deleted, withdrawn or hidden, which nothing tells apart."""


CHANGE = "change"
"""The kind of such an item, in views."""
CHANGE_FIELDS = frozenset({
    "change", "of", "about", "what", "name", "indicator", "party", "period", "date", "old", "new", "count", "figure", "was",
})  # fmt: skip
"""What can be asked of a change."""
