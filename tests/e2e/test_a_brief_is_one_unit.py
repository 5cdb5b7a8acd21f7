"""A run that is killed at any moment leaves briefs whole, or says what is not, and the next one ends what was begun."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from e2e.workspace import COMMAND, briefgen, change, copied

if TYPE_CHECKING:
    from pathlib import Path

KILLS = int(os.environ.get("BRIEFGEN_KILLS", "6"))
"""How often a run is killed; a search over night takes more."""
ORDER = ("make", "-a", "public", "-f", "html", "-f", "md")
FILES = ("public.html", "public.md")
GOLDEN = 0.6180339887
"""Its multiples fill an interval evenly, however many there are."""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no process groups to kill")


def digests(folder: Path) -> tuple[str, ...]:
    """Of the brief's files, as they are in place."""
    paths = [folder / "output/pakistan-belarus" / name for name in FILES]
    return tuple(hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "" for path in paths)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[str, ...], tuple[str, ...], float]:
    """A workspace with its brief made, whose data then changed; both editions, and how long a run takes."""
    folder = copied(tmp_path_factory.mktemp("two"))
    assert briefgen(folder, *ORDER).returncode == 0
    old = digests(folder)
    change(folder / "data/pakistan-belarus/relation.yaml", "Belarus relations}", "Belarus ties}")
    other = folder.with_name("other")
    shutil.copytree(folder, other)
    begun = time.monotonic()
    assert briefgen(other, *ORDER).returncode == 0
    return folder, old, digests(other), time.monotonic() - begun


@pytest.mark.parametrize("number", range(KILLS))
def test_a_killed_run_is_ended_by_the_next(
    number: int, two: tuple[Path, tuple[str, ...], tuple[str, ...], float], tmp_path: Path
) -> None:
    made, old, new, seconds = two
    folder = tmp_path / "desk"
    shutil.copytree(made, folder)
    run = subprocess.Popen(
        [*COMMAND, *ORDER], cwd=folder, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(seconds * (0.3 + 0.8 * (number * GOLDEN % 1)))
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    found = digests(folder)

    assert set(zip(found, old, new, strict=True)) <= {(o, o, n) for o, n in zip(old, new, strict=True)} | {
        (n, o, n) for o, n in zip(old, new, strict=True)
    }
    told = briefgen(folder, "verify")
    assert ("BG605" in told.stderr) or found in (old, new)
    after = briefgen(folder, *ORDER)
    assert after.returncode == 0, after.stderr
    assert digests(folder) == new
    assert briefgen(folder, "verify").returncode == 0
    assert [path.name for path in (folder / "output").rglob(".*") if path.name != ".briefgen.lock"] == []
    assert not list((folder / ".briefgen").rglob("*.new"))


def test_a_second_run_of_the_same_touches_nothing(tmp_path: Path) -> None:
    folder = copied(tmp_path / "desk")
    assert briefgen(folder, *ORDER).returncode == 0
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    done = briefgen(folder, *ORDER)

    assert done.returncode == 0
    assert "as it was" in done.stdout
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()} == before


def test_verify_tells_what_is_missing_changed_and_would_be_made_otherwise(tmp_path: Path) -> None:
    folder = copied(tmp_path / "desk")
    assert briefgen(folder, "verify").returncode == 2
    assert briefgen(folder, *ORDER).returncode == 0
    assert briefgen(folder, "verify", "--rebuild").stdout.endswith("as made and made again\n")
    change(folder / "data/pakistan-belarus/relation.yaml", "Belarus relations}", "Belarus ties}")
    other = briefgen(folder, "verify", "--rebuild", "--format", "json")

    assert other.returncode == 1
    assert other.stdout.count('"BG612"') == 2
    (folder / "output/pakistan-belarus/public.md").unlink()
    (folder / "output/pakistan-belarus/public.html").write_text("finished by hand")
    told = briefgen(folder, "verify").stderr
    assert "public.md: error[BG611]" in told
    assert "public.html: error[BG610]" in told


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_touched(tmp_path: Path) -> None:
    folder = copied(tmp_path / "desk")
    assert briefgen(folder, *ORDER).returncode == 0
    old = digests(folder)
    change(folder / "data/pakistan-belarus/relation.yaml", "Belarus relations}", "Belarus ties}")
    (folder / "output/pakistan-belarus/public.md").unlink()
    (folder / "output/pakistan-belarus/public.md").mkdir()
    done = briefgen(folder, *ORDER)

    assert done.returncode == 5
    assert "public.md: error[BG601] a folder stands in its place" in done.stderr
    assert "none of their files was touched" in done.stderr
    assert digests(folder)[0] == old[0]
