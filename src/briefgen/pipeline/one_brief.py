"""One brief from a relation to files in place: what is hidden stays on this side of the executor that makes it."""

from __future__ import annotations

import traceback
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Place, Report, Severity
from briefgen.model.formats import FORMATS
from briefgen.model.origin import OriginKind
from briefgen.model.workspace import OWNERS
from briefgen.pipeline.house_trial import unfit
from briefgen.pipeline.job import Fault, Job
from briefgen.pipeline.redacted_log import of_one_brief, of_views
from briefgen.publish import leaks_in, publish, publish_record, publish_redactions
from briefgen.surroundings import refusal_in
from briefgen.trace import SUFFIX, with_lines
from briefgen.view import Request, breaches, cover, fields_shown, places_of, view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from briefgen.model.audience import Audience
    from briefgen.model.facts.coverage import Coverage
    from briefgen.model.facts.relation import Relation
    from briefgen.model.facts.secret import Secret
    from briefgen.model.view import View
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.job import Executor, JobResult
    from briefgen.pipeline.run_order import Order, Result
    from briefgen.view import FieldsShown, Searched
    from briefgen.world import World


_OF_WHAT_IS_MISSING = frozenset({"BG301", "BG303", "BG407", "BG409", "BG410", "BG412"})
"""What is said of a brief that misses something: not of one whose data have an error, which left a record out."""

_OF_A_TEXT, _NOT_ON_RECORD = "BG422", "BG292"
"""That a text prints what is not there: of a brief, and of the data."""
_UNSOUND = "BG603"
"""A made file that is not sound."""


@dataclass(slots=True)
class _Prepared:
    """What is known of a brief before it is made."""

    job: Job
    report: Report
    places: Mapping[tuple[str, str], Place]
    secrets: tuple[Secret, ...]


@dataclass(slots=True)
class BriefRun:
    """The making of one brief for one audience: prepared, begun, waited for, then told or published."""

    workspace: Workspace
    relation: Relation
    audience: Audience
    order: Order
    result: Result
    executor: Executor
    searched: Searched
    """The words of the relation."""
    is_whole: bool = True
    """Whether no error was told of what it is made from."""
    prepared: _Prepared | None = None
    waiting: Callable[[], JobResult] | None = None
    product: JobResult | None = None
    """What came of it; None before that, and where our own fault kept it from being made."""

    def prepare(self, formats: tuple[str, ...]) -> None:
        """Leave out what the audience may not see, and keep what to search for in what is made of the rest."""
        with self._guard():
            report = Report(strict=self.order.strict)
            request = Request(self.order.as_of, self.workspace.language, self.workspace.author)
            made = view(self.relation, self.audience, request)
            report.extend(of_views(made.diagnostics) if self.order.discreet else made.diagnostics)
            seen = made.value
            job = self._job(seen, () if report.has_errors else formats)
            places = places_of(self.relation, self.audience, self.order.as_of)
            self.prepared = _Prepared(job, report, places, self.searched.secrets(seen))

    def begin(self) -> None:
        """Hand the brief to the executor."""
        with self._guard():
            self.waiting = self.executor(self.prepared.job) if self.prepared else None

    def wait(self) -> None:
        """Until the executor is done."""
        with self._guard():
            self.product = self.waiting() if self.waiting else None

    # ------------------------------------------------------------ what becomes of it

    def check(self) -> FieldsShown | None:
        """Tell what is wrong with it; what it shows of the facts, or None where it has errors."""
        product = self._sound()
        if product is None or not self.is_whole:
            return None
        return fields_shown(self.relation, self.audience, self.order.as_of, product.printed, product.read)

    def cover(self) -> Coverage | None:
        """Every fact of the relation, with why the brief shows it or not; None where the brief has errors."""
        product = self._sound()
        return None if product is None else self._covered(product)

    def _covered(self, product: JobResult) -> Coverage:
        return cover(self.relation, self.audience, self.order.as_of, product.facts, product.fallen)

    def publish(self, world: World) -> tuple[bool, tuple[str, ...]]:
        """Put the brief's files in place; whether all went well, and the files that were placed."""
        placed: list[str] = []
        done = False
        with self._guard():
            product = self._sound()
            done = product is not None and self._published(product, world, placed)
        return done, tuple(placed)

    def _sound(self) -> JobResult | None:
        """The product; None where there is an error, or a file holds what the audience may not see."""
        prepared, product = self.prepared, self.product
        if prepared is None or product is None:
            return None
        if product.fault:
            self._report_fault(product.fault)
            return None
        report = prepared.report
        said_of_it = [_placed(diagnostic, prepared.places) for diagnostic in product.diagnostics]
        report.extend(diagnostic for diagnostic in said_of_it if not self._is_told(diagnostic))
        # Two questions that hold whatever the stages before did: whether the brief leans on a fact that its audience
        # may not know, which asks for ids and finds a figure of a few digits too; and whether a file holds words that
        # only hidden records have, whichever way they came there. Both before anything is put in place.
        with self._guard():
            report.extend(breaches(product.facts, self.relation, self.audience, self.order.as_of))
            for name, rendering in product.files.items():
                report.extend(leaks_in(FORMATS[name], self._path(name), rendering.data, prepared.secrets))
            said = tuple(d for d in report.diagnostics if self.is_whole or d.code not in _OF_WHAT_IS_MISSING)
            prose = {path for kind, path in prepared.places if kind == OriginKind.PROSE.value}
            self.result.report.extend(of_one_brief(said, prose) if self.order.discreet else said)
            return None if report.has_errors else replace(product, sidecar=_lined(product.sidecar, prepared.places))
        return None

    def _is_told(self, diagnostic: Diagnostic) -> bool:
        """Whether the rules have told of what a text asks for there, and what comes of it need not be told too."""
        return diagnostic.code == _OF_A_TEXT and any(
            told.code == _NOT_ON_RECORD and told.place == diagnostic.place for told in self.result.report.diagnostics
        )

    def _job(self, seen: View, formats: tuple[str, ...]) -> Job:
        workspace = self.workspace
        return Job(
            view=seen,
            sections=dict(workspace.sections),
            partials=dict(workspace.partials),
            pictures=dict(workspace.pictures),
            unread=workspace.unread,
            style=workspace.styles.get(seen.audience.style, workspace.style),
            formats=formats,
            strict=self.order.strict,
            fit=self.order.fit,
            limits=workspace.limits,
        )

    # ------------------------------------------------------------ product to files

    def _published(self, product: JobResult, world: World, placed: list[str]) -> bool:
        report = self.result.report
        for name, rendering in product.files.items():
            made = publish(FORMATS[name], self._path(name), rendering.data, world)
            if not made.value and any(told.code == _UNSOUND for told in made.diagnostics) and self._told_unfit():
                return False
            if not report.keep(made):
                return False
            placed.append(self._path(name))
        left_out = self._covered(product)
        redacted = report.keep(publish_redactions(self.order.output, left_out, world))
        own = f"{self.order.output}/{OWNERS}/{self.relation.slug}/{self.audience.id}{SUFFIX}"
        return redacted and report.keep(publish_record(own, product.sidecar, world))

    def _path(self, format_name: str) -> str:
        return f"{self.order.output}/{self.relation.slug}/{self.audience.id}{FORMATS[format_name].ending}"

    # ------------------------------------------------------------ our own faults

    @contextmanager
    def _guard(self) -> Iterator[None]:
        """What escapes is our own fault, told without a traceback and kept for a file: the other briefs go on.

        But for what the system refuses.
        """
        try:
            yield
        except Exception as error:  # noqa: BLE001 - whatever it is
            refused = refusal_in(error)
            if refused:
                self.result.report.add(refused)
            else:
                self._report_fault(Fault(type(error).__name__, traceback.format_exc()))

    def _told_unfit(self) -> bool:
        """Whether the house file is at fault, which is then told."""
        style = self.prepared.job.style if self.prepared else self.workspace.style
        found = unfit(style)
        if found:
            self.result.report.add(found)
        return found is not None

    def _report_fault(self, fault: Fault) -> None:
        if self._told_unfit():
            return
        self.result.traceback = fault.traceback
        message = f"making '{self.audience.id}' of '{self.relation.slug}' failed inside briefgen: {fault.name}"
        self.result.report.add(Diagnostic("BG900", Severity.ERROR, Place(""), message, "please report it"))


def _lined(sidecar: bytes, places: Mapping[tuple[str, str], Place]) -> bytes:
    return with_lines(sidecar, places) if sidecar else b""


def _placed(diagnostic: Diagnostic, places: Mapping[tuple[str, str], Place]) -> Diagnostic:
    """A diagnostic about a record, at the record's line in the file that it names; of a text, by where it begins."""
    if (text := places.get((OriginKind.PROSE.value, diagnostic.place.path))) and diagnostic.place.line:
        line = text.line + diagnostic.place.line - 1
        return replace(diagnostic, place=replace(diagnostic.place, line=line))
    if not diagnostic.about:
        return diagnostic
    file = diagnostic.place.path
    of_that_name = (places.get((kind.value, diagnostic.about)) for kind in OriginKind)
    found = [place for place in of_that_name if place is not None]
    place = next((place for place in found if place.path == file), found[0] if found and not file else None)
    return diagnostic if place is None else replace(diagnostic, place=place)
