"""Words of a text some of which runs from right to left: pieces of one direction each."""

from __future__ import annotations

import itertools
import unicodedata
from typing import TYPE_CHECKING

from briefgen.render.bidirectional import levels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.render.pdf.text.shaped_words import Typeface, Word

_JOINERS = "\u200c\u200d"
"""They show nothing, and say whether their neighbours join."""
_INVISIBLE = {"Cc", "Cf"}


def directed_words(text: str, face: Typeface) -> Iterator[list[Word]]:
    """For each word of a text, parted at single spaces, its pieces in the order of the text; they are nobody else's.

    The last piece of a word knows the level of the space behind it.
    """
    of_each = levels(text)
    at = 0
    for word in text.split(" "):
        end = at + len(word)
        pieces = list(_pieces(word, of_each[at:end], face))
        if pieces and end < len(text):
            pieces[-1].space_level = of_each[end]
        yield pieces
        at = end + 1


def _pieces(word: str, of_each: list[int], face: Typeface) -> Iterator[Word]:
    shown = [pair for pair in zip(of_each, word, strict=True) if _is_shown(pair[1])]
    for level, part in itertools.groupby(shown, key=lambda pair: pair[0]):
        for piece in face.shaped("".join(character for _, character in part), level):
            piece.level = level
            yield piece


def _is_shown(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) not in _INVISIBLE
