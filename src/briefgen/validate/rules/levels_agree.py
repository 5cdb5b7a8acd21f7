"""A mechanism meets at one level.

What it checks: `level` and the claims under `levels` of a mechanism.

Why it matters: who must travel to a session is the first thing a protocol office asks.

Example: foreign ministers in one source, foreign ministries in another.

How to fix: mark one claim `status: preferred`, with the reason in its note; where it cannot be decided, mark
each `status: contested`: the rule then only notes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.fact import Status
from briefgen.model.kinds.mechanisms import Mechanism
from briefgen.validate.finding import info, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def levels_agree(relation: Relation) -> Iterator[Finding]:
    """BG235 where sources name several levels."""
    for body in relation.facts:
        if not isinstance(body, Mechanism) or any(c.status is Status.PREFERRED for c in body.levels):
            continue
        claimed = dict.fromkeys([*([body.level] if body.level else []), *(claim.value for claim in body.levels)])
        if len(claimed) > 1:
            settled = all(claim.status is Status.CONTESTED for claim in body.levels)
            message = f"'{body.id}' meets at two levels: {' and '.join(claimed)}"
            hint = None if settled else "mark one claim as preferred, or each as contested"
            yield (info if settled else warning)("BG235", body.at("levels"), message, hint, body)
