"""Whether an office is over, or held for the time being, is computed.

What it checks: our own wording of facts for "former", "acting", "ex-" and "then" before a title; quotes keep what
they say.

Why it matters: who is "former" or "acting" depends on the day the brief is read: typed by hand, it is wrong before or
after that day.

Example: `title: Former Prime Minister Sharif visits Minsk`.

How to fix: leave the word out, name the person by id, and give the term of office in people.yaml, with
`acting: true` where it is so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.relation import every_fact
from briefgen.validate.authored_text import TYPED_FORMER, own_words
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def former_is_computed(relation: Relation) -> Iterator[Finding]:
    """BG227 for a "former" in our own words."""
    for fact in every_fact(relation):
        for name, text in own_words(fact):
            found = TYPED_FORMER.search(text)
            if found:
                message = f"'{fact.id}' says '{found[0].strip()}', which depends on when it is read"
                yield warning("BG227", fact.at(name), message, "leave it out: titles are computed from terms", fact)
