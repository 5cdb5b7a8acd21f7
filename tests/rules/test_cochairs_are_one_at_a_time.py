from __future__ import annotations

from rules.records import commission, person
from samples.relation_files import diagnostics_of

MINISTER = ["{title: M, party: BLR, level: minister, held: ../2021}"]
TWO_MINISTERS = person(terms=MINISTER) + person(id="tail", name="Tail", sort_name="Tail", terms=MINISTER)


def test_a_successor_passes() -> None:
    found = diagnostics_of(
        {
            "data/people.yaml": TWO_MINISTERS,
            "mechanisms.yaml": commission(
                cochairs=[
                    "{party: BLR, person: head, during: 2015/2017}",
                    "{party: BLR, person: tail, during: 2018/2021}",
                ]
            ),
        },
        only="BG262",
    )

    assert found == []


def test_two_at_a_time_are_told() -> None:
    found = diagnostics_of(
        {
            "data/people.yaml": TWO_MINISTERS,
            "mechanisms.yaml": commission(
                cochairs=[
                    "{party: BLR, person: head, during: 2015/2018}",
                    "{party: BLR, person: tail, during: 2018/2021}",
                ]
            ),
        },
        only="BG262",
    )

    assert found == ["mechanisms.yaml:6:42: warning[BG262] 'jc' has two co-chairs of BLR in 2018/2021"]
