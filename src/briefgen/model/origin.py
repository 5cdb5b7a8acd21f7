"""Where a piece of text came from."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.diagnostics import Place
    from briefgen.model.facts.parties_people_references import Source


class OriginKind(enum.StrEnum):
    """What a text was made from."""

    FACT = "fact"
    RELATION = "relation"
    REFERENCE = "reference"
    PERSON = "person"
    ORGANISATION = "organisation"
    INDICATOR = "indicator"
    PARTY = "party"
    AUDIENCE = "audience"
    TEMPLATE = "template"
    """Words that a template marks as its own."""
    PROSE = "prose"
    """Words of a text of the relation; its id goes on with the line that they begin on, from below the head."""


@dataclass(frozen=True, slots=True)
class FactOrigin:
    """One record that a text was made from: nearly always a fact."""

    fact: str
    """The fact's id, or that of another record."""
    place: Place
    sources: tuple[Source, ...] = ()
    """Where the fact is claimed: reference, locator and quote."""
    kind: OriginKind = OriginKind.FACT

    def __hash__(self) -> int:
        """By the id alone, which hardly ever two of them have: a caption joins those of a whole table."""
        return hash(self.fact)

    @property
    def refs(self) -> tuple[str, ...]:
        """Ids of the references it leans on, each once, in order."""
        if len(self.sources) == 1:
            return (self.sources[0].ref,)
        return tuple(dict.fromkeys(source.ref for source in self.sources))

    @property
    def locators(self) -> tuple[tuple[str, str], ...]:
        """Reference and the spot in it, where the source of the fact names one."""
        return tuple((source.ref, source.locator) for source in self.sources if source.locator)


@dataclass(frozen=True, slots=True)
class Origin:
    """The records a text was made from, and how."""

    facts: tuple[FactOrigin, ...]
    formula: str | None = None
    """For a derived value, in words and ids: `exports of BLR - exports of PAK`."""

    def joined(self, other: Origin | None, formula: str | None = None) -> Origin:
        """Both origins, each fact once, in order."""
        return self.joined_with([other] if other else [], formula)

    def joined_with(self, others: Iterable[Origin], formula: str | None = None) -> Origin:
        """All of several origins, each fact once, in order; in one go, because a list may have many."""
        facts = dict.fromkeys([fact for origin in (self, *others) for fact in origin.facts])
        return Origin(tuple(facts), formula or self.formula)

    @property
    def refs(self) -> tuple[str, ...]:
        """Ids of all references, each once, in order."""
        if len(self.facts) == 1:
            return self.facts[0].refs
        return tuple(dict.fromkeys(ref for fact in self.facts for ref in fact.refs))

    @property
    def locators(self) -> tuple[tuple[str, str], ...]:
        """The spots in references, each once, in order."""
        return tuple(dict.fromkeys(spot for fact in self.facts for spot in fact.locators))


NUMBERING = Origin((), "the brief's own numbering")
"""Of what a template counts: rows, items."""
