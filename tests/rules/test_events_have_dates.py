from __future__ import annotations

from rules.records import agreement, milestone
from samples.relation_files import diagnostics_of


def test_an_approximate_date_passes() -> None:
    found = diagnostics_of(
        {"milestones.yaml": milestone(kind="upgrade", title="Relations", date="2019~")}, only="BG226"
    )

    assert found == []


def test_a_milestone_without_a_date_is_told() -> None:
    found = diagnostics_of({"milestones.yaml": milestone(kind="upgrade", title="Upgrade")}, only="BG226")

    assert found == ["milestones.yaml:1:3: warning[BG226] 'a' has no date"]


def test_a_signed_treaty_without_a_date_is_told() -> None:
    found = diagnostics_of({"agreements.yaml": agreement(signed=None, state="signed")}, only="BG226")

    assert found == ["agreements.yaml:1:3: warning[BG226] 'a' has no date"]
