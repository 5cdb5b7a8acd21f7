from __future__ import annotations

from rules.records import milestone
from samples.relation_files import diagnostics_of


def test_a_link_to_a_record_passes() -> None:
    found = diagnostics_of(
        {"milestones.yaml": milestone(id="base") + milestone(id="step", counts_from="base")}, only="BG202"
    )

    assert found == []


def test_a_link_to_nothing_is_told_at_the_link() -> None:
    found = diagnostics_of(
        {"milestones.yaml": milestone(id="base") + milestone(id="step", counts_from="bose")}, only="BG202"
    )

    assert found == ["milestones.yaml:8:16: error[BG202] there is no fact 'bose'"]
