from __future__ import annotations

import pytest

from rules.records import agreement, milestone, programme
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


@pytest.mark.parametrize(
    "record",
    [
        programme(),
        programme(state="negotiating"),
        programme(adopted="2015"),
        programme(span="2016/2020", state="adopted"),
    ],
)
def test_a_programme_that_may_be_to_come_or_has_its_years_passes(record: str) -> None:
    assert diagnostics_of({"programmes.yaml": record}, only="BG226") == []


@pytest.mark.parametrize("state", ["adopted", "under_way", "ended"])
def test_a_programme_that_was_adopted_at_no_time_is_told(state: str) -> None:
    found = diagnostics_of({"programmes.yaml": programme(state=state)}, only="BG226")

    assert found == ["programmes.yaml:1:3: warning[BG226] 'a' has no date"]


@pytest.mark.parametrize("state", ["negotiating", "initialled", "unknown"])
def test_an_agreement_that_may_be_to_come_passes(state: str) -> None:
    assert diagnostics_of({"agreements.yaml": agreement(signed=None, state=state)}, only="BG226") == []
