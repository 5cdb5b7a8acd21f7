"""The words of a fact that are ours, and those that are its sources'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.facts.declarations import each_of, values_where
from briefgen.model.facts.field_roles import Nature
from briefgen.model.values.prose_text import ProseText, ValuedText
from briefgen.model.values.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.fact import Fact

_OFFICES = "president|minister|chancellor|premier|king|ambassador|adviser|advisor|secretary"
TYPED_FORMER = late_pattern(
    rf"\b(?:former|acting|ex-|then[- ])(?=\s*(?:prime |foreign )?(?:{_OFFICES}))", re.IGNORECASE
)
"""A word that says how long an office lasts, or that it is over, before the office."""


def own_words(fact: Fact) -> Iterator[tuple[str, str]]:
    """Field and wording of every text that we wrote, in each of its languages; quotes are not among them.

    Of prose each paragraph by itself, under a name that the fact has its place by.
    """
    for field, value in values_where(fact, _is_ours):
        if value.__class__ is Text:  # as most are; many fields hold nothing
            yield from ((field.name, said) for _, said in value.by_language)
        elif value is not None:
            for part in each_of(field, value):
                yield from _worded(field.name, part)


def _is_ours(field: DeclaredField) -> bool:
    return field.role.nature is Nature.OURS


def _worded(name: str, words: Text | str | ProseText | ValuedText) -> Iterator[tuple[str, str]]:
    if isinstance(words, ProseText):  # the place of a paragraph is kept under its line
        yield from ((f"{name}/{line}", said) for line, said in words.paragraphs())
    elif isinstance(words, ValuedText):
        yield from ((name, said) for said in words.in_words)
    else:
        yield from ((name, said) for _, said in as_text(words).by_language)


def as_text(words: Text | str) -> Text:
    """Words of ours as a text, whether or not they may stand in several languages."""
    return words if isinstance(words, Text) else Text.plain(words)


def quotes(fact: Fact) -> Iterator[str]:
    """The words of a fact's sources."""
    yield from (source.quote for source in fact.sources if source.quote)
