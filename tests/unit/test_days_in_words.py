"""Days are put together as CLDR's own patterns have them."""

from __future__ import annotations

import datetime as dt

import pytest
from babel import Locale
from babel.dates import format_date

from briefgen.compose.wording.locales import day_in_words

PATTERNS = ("d MMMM y", "MMMM d, y", "d MMM y", "MMM d, y", "d MMMM", "MMM d", "MMMM y", "MMM y", "d, y", "d", "y")


@pytest.mark.parametrize("language", ["en", "en-GB", "de", "fr", "ru", "be", "uk", "ur", "cs", "hi", "ar", "zh"])
@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_day_is_written_as_babel_writes_it(pattern: str, language: str) -> None:
    days = [dt.date(987 if month == 2 else 2021, month, 2 * month + 1) for month in range(1, 13)]
    locale = Locale.parse(language, sep="-")

    assert [day_in_words(day, pattern, language) for day in days] == [
        format_date(day, pattern, locale=locale) for day in days
    ]
