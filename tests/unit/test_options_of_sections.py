"""What the head of a section says of its options: a default, alone or with a sentence that says what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.diagnostics import Report, print_short
from briefgen.load import json_schemas
from briefgen.load.settings.section_files import read_section
from briefgen.pipeline.catalogue.names_of_section import names_of_section
from briefgen.records import replace
from samples.shipped_briefs import WORKSPACE

if TYPE_CHECKING:
    from briefgen.model.workspace import SectionTemplate

PATH = "templates/sections/one.md.j2"


def read(option: str) -> tuple[SectionTemplate, list[str]]:
    """The section with that line under `options`, and what is told of it."""
    report = Report()
    section = read_section("one", f"---\noptions:\n  {option}\n---\nWords.\n", PATH, report)
    assert section
    return section, [print_short(one) for one in report.diagnostics]


@pytest.mark.parametrize(
    ("option", "default"),
    [("limit: 5", 5), ("limit: {default: 5}", 5), ("limit: {default: true, about: How many.}", True)],
)
def test_a_default_stands_alone_or_beside_its_sentence(option: str, default: object) -> None:
    section, said = read(option)

    assert (section.options, said) == ({"limit": default}, [])
    assert section.meanings == ({"limit": "How many."} if "about" in option else {})


@pytest.mark.parametrize(
    "option",
    ["limit: [5]", "limit: {}", "limit: {about: How many.}", "limit: {default: [5]}", "limit: {default: 5, abuot: x}",
     "limit: {default: 5, about: [x]}"],
)  # fmt: skip
def test_what_is_no_default_is_told_and_no_option(option: str) -> None:
    section, said = read(option)

    assert said == [f"{PATH}:3:10: error[BG116] the option 'limit' is no default, alone or with a sentence"]
    assert section.options == {}


def test_editors_are_shown_the_sentence_where_they_set_the_option() -> None:
    section, _ = read("limit: {default: 5, about: How many.}")
    items = json_schemas({"one": section})["audience.schema.json"]["properties"]["sections"]["items"]
    found = items["anyOf"][1]["properties"]["one"]["properties"]["limit"]
    workspace = replace(WORKSPACE, sections={"one": section})

    assert (found["default"], found["description"]) == (5, "How many.")
    assert next(names_of_section("one", workspace, ())).about.startswith("How many. ")


def test_every_shipped_option_says_what_it_does_in_a_sentence() -> None:
    shipped = [
        (section.name, option, section.meanings.get(option, ""))
        for section in WORKSPACE.sections.values()
        for option in section.options
    ]

    assert len(shipped) > 50
    assert [one for one in shipped if not (one[2][:1].isupper() and one[2].endswith("."))] == []
