from __future__ import annotations

from relation_files import diagnostics_of


def test_two_ends_pass() -> None:
    found = diagnostics_of(
        {
            "milestones.yaml": """\
- id: e
  kind: other
  title: M
  sending: BLR
  host: PAK
  sources: [{ref: ref}]
""",
        },
        only="BG207",
    )

    assert found == []


def test_one_party_at_both_ends_is_told() -> None:
    found = diagnostics_of(
        {
            "milestones.yaml": """\
- id: e
  kind: other
  title: M
  sending: BLR
  host: BLR
  sources: [{ref: ref}]
""",
        },
        only="BG207",
    )

    assert found == [
        "milestones.yaml:4:12: error[BG207] both ends are BLR: sending and the one that receives",
    ]
