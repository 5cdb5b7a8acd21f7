"""What stands in the output and is not what a run would leave there: told, and taken away where that was asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Place, Severity
from briefgen.publish import briefs_without_record, older

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.run_order import Order
    from briefgen.pipeline.selection import Faults
    from briefgen.publish import BriefRecord, Publication
    from briefgen.publish.output_manifest import Name

_PRUNE = "take it away with briefgen make --prune"
_SETTINGS = "briefgen.toml"


@dataclass(frozen=True, slots=True)
class Surplus:
    """What a run would not leave in the output."""

    orphans: tuple[BriefRecord, ...]
    """Briefs that nobody makes any more."""
    outdated: tuple[BriefRecord, ...]
    """Briefs with files of an earlier edition."""
    unrecorded: Mapping[Name, Mapping[str, str]]
    """Briefs that nobody makes any more and of which there is no record: their files with digests."""
    unlisted: frozenset[Name] = frozenset()
    """Briefs of audiences that are there, and for which they are made only where they are named."""

    @property
    def files(self) -> dict[str, str]:
        """Path → digest of what no record names."""
        return {path: digest for files in self.unrecorded.values() for path, digest in files.items()}


def surplus(publication: Publication, workspace: Workspace, order: Order, faults: Faults) -> Surplus:
    """Briefs of the output that neither this run makes nor one that is asked for nothing in particular.

    What cannot be read now is no reason to call its briefs nobody's.
    """
    slugs = {relation.slug for relation in workspace.relations} | workspace.passed_over | faults.slugs
    made = {audience.id for audience in workspace.audiences} - workspace.unmade.keys()
    readers = made | faults.readers | set(order.audiences)
    records = [publication.briefs[name] for name in sorted(publication.briefs)]
    orphans = tuple(record for record in records if record.relation not in slugs or record.audience not in readers)
    outdated = tuple(record for record in records if record not in orphans and record.older)
    unrecorded = briefs_without_record(publication, lambda s, r: s in slugs and r in readers)
    names = (*(record.name for record in orphans), *unrecorded)
    unlisted = frozenset(name for name in names if name[0] in slugs and name[1] in workspace.unmade)
    return Surplus(orphans, outdated, unrecorded, unlisted)


def left_over(found: Surplus) -> Iterator[Diagnostic]:
    """BG608 for each brief that nobody makes any more, BG609 for each file of an earlier edition."""
    for record in found.orphans:
        yield _orphaned(record.name, (file.path for file in record.files.values()), found.unlisted)
    for name, files in found.unrecorded.items():
        yield _orphaned(name, files, found.unlisted)
    for record in found.outdated:
        yield from (older(record, file) for file in record.older)


def _orphaned(name: Name, paths: Iterable[str], unlisted: frozenset[Name]) -> Diagnostic:
    message = f"is in the output, and no relation and audience of the workspace make it any more: {', '.join(paths)}"
    hint = _PRUNE
    if name in unlisted:
        message = f"is in the output, and made only where '-a {name[1]}' asks for it: {', '.join(paths)}"
        hint = f"list '{name[1]}' under audiences in {_SETTINGS}, so that each run makes it; or {_PRUNE}"
    return Diagnostic("BG608", Severity.WARNING, Place("/".join(name)), message, hint)


def prune(publication: Publication, found: Surplus) -> Iterator[Diagnostic]:
    """Take away what `left_over` tells; what cannot be taken is told."""
    for record in found.orphans:
        paths = [file.path for file in (*record.files.values(), *record.records)]
        if refused := publication.take(record.name, paths):
            yield refused
    for name, files in found.unrecorded.items():
        if refused := publication.take(name, files):
            yield refused
    for record in found.outdated:
        kept = {name: file for name, file in record.files.items() if file not in record.older}
        if refused := publication.lessen(replace(record, files=kept), [file.path for file in record.older]):
            yield refused
