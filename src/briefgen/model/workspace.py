"""A folder with data, templates, output and briefgen.toml, as loaded."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.model.limits import USUAL, ResourceLimits
from briefgen.model.looks.style import DEFAULT_STYLE, Style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.diagnostics import Place
    from briefgen.model.audience import Audience, OptionValue
    from briefgen.model.facts.relation import Relation
    from briefgen.model.looks.citation_style import CitationStyle


OWNERS = ".internal"
"""The folder in output/ that stays with the owner: what briefs leave out, and lines of the data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionTemplate:
    """One section's template: its options with their defaults, and its text."""

    name: str
    options: Mapping[str, OptionValue]
    source: str
    """The whole file with the header blanked out, so that line numbers stay those of the file."""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """Everything a run needs, read once."""

    relations: tuple[Relation, ...]
    audiences: tuple[Audience, ...]
    sections: Mapping[str, SectionTemplate] = field(default_factory=dict)
    partials: Mapping[str, str] = field(default_factory=dict)
    """Path under templates/ → text of templates that sections import: `macros.md.j2`."""
    citation_styles: Mapping[str, CitationStyle] = field(default_factory=dict)
    """Name → style, of those that are sound; audiences hold the one they chose."""
    style: Style = DEFAULT_STYLE
    styles: Mapping[str, Style] = field(default_factory=dict)
    """House styles that audiences name, by the name they use."""
    author: str = ""
    """Who publishes: from briefgen.toml."""
    language: str = "en-GB"
    limits: ResourceLimits = USUAL
