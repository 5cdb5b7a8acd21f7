"""JSON as a list of records, each with its place, within bounds that hold before anything is parsed."""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import Place, echo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.diagnostics import Report

MAX_DEPTH = 24
MAX_VALUES = 200_000
_MOST_DIGITS = 18
_MARKS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{},]', re.DOTALL)
"""Strings, which are passed over, and what opens, closes or parts values."""
_COMMA_BEFORE_AN_END = re.compile(r",[ \t\r\n]*[\]}]")
_HINT = "export the file anew, or mend the spot"


class _TwiceError(ValueError):
    """A key that is given twice."""


class _RefusedError(Exception):
    """What is well-formed or not, but in no case read on, with its place."""

    def __init__(self, code: str, place: Place, message: str, hint: str) -> None:
        super().__init__(message)
        self.problem = (code, place, message, hint)


def parse_records(text: str, path: str, report: Report) -> list[tuple[Place, Any]]:
    """The members of the top list; what stands behind a fault is not read."""
    found: list[tuple[Place, Any]] = []
    try:
        _check_size(text, path)
        found.extend(_records(text, path))
    except json.JSONDecodeError as error:
        at, why = _fault(text, error)
        report.error("BG104", _place(text, at, path), f"is not well-formed JSON: {why}", _HINT)
    except _RefusedError as error:
        report.error(*error.problem)
    return found


def _check_size(text: str, path: str) -> None:
    """Refuse what the parser, which recurses, or the memory could not hold."""
    depth, values = 0, 0
    for mark in _MARKS.finditer(text):
        character = text[mark.start()]
        if character == '"':
            continue
        depth += (character in "[{") - (character in "]}")
        values += character not in "]}"
        if depth > MAX_DEPTH:
            message = f"is nested deeper than {MAX_DEPTH} levels"
            raise _RefusedError("BG103", _place(text, mark.start(), path), message, "export it anew")
        if values > MAX_VALUES:
            message = f"holds more than {MAX_VALUES} values"
            raise _RefusedError("BG103", _place(text, mark.start(), path), message, "split the file")


def _records(text: str, path: str) -> Iterator[tuple[Place, Any]]:
    decoder = json.JSONDecoder(
        object_pairs_hook=_once, parse_constant=_no_constant, parse_int=_whole, parse_float=_finite
    )
    at = _skip(text, 0)
    if text[at : at + 1] != "[":
        raise json.JSONDecodeError("a list of references was expected", text, at)
    at = _skip(text, at + 1)
    more = text[at : at + 1] != "]"
    while more:
        place = _place(text, at, path)
        try:
            value, end = decoder.raw_decode(text, at)
        except json.JSONDecodeError:
            raise
        except _TwiceError as error:
            raise _RefusedError("BG105", place, str(error), "keep one of the two") from error
        except ValueError as error:
            raise _RefusedError("BG104", place, str(error), "export the file anew") from error
        yield place, value
        at = _skip(text, end)
        more = text[at : at + 1] == ","
        if more:
            at = _skip(text, at + 1)
        elif text[at : at + 1] != "]":
            raise json.JSONDecodeError("a comma or ] was expected", text, at)
    if _skip(text, at + 1) != len(text):
        raise json.JSONDecodeError("nothing may follow the list", text, at + 1)


def _fault(text: str, error: json.JSONDecodeError) -> tuple[int, str]:
    """Where and why. Pythons before 3.13 tell of a comma before an end at the end, later ones at the comma, as here."""
    here = text[error.pos : error.pos + 1]
    comma = len(text[: error.pos].rstrip(" \t\r\n")) - 1 if here in {"]", "}"} else error.pos
    if comma >= 0 and _COMMA_BEFORE_AN_END.match(text, comma):
        return comma, "nothing follows this comma"
    return error.pos, error.msg


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


def _place(text: str, at: int, path: str) -> Place:
    line = text.count("\n", 0, at) + 1
    return Place(path, line, at - (text.rfind("\n", 0, at) + 1) + 1)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise _TwiceError(f"'{echo(key)}' is given twice in one record")
        made[key] = value
    return made


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _whole(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError(f"a number has {len(digits)} digits, at most {_MOST_DIGITS} are read")
    return int(digits)


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError(f"{echo(digits)} is larger than any number that can be kept")
    return value
