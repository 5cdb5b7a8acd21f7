"""A document laid out on its pages, before anything is drawn: to be counted, or to be painted."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from briefgen.model.rendering import Length
from briefgen.records import dataclass
from briefgen.render.pdf.layout.block_layout import BlockMaker
from briefgen.render.pdf.layout.boxes import under_headings
from briefgen.render.pdf.layout.layout_context import Workshop
from briefgen.render.pdf.layout.page_breaking import blank_of, broken, pages
from briefgen.render.pdf.objects.destinations import block_of, places_in
from briefgen.render.spoken_brief import SpokenBrief

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefgen.model.document import Document, FrontMatter
    from briefgen.model.looks.style import Style
    from briefgen.render.pdf.layout.page_parts import Page
    from briefgen.render.pdf.layout.row_layout import KnownRows


_LITTLE = 0.2
"""Of a page: less room than that is soon used up by another program that sets the same words."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The pages, and what made them."""

    workshop: Workshop
    maker: BlockMaker
    placed: list[Page]

    @property
    def length(self) -> Length:
        """How many pages, and how far down the last one its text comes."""
        bottom = max((each.top + each.slice.height for each in self.placed[-1].body), default=0.0)
        return Length(len(self.placed), bottom / self.workshop.text_height)


def lay_out(document: Document, style: Style) -> LaidOut:
    """The pages of a document in a style."""
    return Unplaced(document, style).placed()


class Unplaced:
    """All that a document says, set in lines and not yet on pages."""

    def __init__(self, document: Document, style: Style, known: KnownRows | None = None) -> None:
        self._style, self._notes = style, document.notes
        self._spoken, self._at = SpokenBrief(document.front.spoken, document.blocks), tuple(places_in(document))
        self._workshop = self._made_workshop(document.front)
        self._maker = BlockMaker(self._workshop, document.front, document.notes)
        self._opening = self._maker.opening(self._workshop.column)
        self._text = self._maker.text(document, self._workshop.column, known)

    def placed(self) -> LaidOut:
        """On its pages, for good: the same slices are not put on pages twice to be painted."""
        slices = under_headings([*self._opening, *self._text])
        return LaidOut(self._workshop, self._maker, pages(slices, self._maker.notes, self._workshop.text_height))

    def length_with(self, front: FrontMatter) -> tuple[Length, bool]:
        """How long it would be with another opening, and whether it can still be put on pages as it is."""
        workshop = self._made_workshop(front)
        opening = BlockMaker(workshop, front, self._notes).opening(workshop.column)
        found = broken(under_headings([*opening, *self._text]), self._maker.notes, workshop.text_height)
        can_be_placed = not (found.is_set_anew or self._maker.has_known)
        return LaidOut(workshop, self._maker, found.pages).length, can_be_placed

    def _made_workshop(self, front: FrontMatter) -> Workshop:
        return Workshop(self._style, self._at, front.language, self._spoken)


@dataclass(frozen=True, slots=True)
class ToldOfPages:
    """What other writers ask of the pages."""

    numbers: Mapping[str, int]
    """The page of each block that a link can lead to, by the block's id."""
    is_close: bool
    """Whether most pages have smaller distances, or the last one has hardly any room left."""


def told_of(laid: LaidOut) -> ToldOfPages:
    """What is told of some pages."""
    placed, height = laid.placed, laid.workshop.text_height
    is_tight = sorted(page.tightness for page in placed)[len(placed) // 2] < 1.0
    return ToldOfPages(page_numbers_on(placed), is_tight or blank_of(placed[-1], height) < height * _LITTLE)


def page_numbers_on(placed: Iterable[Page]) -> dict[str, int]:
    """The page of each block that a link can lead to, by the block's id."""
    found: dict[str, int] = {}
    for number, page in enumerate(placed, 1):
        for at in page.body:
            for place in (at.slice.place, *(inner for inner, _ in at.slice.inner_places)):
                if block := block_of(place):
                    found.setdefault(block, number)
    return found


class LastLaidOut:
    """What was laid out last, until it is painted or its document is gone.

    It is known again by the document itself, not by one like it, and given out once: painting uses it up.
    """

    def __init__(self) -> None:
        self._kept: tuple[weakref.ref[Document], Style, LaidOut | Unplaced] | None = None
        self._told: tuple[weakref.ref[Document], Style, ToldOfPages] | None = None

    def keep(self, document: Document, style: Style, laid: LaidOut | Unplaced) -> None:
        """Keep this one, and no other."""
        self._kept = (weakref.ref(document, self._forget), style, laid)

    def forget(self) -> None:
        """Keep none: what was laid out is used up."""
        self._kept = None

    def taken(self, document: Document, style: Style) -> LaidOut | None:
        """The pages of that very document in that very style, if they were laid out last."""
        kept, self._kept = self._kept, None
        if kept is None or kept[0]() is not document or kept[1] is not style:
            return None
        laid = kept[2]
        return laid if isinstance(laid, LaidOut) else laid.placed()

    def tell(self, document: Document, style: Style, told: ToldOfPages) -> None:
        """Keep what others ask of this one beyond its painting."""
        self._told = (weakref.ref(document), style, told)

    def told(self, document: Document, style: Style) -> ToldOfPages | None:
        """What others ask of that very document in that very style, if it was told last."""
        if self._told is None or self._told[0]() is not document or self._told[1] is not style:
            return None
        return self._told[2]

    def _forget(self, _gone: weakref.ref[Document]) -> None:
        self.forget()  # a reference that was replaced is gone itself, and does not call
