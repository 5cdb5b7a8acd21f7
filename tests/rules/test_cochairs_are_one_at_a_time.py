from __future__ import annotations

import pytest

from rules.records import commission, person
from samples.relation_files import diagnostics_of

MINISTER = ["{title: M, party: BLR, level: minister, held: ../2021}"]
TWO_MINISTERS = person(terms=MINISTER) + person(id="tail", name="Tail", sort_name="Tail", terms=MINISTER)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2015/2017", "2018/2021"),
        ("2015/2018", "2018/2021"),
        ("2018/2021", "2015/2018"),
        ("2015/2018-10-16", "2018-10-16/.."),
        ("2015/2018-10", "2018-10"),
    ],
)
def test_a_successor_passes_also_where_both_name_the_day_of_the_change(one: str, other: str) -> None:
    found = diagnostics_of(
        {
            "data/people.yaml": TWO_MINISTERS,
            "mechanisms.yaml": commission(
                cochairs=[
                    f"{{party: BLR, person: head, during: {one}}}",
                    f"{{party: BLR, person: tail, during: {other}}}",
                ]
            ),
        },
        only="BG262",
    )

    assert found == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2015/2019", "2018/2021"),
        ("2018", "2018"),
        ("2015/..", "2018"),
        ("../2021", "2018/2020"),
        ("2015/2018-10-17", "2018-10-16/.."),
    ],
)
def test_two_at_a_time_are_told(one: str, other: str) -> None:
    found = diagnostics_of(
        {
            "data/people.yaml": TWO_MINISTERS,
            "mechanisms.yaml": commission(
                cochairs=[
                    f"{{party: BLR, person: head, during: {one}}}",
                    f"{{party: BLR, person: tail, during: {other}}}",
                ]
            ),
        },
        only="BG262",
    )

    assert found == [f"mechanisms.yaml:6:42: warning[BG262] 'jc' has two co-chairs of BLR in {other}"]
