from __future__ import annotations

from rules.records import KNOWN, assessment, trade
from samples.relation_files import diagnostics_of


def test_a_claim_that_nothing_contradicts_passes() -> None:
    found = diagnostics_of(
        {
            "assessments.yaml": assessment(text="Exports held.", supports="[b]"),
            "trade.csv": trade("a,2019,PAK,BLR,X,15.1", "b,2020,PAK,BLR,X,15", **KNOWN),
        },
        only="BG253",
    )

    assert found == []


def test_a_contradicted_claim_is_told_with_the_figures() -> None:
    found = diagnostics_of(
        {
            "assessments.yaml": assessment(text="Trade went well.", contradicts="[b]"),
            "trade.csv": trade("a,2019,PAK,BLR,X,15.1", "b,2020,PAK,BLR,X,15", **KNOWN),
        },
        only="BG253",
    )

    assert found == [
        (
            "assessments.yaml:4:16: warning[BG253] 'claim' stands against 2020 PAK to BLR (X), whose change "
            "is -4.3 % to +3.0 %"
        ),
    ]


def test_a_contested_claim_is_only_noted() -> None:
    found = diagnostics_of(
        {
            "assessments.yaml": assessment(text="Trade went well.", contradicts="[b]", status="contested"),
            "trade.csv": trade("a,2019,PAK,BLR,X,15.1", "b,2020,PAK,BLR,X,15", **KNOWN),
        },
        only="BG253",
    )

    assert found == [
        (
            "assessments.yaml:4:16: info[BG253] 'claim' stands against 2020 PAK to BLR (X), whose change is "
            "-4.3 % to +3.0 %"
        ),
    ]
