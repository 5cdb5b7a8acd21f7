"""Dates of a BibTeX entry: BibLaTeX has one field in EDTF, BibTeX a year, a month and a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.load.references.bibtex_values import MONTHS
from briefgen.model.values.written_date import date_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

_SEASONS = {"spr": 21, "sum": 22, "fal": 23, "aut": 23, "win": 24}
_WORD = late_pattern(r"[^\W\d_]+|\d+")
_SPAN = late_pattern(r"(\d{4})\s*[-–/]+\s*(\d{4}|\d{2})")
_LONGEST_NUMBER = 4


def date_of(values: Mapping[str, str], prefix: str = "") -> tuple[str, str]:
    """A date as EDTF or in words, and what was written where that is no date; `prefix` as in `urldate`."""
    written = values.get(f"{prefix}date", "")
    if not written and values.get(f"{prefix}year"):
        written = _apart(*(values.get(f"{prefix}{part}", "") for part in ("year", "month", "day")))
        if values.get("endyear") and not prefix and "/" not in written:
            written += f"/{_apart(*(values.get(f'end{part}', '') for part in ('year', 'month', 'day')))}"
    if not written:
        return "", ""
    try:
        date_in_words(written)
    except ValueError:
        year = re.match(r"[12]\d{3}", written)
        return (year[0] if year else ""), written
    return written, ""


def _apart(year: str, month: str, day: str) -> str:
    """A year, a month and a day in EDTF; words where they are more than that."""
    year, month, day = year.strip(), month.strip(), day.strip()
    if span := _SPAN.fullmatch(year):
        last = span[2] if len(span[2]) == len(span[1]) else span[1][:2] + span[2]
        return f"{span[1]}/{last}" if last >= span[1] else year
    if not month or not re.fullmatch(r"\d{4}", year):
        return year
    points = _points(month, day)
    if points is None:
        named = any(c.isalpha() for c in month)
        return f"{day} {month} {year}".strip() if named else f"{year}-{month}-{day}"
    return "/".join(f"{year}-{point}" for point in points)


def _points(month: str, day: str) -> list[str] | None:
    """Months, with their days, as EDTF writes them behind a year; None where they are none."""
    tokens = _WORD.findall(month)
    names = [number for token in tokens if (number := _month(token))]
    days = [token for token in tokens if token.isdecimal()] if any(not t.isdecimal() for t in tokens) else []
    if not names and len(tokens) <= len("ab"):
        names, days = [token.zfill(2) for token in tokens if token.isdecimal()], []
    days = days or _WORD.findall(day)
    if not names or len(names) > len("ab") or len(names) + len(days) < len(tokens):
        return None
    if any(not token.isdecimal() or len(token) > _LONGEST_NUMBER for token in (*names, *days)):
        return None
    if not days:
        return names
    names = names * len(days) if len(names) == 1 else names
    return [f"{name}-{number.zfill(2)}" for name, number in zip(names, days, strict=False)]


def _month(token: str) -> str | None:
    """A month, or a season, by its English name."""
    start = token[:3].lower()
    if start in MONTHS:
        return f"{MONTHS.index(start) + 1:02d}"
    return str(_SEASONS[start]) if start in _SEASONS else None
