"""In which order parts of a brief fall: by rank, items before sections, and never what has to stay."""

from __future__ import annotations

import pytest

from briefgen.compose import RankedList, RankedParts, RankedSection
from briefgen.diagnostics import Place
from briefgen.model.audience import SectionChoice
from briefgen.model.ranks import KEPT, Cut, Fallen, Ranks, listed
from briefgen.pipeline.fitting.drop_order import Drop, cut_of, drops_of

NOBODY: frozenset[int] = frozenset()


def choices(*ranks: Ranks) -> tuple[SectionChoice, ...]:
    return tuple(
        SectionChoice(name=f"s{number}", options={}, place=Place("a.yaml"), ranks=rank)
        for number, rank in enumerate(ranks)
    )


def falls(*ranks: Ranks, lists: tuple[RankedList, ...] = (), leads: dict[int, set[int]] | None = None,
          fixed: frozenset[int] = NOBODY) -> list[str]:  # fmt: skip
    """What falls, in order: `2` for a section, `2.0>1` for a list of which one stays."""
    parts = RankedParts()
    parts.lists = list(lists)
    parts.sections = tuple(
        RankedSection(place, is_fixed=place in fixed, leads_to=frozenset((leads or {}).get(place, ())))
        for place in range(len(ranks))
    )
    drops = drops_of(parts, choices(*ranks))
    return [f"{d.section}" if d.is_whole else f"{d.section}.{d.number}>{d.stay}" for d in drops]


def test_the_largest_rank_falls_first_and_of_one_rank_what_stands_further_down() -> None:
    assert falls(Ranks(5), Ranks(9), Ranks(5), Ranks(1)) == ["1", "2", "0", "3"]


def test_what_nobody_ranked_falls_from_the_end() -> None:
    assert falls(Ranks(), Ranks(), Ranks()) == ["2", "1", "0"]


def test_what_is_kept_or_fixed_never_falls() -> None:
    assert falls(Ranks(KEPT), Ranks(9), Ranks(3), fixed=frozenset({1})) == ["2"]


def test_lists_are_shortened_from_their_ends_to_their_least_before_sections_fall() -> None:
    assert falls(Ranks(), Ranks(), lists=(RankedList(0, 0, 4, 2),)) == ["0.0>3", "0.0>2", "1", "0"]


def test_a_longer_list_becomes_as_short_as_others_before_these_are_touched() -> None:
    lists = (RankedList(0, 0, 4, 1), RankedList(1, 0, 2, 1), RankedList(1, 1, 3, 1))
    assert falls(Ranks(), Ranks(), lists=lists) == ["0.0>3", "1.1>2", "0.0>2", "1.1>1", "1.0>1", "0.0>1", "1", "0"]


def test_items_have_the_rank_that_is_said_of_them() -> None:
    assert falls(Ranks(2, 3), Ranks(7), lists=(RankedList(0, 0, 2, 1),)) == ["1", "0.0>1", "0"]


def test_items_of_a_section_that_has_fallen_do_not_fall_again() -> None:
    assert falls(Ranks(7, 2), Ranks(), lists=(RankedList(0, 0, 3, 1),)) == ["0", "1"]


def test_items_of_what_falls_first_do_so_before_it() -> None:
    assert falls(Ranks(9), lists=(RankedList(0, 0, 2, 1),)) == ["0.0>1", "0"]


@pytest.mark.parametrize("items", [None, KEPT])
def test_items_of_what_is_kept_stay_unless_they_are_ranked(items: int | None) -> None:
    lists = (RankedList(0, 0, 3, 1),)
    assert falls(Ranks(KEPT, items), lists=lists) == []
    assert falls(Ranks(KEPT, 4), lists=lists) == ["0.0>2", "0.0>1"]


def test_items_can_be_kept_while_their_section_may_fall() -> None:
    assert falls(Ranks(4, KEPT), lists=(RankedList(0, 0, 3, 1),)) == ["0"]


def test_a_list_without_a_least_may_be_emptied() -> None:
    assert falls(Ranks(KEPT, 5), lists=(RankedList(0, 0, 2, 0),)) == ["0.0>1", "0.0>0"]


def test_a_list_shorter_than_its_least_is_left_alone() -> None:
    assert falls(Ranks(), lists=(RankedList(0, 0, 2, 3),)) == ["0"]


def test_what_is_referred_to_falls_after_who_refers_to_it() -> None:
    assert falls(Ranks(2), Ranks(9), leads={0: {1}}) == ["0", "1"]


def test_a_row_of_references_falls_from_its_beginning() -> None:
    assert falls(Ranks(1), Ranks(5), Ranks(9), leads={0: {1}, 1: {2}}) == ["0", "1", "2"]


def test_what_something_kept_refers_to_stays() -> None:
    assert falls(Ranks(KEPT), Ranks(9), Ranks(9), leads={0: {1}, 1: {2}}) == []
    assert falls(Ranks(1), Ranks(9), leads={0: {1}}, fixed=frozenset({0})) == []


def test_sections_that_refer_to_each_other_fall_last() -> None:
    assert falls(Ranks(3), Ranks(9), Ranks(1), leads={0: {1}, 1: {0}}) == ["2", "1", "0"]


def test_sections_that_refer_to_each_other_stay_with_what_refers_to_one_of_them() -> None:
    assert falls(Ranks(3), Ranks(3), Ranks(KEPT), Ranks(5), leads={0: {1}, 1: {0}, 2: {0}}) == ["3"]


def test_one_of_two_that_refer_to_it_does_not_let_it_fall() -> None:
    assert falls(Ranks(8), Ranks(2), Ranks(9), leads={0: {2}, 1: {2}}) == ["0", "1", "2"]


def test_lists_of_what_is_referred_to_are_shortened_all_the_same() -> None:
    lists = (RankedList(1, 0, 2, 1),)
    assert falls(Ranks(KEPT), Ranks(9), lists=lists, leads={0: {1}}) == ["1.0>1"]


def test_a_cut_says_no_more_of_a_section_that_falls_whole() -> None:
    drops = [Drop(0, 0, 2), Drop(0, 0, 1), Drop(1, 0, 3), Drop(0)]
    assert cut_of(drops[:3]) == Cut(frozenset(), {(0, 0): 1, (1, 0): 3})
    assert cut_of(drops) == Cut(frozenset({0}), {(1, 0): 3})
    assert not cut_of([])
    assert cut_of(drops[:1])
    assert cut_of(drops[3:])


@pytest.mark.parametrize(
    ("fallen", "said"),
    [
        ((), ""),
        ((Fallen("a"),), "'a'"),
        ((Fallen("a"), Fallen("b", 4, 12)), "'a' and 4 of 12 items of 'b'"),
        ((Fallen("a"), Fallen("b", 1, 1), Fallen("c")), "'a', the item of 'b' and 'c'"),
    ],
)
def test_what_fell_is_told_in_a_sentence(fallen: tuple[Fallen, ...], said: str) -> None:
    assert listed(fallen) == said
