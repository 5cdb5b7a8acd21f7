"""Which entries of the wording said what: patterns that note what they are filled in to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from briefgen.model.wording.patterns import CountedWords, Pattern
from briefgen.model.wording.phrases import name_of
from briefgen.records import dataclass, field, replace

if TYPE_CHECKING:
    from briefgen.model.wording.phrases import Phrases

_MOST = 20_000
"""Words that are kept in mind; a brief says fewer."""


@dataclass(slots=True)
class Heard:
    """Entry, and what it said, each once."""

    said: dict[tuple[str, str], None] = field(default_factory=dict)

    def note(self, entry: str, words: str) -> None:
        """An entry said something."""
        if len(self.said) < _MOST:
            self.said[entry, words] = None


@dataclass(frozen=True, slots=True)
class _HeardPattern(Pattern):
    entry: str
    heard: Heard

    def format(self, **given: str | int | CountedWords) -> str:
        words = Pattern.format(self, **given)
        self.heard.note(self.entry, words)
        return words


def hearing(phrases: Phrases, heard: Heard) -> Phrases:
    """The same words, which are noted as they are said."""
    names = (one.name for one in fields(phrases))
    said: dict[str, Any] = {name: _heard(name_of(name), getattr(phrases, name), heard) for name in names}
    return replace(phrases, **said)


def _heard(entry: str, value: object, heard: Heard) -> Any:  # noqa: ANN401 - of the same type as the value
    match value:
        case Pattern():
            return _HeardPattern(value.forms, entry, heard)
        case tuple():
            return tuple(_heard(f"{entry}.{at}", one, heard) for at, one in enumerate(value))
        case Mapping():
            return {key: _heard(f"{entry}.{key}", one, heard) for key, one in value.items()}
        case _:
            return value  # words without a place
