"""How references are sorted: by the keys of a style, or as they come where it has none."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from briefgen.compose.citations.csl.formatting import without_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.compose.citations.csl.items import CitedItem

_NAMESPACES = {"cs": "http://purl.org/net/xbiblio/csl"}


def in_style_order(items: Sequence[CitedItem], layout: Any) -> list[CitedItem]:  # noqa: ANN401 - citeproc has no types
    """The items in the order that the style wants for its list, or inside one citation."""
    sort = layout.getparent().find("cs:sort", _NAMESPACES)
    return list(items) if sort is None else list(sort.sort(list(items), layout))


_LETTERS = {"æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ŋ": "n", "ĸ": "k", "ə": "e", "ĳ": "ij"}
"""Latin letters that are no other letter with a mark, and whose place in an alphabet of many languages is there."""
_WITH = " WITH "
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")


def sorted_by(text: object) -> str:
    """What a text is sorted by: without marks, accents, strokes and leading quotes, in small letters.

    Example:
        >>> sorted_by("«Łukasz Østby»"), sorted_by("Ærø"), sorted_by("Ёлкин")
        ('lukasz ostby»', 'aero', 'елкин')
    """
    plain = unicodedata.normalize("NFKD", without_marks(text)).casefold()
    return "".join(_folded(c) for c in plain if not unicodedata.combining(c)).lstrip("'\"‘’“”«»„‚‹›「『《〈 ")


def _folded(character: str) -> str:
    """A letter without its stroke, hook or tail, which Unicode does not take apart but names: O WITH STROKE."""
    if character.isascii():
        return character
    if character in _LETTERS:
        return _LETTERS[character]
    name = unicodedata.name(character, "")
    if _WITH not in name or not name.startswith(_SCRIPTS):
        return character
    try:
        return unicodedata.lookup(name.partition(_WITH)[0])
    except KeyError:
        return character
