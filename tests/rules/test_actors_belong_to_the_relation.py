from __future__ import annotations

from rules.records import visit
from samples.relation_files import diagnostics_of


def test_a_host_of_the_relation_passes() -> None:
    found = diagnostics_of({"visits.yaml": visit(host="PAK")}, only="BG206")

    assert found == []


def test_a_third_party_is_told() -> None:
    found = diagnostics_of({"visits.yaml": visit(host="CHN")}, only="BG206")

    assert found == ["visits.yaml:5:9: error[BG206] 'CHN' is not a party of this relation (PAK and BLR)"]


def test_a_position_of_another_pair_is_told() -> None:
    found = diagnostics_of(
        {
            "positions.yaml": """\
- id: a
  parties: [PAK, CHN]
  statement: They agree.
  sources: [{ref: ref}]
""",
            "memberships.yaml": """\
- {id: m, parties: [CHN], organisation: oic, role: member, sources: [{ref: ref}]}
""",
        },
        only="BG206",
    )

    assert found == [
        "memberships.yaml:1:20: error[BG206] 'CHN' is not a party of this relation (PAK and BLR)",
        "positions.yaml:2:12: error[BG206] 'CHN' is not a party of this relation (PAK and BLR)",
    ]


def test_who_is_met_and_who_builds_may_be_others() -> None:
    found = diagnostics_of(
        {
            "visits.yaml": """\
- id: a
  kind: meeting
  title: Meeting
  visitor: {party: BLR}
  counterparts: [{party: PAK}, {party: CHN}]
  sources: [{ref: ref}]
""",
            "projects.yaml": "- {id: p, kind: other, name: Park, parties: [CHN, BLR], sources: [{ref: ref}]}\n",
        },
        only="BG206",
    )

    assert found == []


def test_a_visitor_of_a_third_party_is_told() -> None:
    found = diagnostics_of(
        {
            "visits.yaml": """\
- id: a
  kind: official
  title: Visit
  visitor: {party: CHN}
  sources: [{ref: ref}]
""",
        },
        only="BG206",
    )

    assert found == ["visits.yaml:4:12: error[BG206] 'CHN' is not a party of this relation (PAK and BLR)"]
