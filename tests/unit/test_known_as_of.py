"""What a brief as of a day knows: every date counts, each as what it is, also those of parts."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Annotated, Any

import pytest

from briefgen.diagnostics import Place
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.known import Standing, is_reached, standing
from briefgen.model.values.date import Date, parse_date
from briefgen.view import Request, view
from briefgen.view.as_of import not_yet
from briefgen.world import Memory
from samples.composing import BASE, FOLDER, loaded
from samples.drawn_kinds import HOW, REACHED, STATE, UNTOLD, drawn_class
from samples.made_records import made_record

if TYPE_CHECKING:
    from briefgen.model.view import Item

FILES = {
    **BASE,
    "templates/sections/one.md.j2": "Words.\n",
    f"{FOLDER}/agreements.yaml": """\
- {id: stock, kind: stock, title: Documents, count: 17 documents, count_as_of: 2018, sources: [{ref: ref}]}
- {id: until, kind: stock, title: More documents, count: 80 documents, count_as_of: ../2018, sources: [{ref: ref}]}
- {id: treaty, kind: treaty, title: Treaty, signed: 2015-05, in_force: 2017-03, state: in_force, sources: [{ref: ref}]}
- {id: dateless, kind: treaty, title: Treaty, in_force: 2017-03, sources: [{ref: ref}]}
""",
    f"{FOLDER}/mechanisms.yaml": """\
- id: council
  kind: council
  name: Council
  created: 2015
  sources: [{ref: ref}]
  sessions: [{number: 1, date: 2015-11}, {number: 2, date: 2018-02}]
  sessions_held: [{value: 1 session, as_of: 2015}, {value: 2 sessions, as_of: 2018}]
  cochairs:
    - {party: PAK, person: head, during: 2015/2016}
    - {party: BLR, person: head, during: 2018/..}
- id: late
  kind: working_group
  name: A group that first met in 2018
  sources: [{ref: ref}]
  sessions: [{number: 1, date: 2018-02}]
- id: recorded
  kind: working_group
  name: A group that was known of before it met
  recorded: 2015
  sources: [{ref: ref}]
  sessions: [{number: 1, date: 2018-02}]
""",
    f"{FOLDER}/memberships.yaml": """\
- {id: member, parties: [PAK], organisation: oic, role: member, during: 2018/.., sources: [{ref: ref}]}
""",
    f"{FOLDER}/assessments.yaml": """\
- {id: decade, kind: assessment, text: Quiet years., date: 2009/2018, sources: [{ref: ref}]}
- {id: hope, kind: expectation, text: Trade will grow., date: 2030, recorded: 2015, sources: [{ref: ref}]}
- {id: guess, kind: expectation, text: Trade will grow., date: 2030, sources: [{ref: ref}]}
""",
    f"{FOLDER}/trade.csv": """\
id,period,exporter,importer,flow,value,scale,currency,sources
y15,2015,PAK,BLR,X,15,1000000,USD,ref
y16,2016,PAK,BLR,X,15,1000000,USD,ref
""",
}
WORKSPACE = loaded(Memory({name: text.encode() for name, text in FILES.items()}))


def known(as_of: str) -> dict[str, Item]:
    """Id → item of all that a brief of a day knows."""
    seen = view(WORKSPACE.relations[0], WORKSPACE.audiences[0], Request(parse_date(as_of))).value
    return {item.id: item for found in seen.items.values() for item in found}


def parts_of(item: Item, name: str) -> list[Any]:
    value = item.fields[name]
    assert isinstance(value, tuple)
    return [part.fields for part in value]


def test_what_came_later_is_not_known() -> None:
    assert set(known("2016-06-01")) == {"treaty", "council", "recorded", "hope", "y15"}
    assert set(known("2019-01-01")) == {
        "stock", "until", "treaty", "dateless", "council", "late", "recorded", "member", "decade", "hope", "y15", "y16",
    }  # fmt: skip


def test_what_was_recorded_by_some_day_is_known_from_where_that_day_begins() -> None:
    recorded = parse_date("../2027-03")

    assert not is_reached(FieldRole.RECORDED, recorded, parse_date("2027-02-28"))
    assert is_reached(FieldRole.RECORDED, recorded, parse_date("2027-03-01"))


def test_a_year_of_trade_is_known_when_it_is_over() -> None:
    assert "y16" not in known("2016-12-30")
    assert "y16" in known("2016-12-31")


def test_a_value_up_to_a_year_is_known_from_that_year_on() -> None:
    assert "until" not in known("2017-12-31")
    assert "until" in known("2018-01-01")


def test_what_follows_on_a_signature_is_not_said_before() -> None:
    before, after = known("2016-06-01")["treaty"].fields, known("2017-03-01")["treaty"].fields

    assert (str(before["signed"]), before["in_force"], before["state"]) == ("2015-05", None, "signed")
    assert (str(after["in_force"]), after["state"]) == ("2017-03", "in_force")


def test_parts_are_as_of_the_day() -> None:
    body = known("2016-06-01")["council"]

    assert [part["number"] for part in parts_of(body, "sessions")] == [1]
    assert [str(part["value"].value) for part in parts_of(body, "sessions_held")] == ["1"]
    assert [part["party"] for part in parts_of(body, "cochairs")] == ["PAK"]


@pytest.mark.parametrize("text", REACHED)
@pytest.mark.parametrize("role", HOW, ids=lambda role: role.name)
def test_a_date_is_reached_as_what_it_is(role: FieldRole, text: str) -> None:
    assert is_reached(role, parse_date(text), parse_date("2021-04-23")) is REACHED[text][HOW[role]]


@pytest.mark.parametrize("role", [role for role in FieldRole if role not in HOW], ids=lambda role: role.name)
def test_what_is_no_date_is_never_reached(role: FieldRole) -> None:
    of_the_record = role in {FieldRole.RECORDED, FieldRole.EMBARGO}

    assert is_reached(role, parse_date("2015"), parse_date("2021-04-23")) is of_the_record


def test_a_part_that_is_hidden_does_not_date_what_it_is_a_part_of() -> None:
    later = "{number: 2, date: 2018-02}"
    hidden = "{number: 1, date: 2014, sensitivity: restricted}"
    body = "- {id: late, kind: council, name: Late, sources: [{ref: ref}], sessions: [%s]}\n"
    seen = [
        view(loaded(Memory({
            **{name: text.encode() for name, text in FILES.items()},
            f"{FOLDER}/mechanisms.yaml": (body % sessions).encode(),
        })).relations[0], WORKSPACE.audiences[0], Request(parse_date("2016"))).value.items
        for sessions in (later, f"{hidden}, {later}")
    ]  # fmt: skip

    assert seen[0] == seen[1]
    assert seen[0]["mechanisms"] == ()


def test_what_a_judgement_speaks_of_may_lie_ahead_and_is_said() -> None:
    assert str(known("2016-06-01")["hope"].fields["date"]) == "2030"


MORE = "sources: [{ref: ref}]"
IN_ORDER = {
    "milestones": "kind: other, title: T, date",
    "agreements": "kind: treaty, title: T, in_force",
    "memberships": "parties: [PAK], organisation: oic, role: member, during",
    "assessments": "kind: assessment, text: T., date",
}


@pytest.mark.parametrize(("name", "fields"), IN_ORDER.items())
def test_facts_stand_in_order_of_their_time_the_undated_last(name: str, fields: str) -> None:
    undated = fields.rpartition(",")[0]
    records = (
        f"- {{id: c, {undated}, {MORE}}}\n- {{id: b, {fields}: 2016, {MORE}}}\n- {{id: a, {fields}: 2015, {MORE}}}\n"
    )
    files = {**FILES, f"{FOLDER}/{name}.yaml": records}
    workspace = loaded(Memory({path: text.encode() for path, text in files.items()}))
    seen = view(workspace.relations[0], workspace.audiences[0], Request()).value

    assert [item.id for item in seen.items[name]] == ["a", "b", "c"]


def test_figures_stand_in_order_of_their_periods() -> None:
    files = {**FILES, f"{FOLDER}/trade.csv": FILES[f"{FOLDER}/trade.csv"] + "y14,2014,PAK,BLR,X,15,1000000,USD,ref\n"}
    workspace = loaded(Memory({path: text.encode() for path, text in files.items()}))
    seen = view(workspace.relations[0], workspace.audiences[0], Request()).value

    assert [item.id for item in seen.items["observations"]] == ["y14", "y15", "y16"]


def test_what_ends_later_is_told_without_its_end() -> None:
    made = drawn_class("Made", (FieldRole.HAPPENED, FieldRole.BEGINS, FieldRole.ENDS))
    dates = {"happened": parse_date("2015"), "begins": parse_date("2018"), "ends": parse_date("2030")}
    fact = made(id="a", place=Place("x"), **{**dates, "state": STATE})  # type: ignore[arg-type]

    assert standing(fact, parse_date("2016")) is Standing.TOLD
    assert not_yet(fact, parse_date("2016")) == {"begins": None, "ends": None, "state": UNTOLD}
    assert not_yet(fact, parse_date("2018")) == {"ends": None}
    assert not_yet(fact, parse_date("2030")) == {}


def _word_of(role: FieldRole, date: str, as_of: str, *, of_the_whole: bool = False) -> str:
    """What is left on a day of a word that tells of a date."""
    narrowed = Narrowed(choices=(STATE, UNTOLD), tells_of="date", of_the_whole=of_the_whole)
    fields: list[tuple[str, Any, Any]] = [
        ("date", Annotated[Date, Declared(role)], field()),
        ("state", Annotated[str, Declared(FieldRole.ONE_OF, "", narrowed)], field(default=UNTOLD)),
    ]
    made = made_record("Made", fields)
    fact = made(id="a", place=Place("x"), recorded=parse_date("2020"), date=parse_date(date), state=STATE)
    return str({"state": STATE, **not_yet(fact, parse_date(as_of))}["state"])


@pytest.mark.parametrize(
    ("role", "date", "as_of", "left"),
    [
        (FieldRole.SPEAKS_OF, "2030", "2021", UNTOLD),
        (FieldRole.SPEAKS_OF, "2030", "2029-12-31", UNTOLD),
        (FieldRole.SPEAKS_OF, "2030", "2030-01-01", STATE),
        (FieldRole.DURING, "2018/2030", "2017-12-31", UNTOLD),
        (FieldRole.DURING, "2018/2030", "2018-01-01", STATE),
        (FieldRole.DURING, "2018/2030", "2021", STATE),
        (FieldRole.ENDS, "2030", "2021", UNTOLD),
        (FieldRole.ENDS, "2030", "2030", STATE),
    ],
)
def test_a_word_is_said_once_the_date_that_it_tells_of_is_reached(
    role: FieldRole, date: str, as_of: str, left: str
) -> None:
    assert _word_of(role, date, as_of) == left


def test_what_is_said_of_a_whole_time_waits_for_its_end() -> None:
    assert _word_of(FieldRole.DURING, "2018/2030", "2029-12-31", of_the_whole=True) == UNTOLD
    assert _word_of(FieldRole.DURING, "2018/2030", "2030-01-01", of_the_whole=True) == STATE


def test_a_link_to_a_claim_that_the_audience_is_not_shown_is_cut() -> None:
    rows = "id,period,exporter,importer,flow,value,scale,currency,status,sources\n"
    rows += "a,2015,PAK,BLR,X,15,1000000,USD,preferred,ref\nb,2015,PAK,BLR,X,16,1000000,USD,contested,ref\n"
    text = "- {id: c, kind: assessment, text: T., supports: [a, b], sources: [{ref: ref}]}\n"
    files = {**FILES, f"{FOLDER}/trade.csv": rows, f"{FOLDER}/assessments.yaml": text}
    files["templates/audiences/reader.yaml"] += "claims: preferred\n"
    workspace = loaded(Memory({path: text.encode() for path, text in files.items()}))
    (seen,) = view(workspace.relations[0], workspace.audiences[0], Request()).value.items["assessments"]

    assert seen.fields["supports"] == ("a",)
