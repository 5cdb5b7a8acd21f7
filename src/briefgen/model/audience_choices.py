"""The words that an audience file chooses from; a member is its word."""

from __future__ import annotations

import enum


class EmptyPolicy(enum.StrEnum):
    """What becomes of a section that has nothing to show."""

    UNSAID = ""
    """It falls away, and is told: nobody has decided yet."""
    DROP = "drop"
    """It falls away."""
    PLACEHOLDER = "placeholder"
    """The brief says that there is nothing."""
    ERROR = "error"
    """The brief is not made."""


class MarkerChoice(enum.StrEnum):
    """What stands in the text for a source."""

    NUMBERS = "numbers"
    AUTHOR_DATE = "author-date"
    EXHIBITS = "exhibits"
    """Nothing in the text: sources are named under exhibits only."""
    NONE = "none"


NO_MARKERS = frozenset({MarkerChoice.NONE, MarkerChoice.EXHIBITS})
"""Choices by which no sentence has a marker."""


class CitationPlace(enum.StrEnum):
    """What a marker leads to."""

    LIST = "list"
    FOOTNOTES = "footnotes"
    ENDNOTES = "endnotes"


class ClaimChoice(enum.StrEnum):
    """What is shown where sources differ on a figure of trade."""

    ALL = "all"
    PREFERRED = "preferred"
    RANGE = "range"
    NONE = "none"


class OpeningChoice(enum.StrEnum):
    """What the first page begins with."""

    MEMO = "memo"
    """To, from, as of and the rest in a line of boxes above the headline, as a paper within a ministry."""
    STANDFIRST = "standfirst"
    """Headline, then a few sentences in larger type, as an article."""
    PLAIN = "plain"
    """Headline and subtitle."""


class NoteChoice(enum.StrEnum):
    """Which notes of facts are printed."""

    ALL = "all"
    ESSENTIAL = "essential"
    """Those for which a figure or statement is read otherwise; a note of which nobody says what it is about is one."""


class PdfStandard(enum.StrEnum):
    """What a PDF keeps to."""

    UA1 = "ua1"
    """PDF/UA-1 and PDF/A-2a, which most checkers know."""
    UA2 = "ua2"
    """PDF/UA-2."""


class DateOrder(enum.StrEnum):
    """In which order a date stands."""

    LANGUAGE = ""
    """As the language of the brief has it: 23 April 2021 in en-GB, April 23, 2021 in en-US."""
    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


class DecimalSign(enum.StrEnum):
    """What stands before the decimals of a number."""

    LANGUAGE = ""
    POINT = "point"
    COMMA = "comma"


class GroupSign(enum.StrEnum):
    """What stands between the thousands of a number."""

    LANGUAGE = ""
    COMMA = "comma"
    POINT = "point"
    SPACE = "space"
    APOSTROPHE = "apostrophe"
    NONE = "none"


class WhenStale(enum.StrEnum):
    """What happens when the newest of a kind of facts is too old."""

    WARN = "warn"
    MARK = "mark"
    """The brief says what is the latest available."""
    FAIL = "fail"


class MemoField(enum.StrEnum):
    """What a memo line can say, in the order of its fields."""

    TO = "to"
    FROM = "from"
    PURPOSE = "purpose"
    """What it is for: what the reader is to do with it."""
    AS_OF = "as_of"
    MEETING = "meeting"
    """The next meeting of the two sides that the reader may know of."""
    HANDLING = "handling"
    PORTIONS = "portions"
    """What the marks before paragraphs, rows and captions mean."""
    STATE = "state"
    """Whether the brief is a draft, waits for clearance, or is cleared."""
    REVIEW = "review"
    CONTACT = "contact"
    """Whom to ask."""
