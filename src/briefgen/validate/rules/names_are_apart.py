"""Two bodies have two names.

What it checks: names of mechanisms of one kind, and of forums of one kind, without the words that all of them
share.

Why it matters: the same body under two names is counted twice; its sessions are split between the two.

Example: "Joint Economic Commission" beside "Joint Commission on Trade and Economic Cooperation".

How to fix: keep one record, and write the other name under `aliases`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.model.kinds.forums import Forum
from briefgen.model.kinds.mechanisms import Mechanism
from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_SHARED = frozenset(
    {"a", "and", "bilateral", "board", "business", "commission", "committee", "consultations", "cooperation", "council"}
    | {"dialogue", "for", "forum", "forums", "group", "groups", "in", "joint", "of", "on", "standing", "strategic"}
    | {"the", "working"}
)
"""Words that say what kind of body it is, not which."""


def names_are_apart(relation: Relation) -> Iterator[Finding]:
    """BG234 for a name that holds nothing the other does not hold too."""
    bodies = [fact for fact in relation.facts if isinstance(fact, Mechanism | Forum)]
    for first, second in _alike(bodies):
        one, other = bodies[first], bodies[second]
        message = f"'{other.name}' and '{one.name}' may be one body under two names"
        yield info("BG234", other.at("name"), message, "keep one, and write the other name under aliases", other)


def _alike(bodies: Sequence[Mechanism | Forum]) -> list[tuple[int, int]]:
    """Numbers of two bodies of one kind, all words of one of which the other has too, in the order of the first.

    Looked for by the rarest word of each name, so that a body is not held against all others.
    """
    names = [_own(body) for body in bodies]
    holding: dict[tuple[type, str, str], list[int]] = {}
    for number, body in enumerate(bodies):
        for word in names[number]:
            holding.setdefault((type(body), body.kind, word), []).append(number)
    found: set[tuple[int, int]] = set()
    for number, body in enumerate(bodies):
        same_words = (holding[type(body), body.kind, word] for word in names[number])
        for other in min(same_words, key=len, default=[]):
            if other != number and names[number] <= names[other]:
                found.add((min(number, other), max(number, other)))
    return sorted(found)


def _own(body: Mechanism | Forum) -> frozenset[str]:
    """The words that tell a body apart."""
    return frozenset(re.findall(r"\w+", str(body.name).lower())) - _SHARED
