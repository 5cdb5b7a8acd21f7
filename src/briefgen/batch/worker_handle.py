"""One process that makes briefs, as the process that started it sees it."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from typing import IO, cast

from briefgen.batch.frames import receive, send

_START = (
    "import json, struct, sys; read = sys.stdin.buffer.read; "
    "sys.path[:] = json.loads(read(*struct.unpack('>Q', read(8)))); "
    "from briefgen.batch.worker import main; main(sys.argv[1:])"
)
"""Finds what this process finds, and nothing that lies in the current folder; its first message says where."""


class GoneError(Exception):
    """The process has ended."""


class WorkerHandle:
    """A process from its start to its end."""

    def __init__(self, formats: tuple[str, ...]) -> None:
        # A file and no pipe: nobody reads while it works, and a full pipe would stop it.
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        command = [sys.executable, "-P", "-c", _START, str(os.getpid()), *formats]
        pipe = subprocess.PIPE
        try:
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=self._errors)  # noqa: S603 - our own
        except OSError:
            self._errors.close()
            raise
        self._jobs, said = cast("IO[bytes]", self._process.stdin), cast("IO[bytes]", self._process.stdout)
        # A read from a pipe cannot be given up after a while on every system; waiting for a queue can.
        self._messages: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        threading.Thread(target=_pass_on, args=(said, self._messages), daemon=True).start()
        with suppress(GoneError):  # whoever waits for an answer finds out
            self.ask(json.dumps(sys.path).encode())

    def ask(self, job: bytes) -> None:
        """Hand it a job."""
        try:
            send(self._jobs, job)
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

    def status(self) -> int:
        """What it ended with, as `subprocess` tells it."""
        return self._process.wait()

    def last_words(self) -> str:
        """All that it wrote to standard error."""
        self._errors.seek(0)
        return self._errors.read().decode("utf-8", "replace")

    def end(self) -> None:
        """End it, and wait until it is gone."""
        self._process.kill()
        self._process.wait()
        with suppress(OSError):
            self._jobs.close()
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
