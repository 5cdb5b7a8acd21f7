"""A timeline in the structure of a page: a list, each event an item of its own with its date and what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.bidirectional import runs_from_right
from briefgen.render.charts import Label, ToldMark, ToldPart
from briefgen.render.pdf.objects.tag_tree import numbering

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.model.timelines import Event, Timeline
    from briefgen.render.charts import Drawing
    from briefgen.render.pdf.objects.tag_tree import Slot, Tag


def told_in(drawing: Drawing) -> Mapping[ToldMark, str]:
    """What the labels of a drawing say of events; nothing where it is no list, but signs in a grid."""
    found: dict[ToldMark, list[str]] = {}
    for op in drawing.ops:
        if isinstance(op, Label) and op.told:
            found.setdefault(op.told, []).append(op.text)
    return {told: " ".join(lines) for told, lines in found.items()}


def listed(timeline: Timeline, told: Mapping[ToldMark, str], title: str, parent: Tag) -> Mapping[ToldMark, Slot]:
    """The list under its element, in order of time, and the place in it of each label."""
    tag = parent.add("L")
    tag.attributes, tag.title = numbering("None"), title
    slots: dict[ToldMark, Slot] = {}
    for index, event in enumerate(timeline.events):
        gap = ToldMark(index, ToldPart.GAP)
        if gap in told:
            slots |= _paragraph([gap], timeline.gap_before(index), told, tag.add("LI").add("LBody"))
        slots |= _event(index, event, told, tag.add("LI").add("LBody"))
    return slots


def _event(index: int, event: Event, told: Mapping[ToldMark, str], body: Tag) -> Mapping[ToldMark, Slot]:
    year, date, said = (ToldMark(index, part) for part in (ToldPart.YEAR, ToldPart.DATE, ToldPart.EVENT))
    dates = [part for part in (year, date) if part in told]
    # Under its year a date is cut short, or not said again: who only hears it is told all of it.
    words = event.what if dates else f"{event.when} {event.what}"
    return {**_paragraph(dates, event.when, told, body), **_paragraph([said], words, told, body)}


def _paragraph(parts: Sequence[ToldMark], words: str, told: Mapping[ToldMark, str], body: Tag) -> dict[ToldMark, Slot]:
    """A paragraph of some labels, which says its words also where they are cut, broken or seen in another order."""
    shown = [part for part in parts if part in told]
    if not shown:
        return {}
    tag = body.add("P")
    is_said = " ".join(told[part] for part in shown) == words and not runs_from_right(words)
    tag.actual = "" if is_said else words
    return {part: tag.slot() for part in shown}
