"""Straight quotes and apostrophes as the signs of their language; what is not understood stays as it was typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
_NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class QuoteSigns:
    """What opens and closes a quote, and a quote within a quote."""

    opens: str
    closes: str
    opens_inner: str
    closes_inner: str

    def pair(self, depth: int) -> tuple[str, str]:
        """The marks of a quote that stands within so many others."""
        return (self.opens_inner, self.closes_inner) if depth % 2 else (self.opens, self.closes)


_ENGLISH = QuoteSigns("“", "”", "‘", "’")
_LOW = QuoteSigns("„", "“", "‚", "‘")
_POINTED = QuoteSigns("«", "»", "„", "“")
_POINTED_OVER_HIGH = QuoteSigns("«", "»", "“", "”")
_RISING = QuoteSigns("”", "”", "’", "’")
_TURNED = QuoteSigns("”", "“", "’", "‘")
_BY_LANGUAGE: Mapping[str, QuoteSigns] = {
    **dict.fromkeys(("en", "nl", "hi", "bn", "ko", "th", "tr", "vi", "id", "ms", "zh", "ga", "cy"), _ENGLISH),
    **dict.fromkeys(("de", "cs", "sk", "sl", "hr", "sr", "is", "lt", "ka"), _LOW),
    **dict.fromkeys(("ru", "be", "uk", "kk", "ky"), _POINTED),
    **dict.fromkeys(("es", "it", "pt", "ca", "el", "az"), _POINTED_OVER_HIGH),
    **dict.fromkeys(("sv", "fi", "he"), _RISING),
    **dict.fromkeys(("ur", "ar"), _TURNED),
    "bg": QuoteSigns("„", "“", "‚", "‘"),
    "da": _ENGLISH,
    "fa": QuoteSigns("«", "»", "‹", "›"),
    "fr": QuoteSigns(f"«{_NBSP}", f"{_NBSP}»", "“", "”"),
    "hu": QuoteSigns("„", "”", "»", "«"),
    "ja": QuoteSigns("「", "」", "『", "』"),
    "nb": QuoteSigns("«", "»", "‘", "’"),
    "pl": QuoteSigns("„", "”", "«", "»"),
    "ro": QuoteSigns("„", "”", "«", "»"),
}
"""First part of a BCP 47 tag → its marks, as the Unicode Common Locale Data Repository has them; a French mark keeps
its distance."""
_SIGNS = late_pattern("[\"'“”]")
_ADDRESS = late_pattern(r"\S*(?:://|@|\bwww\.)\S*")
_BEFORE_OPENING = frozenset(" \n\u00a0\u202f([{/-\N{EN DASH}\N{EM DASH}“‘„‚«‹")
_CLOSING = late_pattern(r"(?<=[^\s\"'])'(?![^\W_])")
_SHORTENED = late_pattern(r"'(?:\d\ds?\b|tis\b|twas\b|em\b|til\b|n')", re.IGNORECASE)
"""Words that begin with an apostrophe."""


def quotes_of(language: str) -> QuoteSigns | None:
    """The marks of a language by its tag; None where they are not known."""
    return _BY_LANGUAGE.get(language.partition("-")[0].lower())


@dataclass(frozen=True, slots=True)
class Island:
    """A value in a text: its quotes begin and end in it, by the rules of its own language."""

    start: int
    end: int
    language: str


def signs_in(text: str, language: str, islands: Sequence[Island] = ()) -> dict[int, str]:
    """Place → what stands there instead of a sign of the keyboard; nothing in a language that is not known.

    Examples:
        >>> from briefgen.compose.typography.quotation_signs import with_signs
        >>> with_signs('the "best friend"', "en-GB"), with_signs('"да"', "ru")
        ('the “best friend”', '«да»')
    """
    return dict(_Reading(text, language, islands).signs()) if has_signs(text) else {}


def has_signs(text: str) -> bool:
    """Whether a sign of the keyboard stands in a text."""
    return _SIGNS.search(text) is not None


def with_signs(text: str, language: str) -> str:
    """A text by itself with the signs of its language."""
    found = signs_in(text, language)
    return "".join(found.get(at, sign) for at, sign in enumerate(text)) if found else text


@dataclass(slots=True)
class _Open:
    """A quote that has begun."""

    at: int
    sign: str
    depth: int
    island: Island | None


class _Reading:
    """One way through a text. A quote that does not close is none, and leaves its sign as it is."""

    def __init__(self, text: str, language: str, islands: Sequence[Island]) -> None:
        self._text, self._language, self._islands = text, language, islands
        self._open: list[_Open] = []
        self._left_alone = [found.span() for found in _ADDRESS.finditer(text)]
        self._island: Island | None = None
        """The value that is being read; None between them."""
        self._quotes = quotes_of(language)

    def signs(self) -> Iterator[tuple[int, str]]:
        for found in _SIGNS.finditer(self._text):
            at = found.start()
            self._enter(at)
            if self._quotes is None or any(start <= at < end for start, end in self._left_alone):
                continue
            if found[0] == "'":
                yield from self._single(at)
            elif found[0] == '"':
                yield from self._double(at)
            else:
                yield from self._typed(at, found[0])

    def _enter(self, at: int) -> None:
        self._island = next((one for one in self._islands if one.start <= at < one.end), None)
        self._quotes = quotes_of(self._island.language if self._island else self._language)

    def _around(self, at: int) -> tuple[str, str]:
        """What stands before and behind a sign; what is around a value says nothing of the signs in it."""
        start, end = (self._island.start, self._island.end) if self._island else (0, len(self._text))
        return self._text[max(at - 1, start) : at], self._text[at + 1 : min(at + 2, end)]

    def _may_open(self, at: int) -> bool:
        before, behind = self._around(at)
        return (not before or before in _BEFORE_OPENING or self._begins(at - 1)) and bool(behind.strip())

    def _begins(self, at: int) -> bool:
        """Whether a quote begins at a place: `"'so'"`."""
        return any(one.at == at for one in self._open)

    def _double(self, at: int) -> Iterator[tuple[int, str]]:
        if self._may_open(at):
            self._begin(at, '"')
        elif self._is_open('"'):
            yield from self._end(at, '"')

    def _typed(self, at: int, sign: str) -> Iterator[tuple[int, str]]:
        """Marks of an English typist: within a quote they become those of a quote within."""
        if self._quotes is None or (self._quotes.opens, self._quotes.closes) != ("“", "”"):
            return
        if sign == "“":
            self._begin(at, sign)
        elif self._is_open("“"):
            yield from self._end(at, "“")

    def _single(self, at: int) -> Iterator[tuple[int, str]]:
        before, behind = self._around(at)
        if before.isalpha() and behind.isalpha():
            yield at, APOSTROPHE
        elif before.isdigit() and not behind.isalpha() and not self._is_open("'"):
            return  # feet, or minutes
        elif _SHORTENED.match(self._text, at) and not before.isalnum():
            yield at, APOSTROPHE
        elif self._may_open(at):
            if self._closes_later(at):
                self._begin(at, "'")
            elif behind.isalnum():
                yield at, APOSTROPHE
        elif self._is_open("'") and not behind.isalpha():
            yield from self._end(at, "'")
        elif before.isalnum():
            yield at, APOSTROPHE

    def _closes_later(self, at: int) -> bool:
        """Whether what begins here with a single quote may end with one: behind a word, before none."""
        end = self._island.end if self._island else len(self._text)
        return _CLOSING.search(self._text, at + 1, end) is not None

    def _is_open(self, sign: str) -> bool:
        return any(one.sign == sign and one.island == self._island for one in self._open)

    def _begin(self, at: int, sign: str) -> None:
        self._open.append(_Open(at, sign, len(self._open), self._island))

    def _end(self, at: int, sign: str) -> Iterator[tuple[int, str]]:
        """The marks of the quote that ends here; what began within it and did not end was none."""
        while (begun := self._open.pop()).sign != sign or begun.island != self._island:
            pass
        if self._quotes is None or at == begun.at + 1:
            return
        opens, closes = self._quotes.pair(begun.depth)
        yield begun.at, opens
        yield at, closes
