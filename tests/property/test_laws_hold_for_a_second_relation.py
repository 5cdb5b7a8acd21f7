"""Laws 2, 3 and 4 asked of a relation that the shipped sections were not written for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from briefgen.model.formats import FORMATS, Extent
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.pipeline import Order, make
from briefgen.publish import INTERNAL
from briefgen.reading import read_trace
from briefgen.world import Memory, Overlay
from readers.every_reader import READERS, words_in
from samples.rendering import rendered
from samples.second_relation import AUDIENCES, RELATION, SHIPPED, brief, files, without_hidden_facts

if TYPE_CHECKING:
    from briefgen.trace import Trace

WHOLE = [name for name, form in FORMATS.items() if form.extent is Extent.WHOLE]


@cache
def output(*, hidden: bool) -> dict[str, bytes]:
    """Path → bytes of all that `make` writes, with what is restricted or as if it had never been entered."""
    world = Memory(files() if hidden else without_hidden_facts())
    result = make(Overlay(world, SHIPPED), Order(formats=("md", "html", "docx")))
    assert not any(one.failed for one in result.briefs)
    return {path: data for path, data in world.files.items() if path.startswith(("output/", INTERNAL))}


def trace(audience: str) -> Trace:
    """Where the pieces of a brief came from, as its owner keeps it."""
    found = read_trace("a.trace.json", output(hidden=True)[f"{INTERNAL}/output/{RELATION}/{audience}.trace.json"])
    assert found
    return found


def test_what_is_taken_out_is_all_that_is_restricted() -> None:
    before, after = files(), without_hidden_facts()
    changed = {path.rpartition("/")[2] for path in before if before[path] != after.get(path)}

    assert {
        "assessments.yaml",
        "investments.yaml",
        "lines_to_take.yaml",
        "mechanisms.yaml",
        "milestones.yaml",
        "pictures.yaml",
        "radar.png",
        "radars.md",
        "bodies.md",
        "recommendations.yaml",
        "references.json",
        "twinnings.yaml",
        "visits.yaml",
    } <= changed
    assert not any(b"sensitivity: restricted" in data for data in after.values())


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("ending", ["md", "html", "docx"])
def test_law_2_what_is_restricted_leaves_no_trace(audience: str, ending: str) -> None:
    path = f"output/{RELATION}/{audience}.{ending}"

    assert output(hidden=True)[path] == output(hidden=False)[path]


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_law_3_the_formats_say_the_same(audience: str, name: str) -> None:
    said = READERS[name](rendered(brief(audience), name, DEFAULT_STYLE))

    assert said == words_in(brief(audience), name)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_law_4_no_figure_is_without_an_origin(audience: str) -> None:
    figures = list(trace(audience).figures())

    assert len(figures) > 30
    assert [(p.section, p.where, piece.text) for p, piece in figures if not piece.has_origin] == []


@pytest.mark.parametrize("audience", AUDIENCES)
def test_law_4_every_figure_leads_to_a_line_that_names_its_fact(audience: str) -> None:
    for cause in trace(audience).causes:
        if cause.kind in {"relation", "audience"}:
            continue
        lines = files()[cause.file].decode().split("\n")
        around = "\n".join(lines[max(cause.line - 30, 0) : cause.line + 12])

        assert cause.line >= 1, cause
        assert cause.id.partition("/")[0] in cause.file + around, cause  # prose is named by its file
