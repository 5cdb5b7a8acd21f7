"""Bytes to output/: each brief is checked, then put in place whole, or the old one stays.

Where things stand is known at once. All else is loaded when it is first used: a run in which nothing has changed puts
nothing in place and takes no file apart.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from briefgen.publish.places import INTERNAL, Places
from briefgen.publish.redactions import REDACTIONS, redactions
from briefgen.publish.standing_files import digest_at, digest_of, folders_in, moment

if TYPE_CHECKING:
    from briefgen.publish.edition_records import (
        edition_before,
        edition_file,
        edition_files,
        edition_to_keep,
        kept_editions,
        without_manifest,
    )
    from briefgen.publish.gate import leaks_among, leaks_in
    from briefgen.publish.kept_files import files_to_keep, kept_file
    from briefgen.publish.manifest_schemas import HANDED_ON_LIST, MANIFEST
    from briefgen.publish.output_manifest import (
        HANDED_ON_ENDING,
        BriefRecord,
        Manifest,
        PlacedFile,
        handed_on_bytes,
        manifest_bytes,
        placed_file,
    )
    from briefgen.publish.publication import Publication
    from briefgen.publish.recovery import recorded
    from briefgen.publish.unit import FileToPlace, StagedBrief
    from briefgen.publish.unrecorded_briefs import briefs_without_record, earlier_without_record
    from briefgen.publish.unsound_files import unsound, unsound_followed
    from briefgen.publish.verification import older, verify

__all__ = [
    "HANDED_ON_ENDING",
    "HANDED_ON_LIST",
    "INTERNAL",
    "MANIFEST",
    "REDACTIONS",
    "BriefRecord",
    "FileToPlace",
    "Manifest",
    "PlacedFile",
    "Places",
    "Publication",
    "StagedBrief",
    "briefs_without_record",
    "digest_at",
    "digest_of",
    "earlier_without_record",
    "edition_before",
    "edition_file",
    "edition_files",
    "edition_to_keep",
    "files_to_keep",
    "folders_in",
    "handed_on_bytes",
    "kept_editions",
    "kept_file",
    "leaks_among",
    "leaks_in",
    "manifest_bytes",
    "moment",
    "older",
    "placed_file",
    "recorded",
    "redactions",
    "unsound",
    "unsound_followed",
    "verify",
    "without_manifest",
]

_ROOMS = {
    "gate": ("leaks_among", "leaks_in"),
    "edition_records": (
        "edition_before",
        "edition_file",
        "edition_files",
        "edition_to_keep",
        "kept_editions",
        "without_manifest",
    ),
    "kept_files": ("files_to_keep", "kept_file"),
    "manifest_schemas": ("HANDED_ON_LIST", "MANIFEST"),
    "output_manifest": (
        "HANDED_ON_ENDING",
        "BriefRecord",
        "Manifest",
        "PlacedFile",
        "handed_on_bytes",
        "manifest_bytes",
        "placed_file",
    ),
    "publication": ("Publication",),
    "recovery": ("recorded",),
    "unit": ("FileToPlace", "StagedBrief"),
    "unrecorded_briefs": ("briefs_without_record", "earlier_without_record"),
    "unsound_files": ("unsound", "unsound_followed"),
    "verification": ("older", "verify"),
}


def __getattr__(name: str) -> object:
    """What is not loaded yet, out of its module."""
    for room, names in _ROOMS.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{room}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
