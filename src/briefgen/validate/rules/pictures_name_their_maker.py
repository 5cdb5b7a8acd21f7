"""Every picture says whom to name for it.

What it checks: pictures without a credit.

Why it matters: nearly every picture belongs to somebody, and many may be printed only with a name or a licence beside
them; who finishes a brief cannot find that out any more.

Example: a photograph of a summit with a caption and a source, and no `credit`.

How to fix: add `credit: BelTA, CC BY 4.0`, or `credit: Ministry of Foreign Affairs of Belarus, public domain`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.relation import every_fact
from briefgen.model.kinds.pictures import PictureOfRelation
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


def pictures_name_their_maker(relation: Relation) -> Iterator[Finding]:
    """BG284 for a picture without a credit."""
    for fact in every_fact(relation):
        if isinstance(fact, PictureOfRelation) and not (fact.credit or "").strip():
            hint = "add credit: with the name, and the licence if there is one"
            yield warning("BG284", fact.place, f"'{fact.id}' does not say whose picture it is", hint, fact)
