"""Who may know: the order of labels."""

from __future__ import annotations

import enum


class Sensitivity(enum.IntEnum):
    """Who may know: an order, so that a clearance covers all below it."""

    PUBLIC = 0
    OFFICIAL = 1
    RESTRICTED = 2

    @property
    def word(self) -> str:
        """As files write it."""
        return self.name.lower()
