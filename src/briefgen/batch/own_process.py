"""Makes briefs in a process of its own, and ends that process by its number when a brief takes more than its limits."""

from __future__ import annotations

import pickle
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Self

from briefgen.batch.messages import Done, OutOfMemory, read_message, read_product
from briefgen.batch.nursery import Nursery
from briefgen.batch.terminations import Lost, Spent, lost, stopped, told_of_start
from briefgen.batch.worker_deadlines import StoodStillError, next_message
from briefgen.batch.worker_handle import GoneError
from briefgen.pipeline.job import Fault, JobResult, Step, StepKind
from briefgen.surroundings import no_process, stood_still

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from briefgen.batch.worker_handle import WorkerHandle
    from briefgen.pipeline.job import Job

_BEGINNING = Step(StepKind.START)


class OwnProcess:
    """An executor for `briefgen.pipeline`: one process for the briefs of a run, a new one after it had to be ended."""

    def __init__(self, formats: tuple[str, ...] = (), nursery: Nursery | None = None) -> None:
        self._nursery = nursery or Nursery(formats)
        self._is_shared = nursery is not None
        self._running: WorkerHandle | None = None
        self._step = _BEGINNING

    def __enter__(self) -> Self:
        """Before anything of a workspace is read, so that the process is clean and loads libraries meanwhile."""
        if not self._is_shared:
            self._nursery.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()
        if not self._is_shared:
            self._nursery.__exit__(kind, error, trace)

    def __call__(self, job: Job) -> Callable[[], JobResult]:
        """Begin a job; a limit that it hits is a diagnostic of its product."""
        try:
            running = self._begun(job)
        except OSError as error:
            return partial(JobResult, diagnostics=(no_process(error),))
        return partial(self._finish, running, job)

    def _begun(self, job: Job) -> WorkerHandle:
        """A process that was handed the job; raises OSError where none can be started."""
        self._step = _BEGINNING
        self._running = running = self._running or self._nursery.worker()
        with suppress(GoneError):  # whoever waits for the product finds out
            running.ask(pickle.dumps(job, protocol=pickle.HIGHEST_PROTOCOL))
        return running

    def _finish(self, running: WorkerHandle, job: Job) -> JobResult:
        """The product; what was taken from it from outside, it is given once more."""
        first = self._attempt(running, job)
        if isinstance(first, JobResult):
            return first
        try:
            second = self._attempt(self._begun(job), job)
        except OSError as error:
            return JobResult(diagnostics=(no_process(error),))
        return second if isinstance(second, JobResult) else second.result

    def _attempt(self, running: WorkerHandle, job: Job) -> JobResult | Lost:
        try:
            return self._product(running, job)
        except TimeoutError:
            self._end()
            return stopped(self._step, job, Spent.TIME)
        except StoodStillError as error:
            self._end()
            return Lost(JobResult(diagnostics=(stood_still(error.seconds, job.view.audience.id),)))
        except GoneError:
            return self._gone(running, job)
        except (ValueError, KeyError, TypeError, IndexError) as error:
            self._end()
            return JobResult(diagnostics=(), fault=Fault(type(error).__name__, "what makes briefs said no message"))

    def _product(self, running: WorkerHandle, job: Job) -> JobResult:
        while True:
            match read_message(next_message(running, self._step, job.limits)):
                case Step() as step:
                    self._step = step
                case OutOfMemory():
                    self._end()
                    return stopped(self._step, job, Spent.MEMORY)
                case Done() as done:
                    parts = [next_message(running, self._step, job.limits) for _ in range(done.parts)]
                    return read_product(done, parts)

    def _gone(self, running: WorkerHandle, job: Job) -> JobResult | Lost:
        """It ended by itself, by the system's bound on processor time, by a fault in a library, or by somebody."""
        status, said = running.status(), running.last_words()
        self._end()
        refused = told_of_start(status, said)
        return JobResult(diagnostics=(refused,)) if refused else lost(self._step, job, status, said)

    def _end(self) -> None:
        if self._running:
            self._running.end()
            self._running = None
