"""What stands around exhibits: caption, source line; and charts as drawings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefgen.model.document import TextRun
from briefgen.model.placed_picture import PlacedPicture
from briefgen.model.timelines import Timeline
from briefgen.records import dataclass
from briefgen.render.charts import drawing_of
from briefgen.render.pdf.layout.boxes import (
    Beside,
    ExhibitSort,
    ListedDrawing,
    Picture,
    PixelBox,
    Slice,
    keep_together,
    keep_whole,
    text_slices,
)
from briefgen.render.pdf.layout.listed_timelines import listed, told_in
from briefgen.render.pdf.layout.margin_notes import stacked
from briefgen.render.pdf.layout.table_layout import table_slices
from briefgen.render.pdf.objects.destinations import block_place
from briefgen.render.pdf.text.line_breaking import lines
from briefgen.render.picture_size import picture_size
from briefgen.render.table_letters import WHOLE_ROWS

if TYPE_CHECKING:
    from briefgen.model.document import Caption, Exhibit, FrontMatter, Inline, Table
    from briefgen.render.pdf.layout.boxes import Column
    from briefgen.render.pdf.layout.layout_context import Workshop
    from briefgen.render.pdf.objects.tag_tree import Tag

_MOST_OF_A_PAGE = 0.8
"""A drawing taller than this share of a page is scaled down, so that its caption fits."""
_BELOW = 2.0


@dataclass(frozen=True, slots=True)
class ExhibitLabels:
    """All that exhibits take from the front of a brief."""

    source: str
    note: str
    decimal_mark: str

    @classmethod
    def of(cls, front: FrontMatter) -> ExhibitLabels:
        """Those of a front."""
        return cls(front.source_label, front.note_label, front.decimal_mark)


def exhibit_slices(
    exhibit: Exhibit, column: Column, parent: Tag, workshop: Workshop, labels: ExhibitLabels
) -> list[Slice]:
    """A chart, timeline or picture between its caption and its source line, on one page."""
    group = parent.add("Sect")
    above = _caption(exhibit.caption, column, group.add("Caption"), workshop)
    middle = _drawn(exhibit, column, group, workshop)
    below, beside = _sources(exhibit.caption, column, group, workshop, labels)
    middle.after = _BELOW if below else workshop.text("source").space_after
    slices = keep_together([*above, middle, *below])
    slices[0].shows = ExhibitSort.FIGURE
    slices[0].beside += beside
    workshop.mark(slices, block_place(exhibit.id), group)
    return slices


def _drawn(exhibit: Exhibit, column: Column, group: Tag, workshop: Workshop) -> Slice:
    """The drawing or picture, no higher than a page has room for beside its caption."""
    item: Picture | PixelBox | ListedDrawing
    graphic = exhibit.graphic
    if isinstance(graphic, PlacedPicture):
        figure = _figure(exhibit, group)
        width, height = picture_size(graphic, column.width, workshop.style)
        figure.language = graphic.language
        item = PixelBox(graphic.pixels, column.x, 0.0, width, height, figure.slot())
        return Slice(height, [item], after=_BELOW, frames=column.frames)
    drawing = drawing_of(graphic, workshop.style, column.width)
    scale = min(1.0, column.width / drawing.width, workshop.text_height * _MOST_OF_A_PAGE / drawing.height)
    source = workshop.style.families["sans"].source
    if isinstance(graphic, Timeline) and (told := told_in(drawing)):
        item = ListedDrawing(drawing, column.x, 0.0, scale, listed(graphic, told, exhibit.alt, group), source)
    else:
        item = Picture(drawing, column.x, 0.0, scale, _figure(exhibit, group).slot(), source)
    return Slice(drawing.height * scale, [item], after=_BELOW, frames=column.frames)


def _figure(exhibit: Exhibit, group: Tag) -> Tag:
    figure = group.add("Figure")
    figure.alt = exhibit.alt or exhibit.caption.label
    return figure


def captioned_table(
    table: Table, column: Column, parent: Tag, workshop: Workshop, labels: ExhibitLabels
) -> list[Slice]:
    """A table between its caption, which stays with its head, and its source line, which stays with its end."""
    tag = parent.add("Table")
    above: list[Slice] = []
    if table.caption:
        above = keep_together(_caption(table.caption, column, tag.add("Caption"), workshop), with_next=True)
    body = table_slices(table, column, tag, workshop, labels.decimal_mark)
    below, beside = _sources(table.caption, column, parent, workshop, labels) if table.caption else ([], [])
    after = workshop.text("source").space_after
    body[-1].keep, body[-1].after = bool(below), 0.0 if below else after
    slices = [*above, *body, *keep_together(below)]
    if len(table.rows) <= WHOLE_ROWS:
        keep_whole(slices)
    slices[0].shows = ExhibitSort.TABLE if len(table.rows) <= WHOLE_ROWS else ExhibitSort.LONG_TABLE
    workshop.mark(slices, block_place(table.id), tag)
    slices[0].before = max(slices[0].before, workshop.text("caption").space_before)
    slices[0].beside += beside
    return slices


def _caption(caption: Caption, column: Column, tag: Tag, workshop: Workshop) -> list[Slice]:
    look, text = workshop.manner("caption"), workshop.text("caption")
    separator = ". " if caption.label and caption.title else ""
    inlines: tuple[Inline, ...] = (TextRun(caption.label + separator), *caption.title)
    setting = workshop.typesetter.set(inlines, look, tag)
    if caption.unit:
        setting.end_with_space()
    found = lines(setting, column.width)
    after = 0.0 if caption.unit else text.space_after
    slices = text_slices(found, look, column, before=text.space_before, after=after)
    return keep_together([*slices, *_unit(caption.unit, column, tag, workshop)], with_next=True)


def _unit(unit: tuple[Inline, ...], column: Column, tag: Tag, workshop: Workshop) -> list[Slice]:
    """The line right under a title: what is shown, and in which unit."""
    if not unit:
        return []
    look, text = workshop.manner("unit"), workshop.text("unit")
    found = lines(workshop.typesetter.set(unit, look, tag), column.width)
    return text_slices(found, look, column, before=text.space_before, after=text.space_after)


def _sources(
    caption: Caption, column: Column, parent: Tag, workshop: Workshop, labels: ExhibitLabels
) -> tuple[list[Slice], list[Beside]]:
    """Key, source and note in one small paragraph: in the margin, or below the exhibit where it has none beside it."""
    inlines: tuple[Inline, ...] = caption.legend
    for label, words in ((labels.source, caption.source), (labels.note, caption.note)):
        if words:
            inlines += (TextRun(f"{' ' if inlines else ''}{label}: "), *words)
    if not inlines:
        return [], []
    tag = parent.add("P")
    margin = workshop.margin if column == workshop.column else None
    piece = stacked(_source(inlines, margin, tag, workshop), margin, workshop) if margin else None
    if piece is None:
        return _again(inlines, column, tag, workshop), []
    return [], [Beside(piece, partial(_again, inlines, column, tag, workshop))]


def _source(inlines: tuple[Inline, ...], column: Column, tag: Tag, workshop: Workshop) -> list[Slice]:
    look, text = workshop.manner("source"), workshop.text("source")
    found = lines(workshop.typesetter.set(inlines, look, tag), column.width)
    return text_slices(found, look, column, before=text.space_before, after=text.space_after)


def _again(inlines: tuple[Inline, ...], column: Column, tag: Tag, workshop: Workshop) -> list[Slice]:
    """The paragraph set anew, in another column."""
    noted = len(workshop.typesetter.noted)
    if tag.children:
        tag.children.clear()
        slices = _source(inlines, column, tag, workshop)
        del workshop.typesetter.noted[noted:]
        return slices
    return _source(inlines, column, tag, workshop)
