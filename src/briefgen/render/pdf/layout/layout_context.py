"""What the makers of slices share: the style in points, the typesetter, and where footnotes belong."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from briefgen.records import dataclass, replace
from briefgen.render.pdf.layout.boxes import Column
from briefgen.render.pdf.text.inline_layout import Typesetter
from briefgen.render.pdf.text.manners import Manner, manner

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.looks.style import Palette, Style, TextStyle
    from briefgen.render.pdf.layout.boxes import Slice
    from briefgen.render.pdf.objects.tag_tree import Tag
    from briefgen.render.spoken_brief import SpokenBrief

MM = 72 / 25.4
_DIVIDED = frozenset({"body", "list", "callout", "table", "side", "card_label", "source", "note"})
"""Texts whose long words may be divided; titles, captions and references keep theirs whole."""

_RUNNING = frozenset({"body", "list", "callout", "side", "source", "note", "reference", "subtitle", "caption"})
"""Texts that do not end in a line of one word; cells and headings are too short to give one away."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the table of contents and the place it leads to."""

    tag: Tag
    place: str


class Workshop:
    """The tools of one brief."""

    def __init__(self, style: Style, places: Iterable[str], language: str, spoken: SpokenBrief) -> None:
        self.style, self.spoken = style, spoken
        self.typesetter = Typesetter(style, places, language, spoken)
        self.anchors: dict[str, Tag] = {}
        """Place → the element that stands there."""
        self.contents: list[Listed] = []
        self._manners: dict[tuple[str, bool], Manner] = {}

    @property
    def palette(self) -> Palette:
        """The colours."""
        return self.style.palette

    @cached_property
    def text_height(self) -> float:
        """The height of a page's text area."""
        return self.style.page.text_height_mm * MM

    @cached_property
    def column(self) -> Column:
        """The column of text."""
        return Column(self.style.page.left_mm * MM, self.style.page.column_mm * MM)

    @cached_property
    def margin(self) -> Column | None:
        """The column of notes, where the style has one."""
        page = self.style.page
        left = page.width_mm - page.right_mm - page.margin_mm
        return Column(left * MM, page.margin_mm * MM) if page.margin_mm else None

    @cached_property
    def full(self) -> Column:
        """The full measure, the margin's column too."""
        return Column(self.style.page.left_mm * MM, self.style.page.full_mm * MM)

    def text(self, name: str) -> TextStyle:
        """One of the style's texts."""
        return self.style.text[name]

    def manner(self, name: str, *, tabular: bool = False) -> Manner:
        """How one of the style's texts looks."""
        key = name, tabular
        if key not in self._manners:
            look = manner(self.style, self.text(name), tabular=tabular)
            self._manners[key] = replace(look, divided=name in _DIVIDED, runs_on=name in _RUNNING)
        return self._manners[key]

    def mark(self, slices: list[Slice], place: str, tag: Tag) -> None:
        """Let links to a place lead to the first of some slices, and to an element."""
        if slices:
            slices[0].place = place
            self.anchors[place] = tag
