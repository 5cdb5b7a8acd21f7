"""Blocks as paragraphs and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.charts import LocatorMap, Timeline
from briefgen.model.document import (
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Caption,
    Exhibit,
    Heading,
    KeyFigures,
    NumberedList,
    Paragraph,
    ReferenceList,
    SideNotes,
    Table,
)
from briefgen.model.placed_picture import PlacedPicture
from briefgen.render.docx.body.bookmarks import AnchorKind
from briefgen.render.docx.body.column_widths import plain
from briefgen.render.docx.body.runs import reference_place
from briefgen.render.docx.body.word_tables import cards_xml, table_xml
from briefgen.render.docx.charts.native_layout import layout_of, native_charts
from briefgen.render.docx.package.style_parts import BULLETS, NUMBERS, box_borders
from briefgen.render.docx.package.wordprocessingml import field, paragraph, run, twips

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefgen.model.document import FrontMatter, Inline, ReferenceItem
    from briefgen.model.looks.style import Style
    from briefgen.render.docx.body.runs import InlineWriter

_DEEPEST = 3
_AROUND = twips(10)
"""The room before and behind a callout."""
_BULLET_INDENT = '<w:ind w:left="511" w:hanging="227"/>'


class BodyWriter:
    """Writes the body; counts what Word wants counted."""

    def __init__(
        self, inlines: InlineWriter, style: Style, front: FrontMatter, picture: Callable[[Exhibit, float], str]
    ) -> None:
        self.inlines, self.style, self.front, self.picture = inlines, style, front, picture
        self.numbered_lists = 0
        self.marks = inlines.marks
        self._level = 0
        page = style.page
        self.measure = (page.width_mm - page.left_mm - page.right_mm) * 72 / 25.4

    def blocks(self, blocks: Sequence[Block]) -> str:
        """All blocks."""
        return "".join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return paragraph("BodyText", self._words(block, AnchorKind.PARAGRAPH)) if block.inlines else ""
            case BulletList():
                return self._list(block.items, "ListBullet", BULLETS, 0)
            case NumberedList():
                return self._numbered(block, 0)
            case Table():
                return self._table(block)
            case Exhibit():
                return self._exhibit(block)
            case SideNotes():
                return self._block(block.exhibit) + self.blocks(block.notes)
            case Callout():
                return self._callout(block)
            case KeyFigures():
                return cards_xml(block, self.inlines, self.measure, self.marks)
            case ReferenceList():
                return "".join(self._reference(item, numbered=block.numbered) for item in block.items)

    def _heading(self, block: Heading) -> str:
        """A heading never more than one level below the last one; without words there is none."""
        if not plain(block.inlines).strip():
            return ""
        self._level = min(block.level, self._level + 1, _DEEPEST)
        runs = self.marks.target(block.id, self.inlines.runs(block.inlines))
        return paragraph(f"Heading{self._level}", self.marks.anchor(block.key, AnchorKind.HEADING, runs))

    # ------------------------------------------------------------ lists

    def _list(self, items: Sequence[Sequence[Block]], style: str, number: int, level: int) -> str:
        return "".join(self._item(item, style, number, level) for item in items)

    def _numbered(self, block: NumberedList, level: int) -> str:
        self.numbered_lists += 1
        return self._list(block.items, "ListNumber", NUMBERS + self.numbered_lists, level)

    def _item(self, item: Sequence[Block], style: str, number: int, level: int) -> str:
        """An item's first paragraph carries the number; further ones stand under its text."""
        numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        out: list[str] = []
        for index, block in enumerate(item):
            match block:
                case Paragraph() if index == 0:
                    out.append(paragraph(style, self._words(block, AnchorKind.ITEM), numbering))
                case Paragraph():
                    indent = f'<w:ind w:left="{340 * (level + 1)}"/>' if level else ""
                    out.append(paragraph("ListContinue", self._words(block, AnchorKind.ITEM), indent))
                case BulletList():
                    out.append(self._list(block.items, "ListBullet", BULLETS, level + 1))
                case NumberedList():
                    out.append(self._numbered(block, level + 1))
                case _:
                    out.append(self._block(block))
        return "".join(out)

    # ------------------------------------------------------------ exhibits

    def _caption(self, caption: Caption, exhibit: Table | Exhibit) -> str:
        """The label, counted by a field and the target of links, and the title."""
        word, _, number = caption.label.rpartition(" ")
        counted = run(f"{word} ") + field(f"SEQ {word} \\* ARABIC", number) if word else run(caption.label)
        label = self.marks.target(exhibit.id, counted)
        runs = f"{label}{run('. ')}{self.inlines.runs(caption.title)}"
        made = paragraph(
            "Caption", self.marks.anchor(_part(exhibit.key, "cap"), AnchorKind.CAPTION, runs), "<w:keepNext/>"
        )
        if not caption.unit:
            return made
        unit = self.marks.anchor(_part(exhibit.key, "unit"), AnchorKind.CAPTION, self.inlines.runs(caption.unit))
        return made + paragraph("Unit", unit, "<w:keepNext/>")

    def _lines(self, caption: Caption, key: str) -> str:
        """Key, source and note under an exhibit."""
        lines = (
            ("key", "", caption.legend),
            ("src", self.front.source_label, caption.source),
            ("note", self.front.note_label, caption.note),
        )
        kept = [line for line in lines if line[2]]
        return "".join(
            paragraph("SourceLine", self._line(_part(key, part), label, words), _close(last=n == len(kept)))
            for n, (part, label, words) in enumerate(kept, 1)
        )

    def _line(self, key: str, label: str, words: Sequence[Inline]) -> str:
        return self.marks.anchor(
            key, AnchorKind.SOURCE, (run(f"{label}: ") if label else "") + self.inlines.runs(words)
        )

    def _table(self, table: Table) -> str:
        above = self._caption(table.caption, table) if table.caption else ""
        below = self._lines(table.caption, table.key) if table.caption else ""
        body = table_xml(table, self.inlines, self.style, self.marks, self.measure, self.front.decimal_mark)
        return f"{above}{body}{below}"

    def _exhibit(self, exhibit: Exhibit) -> str:
        above, below = self._caption(exhibit.caption, exhibit), self._lines(exhibit.caption, exhibit.key)
        graphic, drawn = exhibit.graphic, self.picture(exhibit, self.measure)
        charts = () if isinstance(graphic, Timeline | LocatorMap | PlacedPicture) else native_charts(graphic)
        if not charts:
            picture = self.marks.anchor(exhibit.key, AnchorKind.FIGURE, drawn)
        else:
            said = "\n".join(layout_of(chart).sheet.text for chart in charts)
            picture = self.marks.anchor(exhibit.key, AnchorKind.CHART, drawn, said=said)
        return above + paragraph("Figure", picture, "" if below else '<w:keepNext w:val="0"/>') + below

    def _callout(self, callout: Callout) -> str:
        frame = self._frame(caution=callout.kind is CalloutKind.CAUTION)
        title = (
            self.marks.anchor(callout.key, AnchorKind.TITLE, self.inlines.runs(callout.title)) if callout.title else ""
        )
        inner = [row for block in callout.blocks for row in self._inset(block)]
        rows = [("CalloutTitle", title, "", ""), *inner] if title else inner
        written = (
            row if isinstance(row, str) else paragraph(row[0], row[1], row[2] + frame + _room(row, rows) + row[3])
            for row in rows
        )
        return "".join(written)

    def _frame(self, *, caution: bool) -> str:
        """A border of its own only where it differs from the style's."""
        if not caution:
            return ""
        return box_borders(self.style.palette.caution, self.style.palette.tint)

    def _inset(self, block: Block) -> list[tuple[str, str, str, str] | str]:
        """A block inside a callout as style, runs, numbering and indent; what is no text stands as it is."""
        match block:
            case Paragraph():
                return [("Callout", self._words(block, AnchorKind.PARAGRAPH), "", "")]
            case BulletList():
                numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{BULLETS}"/></w:numPr>'
                rows: list[tuple[str, str, str, str] | str] = []
                for item in block.items:
                    first, *rest = [row for part in item for row in self._inset(part)]
                    rows += [(*first[:2], numbering, _BULLET_INDENT) if isinstance(first, tuple) else first, *rest]
                return rows
            case _:
                return [self._block(block)]

    # ------------------------------------------------------------ references

    def _reference(self, item: ReferenceItem, *, numbered: bool) -> str:
        lead = run(f"{item.number}.") + "<w:r><w:tab/></w:r>" if numbered else ""
        runs = self.marks.target(reference_place(item.number), lead + self.inlines.runs(item.inlines))
        return paragraph("Reference", self.marks.anchor(item.key, AnchorKind.REFERENCE, runs))

    def _words(self, block: Paragraph, kind: AnchorKind) -> str:
        return self.marks.anchor(block.key, kind, self.inlines.runs(block.inlines))


def _part(key: str, part: str) -> str:
    """The key of one of the paragraphs around an exhibit."""
    return f"{key}_{part}" if key else ""


def _close(*, last: bool) -> str:
    """The source line stays near its exhibit: only the last of several has room behind it."""
    return "" if last else '<w:spacing w:after="0"/>'


def _room(row: object, rows: Sequence[object]) -> str:
    """The distance of a callout's first and last paragraph from what stands around it."""
    before = f' w:before="{_AROUND}"' if row is rows[0] else ""
    after = f' w:after="{_AROUND}"' if row is rows[-1] else ""
    return f"<w:spacing{before}{after}/>" if before or after else ""
