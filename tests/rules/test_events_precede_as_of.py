from __future__ import annotations

from rules.records import visit
from samples.relation_files import diagnostics_of


def test_an_event_of_the_month_of_the_as_of_date_passes() -> None:
    found = diagnostics_of({"visits.yaml": visit(date="2021-04")})

    assert found == []


def test_an_event_after_the_as_of_date_is_told() -> None:
    found = diagnostics_of({"visits.yaml": visit(date="2021-05")})

    assert found == ["visits.yaml:5:9: warning[BG208] 'a' is dated 2021-05, but the data is as of 2021-04-23"]


def test_every_date_counts_as_what_it_is() -> None:
    found = diagnostics_of(
        {
            "trade.csv": "id,period,exporter,importer,flow,value,scale,currency,sources\n"
            "a,2021,PAK,BLR,X,5,1000000,USD,ref\n",
            "memberships.yaml": """\
- {id: m, parties: [PAK], organisation: oic, role: member, during: 2022/.., sources: [{ref: ref}]}
""",
            "mechanisms.yaml": """\
- id: jc
  kind: council
  name: Council
  sources: [{ref: ref}]
  sessions_held: [{value: 2 sessions, as_of: ../2021}, {value: 3 sessions, as_of: ../2022}]
""",
        },
        only="BG208",
    )

    assert [line.split(": ", 1)[0] for line in found] == [
        "mechanisms.yaml:5:83",
        "memberships.yaml:1:68",
        "trade.csv:2:3",
    ]


def test_a_judgement_of_what_lies_ahead_says_when_it_was_known() -> None:
    found = diagnostics_of(
        {
            "assessments.yaml": """\
- {id: a, kind: expectation, text: It will grow., date: 2030, recorded: 2020, sources: [{ref: ref}]}
- {id: b, kind: expectation, text: It will grow., date: 2030, sources: [{ref: ref}]}
""",
        },
        only="BG208",
    )

    assert found == [
        "assessments.yaml:2:57: warning[BG208] 'b' is dated 2030, but the data is as of 2021-04-23",
    ]


def test_what_was_recorded_later_is_told_once_whenever_it_was() -> None:
    late = visit(date="2022", recorded="2021-04-24")
    plan = visit(date="2027", recorded="2021-04-24", planned="true")
    expected = ["visits.yaml:6:13: warning[BG208] 'a' was recorded 2021-04-24, but the data is as of 2021-04-23"]

    assert [diagnostics_of({"visits.yaml": text}, only="BG208") for text in (late, plan)] == [expected, expected]
    assert (
        diagnostics_of({"visits.yaml": visit(date="2027", recorded="2021-04-23", planned="true")}, only="BG208") == []
    )
