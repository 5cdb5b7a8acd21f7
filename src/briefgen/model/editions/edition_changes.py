"""A difference between two editions as templates see it."""

from __future__ import annotations

CHANGE = "change"
"""The kind of such an item, in views."""
CHANGE_FIELDS = frozenset({
    "change", "of", "about", "what", "field", "name", "party", "indicator", "series", "period", "date", "old", "new",
    "part", "count", "figure", "was",
})  # fmt: skip
"""What can be asked of a change."""
