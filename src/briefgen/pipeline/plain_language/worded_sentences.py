"""Which entry of the wording a sentence was made of, where no template and no record has most of its words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING

from briefgen.model.wording.patterns import Pattern
from briefgen.model.wording.phrases import Phrases, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.wording.wordings import Path

_LEAST = 3
"""Words of an entry by which it is known again."""
_SLOT = re.compile(r"\{[a-z_]+\}")


def entry_of(sentence: str, phrases: Phrases) -> Path | None:
    """The entry with the most words of its own in a sentence."""
    found = [
        (length, path)
        for path, words in _entries(phrases)
        if (length := len(_SLOT.sub(" ", words).split())) >= _LEAST and _is_made_of(sentence, words)
    ]
    return max(found, default=(0, None), key=lambda pair: pair[0])[1]


def _is_made_of(sentence: str, words: str) -> bool:
    literal = (r"\s+".join(map(re.escape, piece.split())) for piece in _SLOT.split(words))
    return re.search(".*?".join(literal), sentence, re.IGNORECASE) is not None


def _entries(phrases: Phrases) -> Iterator[tuple[Path, str]]:
    for field in fields(Phrases):
        name = name_of(field.name)
        match getattr(phrases, field.name):
            case Mapping() as several:
                yield from (((name, str(key)), words) for key, value in several.items() for words in _forms(value))
            case tuple() as listed:
                yield from (((name, str(at)), words) for at, value in enumerate(listed) for words in _forms(value))
            case value:
                yield from (((name,), words) for words in _forms(value))


def _forms(value: object) -> Iterator[str]:
    if isinstance(value, Pattern):
        yield from value.forms.values()
    elif isinstance(value, str):
        yield value
