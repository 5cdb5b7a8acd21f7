"""What is said of a brief whose making was ended."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Place, Severity
from briefgen.model.formats import FORMATS
from briefgen.pipeline.job import JobResult, StepKind

if TYPE_CHECKING:
    from briefgen.pipeline.job import Fault, Job, Step


class Spent(enum.Enum):
    """What a brief took too much of."""

    TIME = enum.auto()
    MEMORY = enum.auto()


def stopped(step: Step, job: Job, spent: Spent | None, fault: Fault | None = None) -> JobResult:
    """A product without files: BG405 at the section, or BG502 at the audience; a fault where no limit was hit."""
    if not spent or step.kind is StepKind.START:
        return JobResult(diagnostics=(), fault=fault)
    limits = job.limits
    most, setting = f"{limits.memory_mb} MB of memory", "memory_mb"
    if spent is Spent.TIME:
        is_section = step.kind is StepKind.SECTION
        setting = "section_seconds" if is_section else "file_seconds"
        most = f"{getattr(limits, setting)} s"
    return JobResult(diagnostics=(_told(step, job, most, setting),))


def _told(step: Step, job: Job, most: str, setting: str) -> Diagnostic:
    limit = f"or raise {setting} under [limits] in briefgen.toml"
    audience = job.view.audience
    if step.kind is StepKind.SECTION:
        place = Place(f"templates/sections/{step.name}.md.j2", 1, 1)
        message = f"the section takes more than {most} for '{audience.id}' and was stopped"
        return Diagnostic("BG405", Severity.ERROR, place, message, f"loop over fewer items, {limit}")
    what = f"writing the {FORMATS[step.name].title} of" if step.kind is StepKind.FILE else "putting together"
    message = f"{what} '{audience.id}' takes more than {most} and was stopped"
    return Diagnostic("BG502", Severity.ERROR, audience.place, message, f"show less in a brief, {limit}")
