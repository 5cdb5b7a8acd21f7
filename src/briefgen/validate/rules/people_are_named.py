"""People and organisations are named by a record.

What it checks: every person of people.yaml and every organisation of organisations.yaml, for a record of some relation
that names it.

Why it matters: nobody is printed for standing in a list alone: a brief names who visits, heads, takes part or is met.

Example: a minister with his terms of office, and no visit, meeting or chair that names him.

How to fix: name the person where they acted. Leave the note where the record is kept for later.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from briefgen.model.facts.declarations import leaves_of
from briefgen.model.facts.field_roles import Nature
from briefgen.model.facts.relation import every_fact
from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Organisation, Person
    from briefgen.model.workspace import Workspace
    from briefgen.validate.finding import Finding


def people_are_named(workspace: Workspace) -> Iterator[Finding]:
    """BG283 for a person or an organisation that no relation names; nothing where a record could not be read."""
    relations = workspace.relations
    if not all(relation.is_whole for relation in relations):
        return
    facts = chain.from_iterable(map(every_fact, relations))
    named = {leaf.value for fact in facts for leaf in leaves_of(fact) if leaf.field.role.nature is Nature.NAME}
    shared: dict[str, Person | Organisation] = {}
    for relation in relations:
        shared |= {**relation.people, **relation.organisations}
    for key, record in shared.items():
        if key not in named:
            hint = "name it where it takes part, or leave it for later"
            yield info("BG283", record.place, f"no record of a relation names '{key}'", hint)
