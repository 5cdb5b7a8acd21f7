from __future__ import annotations

from rules.records import relation
from samples.relation_files import diagnostics_of


def test_a_review_to_come_passes() -> None:
    found = diagnostics_of({"relation.yaml": relation(review_by="2027-01")}, only="BG271", as_of="2026-11-24")

    assert found == []


def test_a_review_that_is_overdue_is_told() -> None:
    found = diagnostics_of(
        {"relation.yaml": relation(owner="Desk", review_by="2022-04-01")}, only="BG271", as_of="2026-11-24"
    )

    assert found == ["relation.yaml:7:12: warning[BG271] the review of 'x-y' was due 2022-04-01 (Desk)"]
