"""What a run is asked for, and what it comes to."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from briefgen.diagnostics import Report
from briefgen.model.formats import USUAL
from briefgen.model.limits import StalePolicy
from briefgen.publish import INTERNAL, Places
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.diagnostics import Diagnostic
    from briefgen.model.editions.copy_number import CopyNumber
    from briefgen.model.facts.clearings import BriefState, Clearing
    from briefgen.model.facts.coverage import Coverage
    from briefgen.model.values.date import Date
    from briefgen.publish import StagedBrief
    from briefgen.view import FieldsShown
    from briefgen.world import Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a run is asked to make."""

    relations: tuple[str, ...] = ()
    """Slugs; empty for all."""
    audiences: tuple[str, ...] = ()
    """Ids; empty for all."""
    formats: tuple[str, ...] = (USUAL,)
    as_of: Date | None = None
    output: str = "output"
    internal: str = INTERNAL
    """The owner's folder: records of all outputs of the workspace."""
    strict: bool = False
    """Whether warnings count as errors."""
    force: bool = False
    """Whether briefs are made though nothing that decides what they hold has changed."""
    prune: bool = False
    """Whether what nobody makes any more is taken out of the output."""
    manifests: bool = False
    """Whether each brief has a list of its files beside it, for handing on."""
    fit: bool = True
    """Whether briefs keep to their audiences' pages, by leaving out what their ranks say may go."""
    state: BriefState | None = None
    """What briefs are until they are cleared, whatever their audiences say."""
    cleared: tuple[Clearing, ...] = ()
    """Editions that were cleared, beside those that relations have on record."""
    copy: CopyNumber | None = None
    """The number that the briefs bear, as copies that a registry counts."""
    discreet: bool = False
    """Whether what is said of the data is only what every audience of the run may know."""
    in_full: str = "leave --discreet out where nobody reads along"
    """What who may know all is to do to be told all."""

    @property
    def places(self) -> Places:
        """Where the files of the run go."""
        return self.original.of_copy(self.copy) if self.copy else self.original

    @property
    def original(self) -> Places:
        """Where that stands of which numbered copies are made; else the same."""
        return Places(self.output, self.internal)


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one brief."""

    relation: str
    audience: str
    files: tuple[str, ...]
    """Paths of the formats that were put in place; records of them are the owner's."""
    failed: bool
    is_current: bool = field(default=False, repr=False)
    """Whether it was made before, and nothing that decides what it holds has changed."""
    is_mixed: bool = field(default=False, repr=False)
    """Whether files of it are of two editions now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefOutcome:
    """What came of a brief where it was made: nothing of it is in place yet, and its bytes lie beside their places."""

    relation: str
    audience: str
    told: tuple[Diagnostic, ...]
    traceback: str | None = None
    """Of our own fault."""
    edition: str = ""
    """The mark of the edition that it is of; empty where none was made."""
    shown: tuple[FieldsShown, Coverage] | None = None
    """What it shows of the facts, where it was only looked at and has no error."""
    answers: tuple[tuple[str, int, bool], ...] = ()
    """How conditions of its templates were answered, where it was only looked at and has no error."""
    staged: StagedBrief | None = None
    """What is to be put in place; None where there is nothing."""
    files: tuple[str, ...] = ()
    """Paths of the formats that are then in place."""
    is_current: bool = False
    """Whether it was made before, and nothing that decides what it holds has changed."""


class RunStage(enum.Enum):
    """What a run does, one after the other, in words."""

    READING = "reading the data"
    CHECKING = "checking briefs"
    MAKING = "making briefs"


@dataclass(frozen=True, slots=True)
class Began:
    """A stage of a run begins."""

    stage: RunStage
    briefs: int = 0
    """So many it is about."""


@dataclass(frozen=True, slots=True)
class Looked:
    """One brief is checked."""

    relation: str
    audience: str


Event = Began | Looked | Made
"""What is told while a run goes on."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """By what the next run can tell that nothing has changed."""

    began: Stamp | None
    """Of a file that was made before anything was read, where one could be made."""
    met: Mapping[str, Stamp | None]
    """File → its stamp before it was read, where stamps tell anything."""
    answers: Mapping[str, str]
    """Question that was asked of the world → digest of its answer."""
    files: Mapping[str, str]
    """Path → digest of every file that the run left, the owner's among them."""
    folders: Mapping[str, list[str]]
    """Folder of the output → names in it."""


@dataclass(slots=True)
class Result:
    """What a run came to."""

    report: Report = field(default_factory=Report)
    briefs: list[Made] = field(default_factory=list)
    traceback: str | None = None
    """Of our own fault, for a file."""
    evidence: Evidence | None = None
    """Where the run came to its end."""
    on_stale: StalePolicy = StalePolicy.ISSUE
    """What the workspace wants to happen where something has grown old."""
