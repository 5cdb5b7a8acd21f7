"""A folder with data, templates, output and briefgen.toml, as loaded."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from briefgen.model.editions.following import USUAL_POLICY, EditionPolicy
from briefgen.model.limits import USUAL, ResourceLimits, StalePolicy
from briefgen.model.looks.style import DEFAULT_STYLE, Style
from briefgen.model.ranks import UNRANKED, Ranks
from briefgen.model.wording.wordings import Wordings
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.diagnostics import Place
    from briefgen.model.audience import Audience, OptionValue
    from briefgen.model.facts.clearings import BriefState
    from briefgen.model.facts.kind import Kind
    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.picture_file import PictureFile
    from briefgen.model.view import View
    from briefgen.model.wording.phrases import Phrases


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionTemplate:
    """One section's template: its options with their defaults, and its text."""

    name: str
    options: Mapping[str, OptionValue]
    source: str
    """The whole file with the header blanked out, so that line numbers stay those of the file."""
    place: Place
    ranks: Ranks = UNRANKED
    """Of the section, where its audience says nothing else."""
    meanings: Mapping[str, str] = field(default_factory=dict)
    """Option → what it does, in a sentence, where the head says so."""


class CopyState(enum.Enum):
    """How a file of a workspace stands to the shipped one whose place it takes."""

    SAME = enum.auto()
    """It says the same."""
    CHANGED = enum.auto()
    """It differs, and the shipped one is as it was when it was copied, or nothing is recorded of that."""
    OUTDATED = enum.auto()
    """It differs, and the shipped one has changed since it was copied."""
    UNTOUCHED = enum.auto()
    """It is as it was copied, and the shipped one has changed since."""


@dataclass(frozen=True, slots=True)
class TemplateCopy:
    """A file of a workspace that takes the place of a shipped one."""

    path: str
    state: CopyState


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """Everything a run needs, read once."""

    relations: tuple[Relation, ...]
    passed_over: frozenset[str] = frozenset()
    """Names of relations that were not asked for, and of which no file was read."""
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    """Name → kind of facts, in order: those that briefgen brings along, then the workspace's own."""
    unread_kinds: frozenset[str] = frozenset()
    """Names of kinds whose declaration could not be read, which has been told."""
    audiences: tuple[Audience, ...]
    """All that there are; which of them are made unasked, `unmade` says."""
    unmade: Mapping[str, Place] = field(default_factory=dict)
    """Audiences that are made only when they are named → what leaves them out."""
    shipped: frozenset[str] = frozenset()
    """Paths under templates/ that were read out of briefgen, because the workspace has nothing of its own there."""
    copies: tuple[TemplateCopy, ...] = ()
    """Files that take the place of shipped ones, by path."""
    sections: Mapping[str, SectionTemplate] = field(default_factory=dict)
    partials: Mapping[str, str] = field(default_factory=dict)
    """Path under templates/ → text of templates that sections import: `macros.md.j2`."""
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)
    """Name of the file → picture that any section may place: they are public."""
    unread: frozenset[str] = frozenset()
    """Sections and partials that are there and could not be read, as paths under templates/; or a folder of them."""
    wording: Wordings = field(default_factory=Wordings)
    """The words that figures and dates are joined with."""
    citation_styles: tuple[str, ...] = ()
    """Names of those that are sound; audiences hold the one they chose."""
    style: Style = DEFAULT_STYLE
    styles: Mapping[str, Style] = field(default_factory=dict)
    """House styles that audiences name, by the name they use."""
    author: str = ""
    """Who publishes: from briefgen.toml."""
    language: str = "en-GB"
    limits: ResourceLimits = USUAL
    on_stale: StalePolicy = StalePolicy.ISSUE
    """What is to happen where something has grown old."""
    state: BriefState | None = None
    """What briefs are until they are cleared, where their audience does not say it."""
    editions: EditionPolicy = USUAL_POLICY


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What a brief is composed of: a view, templates and words; nothing that the audience may not see."""

    view: View
    sections: Mapping[str, SectionTemplate]
    partials: Mapping[str, str]
    phrases: Phrases
    """The words of its language, in the tone of its audience."""
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)
    """Those under templates/; those of the relation stand in the view."""
    unread: frozenset[str] = frozenset()
    """Templates that are there and could not be read."""
    limits: ResourceLimits = USUAL
    """Composing keeps to the time of a section; an executor of a process of its own to all of them."""
