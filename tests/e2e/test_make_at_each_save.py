"""`briefgen make --watch`, as a person starts it: the files follow each save, and nothing is told twice."""

from __future__ import annotations

import queue
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from briefgen.pipeline.exit_codes import ExitCode
from briefgen.world.folder_lock import folder_lock
from e2e.workspace import briefgen, copied

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SECONDS = 60
_WAITING = "waiting for a save"


@dataclass(slots=True)
class Watch:
    """A running command, and what it says."""

    process: subprocess.Popen[str]
    _lines: queue.SimpleQueue[str] = field(default_factory=queue.SimpleQueue)

    def __post_init__(self) -> None:
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line)

    def run(self) -> str:
        """What is said until it waits for the next save."""
        said: list[str] = []
        while not said or not said[-1].startswith(_WAITING):
            said.append(self._lines.get(timeout=_SECONDS))
        return "".join(said[:-1])

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(_SECONDS)


@contextmanager
def watching(folder: Path, *words: str) -> Iterator[Watch]:
    command = [sys.executable, "-m", "briefgen", "make", "--watch", "-f", "md", *words]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    with process:
        try:
            yield Watch(process)
        finally:
            process.kill()


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("watch"))


def test_the_files_follow_each_save_and_are_those_of_a_run_of_its_own(workspace: Path) -> None:
    section, brief = workspace / "templates/sections/trade.md.j2", workspace / "output/pakistan-belarus/public.md"
    good = section.read_text(encoding="utf-8")
    with watching(workspace, "-a", "public") as watch:
        first, before = watch.run(), brief.read_bytes()
        section.write_text(f"{good}\nAn owl told us.\n", encoding="utf-8")
        changed, after = watch.run(), brief.read_bytes()
        section.write_text(f"{good}\nAn owl {{{{ nobody }}}} told us.\n", encoding="utf-8")
        broken, kept = watch.run(), brief.read_bytes()
        section.write_text(f"{good}\nAn owl told us!\n", encoding="utf-8")
        mended, last = watch.run(), brief.read_bytes()
        code = watch.stop()
    alone = workspace.parent / "alone"
    briefgen(workspace, "make", "-a", "public", "-f", "md", "--output", str(alone), "--internal", str(alone / "own"))

    assert "1 brief made" in first
    assert "1 brief made" in changed
    assert (b"An owl" in before, b"An owl told us." in after, b"An owl told us!" in last) == (False, True, True)
    assert kept == after
    assert f"templates/sections/trade.md.j2:{good.count(chr(10)) + 2}:11: error[" in broken
    assert "error[" not in mended
    assert (alone / "pakistan-belarus/public.md").read_bytes() == last
    assert code == 128 + signal.SIGTERM


def test_what_was_told_of_the_last_run_is_not_told_again(workspace: Path) -> None:
    head = workspace / "data/pakistan-belarus/relation.yaml"
    with watching(workspace, "-a", "public", "--verbose") as watch:
        first = watch.run()
        head.write_text(head.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        again = watch.run()

    assert "info[" in first
    assert "info[" not in again
    assert "warning[" not in again


def test_a_file_that_was_not_there_is_heard_of_and_one_of_somebody_elses_is_not(workspace: Path) -> None:
    with watching(workspace, "-a", "public") as watch:
        watch.run()
        (workspace / "notes.txt").write_text("nothing of ours", encoding="utf-8")
        prose = workspace / "data/pakistan-belarus/prose"
        prose.mkdir(exist_ok=True)
        (prose / "owls.md").write_text("no head\n", encoding="utf-8")
        said = watch.run()

    assert "data/pakistan-belarus/prose/owls.md" in said
    (prose / "owls.md").unlink()


def test_what_keeps_the_first_run_from_beginning_ends_the_command(workspace: Path) -> None:
    ended = briefgen(workspace, "make", "--watch", "--quiet", "--verbose")

    assert ended.returncode == 2
    assert "opposite things" in ended.stderr


def test_a_run_of_somebody_elses_is_told_and_waited_for(workspace: Path) -> None:
    head = workspace / "data/pakistan-belarus/relation.yaml"
    with watching(workspace, "-a", "public") as watch:
        watch.run()
        with folder_lock(workspace / "output"):
            head.write_text(head.read_text(encoding="utf-8") + "\n", encoding="utf-8")
            held = watch.run()
            alone = briefgen(workspace, "make", "--watch")
        head.write_text(head.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        after = watch.run()

    assert "BG602" in held
    assert (alone.returncode, "BG602" in alone.stderr) == (ExitCode.LOCKED, True)
    assert "1 brief" in after


@pytest.mark.parametrize("more", [("--jobs", "2"), ("--scheduler", "tcp://127.0.0.1:1")])
def test_it_makes_one_brief_after_the_other(workspace: Path, more: tuple[str, str]) -> None:
    ended = briefgen(workspace, "make", "--watch", *more)

    assert ended.returncode == 2
    assert f"leave {more[0]} out" in ended.stderr
