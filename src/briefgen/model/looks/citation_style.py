"""How references are written: one style per file in templates/citations/."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.diagnostics import NOWHERE, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationStyle:
    """A CSL style, checked before anything is made with it."""

    id: str
    """The file's name without `.csl`: what an audience writes."""
    gives: str
    """What its markers are: `numbers`, `author-date` or `notes`; `plain` and `names` are briefgen's own."""
    source: str = ""
    """The file's text."""
    place: Place = NOWHERE


PLAIN = CitationStyle(id="plain", gives="plain")
"""Author, title, where it appeared, address: for workspaces without a style."""
NAMES = CitationStyle(id="names", gives="names")
"""Who says it, and nothing else."""
OWN_STYLES = {style.id: style for style in (PLAIN, NAMES)}
"""Styles that need no file."""
