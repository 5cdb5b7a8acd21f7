"""Timelines: labels stand clear of each other and of leaders, and the scale gives room where things happened."""

from __future__ import annotations

import datetime as dt
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.charts import Timeline
from briefgen.model.document import Exhibit
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.traversal import in_rows
from briefgen.render.charts.lettering import Lettering
from briefgen.render.charts.time_scale import time_scale
from briefgen.render.charts.timeline_labels import PlacedLabel, WantedLabel, placed_labels
from briefgen.render.charts.timeline_layout import _wanted
from samples.shipped_briefs import brief

WIDTH = 481.9


def _touching(placed: tuple[PlacedLabel, ...]) -> int:
    return sum(
        one.above is other.above and one.level == other.level and one.left < other.right and other.left < one.right
        for one, other in combinations(placed, 2)
    )


@given(st.lists(st.tuples(st.floats(0, WIDTH), st.floats(10, 110)), min_size=1, max_size=14))
def test_labels_never_touch_and_stay_inside(wanted: list[tuple[float, float]]) -> None:
    placed = placed_labels(tuple(WantedLabel(("a",), size, x) for x, size in sorted(wanted)), WIDTH)
    assert _touching(placed) == 0
    assert all(label.left >= 0 and label.right <= WIDTH for label in placed)


@pytest.mark.parametrize("audience", ["minister", "parliament", "researcher", "public"])
def test_in_the_shipped_briefs_no_leader_crosses_another_or_a_label(audience: str) -> None:
    timelines = [
        b.graphic for b in in_rows(brief(audience).blocks) if isinstance(b, Exhibit) and isinstance(b.graphic, Timeline)
    ]
    assert timelines
    letters = Lettering.of(DEFAULT_STYLE)
    for graphic in timelines:
        days = [day for event in graphic.events for day in (event.start, event.end)]
        scale = time_scale(days, 8, WIDTH - 8)
        placed = placed_labels(tuple(_wanted(event, scale, letters, WIDTH) for event in graphic.events), WIDTH)
        for one, other in permutations(placed, 2):
            if one.above is other.above:
                assert (one.event_x - other.event_x) * (one.column - other.column) >= 0
                assert one.level >= other.level or not one.left < other.column < one.right
        assert max(abs(label.column - label.event_x) for label in placed) < 100


def test_a_stretch_with_few_events_takes_less_room_than_its_years() -> None:
    early = [dt.date(1991, 1, 1), dt.date(1994, 2, 3)]
    late = [dt.date(2014 + n % 5, 1 + n, 1) for n in range(11)]
    one, other = time_scale([*early, *late], 0, 500).stretches
    assert (one.right - one.left) / (one.last - one.first) < (other.right - other.left) / (other.last - other.first)
    assert one.last - one.first == 4
