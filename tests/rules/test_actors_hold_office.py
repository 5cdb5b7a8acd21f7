from __future__ import annotations

from relation_files import diagnostics_of


def test_a_visit_within_a_term_passes() -> None:
    found = diagnostics_of(
        {
            "visits.yaml": """\
- id: a
  kind: official
  title: Visit
  sources: [{ref: ref}]
  date: 2015-05
  visitor: {party: BLR, person: head}
""",
        }
    )

    assert found == []


def test_a_visit_outside_of_every_term_is_told() -> None:
    found = diagnostics_of(
        {
            "visits.yaml": """\
- id: a
  kind: official
  title: Visit
  sources: [{ref: ref}]
  date: 2019
  visitor: {party: BLR, person: head}
""",
        }
    )

    assert found == [
        "visits.yaml:6:12: warning[BG218] 'Head' has no office at 2019",
    ]
