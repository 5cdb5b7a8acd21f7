from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.model.traversal import origins_in, text_units
from briefgen.world import Disk, Memory
from samples.composing import BASE, FOLDER, composed, loaded
from samples.shipped_briefs import AUDIENCES, ROOT, brief, facts_of

if TYPE_CHECKING:
    from briefgen.model.document import Document

MILESTONES = """\
- {id: one, kind: context, title: Relations begin, date: 1994, sources: [{ref: ref}]}
- {id: two, kind: context, title: The embassy opens, date: 2014, sources: [{ref: ref}]}
- {id: three, kind: context, title: A treaty is signed, date: 2015, sources: [{ref: other}]}
"""
TEMPLATE = """\
## Steps

Words of the template.

{% for step in milestones %}
- {{ step.title }}
{% endfor %}

{% call table("All steps") %}
| Step | Year |
| --- | --- |
{% for step in milestones %}
| {{ step.title }} | {{ step.date }} |
{% endfor %}
{% endcall %}
"""


def made(milestones: str = MILESTONES, template: str = TEMPLATE) -> Document:
    files = {
        **BASE,
        f"{FOLDER}/milestones.yaml": milestones,
        "templates/sections/one.md.j2": f"---\nabout: Steps.\noptions: {{}}\n---\n{template}",
    }
    document, said = composed(loaded(Memory({path: text.encode() for path, text in files.items()})), "reader")
    assert said == []
    return document


def keys(document: Document) -> dict[str, tuple[str, ...]]:
    return {anchor.key: anchor.facts for anchor in document.anchors}


def test_a_key_stays_when_other_facts_and_blocks_come_and_go() -> None:
    whole = keys(made())
    fewer = keys(made(MILESTONES.replace("- {id: two", "# - {id: two")))
    longer = keys(made(template=TEMPLATE.replace("{% for", "{{ milestones[0].title }} came first.\n\n{% for", 1)))

    assert [key for key in whole if key not in fewer] == [key for key, facts in whole.items() if facts == ("two",)]
    assert set(whole) < set(longer)
    assert len(set(longer) - set(whole)) == 1


def test_a_note_keeps_its_key_when_another_comes_before_it() -> None:
    noted = TEMPLATE.replace(
        "Words of the template.", "Words of the template.[^a]\n\n[^a]: See {{ milestones[0].title }}."
    )
    more = noted.replace("Words of the template.", "First.[^b]\n\n[^b]: Own words.\n\nWords of the template.", 1)
    (one,), (first, second) = (made(template=t).notes for t in (noted, more))
    anchors = keys(made(template=more))

    assert one.key == second.key != first.key
    assert [anchors[note.key] for note in (first, second)] == [(), ("one",)]


def test_a_key_names_the_facts_of_its_block_and_no_others() -> None:
    facts = [facts for facts in keys(made()).values() if facts]

    assert facts == [("one",), ("two",), ("three",), ("one", "two", "three")]


def test_keys_of_shipped_briefs_are_each_used_once_and_fit_a_bookmark() -> None:
    assert Disk(ROOT).is_there("templates/sections/key_figures.md.j2")
    for audience in AUDIENCES:
        found = [anchor.key for anchor in brief(audience).anchors]

        assert len(found) == len(set(found)) > 10
        assert all(re.fullmatch(r"[a-z0-9_]{1,30}", key) for key in found)


def test_the_manifest_of_an_audience_names_only_facts_that_its_brief_shows() -> None:
    for audience in AUDIENCES:
        document = brief(audience)
        named = {fact for anchor in document.anchors for fact in anchor.facts}

        assert len(named) > 5
        assert named <= facts_of(document)
        facts = (f for origin in origins_in(text_units(document.blocks)) for f in origin.facts if f.kind == "fact")
        assert {f.fact for f in facts if "/" not in f.fact} <= named
