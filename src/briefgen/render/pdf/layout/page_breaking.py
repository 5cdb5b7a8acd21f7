"""Slices onto pages: what stays together, footnotes at the foot, boxes and table heads that go on overleaf.

One pass from the first slice to the last: a page is never taken up again. Each page takes at least one slice or one
line of a footnote, whatever its height, so that nothing a document holds can keep this from ending.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefgen.render.pdf.layout.boxes import Frame, Slice

NOTE_RULE = 9.0
"""Room for the rule above the footnotes of a page."""
_PATIENCE = 0.25
"""How much of a page's height footnotes may claim before they go on overleaf.

Without it the line that refers to a note longer than a page would fit nowhere.
"""
_MOST_NOTES = 0.7
"""How much of a page's height footnotes from the page before may take: the text goes on above them."""
_TOLERANCE = 0.01
"""Sums of heights that should be equal differ in their last bits."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A slice with its top, counted down from the top of the text area."""

    slice: Slice
    top: float
    repeated: bool = False
    """Whether it is a table head that stood on an earlier page already."""


@dataclass(slots=True)
class Page:
    """What stands on one page."""

    body: list[Placed] = field(default_factory=list)
    notes: list[Placed] = field(default_factory=list)
    boxes: dict[Frame, tuple[float, float]] = field(default_factory=dict)
    """Top and bottom of the part of each box that is on this page."""


class _Cursor(NamedTuple):
    """Where the next slice would go."""

    y: float = 0.0
    after: float = 0.0
    frames: tuple[Frame, ...] = ()
    fresh: bool = True

    def step(self, piece: Slice) -> tuple[float, _Cursor]:
        """The top of a slice, and the cursor behind it."""
        if not self.frames and not piece.frames:  # the usual case, without walking boxes
            top = self.y if self.fresh else self.y + max(self.after, piece.before)
            return top, _Cursor(top + piece.height, piece.after, (), fresh=False)
        # Of the boxes that are open, those that the slice is not in end with their padding; then its own begin.
        # Distances between neighbours do not add up: the larger one counts.
        common = sum(1 for _ in _shared(self.frames, piece.frames))
        y, after = self.y, self.after
        for frame in reversed(self.frames[common:]):
            y, after = y + frame.padding, frame.after
        opened = piece.frames[common:]
        for frame in opened:
            y += (0.0 if self.fresh and frame is opened[0] else max(after, frame.before)) + frame.padding
            after = 0.0
        if not opened and not self.fresh:
            y += max(after, piece.before)
        return y, _Cursor(y + piece.height, piece.after, piece.frames, fresh=False)

    @property
    def bottom(self) -> float:
        """Where the open boxes would end."""
        return self.y + sum(frame.padding for frame in self.frames) if self.frames else self.y


def _shared(one: tuple[Frame, ...], other: tuple[Frame, ...]) -> Iterator[Frame]:
    for mine, theirs in zip(one, other, strict=False):
        if mine is not theirs:
            return
        yield mine


def pages(slices: Iterable[Slice], notes: Mapping[int, list[Slice]], height: float) -> list[Page]:
    """The pages that the slices fill; at least one."""
    pager = _Pager(notes, height)
    for chunk in _chunks(slices):
        pager.place(chunk)
    return pager.finish()


def _chunks(slices: Iterable[Slice]) -> Iterator[list[Slice]]:
    chunk: list[Slice] = []
    for piece in slices:
        chunk.append(piece)
        if not piece.keep:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where some slices would go."""

    placed: list[Placed]
    cursor: _Cursor
    fits: bool


class _Pager:
    def __init__(self, notes: Mapping[int, list[Slice]], height: float) -> None:
        self._notes = notes
        self._height = height
        self._pages: list[Page] = []
        self._waiting: deque[Slice] = deque()
        self._seen: set[int] = set()
        self._start()

    def place(self, chunk: list[Slice]) -> None:
        """Put slices that belong together on this page, else on the next; what no page holds is divided."""
        plan = self._plan(chunk)
        # More than one page may be needed: footnotes that are left over fill the next one in part too.
        while not plan.fits and self._occupied:
            self._start()
            plan = self._plan(chunk)
        if plan.fits or len(chunk) == 1:  # what is taller than an empty page runs over its edge rather than be lost
            self._carry_out(plan)
            return
        for piece in chunk:
            self.place([piece])

    def finish(self) -> list[Page]:
        """All pages, with the footnotes that were left over."""
        while self._waiting:
            self._start(share=1.0)  # no text is to come
        return self._pages

    @property
    def _occupied(self) -> bool:
        return bool(self._pages[-1].body or self._pages[-1].notes)

    def _start(self, share: float = _MOST_NOTES) -> None:
        self._pages.append(Page())
        self._cursor = _Cursor()
        self._taken = 0.0
        self._set_notes(self._height * share)

    def _plan(self, chunk: list[Slice]) -> _Plan:
        """Where slices would go on this page, below the head of the table that goes on from the page before."""
        cursor = self._cursor
        placed = []
        header = chunk[0].header
        # Only as the first on its page: elsewhere the head stands above already, as a slice of its own.
        if header is not None and not self._pages[-1].body:
            top, cursor = cursor.step(header)
            placed.append(Placed(header, top, repeated=True))
        for piece in chunk:
            top, cursor = cursor.step(piece)
            placed.append(Placed(piece, top))
        needed = cursor.bottom + self._taken + self._room_for_notes(chunk)
        return _Plan(placed, cursor, needed <= self._height + _TOLERANCE)

    def _room_for_notes(self, chunk: list[Slice]) -> float:
        """What the footnotes of some slices claim of this page."""
        new = dict.fromkeys(number for piece in chunk for number in piece.notes if number not in self._seen)
        wanted = sum(_height(self._notes.get(number, ())) for number in new)
        if not wanted:
            return 0.0
        return min(wanted, self._height * _PATIENCE) + (0.0 if self._taken else NOTE_RULE)

    def _carry_out(self, plan: _Plan) -> None:
        page, self._cursor = self._pages[-1], plan.cursor
        page.body.extend(plan.placed)
        for placed in plan.placed:
            _stretch_boxes(page, placed.slice, placed.top)
            if not placed.repeated:
                self._refer(placed.slice)
        if self._waiting:
            self._set_notes(self._height - self._cursor.bottom)

    def _refer(self, piece: Slice) -> None:
        for number in piece.notes:
            if number not in self._seen:
                self._seen.add(number)
                note = self._notes.get(number, ())
                self._waiting.extend(note)
                for line in note:  # a footnote may refer to another one
                    self._refer(line)

    def _set_notes(self, room: float) -> None:
        """Put waiting lines of footnotes at the foot while there is room, and stack them from the bottom."""
        page = self._pages[-1]
        while self._waiting:
            taken = (self._taken or NOTE_RULE) + self._waiting[0].height + self._waiting[0].after
            if taken > room + _TOLERANCE and (page.body or page.notes):  # an empty page takes a line that is too tall
                break
            page.notes.append(Placed(self._waiting.popleft(), 0.0))
            self._taken = taken
        top = self._height - self._taken + NOTE_RULE
        for index, placed in enumerate(page.notes):
            page.notes[index] = Placed(placed.slice, top)
            top += placed.slice.height + placed.slice.after


def _stretch_boxes(page: Page, piece: Slice, top: float) -> None:
    padding = 0.0
    for frame in reversed(piece.frames):
        padding += frame.padding
        start, _ = page.boxes.get(frame, (top - padding, 0.0))
        page.boxes[frame] = start, top + piece.height + padding


def _height(slices: Iterable[Slice]) -> float:
    return sum(piece.height + piece.after for piece in slices)
