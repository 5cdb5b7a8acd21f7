"""Where a piece of text came from, and who may know it by that."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, assert_never

from briefgen.model.values.sensitivity import Sensitivity
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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


@dataclass(frozen=True, slots=True)
class Portions:
    """The labels of what one audience may know of a relation: the one place where they follow facts into a view.

    Each portion of a brief is marked by them, where the audience asks for marks.
    """

    clearance: Sensitivity
    """The audience's: what a portion is marked as where no label is known of something in it."""
    labels: Mapping[tuple[OriginKind, str], Sensitivity]
    """Kind and id, as origins have them, → the label of each fact, and of what facts name."""

    def mark_of(self, origins: Iterable[Origin]) -> Sensitivity | None:
        """The strictest label behind some words; None of a template's own, which every reader may be shown."""
        found = (self._label(fact) for origin in origins for fact in origin.facts)
        return max((label for label in found if label is not None), default=None)

    def _label(self, of: FactOrigin) -> Sensitivity | None:
        match of.kind:
            case OriginKind.TEMPLATE:
                return None
            case OriginKind.RELATION | OriginKind.PARTY:
                return Sensitivity.PUBLIC
            case OriginKind.AUDIENCE:
                return self.clearance
            case OriginKind.PROSE:
                return self.labels.get((OriginKind.FACT, of.fact.rpartition("/")[0]), self.clearance)
            case (
                OriginKind.FACT | OriginKind.REFERENCE | OriginKind.PERSON | OriginKind.ORGANISATION
                | OriginKind.INDICATOR
            ):  # fmt: skip
                return self.labels.get((of.kind, of.fact), self.clearance)
            case _:
                assert_never(of.kind)
