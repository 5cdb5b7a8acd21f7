"""Words with places in them, as an entry of the wording has them."""

from __future__ import annotations

from functools import lru_cache, reduce
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_SLOT = late_pattern(r"\{([a-z_]+)\}")
_SIGNS = frozenset(",;:.")
"""Behind words that a comma closes, each of these does its work."""
OTHER = "other"
"""The category of a number that every language has (CLDR)."""
CATEGORIES = ("zero", "one", "two", "few", "many", OTHER)
"""CLDR's plural categories."""


@dataclass(frozen=True, slots=True)
class CountedWords:
    """A number that words are chosen by, and the words for it."""

    category: str
    """The language's plural category of it (CLDR): `one`, `other`."""
    words: str

    def __str__(self) -> str:
        """As it is printed."""
        return self.words


@dataclass(frozen=True, slots=True)
class Pattern:
    """An entry's words, `rose by {estimate}`: one form, or one for each plural category of a number."""

    forms: Mapping[str, str]
    """Plural category → words; `other` alone where they depend on no number."""

    @property
    def text(self) -> str:
        """The words as they are written, with their places."""
        return self.forms[OTHER]

    def format(self, **given: str | int | CountedWords) -> str:
        """The words with what is filled in; a number that is counted chooses among the forms."""
        counted, closes = OTHER, False
        for value in given.values():
            if isinstance(value, CountedWords):
                counted = value.category
            elif isinstance(value, str) and value.endswith(","):
                closes = True
        said: list[str] = []
        for before, slot, behind in _parted(self.forms.get(counted, self.text)):
            said.append(before)
            if slot:
                said.append(_closed_once(str(given[slot]), behind) if closes else str(given[slot]))
        return "".join(said)

    def in_a_row(self, texts: Sequence[str]) -> str:
        """Texts one behind the other, joined as the words join two; empty of none."""
        return reduce(lambda before, after: self.format(before=before, after=after), texts) if texts else ""

    def pieces(self) -> Iterator[tuple[str, str]]:
        """The words and places in order: text before a place, and the name of the place, empty behind the last."""
        return ((before, slot) for before, slot, _ in _parted(self.text))


@lru_cache(maxsize=4096)
def _parted(words: str) -> tuple[tuple[str, str, str], ...]:
    """Text before a place, the name of the place, the sign behind it; no name behind the last."""
    parts: list[tuple[str, str, str]] = []
    rest = 0
    for found in _SLOT.finditer(words):
        parts.append((words[rest : found.start()], found[1], words[found.end() : found.end() + 1]))
        rest = found.end()
    return (*parts, (words[rest:], "", ""))


def _closed_once(said: str, behind: str) -> str:
    """What is filled in, without the comma that closes it where a sign behind it does so."""
    return said[:-1] if said.endswith(",") and behind in _SIGNS else said


def at_an_end(words: str) -> str:
    """Words without the comma that closes them where a sentence goes on."""
    return words.removesuffix(",")


def slots_in(text: str) -> tuple[str, ...]:
    """The names of the places in words, in order."""
    return tuple(_SLOT.findall(text))


def stray_brace(text: str) -> int | None:
    """Where a brace stands that belongs to no place; None where none does."""
    left = _SLOT.sub(lambda found: " " * len(found[0]), text)
    return next((at for at, sign in enumerate(left) if sign in "{}"), None)


@dataclass(frozen=True, slots=True)
class Handed:
    """What an entry is handed."""

    required: tuple[str, ...]
    """Places that its words must have: a figure or name would be lost without."""
    optional: tuple[str, ...] = ()
    """Places that they may have."""
    by: str = ""
    """The one that is a number, by which forms may differ."""
    either: tuple[str, ...] = ()
    """Places that say the same, one of which its words must have."""

    @property
    def slots(self) -> tuple[str, ...]:
        """All places."""
        return (*self.required, *self.either, *self.optional)

    @property
    def needed(self) -> tuple[tuple[str, ...], ...]:
        """What would be lost: of each, one of the places that say it must stand."""
        return (*((slot,) for slot in self.required), *((self.either,) if self.either else ()))


def handed(*required: str, optional: tuple[str, ...] = (), by: str = "", either: tuple[str, ...] = ()) -> Handed:
    """What an entry is handed; the number that its forms may differ by is one of its places, or stands for itself."""
    return Handed(required, optional, by, either)


NOTHING = Handed(())
"""Of words without a place."""
