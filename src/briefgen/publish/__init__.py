"""Bytes to output/: each brief is checked, then put in place whole, or the old one stays."""

from __future__ import annotations

from briefgen.publish.gate import leaks_in
from briefgen.publish.output_manifest import BriefRecord, Manifest, PlacedFile, digest_of, placed_file
from briefgen.publish.places import INTERNAL, Places
from briefgen.publish.publication import Publication
from briefgen.publish.recovery import recorded
from briefgen.publish.redactions import REDACTIONS, redactions
from briefgen.publish.unit import FileToPlace, digest_at
from briefgen.publish.unsound_files import unsound
from briefgen.publish.verification import older, verify

__all__ = [
    "INTERNAL",
    "REDACTIONS",
    "BriefRecord",
    "FileToPlace",
    "Manifest",
    "PlacedFile",
    "Places",
    "Publication",
    "digest_at",
    "digest_of",
    "leaks_in",
    "older",
    "placed_file",
    "recorded",
    "redactions",
    "unsound",
    "verify",
]
