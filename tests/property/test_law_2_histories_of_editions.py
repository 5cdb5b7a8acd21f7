"""Laws 2 and 6 over histories of editions: news tells nothing of what is hidden, and a second run says the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import event, given, settings
from hypothesis import strategies as st

from briefgen.pipeline import Order, make
from samples.relation_files import FOLDER, world

if TYPE_CHECKING:
    from briefgen.world import Memory

READER = "name: Reader\nbrief_for: brief\nsubtitle: All\nclearance: public\nsections: [steps, changes]\n"
STEPS = "{% for step in milestones %}{{ step.title }}, {{ step.date|date }}. {% endfor %}\n\nThe end.\n"
CHANGES = Path(__file__).parents[2] / "templates/sections/changes.md.j2"
OUT, OWNERS = "output/x-y/reader.md", ".briefgen/output/x-y/reader.edition-"
FOLLOWED = ("output/x-y/reader.changes.md", "output/x-y/reader.atom.xml")
_IDS, _YEARS = ("one", "two", "three"), ("2015", "2016", "2017-03", "2018~")
_WORDS = ("bridge", "tunnel", "ferry", "harbour")


@dataclass(frozen=True)
class Step:
    """A record as it stands after a change; None where it is taken out."""

    id: str
    date: str | None
    word: str = ""
    is_hidden: bool = False

    def line(self) -> str:
        """Its line in the file."""
        label = ", sensitivity: restricted" if self.is_hidden else ""
        return f"- {{id: {self.id}, kind: other, title: The {self.word} of {self.id}, date: {self.date}{label}}}\n"


_STEPS = st.builds(
    Step,
    st.sampled_from(_IDS),
    st.sampled_from((None, *_YEARS)),
    st.sampled_from(_WORDS),
    st.booleans(),
)


@dataclass
class Desk:
    """A workspace whose runs follow each other."""

    shows_hidden: bool
    """Whether hidden records stand in its files; in the other they were never entered, or are deleted."""
    files: Memory = field(init=False)
    records: dict[str, Step] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.files = world(
            {
                "templates/sections/steps.md.j2": STEPS,
                "templates/sections/changes.md.j2": CHANGES.read_text(encoding="utf-8"),
                "templates/audiences/reader.yaml": READER,
                "milestones.yaml": Step("first", "2010", "road").line(),
            }
        )
        del self.files.files["templates/audiences/all.yaml"]
        self.files.files["briefgen.toml"] = b'[editions]\nfollow = ["changes", "atom"]\n'

    def take(self, step: Step) -> None:
        """Change a record, and make the brief."""
        if step.date is None or (step.is_hidden and not self.shows_hidden):
            self.records.pop(step.id, None)
        else:
            self.records[step.id] = step
        lines = [Step("first", "2010", "road").line(), *(self.records[key].line() for key in sorted(self.records))]
        self.files.files[f"{FOLDER}/milestones.yaml"] = "".join(lines).encode()
        self.make()

    def make(self) -> None:
        """One run, which must go well."""
        result = make(self.files, Order(formats=("md",)))
        assert [brief.failed for brief in result.briefs] == [False], result.report.diagnostics

    @property
    def brief(self) -> bytes:
        """What its readers have: the brief, and what was new in each edition, as text and as a feed."""
        return b"\n".join(self.files.files[path] for path in (OUT, *FOLLOWED))

    @property
    def editions(self) -> dict[str, bytes]:
        """What its owner keeps of the editions."""
        return {path: data for path, data in self.files.files.items() if path.startswith(OWNERS)}


@given(st.lists(_STEPS, min_size=2, max_size=6))
@settings(max_examples=40, deadline=None)
def test_what_is_hidden_is_as_if_it_were_deleted_and_a_second_run_changes_nothing(steps: list[Step]) -> None:
    hiding, deleting = Desk(shows_hidden=True), Desk(shows_hidden=False)
    for step in steps:
        for desk in (hiding, deleting):
            desk.take(step)
        assert hiding.brief == deleting.brief
        assert hiding.editions == deleting.editions
        before = hiding.brief, hiding.editions
        hiding.make()
        assert (hiding.brief, hiding.editions) == before
        gone = [old for old in steps if step.id == old.id and (step.is_hidden or step.date is None)]
        assert not any(f"The {old.word} of {old.id}".encode() in hiding.brief for old in gone)
    event(f"{len(hiding.editions)} editions")


@given(st.lists(_STEPS, min_size=1, max_size=4))
@settings(max_examples=20, deadline=None)
def test_files_follow_from_inputs_and_kept_editions_alone(steps: list[Step]) -> None:
    one = Desk(shows_hidden=True)
    for step in steps:
        one.take(step)
    kept = {path: data for path, data in one.files.files.items() if not path.startswith("output/")}
    again = Desk(shows_hidden=True)
    again.files.files.clear()
    again.files.files.update(kept)
    again.make()

    assert again.brief == one.brief
    assert again.editions == one.editions
