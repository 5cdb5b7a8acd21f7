from __future__ import annotations

from rules.records import milestone
from samples.relation_files import diagnostics_of


def test_one_beginning_passes() -> None:
    found = diagnostics_of(
        {
            "milestones.yaml": milestone(kind="diplomatic_relations", title="Relations", date="1994-02-03")
            + milestone(id="b", kind="upgrade", title="Relations", date="2014")
        },
        only="BG224",
    )

    assert found == []


def test_a_second_beginning_is_told() -> None:
    found = diagnostics_of(
        {
            "milestones.yaml": milestone(kind="diplomatic_relations", title="Relations", date="1994-02-03")
            + milestone(id="b", kind="diplomatic_relations", title="Relations", date="1992")
        },
        only="BG224",
    )

    assert found == [
        "milestones.yaml:7:9: warning[BG224] 'b' tells diplomatic relations again, first 'a' of 1994-02-03"
    ]
