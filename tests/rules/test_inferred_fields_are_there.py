from __future__ import annotations

from relation_files import diagnostics_of


def test_a_field_that_is_filled_passes() -> None:
    found = diagnostics_of(
        {
            "visits.yaml": """\
- id: a
  kind: official
  title: Visit
  date: 2015
  visitor: {party: BLR, person: head}
  host: PAK
  inferred: [host]
  sources: [{ref: ref}]
""",
        },
        only="BG257",
    )

    assert found == []


def test_a_field_that_is_not_filled_is_told() -> None:
    found = diagnostics_of(
        {
            "visits.yaml": """\
- id: a
  kind: official
  title: Visit
  date: 2015
  visitor: {party: BLR, person: head}
  host: PAK
  inferred: [vanue]
  sources: [{ref: ref}]
""",
        },
        only="BG257",
    )

    assert found == [
        "visits.yaml:7:13: error[BG257] 'a' has no 'vanue' to infer",
    ]
