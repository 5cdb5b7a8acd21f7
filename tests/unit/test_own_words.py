"""`says` gives what a fact says in its own words, whatever its kind."""

from __future__ import annotations

import pytest

from briefgen.model.document import Paragraph
from briefgen.model.traversal import in_rows, plain_text
from briefgen.world import Memory
from samples.composing import BASE, FOLDER, composed, loaded

SOURCED = "sources: [{ref: ref}]"
RECORDS = {
    "milestones": f"- {{id: m, kind: other, title: A step, text: A step is taken., date: 2015, note: N., {SOURCED}}}\n",
    "visits": f"- {{id: v, kind: state, title: A visit, date: 2016, {SOURCED}}}\n",
    "positions": f"- {{id: p, parties: [PAK], theme: Trade, statement: Pakistan wants more., {SOURCED}}}\n",
    "recommendations": f"- {{id: r, action: Do more., area: trade, owner: Ministries, {SOURCED}}}\n",
    "mechanisms": (
        f"- {{id: b, kind: joint_commission, name: A body, {SOURCED},"
        f" sessions_held: [{{value: 5 sessions, as_of: ../2021, {SOURCED}}}]}}\n"
    ),
}


def said(template: str) -> list[str]:
    """The paragraphs that a section prints of these records."""
    files = {**BASE, **{f"{FOLDER}/{name}.yaml": text for name, text in RECORDS.items()}}
    files["templates/sections/one.md.j2"] = template
    document, told = composed(loaded(Memory({path: text.encode() for path, text in files.items()})), "reader")
    assert [one.message for one in told if one.severity.name == "ERROR"] == []
    return [
        plain_text(block.inlines).replace("\u00a0", " ")
        for block in in_rows(document.blocks)
        if isinstance(block, Paragraph)
    ]


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ("milestones[0]", "A step: A step is taken"),
        ("visits[0]", "A visit"),
        ("positions[0]", "Pakistan wants more"),
        ("recommendations[0]", "Do more"),
        ("mechanisms[0]", "A body"),
        ("mechanisms[0].sessions_held[0]", "5 sessions, by 2021"),
    ],
)
def test_a_fact_says_its_title_and_its_sentence_else_its_values(fact: str, words: str) -> None:
    assert said(f"{{{{ {fact}|says }}}}") == [words]


def test_a_value_that_is_no_fact_says_nothing() -> None:
    assert said("Last[[, {{ visits[0].title|says }}]].") == ["Last."]
