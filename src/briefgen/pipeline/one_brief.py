"""One brief from a relation to files beside their places: what is hidden stays on this side of who makes it."""

from __future__ import annotations

import traceback
from contextlib import contextmanager
from functools import cache, partial
from typing import TYPE_CHECKING

from briefgen import __version__
from briefgen.diagnostics import Diagnostic, Place, Report, Severity
from briefgen.gc_pause import collector_held_back
from briefgen.model.formats import FORMATS
from briefgen.model.template_files import TemplateKind
from briefgen.pipeline.editions.clearing import clearances_of, cleared_marks, lapsed
from briefgen.pipeline.editions.editions_of_brief import compared, editions_of, timeless
from briefgen.pipeline.editions.files_for_followers import followed_files, listed_files
from briefgen.pipeline.editions.standing_record import compared_record, followed_names, standing_record
from briefgen.pipeline.fingerprint import Fingerprints
from briefgen.pipeline.job import Fault, Job
from briefgen.pipeline.judged.barred_sections import barred_sections
from briefgen.pipeline.kept_product import PRODUCT, kept_product, product_record, searched_again, searched_for
from briefgen.pipeline.placed_diagnostics import follows, is_excused, placed, prose_among, with_shipped_told
from briefgen.pipeline.redacted_log import of_one_brief, of_views
from briefgen.pipeline.run_order import BriefOutcome
from briefgen.publish import (
    REDACTIONS,
    BriefRecord,
    FileToPlace,
    files_to_keep,
    leaks_in,
    placed_file,
    redactions,
    unsound,
)
from briefgen.records import dataclass, field, replace
from briefgen.surroundings import refusal_in
from briefgen.trace import SUFFIX, with_lines
from briefgen.view import breaches, cover, fields_shown, places_of, withdrawn_facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from briefgen.diagnostics import Outcome
    from briefgen.model.audience import Audience
    from briefgen.model.editions.snapshot import Snapshot
    from briefgen.model.facts.coverage import Coverage
    from briefgen.model.facts.relation import Relation
    from briefgen.model.facts.secret import Secret
    from briefgen.model.view import View
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.job import Executor, JobResult
    from briefgen.pipeline.kept_product import KeptProduct
    from briefgen.pipeline.run_order import Order
    from briefgen.publish import Places, Publication, StagedBrief
    from briefgen.view import FieldsShown, Searched, SharedWork


_SAID_BETTER = {"BG422": "BG292", "BG409": "BG322"}
"""What is said of a brief, and with more knowledge of the data at the same place: that a text prints what is not there,
that a section has nothing to show."""
SAID_FIRST = frozenset(_SAID_BETTER.values())
"""Codes of what is said of the data that a brief is handed for this."""


@dataclass(slots=True)
class _Prepared:
    """What is known of a brief before it is made."""

    job: Job
    report: Report
    places: Callable[[], Mapping[tuple[str, str], Place]]
    """Where the records of its view stand: asked where there is something to tell of one, or a trace to fill."""
    secrets: tuple[Secret, ...]
    """None where no file is made that could hold one."""
    snapshot: Snapshot | None = None
    """What its view tells; None where nothing is to be put in place."""
    made_from: str = ""
    """What decides the bytes of its files; empty where nothing is to be put in place."""
    words_from: str = ""
    """The same for its words, whatever the day."""
    kept: KeptProduct | None = None
    """What came of the same before."""


@dataclass(slots=True)
class BriefRun:
    """The making of one brief for one audience: prepared, begun, waited for, then looked at or brought to its place."""

    workspace: Workspace
    relation: Relation
    audience: Audience
    order: Order
    executor: Executor
    searched: Searched
    """The words of the relation."""
    work: SharedWork
    """What views of the relation share."""
    seen: Callable[[], Outcome[View]]
    """Gives the relation as the audience may know it."""
    publication: Publication | None = None
    """What brings its files to their places; None where it is only looked at."""
    told_before: tuple[Diagnostic, ...] = ()
    """What was said of the data, which is not said again in other words."""
    is_whole: bool = True
    """Whether no error was told of what it is made from."""
    prepared: _Prepared | None = None
    waiting: Callable[[], JobResult] | None = None
    product: JobResult | None = None
    """What came of it; None before that, and where our own fault kept it from being made."""
    told: Report = field(init=False)
    """What is said of it."""
    traceback: str | None = field(init=False, default=None)
    """Of our own fault."""

    def __post_init__(self) -> None:
        """Nothing is said yet."""
        self.told = Report(strict=self.order.strict)

    @collector_held_back()
    def prepare(self, formats: tuple[str, ...]) -> None:
        """Leave out what the audience may not see, and keep what to search for in what is made of the rest."""
        with self._guard():
            report = Report(strict=self.order.strict)
            made = self.seen()
            report.extend(of_views(made.diagnostics) if self.order.discreet else made.diagnostics)
            seen, snapshot = self._compared(made.value)
            if self.is_whole and not self.order.discreet:
                report.extend(barred_sections(self.relation, self.work.contract(self.audience), self.workspace))
            job = self._job(seen, () if report.has_errors else formats)
            places = cache(partial(places_of, self.relation, self.work.contract(self.audience)))
            secrets = self.searched.secrets(seen) if job.formats else ()
            self.prepared = self._with_what_is_kept(_Prepared(job, report, places, secrets, snapshot))

    def _compared(self, seen: View) -> tuple[View, Snapshot | None]:
        """The view with what is new since the edition before, where it is for files."""
        if self.publication is None:
            return seen, None
        withdrawn = withdrawn_facts(self.relation, self.work.contract(self.audience))
        last = compared_record((self.relation.slug, self.audience.id), self.order, self.publication)
        found = compared(seen, withdrawn, last, self.publication.outputs)
        return found.view, found.snapshot

    def begin(self) -> None:
        """Hand the brief to the executor."""
        with self._guard():
            if self.prepared and self.prepared.kept is None:
                self.waiting = self.executor(self.prepared.job)

    def wait(self) -> None:
        """Until the executor is done."""
        with self._guard():
            kept = self.prepared.kept if self.prepared else None
            self.product = kept.product if kept else self.waiting() if self.waiting else None

    # ------------------------------------------------------------ what becomes of it

    @collector_held_back()
    def outcome(self) -> BriefOutcome:
        """What is to be told of it, and shown or put in place; after that nothing of it is needed here."""
        shown: tuple[FieldsShown, Coverage] | None = None
        staged: StagedBrief | None = None
        product: JobResult | None = None
        with self._guard():
            product = self._sound()
            if product and self.publication is None:
                shown = fields_shown(self.work, self.audience, product.printed, product.read), self._covered(product)
            elif product and self.prepared and self.publication:
                staged = self._staged(self.prepared, product, self.publication)
        return BriefOutcome(
            relation=self.relation.slug,
            audience=self.audience.id,
            told=self.told.diagnostics,
            traceback=self.traceback,
            edition=self.product.edition if self.product else "",
            shown=shown,
            answers=product.answers if product and shown else (),
            staged=staged,
            files=tuple(map(self._path, product.files)) if product and staged else (),
            is_current=self.prepared is not None and self.prepared.kept is not None,
        )

    def _covered(self, product: JobResult) -> Coverage:
        return cover(self.relation, self.work.contract(self.audience), product.facts, product.fallen)

    def _sound(self) -> JobResult | None:
        """The product; None where there is an error, or a file holds what the audience may not see."""
        prepared, product = self.prepared, self.product
        if prepared is None or product is None:
            return None
        if product.fault:
            self._report_fault(product.fault)
            return None
        report = prepared.report
        said_of_it = [
            self._placed(told, prepared) for told in product.diagnostics if not is_excused(told, self.relation)
        ]
        report.extend(told for told in said_of_it if not self._is_told(told))
        # Two questions that hold whatever the stages before did: whether the brief leans on a fact that its audience
        # may not know, which asks for ids and finds a figure of a few digits too; and whether a file holds words that
        # only hidden records have, whichever way they came there. Both before anything is put in place.
        with self._guard():
            report.extend(breaches(product.facts, self.relation, self.work.contract(self.audience)))
            report.extend(self._leaks(prepared, product))
            report.extend(lapsed(product.edition, self.relation, self.audience, self.order, self.publication))
            told = report.diagnostics
            said = told if self.is_whole else tuple(d for d in told if not follows(d, self.workspace.shipped))
            if self.order.discreet:
                said = tuple(of_one_brief(said, prose_among(prepared.places()), self.audience.id, self.order.in_full))
            self.told.extend(said)
            lined = with_lines(product.sidecar, prepared.places()) if product.sidecar else b""
            return None if report.has_errors else replace(product, sidecar=lined)
        return None

    def _placed(self, diagnostic: Diagnostic, prepared: _Prepared) -> Diagnostic:
        """With its line, which whoever makes the brief does not know."""
        if diagnostic.about and TemplateKind.WORDING.name_in(diagnostic.place.path):
            entry = self.workspace.wording.place_of(tuple(diagnostic.about.split(".")), prepared.job.view)
            return replace(diagnostic, place=entry or diagnostic.place)
        return placed(with_shipped_told(diagnostic, self.workspace.shipped), prepared.places())

    def _leaks(self, prepared: _Prepared, product: JobResult) -> Iterator[Diagnostic]:
        """What the gate finds; files in place that were searched for the same words are not searched again."""
        kept, secrets = prepared.kept, prepared.secrets
        if kept and kept.searched == searched_for(secrets):
            return
        for name, rendering in product.files.items():
            path = self._path(name)
            yield from leaks_in(FORMATS[name], path, rendering.data, secrets, is_in_place=kept is not None)

    def _with_what_is_kept(self, prepared: _Prepared) -> _Prepared:
        publication, job = self.publication, prepared.job
        if publication is None or not job.formats:
            return prepared
        prints = Fingerprints()  # what it keeps of a job is as large as the job, and goes before the brief is made
        made_from = prints.of(job)
        record = None if self.order.force else publication.briefs.get((self.relation.slug, self.audience.id))
        return replace(
            prepared,
            made_from=made_from,
            words_from=prints.of(timeless(job)),
            kept=kept_product(record, job.formats, made_from, publication.outputs),
        )

    def _is_told(self, diagnostic: Diagnostic) -> bool:
        """Whether something has been told of that place which says the same with its cause."""
        better = _SAID_BETTER.get(diagnostic.code)
        told = (*self.told_before, *(self.prepared.report.diagnostics if self.prepared else ()))
        said = [one for one in told if one.code == better]
        if diagnostic.about:  # of a record, whose field is known there
            here = (diagnostic.place.path, diagnostic.message)
            return any((one.place.path, one.message) == here for one in said)
        return any(one.place == diagnostic.place for one in said)

    def _job(self, seen: View, formats: tuple[str, ...]) -> Job:
        workspace = self.workspace
        clearances = clearances_of(self.relation, self.audience, self.order, self.workspace.state)
        return Job(
            view=seen,
            sections=dict(workspace.sections),
            partials=dict(workspace.partials),
            phrases=workspace.wording.of(seen),
            pictures=dict(workspace.pictures),
            unread=workspace.unread,
            style=workspace.styles.get(seen.audience.style, workspace.style).with_body(seen.audience.body_size),
            clearances=clearances,
            formats=formats,
            strict=self.order.strict,
            copy=self.order.copy,
            fit=self.order.fit or bool(clearances.clearings),
            limits=workspace.limits,
        )

    # ------------------------------------------------------------ product to files

    def _staged(self, prepared: _Prepared, product: JobResult, publication: Publication) -> StagedBrief | None:
        """The brief beside its place; None where a file of it is not sound, which is told."""
        pieces = {name: FileToPlace(self._path(name), file.data) for name, file in product.files.items()}
        records = self._records(prepared, product, publication.places)
        made_now = {} if prepared.kept else pieces
        faults = [
            *(fault for name, piece in made_now.items() for fault in unsound(FORMATS[name], piece.path, piece.data)),
            *(fault for piece in records for fault in unsound(None, piece.path, piece.data)),
        ]
        if faults:
            if not self._told_unfit():
                self.told.extend(faults)
            return None
        last = standing_record((self.relation.slug, self.audience.id), publication)
        editions = editions_of(prepared.job, prepared.words_from, product.edition, prepared.snapshot, last, publication)
        made = {
            name: placed_file(piece.path, piece.data, product.edition, prepared.made_from)
            for name, piece in pieces.items()
        }
        record = self._record(prepared, product, editions.number)
        record = replace(
            record,
            files={**(last.files if last else {}), **made},
            records=tuple(placed_file(piece.path, piece.data) for piece in records),
        )
        follow = followed_names(self.audience, self.workspace, self.order)
        followed = followed_files(follow, prepared.job, record, editions, last, publication, prepared.secrets)
        if followed.faults:
            self.told.extend(followed.faults)
            return None
        record = replace(record, followed=followed.placed)
        listed = listed_files(record, tuple(made), last, self.order)
        kept = files_to_keep(
            last, editions.number, self.workspace.editions.files, publication.places, publication.outputs
        )
        more = (*(placed_file(one.path, one.data) for one in listed), *editions.records, *kept.records)
        record = replace(record, records=(*record.records, *more))
        all_pieces = (*records, *listed, *editions.new, *kept.new, *pieces.values(), *followed.pieces)
        return publication.stage(record, all_pieces, cleared_marks(self.relation, self.audience, self.order))

    def _record(self, prepared: _Prepared, product: JobResult, number: int) -> BriefRecord:
        """What is put down of the brief, but for its files."""
        return BriefRecord(
            relation=self.relation.slug,
            audience=self.audience.id,
            edition=product.edition,
            number=number,
            as_of=str(prepared.job.view.as_of),
            asked_as_of=str(self.order.as_of or ""),
            made_by=__version__,
            is_fitted=self.order.fit,
            standing=prepared.job.clearances.of(product.edition),
            asked_state=self.order.state,
            asked_cleared=self.order.cleared,
            copy=self.order.copy,
            fallen=product.fallen,
            fingerprint=prepared.made_from,
        )

    def _records(self, prepared: _Prepared, product: JobResult, places: Places) -> tuple[FileToPlace, ...]:
        """What the owner keeps of the brief: what it leaves out, and where each figure came from."""
        left_out = self._covered(product)
        kept = {
            PRODUCT: self._product_record(prepared, product),
            REDACTIONS: redactions(left_out),
            SUFFIX: product.sidecar,
        }
        return tuple(
            FileToPlace(places.record(self.relation.slug, self.audience.id, ending), data, is_owners=True)
            for ending, data in kept.items()
        )

    def _product_record(self, prepared: _Prepared, product: JobResult) -> bytes:
        """With the sidecar as the executor gave it: lines of the data are of today, and put in anew."""
        if prepared.kept:
            return searched_again(prepared.kept, prepared.secrets)
        return product_record(self.product or product, prepared.made_from, prepared.secrets)

    def _path(self, format_name: str) -> str:
        return self.order.places.brief(self.relation.slug, self.audience.id, FORMATS[format_name].ending)

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
                self.told.add(refused)
            else:
                self._report_fault(Fault(type(error).__name__, traceback.format_exc()))

    def _told_unfit(self) -> bool:
        """Whether the house file is at fault, which is then told."""
        style = self.prepared.job.style if self.prepared else self.workspace.style
        from briefgen.pipeline.house_trial import unfit  # after a brief that failed

        found = unfit(style)
        if found:
            self.told.add(found)
        return found is not None

    def _report_fault(self, fault: Fault) -> None:
        if self._told_unfit():
            return
        self.traceback = fault.traceback
        self.told.add(own_fault(self.relation.slug, self.audience.id, fault.name))


def own_fault(relation: str, audience: str, name: str) -> Diagnostic:
    """BG900 for a brief that was not made, or not put in place, through our own fault."""
    message = f"making '{audience}' of '{relation}' failed inside briefgen: {name}"
    return Diagnostic("BG900", Severity.ERROR, Place(""), message, "please report it")
