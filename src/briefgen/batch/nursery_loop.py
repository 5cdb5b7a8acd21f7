"""The process that others are forked from: it never has anything to make a brief of.

It is forked itself before anything of a workspace is read, runs no template and has one thread, so that each process
that it forks is as clean as the first, whenever it is asked for one. The first loads what makes briefs by itself, as
one is all that most commands need, and what two processes share is copied page by page as they use it. With the second
it is loaded here, for all that follow.
"""

from __future__ import annotations

import errno
import json
import os
import signal
import socket
import struct
import sys
import time
from contextlib import suppress
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING

from briefgen.batch.forking import become_plain, forked, take_streams
from briefgen.batch.frames import COULD_NOT_BEGIN
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable

REQUEST, ANSWER = struct.Struct("=qq"), struct.Struct("=qq")
"""What is asked for, of which process; a number of an error or 0, and what came of it."""
STREAMS = 3
_BEFORE_THE_END = 10
"""Seconds that a process has to end after it said its last."""
_BETWEEN_LOOKS = 0.002


class NurseryRequest(IntEnum):
    """What may be asked for."""

    WORKER = 1
    STATUS = 2
    """Of one that ends by itself, or has."""
    END = 3


def tend(control: socket.socket, formats: tuple[str, ...]) -> int:
    """Fork processes, and tell what they ended with, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process stops it
    become_plain(control.fileno())
    brood = Brood(formats)
    with suppress(OSError):  # whoever asks may end before the answer
        while _has_answered(control, brood):
            pass
    for each in brood.children:
        os.kill(each, signal.SIGKILL)
    return 0


def _has_answered(control: socket.socket, brood: Brood) -> bool:
    """Whether there was one more request."""
    said, given, _, _ = socket.recv_fds(control, REQUEST.size, STREAMS)
    if len(said) < REQUEST.size:
        return False
    asked, number = REQUEST.unpack(said)
    control.send(_answered(asked, number, given, brood, partial(_work, os.getpid(), control, given, brood.formats)))
    return True


@dataclass(slots=True)
class Brood:
    """What was forked here and has not ended, and what the next one begins with."""

    formats: tuple[str, ...]
    children: set[int] = field(default_factory=set)
    has_forked: bool = False
    has_loaded: bool = False

    def fork(self, work: Callable[[], int]) -> int:
        """One more, which does some work."""
        if self.has_forked and not self.has_loaded:
            # What cannot be loaded here cannot be there: each process finds out anew, and says so in its last words.
            with suppress(ImportError, MemoryError, OSError):
                from briefgen.batch import worker  # in this process alone

                worker.load(self.formats)
            self.has_loaded = True
        number = forked(work)
        self.has_forked = True
        self.children.add(number)
        return number


def _answered(asked: int, number: int, given: list[int], brood: Brood, work: Callable[[], int]) -> bytes:
    try:
        match NurseryRequest(asked):
            case NurseryRequest.WORKER:
                return ANSWER.pack(0, brood.fork(work))
            case NurseryRequest.STATUS:
                return ANSWER.pack(0, _status(number, brood.children, _BEFORE_THE_END))
            case NurseryRequest.END:
                return ANSWER.pack(0, _status(number, brood.children, 0))
    except OSError as error:
        return ANSWER.pack(error.errno or errno.EIO, 0)
    finally:
        for each in given:
            os.close(each)


def _status(number: int, children: set[int], seconds: float) -> int:
    """What a child ended with, as `subprocess` tells it; it is ended where it takes longer."""
    if number not in children:
        raise OSError(errno.ECHILD, os.strerror(errno.ECHILD))
    end = time.monotonic() + seconds
    while (ended := os.waitpid(number, os.WNOHANG))[0] == 0:
        if time.monotonic() >= end:
            os.kill(number, signal.SIGKILL)
            ended = os.waitpid(number, 0)
            break
        time.sleep(_BETWEEN_LOOKS)
    children.discard(number)
    return os.waitstatus_to_exitcode(ended[1])


def _work(parent: int, control: socket.socket, given: list[int], formats: tuple[str, ...]) -> int:
    """In the new process: make briefs of the jobs that come, and tell in last words why it cannot."""
    control.close()
    take_streams(*given)
    for each in given:
        os.close(each)
    try:
        from briefgen.batch.worker import main

        main(os.fdopen(0, "rb", closefd=False), str(parent), *formats)
    except (ImportError, MemoryError, OSError) as error:
        kind = next(kind for kind in (ImportError, MemoryError, OSError) if isinstance(error, kind))
        said = [kind.__name__, getattr(error, "errno", None), str(error), getattr(error, "name", None)]
        sys.stderr.write(json.dumps(said))
        sys.stderr.flush()
        os._exit(COULD_NOT_BEGIN)  # nothing is said after the last words
    return 0
