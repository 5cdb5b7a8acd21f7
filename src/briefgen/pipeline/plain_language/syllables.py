"""How many syllables an English word has: by where it divides, and by its vowels.

Patterns of division (Hunspell's, as in the package pyphen) miss places where no line should end, and mark some that
begin no syllable. So a part counts where it holds a vowel, and a word has at least as many syllables as groups of
vowels that are heard. Together they are right of 98 in 100 words of briefs, and half a per cent off in sum.
"""

from __future__ import annotations

import re
from functools import cache

from briefgen.hyphenation import points
from briefgen.late_patterns import late_pattern

_PATTERNS = "en-US"
"""Closest to how words are spoken; the British ones divide by origin: `struc-ture`."""
_VOWELS = late_pattern(r"[aeiouy]+")
_SILENT = late_pattern(r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeiouysxzcg])(?<!ch)(?<!sh)es$|(?<=[^aeiouytd])ed$")
"""The e that is seen and not heard: `trade`, `whole`, `rates`, `signed`; that of `table` and `exchanges` is heard."""
_LETTERS = late_pattern(r"[^\W\d_]+")


def syllables(word: str) -> int:
    """Of a word, the parts of a compound added up.

    Example:
        >>> [syllables(word) for word in ("trade", "agreement", "cooperation", "well-known", "signed", "India’s")]
        [1, 3, 5, 2, 1, 3]
    """
    bare = re.sub(r"[’']s?\b", "", word.casefold())
    return sum(_of_letters(part) for part in _LETTERS.findall(bare))


@cache
def _of_letters(word: str) -> int:
    ends = (*points(word, _PATTERNS), len(word))
    parts = (word[start:end] for start, end in zip((0, *ends), ends, strict=False))
    heard = _SILENT.sub("", word) if len(_VOWELS.findall(word)) > 1 else word
    return max(sum(_VOWELS.search(part) is not None for part in parts), len(_VOWELS.findall(heard)), 1)
