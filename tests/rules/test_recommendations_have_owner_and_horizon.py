from __future__ import annotations

from rules.records import recommendation
from samples.relation_files import diagnostics_of


def test_an_owner_and_a_horizon_pass() -> None:
    found = diagnostics_of({"recommendations.yaml": recommendation(owner="Both", horizon="ongoing")}, only="BG251")

    assert found == []


def test_what_is_missing_is_told_once_with_the_count() -> None:
    found = diagnostics_of(
        {
            "recommendations.yaml": recommendation(owner="Both", horizon="open")
            + recommendation(id="b", horizon="1y")
            + recommendation(id="c", horizon="open")
        },
        only="BG251",
    )

    assert found == [
        "recommendations.yaml:5:12: info[BG251] 2 of 3 recommendations have no horizon, first 'a'",
        "recommendations.yaml:7:3: info[BG251] 2 of 3 recommendations have no owner, first 'b'",
    ]
