"""Briefs of earlier days tell only what was known then.

What it checks: where a day before the relation's own is asked for, facts and parts that have neither a date nor
`recorded`.

Why it matters: nothing says when such a fact came to be, so a brief of any day tells it: a position of this year stands
in the brief of ten years ago.

Example: `briefgen check --as-of 2016-01-01`, with a position that has no `recorded`.

How to fix: add `recorded`, with the day on which you learned of it, to what was not so then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.known import dates_of, says_since_when
from briefgen.model.facts.relation import every_fact, parts_of
from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date
    from briefgen.validate.finding import Finding

_NAMED = 3
"""So many facts are named; of more, how many."""


def undated_facts_are_recorded(relation: Relation, as_of: Date) -> Iterator[Finding]:
    """BG288 once, for all facts that are told whatever the day."""
    if as_of.sort_key[1] >= relation.as_of.sort_key[0]:
        return
    every = list(every_fact(relation))
    undated = [fact.id for fact in every if not fact.planned and not _has_time(fact)]
    if undated:
        names = ", ".join(f"'{key}'" for key in undated[:_NAMED])
        names += f" and {len(undated) - _NAMED} more" if len(undated) > _NAMED else ""
        message = f"neither dated nor recorded, and so told as of {as_of} as on any day: {names}"
        message += f" ({len(undated)} of {len(every)} facts)" if len(every) > 1 else ""
        yield info("BG288", relation.at("as_of"), message, "add recorded: to what was not so then")


def _has_time(fact: Fact) -> bool:
    """Whether anything says when it came to be: a date, the day it was recorded, or a part that has one."""
    return (
        fact.recorded is not None
        or any(says_since_when(field.role) for field, _ in dates_of(fact))
        or any(map(_has_time, parts_of(fact)))
    )
