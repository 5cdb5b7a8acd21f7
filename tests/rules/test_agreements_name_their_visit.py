from __future__ import annotations

from relation_files import diagnostics_of


def test_a_named_visit_passes() -> None:
    found = diagnostics_of(
        {
            "visits.yaml": """\
- id: v
  kind: official
  title: Visit
  date: 2015-05
  visitor: {party: BLR, person: head}
  host: PAK
  sources: [{ref: ref}]
""",
            "agreements.yaml": """\
- id: a
  kind: treaty
  title: Treaty
  signed: 2015-05-29
  signed_during: v
  sources:
    - {ref: ref, quote: 'the agreement'}
""",
        },
        only="BG231",
    )

    assert found == []


def test_an_unnamed_visit_of_the_same_days_is_told() -> None:
    found = diagnostics_of(
        {
            "visits.yaml": """\
- id: v
  kind: official
  title: Visit
  date: 2015-05
  visitor: {party: BLR, person: head}
  host: PAK
  sources: [{ref: ref}]
""",
            "agreements.yaml": """\
- id: a
  kind: treaty
  title: Treaty
  signed: 2015-05-29
  sources:
    - {ref: ref, quote: 'the agreement'}
""",
        },
        only="BG231",
    )

    assert found == [
        "agreements.yaml:4:11: info[BG231] 'a' was signed 2015-05-29, in the days of the visit 'v' (2015-05)",
    ]
