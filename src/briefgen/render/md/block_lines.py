"""Blocks as lines of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import (
    Align,
    Block,
    BulletList,
    Callout,
    Caption,
    Exhibit,
    Heading,
    KeyFigures,
    LineBreak,
    MarginNote,
    NumberedList,
    Paragraph,
    ReferenceList,
    Row,
    Strong,
    Table,
    TextRun,
)
from briefgen.render.md.inline_markup import heading_line, one_line, paragraph_lines
from briefgen.render.table_grid import spots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.model.document import Cell, FrontMatter, Inline, KeyFigure

_DEEPEST = 6
_BULLET, _POINT = "-", "."
_OTHER = {_BULLET: "*", _POINT: ")", "": ""}
"""Mark of a list → that of a list right behind it, which would else go on with the first."""
_ALIGN = {Align.START: "---", Align.CENTRE: ":-:", Align.END: "--:", Align.DECIMAL: "--:", Align.INTERVAL: "--:"}


def parted(parts: Iterable[Sequence[str]]) -> list[str]:
    """The lines of some parts with an empty one between; what has no lines is left out."""
    lines: list[str] = []
    for part in filter(None, parts):
        lines += ["", *part] if lines else part
    return lines


class BlockLines:
    """Writes what stands between the title and the footnotes."""

    def __init__(self, front: FrontMatter) -> None:
        self.front = front

    def blocks(self, blocks: Sequence[Block], above: str = "") -> list[str]:
        """All blocks; `above` is the mark of a list whose item they stand in."""
        found: list[list[str]] = []
        for block in blocks:
            mark = _mark_of(block)
            mark = _OTHER[mark] if mark == above else mark
            lines = self._block(block, mark)
            if lines:
                found.append(lines)
                above = mark
        return parted(found)

    def _block(self, block: Block, mark: str) -> list[str]:
        match block:
            case Heading():
                return [heading_line(min(block.level + 1, _DEEPEST), block.inlines)]
            case Paragraph():
                return paragraph_lines(block.inlines)
            case BulletList():
                return self._items((mark, item) for item in block.items)
            case NumberedList():
                return self._items((f"{number}{mark}", item) for number, item in enumerate(block.items, block.start))
            case Table():
                return self._captioned(block.caption, _table(block))
            case Exhibit():
                return self._captioned(block.caption, paragraph_lines((TextRun(block.alt),)))
            case MarginNote():
                return _quoted(self.blocks(block.said))
            case Row():
                return parted((self.blocks(block.blocks), self.blocks(block.notes)))
            case Callout():
                title = [heading_line(min(block.level + 1, _DEEPEST), block.title)] if block.title else []
                return _quoted(parted((title, self.blocks(block.blocks))))
            case KeyFigures():
                return self._items((mark, (Paragraph(_card(card)),)) for card in block.cards)
            case ReferenceList():
                return self._references(block, mark)

    def _items(self, items: Iterable[tuple[str, Sequence[Block]]]) -> list[str]:
        """The items of a list behind their marks: line under line, or apart where one of them has several blocks."""
        found = [_hung(f"{mark} ", self._item(item, mark[-1])) for mark, item in items]
        return parted(found) if any("" in lines for lines in found) else [line for lines in found for line in lines]

    def _item(self, item: Sequence[Block], mark: str) -> list[str]:
        """The lines of an item; bullets stand right under its words, unless a bare one would underline them."""
        if [type(block) for block in item] == [Paragraph, BulletList]:
            words, bullets = self.blocks(item[:1], mark), self.blocks(item[1:])
            if words and "" not in bullets and bullets[:1] != [_BULLET]:
                return [*words, *bullets]
        return self.blocks(item, mark)

    def _references(self, listed: ReferenceList, mark: str) -> list[str]:
        """The entries; behind a gap in their numbers a list begins anew, as items count for themselves."""
        groups: list[list[tuple[str, Sequence[Block]]]] = []
        last = None
        for item in listed.items:
            if not groups or (listed.numbered and item.number - 1 != last):
                groups.append([])
                mark = _OTHER.get(mark, _POINT) if len(groups) > 1 else mark
            groups[-1].append((f"{item.number}{mark}" if listed.numbered else mark, (Paragraph(item.inlines),)))
            last = item.number
        return parted(self._items(group) for group in groups)

    def _captioned(self, caption: Caption | None, lines: list[str]) -> list[str]:
        """What a caption stands around."""
        if caption is None:
            return lines
        title = paragraph_lines((Strong((TextRun(f"{caption.label}."),)), TextRun(" "), *caption.title))
        unit = [paragraph_lines(caption.unit)] if caption.unit else []
        key = [paragraph_lines(caption.legend)] if caption.legend else []
        below = ((self.front.source_label, caption.source), (self.front.note_label, caption.note))
        notes = (paragraph_lines((TextRun(f"{label}: "), *inlines)) for label, inlines in below if inlines)
        return parted((title, *unit, lines, *key, *notes))


def _mark_of(block: Block) -> str:
    """What the items of a list begin with, or end their numbers with; nothing for what is no list."""
    match block:
        case BulletList() | KeyFigures():
            return _BULLET
        case NumberedList():
            return _POINT
        case ReferenceList():
            return _POINT if block.numbered else _BULLET
        case Heading() | Paragraph() | Table() | Exhibit() | Callout() | MarginNote() | Row():
            return ""


def _card(card: KeyFigure) -> tuple[Inline, ...]:
    label = (LineBreak(), *card.label) if card.label else ()
    return (Strong(card.value), TextRun(" "), *card.unit, *label)


def _hung(mark: str, lines: Sequence[str]) -> list[str]:
    """Lines behind a mark, and under the first of them."""
    first, *others = lines or [""]
    room = " " * len(mark)
    return [f"{mark}{first}".rstrip(" "), *(f"{room}{line}".rstrip(" ") for line in others)]


def _quoted(lines: Iterable[str]) -> list[str]:
    return [f"> {line}".rstrip(" ") for line in lines]


def _table(table: Table) -> list[str]:
    """A pipe table; the words of a joined cell stand in its first place, and the others are empty.

    Cells are not filled up to the width of their column: one longer word would change every row.
    """
    head, *rows = (row for part in ((table.header,), table.rows) for row in _grid(part, len(table.align)))
    return [_row(head), _row([_ALIGN[align] for align in table.align]), *map(_row, rows)]


def _grid(rows: Sequence[Sequence[Cell]], columns: int) -> Iterator[list[str]]:
    for row in spots(rows):
        cells = [""] * columns
        for spot in row:
            cells[spot.column] = one_line(spot.cell.inlines)
        yield cells


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
