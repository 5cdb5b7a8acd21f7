"""Records that name countries name a party of the relation.

What it checks: lists of countries that a record is about, such as who builds a project and whom an assessment is about,
for a party of the relation among them.

Why it matters: a record that was left over from another relation goes out under this one's title.

Example: a project with `parties: [BLR, CHN]` in a relation of IND and BRA.

How to fix: move the record to the relation it belongs to. If it bears on this one all the same, excuse it and say why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.declarations import values_of
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.relation import every_fact
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def records_are_about_a_party(relation: Relation) -> Iterator[Finding]:
    """BG281 for a record about other countries alone."""
    parties = [party.id for party in relation.parties]
    for fact in every_fact(relation):
        for field, named in values_of(fact):
            if field.role is FieldRole.COUNTRY and field.many and named and not set(named) & set(parties):
                message = f"'{fact.id}' is about {', '.join(named)}, and no party of this relation"
                hint = f"move it, or name {' or '.join(parties)} too"
                yield error("BG281", fact.at(field.name), f"{message} ({' and '.join(parties)})", hint, fact)
