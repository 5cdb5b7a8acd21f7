"""What of a workspace a run was asked for, and what it says of the rest: nothing."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from briefgen.diagnostics import NOWHERE, Diagnostic, Severity, did_you_mean
from briefgen.gc_pause import collector_held_back
from briefgen.load import load
from briefgen.model.template_files import TemplateKind
from briefgen.pipeline.readers import readers
from briefgen.pipeline.redacted_log import discreet
from briefgen.records import dataclass
from briefgen.validate import validate
from briefgen.world import READ_AFRESH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.diagnostics import Report
    from briefgen.model.audience import Audience
    from briefgen.model.facts.relation import Relation
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.run_order import Order
    from briefgen.world import Recollection, World


@collector_held_back()
def read(world: World, order: Order, report: Report, kept: Recollection = READ_AFRESH) -> Workspace:
    """The workspace, checked; of relations and audiences that were not asked for, nothing is said.

    What is `kept` of a reading before is given again as far as nothing that it was made of is otherwise.
    """
    loaded = load(world, order.relations, kept)
    workspace, checked = loaded.value, validate(loaded.value, order.as_of, kept)
    found: Iterable[Diagnostic] = chain(loaded.diagnostics, checked)
    if order.discreet:
        found = discreet(loaded.diagnostics, checked, workspace, order, kept)
    found = chain(found, _days_to_come(workspace, world))
    report.extend(d for d in found if _is_asked(d.place.path, workspace, order))
    return workspace


def _days_to_come(workspace: Workspace, world: World) -> Iterable[Diagnostic]:
    """BG341 for a clearing on a day that has not come; the calendar is asked only where there is one to judge."""
    for relation in workspace.relations:
        for one in relation.cleared:
            if one.on.sort_key[0] > world.today():
                message = f"it is to have been cleared on {one.on}, a day that has not come"
                yield Diagnostic("BG341", Severity.ERROR, one.place, message, "write the day on which it was cleared")


def _is_asked(path: str, workspace: Workspace, order: Order) -> bool:
    """Whether a file bears on what was asked for."""
    slug, reader = relation_of(path), audience_of(path)
    is_wanted = reader in {"", *order.audiences} if order.audiences else reader not in workspace.unmade
    return is_wanted and (not order.relations or slug in {"", *order.relations})


def audience_of(path: str) -> str:
    """The audience whose file a path is, or nothing."""
    return TemplateKind.AUDIENCE.name_in(path) or ""


def relation_of(path: str) -> str:
    """The relation whose own file a path is, or nothing for what all relations share."""
    top, _, rest = path.partition("/")
    slug, inside, _ = rest.partition("/")
    return slug if top == "data" and inside else ""


_UNUSABLE_NAME = "BG122"
"""A file whose name cannot be shown or kept belongs to nothing that could be named as not made."""


@dataclass(frozen=True, slots=True)
class Faults:
    """What errors keep from being made."""

    slugs: frozenset[str]
    """Relations with an error in their own files."""
    readers: frozenset[str]
    """Audiences with an error in theirs."""
    of_all: bool
    """Whether there is one in what all briefs share."""


def faults_of(report: Report) -> Faults:
    """The files that the errors so far stand in, by what they belong to."""
    errors = [d for d in report.diagnostics if d.severity is Severity.ERROR]
    paths = {"" if d.code == _UNUSABLE_NAME else d.place.path for d in errors}
    slugs, ids = frozenset(map(relation_of, paths)) - {""}, frozenset(map(audience_of, paths)) - {""}
    return Faults(slugs, ids, any(not relation_of(path) and not audience_of(path) for path in paths))


def chosen(workspace: Workspace, order: Order, report: Report) -> list[tuple[Relation, Audience]]:
    """The pairs to make; unknown names are reported."""
    faults = faults_of(report)
    slugs = sorted({*(relation.slug for relation in workspace.relations), *workspace.passed_over})
    ids = [audience.id for audience in workspace.audiences]
    for wanted, known, code, what in (
        (order.relations, slugs, "BG115", "relation"),
        (order.audiences, ids, "BG113", "audience"),
    ):
        for name in wanted:
            if name not in {*known, *faults.slugs, *faults.readers}:
                report.error(code, NOWHERE, f"there is no {what} '{name}'", did_you_mean(name, known))
    return [
        (relation, audience)
        for relation in workspace.relations
        if not order.relations or relation.slug in order.relations
        for audience in readers(workspace, order)
    ]
