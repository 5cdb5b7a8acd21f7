"""Which edition a brief is of, and what is new in it.

A brief that changed is a new edition. One that only shows another day is not: its words are the same but for the date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.editions.snapshot import KeptEdition
from briefgen.model.kinds.headlines import KIND as HEADLINES
from briefgen.model.values.date import parse_day
from briefgen.publish import edition_before, edition_files, edition_to_keep, kept_editions, placed_file
from briefgen.records import dataclass, replace
from briefgen.view import snapshot_of, with_changes, with_withdrawn

if TYPE_CHECKING:
    from briefgen.model.editions.snapshot import Snapshot
    from briefgen.model.view import View
    from briefgen.pipeline.job import Job
    from briefgen.publish import BriefRecord, FileToPlace, PlacedFile, Publication
    from briefgen.world import Outputs

_NO_DAY = parse_day("0001-01-01")


@dataclass(frozen=True, slots=True)
class Compared:
    """A view beside the edition before."""

    view: View
    """With what is new since."""
    snapshot: Snapshot
    """What the next edition is compared with."""


def compared(view: View, withdrawn: frozenset[str], record: BriefRecord | None, outputs: Outputs) -> Compared:
    """The view with what is new since the newest edition that knew something else: so a second run says the same.

    `withdrawn` are ids of facts that are retracted; of one that no edition told, nothing is said.
    """
    snapshot = with_withdrawn(snapshot_of(view), withdrawn, kept_editions(record, outputs))
    return Compared(with_changes(view, snapshot, edition_before(record, snapshot, outputs)), snapshot)


def timeless(job: Job) -> Job:
    """The job without the day that it shows and what is new in it: all else that decides a brief's words."""
    view = job.view
    headline = replace(view.headline, holds=None) if view.headline else None
    items = {name: items for name, items in view.items.items() if name != HEADLINES.collection}
    bare = replace(view, as_of=_NO_DAY, origin=None, headline=headline, items=items, changes=(), since=None)
    return replace(job, view=bare)


@dataclass(frozen=True, slots=True)
class EditionsOfBrief:
    """What is kept of a brief's editions."""

    number: int
    """Of the one that it is of; 0 where editions are not counted."""
    records: tuple[PlacedFile, ...]
    """What each knew, oldest first."""
    new: tuple[FileToPlace, ...] = ()
    """Of the one that is made now."""
    current: KeptEdition | None = None
    """What the one that it is of knew; None where editions are not counted."""


def editions_of(
    job: Job,
    words_from: str,
    mark: str,
    snapshot: Snapshot | None,
    last: BriefRecord | None,
    publication: Publication,
) -> EditionsOfBrief:
    """The edition that a brief is of, the newest that is kept or the one behind it, beside those before.

    `words_from` is the fingerprint of what decides its words, whatever the day.
    """
    before = dict(edition_files(last))
    kept = tuple(before.values())
    if snapshot is None:
        return EditionsOfBrief(0, kept)
    edition = _edition_now(job, words_from, mark, snapshot, next(kept_editions(last, publication.outputs), None))
    if edition.number in before:
        return EditionsOfBrief(edition.number, kept, current=edition)
    new = edition_to_keep(edition, job.view.slug, job.view.audience.id, publication.places)
    return EditionsOfBrief(edition.number, (*kept, placed_file(new.path, new.data)), (new,), edition)


def _edition_now(job: Job, words_from: str, mark: str, snapshot: Snapshot, last: KeptEdition | None) -> KeptEdition:
    if last and last.snapshot == snapshot and last.mark == mark:
        return last
    if last and last.snapshot == snapshot and last.made_of == words_from:
        return last
    return KeptEdition(last.number + 1 if last else 1, mark, job.view.as_of, snapshot, words_from)
