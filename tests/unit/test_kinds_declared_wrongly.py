"""A team's declaration that is wrong is told at its place, with the next step, and no fact of such a kind is read."""
# ruff: noqa: E501 - a case is a line

from __future__ import annotations

import re

import pytest

from briefgen.diagnostics import print_short
from briefgen.load import load
from briefgen.model.facts.own_roles import OWN_ROLES, own_role
from briefgen.world import Memory
from samples.composing import BASE, FOLDER

HEAD = "what: a deal\nfields:\n"
BASED = {**BASE, "templates/sections/one.md.j2": "Words.\n"}
ROLES = ", ".join(sorted(OWN_ROLES))


def told(files: dict[str, str]) -> list[str]:
    """What loading says, a line each, with the hint."""
    loaded = load(Memory({name: text.encode() for name, text in {**BASED, **files}.items()}))
    return [f"{print_short(d)} | {d.hint}" for d in loaded.diagnostics]


def told_of(fields: str, head: str = HEAD) -> list[str]:
    """What is said of a declaration with these fields, its path left out."""
    return [line.removeprefix("kinds/deals.yaml:") for line in told({"kinds/deals.yaml": head + fields})]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("  a: {role: hapened}\n", "3:13: error[BG109] 'hapened' is not one of the known words | did you mean 'happened'?"),
        ("  a: {role: id}\n", f"3:13: error[BG109] 'id' is not one of the known words | choose one of: {ROLES}"),
        ("  a: {about: Words.}\n", "3:6: error[BG107] a field of a kind needs 'role' | add 'role: ...'"),
        ("  a: party\n", "3:6: error[BG108] the field 'a' is a group of words, and this is a single value | write 'a: {role: ...}'"),
        ("  a: {role: line, chioces: [b]}\n", "3:19: error[BG106] a field of a kind has no field 'chioces' | did you mean 'choices'?"),
        ("  a: {role: line, required: yes}\n", "3:29: error[BG108] 'yes': write true or false | in small letters, without quotation marks"),
        # ---- what a role needs, and what it does not take
        ("  a: {role: one-of}\n", "3:7: error[BG131] role one-of needs 'choices' | add 'choices: [one, another]'"),
        ("  a: {role: one-of, choices: []}\n", "3:7: error[BG131] role one-of needs 'choices' | add 'choices: [one, another]'"),
        ("  a: {role: one-of, choices: [b, c, b]}\n", "3:37: error[BG131] the word 'b' stands twice | write each word once"),
        ("  a: {role: one-of, choices: [b, '']}\n", "3:34: error[BG131] a word of the list is empty | write each word once"),
        ("  a: {role: happened, choices: [b]}\n", "3:23: error[BG131] 'choices' says nothing of role happened | take it out"),
        ("  a: {role: happened, many: true}\n", "3:23: error[BG131] 'many' says nothing of role happened | take it out"),
        ("  a: {role: line, to: [visits]}\n", "3:19: error[BG131] 'to' says nothing of role line | take it out; line takes many"),
        ("  a: {role: link, may_be_world: true}\n", "3:19: error[BG131] 'may_be_world' says nothing of role link | take it out; link takes to, many"),
        ("  a: {role: link, to: [vists]}\n", "3:24: error[BG131] there is no kind 'vists' to link to | did you mean 'visits'?"),
        ("  a: {role: link, to: [visits, deal]}\n", "3:32: error[BG131] there is no kind 'deal' to link to | did you mean 'deals'?"),
        ("  b: {role: begins}\n  a: {role: one-of, choices: [x], tells_of: c}\n", "4:45: error[BG131] 'c' is no date of this record | choose one of: b"),
        ("  b: {role: line}\n  a: {role: one-of, choices: [x], tells_of: b}\n", "4:45: error[BG131] 'b' is no date of this record | name a field with the role of a date"),
        # ---- parts
        ("  a: {role: parts, fields: {b: {role: line}}}\n", "3:7: error[BG131] role parts needs 'each' | add 'each: a stage', in your words"),
        ("  a: {role: parts, each: a stage}\n", "3:7: error[BG131] role parts needs 'fields' | add 'fields: {name: {role: ...}}'"),
        ("  a: {role: parts, each: a stage, fields: {}}\n", "3:43: error[BG107] no field is declared | write 'name: {role: ...}', one a line"),
        ("  a: {role: parts, each: a stage, fields: [b]}\n", "3:43: error[BG108] the fields of a part are a list | write 'name: {role: ...}', one a line"),
        ("  a: {role: parts, each: stages, fields: {b: {role: line}}}\n", "3:26: error[BG131] 'stages' is not 'a' or 'an' and letters | write 'a stages'"),
        ("  a: {role: parts, each: a stage, fields: {b: {role: lime}}}\n", "3:54: error[BG109] 'lime' is not one of the known words | did you mean 'line'?"),
        ("  a: {role: parts, each: a stage, fields: {id: {role: line}}}\n", "3:44: error[BG132] every fact has 'id' already | take it out, or choose another name"),
        ("  a: {role: parts, each: a stage, fields: {b: {role: parts, each: a step, fields: {c: {role: line}}}}}\n", "3:54: error[BG131] a part has no parts of its own | make them a kind, and link to it"),
        # ---- names of fields
        ("  sources: {role: line}\n", "3:3: error[BG132] every fact has 'sources' already | take it out, or choose another name"),
        ("  recorded: {role: happened}\n", "3:3: error[BG132] every fact has 'recorded' already | take it out, or choose another name"),
        ("  places: {role: line}\n", "3:3: error[BG132] every fact has 'places' already | take it out, or choose another name"),
        ("  planned: {role: truth}\n", "3:3: error[BG132] every fact has 'planned' already | take it out, or choose another name"),
        ("  type: {role: line}\n", "3:3: error[BG132] 'type' means something else in templates | choose another name"),
        ("  holds: {role: truth}\n", "3:3: error[BG132] 'holds' means something else in templates | choose another name"),
        ("  of: {role: line}\n", "3:3: error[BG132] 'of' means something else in templates | choose another name"),
        ("  Total sum: {role: money}\n", "3:3: error[BG132] the name 'Total sum' cannot be used in templates | write 'total_sum'"),
        ("  2nd: {role: money}\n", "3:3: error[BG132] the name '2nd' cannot be used in templates | write small letters, digits and single _, with a letter first"),
        ("  сумма: {role: money}\n", "3:3: error[BG132] the name 'сумма' cannot be used in templates | write small letters, digits and single _, with a letter first"),
        (f"  {'a' * 41}: {{role: money}}\n", "3:3: error[BG132] the name has 41 characters, at most 40 are taken | shorten it"),
        ("  a: {role: line}\n  a: {role: line}\n", "4:3: error[BG105] 'a' is given twice, first in line 3 | keep one of the two"),
    ],
    ids=lambda value: value[:60].strip() if isinstance(value, str) else None,
)  # fmt: skip
def test_a_field_is_told_at_its_place(fields: str, said: str) -> None:
    assert told_of(fields) == [said]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("  a: {role: venue}\n", "4:13: error[BG131] a row of a table holds no venue | take 'table: true' out, or declare the field otherwise"),
        ("  a: {role: actor}\n", "4:13: error[BG131] a row of a table holds no actor | take 'table: true' out, or declare the field otherwise"),
        ("  a: {role: parts, each: a stage, fields: {b: {role: line}}}\n", "4:13: error[BG131] a row of a table holds no parts | take 'table: true' out, or declare the field otherwise"),
        ("  a: {role: money}\n  b: {role: money}\n", "5:13: error[BG131] a row has columns for one amount of money, 'a' | take 'table: true' out, or make it a kind of its own"),
        ("  quote: {role: line}\n", "4:3: error[BG132] 'quote' is a column that belongs to the sources of a row | choose another name"),
        ("  a: {role: money}\n  scale: {role: line}\n", "5:3: error[BG132] 'scale' is a column that belongs to the amount of a row | choose another name"),
    ],
)  # fmt: skip
def test_what_a_row_cannot_hold_is_told(fields: str, said: str) -> None:
    assert told_of(fields, "what: a deal\ntable: true\nfields:\n") == [said]


def test_what_belongs_to_money_is_free_where_there_is_none() -> None:
    assert told_of("  scale: {role: line}\n", "what: a deal\ntable: true\nfields:\n") == []
    assert told_of("  quote: {role: line}\n  currency: {role: line}\n  a: {role: money}\n  b: {role: money}\n") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "1:1: error[BG107] holds nothing | write what one is called, and its fields"),
        ("- a\n", "1:1: error[BG108] a kind is a group of fields, and this is a list | write its fields as 'name: value': what, fields"),
        ("what: a deal\n", "1:1: error[BG107] a kind needs 'fields' | add 'fields: ...'"),
        ("fields: {a: {role: line}}\n", "1:1: error[BG107] a kind needs 'what' | add 'what: ...'"),
        ("what: a deal\nfields: [a]\n", "2:9: error[BG108] the fields of a kind are a list | write 'name: {role: ...}' below it, one a line"),
        ("what: a deal\nfields: {}\n", "2:9: error[BG107] no field is declared | write 'name: {role: ...}', one a line"),
        ("what: a deal\nfield: {a: {role: line}}\nfields: {a: {role: line}}\n", "2:1: error[BG106] a kind has no field 'field' | did you mean 'fields'?"),
        ("what: deal\nfields: {a: {role: line}}\n", "1:7: error[BG131] 'deal' is not 'a' or 'an' and letters | write 'a deal'"),
        ("what: investment\nfields: {a: {role: line}}\n", "1:7: error[BG131] 'investment' is not 'a' or 'an' and letters | write 'an investment'"),
        ("what: a 2nd deal\nfields: {a: {role: line}}\n", "1:7: error[BG131] 'a 2nd deal' is not 'a' or 'an' and letters | write it such as 'an investment'"),
        ("what: a deal\ntable: maybe\nfields: {a: {role: line}}\n", "2:8: error[BG108] 'maybe': write true or false | in small letters, without quotation marks"),
        ("what: {a: b\n", "2:1: error[BG104] is not well-formed YAML"),
    ],
)  # fmt: skip
def test_a_file_is_told_at_its_place(text: str, said: str) -> None:
    found = [line.removeprefix("kinds/deals.yaml:") for line in told({"kinds/deals.yaml": text})]

    assert [line[: len(said)] for line in found] == [said]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("visits", "'visits' is a kind that briefgen brings along | choose another name"),
        ("observations", "'observations' is a kind that briefgen brings along | choose another name"),
        ("trade", "'trade' is a kind that briefgen brings along | choose another name"),
        ("relation", "'relation' is the name of another file of a workspace | choose another name"),
        ("people", "'people' is the name of another file of a workspace | choose another name"),
        ("references", "'references' is the name of another file of a workspace | choose another name"),
        ("kind", "'kind' is the name of another file of a workspace | choose another name"),
        ("parties", "'parties' means something else in templates | choose another name, such as a plural"),
        ("chart", "'chart' means something else in templates | choose another name, such as a plural"),
        ("events", "'events' means something else in templates | choose another name, such as a plural"),
        ("loop", "'loop' means something else in templates | choose another name, such as a plural"),
        ("options", "'options' means something else in templates | choose another name, such as a plural"),
        ("money", "'money' means something else in templates | choose another name, such as a plural"),
        ("for", "'for' means something else in templates | choose another name, such as a plural"),
        ("joint-ventures", "the name 'joint-ventures' cannot be used in templates | write 'joint_ventures'"),
        ("Loans", "the name 'Loans' cannot be used in templates | write 'loans'"),
    ],
)
def test_a_name_that_means_something_else_is_told(name: str, said: str) -> None:
    assert told({f"kinds/{name}.yaml": f"{HEAD}  a: {{role: line}}\n"}) == [f"kinds/{name}.yaml: error[BG132] {said}"]


@pytest.mark.parametrize(
    ("what", "type_name", "of"),
    [
        ("an agreement", "agreement", "agreements"),
        ("a Visit", "visit", "visits"),
        ("a session", "session", "mechanisms"),
    ],
)
def test_a_record_that_is_called_as_one_of_another_kind_is_told(what: str, type_name: str, of: str) -> None:
    (said,) = told_of("  a: {role: line}\n", f"what: {what}\nfields:\n")

    assert said == (
        f"1:7: error[BG132] templates know '{type_name}' from {of} already"
        f" | call it something else, or more exactly: 'a joint {what.removeprefix('an ').removeprefix('a ')}'"
    )


def test_two_kinds_of_ones_own_are_not_called_the_same() -> None:
    files = {f"kinds/{name}.yaml": f"{HEAD}  a: {{role: line}}\n" for name in ("deals", "loans")}

    (said,) = told(files)

    assert said == (
        "kinds/loans.yaml:1:7: error[BG132] templates know 'deal' from deals already"
        " | call it something else, or more exactly: 'a joint deal'"
    )


def test_a_part_is_not_called_as_a_shipped_kind() -> None:
    fields = "  a: {role: parts, each: EACH, fields: {b: {role: line}}}\n"

    assert told_of(fields.replace("EACH", "a session")) == []
    (said,) = told_of(fields.replace("EACH", "a visit"))

    assert said == (
        "3:26: error[BG132] templates know 'visit' from visits already"
        " | call it something else, or more exactly: 'a joint visit'"
    )


PLAN_NAMES = {"date": "happened", "number": "whole", "venue": "venue", "major": "major", "title": "title"}


@pytest.mark.parametrize(("name", "role"), PLAN_NAMES.items())
def test_what_every_plan_is_asked_for_needs_its_role(name: str, role: str) -> None:
    def field(role: str) -> str:
        return f"  {name}: {{role: {role}}}\n"

    (said,) = told_of(f"  held: {{role: happened}}\n{field('words')}")

    assert said == (
        f"4:3: error[BG132] '{name}' is what templates ask of every plan: here it needs the role {role}"
        f" | write 'role: {role}', or choose another name"
    )
    assert told_of(f"  held: {{role: happened}}\n{field(role)}") == []
    assert told_of(f"  held: {{role: during}}\n{field('words')}") == []


def test_a_title_of_a_plan_may_be_one_line_and_not_several() -> None:
    assert told_of("  held: {role: happened}\n  title: {role: line}\n") == []
    assert [line[:16] for line in told_of("  held: {role: happened}\n  title: {role: line, many: true}\n")] == [
        "4:3: error[BG132"
    ]


@pytest.mark.parametrize("name", ["deals.yml", "deals.csv", "deals.json", "deals"])
def test_a_file_that_is_no_declaration_is_told(name: str) -> None:
    hint = "a kind is declared in kinds/NAME.yaml"

    assert told({f"kinds/{name}": ""}) == [f"kinds/{name}: error[BG132] is no declaration of a kind | {hint}"]


@pytest.mark.parametrize("name", ["README.md", "notes.txt", ".deals.yaml.swp", ".~lock.deals.csv#"])
def test_notes_may_lie_beside_the_declarations(name: str) -> None:
    assert told({f"kinds/{name}": ""}) == []


def test_all_faults_of_all_declarations_are_told_at_once() -> None:
    found = told({
        "kinds/deals.yaml": f"{HEAD}  a: {{role: lime}}\n  id: {{role: line}}\n  b: {{role: one-of}}\n",
        "kinds/loans.yaml": "what: loan\nfields: {a: {role: happend}}\n",
    })  # fmt: skip

    assert [re.match(r"[\w./]+:\d+:\d+: error\[BG\d+\]", line)[0] for line in found] == [  # type: ignore[index]
        "kinds/deals.yaml:3:13: error[BG109]", "kinds/deals.yaml:4:3: error[BG132]",
        "kinds/deals.yaml:5:7: error[BG131]", "kinds/loans.yaml:1:7: error[BG131]",
        "kinds/loans.yaml:2:20: error[BG109]",
    ]  # fmt: skip


WRONG = f"{HEAD}  when: {{role: hapened}}\n"


@pytest.mark.parametrize("file", ["deals.yaml", "deals.csv"])
def test_facts_of_a_kind_that_cannot_be_read_are_refused(file: str) -> None:
    found = told({"kinds/deals.yaml": WRONG, f"{FOLDER}/{file}": "- {id: quiet, when: 2030}\n"})

    assert [line for line in found if "BG133" in line] == [
        f"{FOLDER}/{file}: error[BG133] is not read, since kinds/deals.yaml cannot be used | mend kinds/deals.yaml first"
    ]
    assert not any("BG124" in line or "quiet" in line for line in found)


def test_who_names_such_a_kind_is_told_nothing_else() -> None:
    reader = BASE["templates/audiences/reader.yaml"]
    relation = BASE[f"{FOLDER}/relation.yaml"]
    found = told({
        "kinds/deals.yaml": WRONG,
        "kinds/loans.yaml": "what: a loan\nfields: {a: {role: link, to: [deals]}}\n",
        "templates/audiences/reader.yaml": f"{reader}hide: {{kinds: [deals]}}\nstale_after: {{deals: {{months: 3}}}}\n",
        f"{FOLDER}/relation.yaml": f"{relation}file_sensitivity: {{deals: restricted}}\n",
    })  # fmt: skip

    assert [line.split(" | ")[0] for line in found] == [
        "kinds/deals.yaml:3:16: error[BG109] 'hapened' is not one of the known words"
    ]


def test_every_role_takes_only_what_can_be_said_of_a_field() -> None:
    from briefgen.load.kinds.kind_shapes import FIELD
    from briefgen.model.facts.own_roles import EXTRAS

    for word, role in OWN_ROLES.items():
        made = own_role(role)
        assert made
        assert set(made.needs) <= set(made.takes) <= set(EXTRAS), word
    assert set(FIELD.fields) == {"role", "about", "required", *EXTRAS}
