"""A stage fits its dates.

What it checks: the word for how far an investment, a programme, a restriction or a commitment has come, against the
dates beside it, as of the relation's day.

Why it matters: briefs print what the dates give, so what was entered would silently not be printed; one of the two is
wrong.

Example: `stage: under_way` with `completed: 2021-03`.

How to fix: correct the word, or the date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.declarations import values_of
from briefgen.model.facts.known import dates_of, word_on
from briefgen.model.facts.relation import every_fact
from briefgen.model.kinds.agreements import Agreement
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date
    from briefgen.validate.finding import Finding


def stages_fit_dates(relation: Relation) -> Iterator[Finding]:
    """BG289 where the dates say another stage than is entered. Of agreements a rule of their own says more."""
    for fact in every_fact(relation):
        if isinstance(fact, Agreement) or fact.planned:
            continue
        for field, word in values_of(fact):
            if field.narrowed.dated and word != field.default:
                yield from _against(fact, field, word, relation.as_of)


def _against(fact: Fact, field: DeclaredField, word: str, day: Date) -> Iterator[Finding]:
    said = word_on(fact, field, word, day, day)
    if said == word:
        return
    dates = {other.name: date for other, date in dates_of(fact)}
    by_word = {known: name for known, name in field.narrowed.dated if name in dates}
    own, computed = by_word.get(word, ""), by_word.get(said, "")
    if computed:
        but, hint = f"{computed} {dates[computed]}", f"write {field.name}: {said}, or correct the date"
    else:
        but, hint = f"{own} {dates[own]} lies ahead", f"correct the date, or take '{field.name}' out"
    message = f"'{fact.id}' is {word.replace('_', ' ')}, but {but}"
    yield warning("BG289", fact.at(field.name), message, hint, fact)
