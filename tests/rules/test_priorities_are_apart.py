from __future__ import annotations

from relation_files import diagnostics_of


def test_two_priorities_pass() -> None:
    found = diagnostics_of(
        {
            "recommendations.yaml": """\
- id: a
  action: Meet.
  area: politics
  priority: 1
  sources: [{ref: ref}]
- id: b
  action: Meet.
  area: politics
  priority: 2
  sources: [{ref: ref}]
""",
        },
        only="BG252",
    )

    assert found == []


def test_a_priority_used_twice_is_told() -> None:
    found = diagnostics_of(
        {
            "recommendations.yaml": """\
- id: a
  action: Meet.
  area: politics
  priority: 1
  sources: [{ref: ref}]
- id: b
  action: Meet.
  area: politics
  priority: 1
  sources: [{ref: ref}]
""",
        },
        only="BG252",
    )

    assert found == [
        "recommendations.yaml:9:13: warning[BG252] 'b' has priority 1, as has 'a'",
    ]
