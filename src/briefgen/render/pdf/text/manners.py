"""How runs of text are painted: manners out of the style, and what they become in bold, in a link, in a marker."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefgen.records import dataclass, field, replace
from briefgen.render.pdf.text.shaped_words import Typeface, typeface

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style, TextStyle
    from briefgen.render.pdf.objects.tag_tree import Slot, Tag

_MOST_MANNERS = 256
_RAISED_SIZE = 0.66


@dataclass(slots=True, eq=False)
class Target:
    """Where a link leads: an address, or a place in the document."""

    tag: Tag
    words: str
    """What the link says, for readers who do not see where it stands."""
    url: str = ""
    place: str = ""
    is_underlined: bool = False
    """Whether its words are told from the text by nothing else than that they lead somewhere."""


@dataclass(slots=True, eq=False)
class Run:
    """How some pieces are painted."""

    face: Typeface
    size: float
    colour: str
    """`#rrggbb`."""
    slot: Slot | None
    """None for decoration."""
    rise: float = 0.0
    target: Target | None = None
    note: int = 0
    """The footnote that these pieces refer to."""
    spacing: float = 0.0
    """Extra advance of each glyph, in points."""
    is_island: bool = False
    """Whether it is of one text alone, some of which runs from right to left."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a text style looks, ready for runs."""

    source: str
    size: float
    leading: float
    colour: str
    bold: bool
    italic: bool
    tabular: bool = False
    spacing: float = 0.0
    divided: bool = False
    """Whether long words may be divided at the ends of lines."""
    runs_on: bool = False
    """Whether it is running text."""

    face: Typeface = field(init=False, compare=False)
    """The typeface of this manner."""
    baseline: float = field(init=False, compare=False)
    """From the top of a line to its baseline."""

    def __post_init__(self) -> None:
        face = typeface(self.source, bold=self.bold, italic=self.italic, tabular=self.tabular)
        ascent, descent = (part * self.size / 1000 for part in (face.main.face.ascent, face.main.face.descent))
        object.__setattr__(self, "face", face)
        object.__setattr__(self, "baseline", (self.leading - ascent + descent) / 2 + ascent)

    def run(self, slot: Slot | None) -> Run:
        """A run for some content."""
        return Run(self.face, self.size, self.colour, slot, spacing=self.spacing)


def manner(style: Style, text: TextStyle, *, tabular: bool = False) -> Manner:
    """The manner of one of the style's texts."""
    source = style.families[text.family].source
    return Manner(source, text.size, text.leading, style.colour(text.colour), text.bold, text.italic, tabular)


# A brief has hundreds of citations and words in bold, and a handful of manners.


@lru_cache(maxsize=_MOST_MANNERS)
def bold(manner: Manner) -> Manner:
    """It in bold."""
    return replace(manner, bold=True)


@lru_cache(maxsize=_MOST_MANNERS)
def slanted(manner: Manner) -> Manner:
    """It in italics; what is in italics already, upright."""
    return replace(manner, italic=not manner.italic)


@lru_cache(maxsize=_MOST_MANNERS)
def inked(manner: Manner, colour: str) -> Manner:
    """It in a colour."""
    return replace(manner, colour=colour)


@lru_cache(maxsize=_MOST_MANNERS)
def raised(manner: Manner, source: str, colour: str) -> Manner:
    """That of a footnote's number behind it."""
    size = manner.size * _RAISED_SIZE
    return replace(manner, source=source, size=size, colour=colour, bold=False, italic=False, spacing=0.0)
