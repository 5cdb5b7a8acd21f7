"""How long a process may take for a step of a brief: processor time decides, the clock only ends what does nothing.

The system's own bound on processor time (`rlimits`) comes first, where it knows one. What is said later than expected
is waited for as long as the process works, or stands in line for a processor that others use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.pipeline.job import StepKind

if TYPE_CHECKING:
    from briefgen.batch.worker_handle import WorkerHandle
    from briefgen.model.limits import ResourceLimits
    from briefgen.pipeline.job import Step

_SECONDS_TO_BEGIN = 60
"""For loading libraries on a cold machine; nothing of a template runs yet."""
_IDLE = 0.002
"""The share of the clock's time below which a process does nothing but to wake up and sleep again."""


class StoodStillError(Exception):
    """A process did nothing for a while."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def allowance(step: Step, limits: ResourceLimits) -> float:
    """The seconds of processor time that a step may take."""
    match step.kind:
        case StepKind.START:
            return _SECONDS_TO_BEGIN
        case StepKind.SECTION:
            return limits.section_seconds
        case StepKind.DOCUMENT | StepKind.PAGES | StepKind.FILE:
            return limits.file_seconds


def next_message(running: WorkerHandle, step: Step, limits: ResourceLimits) -> bytes:
    """The next thing that a process says.

    Raises TimeoutError where it took more processor time than the step may, StoodStillError where it did nothing for
    as long, and GoneError where nothing will come.
    """
    most = allowance(step, limits)
    seconds = most + 2  # the system's bound may come up to a second late
    first = before = None
    while True:
        try:
            return running.answer(seconds)
        except TimeoutError:
            now = running.activity()
        if now is None:  # it is gone, and the end of its messages is on its way
            continue
        if first is None or before is None:
            first = now
        elif now.processor_seconds - first.processor_seconds > most:
            raise TimeoutError
        elif not now.is_in_line and now.processor_seconds - before.processor_seconds < _IDLE * seconds:
            raise StoodStillError(2 * seconds)
        before = now
