"""How references are written: one style per file in templates/citations/."""

from __future__ import annotations

import enum

from briefgen.diagnostics import NOWHERE, Place
from briefgen.records import dataclass


class StyleKind(enum.StrEnum):
    """What the markers of a style are; the last two are briefgen's own."""

    NUMBERS = "numbers"
    AUTHOR_DATE = "author-date"
    NOTES = "notes"
    PLAIN = "plain"
    NAMES = "names"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationStyle:
    """A CSL style, checked before anything is made with it."""

    id: str
    """The file's name without `.csl`: what an audience writes."""
    gives: StyleKind
    source: str = ""
    """The file's text."""
    place: Place = NOWHERE


PLAIN = CitationStyle(id="plain", gives=StyleKind.PLAIN)
"""Author, title, where it appeared, address: for workspaces without a style."""
NAMES = CitationStyle(id="names", gives=StyleKind.NAMES)
"""Who says it, and nothing else."""
OWN_STYLES = {style.id: style for style in (PLAIN, NAMES)}
"""Styles that need no file."""
