"""Where the figure of a cell has its decimal point: one rule for all formats."""

from __future__ import annotations

from briefgen.late_patterns import late_pattern

_NUMBER = late_pattern(r"\d(?:[\d.,'’\u00a0\u202f]*\d)?")


def decimal_point(text: str, mark: str) -> int | None:
    """The place of the point in a cell's first number, or that number's end; None without a number."""
    number = _NUMBER.search(text)
    if number is None:
        return None
    return number.start() + number[0].rfind(mark) if number[0].count(mark) == 1 else number.end()
