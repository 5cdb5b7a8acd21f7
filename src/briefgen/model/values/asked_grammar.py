"""The grammar of what stands between `{{` and `}}` in prose: a call, fields of what it gives, and filters."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.values.period import parse_period
from briefgen.model.values.prose_text import Argument, Asked, FieldStep, FilterStep, ProseCall
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefgen.model.values.prose_text import TextSpot

LONGEST_NAME = 100
_MOST_DIGITS = 9
_SHOWN = 40
EXAMPLE = '{{ fact("visit-2015").date|date }}'
_TOKEN = late_pattern(r"(?P<blank>\s+)|(?P<name>[A-Za-z_]\w*)|(?P<number>-?\d+)|(?P<text>\"[^\"\n]*\"|'[^'\n]*')"
                    r"|(?P<sign>[.|(),=])", re.ASCII)  # fmt: skip
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


_NAMED = {
    ProseCall.FACT: 'name the fact by its id: fact("visit-2015")',
    ProseCall.PICTURE: 'name the picture by its id: picture("visit-2015")',
    ProseCall.TRADE: 'name the period: trade("2019").turnover',
    ProseCall.SERIES: 'name indicator and period: series("students", "2019", whose="PAK", towards="BLR").figure',
}
_CLOSED = {
    ProseCall.FACT: 'write one id in brackets, and fields behind them: fact("visit-2015").date',
    ProseCall.PICTURE: 'write one id in brackets: picture("visit-2015")',
    ProseCall.TRADE: 'write one period in brackets, and fields behind them: trade("2019").exports.PAK',
    ProseCall.SERIES: _NAMED[ProseCall.SERIES],
}
_TAKEN = 'a filter takes a text in quotes, a whole number, true or false: |percent(0, "sign")'


class ProseWrong(Exception):  # noqa: N818 - not an error: ends the reading of one value
    """What is wrong with a value or a citation, and at which character."""

    def __init__(self, at: int, message: str, hint: str, *, is_of_sections: bool = False) -> None:
        super().__init__(message)
        self.at, self.message, self.hint = at, message, hint
        self.is_of_sections = is_of_sections
        """Whether it may be a name that a tag of sections has made."""


def shortened(text: str) -> str:
    """Words for a message."""
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}..."


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int


class AskedGrammar:
    """The grammar of what stands between `{{` and `}}`: call, fields, filters."""

    def __init__(self, text: str, start: int, end: int, spot: Callable[[int], TextSpot]) -> None:
        self._text, self._end, self._spot = text, end, spot
        self._tokens: Sequence[_Token] = tuple(self._scanned(start))
        self._next = 0

    def _scanned(self, start: int) -> Iterator[_Token]:
        at = start
        while at < self._end:
            found = _TOKEN.match(self._text, at, self._end)
            if found is None:
                yield _Token("strange", self._text[at], at)
                return
            if found.lastgroup != "blank":
                yield _Token(str(found.lastgroup), found[0], at)
            at = found.end()

    def read(self) -> Asked:
        """The whole of it."""
        call = self._call()
        (key, at), (period, sides) = self._key(call), self._of_series(call)
        self._take(")", _CLOSED[call])
        fields: list[FieldStep] = []
        filters: list[FilterStep] = []
        while self._is("."):
            fields.append(self._field())
        while self._is("|"):
            filters.append(self._filter())
        if self._next < len(self._tokens):
            raise self._unexpected()
        if call is ProseCall.PICTURE and (fields or filters):
            at = self._tokens[0].at
            raise ProseWrong(at, "a picture has no field or filter behind it", "take out what follows it")
        return Asked(call, key, tuple(fields), tuple(filters), self._spot(at), period, **sides)

    # ------------------------------------------------------------ parts

    def _call(self) -> ProseCall:
        if not self._tokens:
            raise ProseWrong(self._end, "nothing stands between '{{' and '}}'", f"write {EXAMPLE}")
        word = self._tokens[0]
        if word.kind != "name":
            raise self._unexpected()
        self._next = 1
        if word.text not in tuple(ProseCall):
            near = difflib.get_close_matches(word.text, tuple(ProseCall), 1, 0.6)
            hint = f"did you mean '{near[0]}'?" if near else f"prose prints values of facts: {EXAMPLE}"
            what = "function" if self._is("(") else "value"
            raise ProseWrong(word.at, f"prose knows no {what} '{shortened(word.text)}'", hint, is_of_sections=True)
        return ProseCall(word.text)

    def _key(self, call: ProseCall) -> tuple[str, int]:
        """The first text in brackets, and where it begins."""
        hint = _NAMED[call]
        self._take("(", hint)
        word = self._token()
        if word is None or word.kind != "text":
            raise self._unexpected(hint)
        self._next += 1
        key = word.text[1:-1]
        if call is ProseCall.TRADE:
            return self._period(key, word.at), word.at + 1
        if not key.strip() or len(key) > LONGEST_NAME:
            what = "an indicator" if call is ProseCall.SERIES else "a fact"
            raise ProseWrong(word.at, f"'{shortened(key)}' is no id of {what}", hint)
        return key, word.at + 1

    def _of_series(self, call: ProseCall) -> tuple[str, dict[str, str]]:
        """Period of a series, whose it is, towards whom, and what is counted; empty of all else."""
        if call is not ProseCall.SERIES:
            return "", {}
        hint = _NAMED[call]
        self._take(",", hint)
        at = self._tokens[self._next].at if self._next < len(self._tokens) else self._end
        period, sides = self._argument(hint), {"whose": "", "towards": "", "definition": ""}
        if period.name or not isinstance(period.value, str):
            raise ProseWrong(at, "the period stands behind the indicator", hint)
        while self._is(","):
            self._next += 1
            at = self._tokens[self._next].at if self._next < len(self._tokens) else self._end
            side = self._argument(hint)
            if sides.get(side.name) != "" or not isinstance(side.value, str):
                raise ProseWrong(at, "behind the period stands whose it is, towards whom, and its definition", hint)
            sides[side.name] = side.value
        return self._period(period.value, at), sides

    @staticmethod
    def _period(text: str, at: int) -> str:
        """A period as it is written in tables."""
        try:
            return str(parse_period(text.strip()))
        except ValueError as error:
            told = str(error) if text.strip() else "no period stands here"
            hint = 'write it as in trade.csv: trade("2019"), trade("2023-Q1")'
            raise ProseWrong(at, f"'{shortened(text)}' is no period: {told}" if text.strip() else told, hint) from None

    def _field(self) -> FieldStep:
        self._next += 1
        word = self._token()
        if word is None or word.kind != "name":
            raise self._unexpected("name a field behind '.', such as .title")
        self._next += 1
        if self._is("("):
            raise self._unexpected("a field is not called: take the brackets out, or write a filter: |date")
        return FieldStep(word.text, self._spot(word.at))

    def _filter(self) -> FilterStep:
        self._next += 1
        word = self._token()
        if word is None or word.kind != "name":
            raise self._unexpected("name a filter behind '|', such as |date")
        self._next += 1
        arguments = self._arguments() if self._is("(") else ()
        if self._is("."):
            raise self._unexpected("fields stand before the filters")
        return FilterStep(word.text, arguments, self._spot(word.at))

    def _arguments(self) -> tuple[Argument, ...]:
        self._next += 1
        found: list[Argument] = []
        while not self._is(")"):
            if found:
                self._take(",", "close the brackets with ')', or put ',' between arguments")
            found.append(self._argument())
        self._next += 1
        return tuple(found)

    def _argument(self, hint: str = _TAKEN) -> Argument:
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
            raise ProseWrong(word.at, "the number is too large", hint)
        self._next += 1
        spot = self._spot(word.at + (word.kind == "text"))
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

    def _unexpected(self, hint: str = "", missing: str = "") -> ProseWrong:
        """What stands where something else must."""
        word = self._token()
        if word is None:
            before = self._tokens[self._next - 1].text if self._next else "{{"
            told = missing or f"the value ends behind '{shortened(before)}'"
            return ProseWrong(self._end, told, hint or f"write {EXAMPLE}")
        if word.kind == "strange":
            return self._strange(word, hint)
        behind = f" behind '{shortened(self._tokens[self._next - 1].text)}'" if self._next else " here"
        return ProseWrong(word.at, f"'{shortened(word.text)}' cannot stand{behind}", hint or f"write {EXAMPLE}")

    def _strange(self, word: _Token, hint: str) -> ProseWrong:
        if word.text in "\"'":
            return ProseWrong(word.at, "the text has no end", f"put a second {word.text} behind it")
        if word.text in _QUOTES:
            return ProseWrong(word.at, f"the quote {word.text} cannot stand here", 'type straight quotes: "..."')
        if not word.text.isprintable():
            told = f"the invisible character U+{ord(word.text):04X} cannot stand here"
            return ProseWrong(word.at, told, "delete it, and type the value anew")
        instead = _INSTEAD.get(word.text) or hint or f"write {EXAMPLE}"
        return ProseWrong(word.at, f"'{word.text}' cannot stand here", instead)


_TRUTHS = {"true": True, "false": False}
