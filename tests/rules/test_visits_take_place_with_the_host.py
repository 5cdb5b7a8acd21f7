from __future__ import annotations

from relation_files import diagnostics_of


def test_a_visit_in_the_host_country_passes() -> None:
    found = diagnostics_of(
        {
            "visits.yaml": """\
- id: a
  kind: official
  title: Visit
  date: 2015
  visitor: {party: BLR, person: head}
  host: PAK
  venue: {country: PAK}
  sources: [{ref: ref}]
""",
        },
        only="BG260",
    )

    assert found == []


def test_a_visit_elsewhere_is_told() -> None:
    found = diagnostics_of(
        {
            "visits.yaml": """\
- id: a
  kind: official
  title: Visit
  date: 2015
  visitor: {party: BLR, person: head}
  host: PAK
  venue: {country: BLR}
  sources: [{ref: ref}]
""",
        },
        only="BG260",
    )

    assert found == [
        "visits.yaml:7:10: warning[BG260] 'a' is hosted by PAK, but takes place in BLR",
    ]
