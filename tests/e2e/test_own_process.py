"""The process that makes briefs: what it is handed, what it gives back, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.batch import OwnProcess, worker_handle
from briefgen.model.formats import FORMATS
from briefgen.model.limits import ResourceLimits
from briefgen.pipeline import Job, here
from briefgen.view import Request, view
from samples.composing import job
from samples.shipped_briefs import WORKSPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and resource limits are of POSIX systems")


@pytest.fixture
def executor() -> Iterator[OwnProcess]:
    with OwnProcess() as process:
        yield process


def started(monkeypatch: pytest.MonkeyPatch, work: str) -> OwnProcess:
    """A process in which something else is done than to make a brief."""
    begin, _, _ = worker_handle._START.partition("from briefgen")
    begin += "import os, time; import briefgen.batch.worker as w; from briefgen.pipeline.job import Step, StepKind; "
    monkeypatch.setattr(worker_handle, "_START", f"{begin}w.produce = lambda job, begin: {work}; w.main(sys.argv[1:])")
    return OwnProcess()


def test_every_shipped_brief_is_the_same_as_one_made_in_this_process(executor: OwnProcess) -> None:
    for audience in WORKSPACE.audiences:
        seen = view(WORKSPACE.relations[0], audience, Request()).value
        whole = Job(
            view=seen,
            sections=dict(WORKSPACE.sections),
            partials=dict(WORKSPACE.partials),
            style=WORKSPACE.style,
            formats=tuple(FORMATS),
        )

        made = executor(whole)()
        assert made == here(whole)()
        assert sorted(made.files) == sorted(FORMATS)


def test_what_is_wrong_is_told_with_its_place(executor: OwnProcess) -> None:
    wrong = job("{{ title }}\n\n{{ titel }}\n")
    product = executor(wrong)()

    assert [(d.code, str(d.place)) for d in product.diagnostics] == [("BG402", "templates/sections/one.md.j2:3:4")]
    assert product == here(wrong)()
    assert not product.files


@posix
def test_a_section_that_needs_more_time_than_it_has_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    with started(monkeypatch, "(begin(Step(StepKind.SECTION, 'one')), any(iter(int, 1)))") as process:
        product = process(job(limits=ResourceLimits(section_seconds=1)))()

    (said,) = product.diagnostics
    assert (said.code, str(said.place)) == ("BG405", "templates/sections/one.md.j2:1:1")
    assert "more than 1 s" in said.message
    assert "section_seconds" in str(said.hint)


def test_a_section_that_waits_for_nothing_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    with started(monkeypatch, "(begin(Step(StepKind.SECTION, 'one')), time.sleep(600))") as process:
        (said,) = process(job(limits=ResourceLimits(section_seconds=1)))().diagnostics

    assert said.code == "BG405"


def test_a_file_that_needs_more_time_than_it_has_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    with started(monkeypatch, "(begin(Step(StepKind.FILE, 'pdf')), time.sleep(600))") as process:
        (said,) = process(job(limits=ResourceLimits(file_seconds=1)))().diagnostics

    assert (said.code, said.place.path) == ("BG502", "templates/audiences/reader.yaml")
    assert "writing the PDF of 'reader' takes more than 1 s" in said.message


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds to a bound on address space")
def test_what_needs_more_memory_than_it_has_is_ended(executor: OwnProcess) -> None:
    small = job(formats=("pdf",), limits=ResourceLimits(memory_mb=1))
    (said,) = executor(small)().diagnostics

    assert said.code in {"BG405", "BG502"}
    assert executor(replace(small, limits=ResourceLimits()))().files


@posix
@pytest.mark.parametrize("work", ["os.abort()", "os.kill(os.getpid(), 9)", "os._exit(3)"])
def test_a_process_that_dies_is_our_own_fault_and_a_new_one_takes_its_place(
    work: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with started(monkeypatch, work) as process:
        product = process(job())()
        monkeypatch.undo()

        assert product.fault
        assert product.fault.name.startswith("exit status")
        assert process(job())().files


@pytest.mark.parametrize("said", ["no json", "[]", "{}", '{"product": {}, "parts": 1}', '{"step": "section"}'])
def test_what_is_no_message_is_our_own_fault(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    work = f"(setattr(w, 'step_message', lambda step: {said.encode()!r}), begin(Step(StepKind.FILE, 'pdf')))"
    with started(monkeypatch, work) as process:
        product = process(job())()

    assert product.fault
    assert not product.files


def test_a_long_way_to_its_libraries_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, *(f"/nowhere/{'x' * 200}{n}" for n in range(2000))])
    with OwnProcess() as process:
        assert process(job())().files


def test_a_system_that_starts_no_process_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with OwnProcess() as process:
        product = process(job())()

    assert product.fault
    assert "no process" in product.fault.name


@posix
@pytest.mark.parametrize("is_busy", [False, True])
def test_the_process_ends_with_the_one_that_started_it(is_busy: bool) -> None:  # noqa: FBT001 - a parameter of the test
    script = BUSY_FOR_EVER.replace("IS_BUSY", str(is_busy))
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout
        worker = int(parent.stdout.readline())
        os.kill(parent.pid, signal.SIGKILL)
        parent.wait()

        assert is_gone(worker)


BUSY_FOR_EVER = """
import pickle, sys
from briefgen.batch import OwnProcess, worker_handle

busy = "import briefgen.batch.worker as w; w._do = lambda *_: any(iter(int, 1)); w.main("
worker_handle._START = worker_handle._START.replace("from briefgen.batch.worker import main; main(", busy)
with OwnProcess() as process:
    print(process._running._process.pid, flush=True)
    if IS_BUSY:
        process._running.ask(pickle.dumps(None))
    sys.stdin.read()
"""


def is_gone(number: int) -> bool:
    """Whether a process has ended within half a minute."""
    for _ in range(300):
        try:
            with open(f"/proc/{number}/stat") as stat:  # noqa: PTH123 - a file of the system
                if stat.read().rpartition(")")[2].split()[0] == "Z":
                    return True
        except OSError:
            return True
        time.sleep(0.1)
    return False
