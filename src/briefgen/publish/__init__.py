"""Bytes to output/: each brief is checked, then put in place whole, or the old one stays.

What takes made files apart is loaded when the first file is looked at: a run in which nothing has changed has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.publish.manifest_schemas import HANDED_ON_LIST, MANIFEST
from briefgen.publish.output_manifest import (
    HANDED_ON_ENDING,
    BriefRecord,
    Manifest,
    PlacedFile,
    digest_of,
    handed_on_bytes,
    placed_file,
)
from briefgen.publish.places import INTERNAL, Places
from briefgen.publish.publication import Publication
from briefgen.publish.recovery import recorded
from briefgen.publish.redactions import REDACTIONS, redactions
from briefgen.publish.unit import FileToPlace, digest_at
from briefgen.publish.unrecorded_briefs import folders_in, unrecorded_briefs
from briefgen.publish.verification import older, verify

if TYPE_CHECKING:
    from briefgen.publish.gate import leaks_in
    from briefgen.publish.unsound_files import unsound

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
    "digest_at",
    "digest_of",
    "folders_in",
    "handed_on_bytes",
    "leaks_in",
    "older",
    "placed_file",
    "recorded",
    "redactions",
    "unrecorded_briefs",
    "unsound",
    "verify",
]


def __getattr__(name: str) -> object:
    """`leaks_in` and `unsound`, which need readers of all formats."""
    if name == "leaks_in":
        from briefgen.publish.gate import leaks_in

        return leaks_in
    if name == "unsound":
        from briefgen.publish.unsound_files import unsound

        return unsound
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
