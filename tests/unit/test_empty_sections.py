"""A section without content: left out and told, left out, said, or refused; and references nothing leans on."""

from __future__ import annotations

from briefgen.diagnostics import print_short
from briefgen.model.document import Paragraph
from briefgen.pipeline import Order, check
from briefgen.world import Memory
from readers.document_words import words_of_inlines
from samples.composing import BASE, FOLDER, composed, loaded

READER = "templates/audiences/reader.yaml"


def world(choice: str, template: str = "{% if visits %}\n## Visits\n{% endif %}\n") -> Memory:
    """A workspace with one audience and one section."""
    files = {**BASE, READER: BASE[READER].replace("[one]", f"[{choice}]"), "templates/sections/one.md.j2": template}
    files[f"{FOLDER}/positions.yaml"] = """\
- {id: a, parties: [PAK, BLR], statement: Both agree., sources: [{ref: ref}]}
- {id: b, parties: [PAK, BLR], statement: Both wait., sources: [{ref: other}]}
"""
    return Memory({name: text.encode() for name, text in files.items()})


def test_a_section_that_falls_away_unasked_is_told() -> None:
    document, said = composed(loaded(world("one")), "reader")

    assert document.blocks == ()
    assert [print_short(d) for d in said] == [
        f"{READER}:5:12: info[BG409] section 'one' has nothing to show for 'reader' and is left out"
    ]


def test_a_section_that_may_fall_away_is_not_told() -> None:
    assert composed(loaded(world("one: {if_empty: drop}")), "reader")[1] == []


def test_a_placeholder_says_so_in_the_brief() -> None:
    document, said = composed(loaded(world("one: {if_empty: placeholder}")), "reader")

    assert [words_of_inlines(b.inlines) for b in document.blocks if isinstance(b, Paragraph)] == ["One: not stated."]
    assert said == []


def test_a_section_that_must_not_be_empty_is_an_error() -> None:
    _, said = composed(loaded(world("one: {if_empty: error}")), "reader")

    assert [(d.code, d.severity.value) for d in said] == [("BG407", "error")]


def test_a_template_that_fails_is_not_called_empty_too() -> None:
    _, said = composed(loaded(world("one", "{{ nothing }}")), "reader")

    assert [d.code for d in said] == ["BG402"]


def test_a_reference_that_no_printed_word_leans_on_is_noted() -> None:
    result = check(world("one", "{{ (positions|first).statement }}\n"), Order())

    assert [d.message for d in result.report.diagnostics if d.code == "BG410"] == [
        "nothing in the brief for 'reader' leans on 'other'"
    ]
