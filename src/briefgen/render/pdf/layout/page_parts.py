"""What stands on a page and where the next thing goes: the arithmetic of heights, in the column and in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.records import dataclass, field, replace
from briefgen.render.pdf.layout.boxes import PixelBox, notes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.render.pdf.layout.boxes import Beside, Frame, Slice

NOTE_RULE = 9.0
"""Room for the rule above the footnotes of a page."""
_SMALLEST = 0.5
"""How small a picture may become so that its page is full."""
TOLERANCE = 0.01
"""Sums of heights that should be equal differ in their last bits."""


class Placed(NamedTuple):
    """A slice with its top, counted down from the top of the text area."""

    slice: Slice
    top: float
    repeated: bool = False
    """Whether it is a table head that stood on an earlier page already."""


@dataclass(slots=True)
class Page:
    """What stands on one page."""

    body: list[Placed] = field(default_factory=list)
    margin: list[Placed] = field(default_factory=list)
    """Notes beside the text."""
    notes: list[Placed] = field(default_factory=list)
    boxes: dict[Frame, tuple[float, float]] = field(default_factory=dict)
    """Top and bottom of the part of each box that is on this page."""
    tightness: float = 1.0
    """What the distances on it are multiplied with."""

    def copied(self) -> Page:
        """The same, to be filled on by itself."""
        return Page([*self.body], [*self.margin], [*self.notes], {**self.boxes}, self.tightness)

    def holds(self) -> tuple[tuple[Slice, ...], ...]:
        """What stands on it, wherever it stands."""
        return tuple(tuple(placed.slice for placed in part) for part in (self.body, self.margin, self.notes))


class PageCursor(NamedTuple):
    """Where the next slice would go."""

    y: float = 0.0
    after: float = 0.0
    frames: tuple[Frame, ...] = ()
    fresh: bool = True
    tightness: float = 1.0
    """What the distances between slices are multiplied with on this page."""

    def step(self, piece: Slice) -> tuple[float, PageCursor]:
        """The top of a slice, and the cursor behind it."""
        # Of the boxes that are open, those that the slice is not in end with their padding; then its own begin.
        # Distances between neighbours do not add up: the larger one counts.
        common = sum(1 for _ in _shared(self.frames, piece.frames))
        y, after = self.y, self.after
        for frame in reversed(self.frames[common:]):
            y, after = y + frame.padding, frame.after
        opened = piece.frames[common:]
        for frame in opened:
            gap = 0.0 if self.fresh and frame is opened[0] else max(after, frame.before)
            y += gap * self.tightness + frame.padding
            after = 0.0
        if not opened and not self.fresh:
            y += max(after, piece.before) * self.tightness
        return y, PageCursor(y + piece.height, piece.after, piece.frames, fresh=False, tightness=self.tightness)

    def steps(self, pieces: Sequence[Slice]) -> tuple[list[float], PageCursor]:
        """The tops of some slices, and the cursor behind the last."""
        tops: list[float] = []
        y, after, frames, fresh, tightness = self
        for piece in pieces:  # as `step`, without a cursor for each: every line of every pass comes by here
            if frames or piece.frames:
                return self._steps_in_boxes(pieces)
            top = y if fresh else y + max(after, piece.before) * tightness
            tops.append(top)
            y, after, fresh = top + piece.height, piece.after, False
        return tops, PageCursor(y, after, frames, fresh, tightness)

    def _steps_in_boxes(self, pieces: Sequence[Slice]) -> tuple[list[float], PageCursor]:
        tops: list[float] = []
        cursor = self
        for piece in pieces:
            top, cursor = cursor.step(piece)
            tops.append(top)
        return tops, cursor

    @property
    def bottom(self) -> float:
        """Where the open boxes would end."""
        return self.y + sum(frame.padding for frame in self.frames) if self.frames else self.y


_TOP = PageCursor()


class Chunk:
    """Slices that stand on one page, with what is asked of them on every pass."""

    __slots__ = ("beside", "end", "floats", "is_text", "notes", "pieces")

    def __init__(self, pieces: Sequence[Slice]) -> None:
        self.pieces = pieces
        self.beside = [note for piece in pieces for note in piece.beside]
        """What stands in the margin beside them."""
        self.notes = notes_of(pieces)
        """Footnotes that they refer to, and what stands beside them."""
        self.floats = pieces[0].floats and not pieces[0].frames
        """Whether it is an exhibit that the text behind it may pass."""
        self.is_text = not any(piece.shows or piece.leads or piece.begins_row for piece in pieces)
        """Whether it goes on with what stands before it: no exhibit, no heading, no row begins."""
        self.end = _TOP.steps(pieces)[1].bottom
        """How far down an empty page they reach."""


def chunks_of(slices: Iterable[Slice], *, is_strict: bool = False) -> Iterator[Chunk]:
    """Slices that stand on one page; when strict, only those that must."""
    pieces: list[Slice] = []
    for piece in slices:
        pieces.append(piece)
        if not (piece.keep or (piece.whole and not is_strict)):
            yield Chunk(pieces)
            pieces = []
    if pieces:
        yield Chunk(pieces)


def _shared(one: tuple[Frame, ...], other: tuple[Frame, ...]) -> Iterator[Frame]:
    for mine, theirs in zip(one, other, strict=False):
        if mine is not theirs:
            return
        yield mine


class MarginPlan(NamedTuple):
    """Where notes beside the text would go on a page, and which find no room there."""

    y: float = 0.0
    after: float = 0.0
    held_to: float = 0.0
    """How far down the notes reach that belong to this row alone: the next one lies below them."""
    placed: tuple[Placed, ...] = ()
    late: tuple[Beside, ...] = ()

    def put(self, note: Beside, top: float, limit: float) -> MarginPlan:
        """With a note at a height, or as soon below it as there is room; behind one that has none it waits too."""
        start = max(top, self.y + max(self.after, note.piece.before) if self.y else 0.0)
        end = start + note.piece.height
        if self.late or end > limit + TOLERANCE:
            return self._replace(late=(*self.late, note))
        held_to = self.held_to if note.is_of_brief else end
        return MarginPlan(end, note.piece.after, held_to, (*self.placed, Placed(note.piece, start)))


def stretch_boxes(page: Page, piece: Slice, top: float) -> None:
    """Let the boxes around a slice reach around it on its page."""
    padding = 0.0
    for frame in reversed(piece.frames):
        padding += frame.padding
        start, _ = page.boxes.get(frame, (top - padding, 0.0))
        page.boxes[frame] = start, top + piece.height + padding


def height_of(slices: Iterable[Slice]) -> float:
    """What some slices take one below the other, with what follows each."""
    return sum(piece.height + piece.after for piece in slices)


def shrunk(chunk: Chunk, room: float) -> Chunk | None:
    """An exhibit whose pictures are as much smaller as lets it stand in some room; None where that is too much.

    Only pictures of pixels: letters keep their size.
    """
    pieces = chunk.pieces
    pictures = [
        at for at, piece in enumerate(pieces) if piece.items and all(isinstance(i, PixelBox) for i in piece.items)
    ]
    high = sum(pieces[at].height for at in pictures)
    share = 1 - (chunk.end - room) / high if high else 0.0
    if not _SMALLEST <= share < 1:
        return None
    return Chunk([_scaled(piece, share) if at in pictures else piece for at, piece in enumerate(pieces)])


def _scaled(piece: Slice, share: float) -> Slice:
    items = [
        replace(item, width=item.width * share, height=item.height * share) if isinstance(item, PixelBox) else item
        for item in piece.items
    ]
    return replace(piece, height=piece.height * share, items=[*items])
