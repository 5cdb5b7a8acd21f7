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
        self._ahead: tuple[Worker, IO[bytes]] | None = None

    def __enter__(self) -> Self:
        """Start at once, so that libraries are loaded while the data are read."""
        with suppress(OSError):  # told with the first brief, if it is still so
            if may_fork():
                from briefgen.batch.forked_worker import ForkedNursery

                self._forked = ForkedNursery(self._formats)
                self._ahead = _started(self._forked.worker)
            else:
                self._ahead = self._spawned()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._ahead:
            _end(*self._ahead)
        if self._forked:
            self._forked.close()
        self._ahead = self._forked = None

    def worker(self) -> WorkerHandle:
        """A new process; raises OSError where there can be none."""
        ahead, self._ahead = self._ahead, None
        if ahead is None and self._forked:
            with suppress(OSError):
                ahead = _started(self._forked.worker)
        return WorkerHandle(*(ahead or self._spawned()))

    def _spawned(self) -> tuple[Worker, IO[bytes]]:
        from briefgen.batch.spawned_worker import SpawnedWorker

        return _started(lambda errors: SpawnedWorker(self._formats, errors))


def _started(make: Callable[[IO[bytes]], Worker]) -> tuple[Worker, IO[bytes]]:
    """A process and where its last words go; nothing listens to it yet, so that this one keeps to one thread."""
    errors = scratch()
    try:
        return make(errors), errors
    except OSError:
        errors.close()
        raise


def _end(process: Worker, errors: IO[bytes]) -> None:
    """Of one that nothing listened to."""
    process.kill()
    process.wait()
    for stream in (process.jobs, process.said, errors):
        with suppress(OSError):
            stream.close()
