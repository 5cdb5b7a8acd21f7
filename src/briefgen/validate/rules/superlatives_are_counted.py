"""A big word has a number.

What it checks: words such as "huge", "unprecedented" and "vital" in our wording and in quotes.

Why it matters: a minister who says "huge" is asked how much.

Example: "huge untapped potential".

How to fix: say how much, or leave the word to the quote.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.facts.relation import every_fact
from briefgen.validate.authored_text import own_words
from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_BIG = late_pattern(
    r"\b(?:huge|enormous|immense|tremendous|unprecedented|vital|crucial|unique|historic|exemplary|remarkable|"
    r"outstanding|limitless|vast|massive)\b",
    re.IGNORECASE,
)


def superlatives_are_counted(relation: Relation) -> Iterator[Finding]:
    """BG255 for the first big word of a fact."""
    for fact in every_fact(relation):
        ours = [(fact.at(name), text, "says") for name, text in own_words(fact)]
        theirs = [(source.place, source.quote or "", "quotes") for source in fact.sources]
        for place, text, verb in (*ours, *theirs):
            if found := _BIG.search(text):
                message = f"'{fact.id}' {verb} '{found[0]}' without a number"
                yield info("BG255", place, message, "say how much, or leave it to the quote", fact)
                break
