"""Killed or refused at any system call that writes, a publication leaves one edition or says that it is two.

The calls are those of one publication (`samples/one_publication.py`), counted by strace, which then ends the program
at each of them, or lets it fail. A sample of them is tried; BRIEFGEN_SYSCALLS=all tries each.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from briefgen.publish import recorded, verify
from briefgen.world import Disk
from conformance.judges import command
from e2e.workspace import ROOT
from samples.one_publication import BEGINS, PLACES, TARGETS, editions, publish, told_by

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = ROOT / "tests/samples/one_publication.py"
WRITING = ("openat", "write", "fsync", "rename", "linkat", "unlink", "mkdir", "rmdir")
"""Every kind of call that changes what lies on a disk; `openat` makes files, and opens folders to sync them."""
FAULTS = {
    "a full disk": ("write", "ENOSPC"),
    "a full disk at a new file": ("openat", "ENOSPC"),
    "a full disk at a sync": ("fsync", "ENOSPC"),
    "a full inode table": ("mkdir", "ENOSPC"),
    "a quota": ("write", "EDQUOT"),
    "a limit of a file's size": ("write", "EFBIG"),
    "a disk that gives way": ("write", "EIO"),
    "a disk that gives way at a sync": ("fsync", "EIO"),
    "a disk that gives way at a rename": ("rename", "EIO"),
    "a file system that is read-only now": ("openat", "EROFS"),
    "a rename on a file system that is read-only now": ("rename", "EROFS"),
    "a folder that may not be written": ("mkdir", "EACCES"),
    "a name that may not be taken away": ("unlink", "EACCES"),
    "a file that is protected": ("rename", "EPERM"),
    "no second names": ("linkat", "EPERM"),
    "no more second names": ("linkat", "EMLINK"),
    "no more files may be open": ("openat", "EMFILE"),
}
ALL = os.environ.get("BRIEFGEN_SYSCALLS") == "all"
SAMPLE, SAMPLE_OF_A_FAULT = 12, 1
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\(")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="strace is a program for Linux")


@dataclass(frozen=True)
class Calls:
    """How often a publication makes each kind of call, and how often the interpreter has before it begins."""

    before: Counter[str]
    whole: Counter[str]

    def numbers(self, name: str) -> range:
        """Of the calls of a kind that a publication makes, as strace counts them."""
        return range(self.before[name] + 1, self.whole[name] + 1)


def traced(folder: Path, edition: str, *options: str) -> subprocess.CompletedProcess[str]:
    """A publication under strace."""
    strace = [command("strace", "strace"), "-f", "-o", str(folder.with_suffix(".calls")), *options]
    return subprocess.run(
        [*strace, sys.executable, str(PROGRAM), str(folder), edition],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def with_an_edition(folder: Path) -> Path:
    """A folder in which the edition `old` stands."""
    folder.mkdir()
    assert publish(folder, "old") == []
    return folder


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Calls:
    """Those of a second edition."""
    folder = with_an_edition(tmp_path_factory.mktemp("calls") / "desk")
    assert traced(folder, "new", "-e", f"trace=newfstatat,stat,{','.join(WRITING)}").returncode == 0
    before: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    has_begun = False
    for line in folder.with_suffix(".calls").read_text(encoding="utf-8", errors="replace").splitlines():
        has_begun = has_begun or BEGINS in line
        if found := _CALL.match(line):
            whole[found[1]] += 1
            before[found[1]] += not has_begun
    assert has_begun
    assert sum(len(Calls(before, whole).numbers(name)) for name in WRITING) > 60
    return Calls(before, whole)


def sampled(numbers: list[tuple[str, int]], most: int) -> list[tuple[str, int]]:
    """All of them, or as many as are wanted, evenly."""
    return numbers if ALL or len(numbers) <= most else [numbers[n * len(numbers) // most] for n in range(most)]


def whole_again(folder: Path) -> None:
    """The next run ends what was left, and leaves nothing behind but the edition."""
    assert publish(folder, "new") == []
    assert set(editions(folder)) == {"new"}
    outputs = Disk(folder).outputs
    assert list(verify(recorded(PLACES.owners, outputs), outputs)) == []
    left = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert left == {*TARGETS, PLACES.manifest}


def test_killed_at_any_call_that_writes_it_leaves_one_edition_or_says_that_it_is_two(
    calls: Calls, tmp_path: Path
) -> None:
    every = [(name, number) for name in WRITING for number in calls.numbers(name)]
    for name, number in sampled(every, SAMPLE):
        folder = with_an_edition(tmp_path / f"{name}-{number}")
        traced(folder, "new", "-e", f"trace={name}", "-e", f"inject={name}:signal=SIGKILL:when={number}")
        found = set(editions(folder))

        assert found <= {"old", "new"}, f"{name} {number}: torn or lost"
        outputs = Disk(folder).outputs
        told = [told.code for told in verify(recorded(PLACES.owners, outputs), outputs)]
        assert len(found) == 1 or "BG605" in told, f"{name} {number}: two editions, and verify says {told}"
        whole_again(folder)


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize("fault", FAULTS)
def test_what_the_system_refuses_leaves_the_last_edition_and_is_told_as_it_is(
    fault: str, calls: Calls, tmp_path: Path, *, for_good: bool
) -> None:
    name, error = FAULTS[fault]
    for _, number in sampled([(name, number) for number in calls.numbers(name)], SAMPLE_OF_A_FAULT):
        folder = with_an_edition(tmp_path / str(number))
        when = f"when={number}{'+' * for_good}"
        done = traced(folder, "new", "-e", f"trace={name}", "-e", f"inject={name}:error={error}:{when}")
        assert "Traceback" not in done.stderr, f"{name} {number}: {done.stderr}"
        found, told = set(editions(folder)), told_by(done.returncode)
        assert found <= {"old", "new"}, f"{name} {number}: torn or lost"
        assert ("BG605" in told) == (len(found) == 2), f"{name} {number}: {found}, and it says {told}"
        assert ("BG601" in told) == (found == {"old"}), f"{name} {number}: {found}, and it says {told}"
        whole_again(folder)
