"""What rests on facts that an audience may not know, all of them, is held back from it; else a brief tells of them."""

from __future__ import annotations

import pytest

from briefgen.load import load
from briefgen.model.facts.coverage import Reason
from briefgen.view import Request, SharedWork, cover, view
from samples.relation_files import FOLDER, MINIMAL, world

FACTS = {
    "milestones.yaml": """\
- {id: open, kind: other, title: Open, date: 2015, sources: [{ref: ref}]}
- {id: secret, kind: other, title: Secret, date: 2016, sensitivity: restricted, sources: [{ref: ref}]}
- {id: later, kind: other, title: Later, date: 2021, sources: [{ref: ref}]}
""",
    "mechanisms.yaml": """\
- id: jc
  kind: council
  name: Council
  sources: [{ref: ref}]
  sessions: [{id: first, number: 1, date: 2015}, {id: closed, number: 2, date: 2016, sensitivity: restricted}]
""",
    "templates/audiences/all.yaml": MINIMAL["templates/audiences/all.yaml"].replace("restricted", "official"),
}


def held_back(facts: str, as_of: str = "2021-04-23") -> bool:
    """Whether a recommendation that rests on some facts is; the view and the owner's account say the same."""
    advice = f"- {{id: a, action: Act., area: trade, facts: [{facts}], sources: [{{ref: ref}}]}}\n"
    head = MINIMAL[f"{FOLDER}/relation.yaml"].replace("2021-04-23", as_of)
    workspace = load(world({**FACTS, "recommendations.yaml": advice, "relation.yaml": head})).value
    relation, audience = workspace.relations[0], workspace.audiences[0]
    [verdict] = [
        found for found in cover(relation, SharedWork(relation).contract(audience), ()).verdicts if found.fact == "a"
    ]
    shown = view(relation, audience, Request()).value.items["recommendations"]
    assert (verdict.reason is Reason.GROUNDLESS) is (not shown)
    return not shown


@pytest.mark.parametrize(
    ("facts", "is_held_back"),
    [
        ("", False),
        ("open", False),
        ("secret", True),
        ("secret, open", False),
        ("first", False),
        ("closed", True),
        ("closed, secret", True),
        ("nowhere", True),
    ],
)
def test_a_recommendation_goes_with_all_that_it_rests_on(facts: str, is_held_back: bool) -> None:  # noqa: FBT001 - a parameter
    assert held_back(facts) is is_held_back


def test_what_rests_on_what_is_held_back_is_held_back_too_and_a_circle_is_no_ground() -> None:
    advice = "- {{id: {}, action: Act., area: trade, facts: [{}], sources: [{{ref: ref}}]}}\n"
    links = {"a": "secret", "b": "a", "c": "b", "d": "e", "e": "d", "f": "e, open", "g": "f", "h": "planned-session"}
    body = FACTS["mechanisms.yaml"] + (
        "- {id: plan, kind: council, name: Plan, planned: true, recorded: 2020, created: 2027, sources: [{ref: ref}],"
        " sessions: [{id: planned-session, number: 1, date: 2015}]}\n"
    )
    files = {**FACTS, "mechanisms.yaml": body}
    files["recommendations.yaml"] = "".join(advice.format(key, facts) for key, facts in links.items())
    workspace = load(world(files)).value
    shown = view(workspace.relations[0], workspace.audiences[0], Request()).value.items["recommendations"]

    assert {item.id for item in shown} == {"f", "g"}


def test_what_is_not_known_yet_is_no_ground_either() -> None:
    assert held_back("later", "2021-12-31") is False
    assert held_back("later", "2020-12-31") is True
