"""One brief as a file: made, placed, painted, and described."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.gc_pause import collector_held_back
from briefgen.late_patterns import late_pattern
from briefgen.model.rendering import Rendering
from briefgen.render.pdf.layout.boxes import Rule
from briefgen.render.pdf.layout.headers_footers import RunningLines
from briefgen.render.pdf.layout.laid_out import LastLaidOut, Unplaced, lay_out, told_of
from briefgen.render.pdf.layout.layout_context import MM
from briefgen.render.pdf.layout.page_parts import NOTE_RULE, Page
from briefgen.render.pdf.layout.row_layout import KnownRows
from briefgen.render.pdf.objects.book import Book
from briefgen.render.pdf.objects.embedded_trace import embed_trace
from briefgen.render.pdf.objects.metadata import describe
from briefgen.render.pdf.objects.standards import STANDARDS
from briefgen.render.pdf.objects.structure_objects import StructureTree
from briefgen.render.pdf.objects.syntax import number, text_string
from briefgen.render.pdf.objects.tag_tree import Annotation, Tag
from briefgen.render.pdf.paint.content_streams import PAGINATION, PagePainter
from briefgen.render.pdf.paint.font_embedding import Fonts
from briefgen.render.pdf.paint.logos import Logos
from briefgen.render.pdf.paint.picture_objects import Pictures
from briefgen.render.pdf.paint.watermark import watermark

if TYPE_CHECKING:
    from briefgen.model.document import Document, FrontMatter
    from briefgen.model.looks.style import Style
    from briefgen.model.rendering import Length
    from briefgen.render.pdf.layout.block_layout import OutlineEntry
    from briefgen.render.pdf.layout.laid_out import ToldOfPages
    from briefgen.render.pdf.layout.layout_context import Workshop
    from briefgen.render.pdf.objects.tag_tree import Slot
    from briefgen.render.pdf.paint.content_streams import Area
    from briefgen.render.pdf.text.manners import Target

_LAST = LastLaidOut()
"""What was measured last, for the writing of it."""
_NOTE_RULE_LENGTH, _NOTE_RULE_THICKNESS = 60.0, 0.5


def write(document: Document, style: Style) -> tuple[Rendering, tuple[str, ...]]:
    """The file, and the characters that no face has."""
    laid = _LAST.taken(document, style) or lay_out(document, style)
    _LAST.tell(document, style, told_of(laid))
    making = _Making(laid.workshop, document)
    making.paint(laid.placed)
    making.finish(laid.maker.root, laid.maker.entries)
    return Rendering(making.book.file(), len(laid.placed)), making.missing


class LengthsOfFiles:
    """How long the files of some documents are, of one brief: what was set of a row is known to the next one."""

    def __init__(self, style: Style) -> None:
        self._style, self._known = style, KnownRows()

    @collector_held_back()
    def __call__(self, document: Document, front: FrontMatter | None = None) -> Length:
        """How long the file is, or would be with another front; writing it next takes up what was laid out for this."""
        unplaced = Unplaced(document, self._style, self._known)
        length, can_be_placed = unplaced.length_with(front or document.front)
        if can_be_placed:
            _LAST.keep(document, self._style, unplaced)
        else:
            _LAST.forget()
        return length


def told(document: Document, style: Style) -> ToldOfPages:
    """What other writers ask of the pages; what was laid out or written last is not laid out again."""
    found = _LAST.told(document, style)
    if found is None:
        laid = _LAST.taken(document, style) or lay_out(document, style)
        found = told_of(laid)
        _LAST.keep(document, style, laid)
        _LAST.tell(document, style, found)
    return found


class _Making:
    """A file while it is made."""

    def __init__(self, workshop: Workshop, document: Document) -> None:
        page = workshop.style.page
        self._workshop = workshop
        self._document = document
        self._front = document.front
        self._standard = STANDARDS[document.front.standard]
        self._top = page.top_mm * MM
        self._width, self._height = page.width_mm * MM, page.height_mm * MM
        self._fonts = Fonts()
        self._slots: list[list[Slot]] = []
        self._areas: list[list[Area]] = []
        self._places: dict[str, tuple[int, float]] = {}
        self.book = Book((self._width, self._height), document.front.language, self._standard.version)

    @property
    def missing(self) -> tuple[str, ...]:
        """The characters that no face has, in the order met."""
        return tuple(dict.fromkeys(character for use in self._fonts.uses.values() for character in use.missing))

    def paint(self, placed: list[Page]) -> None:
        """Make the content of all pages, and let go of each."""
        self._find_places(placed)
        running = RunningLines(self._workshop, self._front)
        behind = watermark(self._front.watermark, self._workshop.style, self._width, self._height)
        shown = Pictures(self.book)
        logos = Logos(self.book, self._workshop.style.logos, self._height)
        for index, page in enumerate(placed):
            placed[index] = Page()
            painter = PagePainter(index, self._height, self._fonts, shown, self._page_of, behind)
            self._page(painter, page)
            for line in running.on(index + 1, len(placed)):
                painter.line(line.line, line.x, line.baseline, line.artifact)
            drawn, pictures = logos.on(index)
            self.book.add_page(painter.content(drawn), index, {**pictures, **painter.pictures})
            self._slots.append(painter.slots)
            self._areas.append(painter.areas)

    def _find_places(self, placed: list[Page]) -> None:
        """Where everything stands that a link can lead to."""
        for index, page in enumerate(placed):
            for at in (*page.body, *page.margin, *page.notes):
                for place, offset in ((at.slice.place, 0.0), *at.slice.inner_places):
                    if place:
                        self._places.setdefault(place, (index, self._height - self._top - at.top - offset))

    def _page_of(self, place: str) -> int:
        """The number of the page that a place is on."""
        return self._place(place)[0] + 1

    def _place(self, place: str) -> tuple[int, float]:
        """Page and height of a place; what left no trace on any page is where the document begins."""
        return self._places.get(place, (0, self._height))

    def _page(self, painter: PagePainter, page: Page) -> None:
        for frame, (top, bottom) in page.boxes.items():
            painter.box(frame, self._top + top, self._top + bottom)
        for placed in (*page.body, *page.margin, *page.notes):
            top = self._top + placed.top
            for item in placed.slice.items:
                painter.item(item, top, PAGINATION if placed.repeated else "")
        if page.notes:
            left, y = self._workshop.style.page.left_mm * MM, self._top + page.notes[0].top - NOTE_RULE / 2
            colour = self._workshop.palette.muted
            painter.rule(Rule(left, 0.0, _NOTE_RULE_LENGTH, _NOTE_RULE_THICKNESS, colour), y)

    def finish(self, root: Tag, entries: list[OutlineEntry]) -> None:
        """Write links, bookmarks from the headings, structure, fonts and metadata."""
        tree = StructureTree(self.book.registry, root, self._standard)
        annotated = self._annotate()
        for entry in entries:
            target, top = self._destination(entry.place)
            self.book.bookmark(entry.title, entry.level, target, top)
        self.book.structure = tree.write(self._slots, annotated)
        for use in self._fonts.uses.values():
            use.write(self.book)
        describe(self.book, self._front, self._standard)
        embed_trace(self.book, self._document)

    def _annotate(self) -> list[Tag]:
        """Annotations for all clickable areas; gives the link element of each."""
        annotated: list[Tag] = []
        for index, areas in enumerate(self._areas):
            references = []
            for area in areas:
                key = len(self._slots) + len(annotated)
                box = " ".join(map(number, area.box))
                action = self._action(area.target)
                body = (
                    f"<</Type/Annot/Subtype/Link/Rect[{box}]/Border[0 0 0]/F 4/StructParent {key}"
                    f"/Contents{text_string(area.target.words)}{action}>>"
                )
                references.append(self.book.registry.append(body))
                area.target.tag.children.append(Annotation(index, references[-1]))
                annotated.append(area.target.tag)
            if references:
                self.book.annotate(index, references)
        self._areas.clear()
        return annotated

    def _action(self, target: Target) -> str:
        if target.url:
            return f"/A<</S/URI/URI{text_string(_ascii(target.url))}>>"
        leads_to, top = self._destination(target.place)
        return f"/Dest[{leads_to}/XYZ 0 {number(top)} 0]"

    def _destination(self, place: str) -> tuple[str, float]:
        """Reference and height of a place: a page, or with PDF 2.0 the element that stands there."""
        page, top = self._place(place)
        element = self._workshop.anchors.get(place) if self._standard.namespace else None
        return (element.reference if element else self.book.registry.page(page)), top


def _ascii(url: str) -> str:
    """An address in the seven bits that a PDF wants: other characters percent-encoded."""
    return _NOT_ASCII.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8")), url)


_NOT_ASCII = late_pattern("[^!-~]")
