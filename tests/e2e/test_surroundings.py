"""What the system refuses is told as that, with the next step; what it only makes awkward changes nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from e2e.workspace import COMMAND, briefgen, copied

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of processes and folders are Linux's here")
MAKE = ("make", "-a", "public", "-f", "html")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("desk"))


def ended(desk: Path, *arguments: str, before: Callable[[], None]) -> tuple[int, str]:
    """Exit code and what was said on standard error, of a command whose process is limited before it begins."""
    done = subprocess.run(
        [*COMMAND, *arguments], cwd=desk, capture_output=True, text=True, check=False, timeout=120, preexec_fn=before
    )
    return done.returncode, done.stderr


def limited(kind: str, most: int) -> Callable[[], None]:
    import resource

    return lambda: resource.setrlimit(getattr(resource, kind), (most, most))


@pytest.mark.parametrize("files", range(5, 20))
def test_few_open_files_are_told_or_enough(desk: Path, files: int) -> None:
    code, said = ended(desk, *MAKE, before=limited("RLIMIT_NOFILE", files))

    assert (code, "error[BG805] no more files may be open" in said) in {(71, True), (0, False)}
    assert "Traceback" not in said


@pytest.mark.parametrize("megabytes", [20, 35, 50, 65, 80, 100, 120, 250])
def test_little_memory_is_told_or_enough(desk: Path, megabytes: int) -> None:
    code, said = ended(desk, *MAKE, before=limited("RLIMIT_AS", megabytes * 1_000_000))

    assert (code, "error[BG804] the system gives briefgen no more memory" in said) in {(71, True), (0, False)}
    assert "Traceback" not in said


def left_behind(folder: Path) -> Callable[[], None]:
    """In a folder that is taken away as soon as the process stands in it."""

    def leave() -> None:
        folder.mkdir()
        os.chdir(folder)
        folder.rmdir()

    return leave


@pytest.mark.parametrize("arguments", [MAKE, ("check",), ("trace", "--summary"), ("schema",), ("new", "section", "x")])
def test_a_current_folder_that_is_gone_is_told(desk: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    code, said = ended(desk, *arguments, before=left_behind(tmp_path / "gone"))

    assert code == 71
    assert said.startswith("error[BG806] the current folder is not there any more\n      hint: change into a folder")


def test_and_changes_nothing_where_the_workspace_is_named(desk: Path, tmp_path: Path) -> None:
    code, said = ended(desk, *MAKE, "--workspace", str(desk), before=left_behind(tmp_path / "gone"))

    assert (code, "error" in said) == (0, False)


@pytest.mark.parametrize(
    "epoch", ["abc", "-1", "1e99", "99999999999999999999", " ", "0x10", "2026-11-27", "1.5", "²", "nan"]
)
def test_an_epoch_that_is_no_time_is_told_where_a_day_is_asked_for_and_else_not_looked_at(
    desk: Path, epoch: str
) -> None:
    done = briefgen(desk, *MAKE, SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 0, done.stderr

    asked = briefgen(desk, "check", "-a", "public", "--as-of", "today", SOURCE_DATE_EPOCH=epoch)
    if asked.returncode == 71:
        assert "error[BG808] --as-of today: SOURCE_DATE_EPOCH holds no time" in asked.stderr
    else:
        assert epoch == "-1"


def test_files_do_not_depend_on_the_epoch(desk: Path) -> None:
    made = set()
    for epoch in ("", "0", "86400", "4102444800", "nothing"):
        assert briefgen(desk, "make", "-a", "public", "-f", "all", SOURCE_DATE_EPOCH=epoch).returncode == 0
        folder = desk / "output" / "pakistan-belarus"
        made.add(tuple(path.read_bytes() for path in sorted(folder.glob("public.*"))))

    assert len(made) == 1


def yielding() -> None:
    """Behind others in the line for a processor."""
    os.nice(5)


def test_a_brief_goes_on_beside_a_busy_processor(desk: Path) -> None:
    """Two programs that never rest, and the lowest of ranks: it takes long by the clock, and nothing else."""
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(os.cpu_count() or 1)]
    try:
        code, said = ended(desk, *MAKE, before=yielding)
    finally:
        for each in busy:
            each.kill()
            each.wait()

    assert (code, "error" in said) == (0, False)
