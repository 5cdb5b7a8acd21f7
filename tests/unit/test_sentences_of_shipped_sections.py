"""What the shipped sections say of no fact, of one and of many: English, and no stronger than the fact."""
# ruff: noqa: E501 - a case is a line

from __future__ import annotations

import pytest

from briefgen.world import Memory
from readers.brief_lines import lines
from samples.composing import BASE, FOLDER, composed, loaded
from samples.shipped_briefs import ROOT

READER = "templates/audiences/reader.yaml"
SOURCES = "sources: [{ref: ref}]"
PACT = "{id: a, kind: treaty, title: Pact of Peace, signed: 2001-05-10"
ROADS = "{id: b, kind: agreement, title: Roads Agreement, signed: 2003-05"
STOCK = "{id: s, kind: stock, title: Documents of the visit"
BODY = "{id: x, kind: joint_commission, name: Joint Commission on Roads"
OTHER = "{id: y, kind: joint_commission, name: Joint Commission on Rivers"
COUNTED = f"sessions_held: [{{value: 2 sessions, {SOURCES}}}]"
GROUP = "kind: working_group, name: Group"


PEOPLE = """\
- id: ada
  name: Ada Novák
  sort_name: Novák, Ada
  terms:
    - {title: Deputy Minister of Roads of Belarus, party: BLR, level: deputy, held: 2010-01-01/2014-12-31, complete: true}
    - {title: Minister of Roads of Belarus, party: BLR, level: minister, held: 2015-01-01/..}
- id: bo
  name: Bo Shah
  sort_name: Shah, Bo
  terms:
    - {title: Minister of Roads of Pakistan, party: PAK, level: minister, held: 2012-01-01/2016-12-31, complete: true}
"""


def said(section: str, options: str = "", **records: list[str]) -> str:
    """The words of a shipped section over records in a line each, as one line."""
    name = f"templates/sections/{section}.md.j2"
    data = {
        f"{FOLDER}/{file}.yaml": "".join(f"- {record}, {SOURCES}}}\n" for record in of) for file, of in records.items()
    }
    files = {
        **BASE, **data, READER: BASE[READER].replace("[one]", f"[{section}{options}]"),
        name: (ROOT / name).read_text(encoding="utf-8"),
        "data/people.yaml": PEOPLE,
    }  # fmt: skip
    document, told = composed(loaded(Memory({path: text.encode() for path, text in files.items()})), "reader")
    assert [d for d in told if d.severity == "error"] == []
    return " ".join(" ".join(lines(document)).replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("agreements", "sentence"),
    [
        ([f"{PACT}, in_force: 2002-01-01"], "The treaty “Pact of Peace” has been in force since 1 January 2002 ."),
        ([f"{ROADS}, state: in_force"], "The Roads Agreement is in force; since when is not on record ."),
        (["{id: a, kind: agreement, title: Reciprocal protection of investments, in_force: 2002"],
         "The agreement “Reciprocal protection of investments” has been in force since 2002 ."),
        ([f"{PACT}, in_force: 2002", f"{ROADS}, state: in_force"],
         "Two of the treaties and agreements on record are in force ."),
        ([f"{PACT}, state: signed"],
         "The treaty “Pact of Peace” was signed on 10 May 2001; whether it is in force is not on record ."),
        ([f"{ROADS}, state: ratified"],
         "The Roads Agreement was signed in May 2003; whether it is in force is not on record ."),
        ([f"{PACT}, state: signed", f"{ROADS}, state: ratified"],
         "Two treaties and agreements have been signed; whether any is in force is not on record ."),
        ([f"{PACT}, state: signed", f"{PACT.replace('id: ', 'id: other-')}, state: signed"],
         "Two treaties have been signed; whether any is in force is not on record ."),
        ([f"{PACT}, in_force: 2002", f"{ROADS}, state: signed"], "The treaty “Pact of Peace” has been in force since 2002 ."),
        ([f"{PACT}, in_force: 2002, ended: 2005, state: terminated"], ""),
        (["{id: c, kind: treaty, title: Pact of War, state: negotiating"], ""),
        (["{id: c, kind: mou, title: Memorandum, signed: 2001, state: signed"], ""),
        ([f"{STOCK}, count: 17 documents, count_as_of: 2015-06-01"], "Documents of the visit numbered 17 by 1 June 2015 ."),
        ([f"{STOCK}, count: about 9 documents, count_as_of: ../2018"], "Documents of the visit numbered about nine by 2018 ."),
        ([f"{STOCK}, count: '> 80 documents'"], "Documents of the visit numbered more than 80; by when is not stated ."),
    ],
)  # fmt: skip
def test_the_bottom_line_says_what_is_in_force_and_what_is_counted(agreements: list[str], sentence: str) -> None:
    words = said("summary", agreements=agreements).replace("[1]", "").replace("[1,1]", "")
    told = " ".join(words.partition("Bottom line")[2].split()).removeprefix("> - ").replace("·", " ").replace("  ", " ")

    assert told.replace(" .", ".") == sentence.replace(" .", ".")


def test_a_bottom_line_that_has_nothing_to_say_has_no_box() -> None:
    assert "Bottom line" not in said("summary", agreements=["{id: c, kind: mou, title: Memorandum, state: signed"])


@pytest.mark.parametrize(
    ("mechanisms", "sentences"),
    [
        ([f"{BODY}, sessions_held: [{{value: 5 sessions, as_of: ../2021, {SOURCES}}}]"],
         ["The Joint Commission on Roads had met five times by 2021"]),
        ([f"{BODY}, sessions_held: [{{value: 1 session, as_of: ../2021, {SOURCES}}}]"],
         ["The Joint Commission on Roads had met once by 2021"]),
        ([f"{BODY}, sessions_held: [{{value: 12 sessions, as_of: 2019-05-01, {SOURCES}}}]"],
         ["The Joint Commission on Roads had met 12 times by 1 May 2019"]),
        ([f"{BODY}, sessions_held: [{{value: about 20 sessions, as_of: 2019, {SOURCES}}}]"],
         ["had met about 20 times by 2019"]),
        ([f"{BODY}, {COUNTED}, sessions: [{{date: 2018-05-03, {SOURCES}}}, {{date: 2019-05, {SOURCES}}}]"],
         ["has met two times; the last session on record was in May 2019"]),
        ([f"{BODY}, {COUNTED}, sessions: [{{date: 2018-05-03, {SOURCES}}}, {{number: 2, {SOURCES}}}]"],
         ["has met two times; the last session with a known date was on 3 May 2018"]),
        ([f"{BODY}, {COUNTED}"], ["has met two times; by when is not stated"]),
        ([f"{BODY}, sessions: [{{date: 2018-05, {SOURCES}}}]"], ["has met, with one session on record"]),
        ([f"{BODY}, sessions: [{{date: 2018-05, {SOURCES}}}, {{date: 2019-05, {SOURCES}}}]"],
         ["has met, with two sessions on record"]),
        ([BODY], ["The Joint Commission on Roads is on record, but no session of it"]),
        ([BODY, f"{OTHER}, sessions_held: [{{value: 3 sessions, as_of: ../2021, {SOURCES}}}]"],
         ["The Joint Commission on Roads is on record", "The Joint Commission on Rivers had met three times by 2021"]),
        ([f"{{id: g, {GROUP} A", BODY], ["The sources name one working group"]),
        ([f"{{id: g, {GROUP} A", f"{{id: h, {GROUP} B", BODY], ["The sources name two working groups"]),
    ],
)  # fmt: skip
def test_the_bottom_line_names_every_joint_commission(mechanisms: list[str], sentences: list[str]) -> None:
    words = said("summary", mechanisms=mechanisms)

    assert [sentence for sentence in sentences if sentence not in words] == []


@pytest.mark.parametrize(
    ("record", "status"),
    [
        ("kind: treaty, signed: 2001, state: signed", "signed; entry into force not stated"),
        ("kind: protocol, signed: 2001, state: signed", "signed; entry into force not stated"),
        ("kind: treaty, signed: 2001, state: signed, binding: yes", "signed; entry into force not stated; meant to be binding"),
        ("kind: mou, signed: 2001, state: signed, binding: no", "signed; not binding"),
        ("kind: mou, signed: 2001, state: signed", "signed"),
        ("kind: mou, signed: 2001, state: signed, binding: yes", "signed; entry into force not stated; meant to be binding"),
        ("kind: declaration, signed: 2001, state: signed", "signed"),
        ("kind: joint_statement, signed: 2001, state: signed, binding: no", "signed; not binding"),
        ("kind: treaty, state: negotiating", "being negotiated"),
        ("kind: treaty, state: initialled", "initialled"),
        ("kind: treaty, signed: 2001, in_force: 2002-03, binding: yes", "in force since Mar 2002; binding"),
        ("kind: treaty, signed: 2001, in_force: 2002, ended: 2010, state: terminated, binding: yes",
         "in force from 2002, terminated 2010"),
        (f"kind: treaty, signed: 2001, state: ratified, ratifications: [{{party: PAK, date: 2003, {SOURCES}}}]",
         "ratified by Pakistan 2003; entry into force not stated"),
        ((f"kind: treaty, signed: 2001, state: ratified, ratifications: [{{party: PAK, date: 2003, {SOURCES}}}, "
         f"{{party: BLR, {SOURCES}}}]"),
         "ratified by Pakistan 2003; ratified by Belarus; entry into force not stated"),
        ("kind: treaty, signed: 2001, state: ratified", "ratified; entry into force not stated"),
    ],
)  # fmt: skip
def test_the_status_of_a_document_says_what_it_can_come_to(record: str, status: str) -> None:
    words = said("agreements", agreements=[f"{{id: a, title: Paper, {record}"])

    assert f"| {status} Table 1" in words


@pytest.mark.parametrize(
    ("visits", "mechanisms", "line"),
    [
        (["date: 2012, visitor: {party: BLR, person: ada}"], [],
         "- Ada Novák, then Deputy Minister of Roads of Belarus (2012)"),
        (["date: 2012, visitor: {party: BLR, person: ada}", "date: 2016, visitor: {party: BLR, person: ada}"], [],
         "- Ada Novák, then Deputy Minister of Roads of Belarus (2012); Minister of Roads of Belarus (2016)"),
        (["date: 2016, visitor: {party: BLR, person: ada}", "date: 2017, visitor: {party: BLR, person: ada}"], [],
         "- Ada Novák, Minister of Roads of Belarus (2016, 2017)"),
        (["date: 2016, visitor: {party: BLR, person: ada}, counterparts: [{party: PAK, person: bo}]"], [],
         "- Ada Novák, Minister of Roads of Belarus (2016) - Bo Shah, then Minister of Roads of Pakistan (2016)"),
        (["date: 2016, visitor: {party: BLR, person: ada}"], ["{party: BLR, person: ada, during: 2015/.."],
         "- Ada Novák, Minister of Roads of Belarus (2016); heads the Belarusian side of the Joint Commission on Roads"),
        (["date: 2012, visitor: {party: BLR, person: ada}"], ["{party: BLR, person: ada, during: 2015/.."],
         ("- Ada Novák, then Deputy Minister of Roads of Belarus (2012); "
         "heads the Belarusian side of the Joint Commission on Roads as Minister of Roads of Belarus")),
        ([], ["{party: BLR, person: ada, during: 2015/.."],
         "- Ada Novák, Minister of Roads of Belarus; heads the Belarusian side of the Joint Commission on Roads"),
        ([], ["{party: PAK, person: bo, during: 2013/2015"],
         ("- Bo Shah, former Minister of Roads of Pakistan; "
         "headed the Pakistani side of the Joint Commission on Roads (2013–2015)")),
        (["date: 2014, visitor: {party: PAK, person: bo}"], ["{party: PAK, person: bo, during: 2013/2015"],
         ("- Bo Shah, then Minister of Roads of Pakistan (2014); headed the Pakistani side of the Joint Commission on Roads "
         "(2013–2015)")),
        ([], ["{party: BLR, person: ada, during: 2015/..", "{party: PAK, person: bo, during: 2013/2015"],
         "Joint Commission on Roads - Bo Shah, former Minister of Roads of Pakistan; headed"),
        (["date: 2016, visitor: {party: BLR, role: a Belarusian minister}"], [], ""),
    ],
)  # fmt: skip
def test_each_person_stands_once_with_the_offices_of_the_days_told_of(
    visits: list[str], mechanisms: list[str], line: str
) -> None:
    chairs = ", ".join(f"{chair}, {SOURCES}}}" for chair in mechanisms)
    words = said(
        "people",
        visits=[f"{{id: v{number}, kind: official, title: Visit, {visit}" for number, visit in enumerate(visits)],
        mechanisms=[f"{BODY}, cochairs: [{chairs}]"] if mechanisms else [],
    )

    assert line in words
    assert words.count("Ada Novák") <= 1
    assert words.count("Bo Shah") <= 1
    assert bool(line) is ("Names and titles" in words)


@pytest.mark.parametrize(
    ("cochairs", "line"),
    [
        (["{party: BLR, person: ada, during: 2015/.."], "Ada Novák, Minister of Roads of Belarus, heads the Belarusian side of the Joint Commission on Roads"),
        (["{party: BLR, person: ada, during: 2015/..", "{party: PAK, person: bo, during: 2013/2015"],
         "Bo Shah headed the Pakistani side of the Joint Commission on Roads"),
        (["{party: PAK, person: bo, during: 2013/2015"], "Bo Shah headed the Pakistani side of the Joint Commission on Roads"),
    ],
)  # fmt: skip
def test_each_head_of_a_body_has_a_sentence(cochairs: list[str], line: str) -> None:
    chairs = ", ".join(f"{chair}, {SOURCES}}}" for chair in cochairs)
    words = said("mechanisms", ": {cochairs: true}", mechanisms=[f"{BODY}, cochairs: [{chairs}]"])

    assert line in words


@pytest.mark.parametrize(
    ("record", "line"),
    [
        ("parties: [PAK], organisation: oic, role: member", "- A Large Organisation (OIC): Pakistan is listed as a member [1]."),
        ("parties: [PAK, BLR], organisation: oic, role: observer, during: 2001/..",
         "- A Large Organisation (OIC): Pakistan and Belarus are listed as observers, since 2001 [1]."),
        ("parties: [BLR], organisation: oic, role: dialogue_partner, during: 2001/2004",
         "- A Large Organisation (OIC): Belarus is listed as a dialogue partner, from 2001 to 2004 [1]."),
        ("parties: [BLR], organisation: oic, role: applicant, during: 2020",
         "- A Large Organisation (OIC): Belarus is listed as an applicant, in 2020 [1]."),
    ],
)  # fmt: skip
def test_a_membership_is_a_sentence_that_says_no_more_than_its_record(record: str, line: str) -> None:
    assert line in said("connectivity", memberships=[f"{{id: m, {record}"])


@pytest.mark.parametrize(
    ("count", "of", "card"),
    [
        ("1 session", "../2021", "1 / session / of the Joint Commission on Roads by 2021"),
        ("5 sessions", "2019-05-01", "5 / sessions / of the Joint Commission on Roads by 1 May 2019"),
        ("'> 5 sessions'", "2019", "> 5 / sessions / of the Joint Commission on Roads by 2019"),
    ],
)
def test_a_card_says_whose_sessions_it_counts_and_up_to_when(count: str, of: str, card: str) -> None:
    held = f"sessions_held: [{{value: {count}, as_of: {of}, {SOURCES}}}]"

    assert card in said("key_figures", mechanisms=[OTHER, f"{BODY}, {held}"])


@pytest.mark.parametrize(
    ("agreements", "question"),
    [
        ([f"{PACT}, state: signed"], "Has the Pact of Peace entered into force, and if so, when?"),
        ([f"{PACT}, state: signed", f"{ROADS}, state: signed"],
         "Have these entered into force, and if so, when: Pact of Peace and Roads Agreement?"),
    ],
)  # fmt: skip
def test_a_question_is_asked_of_one_or_of_several(agreements: list[str], question: str) -> None:
    assert question in said("questions", agreements=agreements)


@pytest.mark.parametrize(
    ("hedged", "line"),
    [("true", "Causal claim. Flights have brought traders. The source is cautious about it"),
     ("false", "Causal claim. Flights have brought traders")],
)  # fmt: skip
@pytest.mark.parametrize("options", ["", ": {all: true}"])
def test_the_caution_of_a_source_goes_with_its_claim(hedged: str, line: str, options: str) -> None:
    claim = f"{{id: a, kind: causal, text: Flights have brought traders., hedged: {hedged}"
    assert said("views", options, assessments=[claim]).endswith(f"- {line} [1].")


@pytest.mark.parametrize(
    ("visitor", "told"),
    [
        ("{party: BLR, role: a deputy minister}", "a deputy minister (Belarus) is to visit Pakistan"),
        ("{party: BLR, role: a deputy minister of Belarus}", "; a deputy minister of Belarus is to visit Pakistan"),
        ("{party: BLR, role: a Belarusian minister}", "; a Belarusian minister is to visit Pakistan"),
        ("{party: BLR, person: ada}", "; Ada Novák, Minister of Roads of Belarus, is to visit Pakistan"),
        ("{party: BLR}", "; Belarus is to visit Pakistan"),
    ],
)
def test_who_is_to_visit_has_a_country_where_a_role_alone_is_known(visitor: str, told: str) -> None:
    visit = f"{{id: v, kind: working, title: A visit, date: 2022, planned: true, recorded: 2021, host: PAK, visitor: {visitor}"
    assert told in said("ahead", visits=[visit])


STEP, VISIT = "{id: a, kind: other, title: Talks begin, date: 2001", "{id: v, kind: state, title: A visit, date: 2002"


@pytest.mark.parametrize(
    ("records", "caption"),
    [
        ({"milestones": [STEP, STEP.replace("id: a", "id: b")]}, "Milestones"),
        ({"milestones": [STEP], "visits": [VISIT]}, "Milestones and visits"),
        ({"visits": [VISIT, VISIT.replace("id: v", "id: w")]}, "Visits"),
        ({"visits": [VISIT], "agreements": [PACT]}, "Visits and agreements"),
    ],
)
def test_a_timeline_is_called_by_what_it_shows(records: dict[str, list[str]], caption: str) -> None:
    assert f" Figure 1: {caption} 200" in said("timeline", "", **records)
