"""The six stages in order: the only place that knows it.

`load` and `validate` read the workspace once. Then each brief goes through `view`, which leaves out what its audience
may not see; an executor does `compose` and `render` with what is left, in this process or in one of its own; `publish`
searches the files once more for what was left out, and puts them in place.

Each part is loaded when it is first asked for: a run in which nothing has changed needs no stage, and a command that
makes nothing needs none of it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.pipeline.exit_of_run import exit_code
    from briefgen.pipeline.fingerprint import code_digest
    from briefgen.pipeline.job import Job, JobResult
    from briefgen.pipeline.run_order import Began, Event, Looked, Made, Order, Result, RunStage
    from briefgen.pipeline.run_record import KeptRun, RunWords, as_before, is_kept, keep_run, last_run, unchanged_run
    from briefgen.pipeline.six_stages import check, coverage, here, make
    from briefgen.pipeline.what_is_due import due

__all__ = [
    "Began",
    "Event",
    "Job",
    "JobResult",
    "KeptRun",
    "Looked",
    "Made",
    "Order",
    "Result",
    "RunStage",
    "RunWords",
    "as_before",
    "check",
    "code_digest",
    "coverage",
    "due",
    "exit_code",
    "here",
    "is_kept",
    "keep_run",
    "last_run",
    "make",
    "unchanged_run",
]


_ROOMS = {
    "exit_of_run": ("exit_code",),
    "fingerprint": ("code_digest",),
    "job": ("Job", "JobResult"),
    "run_order": ("Began", "Event", "Looked", "Made", "Order", "Result", "RunStage"),
    "six_stages": ("check", "coverage", "here", "make"),
    "run_record": ("KeptRun", "RunWords", "as_before", "is_kept", "keep_run", "last_run", "unchanged_run"),
    "what_is_due": ("due",),
}


def __getattr__(name: str) -> object:
    """What is not loaded yet, out of its module."""
    for room, names in _ROOMS.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{room}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
