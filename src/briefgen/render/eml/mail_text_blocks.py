"""Blocks as plain text: headings underlined, notes of the margin and boxes set in, figures as what they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import (
    Block,
    BulletList,
    Callout,
    Caption,
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
from briefgen.render.eml.line_filling import filled, hung, indented, parted, underlined
from briefgen.render.eml.mail_text_inlines import text_of
from briefgen.render.eml.mail_text_tables import table_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.model.document import FrontMatter, Inline, KeyFigure

_BULLET = "- "
_SET_IN = 4
_NARROWEST = 30
"""Columns that a text keeps, however deep it stands in lists."""
SECTION, BELOW = "-", "~"
"""What headings are underlined with: those of sections, and those below them."""


class MailTextBlocks:
    """Writes what stands between the title and the notes, within some columns."""

    def __init__(self, front: FrontMatter) -> None:
        self._front = front

    def blocks(self, blocks: Sequence[Block], width: int) -> list[str]:
        """The lines of all blocks, with an empty one between them."""
        return parted([self._block(block, max(width, _NARROWEST)) for block in blocks])

    def _block(self, block: Block, width: int) -> list[str]:
        match block:
            case Heading():
                return _heading(block.level, block.inlines, width)
            case Paragraph():
                return filled(text_of(block.inlines), width)
            case BulletList():
                return self._items(((_BULLET, item) for item in block.items), width)
            case NumberedList():
                numbered = ((f"{number}. ", item) for number, item in enumerate(block.items, block.start))
                return self._items(numbered, width)
            case Table():
                return self._captioned(block.caption, table_lines(block, width), width)
            case Exhibit():
                return self._captioned(block.caption, filled(block.alt, width), width)
            case MarginNote():
                return indented(self.blocks(block.said, width - _SET_IN), _SET_IN)
            case Row():
                return parted((self.blocks(block.blocks, width), self.blocks(block.notes, width)))
            case Callout():
                title = _heading(max(block.level, 2), block.title, width - _SET_IN)
                return indented(parted((title, self.blocks(block.blocks, width - _SET_IN))), _SET_IN)
            case KeyFigures():
                cards = (filled(_card(card), width - len(_BULLET)) for card in block.cards)
                return [line for card in cards for line in hung(_BULLET, card)]
            case ReferenceList():
                return self._references(block, width)

    def _items(self, items: Iterable[tuple[str, Sequence[Block]]], width: int) -> list[str]:
        """The items of a list: line under line, or apart where one of them has several blocks."""
        found = [hung(mark, self.blocks(item, width - len(mark))) for mark, item in items]
        return parted(found) if any("" in lines for lines in found) else [line for lines in found for line in lines]

    def _references(self, listed: ReferenceList, width: int) -> list[str]:
        """The entries, each behind its number as the text cites it."""
        marks = [f"[{item.number}] " if listed.numbered else _BULLET for item in listed.items]
        said = (
            filled(text_of(item.inlines), width - len(mark)) for mark, item in zip(marks, listed.items, strict=True)
        )
        return [line for mark, lines in zip(marks, said, strict=True) for line in hung(mark, lines)]

    def _captioned(self, caption: Caption | None, lines: list[str], width: int) -> list[str]:
        """What a caption stands around."""
        if caption is None:
            return lines
        above = filled(f"{caption.label}. {text_of(caption.title)}", width)
        unit, key = (filled(text_of(words), width) for words in (caption.unit, caption.legend))
        below = ((self._front.source_label, caption.source), (self._front.note_label, caption.note))
        notes = (filled(f"{label}: {text_of(inlines)}", width) for label, inlines in below if inlines)
        return parted((above, unit, lines, key, *notes))


def _heading(level: int, inlines: Sequence[Inline], width: int) -> list[str]:
    return underlined(filled(text_of(inlines), width), SECTION if level == 1 else BELOW)


def _card(card: KeyFigure) -> str:
    figure = f"{text_of(card.value)} {text_of(card.unit)}".strip()
    return "\n".join(filter(None, (figure, text_of(card.label))))
