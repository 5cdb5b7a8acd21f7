"""Processes that are forked: what a copy of this one has to forget before it works.

Linux alone: what macOS loads does not bear it, and Windows knows no such thing.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import traceback
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from briefgen.batch.import_paths import whole_paths
from briefgen.world import EPOCH, has_read

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_STOPS = (signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if sys.platform != "win32" else []))
_FIRST_OF_OTHERS = 3
"""The number after standard input, output and error."""
_ROOM = 2**14
"""Values that a call may put by: Python takes memory for one that has so many in a piece of twice the size."""


def may_fork() -> bool:
    """Whether a copy of this process is as clean as a new one: nothing of a workspace was read, no thread runs."""
    return sys.platform == "linux" and not has_read() and _is_alone()


def _is_alone() -> bool:
    """Whether this process has but one thread: a lock that another one holds would stay shut in a copy."""
    try:
        return len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208 - the number alone
    except OSError:
        return False


def forked(work: Callable[[], int]) -> int:
    """The number of a new process that does some work and ends with the exit status it gives.

    Whatever comes of the work, nothing of what this process had under way goes on in the other. Raises OSError where
    the system has no process to give.
    """
    gc.freeze()  # whoever collects in a copy would write to all of it
    # Who is asked to stop meanwhile is asked once the new process is one of its own.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPS)
    try:
        number = os.fork()
        if number == 0:
            _end_with(work, before)
        return number
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def asked_apart(question: Callable[[], bool]) -> bool:
    """Whether something is so, found out by a process of its own, so that nothing that it reads is in this one.

    What goes wrong there, and what is said there, counts for no. Raises OSError where there is no process to be had.
    """
    _, status = os.waitpid(forked(partial(_silently, question)), 0)
    return os.waitstatus_to_exitcode(status) == 0


def _silently(question: Callable[[], bool]) -> int:
    nothing = os.open(os.devnull, os.O_RDWR)
    take_streams(nothing, nothing, nothing)
    return 0 if question() else 1


def _end_with(work: Callable[[], int], signals: Collection[int]) -> NoReturn:
    """In the new process: the work, and its end, with nothing that is cleared up for the old one."""
    status = 1
    try:
        for number in _STOPS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, signal.SIG_DFL)
        sys.unraisablehook = sys.__unraisablehook__
        signal.pthread_sigmask(signal.SIG_SETMASK, signals)
        status = work()
    except BaseException:  # noqa: BLE001 - told to whoever reads the last words
        with suppress(Exception):
            traceback.print_exc()
    finally:
        with suppress(Exception):
            sys.stderr.flush()
        os._exit(status)


# Python takes memory for calls in pieces of 16 kB, and gives the last one back when the call ends that it began with.
# Loops that stood at such a border did that some two thousand times for a brief.
_end_with.__code__ = _end_with.__code__.replace(co_stacksize=_ROOM)


def become_plain(keep: int) -> None:
    """Forget what this process was: its files but one, its streams, its folder, its day."""
    last = os.sysconf("SC_OPEN_MAX")
    os.closerange(_FIRST_OF_OTHERS, keep)
    os.closerange(keep + 1, last)
    with suppress(OSError):
        nothing = os.open(os.devnull, os.O_RDWR)
        take_streams(nothing, nothing, nothing)
        os.close(nothing)
    sys.stdout = sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    os.environ.pop(EPOCH, None)
    sys.path[:] = list(whole_paths())
    os.chdir(Path(__file__).parent)


def take_streams(into: int, out: int, errors: int) -> None:
    """Have these as standard input, output and error from now on."""
    for stream, number in enumerate((into, out, errors)):
        os.dup2(number, stream)
