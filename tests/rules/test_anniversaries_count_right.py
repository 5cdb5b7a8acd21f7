from __future__ import annotations

from relation_files import diagnostics_of


def test_twenty_five_years_later_pass() -> None:
    found = diagnostics_of(
        {
            "milestones.yaml": """\
- id: rel
  kind: other
  title: M
  date: 1994
  sources: [{ref: ref}]
- id: an
  kind: anniversary
  title: M
  date: 2019~
  counts_from: rel
  years: 25 years
  sources: [{ref: ref}]
""",
        }
    )

    assert found == []


def test_another_year_is_told() -> None:
    found = diagnostics_of(
        {
            "milestones.yaml": """\
- id: rel
  kind: other
  title: M
  date: 1994
  sources: [{ref: ref}]
- id: an
  kind: anniversary
  title: M
  date: 2018
  counts_from: rel
  years: 25 years
  sources: [{ref: ref}]
""",
        }
    )

    assert found == [
        "milestones.yaml:9:9: warning[BG221] 1994 + 25 = 2019, but 'an' is dated 2018",
    ]
