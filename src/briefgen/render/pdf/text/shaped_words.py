"""Words as ready pieces of a content stream: shaped once per process, with exact widths and exact text.

A code in the content stream is the glyph's number in its face, so a word's pieces hold for every document.
"""

from __future__ import annotations

import itertools
import struct
import unicodedata
from functools import cache, cached_property
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass, field
from briefgen.render.bidirectional import as_seen, runs_from_right, stretches
from briefgen.render.typefaces import face

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.render.typefaces import Face

_MOST_WORDS = 20_000
"""A cache is emptied when it holds so many words, so that a batch's memory stays flat."""
_REPLACEMENTS = "\u25ca?"
"""Printed for a character that no face has: the first that is covered."""
_BREAKS = late_pattern(r"(?<=[^\W_][-\u2010\u2013\u2014/])(?=[^\W\d_])|(?:(?<=[?&=])|(?<=[^/]/))(?=[^\W\d_]{3})|\u200b")
"""Where a line may end inside a word: after a hyphen, dash or slash, not before a figure."""
_ADDRESS_BREAKS = late_pattern(r"(?:(?<=[?&=])|(?<=[^/]/))(?=[^\W_]{3})|\u200b")
"""In an address, of mail too, not after a hyphen, which who copies it would lose; nor behind `https://`, which says
nothing yet."""
_INVISIBLE = {"Cc", "Cf"}

SOFT = -1.0
"""What may follow a piece: a line end without a space."""
GLUED = 0.0
"""What may follow a piece: nothing, the next one belongs to it."""


@dataclass(slots=True, eq=False)
class Word:
    """One word, or a part of one, shaped in one face."""

    text: str
    font: Font
    advance: float
    """In 1/1000 em."""
    codes: str
    """Elements of a TJ array."""
    glyphs: tuple[tuple[int, str], ...]
    """Each glyph with the text it stands for."""
    missing: str = ""
    """Characters that no face has."""
    level: int = 0
    """In a text some of which runs from right to left: odd for a piece that does."""
    space_level: int = 0
    """That of the space behind it."""


@dataclass(slots=True, eq=False)
class Font:
    """A face as the writer uses it; one per process."""

    face: Face
    space: float
    """Advance of a space in 1/1000 em."""
    space_glyph: int
    subsets: dict[tuple[int, ...], tuple[int, bytes]] = field(default_factory=dict)
    """Glyph sets seen before: their file's length and its compressed bytes."""
    tables: dict[bytes, tuple[str, bytes]] = field(default_factory=dict)
    """Codes and texts seen before: what a file says of their widths, and their compressed map."""
    glyphs: dict[int, tuple[int, str]] = field(default_factory=dict)
    """Glyphs seen before: advance in the face's own units, and code as it is written."""

    def advance(self, glyph: int) -> float:
        """The advance of a glyph in 1/1000 em."""
        return self._glyph(glyph)[0] * self.face.per_em

    def _glyph(self, glyph: int) -> tuple[int, str]:
        known = self.glyphs.get(glyph)
        if known is None:
            known = self.glyphs[glyph] = (self.face.hb_font.get_glyph_h_advance(glyph), f"{glyph:04X}")
        return known

    def shape(self, text: str, shown: str, *, tabular: bool, direction: str = "") -> Word | None:
        """A word whose `text` is drawn as `shown`; None where the face lacks a glyph."""
        infos, positions = self.face.shape(shown, tabular=tabular, direction=direction)
        glyphs = [info.codepoint for info in infos]
        if 0 in glyphs:  # .notdef: PDF/A forbids to show it, and it says nothing
            return None
        codes, units, per_em = ["<"], 0, self.face.per_em
        for glyph, position in zip(glyphs, positions, strict=True):
            own, code = self._glyph(glyph)
            step = position.x_advance
            units += step
            # A mark stands aside of where it comes in the text: over or under its letter.
            aside = round(position.x_offset * per_em) if position.x_offset else 0
            codes.append(f">{-aside}<{code}" if aside else code)
            # A glyph moves on by its own width, which the font's table states; kerning is told as a correction.
            if (step != own or aside) and (correction := round((own - step) * per_em) + aside):
                codes.append(f">{correction}<")
        texts = _texts(text, [info.cluster for info in infos]) if text == shown else [text]
        # Every glyph must say something for its text to be found again; a zero-width space is the least.
        texts += ["\u200b"] * (len(glyphs) - len(texts))
        return Word(text, self, units * per_em, "".join(codes) + ">", tuple(zip(glyphs, texts, strict=True)))


def _texts(text: str, clusters: list[int]) -> list[str]:
    """What each glyph stands for. Of several glyphs for one cluster the last carries what is left of its text."""
    spaced = text if text.isascii() else "".join(" " if unicodedata.category(c) == "Zs" else c for c in text)
    if len(clusters) == len(text) and clusters == list(range(len(text))):
        return list(spaced)
    ends = dict(itertools.pairwise(sorted({*clusters, len(text)})))
    texts: list[str] = []
    for cluster, glyphs in itertools.groupby(clusters):
        part = spaced[cluster : ends[cluster]]
        first = len(list(glyphs)) - 1
        texts += [part[nth : nth + 1] or "\u200b" for nth in range(first)]
        texts.append(part[first:] or "\u200b")
    return texts


@cache
def font(source: str, *, bold: bool, italic: bool) -> Font:
    """A bundled face made ready for the writer."""
    opened = face(source, bold=bold, italic=italic)
    space = opened.hb_font.get_nominal_glyph(ord(" "))
    return Font(opened, opened.hb_font.get_glyph_h_advance(space) * opened.per_em, space)


class Typeface:
    """A face with others to fall back on, character by character."""

    def __init__(self, sources: tuple[str, ...], *, bold: bool, italic: bool, tabular: bool) -> None:
        self._sources = sources
        self._bold, self._italic, self._tabular = bold, italic, tabular
        self.main = font(sources[0], bold=bold, italic=italic)
        self.space = self.main.space
        self.known: dict[str, tuple[tuple[Word, float], ...]] = {}
        """Words seen before, in their pieces."""
        self._labels: dict[str, list[Word]] = {}

    @cached_property
    def _fonts(self) -> tuple[Font, ...]:
        """All faces, opened when the first one lacks a glyph."""
        return tuple(font(source, bold=self._bold, italic=self._italic) for source in self._sources)

    def pieces(self, word: str) -> tuple[tuple[Word, float], ...]:
        """The parts of a word, each with what may follow it: SOFT or GLUED."""
        found = self.known.get(word)
        if found is None:
            if len(self.known) > _MOST_WORDS:
                self.known.clear()
            found = self.known[word] = tuple(self._parts(word))
        return found

    def label(self, text: str) -> list[Word]:
        """A short text without breaks, spaces included; remembered, as figures repeat theirs."""
        found = self._labels.get(text)
        if found is None:
            if len(self._labels) > _MOST_WORDS:
                self._labels.clear()
            found = self._labels[text] = self._label(text)
        return found

    def _label(self, text: str) -> list[Word]:
        if not runs_from_right(text):
            return self.shaped(text)
        words = [(level, word) for level, part in stretches(text) for word in self.shaped(part, level)]
        return as_seen([word for _, word in words], [level for level, _ in words])

    def _parts(self, word: str) -> Iterator[tuple[Word, float]]:
        if word.isalnum():  # most words, which no break can part
            *head, last = self.shaped(word)
            yield from ((piece, GLUED) for piece in head)
            yield last, GLUED
            return
        breaks = _ADDRESS_BREAKS if "://" in word or "@" in word else _BREAKS
        parts = ["".join(c for c in part if unicodedata.category(c) not in _INVISIBLE) for part in breaks.split(word)]
        parts = [part for part in parts if part]
        for index, part in enumerate(parts):
            *head, last = self.shaped(part)
            for piece in head:
                yield piece, GLUED
            yield last, SOFT if index + 1 < len(parts) else GLUED

    def shaped(self, text: str, level: int | None = None) -> list[Word]:
        """A text without breaks in as few faces as it takes, in the order of the text.

        With a level the direction is that of the level, else that of the text's script.
        """
        direction = "" if level is None else ("ltr", "rtl")[level % 2]
        whole = self.main.shape(text, text, tabular=self._tabular, direction=direction)
        if whole:
            return [whole]
        return [word for chosen, run in self._runs(text) for word in self._fallback(chosen, run, direction)]

    def _runs(self, text: str) -> Iterator[tuple[Font | None, str]]:
        for chosen, characters in itertools.groupby(text, self._first_with):
            yield chosen, "".join(characters)

    def _first_with(self, character: str) -> Font | None:
        return next((candidate for candidate in self._fonts if candidate.face.covers(character)), None)

    def _fallback(self, chosen: Font | None, run: str, direction: str) -> list[Word]:
        word = chosen.shape(run, run, tabular=self._tabular, direction=direction) if chosen else None
        return [word] if word else [self._replacement(character) for character in run]

    def _replacement(self, character: str) -> Word:
        for candidate in self._fonts:
            for shown in _REPLACEMENTS:
                word = candidate.shape(character, shown, tabular=self._tabular)
                if word:
                    word.missing = character
                    return word
        raise AssertionError("a bundled face has a question mark")


@cache
def typeface(source: str, *, bold: bool, italic: bool, tabular: bool = False) -> Typeface:
    """A family's face, with the other bundled family behind it."""
    other = {"firago": "source-serif-4", "source-serif-4": "firago"}.get(source)
    sources = (source, other) if other else (source,)
    return Typeface(sources, bold=bold, italic=italic, tabular=tabular)


@dataclass(frozen=True, slots=True)
class Measurements:
    """What a font descriptor says of a face, in 1/1000 em."""

    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    italic_angle: float
    stem: int


@cache
def measurements(of: Font) -> Measurements:
    """A face's measures, read from its head, OS/2 and post tables."""
    per_em = of.face.per_em
    tables = [bytes(of.face.hb_face.reference_table(tag).data) for tag in ("head", "OS/2", "post")]
    head, os2, post = tables
    box = tuple(round(value * per_em) for value in struct.unpack_from(">4h", head, 36))
    (weight,) = struct.unpack_from(">H", os2, 4)
    (cap_height,) = struct.unpack_from(">h", os2, 88)
    (angle,) = struct.unpack_from(">i", post, 4)
    return Measurements(
        (box[0], box[1], box[2], box[3]),
        round(of.face.ascent),
        round(of.face.descent),
        round(cap_height * per_em),
        angle / 65536,
        round(50 + (weight / 65) ** 2),
    )
