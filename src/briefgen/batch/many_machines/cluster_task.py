"""What a worker of a cluster does: it hands a job to a walled process of its own, and gives bytes back."""

from __future__ import annotations

import pickle
import queue
from typing import TYPE_CHECKING

from briefgen.batch.messages import product_messages
from briefgen.batch.own_process import OwnProcess
from briefgen.pipeline import code_digest

if TYPE_CHECKING:
    from briefgen.pipeline.job import Job

_idle: queue.SimpleQueue[OwnProcess] = queue.SimpleQueue()
"""Walled processes that have nothing to do: a worker has as many as it ever had briefs at once, until it ends."""


def mark_of() -> str:
    """The code of this machine."""
    return code_digest()


def made_by(code: str, job: bytes) -> tuple[str, list[bytes]]:
    """The code of this machine, and, where it is the one that is asked for, what came of the job."""
    if code != code_digest():
        return code_digest(), []
    # From the client, whose code this worker runs anyhow: Dask hands workers functions.
    wanted: Job = pickle.loads(job)  # noqa: S301 - see above
    process = _walled(wanted)
    try:
        product = process(wanted)()
    finally:
        _idle.put(process)
    return code, list(product_messages(product))


def _walled(job: Job) -> OwnProcess:
    try:
        return _idle.get_nowait()
    except queue.Empty:
        return OwnProcess(job.formats).__enter__()
