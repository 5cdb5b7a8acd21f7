"""Every country code is one.

What it checks: codes of countries anywhere in the relation and in terms of office against ISO 3166-1; `WLD` stands
for the world in trade.

Why it matters: a mistyped code prints as itself, and its facts are filed under no country.

Example: `parties: [PAK, BYL]`.

How to fix: write the alpha-3 code, such as BLR.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.declarations import leaves_of
from briefgen.model.facts.field_roles import Nature
from briefgen.model.facts.relation import every_fact
from briefgen.model.values.countries import ALPHA_2, WORLD
from briefgen.validate.country_hints import country_hint
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.declarations import DeclaredField, Leaf
    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding

_WRITE = "write the code of ISO 3166-1 alpha-3: three capital letters, such as PAK"


def countries_are_known(relation: Relation) -> Iterator[Finding]:
    """BG203 for a code that ISO 3166-1 does not have."""
    parties = [party.id for party in relation.parties if party.id in ALPHA_2]
    for party in relation.parties:
        if party.id not in ALPHA_2:
            yield error("BG203", party.place, _message(party.id), country_hint(party.id) or _WRITE)
    for fact in every_fact(relation):
        for leaf in _unknown_in(fact):
            yield error(
                "BG203", fact.at(leaf.name), _message(leaf.value), country_hint(leaf.value, parties) or _WRITE, fact
            )
    for person in relation.people.values():
        for term in person.terms:
            for leaf in _unknown_in(term):
                yield error("BG203", term.place, _message(leaf.value), country_hint(leaf.value, parties) or _WRITE)


def _message(code: str) -> str:
    return f"'{code}' is no country code (ISO 3166-1 alpha-3)"


def _unknown_in(record: object) -> Iterator[Leaf]:
    """Every code in a record that is no country's."""
    for leaf in leaves_of(record, _is_a_country):
        is_world = leaf.value == WORLD and leaf.field.narrowed.may_be_world
        if leaf.value not in ALPHA_2 and not is_world:
            yield leaf


def _is_a_country(field: DeclaredField) -> bool:
    return field.role.nature is Nature.COUNTRY
