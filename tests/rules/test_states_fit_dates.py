from __future__ import annotations

import pytest

from rules.records import agreement
from samples.relation_files import diagnostics_of


def test_a_signed_treaty_passes() -> None:
    found = diagnostics_of({"agreements.yaml": agreement(state="signed")}, only="BG232")

    assert found == []


def test_a_signed_treaty_in_force_is_told() -> None:
    found = diagnostics_of({"agreements.yaml": agreement(state="signed", in_force="2016")}, only="BG232")

    assert found == ["agreements.yaml:5:10: warning[BG232] 'a' is signed, but in force 2016"]


def test_a_signed_treaty_under_negotiation_is_told() -> None:
    found = diagnostics_of({"agreements.yaml": agreement(state="negotiating")}, only="BG232")

    assert found == ["agreements.yaml:5:10: warning[BG232] 'a' is negotiating, but signed 2015"]


RATIFIED = "[{party: PAK, date: 2016}, {party: BLR, date: 2017}]"


@pytest.mark.parametrize(
    ("state", "more", "but"),
    [
        ("signed", {"in_force": "2021-04-23"}, "in force 2021-04-23"),
        ("signed", {"in_force": "2021-04-24"}, None),
        ("in_force", {"in_force": "2021-04-23"}, None),
        ("in_force", {"in_force": "2021-04-24"}, "enters into force 2021-04-24 only"),
        ("in_force", {"in_force": "2016", "ended": "2021-04-23"}, "ended 2021-04-23"),
        ("in_force", {"in_force": "2016", "ended": "2021-04-24"}, None),
        ("suspended", {"ended": "2020"}, "ended 2020"),
        ("unknown", {"ended": "2020"}, None),
        ("terminated", {"ended": "2021-04-23"}, None),
        ("terminated", {"ended": "2021-04-24"}, "ends 2021-04-24 only"),
        ("expired", {"ended": "2030"}, "ends 2030 only"),
        ("ended", {"ended": "2020"}, None),
        ("signed", {"ratifications": RATIFIED}, "both parties have ratified it"),
        ("signed", {"ratifications": "[{party: PAK, date: 2016}]"}, None),
        ("ratified", {"ratifications": RATIFIED}, None),
        ("ratified", {"in_force": "2016"}, "in force 2016"),
        ("unknown", {"in_force": "2016"}, None),
    ],
)
def test_the_dates_as_of_the_relations_day_decide(state: str, more: dict[str, str], but: str | None) -> None:
    found = diagnostics_of({"agreements.yaml": agreement(state=state, **more)}, only="BG232")

    assert [line.partition(", but ")[2] for line in found] == ([but] if but else [])
