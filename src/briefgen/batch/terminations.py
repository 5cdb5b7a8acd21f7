"""What is said of a brief whose making was ended."""

from __future__ import annotations

import enum
import json
from typing import TYPE_CHECKING

from briefgen.batch.frames import COULD_NOT_BEGIN
from briefgen.batch.rlimits import memory_given, signal_from_outside, was_out_of_time
from briefgen.diagnostics import Diagnostic, Place, Severity
from briefgen.model.formats import FORMATS
from briefgen.pipeline.job import Fault, JobResult, StepKind
from briefgen.records import dataclass
from briefgen.surroundings import ended_from_outside, no_memory, refusal_in

if TYPE_CHECKING:
    from briefgen.pipeline.job import Job, Step


class Spent(enum.Enum):
    """What a brief took too much of."""

    TIME = enum.auto()
    MEMORY = enum.auto()


@dataclass(frozen=True, slots=True)
class Lost:
    """A brief that was taken from a process that had it in hand; another may bring it to an end."""

    result: JobResult
    """What is told where none does."""


def stopped(step: Step, job: Job, spent: Spent) -> JobResult:
    """A product without files: BG405 at the section, or BG502 at the audience, or that the system has no more."""
    limits = job.limits
    if spent is Spent.MEMORY:
        given = memory_given(limits.memory_mb)
        if given < limits.memory_mb or step.kind is StepKind.START:
            return JobResult(diagnostics=(no_memory(given),))
        return JobResult(diagnostics=(_told(step, job, f"{limits.memory_mb} MB of memory", "memory_mb"),))
    setting = "section_seconds" if step.kind is StepKind.SECTION else "file_seconds"
    most = f"{getattr(limits, setting)} s of processor time"
    return JobResult(diagnostics=(_told(step, job, most, setting),))


def lost(step: Step, job: Job, status: int, said: str) -> JobResult | Lost:
    """What is told of a brief whose process ended with that exit status and those last words."""
    if was_out_of_time(status):
        return stopped(step, job, Spent.TIME)
    if name := signal_from_outside(status):
        return Lost(JobResult(diagnostics=(ended_from_outside(name, job.view.audience.id),)))
    return Lost(JobResult(diagnostics=(), fault=Fault(f"exit status {status}", said)))


def told_of_start(status: int, said: str) -> Diagnostic | None:
    """What the system refused a process that could not begin; None where it is something else."""
    if status != COULD_NOT_BEGIN:
        return None
    try:
        kind, number, words, name = json.loads(said.strip().rpartition("\n")[2])
    except ValueError:
        return None
    match kind:
        case "MemoryError":
            return refusal_in(MemoryError())
        case "OSError":
            return refusal_in(OSError(number, words))
        case _:
            return refusal_in(ImportError(words, name=name))


def _told(step: Step, job: Job, most: str, setting: str) -> Diagnostic:
    limit = f"or raise {setting} under [limits] in briefgen.toml"
    audience = job.view.audience
    if step.kind is StepKind.SECTION:
        place = Place(f"templates/sections/{step.name}.md.j2", 1, 1)
        message = f"the section takes more than {most} for '{audience.id}' and was stopped"
        return Diagnostic("BG405", Severity.ERROR, place, message, f"loop over fewer items, {limit}")
    message = f"{_work(step)} '{audience.id}' takes more than {most} and was stopped"
    return Diagnostic("BG502", Severity.ERROR, audience.place, message, f"show less in a brief, {limit}")


def _work(step: Step) -> str:
    match step.kind:
        case StepKind.FILE:
            return f"writing the {FORMATS[step.name].title} of"
        case StepKind.PAGES:
            return "measuring the pages of"
        case StepKind.START | StepKind.SECTION | StepKind.DOCUMENT:
            return "putting together"
