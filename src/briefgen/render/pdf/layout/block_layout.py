"""Blocks as slices, with their structure elements: the measuring half of layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import (
    BulletList,
    Callout,
    Exhibit,
    Heading,
    KeyFigures,
    MarginNote,
    NumberedList,
    Paragraph,
    ReferenceList,
    Row,
    Table,
)
from briefgen.model.traversal import heading_of, plain_text
from briefgen.records import dataclass, replace
from briefgen.render.callout_looks import callout_look
from briefgen.render.contents_entries import contents_of
from briefgen.render.lead_in import leads_in
from briefgen.render.pdf.layout.boxes import (
    Column,
    Frame,
    Slice,
    TextLine,
    keep_together,
    keep_whole,
    notes_of,
    text_slices,
)
from briefgen.render.pdf.layout.contents_layout import contents_slices
from briefgen.render.pdf.layout.exhibits import ExhibitLabels, captioned_table, exhibit_slices
from briefgen.render.pdf.layout.key_figure_cards import card_slices
from briefgen.render.pdf.layout.opening_layout import opening_slices
from briefgen.render.pdf.layout.row_layout import RowMaker
from briefgen.render.pdf.objects.destinations import TITLE, block_place, note_place, reference_place
from briefgen.render.pdf.objects.tag_tree import Tag, numbering
from briefgen.render.pdf.text.line_breaking import lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Block, Document, FrontMatter, Inline, Note, ReferenceItem
    from briefgen.render.pdf.layout.layout_context import Workshop
    from briefgen.render.pdf.layout.row_layout import KnownRows

_DEEPEST_HEADING = 6
_LABEL_GAP = 4.0
_INDENT = 7.0
"""From the left edge to the bullets of a list."""
_LEAST_WIDTH = 72.0
"""Lists stop indenting where less than this would be left."""
_CALLOUT_PADDING, _CALLOUT_INSET, _BAR = 9.0, 14.0, 2.4
_CALLOUT_SPACE = 13.0


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading for the outline."""

    title: str
    level: int
    place: str


class BlockMaker:
    """Makes the slices of one document, block after block."""

    def __init__(self, workshop: Workshop, front: FrontMatter, notes: tuple[Note, ...]) -> None:
        self._workshop = workshop
        self._front, self._labels = front, ExhibitLabels.of(front)
        self._note_texts = {note.number: note for note in notes}
        self._top = 1 if plain_text(heading_of(front)) else 0
        self.root = Tag("Document")
        self.entries: list[OutlineEntry] = []
        self.notes: dict[int, list[Slice]] = {}
        self._rows = RowMaker(workshop, self._noted)
        self.has_known = False
        """Whether some rows were set for another document: they stand in its tree."""

    def opening(self, column: Column) -> list[Slice]:
        """What stands before contents and blocks."""
        slices = opening_slices(self._front, column, self.root, self._workshop)
        title = plain_text(heading_of(self._front))
        if title:
            self.entries.append(OutlineEntry(title, 0, TITLE))
        return slices

    def text(self, document: Document, column: Column, known: KnownRows | None = None) -> list[Slice]:
        """Contents and blocks; footnotes come into the tree behind the block that refers to them."""
        if known is not None:
            known.begin((self._front.language, self._front.spoken, self._labels))
        slices: list[Slice] = []
        entries = contents_of(document)
        if entries:
            slices += contents_slices(document.front.contents, entries, self._workshop.full, self.root, self._workshop)
        for block in document.blocks:
            if isinstance(block, Row) and known is not None:
                slices += self._known_row(block, column, known)
            else:
                room = self._rows.room(block, column, is_alone=True)
                slices += self._noted((block,), room, self.root, "body")
        self._relate()
        return slices

    def _known_row(self, row: Row, column: Column, known: KnownRows) -> list[Slice]:
        """A row as it was set before, with its footnotes; else set now, and known from then on."""
        found = known.of(row)
        if found is None:
            found = self._noted((row,), column, self.root, "body")
            known.keep(row, found)
            return found
        self.has_known = True
        self._workshop.typesetter.noted += notes_of(found)
        self._take_notes()
        return found

    def _relate(self) -> None:
        """Let entries of the contents name their headings, and footnotes and their markers each other."""
        anchors = self._workshop.anchors
        for entry in self._workshop.contents:
            entry.tag.refers += (anchors[entry.place],) if entry.place in anchors else ()
        for number, markers in self._workshop.typesetter.markers.items():
            note = anchors.get(note_place(number))
            if note:
                note.refers += tuple(markers)
                for marker in markers:
                    marker.refers += (note,)

    def _block(self, block: Block, column: Column, parent: Tag, name: str) -> list[Slice]:
        """One block; `name` is the text style of running text here."""
        match block:
            case Heading():
                return self._heading(block, column, parent)
            case Paragraph():
                slices = self._paragraph(block.inlines, column, parent.add("P"), name)
                if slices and leads_in(block):
                    slices[-1].keep = True
                return slices
            case BulletList():
                return self._list(block.items, None, column, parent, name)
            case NumberedList():
                return self._list(block.items, block.start, column, parent, name)
            case Table():
                return captioned_table(block, column, parent, self._workshop, self._labels)
            case Exhibit():
                return exhibit_slices(block, column, parent, self._workshop, self._labels)
            case MarginNote():
                return self._blocks(block.said, column, parent.add("Aside"), "side")
            case Row():
                return self._rows.row(block, column, parent, name)
            case Callout():
                return self._callout(block, column, parent)
            case KeyFigures():
                return card_slices(block, column, parent, self._workshop)
            case ReferenceList():
                return self._references(block, column, parent)

    def _noted(self, blocks: Sequence[Block], column: Column, parent: Tag, name: str) -> list[Slice]:
        """Blocks, and in the tree behind each the footnotes that it refers to."""
        slices: list[Slice] = []
        for block in blocks:
            slices += self._block(block, column, parent, name)
            self._take_notes()
        return slices

    def _blocks(self, blocks: Sequence[Block], column: Column, parent: Tag, name: str) -> list[Slice]:
        return [piece for block in blocks for piece in self._block(block, column, parent, name)]

    def _paragraph(self, inlines: tuple[Inline, ...], column: Column, tag: Tag, name: str) -> list[Slice]:
        look, text = self._workshop.manner(name), self._workshop.text(name)
        found = lines(self._workshop.typesetter.set(inlines, look, tag), column.width)
        if not found and tag.parent:
            tag.parent.children.remove(tag)
        return text_slices(found, look, column, before=text.space_before, after=text.space_after)

    def _heading(self, heading: Heading, column: Column, parent: Tag) -> list[Slice]:
        return self._headed(
            heading.inlines, heading.level, heading.id, column, parent, f"heading{min(heading.level, 3)}"
        )

    def _headed(
        self, words: tuple[Inline, ...], level: int, block: str, column: Column, parent: Tag, name: str
    ) -> list[Slice]:  # fmt: skip
        """A heading below the title, with its bookmark."""
        depth = min(level + self._top, _DEEPEST_HEADING)
        tag = parent.add(f"H{depth}")
        slices = self._paragraph(words, column, tag, name)
        self._workshop.mark(slices, block_place(block), tag)
        if slices:
            self.entries.append(OutlineEntry(_plain(slices), depth - 1, slices[0].place))
        for piece in slices:
            piece.leads = True
        return keep_together(slices, with_next=True)

    def _callout(self, callout: Callout, column: Column, parent: Tag) -> list[Slice]:
        workshop, tag = self._workshop, parent.add("Div")
        look = callout_look(callout.kind, workshop.palette)
        frame = Frame(
            column.x,
            column.width,
            _CALLOUT_SPACE,
            _CALLOUT_SPACE,
            _CALLOUT_PADDING if look.ground else 0.0,
            look.ground,
            look.bar,
            _BAR,
        )
        inner = Column(column.x + _CALLOUT_INSET, max(column.width - 2 * _CALLOUT_INSET, 1.0), (*column.frames, frame))
        slices = self._headed(callout.title, callout.level, callout.id, inner, tag, "callout_title")
        return keep_whole([*slices, *self._blocks(callout.blocks, inner, tag, "callout")])

    def _list(
        self, items: Sequence[tuple[Block, ...]], start: int | None, column: Column, parent: Tag, name: str
    ) -> list[Slice]:
        tag = parent.add("L")
        tag.attributes = numbering("Disc" if start is None else "Decimal")
        labels = ["•" if start is None else f"{start + index}." for index in range(len(items))]
        inner_name = "list" if name == "body" else name
        slices: list[Slice] = []
        indented = self._indented(labels, column, inner_name)
        for label, blocks in zip(labels, items, strict=True):
            item = tag.add("LI")
            slices.append(self._label(label, indented, column, item.add("Lbl"), inner_name))
            body = self._blocks(blocks, indented, item.add("LBody"), inner_name)
            slices.extend(body)
            self._join(slices, body, inner_name)
        if slices:
            slices[-1].after = max(slices[-1].after, self._workshop.text(name).space_after)
        return slices

    def _indented(self, labels: Sequence[str], column: Column, name: str) -> Column:
        look = self._workshop.manner(name)
        widest = max((self._workshop.typesetter.decoration(text, look).full_width for text in labels), default=0.0)
        indent = _INDENT + widest + _LABEL_GAP
        if column.width - indent < _LEAST_WIDTH:
            indent = 0.0
        return replace(column, x=column.x + indent, width=column.width - indent)

    def _label(self, label: str, indented: Column, column: Column, tag: Tag, name: str) -> Slice:
        """A slice without height: the label stands on the first line of what follows."""
        look = self._workshop.manner(name)
        setting = self._workshop.typesetter.label(label, look, tag)
        x = max(indented.x - _LABEL_GAP - setting.full_width, column.x)
        items = [TextLine(line, x, look.baseline) for line in lines(setting, column.width)]
        return Slice(0.0, [*items], keep=True, frames=column.frames)

    def _join(self, slices: list[Slice], body: list[Slice], name: str) -> None:
        """Let an item without words be as high as its label."""
        if not body or not any(piece.height for piece in body):
            slices[-1].height, slices[-1].keep = self._workshop.manner(name).leading, False
            slices[-1].after = self._workshop.text(name).space_after
        else:
            body[0].before = 0.0

    def _references(self, references: ReferenceList, column: Column, parent: Tag) -> list[Slice]:
        tag = parent.add("L")
        tag.attributes = numbering("Decimal" if references.numbered else "None")
        labels = [f"{item.number}." if references.numbered else "" for item in references.items]
        indented = self._hanging(labels, column)
        slices: list[Slice] = []
        for label, item in zip(labels, references.items, strict=True):
            slices.extend(self._reference(item, label, indented, column, tag.add("LI")))
        return slices

    def _hanging(self, labels: Sequence[str], column: Column) -> Column:
        look = self._workshop.manner("reference")
        widest = max((self._workshop.typesetter.decoration(text, look).full_width for text in labels), default=0.0)
        indent = widest + _LABEL_GAP if widest else 0.0
        return replace(column, x=column.x + indent, width=column.width - indent)

    def _reference(self, item: ReferenceItem, label: str, indented: Column, column: Column, tag: Tag) -> list[Slice]:
        first = self._label(label, indented, column, tag.add("Lbl"), "reference") if label else None
        body = self._paragraph(item.inlines, indented, tag.add("LBody").add("P"), "reference")
        slices = [first, *body] if first else body
        self._workshop.mark(slices, reference_place(item.number), tag)
        if first and not body:
            self._join(slices, body, "reference")
        return keep_whole(slices)

    def _take_notes(self) -> None:
        """Make the footnotes that the last block referred to."""
        column = self._workshop.column
        noted, self._workshop.typesetter.noted = self._workshop.typesetter.noted, []
        for number in noted:
            note = self._note_texts.get(number)
            if note and number not in self.notes:
                self.notes[number] = self._note(note, column)
        if self._workshop.typesetter.noted:
            self._take_notes()

    def _note(self, note: Note, column: Column) -> list[Slice]:
        tag = self.root.add("Note")
        tag.id = note_place(note.number)
        look, text = self._workshop.manner("note"), self._workshop.text("note")
        number = self._workshop.typesetter.label(str(note.number), look, tag.add("Lbl"))
        indent = max(number.full_width + _LABEL_GAP, look.size * 1.6)
        inner = Column(column.x + indent, column.width - indent)
        found = lines(self._workshop.typesetter.set(note.inlines, look, tag.add("P")), inner.width)
        slices = text_slices(found, look, inner, before=0.0, after=text.space_after)
        slices = slices or [Slice(look.leading, [], after=text.space_after)]
        slices[0].items += [TextLine(line, column.x, look.baseline) for line in lines(number, column.width)]
        self._workshop.mark(slices, tag.id, tag)
        return slices


def _plain(slices: list[Slice]) -> str:
    """The words of a heading."""
    lines_of_text = [item.line for piece in slices for item in piece.items if isinstance(item, TextLine)]
    return " ".join(" ".join(line.text for line in lines_of_text).split())
