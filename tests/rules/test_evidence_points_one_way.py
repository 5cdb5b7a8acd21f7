from __future__ import annotations

from relation_files import TRADE, diagnostics_of


def test_evidence_on_one_side_passes() -> None:
    found = diagnostics_of(
        {
            "assessments.yaml": """\
- id: claim
  kind: assessment
  text: Exports held.
  supports: [b]
  sources: [{ref: ref}]
""",
            "trade.csv": TRADE
            + """\
a,2019,PAK,BLR,X,15.1,1000000,USD,ref
b,2020,PAK,BLR,X,15,1000000,USD,ref
""",
        },
        only="BG263",
    )

    assert found == []


def test_evidence_on_both_sides_is_told() -> None:
    found = diagnostics_of(
        {
            "assessments.yaml": """\
- id: claim
  kind: assessment
  text: Exports held.
  supports: [b]
  contradicts: [b]
  sources: [{ref: ref}]
""",
            "trade.csv": TRADE
            + """\
a,2019,PAK,BLR,X,15.1,1000000,USD,ref
b,2020,PAK,BLR,X,15,1000000,USD,ref
""",
        },
        only="BG263",
    )

    assert found == [
        "assessments.yaml:5:16: error[BG263] 'b' is to speak for 'claim' and against it",
    ]
