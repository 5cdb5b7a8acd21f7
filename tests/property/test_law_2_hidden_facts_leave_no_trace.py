"""Law 2: relations that differ only in facts hidden from an audience give it byte-identical files."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.compose import Ingredients, compose
from briefgen.load import load
from briefgen.model.formats import FORMATS
from briefgen.view import Request, view
from briefgen.world import Memory
from samples.rendering import rendered

ROOT = Path(__file__).parents[2]
FOLDER = "data/pakistan-belarus"


@cache
def shipped() -> dict[str, bytes]:
    """The files of the shipped workspace, with marks on the portions of one brief: no mark is of what is hidden."""
    found = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for top in ("data", "templates")
        for path in (ROOT / top).rglob("*.*")
    }
    found["templates/audiences/business.yaml"] += b"portions: true\n"
    return found


def briefs(files: dict[str, bytes], audience: str) -> dict[str, bytes]:
    """One audience's files."""
    outcome = load(Memory(files))
    assert [d for d in outcome.diagnostics if d.severity == "error"] == []
    workspace = outcome.value
    chosen = next(a for a in workspace.audiences if a.id == audience)
    seen = view(workspace.relations[0], chosen, Request()).value
    made_of = Ingredients(seen, workspace.sections, workspace.partials, workspace.wording.of(seen))
    document = compose(made_of).value
    return {name: rendered(document, name, workspace.style) for name in FORMATS}


@cache
def unchanged(audience: str) -> dict[str, bytes]:
    """The files from the shipped data."""
    return briefs(shipped(), audience)


_IDS = st.from_regex(r"[a-z][a-z0-9]{2,8}", fullmatch=True).map(lambda text: f"hidden-{text}")
_WHY = st.sampled_from(["sensitivity: restricted", "topics: [defence]", "status: retracted"])
_DATE = st.sampled_from(["", "date: 1900", "date: 2019-11", "date: 2021-04-22"])
_WORDS = st.sampled_from(["Secret", "A very long title " * 20, "Секрет", "9,999,999"])


@st.composite
def hidden_yaml(draw: st.DrawFn) -> str:
    """A record of milestones.yaml that the public may not see."""
    lines = [f"id: {draw(_IDS)}", "kind: other", f"title: {draw(_WORDS)}", "major: true", draw(_WHY), draw(_DATE)]
    lines.append(f"sources: [{{ref: {draw(st.sampled_from(['hidden-ref', 'raza-nawaz-2021']))}}}]")
    return "- " + "\n  ".join(line for line in lines if line) + "\n"


@st.composite
def hidden_row(draw: st.DrawFn) -> str:
    """A row of trade.csv that the public may not see."""
    period, value = draw(st.sampled_from(["2019", "2021", "1999", "2020?"])), draw(st.integers(1, 10**6))
    flow, scale = draw(st.sampled_from(["X", "TURNOVER"])), draw(st.sampled_from(["1", "1000", "1000000"]))
    cells = {
        "id": draw(_IDS), "period": period, "exporter": "PAK", "importer": "BLR", "flow": flow, "value": str(value),
        "scale": scale, "currency": "EUR", "topics": "defence", "sources": "hidden-ref",
    }  # fmt: skip
    header = shipped()[f"{FOLDER}/trade.csv"].decode().splitlines()[0].split(",")
    return ",".join(cells.get(name, "") for name in header) + "\n"


REFERENCE = '[{"id": "hidden-ref", "type": "book", "title": "Hidden", "author": [{"family": "Aaa"}]},'


@pytest.mark.parametrize("audience", ["public", "business"])
@settings(max_examples=12, deadline=None)
@given(
    st.lists(hidden_yaml(), max_size=3, unique_by=lambda text: text.split("\n")[0]), st.lists(hidden_row(), max_size=2)
)
def test_hidden_facts_leave_no_trace_in_any_file(audience: str, records: list[str], rows: list[str]) -> None:
    files = dict(shipped())
    files[f"{FOLDER}/milestones.yaml"] = "".join(records).encode() + files[f"{FOLDER}/milestones.yaml"]
    files[f"{FOLDER}/trade.csv"] += "".join(rows).encode()
    references = files[f"{FOLDER}/references.json"].decode().lstrip()
    files[f"{FOLDER}/references.json"] = (REFERENCE + references[1:]).encode()

    assert briefs(files, audience) == unchanged(audience)


def test_a_hidden_part_of_a_fact_does_not_show_in_the_count_of_its_neighbours() -> None:
    files = dict(shipped())
    hidden = b"cochairs:\n    - {party: PAK, person: imran-khan, topics: [defence], sources: [{ref: raza-nawaz-2021}]}"
    path = f"{FOLDER}/mechanisms.yaml"
    files[path] = files[path].replace(b"cochairs:", hidden, 1)

    assert files[path] != shipped()[path]
    assert briefs(files, "business") == unchanged("business")


def test_a_fact_that_is_not_hidden_does_leave_a_trace() -> None:
    files = dict(shipped())
    seen = b"- {id: seen, kind: other, title: Seen, date: 2016, major: true, sources: [{ref: raza-nawaz-2021}]}\n"
    files[f"{FOLDER}/milestones.yaml"] = seen + files[f"{FOLDER}/milestones.yaml"]
    changed = briefs(files, "public")

    assert all(changed[name] != unchanged("public")[name] for name in FORMATS)
