"""Slices onto pages: what stays together, footnotes at the foot, boxes and table heads that go on overleaf.

The pages are filled in one pass. An exhibit without room waits for the top of the next page while the text of its row
flows on above it. Where a page stays more than a fifth empty all the same, further passes give it some leeway: first
smaller distances, then an order in which more goes before the exhibit; what leaves less of it empty is kept. Where the
last page would hold but a few lines, smaller distances on all pages spare it, or the one before leaves it some more.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.render.pdf.layout.page_parts import NOTE_RULE, Page
from briefgen.render.pdf.layout.pager import MOST_BLANK, USUAL_LEEWAY, Leeway, Pager, chunks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefgen.render.pdf.layout.boxes import Slice

_TIGHT, _TIGHTEST = 0.75, 0.6
_LEEWAYS = (
    Leeway(tightness=_TIGHT),
    Leeway(tightness=_TIGHT, shrinks=True),
    Leeway(reorders=True),
    Leeway(tightness=_TIGHT, reorders=True),
    Leeway(tightness=_TIGHTEST),
    Leeway(tightness=_TIGHTEST, reorders=True),
    Leeway(divides=True),
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
    breaking = _Breaking(list(chunks_of(slices)), notes, height)
    found = breaking.tried({})
    if found is None:
        return breaking.made()
    found, leeways = breaking.fuller(*(breaking.with_one_less(found) or (found, {})))
    return breaking.without_scanty_end(found, leeways) or found


def blank_of(page: Page, height: float) -> float:
    """What a page leaves free below its text and above its footnotes."""
    bottom = max((placed.top + placed.slice.height for placed in (*page.body, *page.margin)), default=0.0)
    end = min((placed.top - NOTE_RULE for placed in page.notes), default=height)
    return max(end - bottom, 0.0)


class _Breaking:
    """The passes over one document."""

    def __init__(self, chunks: Sequence[list[Slice]], notes: Mapping[int, list[Slice]], height: float) -> None:
        self._chunks, self._notes, self._height = chunks, notes, height

    def made(self) -> list[Page]:
        """The pages of a document whose notes find no room in the margin: they are set anew, which is done once."""
        pager, waiting = Pager(self._notes, self._height, {}), deque(self._chunks)
        while waiting:
            pager.put(waiting.popleft(), waiting)
        return pager.finish()

    def tried(self, leeways: Mapping[int, Leeway], last: int | None = None) -> list[Page] | None:
        """The pages with some leeway, or those up to a `last` one; None where a note of the margin finds no room."""
        pager, waiting = Pager(self._notes, self._height, leeways, is_trial=True), deque(self._chunks)
        while waiting and (last is None or pager.done <= last):
            pager.put(waiting.popleft(), waiting)
        found = pager.finish()
        return None if pager.has_moved else found

    def with_one_less(self, found: list[Page]) -> tuple[list[Page], dict[int, Leeway]] | None:
        """The pages with smaller distances on all of them, where that spares the last one; else None."""
        used = max((placed.top + placed.slice.height for placed in found[-1].body), default=0.0)
        if len(found) == 1 or found[-1].notes or used > self._height * min(_SPARED * (len(found) - 1), _MOST_SPARED):
            return None
        for tightness in (_TIGHT, _TIGHTEST):
            leeways = {at: Leeway(tightness=tightness) for at in range(len(found) - 1)}
            again = self.tried(leeways)
            if again is not None and len(again) < len(found):
                excess, before = (self._excess(one, 0, len(one)) for one in (again, found))
                return (again, leeways) if excess <= before else None
        return None

    def fuller(self, found: list[Page], given: Mapping[int, Leeway]) -> tuple[list[Page], dict[int, Leeway]]:
        """The pages with leeway for those that are too empty, where it helps, beside what was given to others."""
        leeways = dict(given)
        for at in range(len(found)):  # pages may become fewer
            if at < len(found) - 1 and blank_of(found[at], self._height) > self._height * MOST_BLANK:
                found, helpful = self._helped(found, at, leeways)
                leeways |= helpful
        return found, leeways

    def _helped(
        self, found: list[Page], at: int, leeways: Mapping[int, Leeway]
    ) -> tuple[list[Page], Mapping[int, Leeway]]:
        """The pages with the least leeway with which least of one and of those behind it is empty beyond a fifth.

        Where it does not do for one page, the next one has some too: what one gains the other may lose.
        """
        alone = [{at: leeway} for leeway in _LEEWAYS]
        both = [{at: one, at + 1: other} for one in _LEEWAYS for other in _LEEWAYS]
        best, helpful = found, dict[int, Leeway]()
        least = self._excess(found, at)
        for wanted in (*alone, *both):
            if least <= 0 or (helpful and len(wanted) > len(helpful)):
                break
            tried = self.tried({**leeways, **wanted}, at + _LOOK_AHEAD)
            if tried is None or (excess := self._excess(tried, at)) >= least - self._height * _GAIN:
                continue
            again = self.tried({**leeways, **wanted})
            if again is not None and self._is_better(again, found):
                best, helpful, least = again, wanted, excess
        return best, helpful

    def _is_better(self, again: Sequence[Page], found: Sequence[Page]) -> bool:
        """Whether less is empty on no more pages."""
        excess, before = (self._excess(one, 0, len(one)) for one in (again, found))
        return len(again) <= len(found) and excess < before

    def _excess(self, found: Sequence[Page], at: int, ahead: int = _LOOK_AHEAD) -> float:
        """How much of a page and the next ones is empty beyond what may be; of the last one all may be."""
        looked_at = found[at : min(at + ahead + 1, len(found) - 1)]
        return sum(max(blank_of(page, self._height) - self._height * MOST_BLANK, 0.0) for page in looked_at)

    def without_scanty_end(self, found: list[Page], leeways: Mapping[int, Leeway]) -> list[Page] | None:
        """The pages with some more on the last one, where it has but a line or two; None where that cannot be."""
        if len(found) == 1 or not _is_scanty(found[-1]):
            return None
        other, heights = len(found) - 2, [placed.slice.height for placed in found[-1].body]
        missing = _FEW_LINES * max(heights, default=0.0) - sum(p.slice.height + p.slice.after for p in found[-1].body)
        height = self._height - missing - blank_of(found[other], self._height)
        shorter = replace(leeways.get(other, USUAL_LEEWAY), height=height)
        again = self.tried({**leeways, other: shorter})
        return again if again is not None and len(again) == len(found) and not _is_scanty(again[-1]) else None


def _is_scanty(page: Page) -> bool:
    """Whether a page holds but a line or two of text."""
    lines = [placed.slice.height for placed in page.body if placed.slice.height]
    return len(lines) < _FEW_LINES and not page.notes and max(lines, default=0.0) < _TALL
