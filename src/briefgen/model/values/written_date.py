"""Dates of references as CSL-JSON and BibLaTeX write them: what can be counted as a date, and what stays words."""

from __future__ import annotations

import re
from typing import Any

from briefgen.late_patterns import late_pattern
from briefgen.model.values.date import Date, parse_date
from briefgen.records import dataclass

SEASONS = ("spring", "summer", "autumn", "winter")
"""In the order of CSL, which counts from 1; EDTF counts from 21."""
_SEASON_WORDS = {**{word: at for at, word in enumerate(SEASONS, 1)}, "fall": 3}
_FIRST_OF_EDTF = 20
_TWO_DIGITS = late_pattern(r"[0-9]{2}")
_BEFORE_SPRING = (12, _FIRST_OF_EDTF)
"""What exports count the seasons from, where a month stands else."""
_TIME = late_pattern(r"(\d{4}-\d{2}-\d{2})T[\d:.,+Z-]*")
_SEASON = late_pattern(r"(\d{4})-2([1-4])([~?%]?)")
_ABOUT = late_pattern(r"(?:circa|ca\.?|c\.?|approx\.?|about)\s*(\d{4})", re.IGNORECASE)
_YEAR = late_pattern(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_LOOKS_LIKE_ONE = late_pattern(r"\d{4}-\d[\d/.-]*[~?%]?")
_DECADE = late_pattern(r"(\d{3})(?:\d?[uxX]|\ds)")
_NAMED_SEASON = late_pattern(rf"({'|'.join(_SEASON_WORDS)})\s+(?:of\s+)?(\d{{4}})", re.IGNORECASE)
_OPEN = frozenset({"", "..", "open", "unknown"})


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date of a reference."""

    date: Date | None
    """What can be counted of it; None where it is words without a year."""
    season: int = 0
    """1 for spring ... 4 for winter; 0 where none is named."""
    literal: str = ""
    """The words, where they say more than the date, or there is none."""


def written_date(value: Any) -> WrittenDate:  # noqa: ANN401 - any JSON
    """Read a date of CSL: `date-parts`, or `raw`, `literal` or a bare string.

    Raises:
        ValueError: with a message for the user, where numbers are given that are no date.
    """
    if not isinstance(value, dict):
        return date_in_words(str(value))
    parts = value.get("date-parts")
    if not (isinstance(parts, list) and parts and all(isinstance(point, list) for point in parts)):
        words = value.get("raw") or value.get("literal") or value.get("edtf") or ""
        return _with_season(date_in_words(f"{words}"), value)
    if (season := _season_of(parts)) is not None:
        return _with_season(WrittenDate(parse_date(_padded(parts[0][0], 4)), season), value)
    about = "~" if is_true(value.get("circa")) else ""
    ends = ["-".join(_padded(p, 4 if i == 0 else 2) for i, p in enumerate(point)) for point in parts]
    text = "/".join(f"{end}{about}" if end.strip("0") else ".." for end in ends)
    return _with_season(WrittenDate(parse_date(text)), value)


def _season_of(parts: list[list[Any]]) -> int | None:
    """The season that stands in the place of the month of a single date: 13 to 16, or 21 to 24."""
    month = str(parts[0][1]) if len(parts) == 1 and len(parts[0]) > 1 else ""
    if not _TWO_DIGITS.fullmatch(month):
        return None
    number = int(month)
    return next((number - first for first in _BEFORE_SPRING if 0 < number - first <= len(SEASONS)), None)


def date_in_words(text: str) -> WrittenDate:
    """Read a date in EDTF, or in the words that editors write instead.

    Raises:
        ValueError: with a message for the user, where it looks like EDTF and is no date.

    Example:
        >>> date_in_words("2019-21").season, str(date_in_words("ca. 1990").date)
        (1, '1990~')
        >>> date_in_words("in press").literal
        'in press'
    """
    tidy = " ".join(_TIME.sub(r"\1", text.replace("–", "-") if _YEAR.match(text) else text).split())
    if not tidy:
        raise ValueError("not a date briefgen can read")
    tidy = tidy[1:-1] + "?" if tidy[0] + tidy[-1] == "[]" and tidy[1:-1].isdecimal() else tidy
    tidy = _ABOUT.sub(r"\1~", tidy) if _ABOUT.fullmatch(tidy) else tidy
    if season := _SEASON.fullmatch(tidy):
        return WrittenDate(parse_date(season[1] + season[3]), season=int(season[2]))
    if named := _NAMED_SEASON.fullmatch(tidy):
        return WrittenDate(parse_date(named[2]), season=_SEASON_WORDS[named[1].lower()])
    start, slash, end = tidy.partition("/")
    if slash and (start in _OPEN) != (end in _OPEN):
        tidy = f"{'..' if start in _OPEN else start}/{'..' if end in _OPEN else end}"
    try:
        return WrittenDate(parse_date(tidy))
    except ValueError:
        if _LOOKS_LIKE_ONE.fullmatch(tidy):
            raise
        return _words(tidy)


def _words(tidy: str) -> WrittenDate:
    """Words that are no date; a single year in them is one that can be counted."""
    decade = _DECADE.fullmatch(tidy)
    if decade:
        return WrittenDate(parse_date(f"{decade[1]}0/{decade[1]}9"), literal=f"{decade[1]}0s")
    years = set(_YEAR.findall(tidy))
    return WrittenDate(parse_date(years.pop()) if len(years) == 1 else None, literal=tidy)


def _with_season(read: WrittenDate, value: dict[str, Any]) -> WrittenDate:
    """With the season and the doubt that stand beside a date."""
    season, date = _season(value.get("season")), read.date
    if date and is_true(value.get("circa")) and not date.approximate:
        date = parse_date("/".join(end if end == ".." else f"{end.rstrip('?%')}~" for end in date.text.split("/")))
    return WrittenDate(date, season or read.season, read.literal)


def _season(value: Any) -> int:  # noqa: ANN401 - any JSON
    """A season as CSL or EDTF count it, or by its name; 0 for none."""
    text = str(value or "").strip().lower()
    if text in _SEASON_WORDS:
        return _SEASON_WORDS[text]
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < len("100") else 0
    number -= _FIRST_OF_EDTF if number > _FIRST_OF_EDTF else 0
    return number if 0 < number <= len(SEASONS) else 0


def is_true(value: Any) -> bool:  # noqa: ANN401 - any JSON
    """Whether a flag of CSL-JSON is set; exports write it as a truth, a number or a word."""
    return value is True or (value is not False and str(value or "").strip().lower() not in {"", "0", "false", "no"})


def _padded(part: Any, width: int) -> str:  # noqa: ANN401 - any JSON
    """A year, month or day as CSL writes it, a number or its digits, with leading zeros."""
    return str(part).zfill(width)
