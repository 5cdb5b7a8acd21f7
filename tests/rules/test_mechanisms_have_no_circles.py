from __future__ import annotations

from rules.records import commission
from samples.relation_files import diagnostics_of


def test_a_tree_passes() -> None:
    found = diagnostics_of(
        {"mechanisms.yaml": commission(id="a") + commission(id="b", name="Group", parent="a")}, only="BG261"
    )

    assert found == []


def test_a_circle_is_told_at_each_parent() -> None:
    found = diagnostics_of(
        {"mechanisms.yaml": commission(id="a", parent="b") + commission(id="b", name="Group", parent="a")}, only="BG261"
    )

    assert found == [
        "mechanisms.yaml:4:11: error[BG261] the parents of 'a' lead back to it",
        "mechanisms.yaml:9:11: error[BG261] the parents of 'b' lead back to it",
    ]
