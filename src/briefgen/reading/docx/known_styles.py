"""What the styles of a Word file say: asked once, as they are the same bytes in every brief of a house style."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefgen.reading.docx.word_xml import W, tree_of, values
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

_BODY_TEXT = 9
"""The outline level of what is no heading (ISO/IEC 29500-1, 17.3.1.20)."""
_MOST_HOUSES = 16


@dataclass(frozen=True, slots=True)
class KnownStyles:
    """What is asked of the styles of a file."""

    ids: frozenset[str]
    """Of every style that the file defines."""
    levels: Mapping[str, int]
    """The styles that Word takes for headings, by their ids: its own, and those with an outline level."""
    has_language: bool
    """Whether the text has a language."""


@lru_cache(maxsize=_MOST_HOUSES)
def known_styles(part: bytes) -> KnownStyles:
    """What the part of the styles says; raises XMLSyntaxError where it is not well-formed."""
    styles = tree_of(part)
    language = styles.find(f"{W}docDefaults//{W}lang")
    has_language = language is not None and bool(language.get(f"{W}val"))
    return KnownStyles(frozenset(values(styles, "style", "styleId")), dict(_heading_levels(styles)), has_language)


def _heading_levels(styles: Element) -> Iterator[tuple[str, int]]:
    for style in styles.iter(f"{W}style"):
        name, outline = style.find(f"{W}name"), style.find(f"{W}pPr/{W}outlineLvl")
        words = (name.get(f"{W}val") or "").lower().split(" ") if name is not None else []
        if words[:1] == ["heading"] and words[-1].isdecimal():
            yield style.get(f"{W}styleId") or "", int(words[-1])
        elif outline is not None and (level := outline.get(f"{W}val") or "").isdecimal() and int(level) < _BODY_TEXT:
            yield style.get(f"{W}styleId") or "", int(level) + 1
