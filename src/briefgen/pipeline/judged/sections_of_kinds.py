"""Which sections show which kinds of facts, as far as their templates name them."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.audience import Audience
    from briefgen.model.facts.kind import Kind
    from briefgen.model.workspace import SectionTemplate, Workspace

_WORD = late_pattern(r"\w+")


def kinds_in(name: str, workspace: Workspace) -> Iterator[str]:
    """The names of the kinds of facts that a section shows."""
    section = workspace.sections.get(name)
    if section is not None:
        yield from (kind.name for kind in workspace.kinds.values() if _shows(section, kind))


def where_to_show(kind: Kind, workspace: Workspace, audience: Audience | None = None) -> str:
    """The next step where something of a kind is not shown, to an audience or at all."""
    shows = _most_about(kind, workspace)
    listed = {choice.name for choice in audience.sections} if audience else set()
    if own := [name for name in shows if name in listed]:
        return f"let its section '{own[0]}' show them"
    if shows:
        return f"print {'them' if audience else 'it'} in a section that shows {kind.collection}, such as '{shows[0]}'"
    return f"write a section that shows {kind.collection}: briefgen new section {kind.collection}"


def _most_about(kind: Kind, workspace: Workspace) -> list[str]:
    """The sections that show a kind: first the one of its name, then by how often they name it, and who lists them."""
    lists = Counter(choice.name for audience in workspace.audiences for choice in audience.sections)
    shows = {name: section.source for name, section in workspace.sections.items() if _shows(section, kind)}
    names = {kind.name, kind.collection}
    named = {name: sum(word in names for word in _WORD.findall(source)) for name, source in shows.items()}
    return sorted(shows, key=lambda name: (name not in names, -named[name], -lists[name], name))


def who_else(kind: Kind, workspace: Workspace) -> str:
    """A step more where not all audiences get a brief: one that would, with a section that shows the kind."""
    others = [audience for audience in workspace.audiences if audience.id in workspace.unmade]
    showing = {one.id: [kind.name in kinds_in(choice.name, workspace) for choice in one.sections] for one in others}
    name = max(showing, key=lambda one: sum(showing[one]), default="")
    if not name or not any(showing[name]):
        return ""
    return f"; or make the brief of '{name}' too, whose sections show {kind.collection}"


def _shows(section: SectionTemplate, kind: Kind) -> bool:
    return not _words_in(section.source).isdisjoint((kind.name, kind.collection))


@lru_cache(maxsize=256)
def _words_in(source: str) -> frozenset[str]:
    """The words of a template, names of kinds among them: these are made of letters, digits and underlines."""
    return frozenset(_WORD.findall(source))
