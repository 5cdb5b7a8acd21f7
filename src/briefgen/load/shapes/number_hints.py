"""Numbers in which commas, blanks or points part thousands, or a comma stands for the decimal point.

What can mean one number only is read as that; of the rest both readings are told.
"""

from __future__ import annotations

import re

from briefgen.late_patterns import late_pattern

_SEPARATED = late_pattern(r"-?\d+(?:[.,'\u2019 \u00a0\u202f]\d+)+", re.ASCII)
_SEPARATOR = late_pattern(r"[^\d-]", re.ASCII)
_GROUP = 3
"""Digits between the marks of thousands."""


def number_hint(text: str) -> str | None:
    """What was probably meant: `1,247.5` is told to be 1247.5, and `1,2` 1.2; of `1,247` both readings.

    None of a text without such marks, or with marks that part nothing.
    """
    found = _SEPARATED.search(text)
    readings = readings_of(found[0]) if found else ()
    match readings:
        case (only,) if found and only != found[0]:
            return f"write {only}"
        case (whole, broken):
            mark = "comma" if found and "," in found[0] else "point"
            return f"write {whole} if the {mark} parts thousands, {broken} if it is a decimal point"
        case _:
            return None


def plainly(text: str) -> str:
    """A text with each number that has one reading in that: `> 1,247,500` is `> 1247500`."""
    return _SEPARATED.sub(_only_reading, text.replace("\N{MINUS SIGN}", "-"))


def _only_reading(found: re.Match[str]) -> str:
    readings = readings_of(found[0])
    return readings[0] if len(readings) == 1 else found[0]


def readings_of(number: str) -> tuple[str, ...]:
    """Every plain number that one with marks can mean: the whole one first where there are two, none where it is none.

    A single point is a decimal point, as that is how numbers are written here.
    """
    groups, marks = _SEPARATOR.split(number), _SEPARATOR.findall(number)
    sign, whole, fraction, last = "-" * number.startswith("-"), "".join(groups[:-1]).lstrip("-"), groups[-1], marks[-1]
    if len(marks) == 1:
        return tuple(sign + reading for reading in _of_one_mark(whole, fraction, last))
    if len(set(marks)) == 1:
        return (f"{sign}{whole}{fraction}",) if _are_thousands(groups) else ()
    is_decimal = last in ".," and last not in marks[:-1] and len(set(marks[:-1])) == 1
    return (f"{sign}{whole}.{fraction}",) if is_decimal and _are_thousands(groups[:-1]) else ()


def _of_one_mark(whole: str, rest: str, mark: str) -> tuple[str, ...]:
    parts_thousands = _are_thousands([whole, rest])
    match mark:
        case ",":
            return (f"{whole}{rest}", f"{whole}.{rest}") if parts_thousands else (f"{whole}.{rest}",)
        case ".":
            return (f"{whole}.{rest}",)
        case _:
            return (f"{whole}{rest}",) if parts_thousands else ()


def _are_thousands(groups: list[str]) -> bool:
    """Whether the marks between stand where thousands end: 1,247 and 12,000,000, but not 0,247 or 1,2."""
    first, *others = (group.lstrip("-") for group in groups)
    return 0 < len(first) <= _GROUP and first[0] != "0" and all(len(group) == _GROUP for group in others)
