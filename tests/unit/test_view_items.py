"""A view copies what its reader may know, and leaves behind labels, lines and whatever points at what is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.diagnostics import Place
from briefgen.model.values.date import parse_date
from briefgen.model.view import Item
from briefgen.view import Request, open_part
from samples.hidden_facts import LEAST, LINKS, Link
from samples.relation_files import MINIMAL
from samples.viewing import loaded, seen, viewed

if TYPE_CHECKING:
    from briefgen.model.view import View

HIDDEN = "- {id: hidden, kind: other, title: Hidden, date: 2015, sensitivity: restricted, sources: [{ref: ref}]}\n"
SHOWN = "- {id: shown, kind: other, title: Shown, date: 2014, sources: [{ref: ref}]}\n"
STEPS = {"milestones.yaml": HIDDEN + SHOWN}


def linking(link: Link, *named: str) -> dict[str, str]:
    """The files of a relation in which a visible fact names others by a link."""
    ids = f"[{', '.join(named)}]" if link.is_many else named[0]
    record = f"- {{id: with-link, {LEAST[link.collection]}, {link.name}: {ids}, sources: [{{ref: ref}}]}}\n"
    name = f"{link.collection}.yaml"
    return {**STEPS, name: STEPS.get(name, "") + record}


def linked(found: View, link: Link) -> object:
    return next(item for item in found.items[link.collection] if item.id == "with-link").fields[link.name]


@pytest.mark.parametrize("link", LINKS, ids=lambda link: link.record)
def test_a_link_to_what_is_shown_stays_and_one_to_what_is_hidden_is_cut(link: Link) -> None:
    if link.is_many:
        assert linked(seen(linking(link, "shown", "hidden", "with-link")), link) == ("shown", "with-link")
    else:
        assert linked(seen(linking(link, "shown")), link) == "shown"
        assert linked(seen(linking(link, "hidden")), link) is None


@pytest.mark.parametrize("link", LINKS, ids=lambda link: link.record)
def test_so_it_is_in_the_open_part_of_a_relation(link: Link) -> None:
    for named, expected in (("shown", "shown"), ("hidden", None)):
        relation, reader = loaded(linking(link, named, *(["shown"] if link.is_many else [])))
        (fact,) = (fact for fact in open_part(relation, reader, None).facts if fact.id == "with-link")

        value = getattr(fact, link.name)
        assert value == ((*((expected,) if expected else ()), "shown") if link.is_many else expected)


def test_the_open_part_names_nobody_and_holds_no_source_that_only_hidden_facts_do() -> None:
    step = "- {{id: {0}, kind: state, title: T, sensitivity: {1}, venue: {{event: {2}}}, sources: [{{ref: {3}}}]}}\n"
    references = MINIMAL["data/x-y/references.json"].replace("]}]", ']}, {"id": "two", "type": "book", "title": "U"}]')
    files = {
        "data/organisations.yaml": "- {id: oic, name: O, short: OIC}\n- {id: sco, name: S, short: SCO}\n",
        "references.json": references,
        "visits.yaml": step.format("open", "public", "oic", "ref") + step.format("shut", "restricted", "sco", "two"),
        "data/x-y/archive/ref.txt": "What it says.\n",
        "data/x-y/archive/two.txt": "What the other says.\n",
    }
    relation, reader = loaded(files)
    part = open_part(relation, reader, None)

    assert (set(relation.organisations), set(relation.archive)) == ({"oic", "sco"}, {"ref", "two"})
    assert (set(part.organisations), set(part.references), set(part.archive)) == ({"oic"}, {"ref"}, {"ref"})


def test_a_link_may_lead_to_a_part_of_a_fact() -> None:
    body = "- {id: jc, kind: council, name: N, sources: [{ref: ref}], sessions: [{id: first, number: 1}, {id: second,"
    files = {
        "mechanisms.yaml": f"{body} number: 2, sensitivity: restricted}}]}}\n",
        "recommendations.yaml": "- {id: ask, action: A, area: trade, facts: [first, second], sources: [{ref: ref}]}\n",
    }

    assert seen(files).items["recommendations"][0].fields["facts"] == ("first",)


# ---------------------------------------------------------------- labels, lines, notes, sources

LABELLED = """\
- id: step
  kind: other
  title: Step
  date: 2014
  topics: [trade]
  sensitivity: official
  recorded: 2015
  embargo_until: 2016
  note: For all
  ignore: [BG214] # by hand
  sources:
    - {ref: ref, locator: p. 3, quote: so it was, sensitivity: official, topics: [trade]}
    - {ref: strict, quote: not for you}
    - {ref: ref, quote: nor this, sensitivity: restricted}
    - {ref: ref, quote: of arms, topics: [defence]}
"""
REFERENCES = """\
[{"id": "ref", "type": "book", "title": "T", "author": [{"family": "A"}], "custom": {"source_class": "official",
  "sensitivity": "official", "topics": "trade", "ignore": "BG219", "ignore_reason": "so"}},
 {"id": "strict", "type": "book", "title": "U", "author": [{"family": "B"}], "custom": {"sensitivity": "restricted"}}]
"""


def test_an_item_has_no_label_and_no_line_and_only_the_sources_that_its_reader_may_see() -> None:
    found = seen({"milestones.yaml": LABELLED, "references.json": REFERENCES})
    (item,) = found.items["milestones"]
    labels = {
        "id",
        "place",
        "places",
        "topics",
        "sensitivity",
        "note_sensitivity",
        "embargo_until",
        "ignore",
        "recorded",
    }

    assert (item.kind, item.id) == ("milestone", "step")
    assert labels & item.fields.keys() == set()
    assert (str(item.fields["title"]), str(item.fields["note"])) == ("Step", "For all")
    for sources in (item.fields["sources"], item.origin.facts[0].sources):
        assert isinstance(sources, tuple)
        ((source),) = sources
        assert (source.ref, source.locator, source.quote) == ("ref", "p. 3", "so it was")
        assert (source.sensitivity, source.topics) == (None, ())
        assert source.place == Place("data/x-y/milestones.yaml")
    assert item.origin.facts[0].place == Place("data/x-y/milestones.yaml")
    assert item.origin.facts[0].fact == "step"


def test_a_reference_is_there_where_a_fact_leans_on_it_and_has_no_label_either() -> None:
    found = seen({"milestones.yaml": LABELLED, "references.json": REFERENCES})

    assert [*found.references] == ["ref"]
    reference = found.references["ref"]
    assert (reference.sensitivity, reference.topics, reference.ignore) == (None, (), ())
    assert reference.csl["custom"] == {"source_class": "official"}
    assert reference.place == Place("data/x-y/references.json")


@pytest.mark.parametrize(
    ("label", "note"), [("", "Yes"), ("note_sensitivity: official, ", "Yes"), ("note_sensitivity: restricted, ", None)]
)
def test_a_note_may_be_stricter_than_its_fact(label: str, note: str | None) -> None:
    record = f"- {{id: a, kind: other, title: T, note: 'Yes', {label}sources: [{{ref: ref}}]}}\n"
    (item,) = seen({"milestones.yaml": record}).items["milestones"]

    assert item.fields["note"] is None if note is None else str(item.fields["note"]) == note


PARTS = """\
- id: jc
  kind: joint_commission
  name: JC
  sources: [{ref: ref}]
  sessions:
    - {number: 1, sensitivity: restricted}
    - {number: 2}
    - {id: own, number: 3}
    - {number: 4}
  cochairs:
    - {party: BLR, person: head}
"""


def parts(found: View, name: str) -> list[tuple[str, object]]:
    (body,) = found.items["mechanisms"]
    held = body.fields[name]
    assert isinstance(held, tuple)
    return [(part.id, part.fields.get("number")) for part in held if isinstance(part, Item)]


def test_parts_are_counted_among_those_that_are_left_and_keep_an_id_of_their_own() -> None:
    found = seen({"mechanisms.yaml": PARTS})

    assert parts(found, "sessions") == [("jc/sessions/1", 2), ("own", 3), ("jc/sessions/3", 4)]
    assert parts(found, "cochairs") == [("jc/cochairs/1", None)]


# ---------------------------------------------------------------- order, people, parties


def test_items_stand_in_order_of_time_then_of_the_file() -> None:
    records = [("b", ""), ("y", "date: 2016, "), ("a", ""), ("z", "date: 2015-03, "), ("x", "date: 2015, ")]
    lines = [f"- {{id: {name}, kind: other, title: T, {date}sources: [{{ref: ref}}]}}\n" for name, date in records]
    found = seen({"milestones.yaml": "".join(lines)})

    assert [item.id for item in found.items["milestones"]] == ["x", "z", "y", "b", "a"]


def test_only_people_and_organisations_that_are_named_are_there_without_their_lines() -> None:
    people = "".join(
        f"- {{id: {name}, name: {name}, sort_name: {name}, terms: [{{title: M, party: BLR, level: minister,"
        " held: 2015}]}\n"
        for name in ("head", "tail")
    )
    bodies = "- {id: oic, name: OIC, short: OIC}\n- {id: un, name: UN, short: UN}\n"
    visit = (
        "- {id: v, kind: state, title: T, visitor: {party: BLR, person: head}, venue: {event: un},"
        " sources: [{ref: ref}]}\n"
    )
    found = seen({"data/people.yaml": people, "data/organisations.yaml": bodies, "visits.yaml": visit})

    assert ([*found.people], [*found.organisations]) == (["head"], ["un"])
    assert found.people["head"].place == Place("data/people.yaml")
    assert [term.place for term in found.people["head"].terms] == [Place("data/people.yaml")]
    assert found.organisations["un"].place == Place("data/organisations.yaml")


@pytest.mark.parametrize(("perspective", "first"), [("", "PAK"), ("perspective: BLR\n", "BLR")])
def test_the_party_whose_eyes_the_brief_has_comes_first(perspective: str, first: str) -> None:
    relation = (
        "title: Relations\nparties:\n  - {id: PAK, name: Pakistan, adjective: Pakistani}\n"
        f"  - {{id: BLR, name: Belarus, adjective: Belarusian}}\nas_of: 2021-04-23\n{perspective}"
        "default_sensitivity: public\n"
    )
    found = seen({"relation.yaml": relation, **STEPS})

    assert found.parties[0].id == found.perspective == first
    assert {party.place for party in found.parties} == {Place("data/x-y/relation.yaml")}


def test_a_view_of_nothing_is_told() -> None:
    outcome = viewed({"milestones.yaml": HIDDEN})

    assert [(d.code, d.severity, d.place.path) for d in outcome.diagnostics] == [
        ("BG301", "warning", "templates/audiences/all.yaml")
    ]
    assert "nothing of 'x-y' is left for 'all'" in outcome.diagnostics[0].message


def test_the_record_of_the_relation_is_an_origin_and_says_where_the_date_was_asked_for() -> None:
    own, asked = seen(STEPS), seen(STEPS, request=Request(parse_date("2020-01"), author="Desk"))

    assert own.origin
    assert asked.origin
    assert [(fact.fact, fact.kind, fact.place) for fact in own.origin.facts] == [
        ("x-y", "relation", Place("data/x-y/relation.yaml"))
    ]
    assert (own.origin.formula, own.author) == (None, "")
    assert (asked.origin.formula, asked.author) == ("as of 2020-01, as asked for on the command line", "Desk")
    assert (str(own.as_of), str(asked.as_of)) == ("2021-04-23", "2020-01")
