from __future__ import annotations

from rules.records import KNOWN, assessment, trade
from samples.relation_files import diagnostics_of


def test_a_certain_rise_passes() -> None:
    found = diagnostics_of(
        {
            "assessments.yaml": assessment(supports="[b]"),
            "trade.csv": trade("a,2019,PAK,BLR,X,15.1", "b,2020,PAK,BLR,X,20", **KNOWN),
        },
        only="BG238",
    )

    assert found == []


def test_a_rise_that_may_be_a_fall_is_told() -> None:
    found = diagnostics_of(
        {
            "assessments.yaml": assessment(supports="[b]"),
            "trade.csv": trade("a,2019,PAK,BLR,X,15.1", "b,2020,PAK,BLR,X,15", **KNOWN),
        },
        only="BG238",
    )

    assert found == [
        (
            "assessments.yaml:3:9: warning[BG238] 'claim' says that 2020 PAK to BLR (X) went up, but its "
            "change is -4.3 % to +3.0 %"
        ),
    ]


def test_a_rise_that_is_a_fall_is_told() -> None:
    found = diagnostics_of(
        {
            "assessments.yaml": assessment(supports="[b]"),
            "trade.csv": trade("a,2019,PAK,BLR,X,15.1", "b,2020,PAK,BLR,X,10", **KNOWN),
        },
        only="BG238",
    )

    assert found == [
        (
            "assessments.yaml:3:9: warning[BG238] 'claim' says that 2020 PAK to BLR (X) went up, but its "
            "change is -37.3 % to -30.2 %"
        ),
    ]
