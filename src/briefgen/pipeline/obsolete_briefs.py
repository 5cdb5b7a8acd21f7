"""What stands in the output and is not what a run would leave there: told, and taken away where that was asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Place, Severity
from briefgen.publish import older

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.run_order import Order
    from briefgen.pipeline.selection import Faults
    from briefgen.publish import BriefRecord, Publication

_PRUNE = "take it away with briefgen make --prune"


def left_over(publication: Publication, workspace: Workspace, order: Order, faults: Faults) -> Iterator[Diagnostic]:
    """BG608 for each brief that nobody makes any more, BG609 for each file of an earlier edition."""
    for record in _orphans(publication, workspace, order, faults):
        paths = ", ".join(file.path for file in record.files.values())
        message = f"is in the output, and no relation and audience of the workspace make it any more: {paths}"
        yield Diagnostic("BG608", Severity.WARNING, Place("/".join(record.name)), message, _PRUNE)
    for record in _kept_on(publication, workspace, order, faults):
        yield from (older(record, file) for file in record.older)


def prune(publication: Publication, workspace: Workspace, order: Order, faults: Faults) -> Iterator[Diagnostic]:
    """Take away what `left_over` tells; what cannot be taken is told."""
    for record in _orphans(publication, workspace, order, faults):
        paths = [file.path for file in (*record.files.values(), *record.records)]
        if refused := publication.take(record.name, paths):
            yield refused
    for record in list(_kept_on(publication, workspace, order, faults)):
        if not record.older:
            continue
        kept = {name: file for name, file in record.files.items() if file not in record.older}
        if refused := publication.lessen(replace(record, files=kept), [file.path for file in record.older]):
            yield refused


def _orphans(publication: Publication, workspace: Workspace, order: Order, faults: Faults) -> list[BriefRecord]:
    """Briefs of the output that neither this run makes nor one that is asked for nothing in particular.

    What cannot be read now is no reason to call its briefs nobody's.
    """
    if faults.of_all:
        return []
    slugs = {relation.slug for relation in workspace.relations} | workspace.passed_over | faults.slugs
    made = {audience.id for audience in workspace.audiences} - workspace.unmade.keys()
    readers = made | faults.readers | set(order.audiences)
    return [
        record for record in _in_order(publication) if record.relation not in slugs or record.audience not in readers
    ]


def _kept_on(publication: Publication, workspace: Workspace, order: Order, faults: Faults) -> Iterable[BriefRecord]:
    gone = {record.name for record in _orphans(publication, workspace, order, faults)}
    return [record for record in _in_order(publication) if record.name not in gone]


def _in_order(publication: Publication) -> list[BriefRecord]:
    return [publication.briefs[name] for name in sorted(publication.briefs)]
