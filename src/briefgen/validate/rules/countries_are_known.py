"""Every country code is one.

What it checks: party codes anywhere in the relation against ISO 3166-1; `WLD` stands for the world in trade.

Why it matters: a mistyped code prints as itself, and its facts are filed under no country.

Example: `parties: [PAK, BYL]`.

How to fix: write the alpha-3 code, such as BLR.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import did_you_mean
from briefgen.model.facts import entities
from briefgen.model.facts.relation import every_fact
from briefgen.model.values.countries import ALPHA_2, WORLD
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_FIELDS = ("party", "parties", "about", "sending", "host", "exporter", "importer", "reporter")


def countries_are_known(relation: Relation) -> Iterator[Finding]:
    """BG203 for a code that ISO 3166-1 does not have."""
    for party in relation.parties:
        if party.id not in ALPHA_2:
            yield error("BG203", party.place, _message(party.id), did_you_mean(party.id, ALPHA_2))
    for fact in every_fact(relation):
        for name, code in _codes(fact):
            world = code == WORLD and isinstance(fact, entities.TradeObservation)
            if code not in ALPHA_2 and not world:
                yield error("BG203", fact.at(name), _message(code), did_you_mean(code, ALPHA_2), fact)


def _message(code: str) -> str:
    return f"'{code}' is no country code (ISO 3166-1 alpha-3)"


def _codes(fact: Fact) -> Iterator[tuple[str, str]]:
    for name in _FIELDS:
        value = getattr(fact, name, None)
        for code in value if isinstance(value, tuple) else (value,):
            if code:
                yield name, code
    venue = getattr(fact, "venue", None)
    if venue and venue.country:
        yield "venue", venue.country
    if isinstance(fact, entities.Visit):
        for name, actor in (("visitor", fact.visitor), *(("counterparts", a) for a in fact.counterparts)):
            if actor:
                yield name, actor.party
