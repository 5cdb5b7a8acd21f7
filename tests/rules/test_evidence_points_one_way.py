from __future__ import annotations

from rules.records import assessment, trade
from samples.relation_files import diagnostics_of


def test_evidence_on_one_side_passes() -> None:
    found = diagnostics_of(
        {
            "assessments.yaml": assessment(text="Exports held.", supports="[b]"),
            "trade.csv": trade("a,2019,PAK,BLR,X,15.1", "b,2020,PAK,BLR,X,15"),
        },
        only="BG263",
    )

    assert found == []


def test_evidence_on_both_sides_is_told() -> None:
    found = diagnostics_of(
        {
            "assessments.yaml": assessment(text="Exports held.", supports="[b]", contradicts="[b]"),
            "trade.csv": trade("a,2019,PAK,BLR,X,15.1", "b,2020,PAK,BLR,X,15"),
        },
        only="BG263",
    )

    assert found == ["assessments.yaml:5:16: error[BG263] 'b' is to speak for 'claim' and against it"]
