"""No page but the last is more than a fifth empty, unless what comes next stays whole and has no room there."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.render.pdf.layout.boxes import Beside, ExhibitSort, Rule, Slice, keep_together, keep_whole, under_headings
from briefgen.render.pdf.layout.page_breaking import blank_of, pages
from briefgen.render.pdf.layout.page_parts import chunks_of
from briefgen.render.pdf.layout.pager import Pager

if TYPE_CHECKING:
    from briefgen.render.pdf.layout.page_parts import Page

HEIGHT = 600.0
LINE = 15.0
MOST = HEIGHT * 0.2


@dataclass
class Drawn:
    """Slices of a brief, each known by its one item, and what each of them belongs to."""

    slices: list[Slice] = field(default_factory=list)
    chunk_of: dict[int, int] = field(default_factory=dict)
    sort_of: dict[int, ExhibitSort | None] = field(default_factory=dict)
    chunks: list[list[int]] = field(default_factory=list)

    def add(self, made: list[Slice], sort: ExhibitSort | None = None) -> None:
        if sort:
            made[0].shows = sort
        for piece in made:
            piece.items = [Rule(0, 0, 0, 0, str(len(self.chunk_of)))]
            self.chunk_of[len(self.chunk_of)] = len(self.chunks)
        self.sort_of[len(self.chunks)] = sort
        self.chunks.append([number_of(piece) for piece in made])
        self.slices += made


def number_of(piece: Slice) -> int:
    (item,) = piece.items
    assert isinstance(item, Rule)
    return int(item.colour)


def text(lines: int, gap: float) -> list[Slice]:
    made = [Slice(LINE, []) for _ in range(lines)]
    for at, piece in enumerate(made):
        piece.keep = at < lines - 1 and (at < 2 or at >= lines - 3)
    made[0].before = made[-1].after = gap
    return made


@st.composite
def drawn(draw: st.DrawFn) -> Drawn:
    """Rows of headings, paragraphs, figures and tables, some with notes beside them."""
    found, notes = Drawn(), 0
    for _ in range(draw(st.integers(1, 6))):
        start, heading = Slice(1, [], before=15, keep=True, begins_row=True), Slice(LINE, [], leads=True, after=5)
        found.add(keep_together([start, heading], with_next=True))
        for kind in draw(st.lists(st.sampled_from("pppfft lx"), min_size=1, max_size=7)):
            if kind in "p lx":
                found.add(text(draw(st.integers(1, 9)), 7))
            elif kind == "f":
                made = keep_together([Slice(LINE, [], before=12), Slice(draw(st.integers(40, 340)), [], after=8)])
                found.add(made, ExhibitSort.FIGURE)
            else:
                made = [Slice(24, []) for _ in range(draw(st.integers(2, 11)))]
                found.add(keep_whole(made), ExhibitSort.TABLE)
            if draw(st.integers(0, 4)) == 0 and notes < HEIGHT:
                beside = Slice(draw(st.integers(10, 60)), [], after=7)
                found.slices[-1 if kind == "p" else -len(found.chunks[-1])].beside.append(Beside(beside, list))
    under_headings(found.slices)
    return found


def opening(page: Page) -> list[Slice]:
    """What stands together at the top of a page."""
    made: list[Slice] = []
    for at in page.body:
        made.append(at.slice)
        if not (at.slice.keep or at.slice.whole):
            break
    return made


@settings(max_examples=300, deadline=None)
@given(drawn())
def test_a_page_is_a_fifth_empty_only_before_what_has_no_room_there(brief: Drawn) -> None:
    made = pages(brief.slices, {}, HEIGHT)
    for page, following in pairwise(made):
        blank = blank_of(page, HEIGHT)
        if blank > MOST:
            first = opening(following)
            wanted = sum(piece.height for piece in first) + sum(note.piece.height for p in first for note in p.beside)
            assert any(piece.floats for piece in first)
            assert wanted > blank - MOST / 2
            assert sum(piece.height for piece in first) > MOST / 2


@settings(max_examples=300, deadline=None)
@given(drawn())
def test_nothing_is_lost_told_twice_or_torn_and_each_sort_keeps_its_order(brief: Drawn) -> None:
    made = pages(brief.slices, {}, HEIGHT)
    seen = [number_of(at.slice) for page in made for at in page.body]

    assert sorted(seen) == list(range(len(brief.chunk_of)))
    for sort in (None, ExhibitSort.FIGURE, ExhibitSort.TABLE):
        of_sort = [number for number in seen if brief.sort_of[brief.chunk_of[number]] is sort]
        assert of_sort == sorted(of_sort)
    pages_of = [[{number_of(at.slice) for at in page.body} >= set(chunk) for page in made] for chunk in brief.chunks]
    for at, chunk in enumerate(brief.chunks):
        if brief.sort_of[at]:
            assert any(pages_of[at]), chunk


@settings(max_examples=300, deadline=None)
@given(drawn())
def test_an_exhibit_is_passed_by_no_more_than_its_own_row_and_one_more(brief: Drawn) -> None:
    made = pages(brief.slices, {}, HEIGHT)
    seen = [number_of(at.slice) for page in made for at in page.body]
    begins = {number_of(piece): piece.begins_row for piece in brief.slices}
    for at, number in enumerate(seen):
        before = [other for other in seen[:at] if other > number]
        assert sum(begins[other] for other in before) <= 1
        assert all(brief.sort_of[brief.chunk_of[number]] for _ in before[:1])


@settings(max_examples=200, deadline=None)
@given(drawn())
def test_leeway_never_makes_more_pages_nor_leaves_more_of_them_empty(brief: Drawn) -> None:
    made, plain = pages(brief.slices, {}, HEIGHT), one_pass(brief)
    assert all(at.top + at.slice.height <= HEIGHT + 0.1 for page in made for at in page.body)
    assert len(made) <= len(plain)
    assert empty_beyond(made) <= empty_beyond(plain) + 0.01


def one_pass(brief: Drawn) -> list[Page]:
    """The pages as they are filled without leeway."""
    pager, waiting = Pager({}, HEIGHT, {}), deque(chunks_of(brief.slices))
    while waiting:
        pager.put(waiting.popleft(), waiting)
    return pager.finish()


def empty_beyond(made: list[Page]) -> float:
    """What is empty of pages but the last beyond a fifth."""
    return sum(max(blank_of(page, HEIGHT) - MOST, 0.0) for page in made[:-1])
