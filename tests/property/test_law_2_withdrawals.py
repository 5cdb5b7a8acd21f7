"""Law 2 over histories in which facts are retracted: who never read one is told nothing of it, and nobody its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from briefgen.pipeline import Order, make
from samples.relation_files import FOLDER, world

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.world import Memory

READER = "name: Reader\nbrief_for: brief\nsubtitle: All\nclearance: public\nsections: [steps, changes]\n"
STEPS = "{% for step in milestones %}{{ step.title }}, {{ step.date|date }}. {% endfor %}\n\nThe end.\n"
CHANGES = Path(__file__).parents[2] / "templates/sections/changes.md.j2"
FIRST = "- {id: first, kind: other, title: The road of first, date: 2010}\n"
_LABELS: Mapping[str, str] = {
    "told": "", "hidden": ", sensitivity: restricted", "retracted": ", status: retracted",
    "retracted and hidden": ", status: retracted, sensitivity: restricted",
}  # fmt: skip
_STEPS = st.tuples(st.sampled_from(("one", "two")), st.sampled_from((*_LABELS, "deleted")))


@dataclass
class Desk:
    """A workspace whose runs follow each other."""

    records: dict[str, str] = field(default_factory=dict)
    """Id → how it stands."""
    files: Memory = field(init=False)

    def __post_init__(self) -> None:
        self.files = world(
            {
                "templates/sections/steps.md.j2": STEPS,
                "templates/sections/changes.md.j2": CHANGES.read_text(encoding="utf-8"),
                "templates/audiences/reader.yaml": READER,
            }
        )
        del self.files.files["templates/audiences/all.yaml"]
        self.files.files["briefgen.toml"] = b'[editions]\nfollow = ["changes", "atom"]\n'

    def make(self, records: Mapping[str, str]) -> None:
        """One run, with records as they stand."""
        lines = (
            f"- {{id: {key}, kind: other, title: The harbour of {key}, date: 2015{_LABELS[how]}}}\n"
            for key, how in sorted(records.items())
        )
        self.files.files[f"{FOLDER}/milestones.yaml"] = (FIRST + "".join(lines)).encode()
        result = make(self.files, Order(formats=("md",)))
        assert [brief.failed for brief in result.briefs] == [False], result.report.diagnostics

    @property
    def read(self) -> dict[str, bytes]:
        """What its readers have, and what is kept of the editions."""
        return {
            path: data
            for path, data in self.files.files.items()
            if path.startswith("output/") or "reader.edition-" in path
        }


@given(st.lists(_STEPS, min_size=2, max_size=7))
@example([("one", "told"), ("one", "retracted"), ("two", "retracted")])
@settings(max_examples=60, deadline=None)
def test_a_fact_that_was_never_told_and_one_that_was_never_entered_are_the_same(steps: list[tuple[str, str]]) -> None:
    entered, bare = Desk(), Desk()
    records: dict[str, str] = {}
    ever_told: set[str] = set()
    for key, how in steps:
        records = {name: now for name, now in {**records, key: how}.items() if now != "deleted"}
        ever_told |= {name for name, now in records.items() if now == "told"}
        entered.make(records)
        bare.make({name: now for name, now in records.items() if name in ever_told})
        assert entered.read == bare.read
        gone = [name for name in ("one", "two") if records.get(name) != "told"]
        readers = b"".join(data for path, data in entered.read.items() if path.startswith("output/"))
        assert not any(f"harbour of {name}".encode() in readers for name in gone)
        before = entered.read
        entered.make(records)
        assert entered.read == before
    is_corrected = any(b"has been withdrawn" in data or b"Correction" in data for data in entered.read.values())
    event("corrected" if is_corrected else "nothing corrected")


@given(st.permutations(["retracted", "hidden", "deleted"]))
@settings(max_examples=6, deadline=None)
def test_only_what_is_retracted_and_not_hidden_is_corrected(ways: list[str]) -> None:
    for how in ways:
        desk = Desk()
        desk.make({"one": "told"})
        desk.make({} if how == "deleted" else {"one": how})
        readers = b"".join(data for path, data in desk.read.items() if path.startswith("output/"))
        assert (b"Correction" in readers) is (how == "retracted")
