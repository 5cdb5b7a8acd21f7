"""A cause is argued.

What it checks: words such as "due to" and "resulted in" in our wording and in quotes, and assessments of kind
causal, where fewer than two sources stand behind them.

Why it matters: "after" is seldom "because"; a causal claim needs more than one voice.

Example: "trade stayed steady due to the mechanisms", in one paper.

How to fix: find a second source, or word it as the source's claim.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.facts.controlled_vocabularies import AssessmentKind
from briefgen.model.facts.relation import every_fact
from briefgen.model.kinds.assessments import Assessment
from briefgen.validate.authored_text import own_words, quotes
from briefgen.validate.finding import info

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_CAUSE = late_pattern(
    r"\b(?:due to|because(?: of)?|result(?:ed|ing)? in|as a result|led to|thanks to|caused|owing to)\b", re.IGNORECASE
)
_WITNESSES = 2


def causes_are_argued(relation: Relation) -> Iterator[Finding]:
    """BG254 for a causal claim with fewer than two sources."""
    for fact in every_fact(relation):
        words = next((found[0] for text in _texts(fact) if (found := _CAUSE.search(text))), None)
        causal = isinstance(fact, Assessment) and fact.kind is AssessmentKind.CAUSAL
        if (words or causal) and len({source.ref for source in fact.sources}) < _WITNESSES:
            message = f"'{fact.id}' claims a cause ({words or 'kind causal'}) that fewer than two sources give"
            yield info("BG254", fact.place, message, "find a second source, or word it as a claim", fact)


def _texts(fact: Fact) -> list[str]:
    """Our wording and the quotes; notes are ours to argue in."""
    return [text for name, text in own_words(fact) if name != "note"] + list(quotes(fact))
