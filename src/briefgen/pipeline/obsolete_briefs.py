"""What stands in the output and is not what a run would leave there: told, and taken away where that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Place, Severity
from briefgen.pipeline.run_order import Order
from briefgen.pipeline.selection import faults_of
from briefgen.publish import briefs_without_record, earlier_without_record, older
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from briefgen.diagnostics import Report
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.selection import Faults
    from briefgen.publish import BriefRecord, PlacedFile, Publication
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
    earlier: Sequence[tuple[BriefRecord, PlacedFile]]
    """Files of an earlier edition that no record names, each with the brief that they are of."""
    unrecorded: Mapping[Name, Mapping[str, str]]
    """Briefs that nobody makes any more and of which there is no record: their files with digests."""
    unlisted: frozenset[Name] = frozenset()
    """Briefs of audiences that are there, and for which they are made only where they are named."""

    @property
    def files(self) -> dict[str, str]:
        """Path → digest of what no record names."""
        orphans = {path: digest for files in self.unrecorded.values() for path, digest in files.items()}
        return orphans | {file.path: file.sha256 for _, file in self.earlier}


def surplus(publication: Publication, workspace: Workspace, order: Order, faults: Faults) -> Surplus:
    """Briefs of the output that neither this run makes nor one that is asked for nothing in particular."""
    is_made = _plan(workspace, order, faults)
    records = [publication.briefs[name] for name in sorted(publication.briefs)]
    orphans = tuple(record for record in records if not is_made(*record.name))
    outdated = tuple(record for record in records if record not in orphans and record.older)
    unrecorded = briefs_without_record(publication, is_made)
    slugs = _relations(workspace, faults)
    names = (*(record.name for record in orphans), *unrecorded)
    unlisted = frozenset(name for name in names if name[0] in slugs and name[1] in workspace.unmade)
    return Surplus(orphans, outdated, earlier_without_record(publication), unrecorded, unlisted)


def made_by_nobody(names: Iterable[Name], workspace: Workspace, report: Report) -> list[Name]:
    """Of some briefs those that no run makes which is asked for nothing in particular."""
    is_made = _plan(workspace, Order(), faults_of(report))
    return [name for name in names if not is_made(*name)]


def _plan(workspace: Workspace, order: Order, faults: Faults) -> Callable[[str, str], bool]:
    """Whether a brief is made; what cannot be read now is no reason to call its briefs nobody's."""
    slugs = _relations(workspace, faults)
    made = {audience.id for audience in workspace.audiences} - workspace.unmade.keys()
    readers = made | faults.readers | set(order.audiences)
    return lambda slug, reader: faults.of_all or (slug in slugs and reader in readers)


def _relations(workspace: Workspace, faults: Faults) -> frozenset[str]:
    return frozenset(relation.slug for relation in workspace.relations) | workspace.passed_over | faults.slugs


def left_over(found: Surplus) -> Iterator[Diagnostic]:
    """BG608 for each brief that nobody makes any more, BG609 for each file of an earlier edition."""
    for record in found.orphans:
        yield _orphaned(record.name, (file.path for file in record.handed_on), found.unlisted)
    for name, files in found.unrecorded.items():
        yield _orphaned(name, files, found.unlisted)
    for record in found.outdated:
        yield from (older(record, file) for file in record.older)
    yield from (older(record, file) for record, file in found.earlier)


def _orphaned(name: Name, paths: Iterable[str], unlisted: frozenset[Name]) -> Diagnostic:
    files, hint = ", ".join(paths), _PRUNE
    message = f"is in the output, and no relation and audience of the workspace make it any more: {files}"
    if name in unlisted:
        message = f"is in the output, and made only where '-a {name[1]}' asks for it: {files}"
        hint = f"list '{name[1]}' under audiences in {_SETTINGS}, so that each run makes it; or {_PRUNE}"
    return Diagnostic("BG608", Severity.WARNING, Place("/".join(name)), message, hint)


def prune(publication: Publication, found: Surplus) -> Iterator[Diagnostic]:
    """Take away what `left_over` tells; what cannot be taken is told."""
    for record in found.orphans:
        paths = [file.path for file in (*record.handed_on, *record.records)]
        if refused := publication.take(record.name, paths):
            yield refused
    for name, files in found.unrecorded.items():
        if refused := publication.take(name, files):
            yield refused
    for record in found.outdated:
        if refused := publication.lessen(record.without_older(), [file.path for file in record.older]):
            yield refused
    for record, file in found.earlier:
        if refused := publication.lessen(publication.briefs.get(record.name, record), [file.path]):
            yield refused
