"""People, organisations and indicators are named by a record.

What it checks: every person of people.yaml, organisation of organisations.yaml and indicator of indicators.yaml, for a
record of some relation that names it.

Why it matters: nobody is printed for standing in a list alone: a brief names who visits, heads, takes part or is met,
and of what there are figures.

Example: a minister with his terms of office, and no visit, meeting or chair that names him.

How to fix: name the person where they acted. Leave the note where the record is kept for later.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from briefgen.model.facts.declarations import leaves_of
from briefgen.model.facts.declared_indicators import DeclaredIndicator
from briefgen.model.facts.field_roles import Nature
from briefgen.model.facts.relation import every_fact
from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.workspace import Workspace
    from briefgen.validate.finding import Finding


def people_are_named(workspace: Workspace) -> Iterator[Finding]:
    """BG283 for a person, organisation or indicator that no relation names, where every record could be read."""
    relations = workspace.relations
    if not all(relation.is_whole for relation in relations):
        return
    facts = chain.from_iterable(map(every_fact, relations))
    named = {leaf.value for fact in facts for leaf in leaves_of(fact, _is_a_name)}
    shared = {id(record): record for relation in relations for of in relation.shared.values() for record in of.values()}
    for record in shared.values():
        key = record.id
        if key not in named:
            is_of_figures = isinstance(record, DeclaredIndicator)
            hint = "enter a figure of it in series.csv" if is_of_figures else "name it where it takes part"
            hint += ", or leave it for later"
            yield info("BG283", record.place, f"no record of a relation names '{key}'", hint)


def _is_a_name(field: DeclaredField) -> bool:
    return field.role.nature is Nature.NAME
