"""One process that makes briefs, as the process that started it sees it."""

from __future__ import annotations

import errno
import queue
import sys
import threading
from contextlib import suppress
from typing import IO, Protocol

from briefgen.batch.frames import receive, send
from briefgen.batch.process_streams import last_words
from briefgen.records import dataclass


@dataclass(frozen=True, slots=True)
class Activity:
    """What a process does."""

    processor_seconds: float
    """Used so far."""
    is_in_line: bool
    """Whether it waits for a processor or a disk, as far as the system tells."""


class GoneError(Exception):
    """The process has ended."""


class Worker(Protocol):
    """A process that makes briefs, wherever it comes from."""

    pid: int
    jobs: IO[bytes]
    said: IO[bytes]

    def wait(self) -> int:
        """What it ended with, as `subprocess` tells it."""

    def kill(self) -> None:
        """End it."""


class WorkerHandle:
    """A process from its start to its end; raises OSError where it cannot be listened to."""

    def __init__(self, process: Worker, errors: IO[bytes]) -> None:
        self._process, self._errors = process, errors
        # A read from a pipe cannot be given up after a while on every system; waiting for a queue can.
        self._messages: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        try:
            threading.Thread(target=_pass_on, args=(process.said, self._messages), daemon=True).start()
        except RuntimeError as error:
            self.end()
            process.said.close()
            raise OSError(errno.EAGAIN, "no more threads are allowed") from error

    @property
    def pid(self) -> int:
        """The number that the system knows it by."""
        return self._process.pid

    def ask(self, job: bytes) -> None:
        """Hand it a job."""
        try:
            send(self._process.jobs, job)
        except OSError:
            raise GoneError from None

    def answer(self, seconds: float) -> bytes:
        """The next thing it says; raises TimeoutError where that takes longer, GoneError where nothing will come."""
        try:
            message = self._messages.get(timeout=seconds)
        except queue.Empty:
            raise TimeoutError from None
        if message is None:
            raise GoneError
        return message

    def activity(self) -> Activity | None:
        """What it does; None where it has ended."""
        import psutil  # asked of slow ones alone

        try:
            process = psutil.Process(self._process.pid)
            times, status = process.cpu_times(), process.status()
        except psutil.Error:
            return None
        # Elsewhere than on Linux whatever lives is said to run.
        is_in_line = sys.platform == "linux" and status in {psutil.STATUS_RUNNING, psutil.STATUS_DISK_SLEEP}
        return None if status == psutil.STATUS_ZOMBIE else Activity(times.user + times.system, is_in_line)

    def status(self) -> int:
        """What it ended with, as `subprocess` tells it."""
        return self._process.wait()

    def last_words(self) -> str:
        """All that it wrote to standard error, where that could be kept."""
        return last_words(self._errors)

    def end(self) -> None:
        """End it, and wait until it is gone."""
        self._process.kill()
        self._process.wait()
        with suppress(OSError):
            self._process.jobs.close()
        self._errors.close()


def _pass_on(pipe: IO[bytes], messages: queue.SimpleQueue[bytes | None]) -> None:
    """Every message from a pipe into a queue, which can be waited for with a limit; None at the end."""
    message: bytes | None = b""
    while message is not None:
        message = None
        with suppress(OSError, ValueError):
            message = receive(pipe)
        messages.put(message)
    pipe.close()
