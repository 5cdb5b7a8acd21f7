"""Two bodies have two names.

What it checks: names of mechanisms of one kind, and of forums of one kind, without the words that all of them
share.

Why it matters: the same body under two names is counted twice; its sessions are split between the two.

Example: "Joint Economic Commission" beside "Joint Commission on Trade and Economic Cooperation".

How to fix: keep one record, and write the other name under `aliases`.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from briefgen.model.kinds.forums import Forum
from briefgen.model.kinds.mechanisms import Mechanism
from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    for one, other in combinations(bodies, 2):
        mine, theirs = _own(one), _own(other)
        if (
            type(one) is type(other)
            and one.kind == other.kind
            and mine
            and theirs
            and (mine <= theirs or theirs <= mine)
        ):
            message = f"'{other.name}' and '{one.name}' may be one body under two names"
            yield info("BG234", other.at("name"), message, "keep one, and write the other name under aliases", other)


def _own(body: Mechanism | Forum) -> frozenset[str]:
    """The words that tell a body apart."""
    return frozenset(re.findall(r"\w+", str(body.name).lower())) - _SHARED
