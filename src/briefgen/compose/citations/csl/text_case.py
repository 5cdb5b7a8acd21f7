"""Capitals and quotation marks inside a title, as a style wants them. Works on marked text (see `marks`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.compose.citations.csl.formatting import (
    CLOSE_KEPT,
    CLOSE_QUOTE,
    OPEN_KEPT,
    OPEN_QUOTE,
    SENTENCE,
    is_mark,
    without_marks,
)
from briefgen.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SMALL = "a an and as at but by down for from in into nor of on onto or over so the till to up v via vs with yet"
_OF_OTHERS = "de del della der des di du e el et la las le les los und van von y"
SMALL_WORDS = frozenset((_SMALL + " " + _OF_OTHERS).split())
"""Words that stay small in an English title, but for its first and last word (CSL 1.0.2, appendix "Text-case"); and
those of other languages, in names that an English title takes from them."""
_WORD = late_pattern(r"\S+|\s+")
_PAIRS = {"'": "'", "‘": "’", '"': '"', "“": "”", "«": "»", "„": "“"}
_CLOSERS = frozenset("'’\"”»“")
_OPENING_BEFORE = frozenset(" (/[{–—-\u00a0")


def in_case(text: str, kind: str, *, english: bool) -> str:
    """The text in a case of CSL 1.0.2, "Text-case"; names that are marked keep their capitals."""
    match kind:
        case "lowercase":
            return _each(text, str.lower)
        case "uppercase":
            return _each(text, str.upper)
        case "capitalize-first":
            return _capital(text)
        case "capitalize-all":
            return "".join(_capital(part) for part in _WORD.findall(text))
        case "sentence":
            return _sentence(text)
        case "title" if english:
            return "".join(_title(text))
        case _:
            return text


def _each(text: str, change: Callable[[str], str]) -> str:
    return "".join(part if kept else change(part) for part, kept in _parts(text))


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Pieces of a text, and whether their capitals stay."""
    kept = False
    for part in re.split(f"([{OPEN_KEPT}{CLOSE_KEPT}])", text):
        if part in {OPEN_KEPT, CLOSE_KEPT}:
            kept = part == OPEN_KEPT
        if part:
            yield part, kept


def _capital(text: str) -> str:
    """With its first letter as a capital, behind marks and quotes."""
    at = next((i for i, c in enumerate(text) if c.isalnum()), None)
    return text if at is None else text[:at] + text[at].upper() + text[at + 1 :]


def _sentence(text: str) -> str:
    """Small letters but for the first one and names: where the names are known, or all is in capitals."""
    if SENTENCE in text or without_marks(text).isupper():
        text = _each(text, str.lower)
    return _capital(text)


def _title(text: str) -> Iterator[str]:
    """Capitals on every word but the small ones; a word that has capitals stays as it is."""
    words = _WORD.findall(text)
    last = max((i for i, word in enumerate(words) if not word.isspace()), default=0)
    before = ":"
    for i, word in enumerate(words):
        bare = "".join(c for c in word if c.isalnum())
        # A full stop ends an abbreviation more often than a sentence: J. of Trade.
        is_small = bare in SMALL_WORDS and i != last and before not in ":?!"
        yield word if OPEN_KEPT in word or not word.islower() or is_small or not bare.isascii() else _capital(word)
        if not word.isspace():
            before = without_marks(word)[-1:] or before


def sentence_marks(title: str, sentence: str) -> str:
    """A title that knows its names: words that its sentence form writes alike keep their capitals."""
    given, wanted = title.split(" "), sentence.split(" ")
    if len(given) != len(wanted) or title.casefold() != sentence.casefold():
        return title
    words = (
        f"{OPEN_KEPT}{a}{CLOSE_KEPT}" if a == b and not a.islower() else a for a, b in zip(given, wanted, strict=True)
    )
    return SENTENCE + " ".join(words)


def quotes_marked(text: str, apostrophe: str) -> str:
    """With typed quotation marks as marks that take the style's form, and apostrophes as the style has them."""
    out, open_at = list(text), []
    for i, character in enumerate(text):
        before, after = _near(text, i, -1), _near(text, i, 1)
        if character in "'’" and before.isalnum() and after.isalnum():
            out[i] = apostrophe
        elif character in _PAIRS and (not before or before in _OPENING_BEFORE or before in _PAIRS):
            open_at.append(i)
        elif character in _CLOSERS:
            match = next((at for at in reversed(open_at) if _PAIRS[text[at]] == character), None)
            if match is not None:
                out[match], out[i] = OPEN_QUOTE, CLOSE_QUOTE
                del open_at[open_at.index(match) :]
            elif character in "'’":
                out[i] = apostrophe
    return "".join(out)


def _near(text: str, at: int, step: int) -> str:
    """The next character on a side that is no mark, or nothing."""
    at += step
    while 0 <= at < len(text) and is_mark(text[at]):
        at += step
    return text[at] if 0 <= at < len(text) else ""
