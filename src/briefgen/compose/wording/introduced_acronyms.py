"""Acronyms that a text introduces itself: `Eurasian Economic Union (EAEU)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_BRACKETED = late_pattern(r"(?<=\s)\((?P<short>[^\W\d_][\w&-]{1,9})\)")
_WORD = late_pattern(r"[^\W_]+(?:[’'][^\W_]+)?")
_END_OF_PHRASE = late_pattern(r"(?!(?<=\w)–\w)[^\w\s’'&-]")
"""A dash between two letters joins names: `China–Pakistan Economic Corridor`."""
_SMALL_WORDS_PER_LETTER = 2
_LEAST_CAPITALS = 2


def is_acronym(short: str) -> bool:
    """Whether a short name is read letter by letter or as a made-up word, and not as the words that it says.

    Example:
        >>> [is_acronym(short) for short in ("SCO", "AfDB", "Horizon", "Visegrad Group", "G7")]
        [True, True, False, False, False]
    """
    return len(short.split()) == 1 and sum(letter.isupper() for letter in short) >= _LEAST_CAPITALS


def introduced_in(text: str) -> Iterator[tuple[str, str]]:
    """Each acronym in brackets whose letters begin the words before it, with these words.

    Example:
        >>> list(introduced_in("the Eurasian Economic Union (EAEU) and a summit (SCO)"))
        [('EAEU', 'Eurasian Economic Union')]
        >>> list(introduced_in("the China–Pakistan Economic Corridor (CPEC)"))
        [('CPEC', 'China–Pakistan Economic Corridor')]
    """
    for found in _BRACKETED.finditer(text):
        short = found["short"]
        start = _start_of_phrase(text, found.start())
        words = list(_WORD.finditer(text, start, found.start()))[-_SMALL_WORDS_PER_LETTER * len(short) :]
        first = _first_word(words, short) if is_acronym(short) else None
        if first is not None:
            yield short, " ".join(text[words[first].start() : found.start()].split())


def _start_of_phrase(text: str, end: int) -> int:
    """Where the words begin that can be one name: behind the last stop, comma or bracket."""
    ends = [found.end() for found in _END_OF_PHRASE.finditer(text, 0, end)]
    return ends[-1] if ends else 0


def _first_word(words: Sequence[re.Match[str]], short: str) -> int | None:
    """Which word a name begins with that an acronym is made of; None where it is made of other words.

    Every capital of the name must be in the acronym, in this order, and every letter of the acronym in its word.
    """
    for first in range(len(words) - 1, -1, -1):
        name = [word[0] for word in words[first:]]
        if name[0][0].casefold() != short[0].casefold() or not name[0][0].isupper():
            continue
        if _spells([word for word in name if word[0].isupper()], short):
            return first
    return None


def _spells(capitalised: Sequence[str], short: str) -> bool:
    """Whether an acronym takes the first letter of each word, and further ones out of the same word, in order."""
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    if not capitalised or len(capitalised) > len(letters):
        return False
    return _taken("".join(letters), [word.casefold() for word in capitalised])


def _taken(letters: str, words: Sequence[str]) -> bool:
    if not words:
        return not letters
    if not letters or letters[0] != words[0][0]:
        return False
    taken = 1
    while True:
        if _taken(letters[taken:], words[1:]):
            return True
        taken += 1
        if taken > len(letters) or not _is_in_order(letters[:taken], words[0]):
            return False


def _is_in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)
