"""Slices onto pages: what stays together, footnotes at the foot, boxes and table heads that go on overleaf."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefgen.render.pdf.slices import Frame, Slice

NOTE_RULE = 9.0
"""Room for the rule above the footnotes of a page."""
_PATIENCE = 0.25
"""How much of a page's height footnotes may claim before they go on overleaf."""
_MOST_NOTES = 0.7
"""How much of a page's height footnotes from the page before may take."""
_TOLERANCE = 0.01


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
        return self.y + sum(frame.padding for frame in self.frames)


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
        if self._started and not self._fits(chunk):
            self._start()
        if self._fits(chunk):
            self._add(chunk)
            return
        for piece in chunk:
            if self._started and not self._fits([piece]):
                self._start()
            self._add([piece])

    def finish(self) -> list[Page]:
        """All pages, with the footnotes that were left over."""
        while self._waiting:
            self._start(share=1.0)
        return self._pages

    @property
    def _started(self) -> bool:
        return bool(self._pages[-1].body)

    def _start(self, share: float = _MOST_NOTES) -> None:
        self._pages.append(Page())
        self._cursor = _Cursor()
        self._taken = 0.0
        self._set_notes(self._height * share)

    def _whole(self, chunk: list[Slice]) -> list[tuple[Slice, bool]]:
        """The chunk, and at the top of a page the head of the table that goes on; whether each stood before."""
        header = chunk[0].header
        repeated = [] if self._started or header is None or header is chunk[0] else [(header, True)]
        return [*repeated, *((piece, False) for piece in chunk)]

    def _fits(self, chunk: list[Slice]) -> bool:
        cursor = self._cursor
        for piece, _ in self._whole(chunk):
            _, cursor = cursor.step(piece)
        new = dict.fromkeys(number for piece in chunk for number in piece.notes if number not in self._seen)
        wanted = sum(_height(self._notes.get(number, ())) for number in new)
        if wanted:
            wanted = min(wanted, self._height * _PATIENCE) + (0.0 if self._taken else NOTE_RULE)
        return cursor.bottom + self._taken + wanted <= self._height + _TOLERANCE

    def _add(self, chunk: list[Slice]) -> None:
        page = self._pages[-1]
        for piece, repeated in self._whole(chunk):
            top, self._cursor = self._cursor.step(piece)
            page.body.append(Placed(piece, top, repeated))
            _stretch_boxes(page, piece, top)
            if not repeated:
                self._refer(piece)
        self._set_notes(self._height - self._cursor.bottom)

    def _refer(self, piece: Slice) -> None:
        for number in piece.notes:
            if number not in self._seen:
                self._seen.add(number)
                self._waiting.extend(self._notes.get(number, ()))

    def _set_notes(self, room: float) -> None:
        """Put waiting lines of footnotes at the foot while there is room, and stack them from the bottom."""
        page = self._pages[-1]
        while self._waiting:
            taken = (self._taken or NOTE_RULE) + self._waiting[0].height + self._waiting[0].after
            if taken > room + _TOLERANCE and (page.body or page.notes):
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
