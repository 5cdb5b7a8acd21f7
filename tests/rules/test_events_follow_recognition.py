from __future__ import annotations

from relation_files import diagnostics_of


def test_an_agreement_that_may_follow_the_relations_passes() -> None:
    found = diagnostics_of(
        {
            "milestones.yaml": """\
- id: rel
  kind: diplomatic_relations
  title: M
  date: 1994-02-03
  sources: [{ref: ref}]
""",
            "agreements.yaml": """\
- id: t
  kind: treaty
  title: T
  signed: 1994
  sources: [{ref: ref}]
""",
        },
        only="BG210",
    )

    assert found == []


def test_an_agreement_before_the_relations_is_told() -> None:
    found = diagnostics_of(
        {
            "milestones.yaml": """\
- id: rel
  kind: diplomatic_relations
  title: M
  date: 1994-02-03
  sources: [{ref: ref}]
""",
            "agreements.yaml": """\
- id: t
  kind: treaty
  title: T
  signed: 1992
  sources: [{ref: ref}]
""",
        },
        only="BG210",
    )

    assert found == [
        "agreements.yaml:4:11: warning[BG210] 't' of 1992 lies before the diplomatic relations of 1994-02-03",
    ]
