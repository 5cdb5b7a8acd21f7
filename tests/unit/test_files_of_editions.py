"""The files of earlier editions that the owner keeps: as many as the workspace says, as they were made."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from briefgen.model.formats import FORMATS
from briefgen.pipeline import Order, make
from briefgen.publish import Places, kept_file, recorded, verify
from briefgen.world.memory_outputs import MemoryOutputs
from samples.relation_files import FOLDER, world

if TYPE_CHECKING:
    from briefgen.publish import BriefRecord
    from briefgen.world import Memory, Outputs

READER = "name: Reader\nbrief_for: brief\nsubtitle: All\nclearance: public\nsections: [steps]\n"
STEPS = "{% for step in milestones %}{{ step.title }}. {% endfor %}\n\nThe end.\n"
OUT, PLACES = "output/x-y/reader.md", Places("output")
OWNERS = ".briefgen/output/x-y/"
NAMES = ("bridge", "tunnel", "ferry", "harbour", "road")
STEPS_OF_OUTPUTS = ("create", "append", "keep", "move", "sync", "remove")


def workspace(most: int | None) -> Memory:
    """One that keeps the files of so many editions before the last; None says nothing of it."""
    made = world({"templates/sections/steps.md.j2": STEPS, "templates/audiences/reader.yaml": READER})
    del made.files["templates/audiences/all.yaml"]
    if most is not None:
        say(made, most)
    return made


def say(desk: Memory, most: int) -> None:
    """How many are kept."""
    desk.files["briefgen.toml"] = f"[editions]\nfiles = {most}\n".encode()


def run(desk: Memory, name: str, outputs: Outputs | None = None) -> bytes:
    """An edition that tells of one thing; the brief."""
    desk.files[f"{FOLDER}/milestones.yaml"] = f"- {{id: one, kind: other, title: The {name}, date: 2015}}\n".encode()
    result = make(desk, Order(formats=("md",)), outputs=outputs)
    assert outputs or [brief.failed for brief in result.briefs] == [False], result.report.diagnostics
    return desk.files[OUT]


def kept(desk: Memory) -> dict[int, bytes]:
    """Number → file, of what lies in the owner's folder."""
    start = f"{OWNERS}reader.edition-"
    return {
        int(path.removeprefix(start).removesuffix(".md")): data
        for path, data in desk.files.items()
        if path.startswith(start) and path.endswith(".md")
    }


def record(desk: Memory) -> BriefRecord:
    """Of the brief."""
    return recorded(PLACES.owners, desk.outputs).value[0].briefs["x-y", "reader"]


@pytest.mark.parametrize(("most", "numbers"), [(None, [4]), (0, []), (1, [4]), (2, [3, 4]), (9, [1, 2, 3, 4])])
def test_as_many_are_kept_as_the_workspace_says(most: int | None, numbers: list[int]) -> None:
    desk = workspace(most)
    made = {number: run(desk, name) for number, name in enumerate(NAMES, 1)}

    assert kept(desk) == {number: made[number] for number in numbers}
    assert list(verify(recorded(PLACES.owners, desk.outputs), desk.outputs)) == []


def test_one_that_is_kept_is_found_by_its_number_and_its_format() -> None:
    desk = workspace(2)
    made = {number: run(desk, name) for number, name in enumerate(NAMES, 1)}

    assert kept_file(record(desk), 4, FORMATS["md"], desk.outputs) == made[4]
    assert kept_file(record(desk), 4, FORMATS["docx"], desk.outputs) is None
    assert kept_file(record(desk), 2, FORMATS["md"], desk.outputs) is None


def test_one_that_was_changed_is_given_to_nobody_and_kept_no_longer() -> None:
    desk = workspace(2)
    for name in NAMES:
        run(desk, name)
    desk.files[f"{OWNERS}reader.edition-4.md"] += b"more"

    assert kept_file(record(desk), 4, FORMATS["md"], desk.outputs) is None
    run(desk, NAMES[-1])
    assert sorted(kept(desk)) == [3]
    assert list(verify(recorded(PLACES.owners, desk.outputs), desk.outputs)) == []


def test_a_brief_that_somebody_changed_is_kept_as_no_edition() -> None:
    desk = workspace(2)
    run(desk, "bridge")
    desk.files[OUT] += b"more"
    run(desk, "tunnel")

    assert kept(desk) == {}


def test_who_keeps_fewer_has_fewer_after_the_next_run() -> None:
    desk = workspace(9)
    for name in NAMES:
        run(desk, name)
    say(desk, 1)
    run(desk, NAMES[-1])

    assert sorted(kept(desk)) == [4]


def test_a_second_run_keeps_what_there_is() -> None:
    desk = workspace(2)
    for name in NAMES:
        run(desk, name)
    before = dict(desk.files)
    run(desk, NAMES[-1])

    assert desk.files == before


def test_snapshots_of_all_editions_stay() -> None:
    desk = workspace(1)
    for name in NAMES:
        run(desk, name)

    assert {
        path for path in desk.files if path.startswith(OWNERS) and ".edition-" in path and path.endswith("json")
    } == {f"{OWNERS}reader.edition-{number}.json" for number in range(1, 6)}


# ---------------------------------------------------------------- killed, or refused


class GoneError(BaseException):
    """The program was killed."""


class Failing(MemoryOutputs):
    """Outputs that end the program at a step, or refuse that one."""

    def __init__(self, files: dict[str, bytes], at: int, *, kills: bool) -> None:
        super().__init__(files)
        self.at, self.kills, self.taken = at, kills, 0

    def __getattribute__(self, name: str) -> object:
        if name not in STEPS_OF_OUTPUTS:
            return super().__getattribute__(name)
        self.taken += 1
        if self.kills and self.taken >= self.at:
            raise GoneError
        if self.taken == self.at:
            raise OSError(28, "No space left on device")
        return super().__getattribute__(name)


def steps_of_a_run() -> int:
    """How many a run takes in which a third edition comes and the first is let go."""
    desk = workspace(1)
    run(desk, "bridge")
    run(desk, "tunnel")
    counting = Failing(desk.files, 10**9, kills=False)
    run(desk, "ferry", counting)
    return counting.taken


@pytest.mark.parametrize("kills", [True, False], ids=["killed", "refused"])
@pytest.mark.parametrize("at", range(1, steps_of_a_run() + 1))
def test_a_run_that_fails_at_any_step_leaves_editions_whole_and_the_next_puts_all_right(
    at: int, *, kills: bool
) -> None:
    desk = workspace(1)
    made = {1: run(desk, "bridge"), 2: run(desk, "tunnel")}
    with suppress(GoneError):
        run(desk, "ferry", Failing(desk.files, at, kills=kills))
    assert all(made.get(number) == data for number, data in kept(desk).items()), "none is torn"
    run(desk, "ferry")
    after = run(desk, "harbour")

    assert sorted(kept(desk)) == [3]
    assert b"ferry" in kept(desk)[3]
    assert b"harbour" in after
    assert list(verify(recorded(PLACES.owners, desk.outputs), desk.outputs)) == []
