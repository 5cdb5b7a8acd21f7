"""What the making of a brief is handed, and what comes of it: all that passes between it and who knows the facts."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from briefgen.model.facts.clearings import Clearances
from briefgen.model.workspace import Ingredients
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefgen.diagnostics import Diagnostic
    from briefgen.model.editions.copy_number import CopyNumber
    from briefgen.model.looks.style import Style
    from briefgen.model.rendering import Rendering

    Executor = Callable[["Job"], Callable[[], "JobResult"]]
    """Begins to make a brief, here or elsewhere; what it gives waits for the product. It has one brief at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job(Ingredients):
    """One brief to make: what it is composed of, a style, formats. Nothing that its audience may not see is in it."""

    style: Style
    clearances: Clearances = field(default_factory=Clearances)
    """What decides on the state of the brief."""
    formats: tuple[str, ...]
    """None composes the brief only, to check its templates."""
    strict: bool = False
    """Whether warnings count as errors."""
    fit: bool = True
    """Whether it keeps to its audience's pages, by leaving out what its ranks say may go."""
    copy: CopyNumber | None = None
    """The number that it bears."""
    tells_words: bool = False
    """Whether it is told which lines of templates and entries of the wording say what; its files are the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobResult:
    """What a job came to."""

    diagnostics: tuple[Diagnostic, ...]
    facts: tuple[str, ...] = ()
    """Ids of the facts that the brief's words and figures come from, each once."""
    fallen: tuple[str, ...] = ()
    """Ids of those that fell so that it keeps to its pages."""
    printed: tuple[tuple[str, str], ...] = ()
    """Id and field of what is printed of them, in order; without a field, a fact that a figure was computed from."""
    read: tuple[tuple[str, str], ...] = ()
    """Id and field of what templates asked for, if only to choose by it."""
    answers: tuple[tuple[str, int, bool], ...] = ()
    """Template, place in it and answer: how conditions were answered, each way once."""
    files: Mapping[str, Rendering] = field(default_factory=dict)
    """Format → file; empty where there is an error."""
    edition: str = ""
    """The mark of the edition that the brief is of."""
    typed: tuple[tuple[str, str, int], ...] = ()
    """A passage, and file and line of the template that says it, where that was asked for."""
    worded: tuple[tuple[str, str], ...] = ()
    """An entry of the wording, and what it said, likewise."""
    sidecar: bytes = b""
    """The trace of the brief, without lines."""
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """An exception of ours."""

    name: str
    traceback: str


class StepKind(enum.StrEnum):
    """What a step does."""

    START = "start"
    """The process begins, or waits for its next job."""
    SECTION = "section"
    DOCUMENT = "document"
    """All between the last section and the first file."""
    PAGES = "pages"
    """How many pages it has is measured."""
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Step:
    """What the making of a brief is about to do."""

    kind: StepKind
    name: str = ""
    """The section, or the format."""
