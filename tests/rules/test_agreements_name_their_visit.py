from __future__ import annotations

from rules.records import agreement, visit_of_the_head
from samples.relation_files import diagnostics_of


def test_a_named_visit_passes() -> None:
    found = diagnostics_of(
        {
            "visits.yaml": visit_of_the_head(id="v", date="2015-05"),
            "agreements.yaml": agreement(signed="2015-05-29", signed_during="v"),
        },
        only="BG231",
    )

    assert found == []


def test_an_unnamed_visit_of_the_same_days_is_told() -> None:
    found = diagnostics_of(
        {
            "visits.yaml": visit_of_the_head(id="v", date="2015-05"),
            "agreements.yaml": agreement(signed="2015-05-29"),
        },
        only="BG231",
    )

    assert found == [
        "agreements.yaml:4:11: info[BG231] 'a' was signed 2015-05-29, in the days of the visit 'v' (2015-05)"
    ]
