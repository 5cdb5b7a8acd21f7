"""Briefs in the output of which there is no record: a fresh clone has the output, and not the owner's folder."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.editions.following import Follow
from briefgen.model.formats import FORMATS, format_of
from briefgen.publish.output_manifest import HANDED_ON, HANDED_ON_ENDING, placed_file
from briefgen.publish.standing_files import digest_of, folders_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefgen.publish.output_manifest import BriefRecord, Name, PlacedFile
    from briefgen.publish.publication import Publication
    from briefgen.world import Outputs

_MARK = late_pattern(r"\d{4}-\d\d-\d\d\.[0-9a-f]{8}")
"""Of an edition, which every format holds: the day that it shows, and a piece of a digest."""
_LARGEST = 64_000_000
"""Bytes: no brief of ours is larger."""


def briefs_without_record(publication: Publication, is_made: Callable[[str, str], bool]) -> dict[Name, dict[str, str]]:
    """The files, with digests, of each brief that nothing makes and no record names, where one of them says it is ours.

    What somebody else laid into the output is nobody's business.
    """
    found: dict[Name, list[str]] = defaultdict(list)
    for name, path in _unknown(publication):
        if not is_made(*name):
            found[name].append(path)
    briefs = {name: _read(paths, publication.outputs) for name, paths in sorted(found.items())}
    return {
        name: {path: digest_of(data) for path, data in files.items()}
        for name, files in briefs.items()
        if any(_is_ours(path, data) for path, data in files.items())
    }


def earlier_without_record(publication: Publication) -> list[tuple[BriefRecord, PlacedFile]]:
    """Files of earlier editions that no record names, beside those of a brief that has one: in formats not made since.

    What bears no mark of an edition is nobody's business.
    """
    found = []
    for name, path in _unknown(publication):
        record = publication.briefs.get(name)
        for data in _data(path, publication.outputs) if record else ():
            marks = _marks(path, data)
            if record and marks and record.edition not in marks:
                found.append((record, placed_file(path, data, marks[0])))
    return found


def _unknown(publication: Publication) -> Iterator[tuple[Name, str]]:
    """Each file that has the name of a brief's, and that no record names."""
    known, top = publication.left, publication.places.output
    for folder, names in folders_in(top, publication.outputs).items():
        for name in names if folder != top else ():
            reader, path = _reader(name), f"{folder}/{name}"
            if reader and path not in known:
                yield (posixpath.basename(folder), reader), path


def _marks(path: str, data: bytes) -> list[str]:
    """The marks of editions in a brief's file; none in what is no sound file of its format."""
    from briefgen.reading import faults_of, parts_of

    form = format_of(path)
    if form is None or faults_of(form, data):
        return []
    return [mark for _, text in parts_of(form, data) for mark in _MARK.findall(text)]


def _reader(name: str) -> str:
    """Whom a file of such a name is for; empty where it is none of a brief."""
    endings = (HANDED_ON_ENDING, *(one.ending for one in Follow), *(form.ending for form in FORMATS.values()))
    return next((name.removesuffix(ending) for ending in endings if name.endswith(ending)), "")


def _read(paths: list[str], outputs: Outputs) -> dict[str, bytes]:
    return {path: data for path in paths for data in _data(path, outputs)}


def _data(path: str, outputs: Outputs) -> Iterator[bytes]:
    try:
        stamp = outputs.stamp(path)
        if stamp and stamp.size <= _LARGEST:
            yield outputs.read(path)
    except OSError:
        return


def _is_ours(path: str, data: bytes) -> bool:
    """Whether a file says of itself that briefgen made it: by the trace that travels in it, or as a list of files."""
    if path.endswith(HANDED_ON_ENDING):
        return f'"{HANDED_ON}"'.encode() in data
    form = format_of(path)
    if form is None or not form.holds_trace:
        return False
    from briefgen.reading import read_trace

    return read_trace(path, data) is not None
