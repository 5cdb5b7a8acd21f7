"""Slices onto pages: what stays together, footnotes at the foot, boxes and table heads that go on overleaf.

One pass from the first slice to the last: a page is never taken up again. Each page takes at least one slice or one
line of a footnote, whatever its height, so that nothing a document holds can keep this from ending. An exhibit without
room waits for the top of the next page while the text of its row flows on above it; where the last page would hold but
two lines, a second pass leaves it some more.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefgen.render.pdf.layout.boxes import Beside, Frame, Slice

NOTE_RULE = 9.0
"""Room for the rule above the footnotes of a page."""
_PATIENCE = 0.25
"""How much of a page's height footnotes may claim before they go on overleaf.

Without it the line that refers to a note longer than a page would fit nowhere.
"""
_MOST_NOTES = 0.7
"""How much of a page's height footnotes from the page before may take: the text goes on above them."""
_MOST_BLANK = 0.2
"""How much of a page may stay empty so that a note stands on the page of what it explains."""
_WORTH = 0.08
"""How much of a page must be free for text to flow on above an exhibit that has no room."""
_TALL = 40.0
"""Points; what is higher is no line of text."""
_FEW_LINES = 3
"""A last page holds at least so many lines."""
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
    margin: list[Placed] = field(default_factory=list)
    """Notes beside the text."""
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
    chunks = list(_chunks(slices))
    found, is_fixed = _filled(chunks, notes, height)
    if len(found) == 1 or is_fixed or not _is_scanty(found[-1]):
        return found
    others, last = len(found) - 2, _height(placed.slice for placed in found[-1].body)
    least = _FEW_LINES * max((placed.slice.height for placed in found[-1].body), default=0.0)
    again, is_fixed = _filled(chunks, notes, height, {others: height - (least - last) - _blank(found[others], height)})
    is_better = len(again) == len(found) and not _is_scanty(again[-1])
    return again if is_better or is_fixed else found


def _filled(
    chunks: Iterable[list[Slice]], notes: Mapping[int, list[Slice]], height: float,
    shorter: Mapping[int, float] = MappingProxyType({}),
) -> tuple[list[Page], bool]:  # fmt: skip
    """The pages, and whether notes of the margin were set anew for them, so that no other pages can be made."""
    pager = _Pager(notes, height, shorter)
    for chunk in chunks:
        pager.put(chunk)
    return pager.finish(), pager.has_moved


def _is_scanty(page: Page) -> bool:
    """Whether a page holds but a line or two of text."""
    lines = [placed.slice.height for placed in page.body if placed.slice.height]
    return len(lines) < _FEW_LINES and not page.notes and max(lines, default=0.0) < _TALL


def _blank(page: Page, height: float) -> float:
    """What a page leaves free below its text and above its footnotes."""
    bottom = max((placed.top + placed.slice.height for placed in (*page.body, *page.margin)), default=0.0)
    end = min((placed.top - NOTE_RULE for placed in page.notes), default=height)
    return max(end - bottom, 0.0)


def _chunks(slices: Iterable[Slice], *, is_strict: bool = False) -> Iterator[list[Slice]]:
    """Slices that stand on one page; when strict, only those that must."""
    chunk: list[Slice] = []
    for piece in slices:
        chunk.append(piece)
        if not (piece.keep or (piece.whole and not is_strict)):
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
    margin: _Margin


@dataclass(slots=True)
class _Margin:
    """Where notes beside the text would go on a page, and which find no room there."""

    y: float = 0.0
    after: float = 0.0
    placed: list[Placed] = field(default_factory=list)
    late: list[Beside] = field(default_factory=list)

    def put(self, note: Beside, top: float, limit: float) -> None:
        """Set a note at a height, or as soon below it as there is room; behind one that has none it waits too."""
        start = max(top, self.y + max(self.after, note.piece.before) if self.y else 0.0)
        if self.late or start + note.piece.height > limit + _TOLERANCE:
            self.late.append(note)
            return
        self.placed.append(Placed(note.piece, start))
        self.y, self.after = start + note.piece.height, note.piece.after


class _Pager:
    def __init__(self, notes: Mapping[int, list[Slice]], height: float, shorter: Mapping[int, float]) -> None:
        self._notes = notes
        self._full, self._shorter = height, shorter
        self._height = height
        self._held: list[list[Slice]] = []
        """Exhibits that wait for the top of the next page."""
        self.has_moved = False
        """Whether a note of the margin was set anew, in the column."""
        self._pages: list[Page] = []
        self._waiting: deque[Slice] = deque()
        self._seen: set[int] = set()
        self._late: list[Beside] = []
        """Notes of the row that found no room in the margin of this page."""
        self._due: list[Beside] = []
        """Those of the page before, for the top of this one."""
        self._cursor = _Cursor()
        self._taken = self._margin_end = self._margin_after = 0.0
        self._start()

    def put(self, chunk: list[Slice]) -> None:
        """Put the next slices that belong together on this page, or let them wait for the next one."""
        first = chunk[0]
        if self._held and (first.begins_row or first.leads):
            self._release()
        if first.begins_row:
            self._end_row()
        if self._may_wait(chunk):
            self._held.append(chunk)
            return
        # Text flows on above what waits; a table that did would be divided by it.
        is_text = not first.floats and all(piece.header is None for piece in chunk)
        if self._held and not (is_text and self._plan(chunk).fits):
            self._release()
        self.place(chunk)

    def _may_wait(self, chunk: list[Slice]) -> bool:
        """Whether an exhibit is held back. One with footnotes is not, so that these stay in their order."""
        pieces = (one for piece in chunk for one in (piece, *(note.piece for note in piece.beside)))
        if not chunk[0].floats or chunk[0].frames or any(piece.notes for piece in pieces):
            return False
        if _ends_at(chunk) > self._full + _TOLERANCE:
            return False
        room = self._height - self._taken - self._cursor.bottom
        return bool(self._held) or (self._occupied and room > self._height * _WORTH and not self._plan(chunk).fits)

    def _release(self) -> None:
        """Begin a page with the exhibits that wait for it."""
        held, self._held = self._held, []
        if held and self._occupied:
            self._start()
        for chunk in held:
            self.place(chunk)

    def place(self, chunk: list[Slice]) -> None:
        """Put slices that belong together on this page, else on the next; what no page holds is divided."""
        if len(chunk) > 1 and _ends_at(chunk) > self._full + _TOLERANCE:
            self._divide(chunk)
            return
        plan = self._plan(chunk)
        # More than one page may be needed: footnotes that are left over fill the next one in part too.
        while not plan.fits and self._occupied:
            self._start()
            plan = self._plan(chunk)
        if plan.fits or len(chunk) == 1:  # what is taller than an empty page runs over its edge rather than be lost
            self._carry_out(plan)
        else:
            self._divide(chunk)

    def _divide(self, chunk: list[Slice]) -> None:
        """Go on with what is left of a chunk's ties where no page can hold it."""
        parts = list(_chunks(chunk, is_strict=True))
        for part in parts if len(parts) > 1 else [[piece] for piece in chunk]:
            self.place(part)

    def _end_row(self) -> None:
        """Go on below the notes of a row; those that found no room beside it follow it in the column."""
        late, self._due, self._late = [*self._due, *self._late], [], []
        for note in late:
            self.has_moved = True
            for chunk in _chunks(note.in_column()):
                self.place(chunk)
        if self._margin_end > self._cursor.bottom:
            after = max(self._cursor.after, 0.0)
            self._cursor = _Cursor(self._margin_end, after, (), fresh=False)
        self._margin_end = self._margin_after = 0.0

    def finish(self) -> list[Page]:
        """All pages, with the footnotes that were left over."""
        self._release()
        self._end_row()
        while self._waiting:
            self._start(share=1.0)  # no text is to come
        return self._pages

    @property
    def _occupied(self) -> bool:
        return bool(self._pages[-1].body or self._pages[-1].notes)

    def _start(self, share: float = _MOST_NOTES) -> None:
        self._pages.append(Page())
        self._height = self._shorter.get(len(self._pages) - 1, self._full)
        self._cursor = _Cursor()
        self._taken = 0.0
        self._margin_end = self._margin_after = 0.0
        self._due, self._late = [*self._due, *self._late], []
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
        limit = self._height - self._taken - self._room_for_notes(chunk)
        margin = self._beside(placed, self._height)  # footnotes stand below the column alone
        fits = cursor.bottom <= limit + _TOLERANCE
        # A note keeps to the page of what it explains, unless that would leave too much of this one empty.
        is_apart = len(margin.late) > len(self._late) and self._height - self._cursor.y < self._height * _MOST_BLANK
        return _Plan(placed, cursor, fits and not (is_apart and self._occupied), margin)

    def _beside(self, placed: list[Placed], limit: float) -> _Margin:
        """Where the notes of some slices would go, behind those of the row that wait for room."""
        margin = _Margin(self._margin_end, self._margin_after, late=[*self._late])
        for note in self._due:
            margin.put(note, 0.0, limit)
        for at in placed:
            for note in at.slice.beside:
                margin.put(note, at.top, limit)
        return margin

    def _room_for_notes(self, chunk: list[Slice]) -> float:
        """What the footnotes of some slices claim of this page."""
        pieces = (one for piece in chunk for one in (piece, *(note.piece for note in piece.beside)))
        new = dict.fromkeys(number for piece in pieces for number in piece.notes if number not in self._seen)
        wanted = sum(_height(self._notes.get(number, ())) for number in new)
        if not wanted:
            return 0.0
        return min(wanted, self._height * _PATIENCE) + (0.0 if self._taken else NOTE_RULE)

    def _carry_out(self, plan: _Plan) -> None:
        page, self._cursor = self._pages[-1], plan.cursor
        page.body.extend(plan.placed)
        page.margin.extend(plan.margin.placed)
        self._due = []
        self._late, self._margin_end, self._margin_after = plan.margin.late, plan.margin.y, plan.margin.after
        for placed in plan.margin.placed:
            self._refer(placed.slice)
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
        top = self._full - self._taken + NOTE_RULE
        for index, placed in enumerate(page.notes):
            page.notes[index] = Placed(placed.slice, top)
            top += placed.slice.height + placed.slice.after


def _ends_at(chunk: Iterable[Slice]) -> float:
    """How far down an empty page some slices reach."""
    cursor = _Cursor()
    for piece in chunk:
        _, cursor = cursor.step(piece)
    return cursor.bottom


def _stretch_boxes(page: Page, piece: Slice, top: float) -> None:
    padding = 0.0
    for frame in reversed(piece.frames):
        padding += frame.padding
        start, _ = page.boxes.get(frame, (top - padding, 0.0))
        page.boxes[frame] = start, top + piece.height + padding


def _height(slices: Iterable[Slice]) -> float:
    return sum(piece.height + piece.after for piece in slices)
