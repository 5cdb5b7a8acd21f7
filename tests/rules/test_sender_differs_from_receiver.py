from __future__ import annotations

from rules.records import investment, milestone
from samples.relation_files import diagnostics_of


def test_two_ends_pass() -> None:
    found = diagnostics_of({"milestones.yaml": milestone(id="e", sending="BLR", host="PAK")}, only="BG207")

    assert found == []


def test_one_party_at_both_ends_is_told() -> None:
    found = diagnostics_of({"milestones.yaml": milestone(id="e", sending="BLR", host="BLR")}, only="BG207")

    assert found == ["milestones.yaml:4:12: error[BG207] both ends are BLR: sending and the one that receives"]


def test_who_invests_in_itself_is_told() -> None:
    found = diagnostics_of({"investments.yaml": investment(investor="PAK", host="PAK")}, only="BG207")

    assert found == ["investments.yaml:4:13: error[BG207] both ends are PAK: investor and the one that receives"]
    assert diagnostics_of({"investments.yaml": investment(investor="PAK", host="BLR")}, only="BG207") == []
