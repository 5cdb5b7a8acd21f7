"""Who acts belongs to the relation.

What it checks: the parties of visitors, hosts, co-chairs, missions, memberships, positions and trade, and of
whatever else a party of the relation does. Whom a visitor met, whom a project or an assessment is about and whose
statistics a figure is from may be others.

Why it matters: a third party's visit in this relation's brief misleads.

Example: a co-chair with `party: CHN` in a relation of PAK and BLR.

How to fix: correct the code, or move the record to the relation it belongs to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.declarations import leaves_of
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.relation import every_fact
from briefgen.model.values.countries import ALPHA_2
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def actors_belong_to_the_relation(relation: Relation) -> Iterator[Finding]:
    """BG206 for an actor of a third party."""
    parties = [party.id for party in relation.parties]
    for fact in every_fact(relation):
        for name, code in _acting(fact):
            if code not in parties:
                message = f"'{code}' is not a party of this relation ({' and '.join(parties)})"
                yield error("BG206", fact.at(name), message, "correct the code, or move the record", fact)


def _acting(fact: Fact) -> Iterator[tuple[str, str]]:
    """Field and code of every country that acts in a fact; what is no country at all is another rule's."""
    for leaf in leaves_of(fact, _is_a_side):
        is_party = leaf.field.role is FieldRole.PARTY
        is_actor = leaf.within.role is FieldRole.ACTOR and leaf.field.role is FieldRole.COUNTRY
        if (is_party or (is_actor and not leaf.within.narrowed.may_be_third)) and leaf.value in ALPHA_2:
            yield leaf.name, leaf.value


def _is_a_side(field: DeclaredField) -> bool:
    return field.role in {FieldRole.PARTY, FieldRole.COUNTRY}
