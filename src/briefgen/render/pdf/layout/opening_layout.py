"""What a brief opens with: the memo line, the headline in balanced lines, and what stands under it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefgen.model.document import Strong, TextRun
from briefgen.model.traversal import heading_of, plain_text
from briefgen.records import replace
from briefgen.render.headline import MOST_LINES, SHARES
from briefgen.render.memo_rows import memo_rows
from briefgen.render.pdf.layout.boxes import Beside, Column, Rule, Slice, TextLine, keep_together, text_slices
from briefgen.render.pdf.layout.margin_notes import stacked
from briefgen.render.pdf.objects.destinations import TITLE
from briefgen.render.pdf.objects.tag_tree import numbering
from briefgen.render.pdf.text.line_breaking import Line, lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefgen.model.document import FrontMatter, Inline, MemoEntry
    from briefgen.render.pdf.layout.boxes import Item
    from briefgen.render.pdf.layout.layout_context import Workshop
    from briefgen.render.pdf.objects.tag_tree import Tag
    from briefgen.render.pdf.text.inline_layout import Setting
    from briefgen.render.pdf.text.manners import Manner

_STEPS = 12
"""How often the width of balanced lines is halved upon: to less than a point on any page."""
_GAP = 17.0
"""Between boxes of the memo line: 6 mm."""
_RULE, _HAIRLINE = 0.9, 0.5
_ABOVE, _BELOW, _BETWEEN = 5.6, 7.5, 3.75
_AFTER_MEMO = 15.0


def opening_slices(front: FrontMatter, column: Column, root: Tag, workshop: Workshop) -> list[Slice]:
    """All that stands before contents and text, in the order in which it is read, below the pictures of the head."""
    drop = [Slice(workshop.style.opening_drop, [])] if workshop.style.opening_drop else []
    above = _memo_line(front.memo, workshop.full, root, workshop) if front.has_memo_line else []
    headed = _headline(front, column, root, workshop)
    if front.standfirst:
        headed += _text(front.standfirst, "standfirst", column, root, workshop)
    elif front.subtitle.strip():
        headed += _label(front.subtitle, "subtitle", column, root, workshop)
    if front.has_memo_line or not front.memo:
        return keep_together([*drop, *above, *headed])
    tag = root.add("L")
    tag.attributes = numbering("None")
    below = partial(_memo_below, front.memo, column, tag, workshop)
    beside = _memo_beside(front.memo, tag, workshop, below)
    if beside is None:
        return keep_together([*drop, *headed, *below()])
    return keep_together([*drop, Slice(0.0, [], begins_row=True, beside=[beside]), *headed])


def _headline(front: FrontMatter, column: Column, root: Tag, workshop: Workshop) -> list[Slice]:
    if not plain_text(heading_of(front)):
        return []
    tag, text, look = root.add("H1"), workshop.text("title"), workshop.manner("title")
    found: list[Line] = []
    for share in SHARES:
        tag.children.clear()
        look = _shrunk(workshop.manner("title"), share)
        found = lines(workshop.typesetter.set(heading_of(front), look, tag), column.width)
        if len(found) <= MOST_LINES:
            break
    slices = text_slices(_balanced(found, column.width), look, column, before=text.space_before, after=text.space_after)
    workshop.mark(slices, TITLE, tag)
    return slices


def _shrunk(look: Manner, share: float) -> Manner:
    return replace(look, size=look.size * share, leading=look.leading * share)


def _balanced(found: list[Line], width: float) -> list[Line]:
    """As many lines of the same words: parted behind a colon where both parts fit, else of about one length."""
    if len(found) < MOST_LINES:
        return found
    if len(found) == MOST_LINES and (parts := _parted_behind_colon(found[0].setting, width)):
        return parts
    low, high, best = width / len(found) / 2, width, found
    setting = found[0].setting
    if low < setting.widest_piece:
        low = min(setting.widest_piece, width)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        tried = lines(setting, middle)
        if len(tried) > len(found):
            low = middle
        else:
            high, best = middle, tried
    return best


def _parted_behind_colon(setting: Setting, width: float) -> list[Line]:
    """Two lines that say a thing each; nothing where there is no such place, or a part is too long."""
    last = len(setting.words) - 1
    for at, word in enumerate(setting.words[:last]):
        if word.text.endswith(":") and setting.after[at] > 0:
            parts = [_line(setting, 0, at + 1), _line(setting, at + 1, last + 1)]
            return parts if all(part.width <= width for part in parts) else []
    return []


def _line(setting: Setting, start: int, end: int) -> Line:
    gaps = sum(space for space in setting.after[start : end - 1] if space > 0)
    return Line(setting, start, end, sum(setting.widths[start:end]) + gaps)


def _label(words: str, name: str, column: Column, root: Tag, workshop: Workshop) -> list[Slice]:
    look, text = workshop.manner(name), workshop.text(name)
    found = lines(workshop.typesetter.label(words, look, root.add("P")), column.width)
    return text_slices(found, look, column, before=text.space_before, after=text.space_after)


def _text(inlines: tuple[Inline, ...], name: str, column: Column, root: Tag, workshop: Workshop) -> list[Slice]:
    look, text = workshop.manner(name), workshop.text(name)
    found = lines(workshop.typesetter.set(inlines, look, root.add("P")), column.width)
    return text_slices(found, look, column, before=text.space_before, after=text.space_after)


# ---------------------------------------------------------------- memo


def _memo_line(memo: Sequence[MemoEntry], column: Column, root: Tag, workshop: Workshop) -> list[Slice]:
    """Boxes side by side between two rules: label over value, in one row or two of the same columns."""
    if not memo:
        return []
    tag = root.add("L")
    tag.attributes = numbering("None")
    rows = memo_rows(memo)
    places = _places(rows, column, workshop)
    slices = [_memo_row(row, places, column, tag, workshop) for row in rows]
    first, last = slices[0], slices[-1]
    first.items.insert(0, Rule(column.x, 0.0, column.width, _RULE, workshop.palette.ink))
    last.items.append(Rule(column.x, last.height + _BELOW, column.width, _HAIRLINE, workshop.palette.hairline))
    last.height += _BELOW + _HAIRLINE
    last.after = _AFTER_MEMO
    return slices


def _memo_row(
    row: Sequence[MemoEntry], places: Sequence[tuple[float, float]], column: Column, tag: Tag, workshop: Workshop
) -> Slice:
    label, value = workshop.manner("meta"), workshop.manner("memo")
    items: list[Item] = []
    height = top = _ABOVE
    for entry, (x, width) in zip(row, places, strict=False):
        body, y = tag.add("LI").add("LBody"), top
        name = workshop.typesetter.label(entry.label, label, body.add("P"))
        said = workshop.typesetter.set(entry.value, value, body.add("P"))
        for setting, look in ((name, label), (said, value)):
            for line in lines(setting, width):
                items.append(TextLine(line, x, y + look.baseline))
                y += look.leading
        height = max(height, y)
    return Slice(height, items, after=_BETWEEN, frames=column.frames)


def _places(
    rows: Sequence[Sequence[MemoEntry]], column: Column, workshop: Workshop
) -> list[tuple[float, float]]:  # fmt: skip
    """Left edge and width of each column of boxes: as wide as what stands in it, or its share of what there is."""
    label, value = workshop.manner("meta"), workshop.manner("memo")
    columns = max(map(len, rows))
    wanted = [0.0] * columns
    for row in rows:
        for at, entry in enumerate(row):
            settings = (workshop.typesetter.decoration(entry.label, label),
                        workshop.typesetter.decoration(plain_text(entry.value), value))  # fmt: skip
            wanted[at] = max(wanted[at], *(setting.full_width for setting in settings))
    room = column.width - _GAP * (columns - 1)
    widths = _fitted(wanted, room)
    spare = max(room - sum(widths), 0.0) / columns
    places, x = [], column.x
    for width in widths:
        places.append((x, width + spare))
        x += width + spare + _GAP
    return places


def _fitted(wanted: Sequence[float], room: float) -> list[float]:
    """The widths that are wanted; where they are too many, the widest give way until all fit."""
    if sum(wanted) <= room:
        return list(wanted)
    most = room / len(wanted)
    for _ in wanted:
        narrow = [width for width in wanted if width <= most]
        if len(narrow) == len(wanted):
            break
        most = (room - sum(narrow)) / (len(wanted) - len(narrow))
    return [min(width, most) for width in wanted]


def _memo_beside(
    memo: Sequence[MemoEntry], tag: Tag, workshop: Workshop, below: Callable[[], list[Slice]]
) -> Beside | None:
    """A note in the margin beside the headline, a few lines to each field; None where there is no room for it."""
    margin = workshop.margin
    if margin is None:
        return None
    look, slices = workshop.manner("side"), list[Slice]()
    for entry in memo:
        words = (Strong((TextRun(entry.label),)), TextRun(" "), *entry.value)
        found = lines(workshop.typesetter.set(words, look, tag.add("LI").add("LBody").add("P")), margin.width)
        slices += text_slices(found, look, margin, before=0.0, after=_BETWEEN)
    piece = stacked(slices, margin, workshop, is_alone=True)
    return Beside(piece, below) if piece else None


def _memo_below(memo: Sequence[MemoEntry], column: Column, tag: Tag, workshop: Workshop) -> list[Slice]:
    """A row to each field: label, then value."""
    tag.children.clear()
    label, value = workshop.manner("meta"), workshop.manner("memo")
    names = [workshop.typesetter.decoration(entry.label, label).full_width for entry in memo]
    indent = min(max(names) + _GAP / 2, column.width / 2)
    slices: list[Slice] = []
    for entry in memo:
        body = tag.add("LI").add("LBody")
        name = lines(workshop.typesetter.label(entry.label, label, body.add("P")), indent)
        said = workshop.typesetter.set(entry.value, value, body.add("P"))
        found = lines(said, column.width - indent)
        both = ((column.x, name), (column.x + indent, found))
        items: list[Item] = [
            TextLine(line, x, value.baseline + at * value.leading)
            for x, column_of in both
            for at, line in enumerate(column_of)
        ]
        slices.append(Slice(max(len(name), len(found)) * value.leading, items, frames=column.frames))
    slices[-1].after = _AFTER_MEMO
    return slices
