"""How to write a number in which commas, blanks or points part thousands, or a comma stands for the decimal point."""

from __future__ import annotations

import re

_SEPARATED = re.compile(r"-?\d+(?:[.,'\u2019 \u00a0\u202f]\d+)+", re.ASCII)
_SEPARATOR = re.compile(r"[^\d-]", re.ASCII)
_GROUP = 3
"""Digits between the marks of thousands."""


def number_hint(text: str) -> str | None:
    """What was probably meant: `1,247.5` is told to be 1247.5, and `1,2` 1.2; of `1,247` both readings.

    None of a text without such marks, or with marks that part nothing.
    """
    found = _SEPARATED.search(text)
    if not found:
        return None
    groups, marks = _SEPARATOR.split(found[0]), _SEPARATOR.findall(found[0])
    whole, fraction, last = "".join(groups[:-1]), groups[-1], marks[-1]
    if len(marks) == 1:
        return _of_one_mark(whole, fraction, last)
    if len(set(marks)) == 1:
        return f"write {whole}{fraction}" if _are_thousands(groups) else None
    is_decimal = last in ".," and last not in marks[:-1] and len(set(marks[:-1])) == 1
    return f"write {whole}.{fraction}" if is_decimal and _are_thousands(groups[:-1]) else None


def _of_one_mark(whole: str, rest: str, mark: str) -> str | None:
    parts_thousands = _are_thousands([whole, rest])
    if mark == ",":
        either = f"write {whole}{rest} if the comma parts thousands, {whole}.{rest} if it is a decimal point"
        return either if parts_thousands else f"write {whole}.{rest}"
    return f"write {whole}{rest}" if parts_thousands and mark != "." else None


def _are_thousands(groups: list[str]) -> bool:
    """Whether the marks between stand where thousands end: 1,247 and 12,000,000, but not 0,247 or 1,2."""
    first, *others = (group.lstrip("-") for group in groups)
    return 0 < len(first) <= _GROUP and first[0] != "0" and all(len(group) == _GROUP for group in others)
