"""JSON as a list of records, with the place of every value.

The standard library's parser keeps no places, recurses, and takes the last of two keys and `NaN` without a word. What a
record means is unchanged by its faults that are no faults of form: a key that is given twice, a number that is none and
a character that no brief may hold are each told where they stand, and the reading goes on.
"""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any, NoReturn

from briefgen.diagnostics import Place, echo
from briefgen.late_patterns import late_pattern
from briefgen.load.nodes.decoding import RefusedCharacterError, clean_text, refused
from briefgen.load.nodes.value_positions import Positions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.diagnostics import Report

MAX_DEPTH = 24
MAX_VALUES = 200_000
_MOST_DIGITS = 18
_BLANKS = frozenset(" \t\r\n")
_STRING = late_pattern(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+"')
"""RFC 8259, 7; it gives nothing back once taken."""
_BEGUN_STRING = late_pattern(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+')
_NUMBER = late_pattern(r"-?(?:0|[1-9][0-9]*)(?P<broken>\.[0-9]+)?(?P<power>[eE][+-]?[0-9]+)?")
_WORD = late_pattern(r"-?[A-Za-z_][A-Za-z_0-9]*")
_WORDS = {"true": True, "false": False, "null": None}
_NO_NUMBERS = frozenset({"NaN", "Infinity", "-Infinity"})
_LINE_END = late_pattern("\n")
_BEYOND = "BG103"
_RECORD = 2
"""How deep the fields of a record stand: in the list, in the record."""
_REPLACED = "\N{REPLACEMENT CHARACTER}"
_HINT = "export the file anew, or mend the spot"


class _RefusedError(Exception):
    """What is not read on, with its place."""

    def __init__(self, code: str, place: Place, message: str, hint: str) -> None:
        super().__init__(message)
        self.problem = (code, place, message, hint)


def parse_records(text: str, path: str, report: Report) -> list[tuple[Positions, Any]]:
    """The members of the top list: none of a file beyond the bounds, else those before the first fault of form."""
    found: list[tuple[Positions, Any]] = []
    try:
        found.extend(_Reader(text, path, report).records())
    except _RefusedError as error:
        report.error(*error.problem)
        if error.problem[0] == _BEYOND:
            return []
    return found


class _Reader:
    """Goes along a text once; it calls itself for what stands in something else, at most `MAX_DEPTH` times."""

    def __init__(self, text: str, path: str, report: Report) -> None:
        self._text, self._path, self._report = text, path, report
        self._at = self._depth = self._values = 0
        self._is_spoilt = False
        """Whether the field that is being read holds a value that nothing can be made of."""
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def records(self) -> Iterator[tuple[Positions, Any]]:
        """Each member of the list that the text is."""
        self._skip()
        if self._next() != "[":
            self._fault(_comment(self._text, self._at) or "a list of references was expected")
        yield from self._members()
        self._skip()
        if self._at < len(self._text):
            self._fault("nothing may follow the list")

    # ------------------------------------------------------------ values

    def _value(self, key: Place | None = None) -> tuple[Positions, Any]:
        self._values += 1
        if self._values > MAX_VALUES:
            raise _RefusedError(_BEYOND, self._place(), f"holds more than {MAX_VALUES} values", "split the file")
        place, begins = self._place(), self._next()
        match begins:
            case "{":
                named = list(self._fields())
                value = {name: part for name, _, part in named}
                return Positions(place, key, {name: spot for name, spot, _ in named}), value
            case "[":
                members = list(self._members())
                return Positions(place, key, {n: spot for n, (spot, _) in enumerate(members)}), [
                    part for _, part in members
                ]
            case '"':
                return Positions(place, key), self._string()
            case _:
                return Positions(place, key), self._bare()

    def _members(self) -> Iterator[tuple[Positions, Any]]:
        """What stands in a list, as it is read."""
        self._enter()
        while self._is_another("]"):
            yield self._value()
            self._part("]")
        self._leave()

    def _fields(self) -> Iterator[tuple[str, Positions, Any]]:
        """What stands in a group; of two of one name, the first. A spoilt field of a record is told and left out."""
        self._enter()
        seen: set[str] = set()
        while self._is_another("}"):
            place = self._place()
            if self._next() != '"':
                self._fault(self._why_no_key())
            name = self._string()
            self._skip()
            if self._next() != ":":
                self._fault(f"a colon was expected behind the name '{echo(name)}'")
            self._at += 1
            self._skip()
            if self._depth == _RECORD:
                self._is_spoilt = False
            spot, value = self._value(place)
            if name in seen:
                self._report.error(
                    "BG105", place, f"'{echo(name)}' is given twice in one record", "keep one of the two"
                )
            elif self._depth != _RECORD or not self._is_spoilt:
                yield name, spot, value
            seen.add(name)
            self._part("}")
        self._leave()

    def _string(self) -> str:
        """A text, clean and in one line; where it holds what may not stand in a brief, that is told and replaced."""
        place = self._place()
        found = _STRING.match(self._text, self._at)
        if not found:
            self._broken_string()
        self._at = found.end()
        written = str(json.loads(found[0]))
        try:
            return re.sub(r"[\t\n\r]", " ", clean_text(written))
        except RefusedCharacterError as bad:
            self._report.error("BG102", place, f"holds an escape for {bad}", "write the text without it")
            return "".join(_REPLACED if refused(character) else character for character in written)

    def _bare(self) -> int | float | None:
        place = self._place()
        if (number := _NUMBER.match(self._text, self._at)) and not _WORD.match(self._text, number.end()):
            self._at = number.end()
            return self._number(number, place)
        word = _WORD.match(self._text, self._at)
        if word and word[0] in _WORDS:
            self._at = word.end()
            return _WORDS[word[0]]
        if word and word[0] in _NO_NUMBERS:
            self._at = word.end()
            self._spoilt(place, f"{word[0]} is no number of JSON", "write the number, or take it out")
            return None
        return self._fault(_why_no_value(self._text, self._at))

    def _number(self, found: re.Match[str], place: Place) -> int | float | None:
        written = found[0]
        if not found["broken"] and not found["power"]:
            digits = len(written.lstrip("-"))
            if digits <= _MOST_DIGITS:
                return int(written)
            message = f"a number has {digits} digits, at most {_MOST_DIGITS} are read"
            self._spoilt(place, message, "shorten it, or write it as a text in double quotes")
            return None
        value = float(written)
        if math.isfinite(value):
            return value
        message = f"{echo(written)} is larger than any number that can be kept"
        self._spoilt(place, message, "write a smaller number, or a text in double quotes")
        return None

    def _spoilt(self, place: Place, message: str, hint: str) -> None:
        self._report.error("BG104", place, message, hint)
        self._is_spoilt = True

    # ------------------------------------------------------------ steps

    def _enter(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _RefusedError(_BEYOND, self._place(), f"is nested deeper than {MAX_DEPTH} levels", "export it anew")
        self._at += 1
        self._skip()

    def _leave(self) -> None:
        self._depth -= 1
        self._at += 1

    def _is_another(self, end: str) -> bool:
        if self._at >= len(self._text):
            self._fault(f"the file ends where a {end} was expected")
        return self._next() != end

    def _part(self, end: str) -> None:
        """Past the comma between two members, or up to the end of all."""
        self._skip()
        if self._next() == end:
            return
        if self._next() != ",":
            self._fault(self._why_no_comma(end))
        comma = self._at
        self._at += 1
        self._skip()
        if self._next() == end:
            self._at = comma
            self._fault("nothing follows this comma")

    def _skip(self) -> None:
        while self._next() in _BLANKS:
            self._at += 1

    def _next(self) -> str:
        return self._text[self._at : self._at + 1]

    # ------------------------------------------------------------ faults of form

    def _why_no_key(self) -> str:
        why = _comment(self._text, self._at)
        return why or 'a name in straight double quotes was expected here, as in "title"'

    def _why_no_comma(self, end: str) -> str:
        if why := _comment(self._text, self._at):
            return why
        if self._at >= len(self._text):
            return f"the file ends where a comma or {end} was expected"
        return f"a comma or {end} was expected before this"

    def _broken_string(self) -> NoReturn:
        """At the spot within a text that breaks it, or where a text begins that never ends."""
        begun = _BEGUN_STRING.match(self._text, self._at)
        at = begun.end() if begun else self._at
        if self._text[at : at + 1] != "\\":
            self._fault("a text begins here that is not closed in its line")
        self._at = at
        self._fault(f"{echo(self._text[at : at + 2])} is no escape of JSON: a backslash is written twice")

    def _fault(self, why: str) -> NoReturn:
        raise _RefusedError("BG104", self._place(), f"is not well-formed JSON: {why}", _HINT)

    def _place(self) -> Place:
        line = bisect_right(self._starts, self._at)
        return Place(self._path, line, self._at - self._starts[line - 1] + 1)


def _comment(text: str, at: int) -> str:
    return "JSON has no comments" if text.startswith(("//", "/*", "#"), at) else ""


def _why_no_value(text: str, at: int) -> str:
    """What is wrong with what stands in the place of a value."""
    match text[at : at + 1]:
        case "":
            return "the file ends where a value was expected"
        case "'" | "\u2018" | "\u2019" | "\u201c" | "\u201d" | "\u201e" | "\u00ab" | "`":
            return "texts stand in straight double quotes"
        case "," | "]" | "}":
            return "a value is missing here"
        case _:
            pass
    if why := _comment(text, at):
        return why
    word = _WORD.match(text, at)
    if word and word[0].lower() in _WORDS | {"none": None}:
        return f"write {word[0]} as {'null' if word[0].lower() == 'none' else word[0].lower()}"
    return "a value was expected here: a text in double quotes, a number, a list or a group"
