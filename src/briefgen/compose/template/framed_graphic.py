"""A picture or map that has words of its own, to be put into an exhibit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.model.document import Caption, Exhibit, TextRun

if TYPE_CHECKING:
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

    def exhibit(
        self, label: str, title: tuple[Inline, ...], sources: tuple[Inline, ...], note: tuple[Inline, ...], place: str
    ) -> Exhibit:
        """With the title and note that a call gives, and its sources."""
        source = _behind(sources, self.credit)
        beside = _behind(self.note, note) if self.must_be_noted else note or self.note
        return Exhibit(place, self.graphic, Caption(label, title or self.caption, source, beside), self.alt)


def _behind(first: tuple[Inline, ...], second: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """One behind the other, with a blank between."""
    return (*first, TextRun(" "), *second) if first and second else first or second
