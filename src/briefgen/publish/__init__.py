"""Bytes to output/: each brief is checked, then put in place whole, or the old one stays."""

from __future__ import annotations

from briefgen.publish.gate import leaks_in
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
from briefgen.publish.unsound_files import unsound
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
    "digest_at",
    "digest_of",
    "handed_on_bytes",
    "leaks_in",
    "older",
    "placed_file",
    "recorded",
    "redactions",
    "unsound",
    "verify",
]
