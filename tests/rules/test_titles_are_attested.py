from __future__ import annotations

from rules.records import commission, person
from samples.relation_files import diagnostics_of


def test_an_office_held_today_passes() -> None:
    found = diagnostics_of(
        {
            "data/people.yaml": person(terms=["{title: Minister, party: BLR, level: minister, held: 2021/..}"]),
            "mechanisms.yaml": commission(cochairs=["{party: BLR, person: head, during: 2021}"]),
        },
        only="BG269",
        as_of="2026-11-24",
    )

    assert found == []


def test_an_office_that_is_not_attested_today_is_told() -> None:
    found = diagnostics_of(
        {
            "data/people.yaml": person(terms=["{title: Minister, party: BLR, level: minister, held: ../2021}"]),
            "mechanisms.yaml": commission(cochairs=["{party: BLR, person: head, during: 2021}"]),
        },
        only="BG269",
        as_of="2026-11-24",
    )

    assert found == [
        "mechanisms.yaml:5:28: warning[BG269] 'Head' is attested as Minister for ../2021, not as of 2026-11-24"
    ]


def test_who_is_said_to_have_left_the_chair_is_not_asked_about() -> None:
    terms = ["{title: Minister, party: BLR, level: minister, held: 2015/2017}"]
    files = {"data/people.yaml": person(terms=terms)}

    for during, number in (("2015/2017", 0), ("2015/..", 1), ("2017", 1), ("../2017", 1)):
        chairs = commission(cochairs=[f"{{party: BLR, person: head, during: {during}}}"])
        found = diagnostics_of({**files, "mechanisms.yaml": chairs}, only="BG269", as_of="2021-12-31")
        assert len(found) == number


def test_who_takes_the_chair_later_is_not_asked_about_before() -> None:
    terms = ["{title: Minister, party: BLR, level: minister, held: 2015/..}"]
    late = "{id: late, name: Late, sort_name: Late, terms: [{title: Aide, party: BLR, level: minister, held: 2022}]}"
    chairs = ["{party: BLR, person: head, during: 2015/..}", "{party: BLR, person: late, during: 2022}"]
    files = {"data/people.yaml": person(terms=terms) + f"- {late}\n", "mechanisms.yaml": commission(cochairs=chairs)}

    assert diagnostics_of(files, only="BG269", as_of="2021-12-31") == []
    assert len(diagnostics_of(files, only="BG269", as_of="2023-01-01")) == 1
