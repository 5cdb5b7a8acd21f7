"""The content of a paragraph cut into pieces that are compared: words, and what cannot be parted, such as a field."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from briefgen.records import dataclass
from briefgen.render.docx.redline.likeness import BOOKMARKS, W, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element as Element

    from briefgen.render.docx.redline.likeness import ComparedPart

_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class ParagraphPiece:
    """A word, or what stands between two words."""

    key: str
    """The same for two pieces that say the same in the same look."""
    elements: tuple[Element, ...]
    """Of what cannot be parted; the run that a word is from."""
    word: str = ""

    @property
    def is_bookmark(self) -> bool:
        """Whether it is where a bookmark begins or ends."""
        return self.elements[0].tag in BOOKMARKS

    @property
    def is_slight(self) -> bool:
        """Whether it is a blank or a sign, on which nobody would hang two changes."""
        return bool(self.word) and not self.word[0].isalnum()


def pieces_of(paragraph: Element, side: ComparedPart) -> Iterator[ParagraphPiece]:
    """What stands in a paragraph."""
    waiting: list[Element] = []
    depth = 0
    for child in (one for one in paragraph if one.tag != f"{W}pPr"):
        for run in _parted(child):
            steps = [one.get(f"{W}fldCharType") for one in run.iter(f"{W}fldChar")]
            depth += steps.count("begin") - steps.count("end")
            waiting.append(run)
            if depth == 0:
                yield from _of(tuple(waiting), side)
                waiting = []
    if waiting:
        yield from _of(tuple(waiting), side)


def _parted(child: Element) -> Iterator[Element]:
    """A run with one thing in it, for each thing that is in it."""
    inside = [one for one in child if one.tag != f"{W}rPr"] if child.tag == f"{W}r" else []
    if len(inside) <= 1:
        yield child
        return
    properties = child.find(f"{W}rPr")
    for one in inside:
        run = etree.Element(f"{W}r", nsmap=child.nsmap)
        run.extend(deepcopy(each) for each in (properties, one) if each is not None)
        yield run


def _of(elements: tuple[Element, ...], side: ComparedPart) -> Iterator[ParagraphPiece]:
    run = elements[0]
    text = run.find(f"{W}t") if run.tag == f"{W}r" else None
    if len(elements) > 1 or text is None:
        yield ParagraphPiece("".join(side.fresh_key(one) for one in elements), elements)
        return
    look = _look(run, side)
    for word in words_of(text.text or ""):
        yield ParagraphPiece(f"{look}{word}", elements, word)


def _look(run: Element, side: ComparedPart) -> str:
    properties = run.find(f"{W}rPr")
    return "" if properties is None else side.fresh_key(properties)


def written(pieces: Iterable[ParagraphPiece]) -> list[Element]:
    """Pieces as content of a paragraph: words of one run stand in one run."""
    found: list[Element] = []
    words: list[ParagraphPiece] = []
    for piece in pieces:
        if words and not (piece.word and piece.elements == words[-1].elements):
            found.append(_run(words))
            words = []
        if piece.word:
            words.append(piece)
        else:
            found.extend(deepcopy(piece.elements))
    return [*found, _run(words)] if words else found


def _run(words: Sequence[ParagraphPiece]) -> Element:
    run = deepcopy(words[0].elements[0])
    text = run.find(f"{W}t")
    assert text is not None  # noqa: S101 - a word is from a run with a text
    text.text = "".join(piece.word for piece in words)
    if text.text != text.text.strip():
        text.set(_PRESERVE, "preserve")
    return run
