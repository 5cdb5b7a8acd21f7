"""One pass from the first slice to the last: a page is never taken up again.

Each page takes at least one slice or one line of a footnote, whatever its height, so that nothing a document holds can
keep this from ending.
"""

from __future__ import annotations

from collections import deque
from copy import copy
from typing import TYPE_CHECKING, NamedTuple

from briefgen.records import dataclass
from briefgen.render.pdf.layout.boxes import LEAST_KEPT, ExhibitSort
from briefgen.render.pdf.layout.page_parts import (
    NOTE_RULE,
    TOLERANCE,
    Chunk,
    MarginPlan,
    Page,
    PageCursor,
    Placed,
    chunks_of,
    height_of,
    shrunk,
    stretch_boxes,
)
from briefgen.render.pdf.layout.waiting_exhibits import WaitingExhibits, swapped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.render.pdf.layout.boxes import Beside, Slice

_PATIENCE = 0.25
"""How much of a page's height footnotes may claim before they go on overleaf.

Without it the line that refers to a note longer than a page would fit nowhere.
"""
_MOST_NOTES = 0.7
"""How much of a page's height footnotes from the page before may take: the text goes on above them."""
MOST_BLANK = 0.2
"""How much of a page may stay empty, where that can be helped."""
_HIGH = 0.5
"""Tables of few rows that are higher than so much of a page may be divided, where it would stay empty otherwise."""
_WORTH = 0.08
"""How much of a page must be free for text to flow on above an exhibit that has no room."""


@dataclass(frozen=True, slots=True)
class Leeway:
    """What a page may do otherwise than the others."""

    height: float | None = None
    """How high it is; None for as high as a page."""
    tightness: float = 1.0
    """What the distances on it are multiplied with."""
    shrinks: bool = False
    """Whether a picture that has no room may become smaller."""
    divides: bool = False
    """Whether a table that should stay whole may go on overleaf, where it is high."""
    reorders: bool = False
    """Whether an exhibit that has no room lets more pass it than the text behind it in its row."""


USUAL_LEEWAY = Leeway()


class _Plan(NamedTuple):
    """Where some slices would go."""

    placed: list[Placed]
    cursor: PageCursor
    fits: bool
    margin: MarginPlan


class Pager:
    """Puts slices on pages, one after the other."""

    def __init__(
        self, notes: Mapping[int, list[Slice]], height: float, leeways: Mapping[int, Leeway], *, is_trial: bool = False
    ) -> None:
        self._notes = notes
        self._full, self._leeways, self._is_trial = height, leeways, is_trial
        self._leeway = USUAL_LEEWAY
        self._height = height
        self._held = WaitingExhibits()
        self.has_moved = False
        """Whether a note of the margin was set anew, in the column; in a trial, whether it would be."""
        self._pages: list[Page] = []
        self._waiting: deque[Slice] = deque()
        self._seen: set[int] = set()
        self._margin = MarginPlan()
        """What stands beside the row so far, and its notes that found no room in the margin of this page."""
        self._due: tuple[Beside, ...] = ()
        """Those of the page before, for the top of this one."""
        self._cursor = PageCursor()
        self._taken = 0.0
        self._start()

    def taken_up(self, leeways: Mapping[int, Leeway]) -> Pager:
        """Another one that goes on from here, with leeways for the pages to come; full pages belong to both."""
        other = copy(self)
        other._go_on(leeways)  # noqa: SLF001 - of its own class
        return other

    def _go_on(self, leeways: Mapping[int, Leeway]) -> None:
        """Let go of what the pass that this one is taken from goes on filling."""
        self._leeways = leeways
        self._held, self._waiting, self._seen = self._held.copied(), self._waiting.copy(), self._seen.copy()
        self._pages = [*self._pages[:-1], self._pages[-1].copied()]
        if not (self.done or self._occupied):
            self._heed_leeway()  # the first page begins before anything is put on it

    def page(self, number: int) -> Page:
        """One of the pages, as far as it is filled."""
        return self._pages[number]

    @property
    def done(self) -> int:
        """How many pages are full."""
        return len(self._pages) - 1

    def put(self, chunk: Chunk, behind: deque[Chunk]) -> None:
        """Put the next slices that belong together on this page, or let them wait for the next one.

        What comes `behind` them is looked at, and taken where it goes before them.
        """
        if chunk.is_text and not self._held.chunks:  # most by far
            self.place(chunk)
            return
        first = chunk.pieces[0]
        if self._held.chunks and (first.begins_row or first.leads) and not self._passes(chunk):
            self._release()
        if first.begins_row:
            self._end_row()
        if self._leeway.reorders and self._occupied and (text := self._text_before_its_exhibit(chunk, behind)):
            self.place(text)
            return
        if self._leeway.shrinks and self._occupied and not self._held.chunks and (small := self._small_enough(chunk)):
            self.place(small)
            return
        if self._leeway.divides and not self._held.chunks and self._is_divided(chunk):
            self._divide(chunk)
            return
        if self._may_wait(chunk):
            self._held.add(chunk)
            return
        if self._held.chunks and not (self._plan(chunk).fits and self._may_go_first(chunk)):
            self._release()
        self.place(chunk)

    def _may_go_first(self, chunk: Chunk) -> bool:
        """Whether what fits goes before the exhibits that wait; footnotes keep their order."""
        if chunk.notes and self._held.has_notes:
            return False
        return chunk.pieces[0].shows is None or (self._leeway.reorders and self._held.may_be_passed_by(chunk))

    def _passes(self, chunk: Chunk) -> bool:
        """Whether a heading with its first lines goes before the exhibits that wait, and the next row at most."""
        is_text = all(piece.shows is None for piece in chunk.pieces)
        if not (self._leeway.reorders and is_text and self._may_go_first(chunk) and self._plan(chunk).fits):
            return False
        return self._held.let_pass(chunk)

    def _text_before_its_exhibit(self, chunk: Chunk, behind: deque[Chunk]) -> Chunk | None:
        """A heading with the text behind its exhibit, which waits; None where the exhibit need not or may not."""
        pieces = chunk.pieces
        at = next((at for at, piece in enumerate(pieces) if piece.floats), 0)
        if not at or not pieces[at - 1].leads or self._held.chunks or self._plan(chunk).fits:
            return None
        if not self._can_float(Chunk(pieces[at:])):
            return None
        taken: list[Chunk] = []
        for following in behind:
            if not following.is_text:
                return None
            taken.append(following)
            if sum(bool(piece.height) for part in taken for piece in part.pieces) >= LEAST_KEPT:
                break
        else:
            return None
        heading, exhibit = swapped(chunk, at)
        text = Chunk([*heading.pieces, *(piece for part in taken for piece in part.pieces)])
        if (text.notes and exhibit.notes) or not self._plan(text).fits:
            return None
        for _ in taken:
            behind.popleft()
        self._held.add(exhibit)
        return text

    def _is_divided(self, chunk: Chunk) -> bool:
        """Whether a high table begins on this page although it ends on the next."""
        pieces = chunk.pieces
        at = next((at for at, piece in enumerate(pieces) if piece.shows is ExhibitSort.TABLE), None)
        if at is None or Chunk(pieces[at:]).end < self._full * _HIGH or self._plan(chunk).fits:
            return False
        return self._plan(next(chunks_of(pieces, is_strict=True))).fits

    def _small_enough(self, chunk: Chunk) -> Chunk | None:
        """What holds a picture that has no room, with a smaller one that has; else None."""
        plan = self._plan(chunk)
        small = None if plan.fits else shrunk(chunk, self._height - self._taken - (plan.placed[0].top))
        return small if small and self._plan(small).fits else None

    def _may_wait(self, chunk: Chunk) -> bool:
        """Whether an exhibit is held back."""
        if not self._can_float(chunk):
            return False
        if self._held.chunks and self._may_go_first(chunk) and self._plan(chunk).fits:
            return False
        if self._held.chunks:
            return True
        room = self._height - self._taken - self._cursor.bottom
        return self._occupied and room > self._height * _WORTH and not self._plan(chunk).fits

    def _can_float(self, chunk: Chunk) -> bool:
        """Whether it is an exhibit that may wait; one with footnotes where that lets nothing pass that has some too."""
        if not chunk.floats or (chunk.notes and not self._leeway.reorders):
            return False
        return chunk.end <= self._full + TOLERANCE

    def _release(self) -> None:
        """Begin a page with the exhibits that wait for it."""
        held = self._held.taken()
        if held and self._occupied:
            self._start()
        for chunk in held:
            self.place(chunk)

    def place(self, chunk: Chunk) -> None:
        """Put slices that belong together on this page, else on the next; what no page holds is divided."""
        if chunk.end > self._full + TOLERANCE and len(chunk.pieces) > 1:
            self._divide(chunk)
            return
        plan = self._plan(chunk)
        # More than one page may be needed: footnotes that are left over fill the next one in part too.
        while not plan.fits and self._occupied:
            self._start()
            plan = self._plan(chunk)
        if (
            plan.fits or len(chunk.pieces) == 1
        ):  # what is taller than an empty page runs over its edge rather than be lost
            self._carry_out(plan)
        else:
            self._divide(chunk)

    def _divide(self, chunk: Chunk) -> None:
        """Go on with what is left of a chunk's ties where no page can hold it."""
        parts = list(chunks_of(chunk.pieces, is_strict=True))
        for part in parts if len(parts) > 1 else [Chunk([piece]) for piece in chunk.pieces]:
            self.place(part)

    def _end_row(self) -> None:
        """Go on below the notes of a row; those that found no room beside it follow it in the column."""
        late, self._due = (*self._due, *self._margin.late), ()
        self._margin = self._margin._replace(late=())
        self.has_moved = self.has_moved or bool(late)
        for note in late if not self._is_trial else ():
            for chunk in chunks_of(note.in_column()):
                self.place(chunk)
        margin = self._margin
        if margin.held_to > self._cursor.bottom:
            after = max(self._cursor.after, 0.0)
            self._cursor = PageCursor(margin.held_to, after, (), fresh=False, tightness=self._leeway.tightness)
        is_free = margin.y <= margin.held_to
        self._margin = MarginPlan(late=margin.late) if is_free else margin._replace(held_to=0.0)

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
        self._heed_leeway()
        self._taken = 0.0
        self._due, self._margin = (*self._due, *self._margin.late), MarginPlan()
        self._set_notes(self._height * share)

    def _heed_leeway(self) -> None:
        self._leeway = self._leeways.get(self.done, USUAL_LEEWAY)
        self._height = self._full if self._leeway.height is None else self._leeway.height
        self._cursor = PageCursor(tightness=self._leeway.tightness)
        self._pages[-1].tightness = self._leeway.tightness

    def _plan(self, chunk: Chunk) -> _Plan:
        """Where slices would go on this page, below the head of the table that goes on from the page before."""
        cursor, pieces = self._cursor, chunk.pieces
        header = pieces[0].header
        # Only as the first on its page: elsewhere the head stands above already, as a slice of its own.
        above = []
        if header is not None and not self._pages[-1].body:
            top, cursor = cursor.step(header)
            above.append(Placed(header, top, repeated=True))
        tops, cursor = cursor.steps(pieces)
        limit = self._height - self._taken - (self._room_for_notes(chunk) if chunk.notes else 0.0)
        margin = self._beside(pieces, tops) if chunk.beside or self._due else self._margin
        # A note keeps to the page of what it explains, unless that would leave too much of this one empty.
        is_little_left = self._height - self._cursor.y < self._height * MOST_BLANK
        is_apart = is_little_left and len(margin.late) > len(self._margin.late)
        fits = cursor.bottom <= limit + TOLERANCE and not (is_apart and self._occupied)
        return _Plan([*above, *map(Placed, pieces, tops)], cursor, fits, margin)

    def _beside(self, pieces: Sequence[Slice], tops: Sequence[float]) -> MarginPlan:
        """Where the notes of some slices would go, behind those of the row that wait for room."""
        margin, limit = self._margin, self._height  # footnotes stand below the column alone
        for note in self._due:
            margin = margin.put(note, 0.0, limit)
        for piece, top in zip(pieces, tops, strict=True):
            for note in piece.beside:
                margin = margin.put(note, top, limit)
        return margin

    def _room_for_notes(self, chunk: Chunk) -> float:
        """What the footnotes of some slices claim of this page."""
        wanted = sum([height_of(self._notes.get(number, ())) for number in chunk.notes if number not in self._seen])
        if not wanted:
            return 0.0
        return min(wanted, self._height * _PATIENCE) + (0.0 if self._taken else NOTE_RULE)

    def _carry_out(self, plan: _Plan) -> None:
        page, self._cursor = self._pages[-1], plan.cursor
        page.body += plan.placed
        self._due = ()
        if plan.margin is not self._margin:
            page.margin += plan.margin.placed
            self._margin = plan.margin._replace(placed=())
            for placed in plan.margin.placed:
                self._refer(placed.slice)
        for piece, top, repeated in plan.placed:
            if piece.frames:
                stretch_boxes(page, piece, top)
            if piece.notes and not repeated:
                self._refer(piece)
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
            if taken > room + TOLERANCE and (page.body or page.notes):  # an empty page takes a line that is too tall
                break
            page.notes.append(Placed(self._waiting.popleft(), 0.0))
            self._taken = taken
        top = self._full - self._taken + NOTE_RULE
        for index, placed in enumerate(page.notes):
            page.notes[index] = Placed(placed.slice, top)
            top += placed.slice.height + placed.slice.after
