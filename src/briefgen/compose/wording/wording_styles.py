"""The ways in which figures and dates are worded; a member is the word that templates write."""

from __future__ import annotations

import enum
from functools import cache


class MoneyStyle(enum.StrEnum):
    """How an amount of money is worded."""

    WORDS = "words"
    """In a sentence: `about US$52 million`."""
    SIGN = "sign"
    """In a table: `≈ US$52 million`."""
    VALUE = "value"
    """Large on a card, before its `unit`: `≈ US$52`."""
    UNIT = "unit"
    """Small beside the value: `million`, with the interval where it is wanted."""
    BARE = "bare"
    """Where the unit stands elsewhere, as beside a bar: `≈ 52`."""


class QuantityStyle(enum.StrEnum):
    """How an amount of anything is worded; money as in `MoneyStyle`."""

    WORDS = "words"
    """In a sentence: `about 4,200 students`, `1.2 million tonnes`."""
    SIGN = "sign"
    """In a table: `≈ 4,200 students`."""
    VALUE = "value"
    """Large on a card, before its `unit`: `≈ 4,200`."""
    UNIT = "unit"
    """Small beside the value: `students`, `million tonnes`."""
    BARE = "bare"
    """Where unit and scale stand elsewhere, as beside a bar: `≈ 4,200`."""
    COUNT = "count"
    """Behind words that name the unit: `about 4,200`, `1.2 million`."""


class NumberStyle(enum.StrEnum):
    """How a count or measure is worded."""

    WORDS = "words"
    """`more than 80`."""
    SIGN = "sign"
    """`> 80`."""
    SPELLED = "spelled"
    """A small whole number as a word, `five`; any other as in `words`."""
    ORDINAL = "ordinal"
    """Its place in a row, `13th`; what is no whole number as in `words`."""


class PercentStyle(enum.StrEnum):
    """How a share is worded."""

    WORDS = "words"
    """`about 29%`."""
    SIGN = "sign"
    """`≈ 29%`."""


class ChangeStyle(enum.StrEnum):
    """How a change is worded."""

    WORDS = "words"
    """`rose by about 5.4%`."""
    NOUN = "noun"
    """`a rise of about 5.4%`; one without a direction as in `words`."""
    SIGN = "sign"
    """`≈ +5.4% [+3.8% … +7.0%]`."""


class DateStyle(enum.StrEnum):
    """How a date is worded."""

    LONG = "long"
    """`3 February 1994`."""
    SHORT = "short"
    """`3 Feb 1994`."""
    ON = "on"
    """In a sentence, with its preposition: `on 3 February 1994`, `in 1994`."""
    BY = "by"
    """Of what was counted or attested up to then: `by 3 February 1994`."""


def is_style(styles: type[enum.StrEnum], style: object) -> bool:
    """Whether a word is one of the styles."""
    return isinstance(style, str) and style in _words_of(styles)


@cache
def _words_of(styles: type[enum.StrEnum]) -> frozenset[str]:
    return frozenset(styles)
