"""The six stages in order: the only place that knows it.

`load` and `validate` read the workspace once. Then each brief goes through `view`, which leaves out what its audience
may not see; an executor does `compose` and `render` with what is left, in this process or in one of its own; `publish`
searches the files once more for what was left out, and puts them in place.

What a run is asked for and what it comes to is there at once; the stages are loaded when one is asked for first: a run
in which nothing has changed needs none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.pipeline.exit_codes import exit_code
from briefgen.pipeline.fingerprint import code_digest
from briefgen.pipeline.run_order import Began, Event, Looked, Made, Order, Result, RunStage
from briefgen.pipeline.unchanged_run import KeptRun, RunWords, as_before, is_kept, keep_run, last_run, unchanged_run
from briefgen.pipeline.what_is_due import due

if TYPE_CHECKING:
    from briefgen.pipeline.job import Job, JobResult
    from briefgen.pipeline.six_stages import check, coverage, here, make

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


def __getattr__(name: str) -> object:
    """`check`, `make` and what else needs the stages."""
    if name in __all__:
        from briefgen.pipeline import job, six_stages

        return getattr(job if hasattr(job, name) else six_stages, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
