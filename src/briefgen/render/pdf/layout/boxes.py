"""What flows down the pages: unbreakable slices of things to paint."""

from __future__ import annotations

import enum
import itertools
from typing import TYPE_CHECKING, TypeAlias

from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefgen.model.values.picture_file import Pixels
    from briefgen.render.charts import Drawing, ToldMark
    from briefgen.render.pdf.objects.tag_tree import Slot
    from briefgen.render.pdf.text.line_breaking import Line
    from briefgen.render.pdf.text.manners import Manner, Run, Target

LEAST_KEPT = 3
"""Lines of a paragraph that stay together at either end of a page."""

_TALL = 40.0
"""Points; what is higher is a drawing, and as much as some lines."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text; `y` is its baseline below the top of its slice."""

    line: Line
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line."""

    x: float
    y: float
    length: float
    thickness: float
    colour: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, scaled to fit, as one tagged element."""

    drawing: Drawing
    x: float
    y: float
    scale: float
    slot: Slot
    source: str
    """The family of its labels."""


@dataclass(frozen=True, slots=True)
class ListedDrawing:
    """A drawing whose labels are read as the items of a list; what else is drawn is decoration."""

    drawing: Drawing
    x: float
    y: float
    scale: float
    slots: Mapping[ToldMark, Slot]
    source: str
    """The family of its labels."""


@dataclass(frozen=True, slots=True)
class PixelBox:
    """A picture of pixels, as one tagged element."""

    pixels: Pixels
    x: float
    y: float
    width: float
    height: float
    slot: Slot


@dataclass(frozen=True, slots=True)
class Leader:
    """Dots from an entry to its page number."""

    x: float
    y: float
    length: float
    colour: str


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page where a place is, right-aligned; known only when all pages are."""

    target: Target
    right: float
    y: float
    """The baseline."""
    run: Run
    area: tuple[float, float, float, float]
    """What can be clicked: left, top, right and bottom in the slice."""


Item: TypeAlias = TextLine | Rule | Picture | ListedDrawing | PixelBox | Leader | PageNumber


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A box around slices, on a ground, behind a bar at its left, or both; painted anew on each page."""

    x: float
    width: float
    before: float
    after: float
    padding: float
    tint: str
    bar: str
    bar_width: float


class ExhibitSort(enum.Enum):
    """The sorts of exhibits; figures and tables are counted apart, and each keep their order."""

    FIGURE = enum.auto()
    TABLE = enum.auto()
    LONG_TABLE = enum.auto()
    """One that goes on overleaf."""


@dataclass(slots=True, eq=False)
class Slice:
    """Things that stay together on a page. Lengths are points, `y` grows downwards."""

    height: float
    items: list[Item]
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    """Whether the next slice must stand on the same page."""
    whole: bool = False
    """Whether it should, where a page can hold all that hangs together so."""
    leads: bool = False
    """Whether it is a heading, under which some lines must stand."""
    shows: ExhibitSort | None = None
    """What it begins, where that is an exhibit."""
    notes: tuple[int, ...] = ()
    """Footnotes referred to."""
    frames: tuple[Frame, ...] = ()
    header: Slice | None = None
    """Repeated, as decoration, above this slice where it begins a page."""
    place: str = ""
    """The name that links lead to."""
    inner_places: tuple[tuple[str, float], ...] = ()
    """Further names, with how far below the top they are."""
    beside: list[Beside] = field(default_factory=list)
    """Notes of the margin that stand at its top."""
    begins_row: bool = False
    """Whether it is the first of a row, which lies below the notes of the row before."""

    @property
    def floats(self) -> bool:
        """Whether it begins what stays whole: where that has no room, the text behind it may flow on above it."""
        match self.shows:
            case ExhibitSort.FIGURE | ExhibitSort.TABLE:
                return True
            case ExhibitSort.LONG_TABLE | None:
                return False


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """A note of the margin."""

    piece: Slice
    """As it stands in the margin."""
    in_column: Callable[[], list[Slice]]
    """Sets it in the column instead, where the margin has no room for it."""
    is_of_brief: bool = False
    """Whether it speaks of the brief and not of its row: the next one may begin beside it."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where blocks are set: the left edge, the width, and the boxes around."""

    x: float
    width: float
    frames: tuple[Frame, ...] = field(default=())


def notes_of(slices: Sequence[Slice]) -> list[int]:
    """The footnotes that some slices, and what stands beside them, refer to, each once."""
    beside = [note.piece for piece in slices for note in piece.beside]
    return [*dict.fromkeys([number for piece in (*slices, *beside) for number in piece.notes])]


def text_slices(lines: list[Line], look: Manner, column: Column, *, before: float, after: float) -> list[Slice]:
    """One slice per line, without lonely first or last lines."""
    count = len(lines)
    found = [
        Slice(
            look.leading,
            [TextLine(line, column.x, look.baseline)],
            keep=index < count - 1 and (index < LEAST_KEPT - 1 or index >= count - LEAST_KEPT),
            notes=line.notes,
            frames=column.frames,
        )
        for index, line in enumerate(lines)
    ]
    if found:
        found[0].before, found[-1].after = before, after
    return found


def keep_whole(slices: list[Slice]) -> list[Slice]:
    """The same slices, on one page where a page can hold them."""
    for piece in slices[:-1]:
        piece.whole = True
    return slices


def under_headings(slices: list[Slice]) -> list[Slice]:
    """The same slices, so that a heading stands above three lines of what follows, or above all of it."""
    wanted = 0
    for piece, following in itertools.pairwise(slices):
        if piece.leads:
            wanted = LEAST_KEPT
        elif piece.height:
            wanted -= 1 if piece.height < _TALL else LEAST_KEPT
        if wanted > 0 and not following.begins_row:
            piece.keep = True
        wanted = 0 if following.begins_row else wanted
    return slices


def keep_together(slices: list[Slice], *, with_next: bool = False) -> list[Slice]:
    """The same slices, on one page."""
    for piece in slices[:-1]:
        piece.keep = True
    if slices and with_next:
        slices[-1].keep = True
    return slices
