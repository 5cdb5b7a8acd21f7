"""About how high blocks become in Word, in points: enough to know whether a note still stands beside them.

Word lays out for itself, with the fonts that it has; this counts lines by the measure of words.
"""

from __future__ import annotations

from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from briefgen.model.document import (
    Block,
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
    TextRun,
)
from briefgen.model.timelines import Timeline
from briefgen.model.traversal import plain_text
from briefgen.render.docx.package.word_styles import AROUND, heading_text
from briefgen.render.typefaces import face

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.model.document import Caption, Inline, KeyFigure
    from briefgen.model.looks.style import Style

_POINTS_PER_MM = 72 / 25.4
_INDENT = 17.0
"""What items of lists and boxes stand in, in points."""
_CHART, _EVENT = 110.0, 12.0
"""The least that a chart takes, and an event of a timeline."""
_CELL_ROOM, _NUMBER_ROOM = 4.5, 7.5
"""Around the words of a cell, and over a key figure."""
_WIDER = 1.1
"""How much more lines hold than they do where they end at words."""
_MOST_WHOLE = 0.22
"""Of a page: a higher table may go on overleaf, as Word lets no text flow on above it."""


def column_height(block: Block, style: Style) -> float:
    """The least that a block takes of the column."""
    return _height(block, style, style.page.column_mm * _POINTS_PER_MM)


def rows_lines(table: Table, widths: Sequence[float], style: Style) -> list[int]:
    """How many lines each row of a table takes, by its tallest cell; joined cells aside."""
    return [
        max(
            (
                _lines(cell.inlines, "table", style, width / _WIDER)
                for cell, width in zip(row, widths, strict=False)
                if cell.columns == cell.rows == 1
            ),
            default=1,
        )
        for row in table.rows
    ]


def is_tall(lines: Sequence[int], style: Style) -> bool:
    """Whether rows of so many lines, kept whole, would leave too much of a page empty where they have no room."""
    height = style.page.text_height_mm * _POINTS_PER_MM
    return sum(lines) * style.text["table"].leading + len(lines) * _CELL_ROOM > height * _MOST_WHOLE


def note_height(note: MarginNote, style: Style) -> float:
    """What a note takes of the margin."""
    width = style.page.margin_mm * _POINTS_PER_MM
    return sum(_noted(block, style, width) for block in note.said)


def _noted(block: Block, style: Style, width: float) -> float:
    match block:
        case KeyFigures():
            return sum(
                _NUMBER_ROOM
                + style.text["card_value"].leading * _number_lines(figure, style, width)
                + text_height(figure.label, "card_label", style, width)
                for figure in block.cards
            )
        case Paragraph():
            return text_height(block.inlines, "side", style, width)
        case _:
            return _height(block, style, width, "side")


def _height(block: Block, style: Style, width: float, text: str = "body") -> float:
    inner = partial(_all, style=style, text=text)
    match block:
        case Heading():
            return text_height(block.inlines, heading_text(block.level), style, width)
        case Paragraph():
            return text_height(block.inlines, text, style, width)
        case BulletList() | NumberedList():
            return sum(inner(item, width=width - _INDENT) for item in block.items)
        case Callout():
            return inner(block.blocks, width=width - 2 * _INDENT) + style.text["callout_title"].leading + AROUND
        case Table():
            return _caption(block, style, width) + (len(block.rows) + 1) * (style.text["table"].leading + _CELL_ROOM)
        case Exhibit():
            drawn = len(block.graphic.events) * _EVENT if isinstance(block.graphic, Timeline) else _CHART
            return _caption(block, style, width) + drawn
        case ReferenceList():
            return sum(text_height(item.inlines, "reference", style, width - _INDENT) for item in block.items)
        case KeyFigures():
            return style.text["card_value"].leading + style.text["card_label"].leading
        case Row():
            return inner(block.blocks, width=width)
        case MarginNote():
            return 0.0


def _all(blocks: Iterable[Block], *, style: Style, width: float, text: str) -> float:
    return sum(_height(block, style, width, text) for block in blocks)


def source_height(caption: Caption, style: Style, *, in_column: bool = False) -> float:
    """What key, source and note of an exhibit take of the margin, or of the column."""
    said = (*caption.legend, *caption.source, *caption.note)
    width = style.page.column_mm if in_column else style.page.margin_mm
    return text_height(said, "source", style, width * _POINTS_PER_MM) if said else 0.0


def _caption(block: Table | Exhibit, style: Style, width: float) -> float:
    caption = block.caption
    if caption is None:
        return 0.0
    lines = (("caption", caption.title), ("unit", caption.unit))
    above = sum(text_height(words, name, style, width) for name, words in lines if words)
    return above + source_height(caption, style, in_column=True)


def text_height(inlines: Sequence[Inline], name: str, style: Style, width: float) -> float:
    """What a paragraph of a text style takes in a column so wide, with the room around it."""
    text = style.text[name]
    return text.space_before + _lines(inlines, name, style, width) * text.leading + text.space_after


def _number_lines(figure: KeyFigure, style: Style, width: float) -> int:
    """A number and its unit run on in one paragraph, each in letters of its own."""
    wide = text_width(figure.value, "card_value", style) + text_width((TextRun(" "), *figure.unit), "card_unit", style)
    return max(ceil(wide / max(width, 1.0)), 1)


def _lines(inlines: Sequence[Inline], name: str, style: Style, width: float) -> int:
    return max(ceil(text_width(inlines, name, style) / max(width, 1.0)), 1)


def text_width(inlines: Sequence[Inline], name: str, style: Style) -> float:
    """What words of a text style take in one line, in points."""
    text = style.text[name]
    measured = face(style.families[text.family].source, bold=text.bold, italic=text.italic)
    return measured.width(plain_text(inlines), text.size)
