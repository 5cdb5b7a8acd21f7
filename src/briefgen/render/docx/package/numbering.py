"""numbering.xml: bullets, and for each numbered list and list of references a numbering of its own."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from briefgen.render.docx.package.wordprocessingml import DECLARED, HEAD

BULLETS, NUMBERS, REFERENCES, BOX_BULLETS = 1, 2, 3, 4
"""Kinds of lists, and the list of each that no paragraph begins anew."""
FIRST_BEGUN = BOX_BULLETS + 1
"""The number of the first list that begins anew; the others follow in the order of the body."""
BULLET_HANG, NUMBER_HANG, BOX_INDENT = 227, 397, 245
"""How far words stand behind a bullet or number, and boxes from the left edge of the text."""
_DEEPER = 340
_DEEPEST = 8
"""Levels of a list count from 0 to this."""


class BegunList(NamedTuple):
    """A list that begins anew."""

    kind: int
    level: int
    """How deep it stands in other lists."""
    start: int


@lru_cache(maxsize=64)
def numbering_xml(lists: tuple[BegunList, ...]) -> str:
    """numbering.xml for the lists of a body in their order."""
    kinds = (
        _abstract(BULLETS, "ListBullet", "•", 113)
        + _abstract(NUMBERS, "ListNumber", "%1.", 0)
        + _abstract(REFERENCES, "", "%1.", 0)
        + _abstract(BOX_BULLETS, "CalloutBullet", "•", BOX_INDENT)
    )
    nums = "".join(
        f'<w:num w:numId="{kind}"><w:abstractNumId w:val="{kind}"/></w:num>' for kind in range(BULLETS, FIRST_BEGUN)
    )
    nums += "".join(_begun(number, one) for number, one in enumerate(lists, FIRST_BEGUN))
    return f"{HEAD}<w:numbering {DECLARED}>{kinds}{nums}</w:numbering>"


def _begun(number: int, one: BegunList) -> str:
    begin = f'<w:lvlOverride w:ilvl="{min(one.level, _DEEPEST)}"><w:startOverride w:val="{one.start}"/></w:lvlOverride>'
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{one.kind}"/>{begin}</w:num>'


def _abstract(number: int, style: str, text: str, left: int) -> str:
    """A kind of list; `left` is where its bullets or numbers begin, in twentieths of a point."""
    levels = "".join(_level(level, style, text, left) for level in range(_DEEPEST + 1))
    kept = '<w:multiLevelType w:val="hybridMultilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kept}{levels}</w:abstractNum>'


def _level(level: int, style: str, text: str, left: int) -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style and level == 0 else ""
    shown = text.replace("%1", f"%{level + 1}")
    kind, hanging = ("decimal", NUMBER_HANG) if "%" in text else ("bullet", BULLET_HANG)
    indent = f'<w:pPr><w:ind w:left="{left + hanging + level * _DEEPER}" w:hanging="{hanging}"/></w:pPr>'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}<w:lvlText w:val="{shown}"/>'
        f'<w:lvlJc w:val="left"/>{indent}</w:lvl>'
    )
