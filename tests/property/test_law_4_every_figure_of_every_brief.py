"""Law 4 over what is shipped: no figure of any brief is without an origin, in the files themselves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefgen.model.formats import FORMATS
from briefgen.pipeline import Order, make
from briefgen.publish import INTERNAL
from briefgen.reading import read_trace
from briefgen.world import Disk, Memory

if TYPE_CHECKING:
    from briefgen.trace import Trace

ROOT = Path(__file__).parents[2]
AUDIENCES = sorted(path.stem for path in (ROOT / "templates/audiences").glob("*.yaml"))
FILES = {
    path.relative_to(ROOT).as_posix(): path.read_bytes()
    for top in ("data", "templates")
    for path in (ROOT / top).rglob("*.*")
}
OUTPUT: dict[str, bytes] = {}
TRACED = [name for name, form in FORMATS.items() if form.holds_trace]


def trace(audience: str, ending: str) -> Trace:
    """The trace in one made file; all files are made once."""
    if not OUTPUT:
        world = Memory(FILES)
        result = make(world, Order(formats=tuple(FORMATS)))
        assert not any(brief.failed for brief in result.briefs)
        OUTPUT.update({path: data for path, data in world.files.items() if path.startswith(("output/", INTERNAL))})
    folder = f"{INTERNAL}/output" if ending == "trace.json" else "output"
    found = read_trace(f"a.{ending}", OUTPUT[f"{folder}/pakistan-belarus/{audience}.{ending}"])
    assert found
    return found


def sidecar_of(audience: str) -> bytes:
    """The bytes of an audience's sidecar."""
    return OUTPUT[f"{INTERNAL}/output/pakistan-belarus/{audience}.trace.json"]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_figure_is_without_an_origin(audience: str) -> None:
    figures = list(trace(audience, "trace.json").figures())

    assert len(figures) > 40
    assert [(p.section, p.where, piece.text) for p, piece in figures if not piece.has_origin] == []


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_cause_stands_where_the_trace_says(audience: str) -> None:
    disk = Disk(ROOT)
    for cause in trace(audience, "trace.json").causes:
        lines = disk.read(cause.file, 1_000_000).decode().split("\n")
        around = "\n".join(lines[max(cause.line - 12, 0) : cause.line + 12])
        named = cause.id.partition("/")[0]

        assert cause.line >= 1, cause
        assert named in around or cause.kind in {"relation", "audience"}, cause


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_source_of_a_figure_is_in_the_list_of_references(audience: str) -> None:
    found = trace(audience, "trace.json")
    sources = {source.ref for cause in found.causes if cause.kind == "fact" for source in cause.sources}

    assert sources
    assert [ref for ref in sources if not found.entry_of(ref)] == []


@pytest.mark.parametrize("ending", TRACED)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_travels_in_a_file_tells_the_same_without_lines(audience: str, ending: str) -> None:
    beside, inside = trace(audience, "trace.json"), trace(audience, ending)

    assert [p.words for p in inside.passages] == [p.words for p in beside.passages]
    assert [(piece.text, piece.value, piece.formula) for _, piece in inside.figures()] == [
        (piece.text, piece.value, piece.formula) for _, piece in beside.figures()
    ]
    assert {(c.line, c.column) for c in inside.causes} == {(0, 0)}
    assert {c.file for c in inside.causes} == {c.file for c in beside.causes}


@pytest.mark.parametrize("ending", [*TRACED, "trace.json"])
def test_no_label_of_a_fact_travels(ending: str) -> None:
    kept = OUTPUT or {trace("public", "pdf").title: b""}
    assert kept
    found = trace("public", ending)
    labels = {(source.sensitivity, source.topics) for cause in found.causes for source in cause.sources}

    assert labels == {(None, ())}
    assert b"sensitivity" not in sidecar_of("public")
    assert not any("defence" in cause.id for cause in found.causes)
