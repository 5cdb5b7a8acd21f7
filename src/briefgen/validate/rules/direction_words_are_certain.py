"""Words of direction are certain.

What it checks: words of direction in assessments against the change of the figures under their
`supports`, with its rounding; and whether those figures may be compared with earlier ones at all.

Why it matters: 15.1 to 15 can be a rise or a fall: a brief that picks one can be refuted with its own numbers.

Example: "exports rose" with figures whose change lies between -4.3 % and +3.0 %.

How to fix: write that the figures do not tell; or take the figures from `supports` to `contradicts`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.kinds.assessments import Assessment
from briefgen.model.values.arithmetic import Direction, direction, growth
from briefgen.validate.authored_text import own_words
from briefgen.validate.finding import warning
from briefgen.validate.trade_rows import claimed_figures, earlier_figures, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.model.observations import Observation
    from briefgen.validate.finding import Finding
    from briefgen.validate.trade_rows import Earlier


_WORDS = {
    Direction.UP: late_pattern(
        r"\b(?:rose|rise|rises|risen|grew|grow|grows|grown|growth|increas\w+|climb\w*|expand\w*|surg\w+|up)\b",
        re.IGNORECASE,
    ),
    Direction.DOWN: late_pattern(
        r"\b(?:fell|fall|falls|fallen|declin\w+|decreas\w+|dropp?\w*|shr[aiu]nk\w*|contract(?:ed|ion)|down)\b",
        re.IGNORECASE,
    ),
}


def direction_words_are_certain(relation: Relation) -> Iterator[Finding]:
    """BG238 for a direction that the interval of the change does not give."""
    figures = {row.id: row for row in claimed_figures(relation)}
    judged = [fact for fact in relation.facts if isinstance(fact, Assessment)]
    before = earlier_figures(relation, {key for fact in judged for key in fact.supports})
    for fact in judged:
        claimed = [name for name, words in _WORDS.items() if any(words.search(t) for _, t in own_words(fact))]
        if len(claimed) != 1:
            continue
        held = [(figures[key], before[key]) for key in fact.supports if key in before]
        told = next((doubt for other, earlier in held if (doubt := _doubt(other, earlier, claimed[0]))), None)
        if told:
            message = f"'{fact.id}' says that {told}"
            yield warning("BG238", fact.at("text"), message, "write that the figures do not tell", fact)


def _doubt(other: Observation, earlier: Earlier, claimed: Direction) -> str | None:
    """What speaks against a direction of a figure; None where nothing does."""
    change = growth(earlier.row.value, other.value)
    if earlier.bars:
        reason = earlier.bars[0].value.replace("_", " ")
        return f"{named(other)} went {claimed}, but it is not compared with {earlier.row.period}: {reason}"
    if change and direction(change[1]) is not claimed:
        return f"{named(other)} went {claimed}, but its change is {change[1].low:+.1f} % to {change[1].high:+.1f} %"
    return None
