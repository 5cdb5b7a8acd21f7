"""What is told of a broken template: its place to the word, in words of whoever writes templates, and a next step."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from briefgen.world import Memory
from samples.broken_templates import CASES, MARK
from samples.composing import BASE, FOLDER, composed, loaded

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic
    from samples.broken_templates import Broken

MILESTONES = "".join(f"- {{id: milestone-{n}, kind: other, title: Step {n}, date: 201{n}}}\n" for n in range(1, 4))
VISITS = "".join(
    f"- {{id: visit-{n}, kind: official, title: Talks {n}, host: PAK, date: 201{n}}}\n" for n in range(1, 8)
)
FOREIGN = re.compile(
    r"jinja|python|markdown-it|object|\bNoneType\b|\bNone\b|\bstr\b|\bint\b|\btuple\b|\bdict\b|iterable|positional|"
    r"argument|keyword|unexpected|expected|token|\bchar\b|statement|undefined|callable|attribute|operand|"
    r"exception|error|traceback|recursion|parse|syntax|lexer|unhashable|instance|Shown|Markup|generator",
    re.IGNORECASE,
)
"""Words of the programs that read templates, or of those that write such programs."""
EXACT = 2
"""Columns that a place may be off."""


def told(sources: dict[str, str]) -> list[Diagnostic]:
    """What is said of a workspace with these templates, notes left out."""
    files = {**BASE, f"{FOLDER}/milestones.yaml": MILESTONES, f"{FOLDER}/visits.yaml": VISITS, **sources}
    workspace = loaded(Memory({path: text.encode() for path, text in files.items()}))
    return [d for d in composed(workspace, "reader")[1] if d.severity != "info"]


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
