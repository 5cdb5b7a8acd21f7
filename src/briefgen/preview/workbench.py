"""Briefs as they are now: made anew where what they were made from has changed, and only there."""

from __future__ import annotations

import hashlib
import threading
import traceback
from collections import OrderedDict
from typing import TYPE_CHECKING

from briefgen.diagnostics import CODES, Diagnostic, Severity
from briefgen.load import load
from briefgen.model.formats import BROWSED, FORMATS
from briefgen.pipeline import Order, make
from briefgen.pipeline.editions.changes_between import EditionsAsked, changes
from briefgen.pipeline.one_brief import own_fault
from briefgen.preview.brief_choice import BriefChoice, Offer, offer_of
from briefgen.preview.trial_outputs import TrialOutputs
from briefgen.publish import INTERNAL, REDACTIONS, kept_editions, recorded
from briefgen.records import dataclass, field, replace
from briefgen.surroundings import refusal_in
from briefgen.trace import SUFFIX
from briefgen.world import ReadBefore, Witness, answers_alike

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefgen.model.editions.differences import Difference
    from briefgen.model.editions.snapshot import KeptEdition
    from briefgen.model.view import View
    from briefgen.pipeline.job import Executor, Job, JobResult
    from briefgen.world import Disk, Overlay, World

_MOST_KEPT = 12
"""Briefs that are kept ready; each is some hundred kilobytes."""
_IN_FULL = "start briefgen preview with --owner where nobody looks on"
"""How who may know all is told all."""
_OF_FILES = "BG6"
"""How codes begin of what is said of files in the output, which a trial leaves as they are."""


@dataclass(frozen=True, slots=True)
class HowTold:
    """How problems are told, which whoever starts the preview knows."""

    located: Callable[[Diagnostic, World], Diagnostic]
    """A problem, with a file that briefgen ships named as such."""
    lines_of: Callable[[World], Callable[[str, int], str | None]]
    """A reader of single lines of files."""
    change: Callable[[Difference], str]
    """What lies between two editions, one thing in a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What the preview works on, and what it may show."""

    world: Overlay[Disk]
    executor: Executor
    told: HowTold
    output: str = "output"
    internal: str = INTERNAL
    is_owners: bool = False
    """Whether it also shows what an audience does not see: to the owner of the data alone."""
    editor: str = ""
    """The address that opens a place in an editor, with {path}, {line} and {column}."""


@dataclass(frozen=True, slots=True)
class Look:
    """One brief as it came out of what stands in the files now."""

    choice: BriefChoice
    number: int
    """Of the making: a later one is higher."""
    problems: tuple[Diagnostic, ...]
    page: bytes
    """The last page that could be made; empty where none could."""
    is_current: bool
    """Whether the page is that of the files as they are now."""
    sidecar: bytes = b""
    """The trace of the page, with lines."""
    left_out: bytes = b""
    """What the brief does not show, and why; empty where that is not to be shown here."""
    typed: tuple[tuple[str, str, int], ...] = ()
    """A passage, and file and line of the template that says it."""
    worded: tuple[tuple[str, str], ...] = ()
    """An entry of the wording, and what it said."""
    view: View | None = None
    """What the brief was made of."""
    lines: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """The text of lines that problems stand on."""

    @property
    def digest(self) -> str:
        """Of the page."""
        return hashlib.sha256(self.page).hexdigest()[:16] if self.page else ""


@dataclass(slots=True)
class _Kept:
    look: Look
    answers: Mapping[str, str]
    """What the files said when it was made."""
    files: dict[str, bytes] = field(default_factory=dict)
    """Other formats of the same making."""


class _AskingForWords:
    """An executor that also asks which lines and entries say what, and keeps the answer."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self.typed: tuple[tuple[str, str, int], ...] = ()
        self.worded: tuple[tuple[str, str], ...] = ()
        self.view: View | None = None

    def __call__(self, job: Job) -> Callable[[], JobResult]:
        self.view = job.view
        wait = self._executor(replace(job, tells_words=True))

        def product() -> JobResult:
            made = wait()
            self.typed, self.worded = made.typed, made.worded
            return replace(made, typed=(), worded=())

        return product


class Workbench:
    """Makes one brief at a time, whoever asks; what it gives is never older than the question."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self._turn = threading.Lock()
        self._kept: OrderedDict[BriefChoice, _Kept] = OrderedDict()
        self._read = ReadBefore()
        self._number = 0

    def offer(self) -> Offer:
        """The briefs that may be chosen."""
        return offer_of(self.bench.world)

    def fullest(self, relation: str) -> str:
        """The audience with the most sections, of those whose briefs are made unasked; empty where there is none."""
        with self._turn:
            found = load(self.bench.world, (relation,), self._read).value
        made = [audience for audience in found.audiences if audience.id not in found.unmade]
        return max(made, key=lambda audience: len(audience.sections)).id if made else ""

    def look(self, choice: BriefChoice) -> Look:
        """The brief, made anew where anything that it was made from is otherwise by now."""
        with self._turn:
            return self._fresh(choice).look

    def file(self, choice: BriefChoice, format_name: str) -> bytes | None:
        """The brief in another format; None where it cannot be made."""
        with self._turn:
            kept = self._fresh(choice)
            if format_name not in kept.files and kept.look.is_current:
                _, outputs = self._made(choice, format_name, self.bench.world, self.bench.executor)
                found = _read(outputs, self._order(choice, format_name), FORMATS[format_name].ending)
                if found:
                    kept.files[format_name] = found
            return kept.files.get(format_name)

    def editions(self, choice: BriefChoice) -> list[KeptEdition]:
        """The editions of a brief that are kept, as they were made."""
        outputs = self.bench.world.outputs
        manifest = recorded(self._order(choice, BROWSED.name).places.owners, outputs).value[0]
        record = manifest.briefs.get((choice.relation, choice.audience))
        return list(kept_editions(record, outputs)) if record else []

    def changes(self, choice: BriefChoice, since: int | None) -> list[str]:
        """What the brief tells now and an edition did not: the last that differs, where none is named."""
        asked = self._order(choice, BROWSED.name)
        _, found = changes(self.bench.world, asked, EditionsAsked(since))
        return [self.bench.told.change(one) for brief in found for one in brief.found]

    def _fresh(self, choice: BriefChoice) -> _Kept:
        kept = self._kept.get(choice)
        if kept is None or not answers_alike(self.bench.world, kept.answers):
            kept = self._kept[choice] = self._looked(choice, kept)
        self._kept.move_to_end(choice)
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        return kept

    def _looked(self, choice: BriefChoice, before: _Kept | None) -> _Kept:
        self._number += 1
        witness = Witness(self.bench.world)
        asking = _AskingForWords(self.bench.executor)
        problems, outputs = self._made(choice, BROWSED.name, witness, asking)
        order = self._order(choice, BROWSED.name)
        page = _read(outputs, order, BROWSED.ending)
        located = tuple(self.bench.told.located(problem, self.bench.world) for problem in problems)
        look = Look(choice, self._number, located, page, is_current=bool(page), lines=self._lines(located))
        if page:
            left_out = _record(outputs, order, REDACTIONS) if self.bench.is_owners else b""
            look = replace(
                look, sidecar=_record(outputs, order, SUFFIX), left_out=left_out, typed=asking.typed,
                worded=asking.worded, view=asking.view,
            )  # fmt: skip
        elif before:
            look = replace(before.look, number=look.number, problems=located, lines=look.lines, is_current=False)
        return _Kept(look, witness.answers)

    def _lines(self, problems: tuple[Diagnostic, ...]) -> dict[tuple[str, int], str]:
        line_of = self.bench.told.lines_of(self.bench.world)
        places = {(one.place.path, one.place.line) for one in problems if one.place.line and one.is_quotable}
        return {place: text for place in places if (text := line_of(*place)) is not None}

    def _made(
        self, choice: BriefChoice, format_name: str, world: World, executor: Executor
    ) -> tuple[tuple[Diagnostic, ...], TrialOutputs | None]:
        """What is told of a trial run, and what it put in place; None where it came to no end."""
        outputs = TrialOutputs(self.bench.world.outputs)
        try:
            result = make(world, self._order(choice, format_name), executor=executor, outputs=outputs, kept=self._read)
        except Exception as error:  # noqa: BLE001 - the page goes on, and tells
            said = refusal_in(error) or own_fault(choice.relation, choice.audience, traceback.format_exc(limit=-1))
            return (said,), None
        told = [one for one in result.report.diagnostics if not _is_of_files(one)]
        is_made = bool(result.briefs) and not any(made.failed for made in result.briefs)
        return tuple(told), outputs if is_made else None

    def _order(self, choice: BriefChoice, format_name: str) -> Order:
        return Order(
            relations=(choice.relation,),
            audiences=(choice.audience,),
            formats=(format_name,),
            as_of=choice.as_of,
            output=self.bench.output,
            internal=self.bench.internal,
            discreet=not self.bench.is_owners,
            in_full=_IN_FULL,
            force=True,
        )


def _is_of_files(problem: Diagnostic) -> bool:
    return problem.code.startswith(_OF_FILES) and problem.severity is not Severity.ERROR


def _read(outputs: TrialOutputs | None, order: Order, ending: str) -> bytes:
    path = order.places.brief(order.relations[0], order.audiences[0], ending)
    return outputs.read(path) if outputs and outputs.stamp(path) else b""


def _record(outputs: TrialOutputs | None, order: Order, ending: str) -> bytes:
    path = order.places.record(order.relations[0], order.audiences[0], ending)
    return outputs.read(path) if outputs and outputs.stamp(path) else b""


def name_of(problem: Diagnostic) -> str:
    """What a kind of problem is called."""
    return CODES[problem.code][0]
