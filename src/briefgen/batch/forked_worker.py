"""Processes that are forked from a nursery, as the process that asks for them sees them."""

from __future__ import annotations

import os
import signal
import socket
import threading
from contextlib import suppress
from typing import IO

from briefgen.batch.forking import forked
from briefgen.batch.nursery_loop import ANSWER, REQUEST, NurseryRequest, tend


class ForkedNursery:
    """The process that others are forked from; raises OSError where there can be none."""

    def __init__(self, formats: tuple[str, ...]) -> None:
        from briefgen.batch import shared_libraries  # noqa: F401 - loaded once for all

        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._turn = threading.Lock()
        try:
            self._pid = forked(lambda: tend(theirs, formats))
        except OSError:
            self._control.close()
            raise
        finally:
            theirs.close()

    def worker(self, errors: IO[bytes]) -> ForkedWorker:
        """A new one, which writes its last words there; raises OSError where there can be none."""
        into, jobs = os.pipe()
        said, out = os.pipe()
        try:
            pid = self.ask(NurseryRequest.WORKER, files=(into, out, errors.fileno()))
        except OSError:
            os.close(jobs)
            os.close(said)
            raise
        finally:
            os.close(into)
            os.close(out)
        return ForkedWorker(self, pid, os.fdopen(jobs, "wb"), os.fdopen(said, "rb"))

    def ask(self, what: NurseryRequest, pid: int = 0, files: tuple[int, ...] = ()) -> int:
        """What comes of a request; raises OSError where it is refused, or nobody is there to answer."""
        with self._turn:
            socket.send_fds(self._control, [REQUEST.pack(what, pid)], files)
            answer = self._control.recv(ANSWER.size)
        if len(answer) < ANSWER.size:
            raise BrokenPipeError
        number, came = ANSWER.unpack(answer)
        if number:
            raise OSError(number, os.strerror(number))
        return int(came)

    def close(self) -> None:
        """End it, and with it all that were forked from it."""
        self._control.close()
        with suppress(ProcessLookupError):
            os.waitpid(self._pid, 0)


class ForkedWorker:
    """Its number, its pipes and its end."""

    def __init__(self, nursery: ForkedNursery, pid: int, jobs: IO[bytes], said: IO[bytes]) -> None:
        self.pid, self.jobs, self.said = pid, jobs, said
        self._nursery = nursery
        self._status: int | None = None

    def wait(self) -> int:
        """What it ended with, as `subprocess` tells it."""
        return self._ended(NurseryRequest.STATUS)

    def kill(self) -> None:
        """End it."""
        self._ended(NurseryRequest.END)

    def _ended(self, how: NurseryRequest) -> int:
        if self._status is None:
            try:
                self._status = self._nursery.ask(how, self.pid)
            except OSError:  # the nursery was ended from outside: what it forked ends soon after
                self._status = -signal.SIGKILL
        return self._status
