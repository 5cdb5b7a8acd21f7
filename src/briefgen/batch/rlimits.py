"""What the operating system is asked to hold a process to.

Linux holds to all of it. macOS takes the bound on processor time and may ignore the one on memory; Windows knows
neither here, and the wall clock of whoever started the process is what is left.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from time import process_time

MEGABYTE = 1_000_000


def bound_memory(megabytes: int) -> None:
    """No more address space than that; what asks for more gets a MemoryError."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (_at_most(megabytes * MEGABYTE, most), most))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a dump of this memory would hold the whole view


def memory_given(megabytes: int) -> int:
    """How much of so many megabytes the system lets a process have."""
    if sys.platform == "win32":
        return megabytes
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_AS)
    return _at_most(megabytes * MEGABYTE, most) // MEGABYTE


def bound_time(seconds: int) -> None:
    """From now on at most that much processor time, less by up to a second; then a signal ends the process."""
    if sys.platform != "win32":
        import resource

        # The limit counts from the start of the process, so each step sets it on from what is used by now. Only the
        # soft one: a hard one could not be raised for the next step.
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (_at_most(int(process_time()) + seconds, most), most))


def _at_most(wanted: int, most: int) -> int:
    """A soft limit cannot be above the hard one; -1 is none."""
    return wanted if most < 0 else min(wanted, most)


def was_out_of_time(status: int) -> bool:
    """Whether the bound on processor time ended a process, by its exit status as `subprocess` gives it."""
    if sys.platform == "win32":
        return False
    import signal

    return status == -signal.SIGXCPU


_OF_SOMEBODY = ("SIGKILL", "SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")
"""Signals that no library ends a process with."""


def signal_from_outside(status: int) -> str:
    """The name of the signal that somebody ended a process with, by its exit status; empty where it ended otherwise."""
    if sys.platform == "win32" or status >= 0:
        return ""
    import signal

    name = signal.Signals(-status).name if -status in set(signal.Signals) else ""
    return name if name in _OF_SOMEBODY else ""
