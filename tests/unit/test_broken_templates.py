"""What is told of a broken template: its place to the word, in words of whoever writes templates, and a next step."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment, Template

from briefgen.compose.brief_state import Brief
from briefgen.compose.source.template_problems import Problems
from briefgen.compose.template.block_functions import Blocks
from briefgen.compose.template.filters import Filters
from briefgen.compose.template.namespace import functions_of, known_everywhere, known_names
from briefgen.compose.template.sandbox import SectionEnvironment
from briefgen.compose.values.field_use import FieldUse
from briefgen.diagnostics import Report
from briefgen.view import Request, view
from briefgen.world import Memory
from samples.broken_templates import CASES, MARK
from samples.composing import BASE, loaded, told
from samples.english_words import english

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic
    from samples.broken_templates import Broken

FOREIGN = re.compile(
    r"jinja|python|markdown-it|object|\bNoneType\b|\bNone\b|\bstr\b|\bint\b|\btuple\b|\bdict\b|iterable|positional|"
    r"argument|keyword|unexpected|expected|token|\bchar\b|statement|undefined|callable|attribute|operand|"
    r"exception|error|traceback|recursion|parse|syntax|lexer|unhashable|instance|Shown|Markup|generator",
    re.IGNORECASE,
)
"""Words of the programs that read templates, or of those that write such programs."""
EXACT = 2
"""Columns that a place may be off."""


def of(case: Broken) -> list[Diagnostic]:
    sources = {"templates/sections/one.md.j2": case.source.replace(MARK, "")}
    partial = {"templates/partials/lines.md.j2": case.partial.replace(MARK, "") or "x\n"}
    return told(sources | partial)


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_told_once_at_its_word_with_the_next_step(name: str) -> None:
    case = CASES[name]
    said = of(case)

    (one,) = said
    line, column = case.line_and_column
    assert (one.place.path, one.place.line) == (case.path, line), one
    assert abs(one.place.column - column) <= EXACT, one
    assert (one.code, one.severity) == (case.code, "error")
    assert case.message in one.message
    assert one.hint is not None
    assert case.hint in one.hint


@pytest.mark.parametrize("name", CASES)
def test_no_word_of_a_program_stands_in_a_message(name: str) -> None:
    for one in of(CASES[name]):
        words = re.sub(r"'[^']*'", "", one.message)
        assert not FOREIGN.search(words), one.message
        assert not FOREIGN.search(one.hint or ""), one.hint


PARTIAL = "templates/partials/lines.md.j2"
SECTION = "templates/sections/one.md.j2"
TOGETHER: dict[str, tuple[dict[str, str], list[tuple[str, int, int, str]]]] = {
    "a filter, a name and a field": (
        {SECTION: "{{ title|uper }} {{ nothing }} {{ milestones[0].titel }}"},
        [(SECTION, 1, 10, "BG402"), (SECTION, 1, 21, "BG402"), (SECTION, 1, 49, "BG402")],
    ),
    "faults of tags": (
        {SECTION: "{{ title }\n\n{% if as_of %}\n\n{{ “x” }}\n{% endfor %}\n{{ }}"},
        [
            (SECTION, 1, 10, "BG401"), (SECTION, 5, 4, "BG401"), (SECTION, 6, 1, "BG401"), (SECTION, 7, 1, "BG401"),
        ],
    ),
    "a tag and a name": (
        {SECTION: "{% if title %}x\n\n{{ titel }} {{ as_of|dat }}"},
        [(SECTION, 1, 1, "BG401"), (SECTION, 3, 4, "BG402"), (SECTION, 3, 22, "BG402")],
    ),
    "a section and its partial": (
        {SECTION: '{% include "partials/lines.md.j2" %}\n{{ titel }}', PARTIAL: "x\n{% endif %}"},
        [(PARTIAL, 2, 1, "BG401"), (SECTION, 2, 4, "BG402")],
    ),
    "a name and what runs behind it": (
        {SECTION: "{{ titel }}\n{% for m in milestones %}{{ m.titel }}{% endfor %}\n{{ visits[9].title }}"},
        [(SECTION, 1, 4, "BG402"), (SECTION, 2, 31, "BG402"), (SECTION, 3, 11, "BG412")],
    ),
    "names of a loop that cannot be read": (
        {SECTION: "{% for m in milestones }\n{{ m.title }}\n{% endfor %}"}, [(SECTION, 1, 24, "BG401")],
    ),
    "what hangs on a filter that is none": ({SECTION: "{{ title|uper|money|count }}"}, [(SECTION, 1, 10, "BG402")]),
    "what hangs on a name that is none": (
        {SECTION: "{{ nothing.at.all + 1 }}{% for x in nothing %}{{ x.y }}{% endfor %}{{ nothing(1)|date }}"},
        [(SECTION, 1, 4, "BG402"), (SECTION, 1, 37, "BG402"), (SECTION, 1, 71, "BG402")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TOGETHER)
def test_no_fault_hides_another(name: str) -> None:
    sources, places = TOGETHER[name]

    assert [(d.place.path, d.place.line, d.place.column, d.code) for d in told(sources)] == places


def test_the_words_that_are_known_without_a_brief_are_those_of_every_brief() -> None:
    files = {**BASE, SECTION: "x\n"}
    workspace = loaded(Memory({path: text.encode() for path, text in files.items()}))
    seen = view(workspace.relations[0], workspace.audiences[0], Request()).value
    problems = Problems(Report(), {}, known_names(seen.items))
    brief = Brief(seen, problems, FieldUse(), english())
    environment = SectionEnvironment({}, brief.slots, problems, FieldUse(), 5)
    environment.add_filters(Filters(brief).table())
    environment.globals.update(Blocks(brief).functions() | functions_of(brief))
    here, everywhere = environment.known, known_everywhere(kind.collection for kind in workspace.kinds.values())

    assert set(here.filters) == set(everywhere.filters)
    assert set(here.names) == set(everywhere.names)
    assert {test for test in here.tests if test.isalpha()} >= {test for test in everywhere.tests if test.isalpha()}


def test_memory_that_runs_out_is_no_fault_of_a_template(monkeypatch: pytest.MonkeyPatch) -> None:
    def render(*_args: object) -> str:
        raise MemoryError

    monkeypatch.setattr(Template, "render", render)

    with pytest.raises(MemoryError):
        told({SECTION: "x"})


def test_code_that_has_too_many_levels_is_a_template_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    def compiled(*_args: object) -> object:
        raise MemoryError

    monkeypatch.setattr(Environment, "_compile", compiled)
    (one,) = told({SECTION: "x\n\ny {{ title|capital }} too large"})

    assert (one.code, str(one.place)) == ("BG405", f"{SECTION}:3:3")
