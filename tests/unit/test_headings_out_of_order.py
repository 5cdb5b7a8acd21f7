"""Headings that skip a level, or with which a section begins below the one before it, are told at their line."""

from __future__ import annotations

import pytest

from briefgen.diagnostics import Severity
from briefgen.pipeline import Order, check
from briefgen.world import Memory
from samples.composing import BASE, FOLDER

FACT = "- {id: m, kind: other, title: Opened, date: 2015, sources: [{ref: ref}]}\n"


def told(sections: str, **templates: str) -> list[tuple[int, str, str]]:
    """Line, section and message of what is told of headings by `check`."""
    audience = BASE["templates/audiences/reader.yaml"].replace("[one]", f"[{sections}]")
    texts = {**BASE, f"{FOLDER}/milestones.yaml": FACT, "templates/audiences/reader.yaml": audience}
    texts |= {f"templates/sections/{name}.md.j2": text for name, text in templates.items()}
    report = check(Memory({name: text.encode() for name, text in texts.items()}), Order()).report
    found = [one for one in report.diagnostics if one.code == "BG406"]
    assert {one.severity for one in found} <= {Severity.WARNING}
    return [(one.place.line, one.place.path.partition("sections/")[2], one.message) for one in found]


PLAIN = "## First\n\nWords.\n\n### Below\n\nWords.\n"


@pytest.mark.parametrize(
    "second",
    ["## Second\n\nWords.\n", "Words alone.\n", "Words.\n\n## Second\n\n### Below\n\nWords.\n"],
)
def test_sections_that_begin_at_their_level_are_left_alone(second: str) -> None:
    assert told("one, two", one=PLAIN, two=second) == []


def test_a_heading_that_skips_a_level_is_told_at_its_line() -> None:
    assert told("one", one="Words.\n\n## A\n\n#### B\n\nWords.\n") == [
        (5, "one.md.j2", "a heading of level 4 stands under one of level 2: it is set as level 3")
    ]
    assert told("one", one="{% if milestones %}\n### A\n\nWords.\n{% endif %}\n") == [
        (2, "one.md.j2", "a heading of level 3 stands under the title: it is set as level 2")
    ]


def test_a_section_that_begins_below_the_one_before_it_is_told_where_it_begins() -> None:
    assert told("one, two", one=PLAIN, two="Words.\n\n### {{ milestones[0].title }} and more\n\nWords.\n") == [
        (3, "two.md.j2", "the section begins with a heading of level 3, so that it stands under the section before it")
    ]


def test_a_section_that_skips_a_level_as_it_begins_is_told_once() -> None:
    ((line, section, message),) = told("one, two", one="## A\n\nWords.\n", two="#### B\n\nWords.\n")

    assert (line, section) == (1, "two.md.j2")
    assert message == "a heading of level 4 stands under one of level 2: it is set as level 3"


def test_what_only_some_audiences_meet_is_told_too() -> None:
    """Where it comes first it is under the title; behind another section it is of that."""
    messages = [message for _, _, message in told("two, one, two", one=PLAIN, two="### B\n\nWords.\n")]

    assert messages == [
        "a heading of level 3 stands under the title: it is set as level 2",
        "the section begins with a heading of level 3, so that it stands under the section before it",
    ]
