"""Who reads: what they may know, in which order, in which words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.diagnostics import Place
    from briefgen.model.sensitivity import Sensitivity
    from briefgen.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionChoice:
    """One section in an audience's order."""

    name: str
    options: Mapping[str, OptionValue]
    place: Place
    if_empty: str = "drop"
    """drop, placeholder or error."""


OptionValue = str | int | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """How figures are printed."""

    digits: int | None = None
    """Significant digits; None prints what the source wrote."""
    intervals: bool = False
    """Whether the interval stands beside a doubtful figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citations:
    """How sources are shown."""

    markers: str = "numbers"
    """`numbers` in the text, `exhibits` (only under exhibits) or `none`."""
    locators: bool = False
    quotes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long a brief may be."""

    pages: int | None = None
    words: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """An audience, checked before anything is made for it."""

    id: str
    name: Text
    """`Minister`."""
    brief_for: Text
    """`brief for the minister`: for the running head."""
    subtitle: Text
    clearance: Sensitivity
    hide_topics: frozenset[str] = frozenset()
    hide_kinds: frozenset[str] = frozenset()
    """Collections that are not shown at all: `recommendations`, `positions`."""
    hide_statuses: frozenset[str] = frozenset()
    """Statuses of claims that are not shown: `contested`."""
    hide_embargoed: bool = True
    """Whether a fact under embargo on the as-of date is left out."""
    require_source: bool = False
    """Leaves out facts without a source."""
    handling: str = ""
    sections: tuple[SectionChoice, ...] = ()
    numbers: Numbers = field(default_factory=Numbers)
    citations: Citations = field(default_factory=Citations)
    limits: Limits = field(default_factory=Limits)
    tone: str = "neutral"
    place: Place
