"""What is handed on to those who follow a brief: what was new in each edition, as far as the brief still tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.editions.following import Follow
from briefgen.model.formats import format_of
from briefgen.publish import (
    HANDED_ON_ENDING,
    FileToPlace,
    handed_on_bytes,
    kept_editions,
    leaks_among,
    placed_file,
    unsound_followed,
)
from briefgen.records import dataclass, field, replace
from briefgen.view import news_told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.diagnostics import Diagnostic
    from briefgen.model.document import Document
    from briefgen.model.editions.following import FollowedEdition
    from briefgen.model.editions.snapshot import KeptEdition
    from briefgen.model.facts.secret import Secret
    from briefgen.pipeline.editions.editions_of_brief import EditionsOfBrief
    from briefgen.pipeline.job import Job
    from briefgen.pipeline.run_order import Order
    from briefgen.publish import BriefRecord, PlacedFile, Publication


@dataclass(frozen=True, slots=True)
class FollowedFiles:
    """Of one brief."""

    placed: Mapping[str, PlacedFile] = field(default_factory=dict)
    """By what they are; also those that stand in the output and are asked for no more."""
    pieces: tuple[FileToPlace, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    """Why the brief cannot be put in place with them: one holds what its audience may not see, or is not sound."""


def followed_files(
    wanted: Sequence[Follow], job: Job, record: BriefRecord, editions: EditionsOfBrief, last: BriefRecord | None,
    publication: Publication, secrets: Sequence[Secret],
) -> FollowedFiles:  # fmt: skip
    """The files that are asked for, through today's gate, beside those of the last run that nobody asks for now."""
    before = {name: replace(file, made_from="") for name, file in last.followed.items()} if last else {}
    if not wanted or editions.current is None:
        return FollowedFiles(before)
    kept = _newest_first(editions.current, last, publication)
    pieces: dict[str, FileToPlace] = {}
    faults: list[Diagnostic] = []
    document, told = _changes(job, record.edition, kept)
    for name in wanted:
        path = publication.places.brief(job.view.slug, job.view.audience.id, name.ending)
        piece = FileToPlace(path, _bytes(name, document, told, job))
        pieces[name.value] = piece
        faults += _faults(name, piece, secrets)
    placed = {name: placed_file(one.path, one.data, record.edition, record.fingerprint) for name, one in pieces.items()}
    return FollowedFiles(before | placed, tuple(pieces.values()), tuple(faults))


def listed_files(
    record: BriefRecord, names: tuple[str, ...], last: BriefRecord | None, order: Order
) -> tuple[FileToPlace, ...]:
    """The list that goes with the brief, where it is asked for or was: it is never older than the files."""
    path = order.places.brief(*record.name, HANDED_ON_ENDING)
    was_there = last is not None and any(file.path == path for file in last.records)
    if not (order.manifests or was_there):
        return ()
    return (FileToPlace(path, handed_on_bytes(record, names)),)


def _newest_first(current: KeptEdition, last: BriefRecord | None, publication: Publication) -> list[KeptEdition]:
    kept = kept_editions(last, publication.outputs)
    return [current, *(one for one in kept if one.number < current.number)]


def _changes(job: Job, edition: str, kept: Sequence[KeptEdition]) -> tuple[Document, tuple[FollowedEdition, ...]]:
    from briefgen.compose import in_its_state  # only where somebody follows a brief
    from briefgen.compose.followed_changes import followed_changes

    document, told = followed_changes(job.view, job.phrases, news_told(job.view, kept), edition)
    return in_its_state(document, job.view, job.phrases, job.clearances), told


def _bytes(name: Follow, document: Document, told: Sequence[FollowedEdition], job: Job) -> bytes:
    from briefgen.render import feed_of, render

    match name:
        case Follow.CHANGES:
            form = format_of(name.ending)
            return render(document, form.name, job.style).value.data if form else b""
        case Follow.ATOM:
            return feed_of(document.front, told, str(job.view.as_of))


def _faults(name: Follow, piece: FileToPlace, secrets: Sequence[Secret]) -> Iterator[Diagnostic]:
    from briefgen.reading import followed_parts

    yield from unsound_followed(name, piece.path, piece.data)
    if secrets:
        yield from leaks_among(piece.path, followed_parts(name, piece.data), secrets)
