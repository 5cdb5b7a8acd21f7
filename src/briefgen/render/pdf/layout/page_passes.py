"""Passes over the pages of a document, which others take up again where a page begins."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from briefgen.render.pdf.layout.pager import Pager

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.render.pdf.layout.boxes import Slice
    from briefgen.render.pdf.layout.page_parts import Chunk, Page
    from briefgen.render.pdf.layout.pager import Leeway


class Pass:
    """One pass, as far as it has come. It only tries: no note of the margin is set anew."""

    def __init__(self, pager: Pager, waiting: deque[Chunk], leeways: Mapping[int, Leeway], left: Sequence[int]) -> None:
        self._pager, self._waiting, self.leeways = pager, waiting, leeways
        self._left = [*left]

    @classmethod
    def begun(
        cls,
        chunks: Sequence[Chunk],
        notes: Mapping[int, list[Slice]],
        height: float,
        leeways: Mapping[int, Leeway],
    ) -> Pass:
        """One from the first page on."""
        return cls(Pager(notes, height, leeways, is_trial=True), deque(chunks), leeways, [len(chunks)])

    def taken_up(self, leeways: Mapping[int, Leeway]) -> Pass:
        """Another one that goes on from here, with leeways of its own for the pages to come."""
        return Pass(self._pager.taken_up(leeways), self._waiting.copy(), leeways, self._left)

    def to(self, last: int | None = None) -> Pass:
        """Go on until a page is full, or to the end."""
        while self._waiting and (last is None or self._pager.done <= last):
            self._put()
        if not self._waiting:
            self._pager.finish()
            self._count(0)
        return self

    def up_to(self, page: int, known: Pass) -> Pass:
        """Go on to where a page is about to begin, which one that goes the same way knows."""
        left = known.left_before(page)
        while len(self._waiting) > left:
            self._put()
        return self

    def left_before(self, page: int) -> int:
        """How many chunks were left when a page was about to begin."""
        return self._left[page]

    def _put(self) -> None:
        left = len(self._waiting)
        self._pager.put(self._waiting.popleft(), self._waiting)
        if self._pager.done >= len(self._left):
            self._count(left)

    def _count(self, left: int) -> None:
        self._left += [left] * (self._pager.done + 1 - len(self._left))

    def __len__(self) -> int:
        return self._pager.done + 1

    def __iter__(self) -> Iterator[Page]:
        return (self[number] for number in range(len(self)))

    def __getitem__(self, number: int) -> Page:
        return self._pager.page(number)

    @property
    def fails(self) -> bool:
        """Whether a note of the margin found no room."""
        return self._pager.has_moved
