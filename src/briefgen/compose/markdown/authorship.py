"""Who wrote a text of Markdown: where its words come from, and where a slip in it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from briefgen.model.document import TextRun
from briefgen.records import dataclass

if TYPE_CHECKING:
    from briefgen.compose.brief_state import Brief
    from briefgen.diagnostics import Place

_SECTIONS = "templates/sections/"
"""Templates whose words are checked for typed figures without being run, so that no branch is missed."""


class Authorship(Protocol):
    """What the reader of Markdown asks of whoever wrote the text."""

    def run(self, words: str, place: Place) -> TextRun:
        """Words of the text's own, with their origin; a figure that should not be typed there is told."""

    def place_of(self, place: Place, sign: str) -> Place:
        """The place of a sign on the line of a place."""

    def shift(self, top: int) -> int:
        """How many levels lower its headings are set than they are typed, where the highest is of level `top`."""

    def stand_under(self, level: int) -> None:
        """Note a heading: what follows in the section stands under it."""


@dataclass(frozen=True, slots=True)
class OfTemplate:
    """A section or a partial, or what was said in an argument of a call."""

    brief: Brief
    is_argument: bool = False

    def run(self, words: str, place: Place) -> TextRun:
        """Words without an origin, which should hold no figure."""
        if self.is_argument or not place.path.startswith(_SECTIONS):
            self.brief.problems.typed(words, place)
        return TextRun(words, typed=place)

    def place_of(self, place: Place, sign: str) -> Place:
        """By the text of the template."""
        return self.brief.problems.on_line(place.path.removeprefix("templates/"), place.line, sign)

    def shift(self, top: int) -> int:  # noqa: ARG002 - whatever it begins with
        """None: templates type the levels of the brief."""
        return 0

    def stand_under(self, level: int) -> None:
        """Texts that the section places come under it."""
        self.brief.section_level = level
