"""What the values of data files look like to an editor, as JSON Schema (2020-12).

An editor reads YAML with types: `2015` is a number to it and `true` a truth value, where briefgen reads text. A value
that is written as a number is therefore accepted wherever its digits are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from briefgen.model.facts.fact import TOPICS
from briefgen.model.values.countries import ALPHA_2, WORLD
from briefgen.model.values.quantity import ANY_SIGN

if TYPE_CHECKING:
    from collections.abc import Iterable

JsonSchema: TypeAlias = dict[str, Any]

_DAY = r"(?!\d{4}-(02-3|(0[469]|11)-31))\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
"""No 30 February and no 31 April; that 2019 has no 29 February a pattern cannot say."""
_POINT = rf"{_DAY}[~?%]?"
_PERIOD = r"(\d{4}-(Q[1-4]|H[12])|(FY\d{4}[-/]|\d{4}/)(\d{4}|\d{2})|\d{4}-(00|1[3-9]|[2-9]\d))[~?%]?"
"""Quarters, half-years and fiscal years; that a fiscal year ends in the year after it begins a pattern cannot say."""
_NUMBER = r"[-\u2212]?\d+([.,' \u00a0\u202f\u2019]\d+)*"
"""With the marks of thousands and decimals that are read where they mean one number."""
LONGEST_LINE = 500
"""Characters of a title, a name or a label."""
MAX_QUOTE_WORDS = 25
MAX_DECIMALS = 3
_SINGLE = ["string", "number", "boolean"]


def words(choices: Iterable[str]) -> JsonSchema:
    """One word of a list."""
    return {"enum": [str(choice) for choice in choices]}


def within(low: float, high: float) -> JsonSchema:
    """A number between two others."""
    return {"type": "number", "minimum": low, "maximum": high}


def named(definition: str) -> JsonSchema:
    """A value that `DEFINITIONS` describes."""
    return {"$ref": f"#/$defs/{definition}"}


DEFINITIONS: dict[str, JsonSchema] = {
    "date": {
        "examples": ["2015-05-29"],
        "description": "EDTF: 2015-05-29, 2015-05, 2015, 2019~ (about), 2020? (in doubt), 2017/.. (since), ../2021.",
        "anyOf": [
            {"type": "string", "pattern": rf"^({_POINT}|{_POINT}/{_POINT}|{_POINT}/\.\.|\.\./{_POINT})$"},
            {"type": "integer", "minimum": 1, "maximum": 9999},
        ],
    },
    "day": {
        "examples": ["2021-04-23"],
        "description": "A day, month or year: 2021-04-23, 2021-04, 2021.",
        "anyOf": [
            {"type": "string", "pattern": rf"^{_DAY}$"},
            {"type": "integer", "minimum": 1, "maximum": 9999},
        ],
    },
    "period": {
        "examples": ["2023-Q1"],
        "description": "2023, 2023-03, 2023-Q1, 2023-H1, FY2022-23 (a fiscal year), 2015/2018; ~ and ? as of dates.",
        "anyOf": [
            {"type": "string", "pattern": rf"^({_POINT}|{_POINT}/{_POINT}|{_POINT}/\.\.|\.\./{_POINT}|{_PERIOD})$"},
            {"type": "integer", "minimum": 1, "maximum": 9999},
        ],
    },
    "year_begins": {
        "examples": ["07-01"],
        "description": "The month and the day: 07-01.",
        "type": "string",
        "pattern": r"^(?!02-29|02-3|(0[469]|11)-31)(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
    },
    "quantity": {
        "examples": ["more than 80 documents"],
        "description": "A sign, a number or a range, and a unit: 5 sessions, more than 80 documents, 9 million USD.",
        "anyOf": [
            {
                "type": "string",
                "pattern": rf"^({ANY_SIGN})\s*{_NUMBER}(\s*\.\.\s*{_NUMBER})?(\s+\S.*)?$",
            },
            {"type": "number"},
        ],
    },
    "text": {
        "description": "One text, or one per language: {en: ..., ru: ...}.",
        "anyOf": [
            {"type": _SINGLE},
            {
                "type": "object",
                "minProperties": 1,
                "additionalProperties": False,
                "patternProperties": {"^[a-z]{2,3}$": {"type": _SINGLE}},
            },
        ],
    },
    "id": {
        "examples": ["state-visit-2015"],
        "description": "Lower-case letters, digits and hyphens.",
        "anyOf": [
            {"type": "string", "pattern": "^[a-z0-9]([a-z0-9-]|[/.](?=[a-z0-9]))*$", "maxLength": 100},
            {"type": "integer", "minimum": 0},
        ],
    },
    "words": {"description": "A text, or a number as it is written.", "type": _SINGLE},
    "address": {
        "examples": ["desk@example.org"],
        "description": "The address of a page (https://...) or a mailbox (desk@example.org).",
        "type": "string",
        "pattern": r"^\s*([Hh][Tt][Tt][Pp][Ss]?://\S+|(mailto:)?[^\s@/:]+@[^\s@/]+)\s*$",
    },
    "line": {
        "description": "A text of at most 500 characters.",
        "type": _SINGLE,
        "maxLength": LONGEST_LINE,
    },
    "title": {
        "description": "One text of at most 500 characters, or one per language: {en: ..., ru: ...}.",
        "anyOf": [
            {"type": _SINGLE, "maxLength": LONGEST_LINE},
            {
                "type": "object",
                "minProperties": 1,
                "additionalProperties": False,
                "patternProperties": {"^[a-z]{2,3}$": {"type": _SINGLE, "maxLength": LONGEST_LINE}},
            },
        ],
    },
    "quote": {
        "examples": ["over eighty documents have been signed"],
        "description": "At most 25 words of the source.",
        "type": _SINGLE,
        "pattern": rf"^\s*(\S+\s+){{0,{MAX_QUOTE_WORDS - 1}}}\S*\s*$",
    },
    "filled": {"not": {"type": "string", "pattern": r"^\s*$"}},
    "whole": {
        "description": "A whole number.",
        "examples": [6],
        "anyOf": [
            {"type": "integer", "minimum": 0, "maximum": 999_999_999},
            {"type": "string", "pattern": r"^\d{1,9}$"},
        ],
    },
    "from_one": {
        "description": "A whole number from 1 on.",
        "examples": [2],
        "anyOf": [
            {"type": "integer", "minimum": 1, "maximum": 999_999_999},
            {"type": "string", "pattern": r"^0*[1-9]\d{0,8}$", "maxLength": 9},
        ],
    },
    "decimals": {"enum": [given for number in range(MAX_DECIMALS + 1) for given in (number, str(number))]},
    "picture_file": {
        "examples": ["signing.jpg"],
        "description": "The name of a PNG or JPEG in the folder pictures/ beside this file.",
        "type": "string",
        "pattern": r"^[^/\\]+$",
    },
    "truth": {"enum": [True, False, "true", "false"]},
    "number": {
        "examples": ["50.2"],
        "description": "Digits with at most one point.",
        "anyOf": [{"type": "string", "pattern": rf"^{_NUMBER}$"}, {"type": "number"}],
    },
    "party": {"description": "A country, by its ISO 3166-1 alpha-3 code.", "enum": sorted(ALPHA_2)},
    "party_or_world": {
        "description": "A country, by its ISO 3166-1 alpha-3 code, or WLD for the world.",
        "enum": sorted([*ALPHA_2, WORLD]),
    },
    "topic": words(TOPICS),
    "colour": {
        "description": "# and six hexadecimal digits.",
        "examples": ["#0b4f6c"],
        "type": "string",
        "pattern": "^#[0-9a-fA-F]{6}$",
    },
}
"""Values that many fields share, by name."""
