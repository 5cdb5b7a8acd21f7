"""Briefs with marked portions, through a whole run: in every format, for followers, and beside what is hidden."""

from __future__ import annotations

from pathlib import Path

from briefgen.model.formats import FORMATS
from briefgen.pipeline import Order, here, make
from briefgen.world import Memory
from readers.every_reader import READERS
from samples.composing import BASE

STEPS = "data/x-y/milestones.yaml"
READER = "name: Reader\nbrief_for: brief\nsubtitle: All\nclearance: official\n{more}sections: [steps, changes]\n"
STEP = "- {{id: {0}, kind: other, title: {1}, date: 2015, sensitivity: {2}, sources: [{{ref: ref}}]}}\n"
KNOWN = STEP.format("a", "The bridge opens", "public") + STEP.format("b", "The talks fail", "official")
HIDDEN = STEP.format("c", "The plot thickens", "restricted")


def desk(more: str = "portions: true\n", steps: str = KNOWN) -> Memory:
    """A workspace whose brief lists its milestones, and says what is new."""
    files = {
        **BASE,
        "briefgen.toml": '[editions]\nfollow = ["changes"]\n',
        "templates/audiences/reader.yaml": READER.format(more=more),
        "templates/sections/steps.md.j2": "Steps:\n\n{% for one in milestones %}\n- {{ one.title }}\n{% endfor %}\n",
        "templates/sections/changes.md.j2": Path(__file__)
        .parents[2]
        .joinpath("templates/sections/changes.md.j2")
        .read_text("utf-8"),
        STEPS: steps,
    }
    return Memory({path: text.encode() for path, text in files.items()})


def made(world: Memory, *formats: str) -> dict[str, bytes]:
    """Name → bytes of what a run puts out."""
    result = make(world, Order(formats=formats or ("md",)), executor=here)
    assert not result.report.has_errors
    return {path.partition("/x-y/")[2]: data for path, data in world.files.items() if path.startswith("output/")}


def words(name: str, files: dict[str, bytes]) -> str:
    return " ".join(READERS[name](files[f"reader{FORMATS[name].ending}"])).replace("\u00a0", " ")


def test_every_format_has_the_marks_and_says_what_they_mean() -> None:
    marked, bare = made(desk(), *FORMATS), made(desk(more=""), *FORMATS)

    for name in READERS:
        said = words(name, marked)
        assert "(P) The bridge opens" in said
        assert "(O) The talks fail" in said
        assert said.count("Marks (P) public, (O) official") == 1
        assert "(R)" not in said
        assert not {"(P)", "(O)", "Marks"} & set(words(name, bare).split())


def test_what_is_new_is_marked_for_those_who_follow() -> None:
    world = desk()
    made(world)
    world.files[STEPS] += STEP.format("d", "The ferry stops", "official").encode()
    changes = made(world)["reader.changes.md"].decode().replace("\u00a0", " ")

    assert "(P) public, (O) official" in changes
    assert any(line.startswith("- (O)") and "The ferry stops" in line for line in changes.splitlines())


def test_what_is_hidden_changes_no_byte() -> None:
    assert made(desk(steps=KNOWN + HIDDEN), *FORMATS) == made(desk(), *FORMATS)


def test_a_label_that_its_reader_may_know_is_a_new_edition() -> None:
    before, after = made(desk()), made(desk(steps=KNOWN.replace("public", "official")))

    assert before["reader.md"] != after["reader.md"]
    assert b"(P)\xc2\xa0The" not in after["reader.md"]
