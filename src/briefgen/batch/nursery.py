"""Where the processes that make briefs come from: each is clean, whatever was read by the time that it is asked for."""

from __future__ import annotations

from contextlib import suppress
from typing import IO, TYPE_CHECKING, Self

from briefgen.batch.forking import may_fork
from briefgen.batch.process_streams import scratch
from briefgen.batch.worker_handle import WorkerHandle

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from briefgen.batch.forked_worker import ForkedNursery
    from briefgen.batch.worker_handle import Worker


class Nursery:
    """Opened before anything of a workspace is read, it forks them from a process that has loaded all that they need.

    Where that cannot be, each is a new interpreter.
    """

    def __init__(self, formats: tuple[str, ...] = ()) -> None:
        self._formats = formats
        self._forked: ForkedNursery | None = None
        self._ahead: WorkerHandle | None = None

    def __enter__(self) -> Self:
        """Start at once, so that libraries are loaded while the data are read."""
        with suppress(OSError):  # told with the first brief, if it is still so
            if may_fork():
                from briefgen.batch.forked_worker import ForkedNursery

                self._forked = ForkedNursery(self._formats)
            else:
                self._ahead = self._spawned()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._ahead:
            self._ahead.end()
        if self._forked:
            self._forked.close()
        self._ahead = self._forked = None

    def worker(self) -> WorkerHandle:
        """A new process; raises OSError where there can be none."""
        ahead, self._ahead = self._ahead, None
        if ahead:
            return ahead
        if self._forked:
            with suppress(OSError):
                return _handle(self._forked.worker)
        return self._spawned()

    def _spawned(self) -> WorkerHandle:
        from briefgen.batch.spawned_worker import SpawnedWorker

        return _handle(lambda errors: SpawnedWorker(self._formats, errors))


def _handle(make: Callable[[IO[bytes]], Worker]) -> WorkerHandle:
    errors = scratch()
    try:
        return WorkerHandle(make(errors), errors)
    except OSError:
        errors.close()
        raise
