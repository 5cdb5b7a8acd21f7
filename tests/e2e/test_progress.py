"""Progress: plain lines where nobody watches, a live line on a terminal that results never run into."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from e2e.workspace import COMMAND, briefgen, change, copied

if TYPE_CHECKING:
    from pathlib import Path

ERASED = "\r\x1b[2K"
ON_A_TERMINAL = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")


def test_without_a_terminal_each_file_is_a_plain_line(tmp_path: Path) -> None:
    done = briefgen(copied(tmp_path), "make", "-a", "public", "-f", "html")

    assert done.stdout.splitlines() == ["output/pakistan-belarus/public.html", "1 file in output/: 1 brief made"]
    assert "\x1b" not in done.stdout + done.stderr


@ON_A_TERMINAL
def test_on_a_terminal_a_result_has_a_line_of_its_own(tmp_path: Path) -> None:
    seen = _on_a_terminal(copied(tmp_path), "make", "-a", "public", "-f", "html")

    lines = seen.replace(ERASED, "\r").replace("\r", "\n").split("\n")
    assert "output/pakistan-belarus/public.html" in lines
    assert seen.count(ERASED) > 2


@ON_A_TERMINAL
def test_on_a_narrow_terminal_the_live_line_is_cut_so_that_it_can_be_erased(tmp_path: Path) -> None:
    seen = _on_a_terminal(copied(tmp_path), "make", "-a", "public", "-f", "html", COLUMNS="20")

    live = [part.split("\r")[0] for part in seen.split(ERASED)]
    assert [line for line in live if line.startswith(("rea", "mak", "["))] == [
        "reading the data",
        "making briefs",
        "[##################",
    ]
    assert "[#" not in seen.split(ERASED)[-1]


@ON_A_TERMINAL
@pytest.mark.parametrize(("no_color", "is_coloured"), [("", True), ("1", False)])
def test_severities_are_coloured_where_somebody_watches_and_wants_it(
    no_color: str, tmp_path: Path, *, is_coloured: bool
) -> None:
    folder = copied(tmp_path)
    change(folder / "data/pakistan-belarus/relation.yaml", "review_by: 2022-04-01", "review_by: 2020-04-01")
    seen = _on_a_terminal(folder, "make", "-a", "public", "-f", "html", NO_COLOR=no_color)

    assert ("\x1b[33m\x1b[1mwarning[BG271]\x1b[0m" in seen) == is_coloured
    assert "warning[BG271]" in seen


def test_in_a_log_of_json_every_line_is_an_object(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / "data/pakistan-belarus/relation.yaml", "review_by: 2022-04-01", "review_by: 2020-04-01")
    first = briefgen(folder, "make", "-a", "public", "-f", "html", "--log", "json")
    second = briefgen(folder, "make", "-a", "public", "-f", "html", "--log", "json")
    events, again = ([json.loads(line) for line in done.stdout.splitlines()] for done in (first, second))

    assert (first.stderr, second.stderr) == ("", "")
    assert [e["event"] for e in events if e["event"] != "problem"] == ["stage", "stage", "brief", "end"]
    assert events[-1]["made"] == 1
    assert [e["code"] for e in events if e["event"] == "problem" and e["severity"] == "warning"] == ["BG271"]
    assert [e["state"] for e in again if e["event"] == "brief"] == ["current"]
    assert (again[-1]["current"], again[-1]["exit_code"]) == (1, 0)


def test_who_asks_for_quiet_and_for_more_is_asked_which(tmp_path: Path) -> None:
    done = briefgen(copied(tmp_path), "make", "--quiet", "--verbose")

    assert (done.returncode, "opposite" in done.stderr) == (2, True)


def test_who_asks_for_quiet_hears_what_is_wrong_alone(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    done = briefgen(folder, "make", "-a", "public", "-f", "html", "--quiet")

    assert (done.returncode, done.stdout) == (0, "")
    assert "[BG" not in done.stderr


@ON_A_TERMINAL
def test_a_terminal_that_cannot_erase_gets_plain_lines(tmp_path: Path) -> None:
    seen = _on_a_terminal(copied(tmp_path), "make", "-a", "public", "-f", "html", TERM="dumb")

    assert seen.split("\r\n")[0] == "output/pakistan-belarus/public.html"
    assert "\x1b" not in seen


@ON_A_TERMINAL
@pytest.mark.parametrize("width", [100, 60, 30])
def test_the_list_of_audiences_fits_the_terminal(width: int, tmp_path: Path) -> None:
    seen = _on_a_terminal(copied(tmp_path), "audiences", COLUMNS=str(width))

    lines = seen.replace("\x1b[1m", "").replace("\x1b[0m", "").split("\r\n")
    assert max(map(len, lines)) < width
    assert "parliament" in "".join(lines)


def _on_a_terminal(folder: Path, *arguments: str, **variables: str) -> str:
    """What a terminal is sent by a command."""
    import pty

    above, below = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", **variables}
    with subprocess.Popen(
        [*COMMAND, *arguments], cwd=folder, env=environment, stdin=below, stdout=below, stderr=below
    ) as running:
        os.close(below)
        seen = b"".join(iter(lambda: _read(above), b""))
        assert running.wait(timeout=60) == 0
    os.close(above)
    return seen.decode()


def _read(descriptor: int) -> bytes:
    """What a terminal shows next; nothing once its last writer is gone, which Linux tells as an error."""
    try:
        return os.read(descriptor, 4096)
    except OSError:
        return b""
