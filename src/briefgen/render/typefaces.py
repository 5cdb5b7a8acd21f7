"""The bundled type families: static faces, and what their words measure.

FiraGO and a static form of Source Serif 4 lie in `fonts/`, each with its licence (SIL Open Font License 1.1, embedding
allowed); how they were made, and why the second calls itself Briefgen Serif, is told in `.ci/fonts.py`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import uharfbuzz as hb

from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    import re

_FONTS = Path(__file__).parent / "fonts"
_FAMILIES = {"firago": ("FiraGO", "FiraGO"), "source-serif-4": ("BriefgenSerif", "SourceSerif4")}
"""Folder → what its files are called, and what the family is called in documents."""

_STYLES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
"""(bold, italic) → style."""

_FIGURES = late_pattern(r"(?<![^\W_])\d+(?:[.,'’\u00a0\u202f]\d+)*(?![^\W_])")
"""Figures that are no part of a word: those of `25th` are not, and set wide they would stand apart from its letters."""
_NOUGHTS = dict.fromkeys(range(ord("1"), ord("9") + 1), "0")
_FEATURES = {"kern": True, "liga": True}


@dataclass(slots=True)
class Face:
    """One face of a family."""

    name: str
    """PostScript-like and unique: `FiraGO-Bold`."""
    path: Path
    """The static TrueType file."""
    hb_face: Any
    hb_font: Any
    per_em: float
    """1000 / units per em."""
    ascent: float
    """In 1/1000 em."""
    descent: float
    """In 1/1000 em, negative."""
    tabular: Advances = field(init=False)
    """Of texts with figures of equal width."""
    proportional: Advances = field(init=False)

    def __post_init__(self) -> None:
        self.tabular, self.proportional = Advances(self, tabular=True), Advances(self, tabular=False)

    def covers(self, character: str) -> bool:
        """Whether the face has a glyph for a character."""
        return bool(self.hb_font.get_nominal_glyph(ord(character)))

    def shape(self, text: str, *, tabular: bool = False, direction: str = "") -> tuple[list[Any], list[Any]]:
        """HarfBuzz's glyph infos and positions from left to right; `tabular` gives figures of equal width.

        `direction` is `ltr` or `rtl`; empty for that of the text's script.
        """
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        if direction:
            buffer.direction = direction
        features: dict[str, Any] = {**_FEATURES, "lnum": True}
        if tabular and (figures := [(*found.span(), True) for found in _FIGURES.finditer(text)]):
            features["tnum"] = figures
        hb.shape(self.hb_font, buffer, features)
        return buffer.glyph_infos or [], buffer.glyph_positions or []  # HarfBuzz gives none for no text

    def width(self, text: str, size: float, *, tabular: bool = False) -> float:
        """The advance of a text in points."""
        return (self.tabular if tabular else self.proportional)[text] * size / 1000


def _noughts(figures: re.Match[str]) -> str:
    return figures[0].translate(_NOUGHTS)


class Advances(dict[str, float]):
    """What texts measure in one face, in 1/1000 em; each is shaped when first asked for.

    Figures of equal width have one advance and no kerning of their own, so texts that differ in digits alone measure
    the same, and one of them is shaped: a brief has a few hundred new numbers of a dozen forms.
    """

    def __init__(self, face: Face, *, tabular: bool) -> None:
        super().__init__()
        self._face, self._tabular = face, tabular

    def __missing__(self, text: str) -> float:
        form = _FIGURES.sub(_noughts, text) if self._tabular else text
        if form != text:
            found = self[form]
        else:
            _, positions = self._face.shape(text, tabular=self._tabular)
            found = sum(position.x_advance for position in positions) * self._face.per_em
        self[text] = found
        return found


@cache
def face(source: str, *, bold: bool = False, italic: bool = False) -> Face:
    """A face of a bundled family: `firago` or `source-serif-4`; made once per process.

    Raises:
        KeyError: for a family that is not bundled.
    """
    file, name = _FAMILIES[source]
    style = _STYLES[bold, italic]
    path = _FONTS / source / f"{file}-{style}.ttf"
    # Mapped, not read: of a face's 800 kB a brief looks at a tenth, and all processes share what is mapped.
    hb_face = hb.Face(hb.Blob.from_file_path(path))
    font = hb.Font(hb_face)
    extents = font.get_font_extents("ltr")
    per_em = 1000 / hb_face.upem
    return Face(f"{name}-{style}", path, hb_face, font, per_em, extents.ascender * per_em, extents.descender * per_em)
