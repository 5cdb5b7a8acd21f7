from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.render.pdf.layout.boxes import (
    Beside,
    ExhibitSort,
    Frame,
    PixelBox,
    Slice,
    keep_together,
    keep_whole,
    under_headings,
)
from briefgen.render.pdf.layout.page_breaking import pages
from briefgen.render.pdf.layout.page_parts import NOTE_RULE, Chunk, Page
from briefgen.render.pdf.layout.pager import Pager

if TYPE_CHECKING:
    from collections import deque


def _slices(count: int, height: float = 10.0) -> list[Slice]:
    return [Slice(height, []) for _ in range(count)]


def _tops(page: Page) -> list[float]:
    return [placed.top for placed in page.body]


def test_slices_fill_a_page_before_the_next_begins() -> None:
    made = pages(_slices(25), {}, 100)
    assert [len(page.body) for page in made] == [10, 10, 5]
    assert _tops(made[0]) == [n * 10.0 for n in range(10)]


def test_a_full_last_page_leaves_no_empty_one() -> None:
    assert [len(page.body) for page in pages(_slices(20), {}, 100)] == [10, 10]


def test_nothing_is_one_page() -> None:
    assert len(pages([], {}, 100)) == 1


def test_the_larger_space_between_two_slices_counts_and_none_at_the_top() -> None:
    one, two, three = Slice(10, [], before=7, after=5), Slice(10, [], before=8), Slice(10, [], before=2)
    assert _tops(pages([one, two, three], {}, 100)[0]) == [0, 18, 30]


def test_what_belongs_together_goes_overleaf_together() -> None:
    heading = Slice(10, [], keep=True)
    made = pages([*_slices(9), heading, *_slices(2)], {}, 100)
    assert [len(page.body) for page in made] == [9, 3]
    assert made[1].body[0].slice is heading


def test_what_belongs_together_is_divided_where_no_page_holds_it() -> None:
    kept = _slices(25)
    for piece in kept:
        piece.keep = True
    assert [len(page.body) for page in pages(kept, {}, 100)] == [10, 10, 5]


def test_a_slice_taller_than_a_page_has_one_for_itself() -> None:
    made = pages([*_slices(1), Slice(150, []), *_slices(1)], {}, 100)
    assert [len(page.body) for page in made] == [1, 1, 1]


def test_footnotes_stand_at_the_foot_of_the_page_that_refers_to_them() -> None:
    body = _slices(12)
    body[7].notes = (1,)
    made = pages(body, {1: _slices(1, 5.0)}, 100)
    assert [len(page.body) for page in made] == [8, 4]
    (note,) = made[0].notes
    assert note.top == 95.0
    assert made[0].body[-1].top + 10 + NOTE_RULE <= note.top


def test_a_long_footnote_goes_on_overleaf_before_the_text_there() -> None:
    body = _slices(3)
    body[0].notes = (1,)
    note = _slices(30, 5.0)
    made = pages(body, {1: note}, 100)
    assert [placed.slice for page in made for placed in page.notes] == note
    assert all(placed.top + 5 <= 100.01 for page in made for placed in page.notes)
    for page in made:
        ends = [placed.top + placed.slice.height for placed in page.body]
        assert not page.notes or max(ends, default=0.0) <= page.notes[0].top
        assert page.body or page.notes


def test_a_footnote_referred_to_twice_stands_once() -> None:
    body = _slices(4)
    body[0].notes = body[3].notes = (1,)
    (page,) = pages(body, {1: _slices(1)}, 100)
    assert len(page.notes) == 1


def test_a_picture_waits_for_a_page_without_carried_footnotes() -> None:
    body = [Slice(10, [], notes=(1,)), Slice(80, []), Slice(10, [])]
    made = pages(body, {1: _slices(40, 5.0)}, 100)
    for page in made:
        ends = [placed.top + placed.slice.height for placed in page.body]
        assert not page.notes or max(ends, default=0.0) <= page.notes[0].top


def test_the_head_of_a_table_is_repeated_on_each_page() -> None:
    head = Slice(10, [], keep=True)
    rows = [Slice(10, [], header=head) for _ in range(25)]
    made = pages([head, *rows], {}, 100)
    assert [[p.repeated for p in page.body if p.slice is head] for page in made] == [[False], [True], [True]]
    assert [len(page.body) for page in made] == [10, 10, 8]


@pytest.mark.parametrize("count", [1, 7, 40])
def test_a_box_surrounds_its_slices_on_every_page(count: int) -> None:
    frame = Frame(0, 50, 6, 6, 4, "#ffffff", "#000000", 2)
    inside = [Slice(10, [], frames=(frame,)) for _ in range(count)]
    made = pages([*_slices(1), *inside, *_slices(1)], {}, 100)
    for page in made:
        tops = [placed.top for placed in page.body if placed.slice.frames]
        if tops:
            assert page.boxes[frame] == (tops[0] - 4, tops[-1] + 14)
            assert page.boxes[frame][1] <= 100.01
    after = made[-1].body[-1]
    assert not after.slice.frames
    assert len(made[-1].body) == 1 or after.top == made[-1].body[-2].top + 10 + 4 + 6


def test_a_box_in_a_box_leaves_room_for_both() -> None:
    outer, inner = (Frame(0, 50, 6, 6, 4, "#ffffff", "#000000", 2) for _ in range(2))
    body = [Slice(10, [], frames=(outer,)), Slice(10, [], frames=(outer, inner)), Slice(10, [])]
    (page,) = pages(body, {}, 100)
    assert _tops(page) == [4, 24, 48]
    assert page.boxes == {outer: (0, 42), inner: (20, 38)}


# ---------------------------------------------------------------- exhibits, headings, the last page


def _exhibit(count: int, **more: object) -> list[Slice]:
    slices = keep_together([Slice(10, [], **more) for _ in range(count)])  # type: ignore[arg-type]
    slices[0].shows = ExhibitSort.TABLE
    return slices


def test_text_flows_on_above_an_exhibit_that_has_no_room() -> None:
    before, exhibit, after = _slices(6), _exhibit(6), _slices(8)
    first, second = pages([*before, *exhibit, *after], {}, 100)

    assert [placed.slice for placed in first.body] == [*before, *after[:4]]
    assert [placed.slice for placed in second.body] == [*exhibit, *after[4:]]


def test_exhibits_keep_their_order() -> None:
    before, one, two, after = _slices(6), _exhibit(6), _exhibit(2), _slices(3)
    first, second = pages([*before, *one, *two, *after], {}, 100)

    assert [placed.slice for placed in first.body] == [*before, *after]
    assert [placed.slice for placed in second.body] == [*one, *two]


def test_an_exhibit_that_cannot_wait_does_not_pass_one_that_does() -> None:
    before, waits, noted = _slices(6), _exhibit(6), _exhibit(2, notes=(1,))
    first, second = pages([*before, *waits, *noted], {1: _slices(1, 5.0)}, 100)

    assert [placed.slice for placed in first.body] == before
    assert [placed.slice for placed in second.body] == [*waits, *noted]


@pytest.mark.parametrize("stop", ["leads", "begins_row"])
@pytest.mark.parametrize("free", [1, 2, 3, 5])
def test_text_of_another_heading_or_row_goes_before_an_exhibit_only_where_a_fifth_would_be_empty(
    stop: str, free: int
) -> None:
    before, exhibit = _slices(10 - free), _exhibit(6)
    after = [Slice(10, [], keep=True, **{stop: True}), *_slices(5)]  # type: ignore[arg-type]
    first, second, *_ = pages([*before, *exhibit, *after], {}, 100)

    above = free if free > 2 else 0
    assert [placed.slice for placed in first.body] == [*before, *after[:above]]
    assert [placed.slice for placed in second.body][:6] == exhibit


def test_one_row_at_most_goes_before_an_exhibit() -> None:
    before, exhibit = _slices(4), _exhibit(7)
    rows = [[Slice(10, [], keep=True, begins_row=True), *_slices(1)] for _ in range(3)]
    first, second = pages([*before, *exhibit, *rows[0], *rows[1], *rows[2]], {}, 100)[:2]

    assert [placed.slice for placed in first.body] == [*before, *rows[0]]
    assert [placed.slice for placed in second.body][:7] == exhibit


@pytest.mark.parametrize("free", [2, 4])
def test_an_exhibit_with_footnotes_waits_only_where_a_fifth_would_be_empty(free: int) -> None:
    before, after = _slices(10 - free), _slices(2)
    exhibit = _exhibit(6, notes=(1,))
    first, second = pages([*before, *exhibit, *after], {1: _slices(1, 5.0)}, 100)

    assert [placed.slice for placed in first.body] == [*before, *(after if free > 2 else ())]
    assert [placed.slice for placed in second.body][:6] == exhibit


def test_no_footnote_goes_before_one_of_an_exhibit_that_waits() -> None:
    before, after = _slices(6), [Slice(10, [], notes=(2,)), *_slices(2)]
    exhibit = _exhibit(6, notes=(1,))
    made = pages([*before, *exhibit, *after], {1: _slices(1, 5.0), 2: _slices(1, 5.0)}, 100)

    assert [placed.slice for placed in made[0].body] == before


def _figure(count: int) -> list[Slice]:
    slices = _exhibit(count)
    slices[0].shows = ExhibitSort.FIGURE
    return slices


@pytest.mark.parametrize("high", [6, 8])
def test_tables_and_figures_are_counted_apart_so_one_may_pass_the_other(high: int) -> None:
    before, figure, table, after = _slices(6), _figure(high), _exhibit(3), _slices(1)
    first, second = pages([*before, *figure, *table, *after], {}, 100)

    assert [placed.slice for placed in first.body] == [*before, *table, *after]
    assert [placed.slice for placed in second.body] == figure


def test_no_part_of_a_long_table_goes_before_what_waits() -> None:
    before, waits, long = _slices(6), _exhibit(7), _slices(12)
    long[0].shows = ExhibitSort.LONG_TABLE
    made = pages([*before, *waits, *long], {}, 100)

    assert [placed.slice for page in made for placed in page.body] == [*before, *waits, *long]


def test_text_behind_an_exhibit_goes_under_its_heading_and_the_exhibits_notes_go_with_it() -> None:
    note = Beside(Slice(5, []), list)
    start, heading = Slice(0, [], keep=True, begins_row=True, beside=[note]), Slice(10, [], keep=True, leads=True)
    before, exhibit, after = _slices(4), _exhibit(6), _slices(8)
    first, second = pages([*before, start, heading, *exhibit, *after], {}, 100)

    assert [placed.slice.height for placed in first.body] == [10.0] * 4 + [0] + [10] * 6
    assert [placed.slice for placed in first.body][6:] == after[:5]
    assert (first.margin, [placed.slice for placed in second.margin]) == ([], [note.piece])


def test_distances_give_way_where_a_fifth_would_be_empty() -> None:
    before = [Slice(10, [], before=6) for _ in range(5)]
    exhibit = keep_whole([Slice(7, [], before=6), Slice(15, [])])
    exhibit[0].shows = ExhibitSort.TABLE
    (first,) = pages([*before, *exhibit], {}, 100)
    assert [placed.slice for placed in first.body] == [*before, *exhibit]
    assert _tops(first)[1] - _tops(first)[0] == 14.5

    roomy = pages([*before[:3], *exhibit], {}, 100)[0]
    assert _tops(roomy)[1] - _tops(roomy)[0] == 16


@pytest.mark.parametrize(("high", "shown"), [(60, 40), (80, 40), (85, 85), (39, 39)])
def test_a_picture_becomes_smaller_to_half_at_most(high: float, shown: float) -> None:
    picture = Slice(high, [PixelBox(None, 0, 0, 90, high, None)])  # type: ignore[arg-type]
    exhibit = keep_together([Slice(0, []), picture])
    exhibit[0].shows = ExhibitSort.FIGURE
    made = pages([*_slices(6), *exhibit], {}, 100)

    assert len(made) == (2 if high > 80 else 1)
    (item,) = made[-1].body[-1].slice.items
    assert isinstance(item, PixelBox)
    assert (item.height, item.width) == pytest.approx((shown, shown / high * 90))


def test_notes_of_the_whole_brief_do_not_hold_their_row_open() -> None:
    for is_of_brief, top in ((True, 20), (False, 50)):
        rows = [Slice(10, [], begins_row=True), *_slices(1), Slice(10, [], begins_row=True)]
        rows[0].beside = [Beside(Slice(50, []), list, is_of_brief)]
        rows[2].beside = [Beside(Slice(10, [], before=4), list)]
        (page,) = pages(rows, {}, 100)
        assert _tops(page)[2] == top
        assert [placed.top for placed in page.margin] == [0, 54 if is_of_brief else 50]


def test_an_exhibit_waits_only_where_there_is_room_for_text() -> None:
    exhibit, after = _exhibit(3), _slices(3)
    first, second = pages([*_slices(9, 10.5), *exhibit, *after], {}, 100)

    assert len(first.body) == 9
    assert [placed.slice for placed in second.body] == [*exhibit, *after]


def test_an_exhibit_higher_than_a_page_loses_nothing() -> None:
    everything = [*_slices(3), *_exhibit(14), *_slices(3)]
    made = pages(everything, {}, 100)

    assert sorted(map(id, everything)) == sorted(id(placed.slice) for page in made for placed in page.body)


@pytest.mark.parametrize(("count", "shares"), [(21, [10, 8, 3]), (22, [10, 9, 3]), (23, [10, 10, 3]), (20, [10, 10])])
def test_the_last_page_holds_three_lines_at_least(count: int, shares: list[int]) -> None:
    assert [len(page.body) for page in pages(_slices(count), {}, 100)] == shares


def test_footnotes_stay_at_the_foot_of_a_page_that_leaves_lines_to_the_last() -> None:
    body = _slices(20)
    body[12].notes = (1,)
    made = pages(body, {1: _slices(1, 5.0)}, 100)

    assert [len(page.body) for page in made][-1] >= 3
    assert [placed.top for page in made for placed in page.notes] == [95.0]


@pytest.mark.parametrize(("free", "on_first"), [(3, 7), (4, 10), (5, 11)])
def test_a_heading_stands_above_three_lines(free: int, on_first: int) -> None:
    heading = Slice(10, [], keep=True, leads=True)
    slices = under_headings([*_slices(10 - free), heading, *_slices(8)])
    first = pages(slices, {}, 100 if free < 5 else 110)[0]

    assert len(first.body) == on_first


def test_what_should_stay_whole_is_divided_where_no_page_holds_it() -> None:
    rows = keep_whole(_slices(14))
    rows[0].keep = rows[1].keep = True
    made = pages([*_slices(5), *rows], {}, 100)

    assert [len(page.body) for page in made] == [10, 9]
    assert [len(page.body) for page in pages([*_slices(5), *keep_whole(_slices(9))], {}, 100)] == [5, 9]


@pytest.mark.parametrize(("high", "on_first"), [(10, 8), (9, 6), (12, 8)])
def test_a_table_higher_than_half_a_page_is_divided_where_a_fifth_would_be_empty(high: int, on_first: int) -> None:
    table = keep_whole(_slices(5, high))
    table[0].keep = table[-2].keep = True
    table[0].shows = ExhibitSort.TABLE
    made = pages([*_slices(6), *table], {}, 100)

    assert len(made[0].body) == on_first
    assert [placed.slice for page in made for placed in page.body][6:] == table


def test_smaller_distances_spare_a_page_of_few_lines() -> None:
    assert len(pages([Slice(4, [], before=1) for _ in range(21)], {}, 100)) == 1
    assert len(pages([Slice(4, [], before=1) for _ in range(23)], {}, 100)) == 2


def test_smaller_distances_also_spare_a_page_of_few_lines_that_is_left_when_others_are_filled() -> None:
    exhibits = [keep_whole([Slice(10, [], before=2) for _ in range(rows)]) for rows in (3, 4)]
    for exhibit in exhibits:
        exhibit[0].shows = ExhibitSort.TABLE
    lines = [Slice(10, [], before=2) for _ in range(11)]

    made = pages([lines[0], *exhibits[0], *lines[1:10], *exhibits[1], lines[10]], {}, 100)

    assert [len(page.body) for page in made] == [9, 9]
    assert {page.tightness for page in made} == {0.6}
    assert {page.tightness for page in pages(lines, {}, 100)} == {1.0}


# ---------------------------------------------------------------- what further passes cost, and where they begin


@pytest.mark.parametrize("high", [71, 75, 78])
def test_the_page_before_is_filled_otherwise_where_a_page_cannot_help_itself(high: float) -> None:
    spaced = [Slice(10, [], before=6) for _ in range(7)]
    exhibit = keep_together([Slice(high, []), Slice(2, [])])
    exhibit[0].shows = ExhibitSort.FIGURE
    first, second = pages([*spaced, *_slices(2), *exhibit], {}, 100)

    assert [placed.slice for placed in first.body] == spaced
    assert len(second.body) == 4


@pytest.mark.parametrize("empty", [0, 1, 5, 20])
@pytest.mark.parametrize("is_at_the_end", [True, False])
def test_passes_begin_at_the_page_that_they_are_to_help(
    empty: int, *, is_at_the_end: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages that nothing fills take little more work than one pass, wherever in a document they are."""
    put, puts = Pager.put, []

    def counted(pager: Pager, chunk: Chunk, behind: deque[Chunk]) -> None:
        puts.append(chunk)
        put(pager, chunk, behind)

    monkeypatch.setattr(Pager, "put", counted)
    full = [piece for _ in range(60) for piece in _slices(10)]
    unhelped = [piece for _ in range(empty) for piece in (*_slices(5), *keep_together(_slices(9)), *_slices(1))]
    made = pages([*full, *unhelped] if is_at_the_end else [*unhelped, *full], {}, 100)

    assert len(made) == 60 + 2 * empty
    assert len(puts) <= 2 * 600 + 60 * empty
