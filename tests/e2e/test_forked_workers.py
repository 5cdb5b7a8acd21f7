"""Processes that are forked to make briefs: as clean as new ones, bound as new ones, and ended as new ones."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from briefgen.batch import Nursery, OwnProcess, nursery, spawned_worker, worker
from briefgen.batch.forking import may_fork
from briefgen.model.limits import ResourceLimits
from briefgen.pipeline import Job, here
from briefgen.pipeline.job import Step, StepKind
from briefgen.world import first_read
from e2e.processes import REFUSALS, is_gone
from samples.composing import job

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")


@pytest.fixture(autouse=True)
def _forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if nothing had been read here; and nothing but a fork makes a process."""
    monkeypatch.setattr(nursery, "may_fork", lambda: True)
    monkeypatch.setattr(spawned_worker, "_START", "raise SystemExit(99)")


def doing(monkeypatch: pytest.MonkeyPatch, work: Callable[[Callable[[Step], None]], object]) -> None:
    """Something else than to make a brief."""
    monkeypatch.setattr(worker, "produce", lambda _, begin: work(begin))


def endless(begin: Callable[[Step], None]) -> object:
    """A section whose template never ends."""
    begin(Step(StepKind.SECTION, "one"))
    return any(iter(int, 1))


def test_a_brief_is_the_same_as_one_made_in_this_process() -> None:
    whole = job(formats=("pdf", "docx", "html"))
    with OwnProcess(whole.formats) as process:
        assert process(whole)() == here(whole)()
        assert process(whole)() == here(whole)()


def test_a_section_that_needs_more_time_than_it_has_is_ended_and_the_next_brief_is_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    once = tmp_path / "once"

    def first_endless(asked: Job, begin: Callable[[Step], None]) -> object:
        if once.exists():
            return here(asked)()
        once.touch()
        return endless(begin)

    monkeypatch.setattr(worker, "produce", first_endless)
    with OwnProcess() as process:
        (said,) = process(job(limits=ResourceLimits(section_seconds=1)))().diagnostics
        assert process(job(formats=("docx",)))().files

    assert said.code == "BG405"
    assert "more than 1 s" in said.message


def test_what_needs_more_memory_than_it_has_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(begin: Callable[[Step], None]) -> object:
        begin(Step(StepKind.SECTION, "one"))
        return bytearray(4_000_000_000)

    doing(monkeypatch, greedy)
    with OwnProcess() as process:
        (said,) = process(job(limits=ResourceLimits(memory_mb=2_000)))().diagnostics

    assert said.code == "BG405"
    assert "2000 MB of memory" in said.message


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_a_brief_whose_process_is_ended_from_outside_is_made_by_another(
    number: signal.Signals, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    once = tmp_path / "once"

    def killed_once(asked: Job, _begin: object) -> object:
        if not once.exists():
            once.touch()
            os.kill(os.getpid(), number)
        return here(asked)()

    monkeypatch.setattr(worker, "produce", killed_once)
    before = signal.signal(number, lambda *_: None) if number is signal.SIGTERM else None
    try:
        with OwnProcess() as process:
            assert process(job(formats=("docx",)))() == here(job(formats=("docx",)))()
    finally:
        if before is not None:
            signal.signal(number, before)


def test_one_that_is_ended_each_time_is_told_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    doing(monkeypatch, lambda _: os.kill(os.getpid(), signal.SIGTERM))
    with OwnProcess() as process:
        (said,) = process(job())().diagnostics

    assert said.code == "BG802"
    assert "SIGTERM" in said.message


def test_an_interruption_is_left_to_who_started_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(asked: Job, _begin: object) -> object:
        os.kill(os.getpid(), signal.SIGINT)
        return here(asked)()

    monkeypatch.setattr(worker, "produce", interrupted)
    with OwnProcess() as process:
        assert process(job(formats=("docx",)))().files


@pytest.mark.parametrize("status", [3, -signal.SIGABRT])
def test_a_process_that_dies_is_our_own_fault(status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    doing(monkeypatch, lambda _: os._exit(status) if status > 0 else os.abort())
    with OwnProcess() as process:
        fault = process(job())().fault

    assert fault
    assert fault.name == f"exit status {status}"


@pytest.mark.parametrize(("error", "code"), REFUSALS.items())
def test_what_the_system_refuses_a_process_at_its_start_is_told_as_that(
    error: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise eval(error)  # noqa: S307 - of this module

    monkeypatch.setattr(worker, "main", refuse)
    with OwnProcess() as process:
        product = process(job())()

    assert [d.code for d in product.diagnostics] == [code]
    assert product.fault is None


def test_what_cannot_be_loaded_beforehand_is_told_by_the_process_that_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise ImportError("No module named babel", name="babel")

    monkeypatch.setattr(worker, "load", refuse)
    with OwnProcess() as process:
        product = process(job())()
    assert product.fault is None
    assert [said.code for said in product.diagnostics] == ["BG809"]


def test_what_it_prints_is_no_message(monkeypatch: pytest.MonkeyPatch) -> None:
    def talking(asked: Job, _begin: object) -> object:
        print("a word", flush=True)  # noqa: T201 - as a library might
        os.write(1, b"another")
        return here(asked)()

    monkeypatch.setattr(worker, "produce", talking)
    with OwnProcess() as process:
        assert process(job(formats=("docx",)))().files


def test_every_one_comes_from_the_nursery_as_long_as_it_is_there() -> None:
    with Nursery() as source:
        several = [source.worker() for _ in range(3)]
        parents = {parent_of(one.pid) for one in several}
        for one in several:
            one.end()

    assert len(parents) == 1
    assert os.getpid() not in parents
    assert all(is_gone(number) for number in [*parents, *(one.pid for one in several)])


def test_whoever_ends_the_nursery_stops_no_brief(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(nursery, "may_fork", lambda: True)
    with OwnProcess() as process:
        one = process._nursery.worker()
        os.kill(parent_of(one.pid), signal.SIGKILL)

        assert is_gone(one.pid)
        one.end()
        assert one.status() == -signal.SIGKILL
        assert process(job(formats=("docx",)))().files


def parent_of(number: int) -> int:
    """The process that a process was started by."""
    with open(f"/proc/{number}/stat") as stat:  # noqa: PTH123 - a file of the system
        return int(stat.read().rpartition(")")[2].split()[1])


def test_a_lock_of_the_command_is_not_held_by_what_makes_its_briefs(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with path.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        source = Nursery()
        source.__enter__()
        one = source.worker()
        one.ask(b"")  # it is there
    with path.open("w") as again:
        fcntl.flock(again, fcntl.LOCK_EX | fcntl.LOCK_NB)
    one.end()
    source.__exit__(None, None, None)


UNSAID = "the minister's unwritten doubt of spring"
READS = """
import os, sys
from pathlib import Path
from briefgen.batch import Nursery
from briefgen.world import Disk

with Nursery(("pdf",)) as source:
    first = source.worker()
    read = Disk(Path(sys.argv[1])).read("secret.txt", 1000)
    later = source.worker()
    print(os.getpid(), first.pid, later.pid, flush=True)
    sys.stdin.read()
    first.end()
    later.end()
"""


def test_nothing_that_was_read_is_in_the_memory_of_one_however_late_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(UNSAID, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", READS, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout
        own, first, later = map(int, run.stdout.readline().split())
        source = parent_of(later)
        found = [UNSAID.encode() in memory_of(number) for number in (own, source, first, later)]
        run.communicate("")

    assert source not in {own, first}
    assert found == [True, False, False, False]


def memory_of(number: int) -> bytes:
    """All that a process has written to its memory."""
    pieces = []
    with open(f"/proc/{number}/maps") as maps, open(f"/proc/{number}/mem", "rb") as memory:  # noqa: PTH123 - likewise
        for line in maps:
            where, rights, *_, name = [*line.split(maxsplit=5), ""][:7]
            if rights.startswith("rw") and "[v" not in name:
                start, end = (int(one, 16) for one in where.split("-"))
                memory.seek(start)
                pieces.append(memory.read(end - start))
    return b"".join(pieces)


@pytest.mark.parametrize("is_busy", [False, True])
def test_it_ends_with_the_process_that_asked_for_it(is_busy: bool) -> None:  # noqa: FBT001 - a parameter of the test
    script = ENDLESS.replace("IS_BUSY", str(is_busy))
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout
        made, source = map(int, parent.stdout.readline().split())
        os.kill(parent.pid, signal.SIGKILL)
        parent.wait()

        assert is_gone(made)
        assert is_gone(source)


ENDLESS = """
import pickle, sys
from briefgen.batch import Nursery, worker

worker._do = lambda *_: any(iter(int, 1))
with Nursery() as source:
    one = source.worker()
    print(one.pid, source._forked._pid, flush=True)
    if IS_BUSY:
        one.ask(pickle.dumps(None))
    sys.stdin.read()
"""


def test_a_process_that_has_read_anything_of_a_workspace_forks_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_read._Reading, "has_begun", True)
    assert not may_fork()


def test_nor_does_one_with_a_second_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_read._Reading, "has_begun", False)
    goes_on = threading.Event()
    other = threading.Thread(target=goes_on.wait)
    other.start()
    try:
        assert not may_fork()
    finally:
        goes_on.set()
        other.join()
