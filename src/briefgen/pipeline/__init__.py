"""The six stages in order: the only place that knows it."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from briefgen.compose import compose, origins_in, uncited
from briefgen.diagnostics import NOWHERE, Diagnostic, Place, Report, Severity, did_you_mean
from briefgen.load import load
from briefgen.model.workspace import OWNERS
from briefgen.publish import leaks_in, publish, publish_redactions
from briefgen.render import render
from briefgen.trace import SUFFIX, sidecar
from briefgen.validate import validate
from briefgen.view import Request, breaches, cover, secrets_of, view

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.audience import Audience
    from briefgen.model.coverage import Coverage
    from briefgen.model.date import Date
    from briefgen.model.document import Document
    from briefgen.model.relation import Relation
    from briefgen.model.rendering import Rendering
    from briefgen.model.secret import Secret
    from briefgen.model.workspace import Workspace
    from briefgen.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a run is asked to make."""

    relations: tuple[str, ...] = ()
    """Slugs; empty for all."""
    audiences: tuple[str, ...] = ()
    """Ids; empty for all."""
    formats: tuple[str, ...] = ("pdf",)
    as_of: Date | None = None
    output: str = "output"
    strict: bool = False
    """Whether warnings count as errors."""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one brief."""

    relation: str
    audience: str
    files: tuple[str, ...]
    """Paths of the formats that were put in place; the sidecar with their origins is the owner's."""
    failed: bool


@dataclass(slots=True)
class Result:
    """What a run came to."""

    report: Report = field(default_factory=Report)
    briefs: list[Made] = field(default_factory=list)
    traceback: str | None = None
    """Of our own fault, for a file."""


def check(world: World, order: Order) -> Result:
    """Everything but writing: data, references, audiences, templates."""
    result = Result(Report(strict=order.strict))
    workspace = _load(world, order, result.report)
    for relation, audience in _chosen(workspace, order, result.report):
        build = partial(_composes, workspace, relation, audience, order, result)
        _guarded(result, relation, audience, build)
    return result


def coverage(world: World, order: Order) -> tuple[Result, list[Coverage]]:
    """Every fact of the ordered relations by audience, with why it is shown or hidden: for the owner of the data."""
    result, found = Result(), []
    workspace = _load(world, order, result.report)
    for relation, audience in _chosen(workspace, order, result.report):
        composed = _composed(workspace, relation, audience, order, result)
        if composed is not None:
            found.append(cover(relation, audience, order.as_of, _printed(composed.document)))
    return result, found


def _printed(document: Document) -> frozenset[str]:
    """Ids of the facts that a document's words and figures come from."""
    return frozenset(
        fact.fact for origin in origins_in(document.blocks) for fact in origin.facts if fact.kind == "fact"
    )


def make(world: World, order: Order, progress: Callable[[Made], None] = lambda _: None) -> Result:
    """Make the ordered briefs; a brief that fails leaves its last edition in place and the rest go on."""
    result = Result(Report(strict=order.strict))
    workspace = _load(world, order, result.report)
    chosen = _chosen(workspace, order, result.report)
    faults = [d.place.path for d in result.report.diagnostics if d.severity is Severity.ERROR]
    broken = {_relation_of(path) for path in faults}
    if "" in broken:
        return result
    read = {relation.slug for relation in workspace.relations}
    audiences = [a for a in workspace.audiences if not order.audiences or a.id in order.audiences]
    result.briefs += [Made(slug, a.id, (), failed=True) for slug in sorted(broken - read) for a in audiences]
    for relation, audience in chosen:
        if relation.slug in broken:
            made = Made(relation.slug, audience.id, (), failed=True)
        else:
            made = _make_one(world, workspace, relation, audience, order, result)
        result.briefs.append(made)
        progress(made)
    return result


def _load(world: World, order: Order, report: Report) -> Workspace:
    """The workspace, checked; of relations and audiences that were not asked for, nothing is said."""
    loaded = load(world)
    found = [*loaded.diagnostics, *validate(loaded.value, order.as_of)]
    report.extend(d for d in found if _is_asked(d.place.path, order))
    return loaded.value


def _is_asked(path: str, order: Order) -> bool:
    """Whether a file bears on what was asked for."""
    slug, reader = _relation_of(path), _audience_of(path)
    return (not order.relations or slug in {"", *order.relations}) and (
        not order.audiences or reader in {"", *order.audiences}
    )


def _audience_of(path: str) -> str:
    """The audience whose file a path is, or nothing."""
    inside = path.removeprefix("templates/audiences/")
    return "" if inside == path else inside.removesuffix(".yaml")


def _relation_of(path: str) -> str:
    """The relation whose own file a path is, or nothing for what all relations share."""
    top, _, rest = path.partition("/")
    slug, inside, _ = rest.partition("/")
    return slug if top == "data" and inside else ""


def _chosen(workspace: Workspace, order: Order, report: Report) -> list[tuple[Relation, Audience]]:
    """The pairs to make; unknown names are reported."""
    slugs = [relation.slug for relation in workspace.relations]
    ids = [audience.id for audience in workspace.audiences]
    for wanted, known, code, what in (
        (order.relations, slugs, "BG115", "relation"),
        (order.audiences, ids, "BG113", "audience"),
    ):
        for name in wanted:
            if name not in known:
                report.error(code, NOWHERE, f"there is no {what} '{name}'", did_you_mean(name, known))
    return [
        (relation, audience)
        for relation in workspace.relations
        if not order.relations or relation.slug in order.relations
        for audience in workspace.audiences
        if not order.audiences or audience.id in order.audiences
    ]


@dataclass(frozen=True, slots=True)
class _Composed:
    """One brief before it is written, and what its files must not hold."""

    document: Document
    secrets: tuple[Secret, ...]


def _composed(
    workspace: Workspace, relation: Relation, audience: Audience, order: Order, result: Result
) -> _Composed | None:
    """One brief's document; None where its inputs have errors."""
    report = Report(strict=order.strict)
    request = Request(order.as_of, workspace.language, workspace.author)
    seen = report.keep(view(relation, audience, request))
    document = report.keep(compose(seen, workspace.sections, workspace.partials))
    report.extend(uncited(seen, document))
    report.extend(breaches(origins_in(document.blocks), relation, audience, order.as_of))
    result.report.extend(report.diagnostics)
    return None if report.has_errors else _Composed(document, secrets_of(relation, seen))


def _composes(workspace: Workspace, relation: Relation, audience: Audience, order: Order, result: Result) -> bool:
    return _composed(workspace, relation, audience, order, result) is not None


def _make_one(
    world: World, workspace: Workspace, relation: Relation, audience: Audience, order: Order, result: Result
) -> Made:
    files: list[str] = []

    def build() -> bool:
        composed = _composed(workspace, relation, audience, order, result)
        if composed is None:
            return False
        rendered = _rendered(composed, workspace, relation, audience, order, result.report)
        for path, rendering in rendered.items():
            if not result.report.keep(publish(path, rendering.data, world)):
                return False
            files.append(path)
        if rendered:
            left_out = cover(relation, audience, order.as_of, _printed(composed.document))
            result.report.keep(publish_redactions(order.output, left_out, world))
        own = f"{order.output}/{OWNERS}/{relation.slug}/{audience.id}{SUFFIX}"
        return bool(rendered) and result.report.keep(publish(own, sidecar(composed.document), world))

    done = _guarded(result, relation, audience, build)
    return Made(relation.slug, audience.id, tuple(files), failed=not done)


def _rendered(
    composed: _Composed, workspace: Workspace, relation: Relation, audience: Audience, order: Order, report: Report
) -> dict[str, Rendering]:
    """Path → file of every format; nothing where one has an error or holds what the audience may not see."""
    made: dict[str, Rendering] = {}
    own = Report(strict=order.strict)
    style = workspace.styles.get(audience.style, workspace.style)
    for name in order.formats:
        path = f"{order.output}/{relation.slug}/{audience.id}.{name}"
        made[path] = rendering = own.keep(render(composed.document, name, style))
        _check_pages(rendering, audience, own)
        own.extend(leaks_in(path, rendering.data, composed.secrets))
    report.extend(own.diagnostics)
    return {} if own.has_errors else made


def _check_pages(rendering: Rendering, audience: Audience, report: Report) -> None:
    limit = audience.limits.pages
    if limit and rendering.pages and rendering.pages > limit:
        message = f"the brief for '{audience.id}' has {rendering.pages} pages, its limit is {limit}"
        report.warning("BG408", audience.place, message, "leave out a section, or lower a section's limit")


def _guarded(result: Result, relation: Relation, audience: Audience, build: Callable[[], bool]) -> bool:
    """Run one brief; what escapes is our own fault, told without a traceback and kept for the report file."""
    try:
        return build()
    except Exception as error:  # noqa: BLE001 - one brief's fault must not stop the others
        result.traceback = traceback.format_exc()
        message = f"making '{audience.id}' of '{relation.slug}' failed inside briefgen: {type(error).__name__}"
        result.report.add(Diagnostic("BG900", Severity.ERROR, Place(""), message, "please report it"))
        return False


def exit_code(result: Result, *, making: bool) -> int:
    """The process's exit code: 0 well, 1 inputs, 3 some made, 4 contract, 5 output, 7 limit, 70 our own fault."""
    codes = {d.code for d in result.report.diagnostics if d.severity is Severity.ERROR}
    if "BG900" in codes or "BG603" in codes:
        return 70
    if not codes:
        return 0
    if codes & {"BG302", "BG604"}:
        return 4
    if making and any(not brief.failed for brief in result.briefs) and any(brief.failed for brief in result.briefs):
        return 3
    if "BG601" in codes:
        return 5
    return 7 if codes <= _LIMITS else 1


_LIMITS = {"BG103", "BG405"}
"""Codes of limits that were hit."""
