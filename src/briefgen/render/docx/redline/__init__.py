"""Two editions of a Word file as one with tracked changes: all accepted is the newer one, all rejected the older.

Word's own elements for revisions are used (ISO/IEC 29500-1, 17.13.5), for paragraphs, words, rows of tables, and
properties of both. What they cannot say is that of the newer file: styles, theme, properties of the file.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from lxml import etree

from briefgen.render.docx.redline.carrying import Carrier, bring_styles
from briefgen.render.docx.redline.likeness import ComparedPart, R, W
from briefgen.render.docx.redline.paragraphs import same_properties
from briefgen.render.docx.redline.revisions import REVISIONS, Reviser
from briefgen.render.docx.redline.stories import Differ, NotComparableError
from briefgen.render.docx.redline.word_package import MAIN, opened

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from briefgen.render.docx.redline.word_package import WordPackage

__all__ = ["NotComparableError", "merged_file"]

_REFERENCES = ("headerReference", "footerReference")
_NUMBERED = ("bookmarkStart", *sorted(REVISIONS))
_RANGE_ENDS = {f"{W}customXmlInsRangeEnd", f"{W}customXmlDelRangeEnd"}
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def merged_file(old: bytes, new: bytes, author: str, day: dt.date) -> bytes:
    """The newer of two made files with what changed since the older as tracked changes; the same bytes each time.

    Raises:
        NotComparableError: where tracked changes cannot say what differs.
    """
    before, now = opened(old), opened(new)
    reviser = Reviser(author, day)
    for package in (before, now):
        if any(etree.QName(one).localname in REVISIONS for one in package.tree(MAIN).iter(f"{W}*")):
            raise NotComparableError("it holds tracked changes already")
    bring_styles(before, now)
    stories = list(_stories(before, now))
    for old_part, new_part in stories:
        _merge(ComparedPart(before, old_part), ComparedPart(now, new_part), reviser)
    _number(now, [part for _, part in stories])
    return now.saved()


def _stories(before: WordPackage, now: WordPackage) -> Iterator[tuple[str, str]]:
    """The parts that hold running text, in pairs: the body, and heads and feet of the same pages."""
    known = _marginals(before)
    yield MAIN, MAIN
    seen = set()
    for place, part in _marginals(now).items():
        if place in known and part not in seen:
            seen.add(part)
            yield known[place], part


def _marginals(package: WordPackage) -> dict[tuple[str, str], str]:
    relations = package.relations(MAIN)
    return {
        (name, one.get(f"{W}type", "")): relations[one.get(f"{R}id", "")].target
        for name in _REFERENCES
        for one in package.tree(MAIN).iter(f"{W}{name}")
    }


def _merge(old: ComparedPart, new: ComparedPart, reviser: Reviser) -> None:
    texts = [side.package.tree(side.part) for side in (old, new)]
    before, now = (one if (body := one.find(f"{W}body")) is None else body for one in texts)
    ends = [one.find(f"{W}sectPr") for one in (before, now)]
    blocks = [[one for one in text if one.tag != f"{W}sectPr"] for text in (before, now)]
    merged = Differ(Carrier(old, new, reviser)).merged(*blocks)
    for block in blocks[1]:
        now.remove(block)
    now[:0] = merged
    if ends[1] is not None and not same_properties(_bare(ends[0]), _bare(ends[1]), (old, new)):
        reviser.keep_properties(ends[1], ends[0], now, "sectPr")


def _bare(properties: Element | None) -> Element:
    """Of a division, what is not a head or a foot: these are texts of their own."""
    bare = etree.Element(f"{W}sectPr")
    inside = () if properties is None else properties
    bare.extend(
        etree.fromstring(etree.tostring(one)) for one in inside if etree.QName(one).localname not in _REFERENCES
    )
    return bare


def _number(package: WordPackage, parts: list[str]) -> None:
    """Give bookmarks, revisions and drawings the numbers by which they are told apart."""
    for part in parts:
        tree = package.tree(part)
        _number_marks(tree, count(1))
        for number, drawn in enumerate(tree.iter(_DRAWN), 1):
            drawn.set("id", str(number))


def _number_marks(tree: Element, numbers: Iterator[int]) -> None:
    """A bookmark's end bears the number of its start, which stands before it."""
    starts: dict[str, str] = {}
    last = ""
    for one in tree.iter(f"{W}bookmarkEnd", *(f"{W}{name}" for name in _NUMBERED)):
        before = one.get(f"{W}id", "")
        if one.tag == f"{W}bookmarkEnd":
            one.set(f"{W}id", starts.pop(before))
            continue
        is_end = one.tag in _RANGE_ENDS
        one.set(f"{W}id", last if is_end else str(next(numbers)))
        last = one.get(f"{W}id", "")
        if one.tag == f"{W}bookmarkStart":
            starts[before] = one.get(f"{W}id", "")
