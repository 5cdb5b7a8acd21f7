"""Measures in a Word file; what is none counts as not said, as it does in Word."""

from __future__ import annotations

import re

_MEASURE = re.compile(r"\s*(?P<number>-?[0-9]{1,9}(?:\.[0-9]{1,9})?)\s*(?P<unit>mm|cm|in|pt|pc|pi)?\s*", re.ASCII)
_POINTS = {"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}
"""Units that a measure may name (ISO/IEC 29500-1, 22.9.2.15)."""
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_BYTE = re.compile(r"[0-9A-Fa-f]{1,2}")


def points(text: str | None, per_point: float) -> float | None:
    """A measure in points; a bare number counts in parts of which `per_point` make one."""
    found = _MEASURE.fullmatch(text or "")
    if found is None:
        return None
    number = float(found["number"])
    return number * _POINTS[found["unit"]] if found["unit"] else number / per_point


def colour(text: str | None) -> str | None:
    """Six hexadecimal digits as `#rrggbb`; None for `auto` and for anything else."""
    return f"#{text.lower()}" if text and _COLOUR.fullmatch(text) else None


def share(text: str | None) -> float | None:
    """A tint or shade, `00` to `FF`, as 0 to 1."""
    return int(text, 16) / 255 if text and _BYTE.fullmatch(text) else None
