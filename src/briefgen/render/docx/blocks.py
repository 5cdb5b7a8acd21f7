"""Blocks as paragraphs and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import (
    Block,
    BulletList,
    Callout,
    Caption,
    CrossRef,
    Exhibit,
    Heading,
    KeyFigures,
    NumberedList,
    Paragraph,
    ReferenceList,
    SideNotes,
    Table,
)
from briefgen.render.docx.inlines import block_anchor, reference_anchor
from briefgen.render.docx.styles import BULLETS, NUMBERS
from briefgen.render.docx.tables import cards_xml, table_xml
from briefgen.render.docx.xml import bookmark, colour, field, paragraph, run, twips

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefgen.model.document import FrontMatter, ReferenceItem
    from briefgen.model.style import Style
    from briefgen.render.contents import ContentsEntry
    from briefgen.render.docx.inlines import InlineWriter

_DEEPEST = 3
_BULLET_INDENT = '<w:ind w:left="511" w:hanging="227"/>'


class BlockWriter:
    """Writes the body; counts what Word wants counted."""

    def __init__(
        self, inlines: InlineWriter, style: Style, front: FrontMatter, picture: Callable[[Exhibit, float], str]
    ) -> None:
        self.inlines, self.style, self.front, self.picture = inlines, style, front, picture
        self.numbered_lists = 0
        self._bookmarks = 0
        page = style.page
        self.measure = (page.width_mm - page.left_mm - page.right_mm) * 72 / 25.4

    def blocks(self, blocks: Sequence[Block]) -> str:
        """All blocks; a paragraph stands between two tables that would otherwise grow together."""
        return "".join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                runs = self._marked(block_anchor(block.id), self.inlines.runs(block.inlines))
                return paragraph(f"Heading{min(block.level, _DEEPEST)}", runs)
            case Paragraph():
                return paragraph("BodyText", self.inlines.runs(block.inlines))
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
                return cards_xml(block, self.inlines, self.measure) + _spacer()
            case ReferenceList():
                return "".join(self._reference(item, numbered=block.numbered) for item in block.items)

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
                case Paragraph():
                    left = 340 * (level + 1)
                    extra = (
                        numbering if index == 0 else f'<w:numPr><w:numId w:val="0"/></w:numPr><w:ind w:left="{left}"/>'
                    )
                    out.append(paragraph(style, self.inlines.runs(block.inlines), extra))
                case BulletList():
                    out.append(self._list(block.items, "ListBullet", BULLETS, level + 1))
                case NumberedList():
                    out.append(self._numbered(block, level + 1))
                case _:
                    out.append(self._block(block))
        return "".join(out)

    # ------------------------------------------------------------ exhibits

    def contents(self, title: str, entries: Sequence[ContentsEntry]) -> str:
        """A linked list of headings."""
        lines = (
            paragraph(f"TOC{entry.level}", self.inlines.runs((CrossRef(entry.target, entry.words),)))
            for entry in entries
        )
        return paragraph("TOCHeading", run(title)) + "".join(lines) if entries else ""

    def _caption(self, caption: Caption, block: str) -> str:
        word, _, number = caption.label.rpartition(" ")
        label = run(f"{word} ") + field(f"SEQ {word} \\* ARABIC", number) if word else run(caption.label)
        label = self._marked(block_anchor(block), label)
        return paragraph("Caption", f"{label}{run('. ')}{self.inlines.runs(caption.title)}")

    def _lines(self, caption: Caption) -> str:
        """Source and note under an exhibit."""
        lines = ((self.front.source_label, caption.source), (self.front.note_label, caption.note))
        kept = [(label, words) for label, words in lines if words]
        return "".join(
            paragraph("SourceLine", run(f"{label}: ") + self.inlines.runs(words), _close(last=n == len(kept)))
            for n, (label, words) in enumerate(kept, 1)
        )

    def _table(self, table: Table) -> str:
        above = self._caption(table.caption, table.id) if table.caption else ""
        below = self._lines(table.caption) if table.caption else ""
        body = table_xml(table, self.inlines, self.measure)
        return above + body + (below or _spacer())

    def _exhibit(self, exhibit: Exhibit) -> str:
        picture = paragraph("Figure", self.picture(exhibit, self.measure))
        return self._caption(exhibit.caption, exhibit.id) + picture + self._lines(exhibit.caption)

    def _callout(self, callout: Callout) -> str:
        frame = self._frame(caution=callout.kind == "caution")
        inner = [row for block in callout.blocks for row in self._inset(block)]
        rows = [("CalloutTitle", self.inlines.runs(callout.title), "", ""), *inner] if callout.title else inner
        written = (r if isinstance(r, str) else paragraph(r[0], r[1], r[2] + frame + r[3]) for r in rows)
        return "".join(written) + _spacer()

    def _frame(self, *, caution: bool) -> str:
        """A border of its own only where it differs from the style's."""
        if not caution:
            return ""
        bar = colour(self.style.palette.caution)
        return f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{bar}"/></w:pBdr>'

    def _inset(self, block: Block) -> list[tuple[str, str, str, str] | str]:
        """A block inside a callout as style, runs, numbering and indent; what is no text stands as it is."""
        match block:
            case Paragraph():
                return [("Callout", self.inlines.runs(block.inlines), "", "")]
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
        runs = self._marked(reference_anchor(item.number), lead + self.inlines.runs(item.inlines))
        return paragraph("Reference", runs)

    def _marked(self, name: str, runs: str) -> str:
        self._bookmarks += 1
        return bookmark(self._bookmarks, name, runs)


def _close(*, last: bool) -> str:
    """The source line stays near its exhibit: only the last of several has room behind it."""
    return "" if last else '<w:spacing w:after="0"/>'


def _spacer() -> str:
    """The paragraph that must stand behind a table or box; small, and no reader's stop."""
    tiny = f'<w:spacing w:before="0" w:after="0" w:line="{twips(8)}" w:lineRule="exact"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="BodyText"/>{tiny}</w:pPr></w:p>'
