"""Makes briefs in a process of its own, and ends that process by its number when a brief takes more than its limits."""

from __future__ import annotations

import pickle
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Self

from briefgen.batch.messages import Done, OutOfMemory, read_message, read_product
from briefgen.batch.rlimits import was_out_of_time
from briefgen.batch.terminations import Spent, stopped
from briefgen.batch.worker_deadlines import patience
from briefgen.batch.worker_handle import GoneError, WorkerHandle
from briefgen.pipeline.job import Fault, JobResult, Step, StepKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from briefgen.pipeline.job import Job

_BEGINNING = Step(StepKind.START)


class OwnProcess:
    """An executor for `briefgen.pipeline`: one process for the briefs of a run, a new one after it had to be ended."""

    def __init__(self, formats: tuple[str, ...] = ()) -> None:
        self._formats = formats
        self._running: WorkerHandle | None = None
        self._step = _BEGINNING

    def __enter__(self) -> Self:
        """Start at once, so that its libraries are loaded while the data are read."""
        with suppress(OSError):  # told with the first brief, if it is still so
            self._running = WorkerHandle(self._formats)
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._end()

    def __call__(self, job: Job) -> Callable[[], JobResult]:
        """Begin a job; a limit that it hits is a diagnostic of its product."""
        self._step = _BEGINNING
        try:
            self._running = running = self._running or WorkerHandle(self._formats)
        except OSError as error:
            return partial(JobResult, diagnostics=(), fault=Fault("no process can be started", str(error)))
        with suppress(GoneError):  # whoever waits for the product finds out
            running.ask(pickle.dumps(job, protocol=pickle.HIGHEST_PROTOCOL))
        return partial(self._finish, running, job)

    def _finish(self, running: WorkerHandle, job: Job) -> JobResult:
        try:
            return self._product(running, job)
        except TimeoutError:
            self._end()
            return stopped(self._step, job, Spent.TIME)
        except GoneError:
            return self._gone(running, job)
        except (ValueError, KeyError, TypeError, IndexError) as error:
            self._end()
            return JobResult(diagnostics=(), fault=Fault(type(error).__name__, "what makes briefs said no message"))

    def _product(self, running: WorkerHandle, job: Job) -> JobResult:
        while True:
            seconds = patience(self._step, job.limits)
            match read_message(running.answer(seconds)):
                case Step() as step:
                    self._step = step
                case OutOfMemory():
                    self._end()
                    return stopped(self._step, job, Spent.MEMORY)
                case Done() as done:
                    return read_product(done, [running.answer(seconds) for _ in range(done.parts)])

    def _gone(self, running: WorkerHandle, job: Job) -> JobResult:
        """It ended by itself: by the system's bound on processor time, or by a fault in a library."""
        status, said = running.status(), running.last_words()
        self._end()
        if was_out_of_time(status):
            return stopped(self._step, job, Spent.TIME)
        return stopped(self._step, job, None, Fault(f"exit status {status}", said))

    def _end(self) -> None:
        if self._running:
            self._running.end()
            self._running = None
