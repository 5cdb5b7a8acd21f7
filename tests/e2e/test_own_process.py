"""The process that makes briefs: what it is handed, what it gives back, and how it ends."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

import pytest

from briefgen.batch import OwnProcess, spawned_worker
from briefgen.model.formats import FORMATS
from briefgen.model.limits import ResourceLimits
from briefgen.pipeline import Job, here
from briefgen.view import Request, view
from e2e.processes import REFUSALS, is_gone
from samples.composing import job
from samples.shipped_briefs import WORKSPACE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and resource limits are of POSIX systems")


@pytest.fixture
def executor() -> Iterator[OwnProcess]:
    with OwnProcess() as process:
        yield process


def started(monkeypatch: pytest.MonkeyPatch, work: str) -> OwnProcess:
    """A process in which something else is done than to make a brief."""
    begin, _, rest = spawned_worker._START.partition("    main(")
    begin += (
        "    import os, time; import briefgen.batch.worker as w; from briefgen.pipeline.job import Step, StepKind\n"
    )
    monkeypatch.setattr(spawned_worker, "_START", f"{begin}    w.produce = lambda job, begin: {work}\n    main({rest}")
    return OwnProcess()


def test_every_shipped_brief_is_the_same_as_one_made_in_this_process(executor: OwnProcess) -> None:
    for audience in WORKSPACE.audiences:
        seen = view(WORKSPACE.relations[0], audience, Request()).value
        whole = Job(
            view=seen,
            sections=dict(WORKSPACE.sections),
            partials=dict(WORKSPACE.partials),
            phrases=WORKSPACE.wording.of(seen),
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


def test_what_does_nothing_is_ended_after_a_second_try(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    began = tmp_path / "began"
    work = f"(open({str(began)!r}, 'a').write('x'), begin(Step(StepKind.SECTION, 'one')), time.sleep(600))"
    with started(monkeypatch, work) as process:
        (said,) = process(job(limits=ResourceLimits(section_seconds=1)))().diagnostics

    assert (said.code, said.place.path) == ("BG803", "")
    assert "did nothing for 6 s" in said.message
    assert began.read_text(encoding="utf-8") == "xx"


@posix
def test_a_file_that_needs_more_time_than_it_has_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    with started(monkeypatch, "(begin(Step(StepKind.FILE, 'pdf')), any(iter(int, 1)))") as process:
        (said,) = process(job(limits=ResourceLimits(file_seconds=1)))().diagnostics

    assert (said.code, said.place.path) == ("BG502", "templates/audiences/reader.yaml")
    assert "writing the PDF of 'reader' takes more than 1 s of processor time" in said.message


def test_processor_time_decides_where_the_system_knows_no_bound_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    work = "(begin(Step(StepKind.FILE, 'pdf')), any(iter(int, 1)))"
    monkeypatch.setattr(spawned_worker, "_START", spawned_worker._START.replace("try:", NO_BOUND, 1))
    with started(monkeypatch, work) as process:
        (said,) = process(job(limits=ResourceLimits(file_seconds=1)))().diagnostics

    assert said.code == "BG502"
    assert "takes more than 1 s of processor time" in said.message


NO_BOUND = "import briefgen.batch.rlimits; briefgen.batch.rlimits.bound_time = lambda _: None\ntry:"


@posix
def test_what_gets_hardly_a_turn_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped for most of the time, as a busy machine would have it: each turn is short, and the clock runs on."""
    busy = "any(iter(lambda end=time.process_time() + 0.5: time.process_time() > end, True))"
    work = f"(begin(Step(StepKind.SECTION, 'one')), {busy}, 1/0)"
    with started(monkeypatch, work) as process, ThreadPoolExecutor(1) as other:
        product = other.submit(process(job(limits=ResourceLimits(section_seconds=2))))
        begun = time.monotonic()
        while not product.done():
            for number, seconds in ((signal.SIGSTOP, 0.95), (signal.SIGCONT, 0.05)):
                if process._running:
                    os.kill(process._running.pid, number)
                time.sleep(seconds)
        fault = product.result().fault

    assert fault
    assert fault.name == "ZeroDivisionError"
    assert time.monotonic() - begun > 2 * (2 + 2)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds to a bound on address space")
def test_what_needs_more_memory_than_it_has_is_ended(executor: OwnProcess) -> None:
    small = job(formats=("pdf",), limits=ResourceLimits(memory_mb=1))
    (said,) = executor(small)().diagnostics

    assert said.code in {"BG405", "BG502"}
    assert executor(replace(small, limits=ResourceLimits()))().files


@posix
@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGHUP"])
def test_a_brief_whose_process_is_ended_from_outside_is_made_by_another(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    once = tmp_path / "once"
    kill = f"os.path.exists({str(once)!r}) or (open({str(once)!r}, 'w').close(), os.kill(os.getpid(), {name}))"
    monkeypatch.setattr(spawned_worker, "_START", killing(kill.replace(name, str(int(signal.Signals[name])))))
    with OwnProcess() as process:
        assert process(job(formats=("docx",)))() == here(job(formats=("docx",)))()
    assert once.exists()


@posix
@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM"])
def test_one_that_is_ended_from_outside_each_time_is_told_as_that(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    number = int(signal.Signals[name])
    monkeypatch.setattr(spawned_worker, "_START", killing(f"os.kill(os.getpid(), {number})"))
    with OwnProcess() as process:
        product = process(job())()
    (said,) = product.diagnostics

    assert (said.code, product.fault) == ("BG802", None)
    assert name in said.message


def killing(work: str) -> str:
    """A process that does something before each brief."""
    begin, _, rest = spawned_worker._START.partition("    main(")
    begin += "    import os, briefgen.batch.worker as w\n    made = w.produce\n"
    return f"{begin}    w.produce = lambda *job: ({work}, made(*job))[1]\n    main({rest}"


@pytest.mark.parametrize(("error", "code"), REFUSALS.items())
def test_what_the_system_refuses_a_process_at_its_start_is_told_as_that(
    error: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin, _, rest = spawned_worker._START.partition("    from briefgen")
    monkeypatch.setattr(spawned_worker, "_START", f"{begin}    raise {error}\n    from briefgen{rest}")
    with OwnProcess() as process:
        product = process(job())()

    assert [d.code for d in product.diagnostics] == [code]
    assert product.fault is None


@pytest.mark.parametrize(("error", "code"), [(e, c) for e, c in REFUSALS.items() if e != "MemoryError()"])
def test_and_while_it_makes_a_brief(error: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with started(monkeypatch, f"(_ for _ in ()).throw({error})") as process:
        product = process(job())()

    assert [d.code for d in product.diagnostics] == [code]
    assert product.fault is None


def test_a_part_of_briefgen_that_is_not_there_is_our_own_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    begin, _, rest = spawned_worker._START.partition("    from briefgen.batch.worker")
    monkeypatch.setattr(spawned_worker, "_START", f"{begin}    from briefgen.batch.none{rest}")
    with OwnProcess() as process:
        product = process(job())()

    assert product.fault
    assert not product.diagnostics


@posix
@pytest.mark.parametrize("work", ["os.abort()", "os._exit(3)"])
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
        (said,) = process(job())().diagnostics

    assert said.code == "BG801"
    assert "no process can be started to make briefs in: No such file or directory" in said.message


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.EAGAIN, "BG801"), (errno.EMFILE, "BG805"), (errno.ENFILE, "BG805"), (errno.ENOMEM, "BG804")],
)
def test_and_so_is_why(number: int, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(subprocess, "Popen", refuse)
    with OwnProcess() as process:
        (said,) = process(job())().diagnostics

    assert said.code == code
    assert said.hint


def test_no_thread_is_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    with OwnProcess() as process:
        (said,) = process(job())().diagnostics

    assert said.code == "BG801"


def test_a_machine_without_room_for_scratch_files_makes_briefs(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    monkeypatch.setattr(os, "memfd_create", refuse, raising=False)
    with OwnProcess() as process:
        assert process(job())() == here(job())()


def test_a_python_that_knows_no_files_in_memory_makes_briefs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "memfd_create", raising=False)
    with OwnProcess() as process:
        assert process(job())() == here(job())()


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
from briefgen.batch import OwnProcess, nursery, spawned_worker

nursery.may_fork = lambda: False

busy = "    import briefgen.batch.worker as w; w._do = lambda *_: any(iter(int, 1)); w.main("
spawned_worker._START = spawned_worker._START.replace("    main(", busy)
with OwnProcess() as process:
    running = process._nursery.worker()
    print(running.pid, flush=True)
    if IS_BUSY:
        running.ask(pickle.dumps(None))
    sys.stdin.read()
"""
