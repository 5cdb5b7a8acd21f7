"""The files of earlier editions that the owner keeps, so that any two can be held against each other.

They lie in the owner's folder and stand in the manifest as its records do. They come there in one unit with the edition
that takes their place; those that are no longer kept are removed once that unit is in place.
"""

from __future__ import annotations

import posixpath
from contextlib import suppress
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.formats import FORMATS
from briefgen.publish.output_manifest import placed_file
from briefgen.publish.standing_files import digest_of
from briefgen.publish.unit import FileToPlace
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefgen.model.formats import Format
    from briefgen.publish.output_manifest import BriefRecord, Name, PlacedFile
    from briefgen.publish.places import Places
    from briefgen.world import Outputs

_NAMED = late_pattern(r"\.edition-(?P<number>\d+)(?P<ending>\.\w+)$")


@dataclass(frozen=True, slots=True)
class FilesOfEditions:
    """Of one brief, whose next edition is about to be put in place."""

    records: tuple[PlacedFile, ...] = ()
    """The oldest edition first."""
    new: tuple[FileToPlace, ...] = ()
    """Of the edition whose place another one takes."""


def files_of_editions(record: BriefRecord | None) -> list[tuple[int, PlacedFile]]:
    """Number → each file that is kept of that edition, oldest first."""
    endings = _endings()
    found = ((_NAMED.search(file.path), file) for file in (record.records if record else ()))
    named = ((int(name["number"]), file) for name, file in found if name and name["ending"] in endings)
    return sorted(named, key=lambda pair: (pair[0], pair[1].path))


def kept_file(record: BriefRecord, number: int, form: Format, outputs: Outputs) -> bytes | None:
    """A file of an earlier edition as it was made; None where none is kept, or somebody changed it."""
    for of, file in files_of_editions(record):
        if of == number and file.path.endswith(form.ending):
            return as_made(file, outputs)
    return None


def files_to_keep(
    last: BriefRecord | None, number: int, most: int, places: Places, outputs: Outputs
) -> FilesOfEditions:
    """What is kept once an edition of that number is in place: the files of so many editions before it."""
    if last is None:
        return FilesOfEditions()
    kept = [(of, file) for of, file in files_of_editions(last) if of < number and as_made(file, outputs) is not None]
    new = list(_of_last(last, places, outputs)) if 0 < last.number < number else []
    numbers = sorted({*(of for of, _ in kept), *([last.number] if new else [])})[-most:] if most else []
    new = new if last.number in numbers else []
    made = {piece.path: placed_file(piece.path, piece.data) for piece in new}
    records = [file for of, file in kept if of in numbers and file.path not in made]
    return FilesOfEditions((*records, *made.values()), tuple(new))


def _of_last(last: BriefRecord, places: Places, outputs: Outputs) -> Iterator[FileToPlace]:
    """Of the edition that stands in the output: the files that are as they were made."""
    older = set(last.older)
    for name, file in sorted(last.files.items()):
        data = None if file in older or name not in FORMATS else as_made(file, outputs)
        if data is not None:
            path = places.record(*last.name, f".edition-{last.number}{FORMATS[name].ending}")
            yield FileToPlace(path, data, is_owners=True)


def as_made(file: PlacedFile, outputs: Outputs) -> bytes | None:
    """What a file holds; None where it is not there any more, or somebody changed it."""
    try:
        data = outputs.read(file.path)
    except OSError:
        return None
    return data if digest_of(data) == file.sha256 else None


def let_go(before: Iterable[BriefRecord], now: Mapping[Name, BriefRecord], outputs: Outputs) -> None:
    """Remove the files of editions that a brief keeps no more, and those that could not be removed before.

    What cannot go now goes with the next that does. Of a brief that is not there any more nothing is removed here.
    """
    for record in before:
        held = {file.path for _, file in files_of_editions(now.get(record.name))}
        dropped = {file.path for _, file in files_of_editions(record)} - held
        if dropped and record.name in now:
            folder = posixpath.dirname(min(dropped))
            beside = {f"{folder}/{name}" for name in outputs.names(folder) if _is_of(record.audience, name)}
            for path in sorted((dropped | beside) - held):
                with suppress(OSError):
                    outputs.remove(path)


def _is_of(audience: str, name: str) -> bool:
    """Whether a file is one of an edition for that audience."""
    found = _NAMED.search(name)
    return found is not None and name[: found.start()] == audience and found["ending"] in _endings()


def _endings() -> set[str]:
    return {form.ending for form in FORMATS.values()}
