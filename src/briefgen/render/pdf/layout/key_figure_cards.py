"""Key figures: cards in a row, each under a rule; the number large, its unit beside it, its label below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.pdf.layout.boxes import Item, Rule, Slice, TextLine
from briefgen.render.pdf.objects.tag_tree import numbering
from briefgen.render.pdf.text.inline_layout import FORCED, Setting
from briefgen.render.pdf.text.line_breaking import lines

if TYPE_CHECKING:
    from briefgen.model.document import KeyFigure, KeyFigures
    from briefgen.render.pdf.layout.boxes import Column
    from briefgen.render.pdf.layout.layout_context import Workshop
    from briefgen.render.pdf.objects.tag_tree import Tag
    from briefgen.render.pdf.text.manners import Manner

_MOST, _LEAST = 4, 2
"""Cards in a row."""
_NARROWEST = 80.0
"""Of a card beside others; where no two have room they stand one below the other, with a hairline between."""
_GAP = 11.3
_RULE, _HAIRLINE, _BELOW_RULE = 0.9, 0.5, 3.75
_BEFORE, _AFTER, _BETWEEN = 14.0, 8.0, 9.0


def card_slices(figures: KeyFigures, column: Column, parent: Tag, workshop: Workshop) -> list[Slice]:
    """One slice for each row of cards."""
    cards = figures.cards
    if not cards:
        return []
    list_tag = parent.add("L")
    list_tag.attributes = numbering("None")
    across = min(max(_LEAST, min(_MOST, len(cards))), max(int(column.width // _NARROWEST), 1))
    slices = [
        _row(cards[start : start + across], across, column, list_tag, workshop, is_first=not start)
        for start in range(0, len(cards), across)
    ]
    for piece in slices:
        piece.before = piece.after = _BETWEEN
    slices[0].before, slices[-1].after = _BEFORE, _AFTER
    return slices


def _row(
    cards: tuple[KeyFigure, ...], across: int, column: Column, tag: Tag, workshop: Workshop, *, is_first: bool
) -> Slice:
    width = (column.width - _GAP * (across - 1)) / across
    items: list[Item] = []
    height = 0.0
    notes: tuple[int, ...] = ()
    for index, card in enumerate(cards):
        x = column.x + index * (width + _GAP)
        if across > 1:
            items.append(Rule(x, 0.0, width, _RULE, workshop.palette.ink))
        elif not is_first:
            items.append(Rule(x, 0.0, width, _HAIRLINE, workshop.palette.hairline))
        body = tag.add("LI").add("LBody")
        y = 0.0 if across == 1 and is_first else _RULE + _BELOW_RULE
        for setting, look in _texts(card, body, workshop):
            for line in lines(setting, width):
                set_in = look if line.largest == look.size else workshop.manner("card_unit")
                items.append(TextLine(line, x, y + set_in.baseline))
                notes += line.notes
                y += set_in.leading
        height = max(height, y)
    return Slice(height, items, notes=notes, frames=column.frames)


def _texts(card: KeyFigure, body: Tag, workshop: Workshop) -> list[tuple[Setting, Manner]]:
    """The number with its unit on one line, and the label."""
    value = workshop.manner("card_value", tabular=False)
    label = workshop.manner("card_label", tabular=False)
    paragraph = body.add("P")
    large = workshop.typesetter.set(card.value, value, paragraph)
    if card.unit:
        _append(large, workshop.typesetter.set(card.unit, workshop.manner("card_unit"), paragraph))
    return [(large, value), (workshop.typesetter.set(card.label, label, body.add("P")), label)]


def _append(setting: Setting, other: Setting) -> None:
    """Set one text behind another, with a space of the second one's size."""
    if setting.after and other.words and setting.after[-1] != FORCED:
        setting.after[-1] = other.runs[0].face.space * other.runs[0].size * 1.4 / 1000
    setting.words += other.words
    setting.runs += other.runs
    setting.widths += other.widths
    setting.after += other.after
    setting.has_links = setting.has_links or other.has_links
    setting.has_notes = setting.has_notes or other.has_notes
