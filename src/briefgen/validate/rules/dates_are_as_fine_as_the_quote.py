"""A date is as fine as its source.

What it checks: what happened in a month or year, and whose quote or wording names a day: milestones, visits,
agreements, the setting up of a mechanism, sessions with sources of their own.

Why it matters: the brief prints "August 2015" where the day is known.

Example: `date: 2015-08` with the quote "on 10 August 2015".

How to fix: write the day: `2015-08-10`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.known import dates_of
from briefgen.model.facts.relation import parts_of
from briefgen.model.values.date import Precision
from briefgen.validate.authored_text import own_words, quotes
from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_DAY = late_pattern(
    r"\b(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"[a-z]*,?\s+(?P<year>\d{4})\b"
)


def dates_are_as_fine_as_the_quote(relation: Relation) -> Iterator[Finding]:
    """BG225 where the words know the day and the date does not."""
    for fact in relation.facts:
        yield from _coarser(fact)
        for part in parts_of(fact):
            # What a part takes over from its fact speaks of that, not of the part.
            if part.sources != fact.sources:
                yield from _coarser(part)


def _coarser(fact: Fact) -> Iterator[Finding]:
    words = [*quotes(fact), *(text for _, text in own_words(fact))]
    for field, date in dates_of(fact):
        if field.role is not FieldRole.HAPPENED or date.precision not in {Precision.MONTH, Precision.YEAR}:
            continue
        found = next((day for text in words if (day := _DAY.search(text)) and day["year"] in date.text), None)
        if found:
            message = f"'{fact.id}' is dated {date}, but its words name the day: '{found[0]}'"
            yield info("BG225", fact.at(field.name), message, "write the date to the day", fact)
