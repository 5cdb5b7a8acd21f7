"""The process that makes briefs: jobs in on a pipe, what became of them out on standard output.

It is started before any data are read, and is handed views: what an audience may not see is never in its memory.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
import time
import traceback
from functools import partial
from typing import IO, TYPE_CHECKING

from briefgen.batch.frames import receive, send
from briefgen.batch.messages import memory_message, product_messages, step_message
from briefgen.batch.process_streams import own_output
from briefgen.batch.rlimits import bound_memory, bound_time
from briefgen.compose import keep_readings_in
from briefgen.gc_pause import seldom_collected
from briefgen.pipeline.compose_and_render import produce
from briefgen.pipeline.job import Fault, JobResult, StepKind
from briefgen.render import prepare
from briefgen.surroundings import refusal_in
from briefgen.world import UserCache

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.pipeline.job import Job, Step

_SECONDS_BETWEEN_LOOKS = 1


def load(formats: Iterable[str]) -> None:
    """Load what the making of briefs in some formats needs."""
    keep_readings_in(UserCache("templates"))
    prepare(formats)


def main(jobs: IO[bytes], parent: str, *formats: str) -> None:
    """Do every job until nobody asks for more; who asks, by its number, and the formats to expect."""
    said = own_output()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process stops it
    if sys.platform != "win32":  # where a launcher of Python may stand between the two
        threading.Thread(target=_end_with, args=(int(parent),), daemon=True).start()
    load(formats)
    with seldom_collected() as one_more:
        for data in iter(partial(receive, jobs), None):
            # Pickled in this direction alone: the process that started this one is trusted, this one is not, and
            # answers in JSON and bytes (`messages`).
            job: Job = pickle.loads(data)  # noqa: S301 - from the process that started this one
            if not _do(job, said):
                return
            one_more()


def _end_with(parent: int) -> None:
    """End this process soon after the one that started it is gone, whatever it is doing."""
    while os.getppid() == parent:
        time.sleep(_SECONDS_BETWEEN_LOOKS)
    os._exit(1)  # without clearing up: another thread may be inside a template that never ends


def _do(job: Job, said: IO[bytes]) -> bool:
    """One job; whether this process is fit for another."""

    def begin(step: Step) -> None:
        is_short = step.kind is StepKind.SECTION
        bound_time(job.limits.section_seconds if is_short else job.limits.file_seconds)
        send(said, step_message(step))

    bound_memory(job.limits.memory_mb)
    try:
        product = produce(job, begin)
    except MemoryError:
        send(said, memory_message())
        return False  # what was being built is lost, and with it what libraries think they have
    except Exception as error:  # noqa: BLE001 - in one brief; the next may be well
        refused = refusal_in(error)
        fault = None if refused else Fault(type(error).__name__, traceback.format_exc())
        product = JobResult(diagnostics=(refused,) if refused else (), fault=fault)
    send(said, *product_messages(product))
    return True
