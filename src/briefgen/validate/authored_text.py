"""The words of a fact that are ours, and those that are its sources'."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING

from briefgen.model.values.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.fact import Fact

_WORDS = frozenset({"label"})
"""Fields that hold plain words of ours."""

_OFFICES = "president|minister|chancellor|premier|king|ambassador|adviser|advisor|secretary"
TYPED_FORMER = re.compile(rf"\b(?:former|ex-|then[- ])(?=\s*(?:prime |foreign )?(?:{_OFFICES}))", re.IGNORECASE)
"""A word that says an office is over, before the office."""


def own_words(fact: Fact) -> Iterator[tuple[str, str]]:
    """Field and wording of every text that we wrote, in each of its languages; quotes are not among them."""
    for declared in fields(fact):
        value = getattr(fact, declared.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Text):
                yield from ((declared.name, words) for _, words in part.by_language)
            elif declared.name in _WORDS and isinstance(part, str):
                yield declared.name, part


def quotes(fact: Fact) -> Iterator[str]:
    """The words of a fact's sources."""
    yield from (source.quote for source in fact.sources if source.quote)
