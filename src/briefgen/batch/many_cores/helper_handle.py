"""One helper, as the process that started it sees it."""

from __future__ import annotations

import errno
import subprocess
import threading
from collections import deque
from contextlib import suppress
from typing import IO, TYPE_CHECKING, cast

from briefgen.batch.frames import receive, send
from briefgen.batch.many_cores.fresh_interpreter import started
from briefgen.batch.process_streams import last_words, scratch

if TYPE_CHECKING:
    import queue
    from collections.abc import Sequence

_MODULE = "briefgen.batch.many_cores.helper"
_SECONDS_TO_END = 10
"""For a helper that has nothing left to do, or nobody to do it for."""


class HelperHandle:
    """A process from its start to its end; what it says goes into a queue, beside what others say."""

    def __init__(self, arguments: Sequence[str], said: queue.SimpleQueue[tuple[HelperHandle, bytes | None]]) -> None:
        self.pending: deque[int] = deque()
        """Numbers of briefs that it was asked for and has said nothing of, in order."""
        self.last_of_bundles: set[int] = set()
        """The last numbers of the bundles that it was handed."""
        self.is_finished = False
        """Whether it was told that no more will come."""
        self._errors = scratch()
        try:
            self._process = started(_MODULE, arguments, self._errors)
        except OSError:
            self._errors.close()
            raise
        self._asked, answers = cast("IO[bytes]", self._process.stdin), cast("IO[bytes]", self._process.stdout)
        try:
            threading.Thread(target=self._pass_on, args=(answers, said), daemon=True).start()
        except RuntimeError as error:
            self.end()
            answers.close()
            raise OSError(errno.EAGAIN, "no more threads are allowed") from error

    def ask(self, message: bytes) -> None:
        """Hand it something; where it is gone, the queue says so."""
        with suppress(OSError, ValueError):
            send(self._asked, message)

    def status(self) -> int:
        """What it ended with, as `subprocess` tells it."""
        return self._process.wait()

    def last_words(self) -> str:
        """All that it wrote to standard error, where that could be kept."""
        return last_words(self._errors)

    def let_go(self) -> None:
        """Say that nobody wants anything of it any more: it ends, and the process that it started with it."""
        with suppress(OSError):
            self._asked.close()

    def end(self) -> None:
        """Let it go, and wait until it is gone."""
        self.let_go()
        try:
            self._process.wait(_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._errors.close()

    def _pass_on(self, pipe: IO[bytes], said: queue.SimpleQueue[tuple[HelperHandle, bytes | None]]) -> None:
        message: bytes | None = b"anything"
        while message is not None:
            message = None
            with suppress(OSError, ValueError):
                message = receive(pipe)
            said.put((self, message))
        pipe.close()
