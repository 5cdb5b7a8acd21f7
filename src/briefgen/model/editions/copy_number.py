"""The number of a copy, for papers that a registry counts: `3/12`."""

from __future__ import annotations

import re

from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass

_FORM = late_pattern(r"\s*(\d{1,4})\s*(?:/|of)\s*(\d{1,4})\s*", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CopyNumber:
    """Which copy of how many."""

    number: int
    total: int

    @property
    def name(self) -> str:
        """In the names of files and folders: `3-of-12`."""
        return f"{self.number}-of-{self.total}"

    @property
    def behind_audience(self) -> str:
        """What the names of its files have behind the audience: `-copy-3-of-12`."""
        return f"-copy-{self.name}"

    def __str__(self) -> str:
        """As it is asked for: `3/12`."""
        return f"{self.number}/{self.total}"


def parse_copy(text: str) -> CopyNumber:
    """A copy's number as a person writes it.

    Raises:
        ValueError: where it is none, with what is wrong in words.

    Example:
        >>> parse_copy("3/12") == parse_copy("3 of 12")
        True
    """
    found = _FORM.fullmatch(text)
    if found is None:
        message = "that is not the number of a copy"
        raise ValueError(message)
    copy = CopyNumber(int(found[1]), int(found[2]))
    if not 1 <= copy.number <= copy.total:
        message = f"there is no copy {copy.number} of {copy.total}"
        raise ValueError(message)
    return copy
