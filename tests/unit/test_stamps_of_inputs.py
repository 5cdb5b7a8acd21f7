"""A file is not read again only where its stamp proves that it is the one that was read."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from briefgen.world import Disk, Memory, Overlay, Stamp, Witness, answers_alike

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefgen.world import World

SECOND = 10**9
NOW = 1_700_000_000 * SECOND
ON_A_FINE_CLOCK, ON_A_COARSE_CLOCK = NOW + 123, NOW + 4 * 10**6
posix = pytest.mark.skipif(os.name != "posix", reason="no time there says when a file was changed")


@pytest.mark.parametrize(
    ("moment", "before", "is_settled"),
    [
        (ON_A_FINE_CLOCK, SECOND // 5, True),
        (ON_A_FINE_CLOCK, SECOND // 20, False),
        (ON_A_COARSE_CLOCK, SECOND, False),
        (ON_A_COARSE_CLOCK, 3 * SECOND, True),
        (ON_A_FINE_CLOCK, -SECOND, False),
    ],
)
@pytest.mark.parametrize("newest", ["modified", "changed"])
def test_a_file_is_settled_where_its_times_lie_well_before(
    moment: int, before: int, newest: str, *, is_settled: bool
) -> None:
    old = Stamp(5, NOW - 90 * SECOND, NOW - 90 * SECOND, 7, 1)
    found = old._replace(**{newest: moment - before})

    assert found.is_settled(Stamp(0, moment, moment, 8, 1)) is is_settled
    assert not found.is_settled(Stamp(0, moment, moment, 8, 2)), "the clock of another file system"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with a file."""
    (tmp_path / "data/x-y").mkdir(parents=True)
    (tmp_path / "data/x-y/visits.yaml").write_bytes(b"- {id: one}\n")
    return tmp_path


VISITS = "data/x-y/visits.yaml"


def other_bytes(path: Path) -> None:
    """Written over, as long as before, and with the time of before."""
    was = path.stat()
    with path.open("r+b") as file:
        file.write(b"- {id: two}\n")
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))


def another_file(path: Path) -> None:
    """A copy with the same times takes its place."""
    copy = path.with_name("copy")
    shutil.copy2(path, copy)
    copy.replace(path)


def a_link(path: Path) -> None:
    """The same file, behind a link."""
    path.rename(path.with_name("real"))
    path.symlink_to("real")


def a_folder_elsewhere(path: Path) -> None:
    """The folder with the very same file lies outside, behind a link: it would not be read."""
    outside = path.parents[2].with_name(f"{path.parents[2].name}-outside")
    path.parent.rename(outside)
    path.parent.symlink_to(outside)


@posix
@pytest.mark.parametrize("change", [other_bytes, another_file, a_link, a_folder_elsewhere, os.remove])
def test_no_stamp_outlives_a_change(folder: Path, change: Callable[[Path], object]) -> None:
    [before] = Disk(folder).stamps([VISITS])
    assert before == Disk(folder).stamps([VISITS])[0] is not None
    change(folder / VISITS)

    assert Disk(folder).stamps([VISITS]) != [before]


@posix
def test_what_is_no_file_of_the_workspace_has_no_stamp(folder: Path) -> None:
    asked = ["data/x-y", "data/none.yaml", "data/x-y/../x-y/visits.yaml", "nowhere/at/all", f"{VISITS}/deeper"]

    assert Disk(folder).stamps(asked) == [None] * len(asked)
    assert Memory({VISITS: b""}).stamps([VISITS]) == [None]


@posix
def test_a_shipped_file_has_a_stamp_until_the_workspace_has_its_own(folder: Path, tmp_path: Path) -> None:
    path, shipped = "templates/styles/house.yaml", tmp_path / "shipped"
    (shipped / path).parent.mkdir(parents=True)
    (shipped / path).write_bytes(b"{}")
    world = Overlay(Disk(folder), Disk(shipped))
    assert world.stamps([path, VISITS]) == [*Disk(shipped).stamps([path]), *Disk(folder).stamps([VISITS])]
    (folder / path).parent.mkdir(parents=True)
    (folder / path).symlink_to(shipped / path)

    assert world.stamps([path]) == [None]


# ---------------------------------------------------------------- what follows from the names in a folder

FILES = {f"data/x-y/{name}": b"" for name in ("relation.yaml", "visits.yaml")}
ASKED: list[Callable[[World], object]] = [
    lambda world: world.list("data/x-y"),
    lambda world: world.is_there("data/x-y/visits.yaml"),
    lambda world: world.is_there("data/x-y/forums.yaml"),
    lambda world: world.list("data/x-y/prose"),
]


def needed(files: dict[str, bytes], *more: Callable[[World], object]) -> dict[str, str]:
    """The questions that a later run asks again."""
    witness = Witness(Memory(files))
    for ask in (*ASKED, *more):
        ask(witness)
    return witness.needed()


def test_what_the_names_in_a_folder_say_is_not_asked_again() -> None:
    assert list(needed(FILES)) == ["list data/x-y"]


@pytest.mark.parametrize("new", ["data/x-y/forums.yaml", "data/x-y/prose/one.md", "data/x-y/else"])
def test_what_is_new_in_a_folder_is_seen_all_the_same(new: str) -> None:
    again = needed(FILES)
    assert answers_alike(Memory(FILES), again)

    assert not answers_alike(Memory({**FILES, new: b""}), again)


@pytest.mark.parametrize("taken", ["FORUMS.yaml", "Prose/one.md"])
def test_a_name_that_some_systems_take_for_another_is_asked_for(taken: str) -> None:
    again = needed({**FILES, f"data/x-y/{taken}": b""})

    assert list(again) == ["list data/x-y", f"{'there' if 'yaml' in taken else 'list'} data/x-y/" + (
        "forums.yaml" if "yaml" in taken else "prose"
    )]  # fmt: skip


def test_an_answer_that_the_names_do_not_bear_out_is_asked_for_again() -> None:
    """A file that came and went while the run went on."""
    desk = Memory(FILES)
    witness = Witness(desk)
    witness.list("data/x-y")
    desk.files["data/x-y/forums.yaml"] = b""
    assert witness.is_there("data/x-y/forums.yaml")
    del desk.files["data/x-y/forums.yaml"]

    assert not answers_alike(desk, witness.needed())


def test_what_stands_in_a_folder_that_nobody_listed_is_asked_for_again() -> None:
    again = needed(FILES, lambda world: world.is_there("briefgen.toml"))

    assert list(again) == ["list data/x-y", "there briefgen.toml"]
