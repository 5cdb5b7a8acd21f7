"""In which direction the characters of a text run: the Unicode bidirectional algorithm (UAX #9) for one text.

A text of the data is an island: it takes its direction from its own first letter, and what stands around it has no say.
So a name in Arabic never drags the number behind it to its other side. Codes that override or embed directions are
refused when data are read, so that the rules for them (X1 to X8) have nothing to do here. The classes of characters are
those of Python's own Unicode tables; no library that was looked at tells levels, which moving pieces about asks for.
"""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar
from unicodedata import bidirectional

from briefgen.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

T = TypeVar("T")

_FROM_THE_RIGHT = late_pattern(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
).search
"""Blocks whose letters run from right to left, or whose digits stand among such letters."""
_PAIRS = "()[]{}⟨⟩⟦⟧⟪⟫〈〉《》「」『』【】"
_CLOSING = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_MOST_OPEN = 63
"""Brackets that may be open at once (BD16)."""
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""Classes that neutral ones take a direction from (N0 to N2)."""
_IGNORED = {"BN", *map(bidirectional, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")}
"""Codes that override and embed among them, which no text has."""
_SEPARATORS = {"S", "B"}


def runs_from_right(text: str) -> bool:
    """Whether any of a text is written from right to left."""
    return not text.isascii() and _FROM_THE_RIGHT(text) is not None


def base_level(text: str) -> int:
    """1 for a text whose first letter runs from right to left, else 0 (P2, P3)."""
    strong = (kind for kind in map(bidirectional, text) if kind in {"L", "R", "AL"})
    return int(next(strong, "L") != "L")


def levels(text: str) -> list[int]:
    """Each character's level: even ones run from left to right, odd ones from right to left."""
    base = base_level(text)
    places = [place for place, character in enumerate(text) if bidirectional(character) not in _IGNORED]
    classes = [bidirectional(text[place]) or "L" for place in places]
    side = "R" if base else "L"
    _weak(classes, side)
    _brackets([text[place] for place in places], classes, side)
    _neutral(classes, side)
    found = [base] * len(text)
    for place, kind in zip(places, classes, strict=True):
        found[place] = _level(kind, base)
    for place, character in enumerate(text):
        kind = bidirectional(character)
        if kind in _SEPARATORS:
            found[place] = base
        elif kind in _IGNORED and place:  # what shows nothing goes with what it stands behind
            found[place] = found[place - 1]
    return found


def stretches(text: str) -> Iterator[tuple[int, str]]:
    """The text in its own order, in parts of one level each."""
    parts = groupby(zip(levels(text), text, strict=True), key=lambda pair: pair[0])
    return ((level, "".join(character for _, character in part)) for level, part in parts)


def as_seen(items: Sequence[T], item_levels: Sequence[int]) -> list[T]:
    """Things with a level each, from left to right as they stand on the page (L2)."""
    order = list(range(len(items)))
    for level in range(max(item_levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and item_levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return [items[at] for at in order]


def _level(kind: str, base: int) -> int:
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def direction(text: str) -> str:
    """The attribute for a text some of which runs from right to left; none for others.

    It also sets the text apart: what follows it, as a year, stays where it is.
    """
    return f' dir="{("ltr", "rtl")[base_level(text)]}"' if runs_from_right(text) else ""


def plain_html(text: str) -> str:
    """A text without markup of its own."""
    way = direction(text)
    return f"<span{way}>{escape(text, quote=False)}</span>" if way else escape(text)


# ---------------------------------------------------------------- the rules, by their names in the annex


def _weak(classes: list[str], side: str) -> None:
    """W1 to W7: marks, figures and what stands between figures."""
    before = side
    for at, kind in enumerate(classes):  # W1
        classes[at] = before = before if kind == "NSM" else kind
    strong = side
    for at, kind in enumerate(classes):  # W2, W3
        if kind in {"L", "R", "AL"}:
            strong = kind
        if kind == "EN" and strong == "AL":
            classes[at] = "AN"
    classes[:] = ["R" if kind == "AL" else kind for kind in classes]
    for at in range(1, len(classes) - 1):  # W4
        left, kind, right = classes[at - 1 : at + 2]
        if left == right and ((kind == "ES" and left == "EN") or (kind == "CS" and left in {"EN", "AN"})):
            classes[at] = left
    start = 0
    for kind, part in groupby(list(classes)):  # W5
        end = start + len(list(part))
        beside = {*classes[max(start - 1, 0) : start], *classes[end : end + 1]}
        if kind == "ET" and "EN" in beside:
            classes[start:end] = ["EN"] * (end - start)
        start = end
    strong = side
    for at, kind in enumerate(classes):  # W6, W7
        if kind in {"L", "R"}:
            strong = kind
        elif kind in {"ES", "ET", "CS"}:
            classes[at] = "ON"
        elif kind == "EN" and strong == "L":
            classes[at] = "L"


def _brackets(characters: list[str], classes: list[str], side: str) -> None:
    """N0: a pair of brackets takes the direction of what it holds, or of what it follows."""
    for opening, closing in _pairs(characters, classes):
        inside = {_STRONG[kind] for kind in classes[opening + 1 : closing] if kind in _STRONG}
        if side in inside:
            taken = side
        elif inside:
            taken = next((_STRONG[kind] for kind in reversed(classes[:opening]) if kind in _STRONG), side)
        else:
            continue
        for at in (opening, closing):
            classes[at] = taken
            for mark in range(at + 1, len(classes)):  # marks upon a bracket go with it
                if bidirectional(characters[mark]) != "NSM":
                    break
                classes[mark] = taken


def _pairs(characters: list[str], classes: list[str]) -> list[tuple[int, int]]:
    """Brackets that belong together, by where they open (BD16)."""
    is_open: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for at, character in enumerate(characters):
        if classes[at] != "ON":
            continue
        if character in _CLOSING:
            if len(is_open) == _MOST_OPEN:
                break
            is_open.append((character, at))
        elif character in _OPENING:
            nth = next((n for n in reversed(range(len(is_open))) if is_open[n][0] == _OPENING[character]), None)
            if nth is not None:
                found.append((is_open[nth][1], at))
                del is_open[nth:]
    return sorted(found)


def _neutral(classes: list[str], side: str) -> None:
    """N1 and N2: what has no direction takes that of both its sides, else that of the text."""
    start = 0
    for is_neutral, part in groupby(list(classes), key=lambda kind: kind not in _STRONG):
        end = start + len(list(part))
        if is_neutral:
            left = _STRONG[classes[start - 1]] if start else side
            right = _STRONG[classes[end]] if end < len(classes) else side
            classes[start:end] = [left if left == right else side] * (end - start)
        start = end
