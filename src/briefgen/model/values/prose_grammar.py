"""The reader of prose: cuts a text at its values and citations, and tells each slip at its place.

It is handed words that anybody may have written, and never raises: what it cannot read is a slip.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, NamedTuple

from briefgen.model.values.prose_text import (
    Argument,
    Asked,
    Citation,
    Cited,
    FieldStep,
    FilterStep,
    Piece,
    ProseCall,
    ProseText,
    TextSpot,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGEST_NAME, _MOST_DIGITS, _SHOWN = 100, 9, 40
_LONGEST_TAG = 2_000
"""Characters between two signs: what is longer is never closed, and is not looked for again and again."""
_MOST_SLIPS = 100
"""Told of one text; who mends them sees the next."""
_EXAMPLE = '{{ fact("visit-2015").date|date }}'
_STOPS = re.compile(
    r"\\.|\{\{|\}\}|\{%|\{#|\{[ \t]+\{|\{[ \t]*(?=(?:fact|picture)[ \t]*\()|\[-?@|\[(?=[^\[\]@{}\n]*[\s(]@)", re.DOTALL
)
"""Where something begins that is no Markdown, or looks as if it were meant so."""
_TOKEN = re.compile(r"(?P<blank>\s+)|(?P<name>[A-Za-z_]\w*)|(?P<number>-?\d+)|(?P<text>\"[^\"\n]*\"|'[^'\n]*')"
                    r"|(?P<sign>[.|(),=])", re.ASCII)  # fmt: skip
_GAP = re.compile(r"\n[ \t]*\n")
"""A paragraph ends here: nothing that is open goes on behind it."""
_CITED = re.compile(r"\s*@(?P<ref>[^\s,;@\[\]]+)\s*(?P<more>,(?P<locator>.*))?", re.DOTALL)
_QUOTES = frozenset("“”„‟«»‘’‚‛‹›″′`´")
_INSTEAD = {
    "[": "prose takes single values: name one field",
    "{": "write the value alone between '{{' and '}}'",
    "+": "prose computes nothing: print each value for itself",
    "*": "prose computes nothing: print each value for itself",
    "/": "prose computes nothing: print each value for itself",
    "~": "write the words outside of the braces",
    ":": 'write arguments in brackets: |date("short")',
    "–": "type a plain hyphen: -",
    "—": "type a plain hyphen: -",
}


class ProseSlip(NamedTuple):
    """What is wrong with a text as it is written."""

    spot: TextSpot
    message: str
    hint: str


class _Wrong(Exception):  # noqa: N818 - not an error: ends the reading of one value
    def __init__(self, at: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.at, self.message, self.hint = at, message, hint


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
            except _Wrong as wrong:
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
                hint = f"ask and loop in a section; prose prints values: {_EXAMPLE}"
                self._slip_once(at, "prose holds no tags such as '{%'", hint)
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
                self._slip(at, told, f"write it as {_EXAMPLE}")
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
        inner = _Value(self, start + 2, end)
        try:
            asked = inner.read()
        finally:
            self._cut(start, end + 2)
        self.pieces.append(asked)
        if self.text.startswith("}", end + 2):
            raise _Wrong(end + 2, "a brace stands behind the value", "take it out: '}}' closes what '{{' opens")

    def _unclosed(self, start: int, end: int) -> _Wrong:
        line = self.text.find("\n", start)
        brace = self.text.find("}", start, min(end, line if line >= 0 else end))
        if brace >= 0:
            self._cut(start, brace + 1)
            return _Wrong(brace, "'{{' is closed by '}'", "write '}}'")
        late = self.text.find("}}", start, end)
        self._cut(start, late + 2 if late >= 0 else start + 2)
        return _Wrong(start, "'{{' is never closed", "end the value with '}}'")

    # ------------------------------------------------------------ citations

    def _citation(self, start: int) -> None:
        end = self.text.find("]", start, start + _LONGEST_TAG)
        again = self.text.find("[", start + 1, start + _LONGEST_TAG)
        if end < 0 or 0 <= again < end or _GAP.search(self.text, start, end):
            raise _Wrong(start, "'[@' is never closed", "end the citation with ']'")
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
            told = f"'{_shown(part)}' names no reference" if part.strip() else "nothing is cited here"
            raise _Wrong(first, told, "write [@reference, p. 12]; several with ';' between: [@one; @other]")
        if len(found["ref"]) > _LONGEST_NAME:
            raise _Wrong(at + found.start("ref"), "the name of a reference is too long", "write its id")
        locator = " ".join((found["locator"] or "").split())
        if found["more"] and not locator:
            raise _Wrong(at + found.start("more"), "no place stands behind ','", "write [@reference, p. 12]")
        return Cited(found["ref"], locator or None, self.spot(at + found.start("ref")))

    def _perhaps_citation(self, start: int) -> None:
        """`[see @reference]`, which would be printed as it stands."""
        end = self.text.find("]", start, start + _LONGEST_TAG)
        if end >= 0 and not _GAP.search(self.text, start, end) and not self.text.startswith("(", end + 1):
            raise _Wrong(start, "a citation begins with '[@'", "write the words outside of it: see [@reference]")


def _shown(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}..."


class _Token(NamedTuple):
    kind: str
    text: str
    at: int


class _Value:
    """The grammar of what stands between `{{` and `}}`: call, fields, filters."""

    def __init__(self, reader: _Reader, start: int, end: int) -> None:
        self._reader, self._end = reader, end
        self._tokens: Sequence[_Token] = tuple(self._scanned(start))
        self._next = 0

    def _scanned(self, start: int) -> Iterator[_Token]:
        at = start
        while at < self._end:
            found = _TOKEN.match(self._reader.text, at, self._end)
            if found is None:
                yield _Token("strange", self._reader.text[at], at)
                return
            if found.lastgroup != "blank":
                yield _Token(str(found.lastgroup), found[0], at)
            at = found.end()

    def read(self) -> Asked:
        """The whole of it."""
        call, (key, at) = self._call(), self._key()
        fields: list[FieldStep] = []
        filters: list[FilterStep] = []
        while self._is("."):
            fields.append(self._field())
        while self._is("|"):
            filters.append(self._filter())
        if self._next < len(self._tokens):
            raise self._unexpected()
        if call is ProseCall.PICTURE and (fields or filters):
            raise _Wrong(self._tokens[0].at, "a picture has no field or filter behind it", "take out what follows it")
        return Asked(call, key, tuple(fields), tuple(filters), self._reader.spot(at))

    # ------------------------------------------------------------ parts

    def _call(self) -> ProseCall:
        if not self._tokens:
            raise _Wrong(self._end, "nothing stands between '{{' and '}}'", f"write {_EXAMPLE}")
        word = self._tokens[0]
        if word.kind != "name":
            raise self._unexpected()
        self._next = 1
        if word.text not in tuple(ProseCall):
            near = difflib.get_close_matches(word.text, tuple(ProseCall), 1, 0.6)
            hint = f"did you mean '{near[0]}'?" if near else f"prose prints values of facts: {_EXAMPLE}"
            what = "function" if self._is("(") else "value"
            raise _Wrong(word.at, f"prose knows no {what} '{_shown(word.text)}'", hint)
        return ProseCall(word.text)

    def _key(self) -> tuple[str, int]:
        """The id in brackets, and where it begins."""
        hint = 'name the fact by its id: fact("visit-2015")'
        self._take("(", hint)
        word = self._token()
        if word is None or word.kind != "text":
            raise self._unexpected(hint)
        self._next += 1
        key = word.text[1:-1]
        if not key.strip() or len(key) > _LONGEST_NAME:
            raise _Wrong(word.at, f"'{_shown(key)}' is no id of a fact", hint)
        self._take(")", 'write one id in brackets, and fields behind them: fact("visit-2015").date')
        return key, word.at + 1

    def _field(self) -> FieldStep:
        self._next += 1
        word = self._token()
        if word is None or word.kind != "name":
            raise self._unexpected("name a field behind '.', such as .title")
        self._next += 1
        if self._is("("):
            raise self._unexpected("a field is not called: take the brackets out, or write a filter: |date")
        return FieldStep(word.text, self._reader.spot(word.at))

    def _filter(self) -> FilterStep:
        self._next += 1
        word = self._token()
        if word is None or word.kind != "name":
            raise self._unexpected("name a filter behind '|', such as |date")
        self._next += 1
        arguments = self._arguments() if self._is("(") else ()
        if self._is("."):
            raise self._unexpected("fields stand before the filters")
        return FilterStep(word.text, arguments, self._reader.spot(word.at))

    def _arguments(self) -> tuple[Argument, ...]:
        self._next += 1
        found: list[Argument] = []
        while not self._is(")"):
            if found:
                self._take(",", "close the brackets with ')', or put ',' between arguments")
            found.append(self._argument())
        self._next += 1
        return tuple(found)

    def _argument(self) -> Argument:
        hint = 'a filter takes a text in quotes, a whole number, true or false: |percent(0, "sign")'
        word = self._token()
        named = ""
        if word and word.kind == "name" and [token.text for token in self._tokens[self._next + 1 :][:1]] == ["="]:
            named, self._next = word.text, self._next + 2
            word = self._token()
        if word is None or word.kind not in {"text", "number", "name"}:
            raise self._unexpected(hint)
        if word.kind == "name" and word.text not in _TRUTHS:
            raise self._unexpected(hint)
        if word.kind == "number" and len(word.text) > _MOST_DIGITS:
            raise _Wrong(word.at, "the number is too large", hint)
        self._next += 1
        spot = self._reader.spot(word.at + (word.kind == "text"))
        match word.kind:
            case "text":
                return Argument(word.text[1:-1], named, spot)
            case "number":
                return Argument(int(word.text), named, spot)
            case _:
                return Argument(_TRUTHS[word.text], named, spot)

    # ------------------------------------------------------------ tokens

    def _token(self) -> _Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _is(self, sign: str) -> bool:
        word = self._token()
        return word is not None and word.kind == "sign" and word.text == sign

    def _take(self, sign: str, hint: str) -> None:
        if not self._is(sign):
            raise self._unexpected(hint, f"'{sign}' is missing")
        self._next += 1

    def _unexpected(self, hint: str = "", missing: str = "") -> _Wrong:
        """What stands where something else must."""
        word = self._token()
        if word is None:
            before = self._tokens[self._next - 1].text if self._next else "{{"
            told = missing or f"the value ends behind '{_shown(before)}'"
            return _Wrong(self._end, told, hint or f"write {_EXAMPLE}")
        if word.kind == "strange":
            return self._strange(word, hint)
        behind = f" behind '{_shown(self._tokens[self._next - 1].text)}'" if self._next else " here"
        return _Wrong(word.at, f"'{_shown(word.text)}' cannot stand{behind}", hint or f"write {_EXAMPLE}")

    def _strange(self, word: _Token, hint: str) -> _Wrong:
        if word.text in "\"'":
            return _Wrong(word.at, "the text has no end", f"put a second {word.text} behind it")
        if word.text in _QUOTES:
            return _Wrong(word.at, f"the quote {word.text} cannot stand here", 'type straight quotes: "..."')
        if not word.text.isprintable():
            told = f"the invisible character U+{ord(word.text):04X} cannot stand here"
            return _Wrong(word.at, told, "delete it, and type the value anew")
        instead = _INSTEAD.get(word.text) or hint or f"write {_EXAMPLE}"
        return _Wrong(word.at, f"'{word.text}' cannot stand here", instead)


_TRUTHS = {"true": True, "false": False}
