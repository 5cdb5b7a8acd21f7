"""A suppression names a check.

What it checks: codes in `ignore`.

Why it matters: a mistyped code suppresses nothing and hides that from its writer.

Example: `ignore: [MEC-CUONT]`.

How to fix: write the code or its short name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import CODES, code_of, did_you_mean
from briefgen.model.facts.relation import every_fact
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def ignores_are_known(relation: Relation) -> Iterator[Finding]:
    """BG220 for a code that does not exist."""
    names = [name for code, (short, _) in CODES.items() for name in (code, short)]
    for fact in every_fact(relation):
        for suppression in fact.ignore:
            if code_of(suppression.code) is None:
                message = f"there is no check '{suppression.code}'"
                yield error(
                    "BG220",
                    fact.at("ignore"),
                    message,
                    did_you_mean(suppression.code, names) or "docs/rules.md lists every check",
                )
