"""What was due is followed up.

What it checks: commitments whose due date is over, and programmes whose time is, while nothing says what came of them.

Why it matters: a brief then tells that something was due and cannot tell whether it was done; somebody will ask.

Example: a commitment with `due: 2023-03`, in a brief as of 2025, with no `done`.

How to fix: enter when it was done or ended; or say in `state` that it is outstanding, dropped or still under way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.declarations import values_of
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.known import Holding, holding
from briefgen.model.facts.relation import every_fact
from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date
    from briefgen.validate.finding import Finding


def what_is_due_is_followed_up(relation: Relation, as_of: Date) -> Iterator[Finding]:
    """BG291 for a time laid down beforehand that is over, with nothing said of what came of it."""
    for fact in every_fact(relation):
        due = next(((f, v) for f, v in values_of(fact) if f.role is FieldRole.SCHEDULED and v is not None), None)
        if due and not fact.planned and holding(fact, as_of) is Holding.PAST and not _is_followed_up(fact):
            field, date = due
            message = f"'{fact.id}' has {field.name} {date}, which is over: what came of it?"
            yield info("BG291", fact.at(field.name), message, "enter when it was done or ended, or its state", fact)


def _is_followed_up(fact: Fact) -> bool:
    """Whether it has an end, or a word that nothing but its author can have known: no default, and of no date."""
    for field, value in values_of(fact):
        if field.role is FieldRole.ENDS and value is not None:
            return True
        by_dates = {word for word, _ in field.narrowed.dated}
        if by_dates and value != field.default and value not in by_dates:
            return True
    return False
