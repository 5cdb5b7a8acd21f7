"""A date behind the wrong small word: `on June 2015`, `in 3 June 2015`. A filter has the right one for each."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.compose.values.placeholders import TextSlot
from briefgen.compose.wording.wording_styles import DateStyle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.compose.values.placeholders import Slot
    from briefgen.diagnostics import Place


def tell_of_dates(pieces: Sequence[str | Slot], brief: Brief, place_of: Callable[[str], Place]) -> None:
    """Warn of each date that a text has behind a word for another kind of date; `place_of` finds it by that word."""
    words = _small_words(brief)
    for before, date in pairwise(pieces):
        if not isinstance(before, str) or not isinstance(date, TextSlot):
            continue
        typed, day = before.rpartition(" ")[0].rpartition(" ")[2], brief.dates.get(date.text)
        if day is None or not before.endswith(" ") or typed.lower() not in words:
            continue
        meant = brief.wording.date(day, DateStyle.ON)
        if not meant.startswith(f"{typed.lower()} "):
            hint = f"leave '{typed}' out, and print it with |date(\"on\"), which says '{meant}'"
            message = f"a date stands behind the wrong word: '{typed} {date.text}'"
            brief.problems.report.warning("BG467", place_of(f"{typed} {{{{"), message, hint)


def _small_words(brief: Brief) -> frozenset[str]:
    """`on` and `in`, in the words of the brief."""
    phrases = brief.wording.phrases
    return frozenset(next(one.pieces())[0].strip() for one in (phrases.on_day, phrases.in_span))
