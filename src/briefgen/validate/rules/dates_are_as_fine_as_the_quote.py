"""A date is as fine as its source.

What it checks: milestones, visits and agreements known to a month or year, whose quote or wording names a day.

Why it matters: the brief prints "August 2015" where the day is known.

Example: `date: 2015-08` with the quote "on 10 August 2015".

How to fix: write the day: `2015-08-10`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.model.values.date import Precision
from briefgen.validate.authored_text import own_words, quotes
from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_DAY = re.compile(
    r"\b(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"[a-z]*,?\s+(?P<year>\d{4})\b"
)
_FIELDS = ("date", "signed")


def dates_are_as_fine_as_the_quote(relation: Relation) -> Iterator[Finding]:
    """BG225 where the words know the day and the date does not."""
    for fact in relation.facts:
        for name in _FIELDS:
            date = getattr(fact, name, None)
            if date is None or date.precision not in {Precision.MONTH, Precision.YEAR}:
                continue
            words = [*quotes(fact), *(text for _, text in own_words(fact))]
            found = next((day for text in words if (day := _DAY.search(text)) and day["year"] in date.text), None)
            if found:
                message = f"'{fact.id}' is dated {date}, but its words name the day: '{found[0]}'"
                yield info("BG225", fact.at(name), message, "write the date to the day", fact)
