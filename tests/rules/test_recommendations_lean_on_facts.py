from __future__ import annotations

from relation_files import diagnostics_of


def test_a_recommendation_with_a_fact_passes() -> None:
    found = diagnostics_of(
        {
            "positions.yaml": """\
- id: p
  parties: [PAK, BLR]
  statement: Both agree.
  sources: [{ref: ref}]
""",
            "recommendations.yaml": """\
- id: a
  action: Meet.
  area: politics
  facts: [p]
  sources: [{ref: ref}]
""",
        },
        only="BG250",
    )

    assert found == []


def test_a_recommendation_without_a_fact_is_told() -> None:
    found = diagnostics_of(
        {
            "recommendations.yaml": """\
- id: a
  action: Meet.
  area: politics
  sources: [{ref: ref}]
""",
        },
        only="BG250",
    )

    assert found == [
        "recommendations.yaml:1:3: warning[BG250] 'a' names no facts that it follows from",
    ]
