"""The editions of a brief that its owner keeps: what each knew, and the files of the newest."""

from __future__ import annotations

import posixpath
from contextlib import suppress
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.editions.snapshot_json import edition_bytes, read_edition, what_it_knew
from briefgen.publish.kept_files import as_made, kept_file
from briefgen.publish.output_manifest import BriefRecord, placed_file
from briefgen.publish.unit import FileToPlace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.editions.snapshot import KeptEdition, Snapshot
    from briefgen.model.formats import Format
    from briefgen.publish.output_manifest import PlacedFile
    from briefgen.publish.places import Places
    from briefgen.world import Outputs

_ENDING = late_pattern(r"\.edition-(?P<number>\d+)\.json")


def edition_files(record: BriefRecord | None) -> list[tuple[int, PlacedFile]]:
    """Number → the file of what that edition knew, oldest first."""
    files = record.records if record else ()
    found = ((_ENDING.search(file.path), file) for file in files)
    return sorted(((int(named["number"]), file) for named, file in found if named), key=lambda pair: pair[0])


def without_manifest(relation: str, audience: str, places: Places, outputs: Outputs) -> BriefRecord | None:
    """A brief that no manifest names, by what its editions knew; None where nothing of it lies in the owner's folder.

    Whoever begins with a fresh clone may bring that along, and nothing else.
    """
    folder = posixpath.dirname(places.record(relation, audience, ""))
    found: list[PlacedFile] = []
    for name in outputs.names(folder):
        ending = _ENDING.search(name)
        if ending and name == f"{audience}{ending[0]}":
            with suppress(OSError):
                found.append(placed_file(f"{folder}/{name}", outputs.read(f"{folder}/{name}")))
    if not found:
        return None
    return BriefRecord(relation=relation, audience=audience, edition="", as_of="", made_by="", records=tuple(found))


def kept_editions(record: BriefRecord | None, outputs: Outputs) -> Iterator[KeptEdition]:
    """What the editions of a brief knew, newest first; one that cannot be read is passed over."""
    for data in _kept_data(record, outputs):
        with suppress(ValueError):
            yield read_edition(data)


def _kept_data(record: BriefRecord | None, outputs: Outputs) -> Iterator[bytes]:
    for _, file in reversed(edition_files(record)):
        with suppress(OSError):
            yield outputs.read(file.path)


def edition_before(record: BriefRecord | None, snapshot: Snapshot, outputs: Outputs) -> KeptEdition | None:
    """The newest edition that knew something else.

    Where only words changed, many editions in a row know the same, in the same bytes: one of them is read.
    """
    same: bytes | None = None
    for data in _kept_data(record, outputs):
        known = what_it_knew(data)
        if known == same:
            continue
        with suppress(ValueError):
            edition = read_edition(data)
            if edition.snapshot != snapshot:
                return edition
            same = known
    return None


def edition_to_keep(edition: KeptEdition, relation: str, audience: str, places: Places) -> FileToPlace:
    """An edition as a record of its owner."""
    path = places.record(relation, audience, f".edition-{edition.number}.json")
    return FileToPlace(path, edition_bytes(edition), is_owners=True)


def edition_file(record: BriefRecord, edition: KeptEdition, form: Format, outputs: Outputs) -> bytes | None:
    """A file of an edition as it was made; None where it is not there any more, or somebody changed it.

    An edition that was made again on another day bears that day's mark.
    """
    file = record.files.get(form.name)
    marks = {edition.mark, record.edition} if edition.number == record.number else {edition.mark}
    standing = as_made(file, outputs) if file and file.edition in marks else None
    return standing or kept_file(record, edition.number, form, outputs)
