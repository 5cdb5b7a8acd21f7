"""An HS code has two, four or six digits.

What it checks: hs_code of products and code of trade rows with an HS scheme.

Why it matters: a spreadsheet drops leading zeros: 804 was 0804.

Example: hs_code `804`.

How to fix: write all digits, and import the column as text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.kinds.products import Product
from briefgen.model.kinds.trade import TradeObservation
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_CODE = late_pattern(r"\d{2}(\d{2}(\d{2})?)?", re.ASCII)


def hs_codes_are_codes(relation: Relation) -> Iterator[Finding]:
    """BG217 for a code that cannot be one."""
    for fact in relation.facts:
        name, code = _code(fact)
        if code and not _CODE.fullmatch(code):
            digits = code.isdigit() and len(code) % 2
            hint = f"a leading zero may be lost: write 0{code}" if digits else "write two, four or six digits"
            yield error("BG217", fact.at(name), f"'{code}' is no HS code", hint, fact)


def _code(fact: Fact) -> tuple[str, str | None]:
    if isinstance(fact, Product):
        return "hs_code", fact.hs_code
    if isinstance(fact, TradeObservation) and fact.scheme.startswith("HS"):
        return "code", fact.code
    return "", None
