from __future__ import annotations

from rules.records import agreement, milestone
from samples.relation_files import diagnostics_of


def test_an_agreement_that_may_follow_the_relations_passes() -> None:
    found = diagnostics_of(
        {
            "milestones.yaml": milestone(id="rel", kind="diplomatic_relations", date="1994-02-03"),
            "agreements.yaml": agreement(id="t", signed="1994"),
        },
        only="BG210",
    )

    assert found == []


def test_an_agreement_before_the_relations_is_told() -> None:
    found = diagnostics_of(
        {
            "milestones.yaml": milestone(id="rel", kind="diplomatic_relations", date="1994-02-03"),
            "agreements.yaml": agreement(id="t", signed="1992"),
        },
        only="BG210",
    )

    assert found == [
        "agreements.yaml:4:11: warning[BG210] 't' of 1992 lies before the diplomatic relations of 1994-02-03"
    ]
