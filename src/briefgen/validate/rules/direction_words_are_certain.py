"""Words of direction are certain.

What it checks: words of direction in assessments against the change of the figures under their
`supports`, with its rounding.

Why it matters: 15.1 to 15 can be a rise or a fall: a brief that picks one can be refuted with its own numbers.

Example: "exports rose" with figures whose change lies between -4.3 % and +3.0 %.

How to fix: write that the figures do not tell; or take the figures from `supports` to `contradicts`.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.model.kinds.assessments import Assessment
from briefgen.model.values.arithmetic import Direction, direction, growth
from briefgen.validate.authored_text import own_words
from briefgen.validate.finding import warning
from briefgen.validate.trade_rows import named, series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_WORDS = {
    Direction.UP: re.compile(
        r"\b(?:rose|rise|rises|risen|grew|grow|grows|grown|growth|increas\w+|climb\w*|expand\w*|surg\w+|up)\b",
        re.IGNORECASE,
    ),
    Direction.DOWN: re.compile(
        r"\b(?:fell|fall|falls|fallen|declin\w+|decreas\w+|dropp?\w*|shr[aiu]nk\w*|contract(?:ed|ion)|down)\b",
        re.IGNORECASE,
    ),
}


def direction_words_are_certain(relation: Relation) -> Iterator[Finding]:
    """BG238 for a direction that the interval of the change does not give."""
    before = {other.id: (one, other) for rows in series(relation) for one, other in pairwise(rows)}
    for fact in relation.facts:
        if not isinstance(fact, Assessment):
            continue
        claimed = [name for name, words in _WORDS.items() if any(words.search(t) for _, t in own_words(fact))]
        for one, other in (before[key] for key in fact.supports if key in before):
            change = growth(one.value, other.value)
            if change and len(claimed) == 1 and direction(change[1]) is not claimed[0]:
                span = f"{change[1].low:+.1f} % to {change[1].high:+.1f} %"
                message = f"'{fact.id}' says that {named(other)} went {claimed[0]}, but its change is {span}"
                yield warning("BG238", fact.at("text"), message, "write that the figures do not tell", fact)
