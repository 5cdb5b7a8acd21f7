"""A mechanism is not above itself.

What it checks: the chain of `parent` of every mechanism.

Why it matters: a tree of bodies that leads in a circle cannot be printed.

Example: a working group whose parent is a commission whose parent is the working group.

How to fix: correct one `parent`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.kinds.mechanisms import Mechanism
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def mechanisms_have_no_circles(relation: Relation) -> Iterator[Finding]:
    """BG261 for a mechanism that its parents lead back to."""
    bodies = {fact.id: fact for fact in relation.facts if isinstance(fact, Mechanism)}
    for body in bodies.values():
        above, seen = bodies.get(body.parent or ""), {body.id}
        while above and above.id not in seen:
            seen.add(above.id)
            above = bodies.get(above.parent or "")
        if above is body:
            yield error("BG261", body.at("parent"), f"the parents of '{body.id}' lead back to it", "correct one", body)
