"""The Flesch-Kincaid grade: the years at school that a text asks for, by the length of its sentences and words.

Names, acronyms and figures are words of a sentence, and are left out where syllables are counted: a reader knows the
countries or learns who they are, and `Lukashenko` in a plain sentence makes it no harder to understand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.pipeline.plain_language.syllables import syllables
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from briefgen.pipeline.plain_language.sentences import Sentence

_PER_WORD, _PER_SYLLABLE, _LESS = 0.39, 11.8, 15.59


@dataclass(frozen=True, slots=True)
class NameWords:
    """Which words of a brief are names."""

    known: frozenset[str]

    @classmethod
    def of(cls, sentences: Sequence[Sentence], given: Collection[str]) -> NameWords:
        """Words that are given as names, and those with a capital inside a sentence."""
        words = [word for sentence in sentences for word in sentence.words]
        inside = {word for sentence in sentences for word in sentence.words[1:] if word[0].isupper()}
        return cls(frozenset(inside - {word.capitalize() for word in words if word.islower()}) | frozenset(given))

    def of_sentence(self, sentence: Sentence) -> list[bool]:
        """Of each word, whether it is a name."""
        return [word[0].isupper() and (place > 0 or word in self.known) for place, word in enumerate(sentence.words)]


def grade(sentences: Sequence[Sentence], names: NameWords) -> float:
    """Of some sentences together; 0 of none."""
    words = sum(len(sentence.words) for sentence in sentences)
    plain = [word for sentence in sentences for word in _plain(sentence, names)]
    if not words or not plain:
        return 0.0
    per_word = sum(map(syllables, plain)) / len(plain)
    return _PER_WORD * words / len(sentences) + _PER_SYLLABLE * per_word - _LESS


def _plain(sentence: Sentence, names: NameWords) -> list[str]:
    """The words whose syllables count."""
    told = zip(sentence.words, names.of_sentence(sentence), strict=True)
    return [word for word, is_name in told if not is_name and word.replace("-", "").replace("’", "").isalpha()]
