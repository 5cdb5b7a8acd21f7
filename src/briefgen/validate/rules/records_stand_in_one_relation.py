"""A record stands in one relation.

What it checks: records of two relations that are the same in everything: id, fields, sources and labels. Records that
name others than the relation's parties are told by GEO-PARTY already.

Why it matters: who begins a relation with a copy of another's folder leaves records behind that name no country, such
as agreements and recommendations, and they go out under the other relation's title.

Example: `treaty-of-1998` in data/ind-bra/agreements.yaml, word for word as in data/pakistan-belarus/agreements.yaml.

How to fix: take the record out of the relation that it does not belong to, or write what it says of that one. Where it
is true of both as it stands, excuse it and say why.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from briefgen.model.facts.declarations import leaves_of
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.relation import parts_of
from briefgen.model.kinds import kind_of
from briefgen.validate.finding import warning
from briefgen.validate.rules.actors_belong_to_the_relation import actors_belong_to_the_relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.model.workspace import Workspace
    from briefgen.validate.finding import Finding


def records_stand_in_one_relation(workspace: Workspace) -> Iterator[Finding]:
    """BG282 for each record that another relation has too, in the one that looks like the copy."""
    if len(workspace.relations) == 1:
        return
    in_several = Counter(id_ for relation in workspace.relations for id_ in {fact.id for fact in relation.facts})
    seen: dict[str, str] = {}
    """What a record says → the relation that has it first."""
    for _, slug, relation, told in sorted(map(_strays, workspace.relations), key=lambda of: of[:2]):
        for fact in relation.facts:
            if in_several[fact.id] == 1 or ((kind := kind_of(fact)) and kind.is_shared):
                continue
            first = seen.setdefault(repr(_said(fact)), slug)
            if first != slug and not any(part.id in told for part in (fact, *parts_of(fact))):
                message = f"'{fact.id}' stands in data/{first} too, word for word"
                yield warning("BG282", fact.place, message, "keep it in the relation that it belongs to", fact)


def _strays(relation: Relation) -> tuple[int, str, Relation, set[str]]:
    """The records in which others act, which are told already; of two relations, the one with more is the copy."""
    told = {found.about.id for found in actors_belong_to_the_relation(relation) if found.about}
    return len(told), relation.slug, relation, told


def _said(fact: Fact) -> list[tuple[str, str, Any]]:
    """All that a record and its parts say, wherever they stand."""
    return [
        (leaf.name, leaf.field.name, leaf.value)
        for record in (fact, *parts_of(fact))
        for leaf in leaves_of(record)
        if leaf.field.role not in {FieldRole.PLACE, FieldRole.SUPPRESSIONS}
    ]
