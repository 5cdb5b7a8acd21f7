"""A relation has two parties.

What it checks: whether both parties of relation.yaml are the same.

Why it matters: every table would show one country twice.

Example: `parties: [{id: PAK, ...}, {id: PAK, ...}]`.

How to fix: name the other party.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def parties_are_two(relation: Relation) -> Iterator[Finding]:
    """BG265 where the second party is the first."""
    one, other = relation.parties
    if one.id == other.id:
        yield error("BG265", other.place, f"both parties are {one.id}", "name the other party")
