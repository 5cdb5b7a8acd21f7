"""A treaty number is one.

What it checks: `unts` against the form of the United Nations Treaty Series: `I-12345` (registered) or `II-1234`
(filed and recorded).

Why it matters: a reader who looks the treaty up finds nothing, or another one.

Example: `unts: I-5432x`.

How to fix: copy the number from treaties.un.org.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.kinds.agreements import Agreement
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_NUMBER = late_pattern(r"(?:I|II)[-:]\d{1,6}", re.ASCII)


def treaty_numbers_are_numbers(relation: Relation) -> Iterator[Finding]:
    """BG229 for a number that the series cannot have."""
    for fact in relation.facts:
        if isinstance(fact, Agreement) and fact.unts and not _NUMBER.fullmatch(fact.unts):
            message = f"'{fact.unts}' is no number of the UN Treaty Series"
            yield error("BG229", fact.at("unts"), message, "write I-12345 or II-1234", fact)
