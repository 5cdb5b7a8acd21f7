"""Briefs that go to a store: by the command, in processes of their own, into what knows neither renames nor appends."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from e2e.workspace import briefgen, change, copied

if TYPE_CHECKING:
    from pathlib import Path

IN_A_STORE = """
import os, fsspec
from fsspec import AbstractFileSystem
from fsspec.implementations.dirfs import DirFileSystem
from fsspec.implementations.local import LocalFileSystem

class Shelf(DirFileSystem):
    protocol = "shelf"
    mv = AbstractFileSystem.mv
    def __init__(self, **options):
        super().__init__(path=os.environ["SHELF"], fs=LocalFileSystem())

fsspec.register_implementation("shelf", Shelf)
from briefgen.__main__ import run
run()
"""
MAKE = ("make", "-a", "public", "-f", "md", "-f", "html", "--output", "shelf://desk/briefs")


def in_a_store(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, with a store beside the folder."""
    return subprocess.run(
        [sys.executable, "-c", IN_A_STORE, *arguments],
        cwd=folder,
        env={**os.environ, "SHELF": os.fspath(folder.with_name("shelf"))},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "shelf/desk").mkdir(parents=True)
    return copied(tmp_path / "workspace")


def made_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_store_holds_what_a_folder_would_and_the_owner_s_records_stay_here(desk: Path) -> None:
    made = in_a_store(desk, *MAKE)
    shelf = desk.with_name("shelf") / "desk/briefs"
    assert made.returncode == 0, made.stderr
    assert "2 files in shelf://desk/briefs/: 1 brief made" in made.stderr + made.stdout
    assert briefgen(desk, *MAKE[:-1], "beside").returncode == 0

    assert made_in(shelf) == {
        name: data for name, data in made_in(desk / "beside").items() if not name.startswith(".briefgen")
    }
    assert in_a_store(desk, "verify", "--output", "shelf://desk/briefs").returncode == 0
    again = in_a_store(desk, *MAKE)
    assert "1 brief, as it was" in again.stderr + again.stdout


def test_a_new_edition_takes_the_place_of_the_last_and_what_somebody_changed_is_saved_here(desk: Path) -> None:
    assert in_a_store(desk, *MAKE).returncode == 0
    standing = desk.with_name("shelf") / "desk/briefs/pakistan-belarus/public.md"
    change(standing, "Pakistan", "PAKISTAN")
    change(desk / "data/pakistan-belarus/relation.yaml", "Belarus relations}", "Belarus ties}")
    said = in_a_store(desk, *MAKE)

    assert said.returncode == 0, said.stderr
    assert "warning[BG610]" in said.stderr
    assert "Belarus ties" in standing.read_text(encoding="utf-8")
    kept = list((desk / ".briefgen").rglob("changed/public-*.md"))
    assert [b"PAKISTAN" in path.read_bytes() for path in kept] == [True]


def test_two_runs_into_one_store_from_here_do_not_meet(desk: Path) -> None:
    from filelock import FileLock

    assert in_a_store(desk, *MAKE).returncode == 0
    (owners,) = (path for path in (desk / ".briefgen").iterdir() if path.is_dir())
    with FileLock(owners / ".briefgen.lock"):
        said = in_a_store(desk, *MAKE, "--force")

    assert said.returncode != 0
    assert "error[BG602] another run is writing here" in said.stderr


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("s4://desk/briefs", "there is no store 's4://'"),
        ("file:///srv/briefs", "names no other machine"),
        ("memory://desk", "names no other machine"),
        ("s3://", "is no address of a store"),
        ("simplecache::s3://desk/briefs", "is no address of a store"),
    ],
)
def test_an_address_that_leads_nowhere_is_wrong_usage(desk: Path, address: str, message: str) -> None:
    said = briefgen(desk, "make", "--output", address)

    assert said.returncode == 2
    assert message in said.stderr
    assert "hint:" in said.stderr


def test_no_bucket_is_made_for_a_slip_of_the_pen_and_the_address_is_told(desk: Path) -> None:
    desk.with_name("shelf").joinpath("desk").rmdir()
    said = in_a_store(desk, *MAKE)

    assert said.returncode == 5
    assert "error[BG601]" in said.stderr
    assert "shelf://desk/briefs" in said.stderr
    assert "Traceback" not in said.stderr
    assert not desk.with_name("shelf").joinpath("desk").exists()
