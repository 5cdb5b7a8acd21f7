"""What fell before something larger returns to the room that is left, within few looks."""

from __future__ import annotations

import pytest

from briefgen.pipeline.fitting.drop_order import Drop
from briefgen.pipeline.fitting.put_back import MOST_LOOKS, PuttingBack


def put_back(drops: list[Drop], sizes: list[float], room: float) -> tuple[list[Drop], int]:
    """What falls at last where sizes are as they are thought to be, and how often the brief was composed anew."""
    size, looks = dict(zip(drops, sizes, strict=True)), []

    def measured(fallen: list[Drop]) -> float | None:
        looks.append(fallen)
        left = room - sum(size[drop] for drop in drops if drop not in fallen)
        return left if left >= 0 else None

    return PuttingBack(drops, sizes).found(room, measured), len(looks)  # type: ignore[arg-type]


A, B, C, D = (Drop(place) for place in range(4))


@pytest.mark.parametrize(
    ("sizes", "room", "fallen", "looks"),
    [
        ([0.1, 0.1, 0.8], 0.3, [C], 1),
        ([0.1, 0.24, 0.8], 0.3, [A, C], 2),
        ([0.1, 0.35, 0.8], 0.3, [B, C], 2),
        ([0.1, 0.7, 0.8], 0.3, [B, C], 1),
        ([0.1, 0.1, 0.8], 0.03, [A, B, C], 0),
        ([0.5, 0.5, 0.8], 0.3, [A, B, C], 2),
    ],
)
def test_it_returns_by_rank_where_it_has_room(sizes: list[float], room: float, fallen: list[Drop], looks: int) -> None:
    assert put_back([A, B, C], sizes, room) == (fallen, looks)


def test_what_fell_last_is_known_to_have_no_room() -> None:
    assert put_back([A], [0.1], 0.5) == ([A], 0)


def test_items_of_a_section_that_stays_away_and_those_behind_one_that_does_are_not_tried() -> None:
    items = [Drop(0, 0, stay) for stay in (3, 2, 1)]
    assert put_back([*items, A, D], [0.1, 0.1, 0.1, 0.5, 1.0], 0.3) == ([*items, A, D], 1)
    assert put_back([*items, D], [0.1, 0.1, 0.5, 1.0], 0.3) == ([*items, D], 1)
    assert put_back([items[0], B, items[1], D], [0.1, 0.1, 0.5, 1.0], 0.3) == ([items[0], items[1], D], 2)


@pytest.mark.parametrize("many", [10, 1000])
def test_few_looks_are_taken_however_much_fell(many: int) -> None:
    drops = [Drop(place) for place in range(many)]
    for size in (0.05, 0.2, 0.4):
        _, looks = put_back(drops, [size] * many, 0.3)
        assert looks <= MOST_LOOKS


def test_what_cannot_be_made_does_not_return() -> None:
    assert PuttingBack([A, B, C], [0.1, 0.1, 0.5]).found(0.4, lambda _: None) == [A, B, C]
