"""A section without content: left out and told, left out, said, or refused; and references nothing leans on."""

from __future__ import annotations

import pytest

from briefgen.diagnostics import print_short
from briefgen.model.document import Heading, Paragraph
from briefgen.model.traversal import in_rows
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

    assert [words_of_inlines(b.inlines) for b in in_rows(document.blocks) if isinstance(b, Paragraph)] == [
        "One: not stated."
    ]
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


SOURCES = "{% if references %}\n## Sources\n\n{{ reference_list() }}\n{% endif %}\n"


@pytest.mark.parametrize(
    ("template", "words"),
    [
        (SOURCES, []),
        ("## Text\n\nNothing is cited.\n\n" + SOURCES, ["Text", "Nothing is cited."]),
        ("## Sources\n\n{{ reference_list() }}\n\n## Next\n\nWords.\n", ["Next", "Words."]),
        ("## Method\n\n### Sources\n\n{{ reference_list() }}\n\nWords.\n", ["Method", "Sources", "Words."]),
        ("## Sources\n\n{{ reference_list() }}\n\n### Part\n\nWords.\n", ["Sources", "Part", "Words."]),
        ("## Sources\n\nAs far as known.\n\n{{ reference_list() }}\n", ["Sources", "As far as known."]),
        ("{{ reference_list() }}\n{{ reference_list() }}\n", []),
    ],
)
def test_a_list_that_holds_nothing_takes_its_heading_along(template: str, words: list[str]) -> None:
    document, _ = composed(loaded(world("one", template)), "reader")

    assert [
        words_of_inlines(b.inlines) for b in in_rows(document.blocks) if isinstance(b, Heading | Paragraph)
    ] == words


def test_a_list_of_what_is_cited_later_keeps_its_heading() -> None:
    template = SOURCES + "\n## Text\n\n{{ (positions|first).statement }}{{ cite(positions|first) }}\n"
    document, _ = composed(loaded(world("one", template)), "reader")

    assert [words_of_inlines(b.inlines) for b in in_rows(document.blocks) if isinstance(b, Heading)] == [
        "Sources",
        "Text",
    ]


def test_an_empty_list_is_told_as_an_empty_section() -> None:
    _, said = composed(loaded(world("one", SOURCES)), "reader")

    assert [d.code for d in said] == ["BG409"]
