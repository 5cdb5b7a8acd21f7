"""What a minister can say, ask for and must not say: each from facts, and nothing where there are none."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

import pytest

from briefgen.load import load
from briefgen.model.values.date import parse_date
from briefgen.pipeline import Order, make
from briefgen.view import Request, view
from briefgen.world import Disk, Memory, Overlay, shipped_root
from samples.relation_files import MINIMAL

Record: TypeAlias = dict[str, Any]

BASE = {path: text for path, text in MINIMAL.items() if not path.startswith("templates/")}
SOURCE: Record = {"sources": [{"ref": "ref"}]}
TIES: Record = {
    "id": "ties",
    "kind": "diplomatic_relations",
    "title": "Relations",
    "date": "1994-02-03",
    **SOURCE,
}
VISIT: Record = {
    "id": "visit",
    "kind": "official",
    "title": "The Premier visits",
    "host": "PAK",
    "date": "2019",
    **SOURCE,
}
LINE: Record = {"id": "line", "title": "Debt", "text": "We work with all creditors.", "party": "PAK", **SOURCE}
ACTION: Record = {
    "id": "act",
    "action": "Hold the talks.",
    "area": "trade",
    "owner": "Foreign ministries",
    **SOURCE,
}
CLAIM: Record = {
    "id": "claim",
    "kind": "assessment",
    "text": "Trade is said to be fine.",
    "contradicts": ["ties"],
    **SOURCE,
}
TREATY: Record = {
    "id": "pact",
    "kind": "treaty",
    "title": "Treaty of Friendship",
    "signed": "2015",
    "state": "signed",
    **SOURCE,
}
PROMISE: Record = {
    "id": "promise",
    "title": "Open a desk",
    "made": "2019",
    "due": "2020",
    "party": "BLR",
    **SOURCE,
}
BODY: Record = {
    "id": "body",
    "kind": "joint_commission",
    "name": "Joint Commission",
    "sessions_held": [{"value": "5 sessions"}],
    **SOURCE,
}


def brief(as_of: str | None = None, **records: list[Record]) -> list[str]:
    """The lines of the minister's brief, whole, of a relation that holds these records."""
    kinds = {f"data/x-y/{kind}.yaml": json.dumps(found) for kind, found in records.items()}
    own = Memory({path: text.encode() for path, text in {**BASE, **kinds}.items()})
    order = Order(audiences=("minister",), formats=("md",), fit=False, as_of=parse_date(as_of) if as_of else None)
    result = make(Overlay(own, Disk(shipped_root())), order)
    assert [d for d in result.report.diagnostics if d.severity == "error"] == []
    return own.files["output/x-y/minister.md"].decode().replace("\u00a0", " ").splitlines()


def under(heading: str, lines: list[str]) -> list[str]:
    """The lines of one part, blank ones left out."""
    if f"## {heading}" not in lines:
        return []
    at = lines.index(f"## {heading}") + 1
    end = next(number for number, line in enumerate(lines[at:], at) if line.startswith(("## ", "---")))
    return [line for line in lines[at:end] if line]


# ---------------------------------------------------------------- say


def test_lines_to_take_are_what_is_said() -> None:
    said = under("Say", brief(lines_to_take=[LINE], milestones=[TIES], visits=[VISIT]))

    assert said == ["- **Debt.** We work with all creditors [1]."]


def test_without_them_facts_are_that_may_be_said_to_anybody() -> None:
    said = under("Say", brief(milestones=[TIES], visits=[VISIT]))

    assert said == [
        "- Our two countries established diplomatic relations on 3 February 1994 [1].",
        "- The latest official visit or meeting on record was in 2019: The Premier visits [1].",
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"sensitivity": "official"},
        {"status": "contested"},
        {"status": "superseded"},
        {"status": "derived"},
        {"sensitivity": "restricted"},
        {"embargo_until": "2021-05"},
        {"recorded": "2021-05"},
        {"date": "2021-05-01"},
        {"kind": "private"},
        {"kind": "transit"},
        {"planned": True, "recorded": "2020", "date": "2022"},
        {"date": None},
    ],
)
def test_what_is_not_for_everybody_is_not_said(fields: dict[str, object]) -> None:
    whole = {**VISIT, "id": "quiet", "title": "Quiet talks", "date": "2020", **fields}
    later = {name: value for name, value in whole.items() if value is not None}

    assert not any("Quiet talks" in line for line in under("Say", brief(visits=[later, VISIT])))


@pytest.mark.parametrize(
    "fields", [{}, {"sensitivity": "public"}, {"status": "preferred"}, {"embargo_until": "2021-01"}]
)
def test_what_is_for_everybody_is(fields: dict[str, object]) -> None:
    later = {**VISIT, "id": "open", "title": "Open talks", "date": "2020", **fields}

    assert any("in 2020: Open talks" in line for line in under("Say", brief(visits=[later, VISIT])))


@pytest.mark.parametrize(
    ("label", "may_be_said"),
    [
        ("", True),
        (", embargo_until: 2021-05", False),
        (", embargo_until: 2021-04-23", True),
        (", sensitivity: official", False),
    ],
)
def test_an_audience_that_is_told_of_embargoes_keeps_them(label: str, may_be_said: bool) -> None:  # noqa: FBT001 - a case
    reader = MINIMAL["templates/audiences/all.yaml"] + "hide: {embargoed: false}\n"
    step = f"- {{id: step, kind: other, title: Step, date: 2015, sources: [{{ref: ref}}]{label}}}\n"
    files = {**MINIMAL, "templates/audiences/all.yaml": reader, "data/x-y/milestones.yaml": step}
    workspace = load(Memory({path: text.encode() for path, text in files.items()})).value
    seen = view(workspace.relations[0], workspace.audiences[0], Request(parse_date("2021-04-23"))).value

    assert [item.may_be_said for item in seen.items["milestones"]] == [may_be_said]


def test_what_answers_a_question_is_kept_apart() -> None:
    asked = {**LINE, "id": "asked", "title": "Rails", "if_asked": "Why so late?"}

    assert under("Say", brief(lines_to_take=[asked])) == [
        "Only if asked:",
        "- **Rails. Why so late?** We work with all creditors [1].",
    ]


# ---------------------------------------------------------------- ask


def test_the_most_pressing_is_asked_first_of_government_alone() -> None:
    actions = [
        {**ACTION, "id": "none", "action": "Do the rest."},
        {**ACTION, "id": "two", "action": "Do this next.", "priority": 2, "horizon": "1y"},
        {**ACTION, "id": "firms", "action": "Sell more.", "priority": 3, "addressee": "business"},
        {**ACTION, "id": "one", "action": "Do this first.", "priority": 1, "horizon": "open"},
    ]

    assert under("Ask", brief(recommendations=actions)) == [
        "1. Do this first [1].",
        "2. Do this next [1].",
        "3. Do the rest [1].",
        "> **Who acts.** On 1: Foreign ministries. On 2: Foreign ministries, within a year. On 3: Foreign ministries.",
    ]


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({}, ["1. What has come of this promise of Belarus, due by 2020: Open a desk? [1]"]),
        ({"party": None}, ["1. What has come of this promise, due by 2020: Open a desk? [1]"]),
        ({"party": "PAK"}, []),
        ({"due": "2022"}, []),
        ({"done": "2020-06"}, []),
        ({"state": "dropped"}, []),
        ({"due": None}, []),
    ],
)
def test_the_other_side_is_asked_for_what_it_promised(fields: dict[str, object], asked: list[str]) -> None:
    promise = {name: value for name, value in {**PROMISE, **fields}.items() if value is not None}

    assert under("Ask", brief(commitments=[promise])) == asked


def test_who_acts_is_told_of_those_that_name_somebody() -> None:
    nobody = {name: value for name, value in ACTION.items() if name != "owner"}
    both = brief(recommendations=[{**nobody, "priority": 1}, {**ACTION, "id": "b", "priority": 2}])

    assert under("Ask", both)[-1] == "> **Who acts.** On 2: Foreign ministries."
    assert under("Ask", brief(recommendations=[nobody])) == ["1. Hold the talks [1]."]


# ---------------------------------------------------------------- avoid


@pytest.mark.parametrize(
    ("records", "told"),
    [
        (
            {"assessments": [CLAIM], "milestones": [TIES]},
            "- Trade is said to be fine [1]. The figures on record do not bear this out [1].",
        ),
        (
            {"agreements": [TREATY]},
            "- Do not say that the Treaty of Friendship is in force: this is not on record [1].",
        ),
        (
            {"agreements": [TREATY, {**TREATY, "id": "other", "title": "Visa Agreement", "kind": "agreement"}]},
            (
                "- Do not say that these are in force, for it is not on record: "
                "Treaty of Friendship and Visa Agreement [1]."
            ),
        ),
        ({"agreements": [{**TREATY, "in_force": "2016"}]}, None),
        ({"agreements": [{**TREATY, "binding": "no"}]}, None),
        ({"agreements": [{**TREATY, "kind": "declaration"}]}, None),
        ({"agreements": [{**TREATY, "state": "in_force"}]}, None),
        (
            {"mechanisms": [BODY]},
            "- Do not name dates for past sessions of the Joint Commission: none is on record [1].",
        ),
        ({"mechanisms": [{**BODY, "sessions": [{"number": 1, "date": "2016"}]}]}, None),
        ({"mechanisms": [{**BODY, "kind": "council"}]}, None),
        ({}, None),
    ],
)  # fmt: skip
def test_what_the_record_does_not_bear_out_is_not_to_be_said(records: Record, told: str | None) -> None:
    assert under("Avoid", brief(**records)) == ([told] if told else [])


def test_nothing_is_left_of_what_is_not_there() -> None:
    lines = brief(visits=[{**VISIT, "kind": "private"}])

    assert [line for line in lines if line in {"## Say", "## Ask", "## Avoid"} or "Who acts" in line] == []
