"""A picture or map that has words of its own, to be put into an exhibit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.compose.brief_state import Counted
from briefgen.model.document import Caption, Exhibit, TextRun

if TYPE_CHECKING:
    from briefgen.compose.brief_state import Brief
    from briefgen.model.charts import LocatorMap
    from briefgen.model.document import Inline
    from briefgen.model.placed_picture import PlacedPicture


class FramedGraphic(NamedTuple):
    """What is shown, and the words that stand around it by themselves."""

    graphic: PlacedPicture | LocatorMap
    alt: str
    caption: tuple[Inline, ...] = ()
    """Where the call gives none."""
    note: tuple[Inline, ...] = ()
    """Where the call gives none, or before it where it must stand."""
    credit: tuple[Inline, ...] = ()
    """Behind the sources."""
    refs: tuple[str, ...] = ()
    must_be_noted: bool = False

    def placed(self, brief: Brief, title: tuple[Inline, ...] = (), note: tuple[Inline, ...] = ()) -> Exhibit:
        """With its number, its sources, and the title and note that a call gives."""
        label, source = brief.exhibit_label(Counted.FIGURE), _behind(brief.source_line(self.refs), self.credit)
        beside = _behind(self.note, note) if self.must_be_noted else note or self.note
        around = Caption(label, title or self.caption, source, beside)
        return Exhibit(exhibit_id(label), self.graphic, around, self.alt)


def exhibit_id(label: str) -> str:
    """What links lead to: `table-2`."""
    return label.lower().replace(" ", "-")


def _behind(first: tuple[Inline, ...], second: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """One behind the other, with a blank between."""
    return (*first, TextRun(" "), *second) if first and second else first or second
