"""One process that makes briefs, as the process that started it sees it."""

from __future__ import annotations

import errno
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from briefgen.batch.frames import receive, send
from briefgen.world import EPOCH

if TYPE_CHECKING:
    from collections.abc import Iterator

_START = """
import json, struct, sys
read = sys.stdin.buffer.read
sys.path[:] = json.loads(read(*struct.unpack(">Q", read(8))))
try:
    from briefgen.batch.worker import main
    main(sys.argv[1:])
except (ImportError, MemoryError, OSError) as error:
    kind = next(kind for kind in (ImportError, MemoryError, OSError) if isinstance(error, kind))
    said = [kind.__name__, getattr(error, "errno", None), str(error), getattr(error, "name", None)]
    sys.stderr.write(json.dumps(said))
    sys.exit(71)
"""
"""Finds what this process finds, and nothing that lies in the current folder; its first message says where.

What keeps it from working at all it tells on standard error as a last line: by then nothing else may be loaded.
"""
_UNHEEDED = frozenset({EPOCH})
"""Of the environment: files are to be the same wherever they are made, and libraries look at it."""


@dataclass(frozen=True, slots=True)
class Activity:
    """What a process does."""

    processor_seconds: float
    """Used so far."""
    is_in_line: bool
    """Whether it waits for a processor or a disk, as far as the system tells."""


class GoneError(Exception):
    """The process has ended."""


class WorkerHandle:
    """A process from its start to its end."""

    def __init__(self, formats: tuple[str, ...]) -> None:
        self._errors = _scratch()
        command = [sys.executable, "-P", "-c", _START, str(os.getpid()), *formats]
        pipe = subprocess.PIPE
        environment = {name: value for name, value in os.environ.items() if name not in _UNHEEDED}
        try:
            # In a folder that is there, as the current one may be gone.
            self._process = subprocess.Popen(  # noqa: S603 - our own
                command, stdin=pipe, stdout=pipe, stderr=self._errors, cwd=Path(__file__).parent, env=environment
            )
        except OSError:
            self._errors.close()
            raise
        self._jobs, said = cast("IO[bytes]", self._process.stdin), cast("IO[bytes]", self._process.stdout)
        # A read from a pipe cannot be given up after a while on every system; waiting for a queue can.
        self._messages: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        try:
            threading.Thread(target=_pass_on, args=(said, self._messages), daemon=True).start()
        except RuntimeError as error:
            self.end()
            said.close()
            raise OSError(errno.EAGAIN, "no more threads are allowed") from error
        with suppress(GoneError):  # whoever waits for an answer finds out
            self.ask(json.dumps(list(_whole_paths())).encode())

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
        if not self._errors.seekable():
            return ""
        self._errors.seek(0)
        return self._errors.read().decode("utf-8", "replace")

    def end(self) -> None:
        """End it, and wait until it is gone."""
        self._process.kill()
        self._process.wait()
        with suppress(OSError):
            self._jobs.close()
        self._errors.close()


def _scratch() -> IO[bytes]:
    """A file and no pipe: nobody reads while a process works, and a full pipe would stop it."""
    try:
        return tempfile.TemporaryFile()
    except OSError:  # no folder for such files, or a full one: no brief fails for what it might have said
        return Path(os.devnull).open("r+b", buffering=0)


def _whole_paths() -> Iterator[str]:
    """Where modules are found, from any current folder; what is named from one that is gone holds none."""
    for path in sys.path:
        with suppress(OSError):
            yield os.path.abspath(path)  # noqa: PTH100 - links stay as they are, and what is no path too


def _pass_on(pipe: IO[bytes], messages: queue.SimpleQueue[bytes | None]) -> None:
    """Every message from a pipe into a queue, which can be waited for with a limit; None at the end."""
    message: bytes | None = b""
    while message is not None:
        message = None
        with suppress(OSError, ValueError):
            message = receive(pipe)
        messages.put(message)
    pipe.close()
