"""The table of contents: each heading with a leader and the page it stands on, which is known when it is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.records import replace
from briefgen.render.contents_entries import MOST_IN_ONE_COLUMN
from briefgen.render.pdf.layout.boxes import Leader, PageNumber, Slice, TextLine, keep_together, text_slices
from briefgen.render.pdf.layout.layout_context import Listed
from briefgen.render.pdf.objects.destinations import block_place
from briefgen.render.pdf.text.line_breaking import lines
from briefgen.render.pdf.text.manners import Target

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.render.contents_entries import ContentsEntry
    from briefgen.render.pdf.layout.boxes import Column, Item
    from briefgen.render.pdf.layout.layout_context import Workshop
    from briefgen.render.pdf.objects.tag_tree import Tag

_INDENT = 12.0
_NUMBER_ROOM, _LEADER_GAP = 26.0, 5.0
_AFTER = 10.0
_BETWEEN = 24.0
"""Between two columns of entries."""


def contents_slices(
    title: str, entries: Sequence[ContentsEntry], column: Column, root: Tag, workshop: Workshop
) -> list[Slice]:
    """The title and one slice for each row of entries."""
    look, text = workshop.manner("heading2"), workshop.text("heading2")
    found = lines(workshop.typesetter.label(title, look, root.add("P")), column.width)
    slices = text_slices(found, look, column, before=text.space_before, after=text.space_after)
    keep_together(slices, with_next=True)
    tags = [root.add("TOC")]
    columns = _columns(entries, column, workshop)
    made: list[Slice] = []
    deepest = -(-len(entries) // len(columns))
    for index, entry in enumerate(entries):
        while len(tags) < entry.level:
            tags.append(tags[-1].add("TOC"))
        del tags[entry.level :]
        made.append(_entry(entry, columns[index // deepest], tags[-1].add("TOCI"), workshop))
    slices += [_row(made[start::deepest], column) for start in range(deepest)]
    slices[0].begins_row = True
    slices[-1].after = _AFTER
    return slices


def _columns(entries: Sequence[ContentsEntry], column: Column, workshop: Workshop) -> list[Column]:
    """One column, or two for many short entries; they are read down the first, then down the second."""
    width = (column.width - _BETWEEN) / 2
    look = replace(workshop.manner("contents"), bold=True)
    widest = max(workshop.typesetter.decoration(entry.words, look).full_width for entry in entries)
    if len(entries) <= MOST_IN_ONE_COLUMN or widest > width - _NUMBER_ROOM - _INDENT:
        return [column]
    return [replace(column, width=width), replace(column, x=column.x + width + _BETWEEN, width=width)]


def _row(entries: Sequence[Slice], column: Column) -> Slice:
    """Entries that stand side by side."""
    height = max(entry.height for entry in entries)
    items = [item for entry in entries for item in entry.items]
    return Slice(height, items, after=entries[0].after, frames=column.frames)


def _entry(entry: ContentsEntry, column: Column, tag: Tag, workshop: Workshop) -> Slice:
    look, text = workshop.manner("contents", tabular=True), workshop.text("contents")
    if entry.level == 1:
        look = replace(look, bold=True)
    indent = _INDENT * (entry.level - 1)
    x, right = column.x + indent, column.x + column.width
    target_place = block_place(entry.target)
    workshop.contents.append(Listed(tag, target_place))
    link = tag.add("Reference").add("Link")
    setting = workshop.typesetter.label(entry.words, look, link)
    setting.end_with_space()
    found = lines(setting, column.width - indent - _NUMBER_ROOM)
    items: list[Item] = [TextLine(line, x, index * look.leading + look.baseline) for index, line in enumerate(found)]
    height = len(found) * look.leading
    baseline = height - look.leading + look.baseline
    start = x + found[-1].width + _LEADER_GAP
    items.append(Leader(start, baseline, right - _NUMBER_ROOM - start, workshop.palette.muted))
    target = Target(link, workshop.spoken.place(entry.target, entry.words), place=target_place)
    number = replace(look, bold=False)
    items.append(PageNumber(target, right, baseline, number.run(link.slot()), (x, 0.0, right, height)))
    return Slice(height, items, after=text.space_after, frames=column.frames)
