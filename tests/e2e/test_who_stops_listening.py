"""A stream that is closed or full stops no work; a signal ends a command in a line, and leaves nothing half done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest

from e2e.workspace import AUDIENCES, COMMAND, copied

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="/dev/full and signals are of POSIX systems")
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
REPORTS = (
    ("check", "--format", "json"), ("explain", "BG201"), ("--help",), ("make", "--help"),
    ("explain", "BG201", "--help"), ("--version",),
)  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("desk"))


def ended(
    desk: Path, *arguments: str, out: int | IO[str] = subprocess.PIPE, err: int | IO[str] = subprocess.PIPE
) -> tuple[int, str, str]:
    """Exit code and what both streams said."""
    done = subprocess.run([*COMMAND, *arguments], cwd=desk, stdout=out, stderr=err, text=True, check=False, timeout=120)
    return done.returncode, done.stdout or "", done.stderr or ""


@pytest.fixture
def full() -> Iterator[IO[str]]:
    with Path("/dev/full").open("w", encoding="utf-8") as device:
        yield device


@pytest.fixture
def left() -> Iterator[int]:
    """A pipe whose reader has gone."""
    read, write = os.pipe()
    os.close(read)
    yield write
    os.close(write)


def made(desk: Path, output: str) -> list[str]:
    return sorted(path.stem for path in (desk / output / "pakistan-belarus").glob("*.html"))


@pytest.mark.parametrize("stream", ["out", "err"])
def test_every_brief_is_made_though_nobody_listens(
    desk: Path, full: IO[str], left: int, stream: str, tmp_path: Path
) -> None:
    for number, nobody in enumerate((full, left)):
        output = str(tmp_path / str(number))
        code, _, said = ended(desk, "make", "-f", "html", "--output", output, **{stream: nobody})  # type: ignore[arg-type]

        assert (code, made(desk, output)) == (0, list(AUDIENCES))
        assert "Traceback" not in said


def test_every_brief_is_made_though_the_streams_are_closed(desk: Path, tmp_path: Path) -> None:
    command = f"{' '.join(COMMAND)} make -f html --output {tmp_path}/o >&- 2>&-"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=desk, check=False, timeout=120)

    assert (done.returncode, made(desk, f"{tmp_path}/o")) == (0, list(AUDIENCES))


@pytest.mark.parametrize("arguments", REPORTS, ids=" ".join)
def test_a_report_that_cannot_be_written_ends_with_5(desk: Path, full: IO[str], arguments: tuple[str, ...]) -> None:
    code, _, said = ended(desk, *arguments, out=full)

    assert (code, said) == (5, "error[BG601] standard output cannot be written: No space left on device\n")


@pytest.mark.parametrize("arguments", REPORTS, ids=" ".join)
def test_a_reader_that_has_read_enough_changes_nothing(desk: Path, left: int, arguments: tuple[str, ...]) -> None:
    code, _, said = ended(desk, *arguments, out=left)

    assert code == 0
    assert "Traceback" not in said


def test_the_matrix_is_a_report(desk: Path, full: IO[str]) -> None:
    assert ended(desk, "audiences", "--matrix", out=full)[0] == 5


def test_what_check_tells_people_is_a_report_too(desk: Path, full: IO[str]) -> None:
    assert ended(desk, "check", err=full)[0] == 5
    assert ended(desk, "audiences", err=full)[0] == 0


# ---------------------------------------------------------------- signals


@pytest.fixture
def heeded() -> Iterator[None]:
    """What is started heeds signals, though who runs the tests ignores some, as under nohup, and would hand that on."""
    ignored = [number for number in STOPS if signal.getsignal(number) is signal.SIG_IGN]
    for number in ignored:
        signal.signal(number, signal.SIG_DFL)
    yield
    for number in ignored:
        signal.signal(number, signal.SIG_IGN)


@pytest.mark.usefixtures("heeded")
@pytest.mark.parametrize("number", STOPS)
@pytest.mark.parametrize("after", [0.0, 0.15, 0.6, 1.2])
def test_a_signal_ends_it_in_one_line(desk: Path, tmp_path: Path, number: signal.Signals, after: float) -> None:
    output = tmp_path / "o"
    command = [*COMMAND, "make", "-f", "all", "--output", str(output)]
    running = subprocess.Popen(command, cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    _wait_until_it_listens(running.pid)
    time.sleep(after)
    running.send_signal(number)
    _, said = running.communicate(timeout=60)

    assert (running.returncode, said) == (
        128 + number,
        "stopped: briefs that are made are whole, the others are as they were\n",
    )
    assert not list(output.rglob(".briefgen-*"))


@pytest.mark.usefixtures("heeded")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_signal_leaves_nothing_where_briefs_wait_for_their_place(desk: Path, tmp_path: Path, jobs: str) -> None:
    output, owners = tmp_path / "o", tmp_path / "owners"
    command = [*COMMAND, "make", "--jobs", jobs, "--output", str(output), "--internal", str(owners)]
    running = subprocess.Popen(command, cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while running.poll() is None and not (output / ".briefgen-staging").exists():
        time.sleep(0.005)
    running.send_signal(signal.SIGTERM)
    running.communicate(timeout=60)

    assert running.returncode == 128 + signal.SIGTERM
    assert [*output.rglob(".briefgen-*"), *owners.rglob("staging")] == []
    if any(output.rglob("*.pdf")):
        assert ended(desk, "verify", "--output", str(output), "--internal", str(owners))[0] == 0


def _wait_until_it_listens(process: int) -> None:
    """Until the process has handlers of its own: while Python itself begins, a signal is Python's to answer."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        status = Path(f"/proc/{process}/status")
        if not status.exists():  # no Linux
            time.sleep(0.5)
            return
        caught = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("SigCgt"))
        if int(caught.split()[1], 16) >> (signal.SIGHUP - 1) & 1:
            return
        time.sleep(0.005)
    raise AssertionError("it does not listen")


CLEARING_UP = """\
import os, time, weakref
from briefgen.__main__ import Stopped, heed
heed()
kept = Stopped()
gone = weakref.ref(kept, lambda _: os.kill(os.getpid(), 15))
try:
    del kept
    time.sleep(5)
except Stopped as stopped:
    print("stopped by", *stopped.args)
"""


@pytest.mark.usefixtures("heeded")
def test_a_signal_is_heard_also_while_python_clears_something_up() -> None:
    """What is raised just then goes nowhere."""
    done = subprocess.run([sys.executable, "-c", CLEARING_UP], capture_output=True, text=True, check=False, timeout=60)

    assert (done.stdout, done.stderr) == ("stopped by 15\n", "")


ENDING = """
import atexit
from briefgen import __main__
from briefgen.cli import entry_point


class Held:
    def __del__(self):
        print("taken apart")


def code():
    atexit.register(print, "asked")
    return 3


held, entry_point.exit_code_of_command = Held(), code
__main__.run()
"""


def test_a_command_that_ends_asks_who_wants_to_know_and_takes_nothing_apart() -> None:
    done = subprocess.run([sys.executable, "-c", ENDING], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (3, "asked\n", "")
