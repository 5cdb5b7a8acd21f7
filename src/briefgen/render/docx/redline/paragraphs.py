"""Two versions of a paragraph as one, with what changed in it; and a paragraph that only one of two files has."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from briefgen.records import replace
from briefgen.render.docx.redline.likeness import W
from briefgen.render.docx.redline.paragraph_pieces import pieces_of, written
from briefgen.render.docx.redline.revisions import DELETED, INSERTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

    from briefgen.render.docx.redline.carrying import Carrier
    from briefgen.render.docx.redline.likeness import ComparedPart
    from briefgen.render.docx.redline.paragraph_pieces import ParagraphPiece
    from briefgen.render.docx.redline.revisions import Reviser

_KEPT = ""
"""What is said of a piece that both have."""
_MOST_ISLAND = 2
"""How many blanks and signs between two changes are changed with them."""


def whole_paragraph(paragraph: Element, name: str, reviser: Reviser) -> None:
    """Say of a paragraph, its end included, that it was put in or taken out."""
    content = [one for one in paragraph if one.tag != f"{W}pPr"]
    paragraph[:] = [one for one in paragraph if one.tag == f"{W}pPr"]
    paragraph.extend(reviser.marked(name, content))
    reviser.mark_paragraph(paragraph, name)


def changed_paragraph(
    old: Element, new: Element, sides: tuple[ComparedPart, ComparedPart], carrier: Carrier
) -> Element:
    """The newer version, with the words of the older one as taken out."""
    before, now = (tuple(pieces_of(one, side)) for one, side in zip((old, new), sides, strict=True))
    made = deepcopy(new)
    made[:] = [one for one in made if one.tag == f"{W}pPr"]
    for name, pieces in _with_whole_bookmarks(before, now):
        content = written(pieces)
        if name == DELETED:
            content = [carrier.carried(one) for one in content]
        made.extend(carrier.reviser.marked(name, content) if name else content)
    before_properties, now_properties = old.find(f"{W}pPr"), new.find(f"{W}pPr")
    if not same_properties(before_properties, now_properties, sides):
        kept = None if before_properties is None else carrier.carried(deepcopy(before_properties))
        carrier.reviser.keep_properties(made.find(f"{W}pPr"), kept, made, "pPr")
    return made


def same_properties(before: Element | None, now: Element | None, sides: tuple[ComparedPart, ComparedPart]) -> bool:
    """Whether two elements of properties say the same; one that is not there says nothing."""
    keys = ["" if one is None else side.key(one) for one, side in zip((before, now), sides, strict=True)]
    return keys[0] == keys[1]


def _with_whole_bookmarks(
    olds: Sequence[ParagraphPiece], news: Sequence[ParagraphPiece]
) -> list[tuple[str, list[ParagraphPiece]]]:
    """A bookmark that both have stays with both of its ends, or goes and comes as another."""
    told = list(_told(olds, news))
    ends = [(name, piece.key) for name, pieces in told for piece in pieces if piece.is_bookmark]
    kept = Counter(key.replace("bookmarkEnd", "bookmarkStart") for name, key in ends if name == _KEPT)
    if all(number % 2 == 0 for number in kept.values()):
        return told
    return list(_told([_apart(piece, "old") for piece in olds], [_apart(piece, "new") for piece in news]))


def _apart(piece: ParagraphPiece, side: str) -> ParagraphPiece:
    return replace(piece, key=f"{side} {piece.key}") if piece.is_bookmark else piece


def _told(olds: Sequence[ParagraphPiece], news: Sequence[ParagraphPiece]) -> Iterator[tuple[str, list[ParagraphPiece]]]:
    """Pieces in order, what was taken out before what was put in."""
    deleted: list[ParagraphPiece] = []
    inserted: list[ParagraphPiece] = []
    for same, before, now in _joined(olds, news):
        if same and (deleted or inserted):
            yield from _both(deleted, inserted)
            deleted, inserted = [], []
        if same:
            yield _KEPT, list(now)
        else:
            deleted.extend(before)
            inserted.extend(now)
    yield from _both(deleted, inserted)


def _both(deleted: list[ParagraphPiece], inserted: list[ParagraphPiece]) -> Iterator[tuple[str, list[ParagraphPiece]]]:
    if deleted:
        yield DELETED, deleted
    if inserted:
        yield INSERTED, inserted


def _joined(
    olds: Sequence[ParagraphPiece], news: Sequence[ParagraphPiece]
) -> Iterator[tuple[bool, Sequence[ParagraphPiece], Sequence[ParagraphPiece]]]:
    """Stretches that both have and stretches that differ; a blank between two that differ is of them."""
    codes = SequenceMatcher(None, [one.key for one in olds], [one.key for one in news], autojunk=False).get_opcodes()
    for at, (tag, old, old_end, new, new_end) in enumerate(codes):
        within = 0 < at < len(codes) - 1 and old_end - old <= _MOST_ISLAND
        is_island = within and all(piece.is_slight for piece in news[new:new_end])
        yield tag == "equal" and not is_island, olds[old:old_end], news[new:new_end]
