"""Slices onto pages: what stays together, footnotes at the foot, boxes and table heads that go on overleaf.

The pages are filled in one pass. An exhibit without room waits for the top of the next page while the text of its row
flows on above it. Where a page stays more than a fifth empty all the same, further passes give it some leeway: first
smaller distances, then an order in which more goes before the exhibit; what leaves less of it empty is kept. They begin
at that page or the one before, and only those are gone on with that put something else on it. Where the last page would
hold but a few lines, smaller distances on all pages spare it, or the one before leaves it some more.
"""

from __future__ import annotations

from collections import deque
from functools import cached_property
from typing import TYPE_CHECKING

from briefgen.records import dataclass, replace
from briefgen.render.pdf.layout.boxes import ExhibitSort, PixelBox
from briefgen.render.pdf.layout.page_parts import NOTE_RULE, Chunk, Page, chunks_of
from briefgen.render.pdf.layout.page_passes import Pass
from briefgen.render.pdf.layout.pager import MOST_BLANK, USUAL_LEEWAY, Leeway, Pager

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefgen.render.pdf.layout.boxes import Slice

_TIGHT, _TIGHTEST = 0.75, 0.6
_SHRINKING, _FREEST = Leeway(tightness=_TIGHT, shrinks=True), Leeway(tightness=_TIGHTEST, reorders=True)
_DIVIDING = Leeway(divides=True)
_LEEWAYS = (
    Leeway(tightness=_TIGHT),
    _SHRINKING,
    Leeway(reorders=True),
    Leeway(tightness=_TIGHT, reorders=True),
    Leeway(tightness=_TIGHTEST),
    _FREEST,
    _DIVIDING,
)
"""What a page that stays too empty is tried with, the least first."""
_GAIN = 0.005
"""How much less of a page must be empty for leeway to be worth its while."""
_SPARED, _MOST_SPARED = 0.06, 0.2
"""How much of a page smaller distances may win of each page, and of all of them, so that the last is not needed."""
_LOOK_AHEAD = 2
"""How many pages behind a page are looked at too: what it gains they may lose."""
_TALL = 40.0
"""Points; what is higher is no line of text."""
_FEW_LINES = 3
"""A last page holds at least so many lines."""


def pages(slices: Iterable[Slice], notes: Mapping[int, list[Slice]], height: float) -> list[Page]:
    """The pages that the slices fill; at least one."""
    return broken(slices, notes, height).pages


@dataclass(frozen=True, slots=True)
class Broken:
    """Slices on their pages."""

    pages: list[Page]
    is_set_anew: bool = False
    """Whether notes of the margin were set in the column instead: what was made of them is used up."""


def broken(slices: Iterable[Slice], notes: Mapping[int, list[Slice]], height: float) -> Broken:
    """The pages that the slices fill, and whether the same slices can be put on pages again."""
    breaking = _Breaking(list(chunks_of(slices)), notes, height)
    found = breaking.tried({})
    if found is None:
        return Broken(breaking.made(), is_set_anew=True)
    found = breaking.fuller(breaking.with_one_less(found) or found)
    if shorter := breaking.with_one_less(found):  # what was moved up may have left but few lines on the last one
        found = breaking.fuller(shorter)
    return Broken([*(breaking.without_scanty_end(found) or found)])


def blank_of(page: Page, height: float) -> float:
    """What a page leaves free below its text and above its footnotes."""
    bottom = max((placed.top + placed.slice.height for placed in (*page.body, *page.margin)), default=0.0)
    end = min((placed.top - NOTE_RULE for placed in page.notes), default=height)
    return max(end - bottom, 0.0)


class _Breaking:
    """The passes over one document."""

    def __init__(self, chunks: Sequence[Chunk], notes: Mapping[int, list[Slice]], height: float) -> None:
        self._chunks, self._notes, self._height = chunks, notes, height

    @cached_property
    def _of_use(self) -> frozenset[Leeway]:
        """The leeways that can change anything in this document."""
        pieces = [piece for chunk in self._chunks for piece in chunk.pieces]
        of_no_use = set()
        if not any(isinstance(item, PixelBox) for piece in pieces for item in piece.items):
            of_no_use.add(_SHRINKING)
        if not any(piece.shows is ExhibitSort.TABLE for piece in pieces):
            of_no_use.add(_DIVIDING)
        return frozenset(_LEEWAYS) - of_no_use

    def made(self) -> list[Page]:
        """The pages of a document whose notes find no room in the margin: they are set anew, which is done once."""
        pager, waiting = Pager(self._notes, self._height, {}), deque(self._chunks)
        while waiting:
            pager.put(waiting.popleft(), waiting)
        return pager.finish()

    def tried(self, leeways: Mapping[int, Leeway]) -> Pass | None:
        """The pages with some leeway; None where a note of the margin finds no room."""
        found = self._begun(leeways).to()
        return None if found.fails else found

    def _begun(self, leeways: Mapping[int, Leeway]) -> Pass:
        return Pass.begun(self._chunks, self._notes, self._height, leeways)

    def with_one_less(self, found: Pass) -> Pass | None:
        """The pages with smaller distances on all of them, where that spares the last one; else None."""
        used = max((placed.top + placed.slice.height for placed in found[-1].body), default=0.0)
        if len(found) == 1 or found[-1].notes or used > self._height * min(_SPARED * (len(found) - 1), _MOST_SPARED):
            return None
        spared = self._spared(found, _TIGHTEST)
        again = spared and (self._spared(found, _TIGHT) or spared)
        if again is None:
            return None
        excess, before = (self._excess(one, 0, len(one)) for one in (again, found))
        return again if excess <= before else None

    def _spared(self, found: Pass, tightness: float) -> Pass | None:
        again = self.tried({at: Leeway(tightness=tightness) for at in range(len(found) - 1)})
        return again if again is not None and len(again) < len(found) else None

    def fuller(self, found: Pass) -> Pass:
        """The pages with leeway for those that are too empty, where it helps, beside what was given to others."""
        start = self._begun(found.leeways)
        for at in range(len(found)):  # pages may become fewer
            if at < len(found) - 1 and self._empty(found[at]):
                start = start.taken_up(found.leeways).up_to(max(at - 1, 0), found)
                found = self._helped(found, start, at)
        return found

    def _helped(self, found: Pass, start: Pass, at: int) -> Pass:
        """The pass with which least of a page and of those behind it is empty beyond a fifth.

        Where leeway does not do for one page, the next one has some too: what one gains the other may lose. Else the
        one before is filled otherwise, so that this one begins with something else. `start` is where that one begins.
        """
        here = start.taken_up(found.leeways).up_to(at, found)
        alone = [one for one in self._others(here, found, at) if self._empty(one[at]) < self._empty(found[at])]
        earlier = self._others(start, found, at - 1) if at else iter(())
        for first, ways in ((at, iter(alone)), (at, self._both(here, alone, at)), (at - 1, earlier)):
            best = _Best(found, self._excess(found, first))
            for tried in ways:
                self._compare(best, tried, found, first)
            if best.found is not found:
                return best.found
        return found

    def _both(self, start: Pass, alone: Sequence[Pass], at: int) -> Iterator[Pass]:
        """Passes that put something else on a page and on the next one."""
        for first in alone:
            if at + 1 < len(first.to(at + 1)) - 1:
                yield from self._others(start.taken_up(first.leeways).up_to(at + 1, first), first, at + 1)

    def _others(self, start: Pass, usual: Pass, at: int) -> Iterator[Pass]:
        """Passes up to a page on which other things stand than usually, each once, with the least leeway for it.

        Where the freest order with the smallest distances changes nothing, those between change nothing either.
        """
        seen = {usual[at].holds()}
        freest = start.taken_up({**usual.leeways, at: _FREEST}).to(at)
        differs = freest[at].holds() not in seen
        for leeway in _LEEWAYS:
            if leeway not in self._of_use or not (differs or leeway in (_SHRINKING, _DIVIDING)):
                continue
            tried = start.taken_up({**usual.leeways, at: leeway}).to(at)
            holds = tried[at].holds()
            if holds not in seen and not tried.fails:
                seen.add(holds)
                yield tried

    def _compare(self, best: _Best, tried: Pass, found: Pass, at: int) -> None:
        """Take a pass as the best so far where less is empty with it, on no more pages."""
        for ahead in range(_LOOK_AHEAD + 1):
            if self._excess(tried.to(at + ahead), at, ahead) >= best.bound(self._height):
                return
        excess = self._excess(tried, at)
        if not tried.to().fails and self._is_better(tried, found):
            best.found, best.excess = tried, excess

    def _is_better(self, again: Pass, found: Pass) -> bool:
        """Whether less is empty on no more pages."""
        excess, before = (self._excess(one, 0, len(one)) for one in (again, found))
        return len(again) <= len(found) and excess < before

    def _excess(self, found: Pass, at: int, ahead: int = _LOOK_AHEAD) -> float:
        """How much of a page and the next ones is empty beyond what may be; of the last one all may be."""
        return sum(self._empty(found[page]) for page in range(at, min(at + ahead + 1, len(found) - 1)))

    def _empty(self, page: Page) -> float:
        """How much of a page is empty beyond what may be."""
        return max(blank_of(page, self._height) - self._height * MOST_BLANK, 0.0)

    def without_scanty_end(self, found: Pass) -> Pass | None:
        """The pages with some more on the last one, where it has but a line or two; None where that cannot be."""
        if len(found) == 1 or not _is_scanty(found[-1]):
            return None
        other, heights = len(found) - 2, [placed.slice.height for placed in found[-1].body]
        missing = _FEW_LINES * max(heights, default=0.0) - sum(p.slice.height + p.slice.after for p in found[-1].body)
        height = self._height - missing - blank_of(found[other], self._height)
        shorter = replace(found.leeways.get(other, USUAL_LEEWAY), height=height)
        again = self.tried({**found.leeways, other: shorter})
        return again if again is not None and len(again) == len(found) and not _is_scanty(again[-1]) else None


@dataclass(slots=True)
class _Best:
    """The best pass so far, and how much of the pages that are looked at it leaves empty beyond what may be."""

    found: Pass
    excess: float

    def bound(self, height: float) -> float:
        """Less than this must be empty for another one to be better."""
        return self.excess - height * _GAIN


def _is_scanty(page: Page) -> bool:
    """Whether a page holds but a line or two of text."""
    lines = [placed.slice.height for placed in page.body if placed.slice.height]
    return len(lines) < _FEW_LINES and not page.notes and max(lines, default=0.0) < _TALL
