"""A quote stands in its source.

What it checks: quotes against `archive/REFERENCE.txt`, where the relation keeps the text of a source; white
space, quotation marks and hyphens count as one kind each.

Why it matters: a quote is the one thing a reader can check word by word.

Example: a quote with a word left out.

How to fix: copy the words from the archived text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.relation import every_fact
from briefgen.validate.finding import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding


_MARKS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "\u00a0": " "})


def quotes_stand_in_the_source(relation: Relation) -> Iterator[Finding]:
    """BG248 for words that the archived text does not hold."""
    texts = {ref: _plain(text) for ref, text in relation.archive.items()}
    for fact in every_fact(relation):
        for source in fact.sources:
            text = texts.get(source.ref)
            if text is not None and source.quote and _plain(source.quote) not in text:
                message = f"the archived text of '{source.ref}' does not hold the quote of '{fact.id}'"
                yield warning("BG248", source.place, message, "copy the words from the archived text", fact)


def _plain(text: str) -> str:
    """The words, with one blank between, and one kind of quotation mark and hyphen."""
    return " ".join(text.translate(_MARKS).split())
