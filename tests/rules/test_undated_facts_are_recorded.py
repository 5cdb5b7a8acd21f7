from __future__ import annotations

import pytest

from rules.records import commission, position, visit
from samples.relation_files import diagnostics_of

EARLIER = "2021-04-22"


def said_of(as_of: str | None, **files: str) -> list[str]:
    return diagnostics_of({f"{name}.yaml": text for name, text in files.items()}, "BG288", as_of)


def test_a_fact_without_a_time_is_told_for_an_earlier_day_alone() -> None:
    assert said_of(EARLIER, positions=position()) == [
        "relation.yaml:5:8: info[BG288] neither dated nor recorded, and so told as of 2021-04-22 as on any day: 'a'"
    ]
    assert [said_of(day, positions=position()) for day in (None, "2021-04-23", "2021-04", "2030")] == [[], [], [], []]


@pytest.mark.parametrize(
    "files",
    [
        {"positions": position(recorded="2020")},
        {"visits": visit(date="2015")},
        {"visits": visit(planned="true", recorded="2020")},
        {"visits": visit(planned="true")},
        {"mechanisms": commission(sessions=["{number: 1, date: 2015}"])},
    ],
)
def test_what_has_a_time_passes(files: dict[str, str]) -> None:
    assert said_of(EARLIER, **files) == []


def test_a_part_is_asked_for_its_own_and_many_are_counted() -> None:
    chairs = ["{party: PAK, person: head}", "{party: BLR, person: head}", "{party: BLR, person: head, during: 2015}"]
    (said,) = said_of(EARLIER, mechanisms=commission(created="2015", cochairs=chairs))
    assert said.endswith("any day: 'jc/cochairs/1', 'jc/cochairs/2' (2 of 4 facts)")

    (said,) = said_of(EARLIER, mechanisms=commission(cochairs=chairs[:2]), positions=position(), visits=visit(id="v"))
    assert said.endswith("and 2 more (5 of 5 facts)")
