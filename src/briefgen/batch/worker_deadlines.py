"""How long each step of a brief may take by the clock on the wall, before its process is ended.

The system's bound on processor time (`rlimits`) is the honest one and comes first. The wall clock ends what sleeps or
waits, and is all there is on systems that know no such bound; it is the laxer one, as others may use the processors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.pipeline.job import StepKind

if TYPE_CHECKING:
    from briefgen.model.limits import ResourceLimits
    from briefgen.pipeline.job import Step

_SECONDS_TO_BEGIN = 120
"""For loading libraries on a cold and busy machine; nothing of a template runs yet."""


def patience(step: Step, limits: ResourceLimits) -> float:
    """The seconds that a step may take."""
    match step.kind:
        case StepKind.START:
            return _SECONDS_TO_BEGIN
        case StepKind.SECTION:
            return limits.section_seconds + 2
        case StepKind.DOCUMENT | StepKind.FILE:
            return 2 * limits.file_seconds
