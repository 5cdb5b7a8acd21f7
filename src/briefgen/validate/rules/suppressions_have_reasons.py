"""A suppression has its reason.

What it checks: codes under `ignore` without a comment beside or above them; in trade.csv and products.csv a
row's `note`, in references.json `ignore_reason`.

Why it matters: in a year nobody knows whether the check was wrong or in the way.

Example: `ignore: [MEC-COUNT]` and nothing behind it.

How to fix: write the reason behind it: `ignore: [MEC-COUNT]  # the source counts the sessions and lists none`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.relation import every_fact
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Excusable, Finding


def suppressions_have_reasons(relation: Relation) -> Iterator[Finding]:
    """BG258 for a suppression that does not say why."""
    records: tuple[Excusable, ...] = (*every_fact(relation), *relation.references.values())
    for record in records:
        for suppression in record.ignore:
            if not suppression.reason:
                message = f"'{suppression.code}' is suppressed without a reason"
                yield warning("BG258", suppression.place, message, "write the reason beside it as a comment")
