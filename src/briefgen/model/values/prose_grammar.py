"""The reader of prose: cuts a text at its values and citations, and tells each slip at its place.

It is handed words that anybody may have written, and never raises: what it cannot read is a slip.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefgen.late_patterns import late_pattern
from briefgen.model.values.asked_grammar import EXAMPLE, LONGEST_NAME, AskedGrammar, ProseWrong, shortened
from briefgen.model.values.prose_text import (
    Citation,
    Cited,
    Piece,
    ProseText,
    TextSpot,
    Words,
)

_LONGEST_TAG = 2_000
"""Characters between two signs: what is longer is never closed, and is not looked for again and again."""
_NO_TAGS = "prose holds no tags such as '{%'"
_MOST_SLIPS = 100
"""Told of one text; who mends them sees the next."""
_STOPS = late_pattern(
    r"\\.|\{\{|\}\}|\{%|\{#|\{[ \t]+\{|\{[ \t]*(?=(?:fact|picture)[ \t]*\()|\[-?@|\[(?=[^\[\]@{}\n]*[\s(]@)", re.DOTALL
)
"""Where something begins that is no Markdown, or looks as if it were meant so."""
_GAP = late_pattern(r"\n[ \t]*\n")
"""A paragraph ends here: nothing that is open goes on behind it."""
_CITED = late_pattern(r"\s*@(?P<ref>[^\s,;@\[\]]+)\s*(?P<more>,(?P<locator>.*))?", re.DOTALL)


class ProseSlip(NamedTuple):
    """What is wrong with a text as it is written."""

    spot: TextSpot
    message: str
    hint: str


def read_prose(text: str) -> tuple[ProseText, tuple[ProseSlip, ...]]:
    """The text below a head, and every slip in it; what is wrong is left out of the text.

    Example:
        >>> text, slips = read_prose('Signed on {{ fact("pact").date|date }} [@gazette, p. 12].')
        >>> [type(piece).__name__ for piece in text.pieces], slips
        (['Words', 'Asked', 'Words', 'Citation', 'Words'], ())
    """
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[Piece] = []
        self.slips: list[ProseSlip] = []
        self._kept = self._at = 0
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]

    def read(self) -> tuple[ProseText, tuple[ProseSlip, ...]]:
        """Everything."""
        while len(self.slips) < _MOST_SLIPS and (found := _STOPS.search(self.text, self._at)):
            self._at = found.end()
            try:
                self._stop(found[0], found.start())
            except ProseWrong as wrong:
                if wrong.is_of_sections and any(slip.message == _NO_TAGS for slip in self.slips):
                    continue  # whoever writes it as in a section was told so
                self._slip(wrong.at, wrong.message, wrong.hint)
        self._words(len(self.text))
        return ProseText(tuple(self.pieces)), tuple(self.slips)

    def _stop(self, sign: str, at: int) -> None:
        """What begins with a sign; one that is meant as it stands has a backslash before it."""
        match sign:
            case "{{":
                self._value(at)
            case "}}":
                hint = "write the value between '{{' and '}}', or put a backslash before each brace"
                self._slip(at, "'}}' closes nothing", hint)
            case "{%":
                self._skip(at, "%}")
                hint = f"ask and loop in a section; prose prints values: {EXAMPLE}"
                self._slip_once(at, _NO_TAGS, hint)
            case "{#":
                self._skip(at, "#}")
                self._slip_once(at, "prose holds no comments such as '{#'", "put a comment into the head, behind a '#'")
            case "[@":
                self._citation(at)
            case "[-@":
                self._slip(at, "a citation cannot leave out who wrote it", "write it as [@reference]")
            case "[":
                self._perhaps_citation(at)
            case _ if sign.startswith("{"):
                self._skip(at, "}}")
                told = "a blank stands inside of '{{'" if sign.endswith("{") else "'{' begins no value"
                self._slip(at, told, f"write it as {EXAMPLE}")
            case _:
                pass  # a backslash, and what it stands before

    # ------------------------------------------------------------ places and words

    def spot(self, at: int) -> TextSpot:
        """The line and column of a character."""
        low, high = 0, len(self._lines)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._lines[middle] <= at else (low, middle)
        return TextSpot(low + 1, at - self._lines[low] + 1)

    def _slip(self, at: int, message: str, hint: str) -> None:
        self.slips.append(ProseSlip(self.spot(at), message, hint))

    def _slip_once(self, at: int, message: str, hint: str) -> None:
        """Who writes one tag of another language writes more of them, and mends them all alike."""
        if not any(slip.message == message for slip in self.slips):
            self._slip(at, message, hint)

    def _words(self, end: int) -> None:
        if end > self._kept:
            self.pieces.append(Words(self.text[self._kept : end], *self.spot(self._kept)))

    def _cut(self, start: int, end: int, piece: Piece | None = None) -> None:
        """Words up to the start, then the piece; words go on behind the end."""
        self._words(start)
        self._kept = self._at = end
        if piece:
            self.pieces.append(piece)

    def _skip(self, start: int, close: str) -> None:
        """Over what is refused as a whole, if it is closed in its paragraph."""
        end = self.text.find(close, start, start + _LONGEST_TAG)
        if end >= 0 and not _GAP.search(self.text, start, end):
            self._cut(start, end + len(close))

    # ------------------------------------------------------------ values

    def _value(self, start: int) -> None:
        last = start + _LONGEST_TAG
        end, again = self.text.find("}}", start, last), self.text.find("{{", start + 2, last)
        is_open = end < 0 or start + 2 <= again < end or _GAP.search(self.text, start, end)
        if is_open:
            raise self._unclosed(start, again if again >= 0 else last)
        self._at = end + 2
        inner = AskedGrammar(self.text, start + 2, end, self.spot)
        try:
            asked = inner.read()
        finally:
            self._cut(start, end + 2)
        self.pieces.append(asked)
        if self.text.startswith("}", end + 2):
            raise ProseWrong(end + 2, "a brace stands behind the value", "take it out: '}}' closes what '{{' opens")

    def _unclosed(self, start: int, end: int) -> ProseWrong:
        line = self.text.find("\n", start)
        brace = self.text.find("}", start, min(end, line if line >= 0 else end))
        if brace >= 0:
            self._cut(start, brace + 1)
            return ProseWrong(brace, "'{{' is closed by '}'", "write '}}'")
        late = self.text.find("}}", start, end)
        self._cut(start, late + 2 if late >= 0 else start + 2)
        return ProseWrong(start, "'{{' is never closed", "end the value with '}}'")

    # ------------------------------------------------------------ citations

    def _citation(self, start: int) -> None:
        end = self.text.find("]", start, start + _LONGEST_TAG)
        again = self.text.find("[", start + 1, start + _LONGEST_TAG)
        if end < 0 or 0 <= again < end or _GAP.search(self.text, start, end):
            raise ProseWrong(start, "'[@' is never closed", "end the citation with ']'")
        if self.text.startswith("(", end + 1):
            return  # words of a link
        self._at = end + 1
        cited: list[Cited] = []
        at = start + 1
        try:
            for part in self.text[start + 1 : end].split(";"):
                cited.append(self._cited(part, at))
                at += len(part) + 1
        finally:
            self._cut(start, end + 1)
        self.pieces.append(Citation(tuple(cited), self.spot(start).line))

    def _cited(self, part: str, at: int) -> Cited:
        found = _CITED.fullmatch(part)
        if found is None:
            first = at + len(part) - len(part.lstrip())
            told = f"'{shortened(part)}' names no reference" if part.strip() else "nothing is cited here"
            raise ProseWrong(first, told, "write [@reference, p. 12]; several with ';' between: [@one; @other]")
        if len(found["ref"]) > LONGEST_NAME:
            raise ProseWrong(at + found.start("ref"), "the name of a reference is too long", "write its id")
        locator = " ".join((found["locator"] or "").split())
        if found["more"] and not locator:
            raise ProseWrong(at + found.start("more"), "no place stands behind ','", "write [@reference, p. 12]")
        return Cited(found["ref"], locator or None, self.spot(at + found.start("ref")))

    def _perhaps_citation(self, start: int) -> None:
        """`[see @reference]`, which would be printed as it stands."""
        end = self.text.find("]", start, start + _LONGEST_TAG)
        if end >= 0 and not _GAP.search(self.text, start, end) and not self.text.startswith("(", end + 1):
            raise ProseWrong(start, "a citation begins with '[@'", "write the words outside of it: see [@reference]")
