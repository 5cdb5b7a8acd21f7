"""What stands beside the relations' folders, for all: people, organisations, indicators, references, rates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.relation import parts_of
from briefgen.model.kinds.rates import Rate, units_in
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefgen.model.facts.declared_indicators import DeclaredIndicator
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Organisation, Person, Reference
    from briefgen.model.values.prose_text import ProseLanguages


@dataclass(frozen=True, slots=True)
class Shared:
    """What all relations share."""

    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    indicators: Mapping[str, DeclaredIndicator]
    references: Mapping[str, Reference]
    languages: ProseLanguages
    """In which languages prose is asked for and written."""
    is_whole: bool = True
    """Whether all of it could be read."""

    def references_for(self, facts: Iterable[Fact]) -> dict[str, Reference]:
        """Those that some facts lean on."""
        named = {source.ref for fact in facts for source in fact.sources}
        return {key: reference for key, reference in self.references.items() if key in named}


def rates_for(facts: Sequence[Fact], rates: Iterable[Fact]) -> list[Fact]:
    """The rates of a currency that the facts hold; those of others are another relation's."""
    held = frozenset(unit for fact in facts for record in (fact, *parts_of(fact)) for unit in units_in(record))
    return [rate for rate in rates if isinstance(rate, Rate) and rate.is_of_any(held)]
