"""View to files: the part of a run that a process of its own can do, because it needs no fact behind the view."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefgen.compose import FieldUse, compose, uncited
from briefgen.diagnostics import Report
from briefgen.model.formats import in_making_order
from briefgen.model.origin import OriginKind
from briefgen.model.traversal import document_units, origins_in
from briefgen.pipeline.job import JobResult, Step, StepKind
from briefgen.render import least_shares, render
from briefgen.trace import sidecar

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.diagnostics import Outcome
    from briefgen.model.document import Document
    from briefgen.model.origin import FactOrigin
    from briefgen.model.rendering import Rendering
    from briefgen.pipeline.job import Job


def produce(job: Job, at: Callable[[Step], None] = lambda _: None) -> JobResult:
    """Compose the brief and write it in every format; `at` is told of each step before it is taken."""
    report = Report(strict=job.strict)
    use = FieldUse()
    document = report.keep(_composed(job, at, use))
    report.extend(uncited(job.view, document))
    files = {} if report.has_errors else _files(document, job, report, at)
    made = bool(files) and not report.has_errors
    return JobResult(
        diagnostics=report.diagnostics,
        facts=_facts(document),
        printed=tuple(sorted(use.printed)),
        read=tuple(sorted(use.read)),
        files=files if made else {},
        edition=document.front.edition,
        sidecar=sidecar(document) if made else b"",
    )


def _composed(job: Job, at: Callable[[Step], None], use: FieldUse) -> Outcome[Document]:
    def begin(section: str) -> None:
        at(Step(StepKind.SECTION, section) if section else Step(StepKind.DOCUMENT))

    shares = partial(least_shares, style=job.style)
    return compose(
        job.view, job.sections, job.partials, job.limits.section_seconds, begin, use, job.unread, job.pictures, shares
    )


def _files(document: Document, job: Job, report: Report, at: Callable[[Step], None]) -> dict[str, Rendering]:
    """The formats that are asked for; those that they need are made before them, and go no further."""
    made: dict[str, Rendering] = {}
    for form in in_making_order(job.formats):
        at(Step(StepKind.FILE, form.name))
        made[form.name] = report.keep(render(document, form.name, job.style, made))
        _check_pages(made[form.name], job, report)
    return {name: made[name] for name in job.formats}


def _check_pages(rendering: Rendering, job: Job, report: Report) -> None:
    audience = job.view.audience
    limit = audience.limits.pages
    if limit and rendering.pages and rendering.pages > limit:
        message = f"the brief for '{audience.id}' has {rendering.pages} pages, its limit is {limit}"
        report.warning("BG408", audience.place, message, "leave out a section, or lower a section's limit")


def _facts(document: Document) -> tuple[str, ...]:
    """Ids of the facts that a document's words and figures come from."""
    known = (fact for origin in origins_in(document_units(document)) for fact in origin.facts)
    return tuple(dict.fromkeys(key for fact in known if (key := _id_of(fact))))


def _id_of(origin: FactOrigin) -> str:
    """The id of a fact, or of the text that words come from."""
    match origin.kind:
        case OriginKind.FACT:
            return origin.fact
        case OriginKind.PROSE:
            return origin.fact.partition("/")[0]
        case _:
            return ""
