from __future__ import annotations

from relation_files import diagnostics_of


def test_an_approximate_date_passes() -> None:
    found = diagnostics_of(
        {
            "milestones.yaml": """\
- id: a
  kind: upgrade
  title: Relations
  date: 2019~
  sources: [{ref: ref}]
""",
        },
        only="BG226",
    )

    assert found == []


def test_a_milestone_without_a_date_is_told() -> None:
    found = diagnostics_of(
        {
            "milestones.yaml": """\
- id: a
  kind: upgrade
  title: Upgrade
  sources: [{ref: ref}]
""",
        },
        only="BG226",
    )

    assert found == [
        "milestones.yaml:1:3: warning[BG226] 'a' has no date",
    ]


def test_a_signed_treaty_without_a_date_is_told() -> None:
    found = diagnostics_of(
        {
            "agreements.yaml": """\
- id: a
  kind: treaty
  title: Treaty
  state: signed
  sources: [{ref: ref}]
""",
        },
        only="BG226",
    )

    assert found == [
        "agreements.yaml:1:3: warning[BG226] 'a' has no date",
    ]
