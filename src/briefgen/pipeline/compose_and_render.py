"""View to files: the part of a run that a process of its own can do, because it needs no fact behind the view."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefgen.compose import FieldUse, RankedParts, as_copy, compose, in_its_state, uncited, with_room_for_its_state
from briefgen.diagnostics import Report
from briefgen.gc_pause import collector_held_back
from briefgen.model.document import Cite, TextRun
from briefgen.model.formats import in_making_order
from briefgen.model.origin import OriginKind
from briefgen.model.ranks import WHOLE
from briefgen.model.traversal import document_units, inlines_in, origins_in
from briefgen.pipeline.fitting.page_fit import Composition, fitted
from briefgen.pipeline.job import JobResult, Step, StepKind
from briefgen.pipeline.plain_language import told_of_language
from briefgen.records import replace
from briefgen.render import least_shares, lengths_in, render
from briefgen.trace import sidecar

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.document import Document
    from briefgen.model.origin import FactOrigin
    from briefgen.model.ranks import Cut
    from briefgen.model.rendering import Length, Rendering
    from briefgen.pipeline.job import Job

_LENGTH = "BG408"


@collector_held_back()
def produce(job: Job, at: Callable[[Step], None] = lambda _: None) -> JobResult:
    """Compose the brief and write it in every format; `at` is told of each step before it is taken."""
    if not job.tells_words:
        return _produced(job, at)[0]
    from briefgen.pipeline.word_sources import Heard, hearing, typed_words

    heard = Heard()
    made, document = _produced(replace(job, phrases=hearing(job.phrases, heard)), at)
    return replace(made, typed=typed_words(document), worded=tuple(heard.said))


def _produced(job: Job, at: Callable[[Step], None]) -> tuple[JobResult, Document]:
    report = Report(strict=job.strict)
    whole = _composed(job, at)
    report.extend(whole.diagnostics)
    report.extend(uncited(job.view, whole.document))
    document = whole.document if report.has_errors or not job.fit else _fitted(whole, job, at, report)
    document = in_its_state(document, job.view, job.phrases, job.clearances)
    document = as_copy(document, job.phrases, job.copy)
    _check_words(document, job, report)
    report.extend(told_of_language(document, job))
    files = {} if report.has_errors else _files(document, job, report, at)
    made = bool(files) and not report.has_errors
    facts = _facts(document)
    product = JobResult(
        diagnostics=report.diagnostics,
        facts=facts,
        fallen=tuple(fact for fact in _facts(whole.document) if fact not in set(facts)) if document.fallen else (),
        printed=tuple(sorted(whole.use.printed)),
        read=tuple(sorted(whole.use.read)),
        answers=tuple(sorted(whole.use.answers)),
        files=files if made else {},
        edition=document.front.edition,
        sidecar=sidecar(document) if made else b"",
    )
    return product, document


@collector_held_back()
def _composed(job: Job, at: Callable[[Step], None], cut: Cut = WHOLE) -> Composition:
    def begin(section: str) -> None:
        at(Step(StepKind.SECTION, section) if section else Step(StepKind.DOCUMENT))

    needs_mark = bool(job.formats or job.clearances.clearings) or (job.fit and bool(job.view.audience.limits.pages))
    shares, use, parts = partial(least_shares, style=job.style), FieldUse(), RankedParts(cut)
    made = compose(job, begin, use, shares, parts, is_marked=needs_mark)
    document = made.value
    if job.fit:
        document = replace(document, front=replace(document.front, most_pages=job.view.audience.limits.pages))
    return Composition(document, parts, use, made.diagnostics)


def _fitted(whole: Composition, job: Job, at: Callable[[Step], None], report: Report) -> Document:
    """The brief that keeps to its pages; it is measured where it is written, by the same layout."""
    length_of = lengths_in(job.style)

    def length(document: Document) -> Length:
        at(Step(StepKind.PAGES))
        with_room = with_room_for_its_state(document, job.view, job.phrases, job.clearances)
        return length_of(document, with_room.front)

    found = fitted(whole, job.view.audience, partial(_composed, job, at), length)
    report.extend(found.told)
    return found.document


def _files(document: Document, job: Job, report: Report, at: Callable[[Step], None]) -> dict[str, Rendering]:
    """The formats that are asked for; those that they need are made before them, and go no further."""
    made: dict[str, Rendering] = {}
    for form in in_making_order(job.formats):
        at(Step(StepKind.FILE, form.name))
        made[form.name] = report.keep(render(document, form.name, job.style, made))
        adds_words = job.clearances.are_said or job.copy is not None
        if not job.fit or (adds_words and not _is_told_long(report)):
            _check_pages(made[form.name], job, report)
    return {name: made[name] for name in job.formats}


def _is_told_long(report: Report) -> bool:
    return any(told.code == _LENGTH for told in report.diagnostics)


def _check_pages(rendering: Rendering, job: Job, report: Report) -> None:
    """Of a brief that is to show all: whether it has more pages than its audience takes."""
    limit = job.view.audience.limits.pages
    if limit and rendering.pages and rendering.pages > limit:
        _tell_length(f"{rendering.pages} pages", limit, job, report)


def _check_words(document: Document, job: Job, report: Report) -> None:
    limit = job.view.audience.limits.words
    if not limit:
        return
    words = sum([len(i.text.split()) for i in inlines_in(document.blocks) if isinstance(i, TextRun | Cite)])
    if words > limit:
        _tell_length(f"{words} words", limit, job, report)


def _tell_length(length: str, limit: int, job: Job, report: Report) -> None:
    audience = job.view.audience
    message = f"the brief for '{audience.id}' has {length}, its limit is {limit}"
    report.warning(_LENGTH, audience.place, message, "leave out a section, or lower a section's limit")


def _facts(document: Document) -> tuple[str, ...]:
    """Ids of the facts that a document's words and figures come from."""
    found = {id(fact): fact for origin in origins_in(document_units(document)) for fact in origin.facts}
    return tuple(dict.fromkeys(key for fact in found.values() if (key := _id_of(fact))))


def _id_of(origin: FactOrigin) -> str:
    """The id of a fact, or of the text that words come from."""
    match origin.kind:
        case OriginKind.FACT:
            return origin.fact
        case OriginKind.PROSE:
            return origin.fact.partition("/")[0]
        case _:
            return ""
