"""What a team's declaration makes: kinds, facts and their values, as of any other kind."""

from __future__ import annotations

import pickle
import re
from dataclasses import replace
from decimal import Decimal

import jsonschema
import pytest
import yaml
from jinja2.parser import _statement_keywords

from briefgen.cli.relation_skeleton import relation_files
from briefgen.compose import FieldUse
from briefgen.compose.brief_state import Brief
from briefgen.compose.source.template_problems import Problems
from briefgen.compose.template.block_functions import Blocks
from briefgen.compose.template.filters import Filters
from briefgen.compose.template.namespace import context_of, functions_of, known_names
from briefgen.compose.template.sandbox import SectionEnvironment
from briefgen.diagnostics import Place, Report
from briefgen.load import json_schemas, load
from briefgen.model.facts.declarations import fits, values_of
from briefgen.model.facts.field_roles import FieldRole, Narrowed
from briefgen.model.facts.own_fact import OwnFact, own_record, with_values
from briefgen.model.facts.own_roles import OWN_ROLES, own_role
from briefgen.model.facts.parties_people_references import Venue
from briefgen.model.facts.relation import every_fact
from briefgen.model.kinds import SHIPPED_KINDS, kind_of
from briefgen.model.template_names import TAKEN
from briefgen.model.values.date import parse_date
from briefgen.model.values.text import Text
from briefgen.view import Request, view
from briefgen.world import Memory
from readers.document_words import document_words
from samples.composing import composed
from samples.english_words import english
from samples.own_kinds import DATA, ENTERPRISES, LOANS, memory

WORKSPACE = load(Memory(memory())).value
FACTS = {fact.id: fact for fact in every_fact(WORKSPACE.relations[0])}


def values(key: str) -> dict[str, object]:
    """The values of a fact by field."""
    return {field.name: value for field, value in values_of(FACTS[key])}


def test_own_kinds_follow_those_that_briefgen_brings_along() -> None:
    assert list(WORKSPACE.kinds) == [*SHIPPED_KINDS, "enterprises", "loans"]
    assert list(WORKSPACE.relations[0].kinds) == list(WORKSPACE.kinds)
    assert [WORKSPACE.kinds[name].file for name in ("enterprises", "loans")] == ["enterprises.yaml", "loans.csv"]
    assert WORKSPACE.kinds["loans"].about == "Credit that one party or its bank gave to the other."


def test_values_are_read_by_their_roles() -> None:
    found = values("wind-park")

    assert found["title"] == Text.plain("Lake wind park")
    assert found["announced"] == parse_date("2014")
    assert found["site"] == Venue(city="Marsabit", country="KEN")
    assert (found["form"], found["agreement"], found["major"]) == ("greenfield", "tax-treaty", True)
    assert [part.id for part in found["stages"]] == [f"wind-park/stages/{n}" for n in (1, 2, 3)]  # type: ignore[attr-defined]
    assert values("loan-2")["sectors"] == ("water", "roads")
    assert values("loan-1")["amount"].base_value == Decimal(12_500_000)  # type: ignore[attr-defined]


def test_what_is_not_entered_is_empty_and_an_event_not_major() -> None:
    found = values("solar-farm")

    assert (found["amount"], found["form"], found["site"], found["stages"], found["major"]) == (
        None,
        None,
        None,
        (),
        False,
    )
    assert values("loan-3")["rate"] is None


def test_a_fact_knows_its_kind_and_a_part_is_of_none() -> None:
    assert kind_of(FACTS["wind-park"]) == WORKSPACE.kinds["enterprises"]
    assert kind_of(FACTS["loan-1"]) == WORKSPACE.kinds["loans"]
    assert kind_of(FACTS["wind-park/stages/1"]) is None


def test_every_value_knows_its_place() -> None:
    assert FACTS["wind-park"].at("form") == Place(f"{DATA}/enterprises.yaml", 7, 9)
    assert FACTS["loan-1"].at("signed") == Place(f"{DATA}/loans.csv", 2, 51)


@pytest.mark.parametrize("name", ["title", "announced"])
def test_what_is_required_must_be_there(name: str) -> None:
    given = {"title": "T", "announced": "2014"}
    left_out = f"- {{id: a, {', '.join(f'{key}: {value}' for key, value in given.items() if key != name)}}}\n"
    loaded = load(Memory(memory(**{f"{DATA}/enterprises.yaml": left_out})))

    assert [(d.code, d.message) for d in loaded.diagnostics if d.code == "BG107"] == [
        ("BG107", f"an enterprise needs '{name}'")
    ]


def test_other_values_are_set_whoever_declared_them() -> None:
    fact = FACTS["wind-park"]
    changed = with_values(fact, {"form": None, "note": Text.plain("N"), "stages": ()})

    assert isinstance(changed, OwnFact)
    assert (changed.values["form"], changed.values["stages"], changed.note) == (None, (), Text.plain("N"))
    assert with_values(changed, {"form": "greenfield", "note": None, "stages": values("wind-park")["stages"]}) == fact


def test_names_of_fields_are_free_of_those_of_the_program() -> None:
    kind = "what: a deal\nfields: {kind: {role: line}, fact: {role: line}, values: {role: line}, self: {role: line}}\n"
    record = "- {id: d, kind: a, fact: b, values: c, self: e}\n"
    files = {"kinds/deals.yaml": kind, f"{DATA}/deals.yaml": record}
    loaded = load(Memory(memory(**files)))
    (fact,) = (fact for fact in loaded.value.relations[0].facts if fact.id == "d")

    assert loaded.diagnostics == ()
    said = {field.name: value for field, value in values_of(fact)}
    assert (said["kind"], said["fact"], said["values"], said["self"]) == ("a", "b", "c", "e")


def test_what_a_view_holds_travels_to_another_process() -> None:
    seen = view(WORKSPACE.relations[0], WORKSPACE.audiences[0], Request()).value
    (park,) = (item for item in seen.items["enterprises"] if item.id == "wind-park")

    assert park.kind == "enterprise"
    assert park.fields["stages"][0].kind == "stage"  # type: ignore[index]
    assert pickle.loads(pickle.dumps(seen)) == seen  # noqa: S301 - what the process is handed


@pytest.mark.parametrize("word", OWN_ROLES)
def test_the_type_of_a_role_fits_it(word: str) -> None:
    role = OWN_ROLES[word]
    made = own_role(role)
    assert made
    of = own_record("a", "", ()) if role is FieldRole.PARTS else made.type

    assert fits(role, of, Narrowed(choices=("a",), each="a part"))
    assert "_" not in word
    assert made.about.endswith((".", "USD."))


def test_a_record_of_a_teams_own_takes_no_role_but_that_of_parts() -> None:
    of = own_record("a", "", ())

    assert [role for role in FieldRole if fits(role, of, Narrowed(each="a part"))] == [FieldRole.PARTS]
    assert not fits(FieldRole.PARTS, of, Narrowed())


def test_whatever_a_template_knows_is_taken() -> None:
    seen = view(WORKSPACE.relations[0], WORKSPACE.audiences[0], Request()).value
    problems = Problems(Report(), {}, [])
    use = FieldUse()
    brief = Brief(seen, problems, use, english())
    environment = SectionEnvironment({}, brief.slots, problems, use, 1)
    environment.add_filters(Filters(brief).table())
    words = {*environment.filters, *environment.tests, *environment.globals, *Blocks(brief).functions()}
    words |= {*functions_of(brief), *(set(context_of(brief)) - {kind.collection for kind in WORKSPACE.kinds.values()})}

    assert {word for word in words if word.isidentifier()} <= TAKEN
    assert {*known_names(())} <= TAKEN
    assert _statement_keywords <= TAKEN


@pytest.mark.parametrize("text", [ENTERPRISES, LOANS])
def test_the_schema_of_declarations_takes_what_the_loader_takes(text: str) -> None:
    schema = json_schemas({}, SHIPPED_KINDS)["kind.schema.json"]
    read = yaml.safe_load(text)
    jsonschema.Draft202012Validator.check_schema(schema)
    judge = jsonschema.Draft202012Validator(schema)

    assert list(judge.iter_errors(read)) == []
    faults: list[object] = [
        {"role": "hapened"}, {"about": "Words."}, {"role": "line", "choices_": ["a"]}, "party",
        {"role": "one-of"}, {"role": "parts", "each": "a stage"}, {"role": "line", "to": ["visits"]},
        {"role": "happened", "many": True}, {"role": "party", "may_be_third": True},
    ]  # fmt: skip
    for wrong in faults:
        assert list(judge.iter_errors({**read, "fields": {**read["fields"], "extra": wrong}})), wrong
    assert list(judge.iter_errors({**read, "fields": {"Not a name": {"role": "line"}}}))
    assert list(judge.iter_errors({key: value for key, value in read.items() if key != "what"}))


def test_the_records_of_a_kind_fit_its_schema() -> None:
    schemas = json_schemas({}, WORKSPACE.kinds)
    records = yaml.load(memory()[f"{DATA}/enterprises.yaml"], Loader=yaml.BaseLoader)  # noqa: S506 - texts alone
    judge = jsonschema.Draft202012Validator(schemas["enterprises.schema.json"])
    records[0]["major"] = True

    assert list(judge.iter_errors(records)) == []
    assert list(judge.iter_errors([{**records[0], "form": "loan"}]))
    assert list(judge.iter_errors([{**records[0], "stages": [{"opened": "2017"}]}]))


def test_a_kind_without_facts_is_an_empty_list() -> None:
    files = memory()
    del files[f"{DATA}/loans.csv"]
    relation = load(Memory(files)).value.relations[0]

    assert view(relation, WORKSPACE.audiences[0], Request()).value.items["loans"] == ()
    assert view(replace(relation, facts=()), WORKSPACE.audiences[0], Request()).value.items["enterprises"] == ()


def test_what_is_said_of_it_names_it_as_its_team_does() -> None:
    section = "{% for x in enterprises %}{{ x.anounced }}{% endfor %}\n"
    files = {f"{DATA}/enterprises.yaml": "id: a\n", "templates/sections/money.md.j2": section}
    of_records = load(Memory(memory(**files))).diagnostics
    workspace = load(Memory(memory(**{"templates/sections/money.md.j2": section}))).value
    _, said = composed(workspace, "reader")

    assert [(d.message, d.hint) for d in of_records] == [(
        "enterprises must be a list of records",
        "begin each record with '- id: ...'; its fields stand in kinds/enterprises.yaml",
    )]  # fmt: skip
    assert [(d.message, d.hint) for d in said] == [
        ("an enterprise has no field 'anounced'", "did you mean 'announced'?")
    ]


def test_what_is_old_is_named_in_words() -> None:
    old = "stale_after: {g20_deals: {months: 3, then: mark}}"
    reader = memory()["templates/audiences/reader.yaml"].decode()
    files = {
        "kinds/g20_deals.yaml": "what: a deal\nfields: {when: {role: happened}}\n",
        f"{DATA}/g20_deals.yaml": "- {id: d, when: 2015, sources: [{ref: fund}]}\n",
        "templates/audiences/reader.yaml": re.sub(r"stale_after: .*", old, reader),
        "templates/sections/money.md.j2": "Words.\n",
        "templates/wording/en.yaml": "labels: {g20_deals: G20 deals}\n",
    }
    document, _ = composed(load(Memory(memory(**files))).value, "reader")

    assert "G20 deals 2015" in " ".join(document_words(document))


def every_role(*, in_rows: bool) -> str:
    """A declaration with a field of each role, and several values where they may be."""
    lines = ["what: a listed thing" if in_rows else "what: a thing", f"table: {str(in_rows).lower()}", "fields:"]
    for word, role in OWN_ROLES.items():
        made = own_role(role)
        assert made
        extras = {
            "choices": "choices: [one, other]", "each": "each: a stage", "fields": "fields: {a: {role: rate}}",
        }  # fmt: skip
        said = ", ".join([f"role: {word}", *(extras[name] for name in made.needs)])
        if made.in_table or not in_rows:
            lines.append(f"  f_{word.replace('-', '_')}: {{{said}}}")
            lines += [f"  many_{word.replace('-', '_')}: {{{said}, many: true}}"] if "many" in made.takes else []
    return "\n".join(lines) + "\n"


def test_a_relation_is_begun_with_examples_of_every_role() -> None:
    declared = {"kinds/things.yaml": every_role(in_rows=False), "kinds/rows.yaml": every_role(in_rows=True)}
    kinds = load(Memory(memory(**declared))).value.kinds
    files = relation_files(("KEN", "NOR"), parse_date("2026-01-31"), kinds.values())
    begun = re.sub(r"^# (?=- id: |  [a-z_]+: )", "", files["things.yaml"], flags=re.MULTILINE)
    loaded = load(Memory(memory(**declared, **{f"{DATA}/things.yaml": begun, f"{DATA}/rows.csv": files["rows.csv"]})))
    (thing,) = (fact for fact in loaded.value.relations[0].facts if fact.place.path.endswith("things.yaml"))

    assert loaded.diagnostics == ()
    assert [f.name for f, value in values_of(thing) if f.name[:2] in {"f_", "ma"} and value in (None, ())] == []
    assert "amount: 5000000 USD" in files["enterprises.yaml"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        (
            "enterprises.csv",
            "add 'table: true' to kinds/enterprises.yaml, or write what it holds into enterprises.yaml",
        ),
        ("loans.yaml", "take 'table: true' out of kinds/loans.yaml, or write what it holds into loans.csv"),
        ("visits.csv", "write what it holds into visits.yaml"),
    ],
)
def test_records_in_the_other_form_are_told_with_both_ways_out(name: str, hint: str) -> None:
    loaded = load(Memory(memory(**{f"{DATA}/{name}": ""})))

    assert [(d.code, d.place, d.hint) for d in loaded.diagnostics] == [("BG124", Place(f"{DATA}/{name}"), hint)]
