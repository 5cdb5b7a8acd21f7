"""The effective look of a Word file's styles: defaults, then each style on the one it is based on, then the theme.

Rules are those of ISO/IEC 29500-1, 17.7: names of styles are compared without case, ids may be in any language.
"""

from __future__ import annotations

import colorsys
from typing import TYPE_CHECKING

from briefgen.load.word.measures import colour, points, share
from briefgen.load.word.normal_form import STYLES, THEME
from briefgen.load.word.opc_parts import xml_of
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ON = {None, "1", "true", "on"}
_DEEPEST = 50
"""Styles based on one another that are followed."""
_WIDEST_SPACE = 300.0
"""Points before or after a paragraph that are believed; a cover's title may stand half a page down."""
_SIZE_OF_SILENCE = 10.0
"""The type size where nothing names one (17.3.2.38)."""
_CELL_SIDE = 5.75
"""What a cell keeps free at its left and right where nothing says it (17.4.41)."""
_SIDES = {"start": "left", "end": "right"}
_BANDS = {"band1Horz", "band2Horz"}
_MOST_BAND_ROWS = 20
_SCHEME = {
    "text1": "dk1", "text2": "dk2", "background1": "lt1", "background2": "lt2", "dark1": "dk1", "dark2": "dk2",
    "light1": "lt1", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip


@dataclass(slots=True)
class EffectiveStyle:
    """What a style comes to; None where nothing in its chain says it."""

    font: str | None = None
    size: float = _SIZE_OF_SILENCE
    bold: bool = False
    italic: bool = False
    colour: str | None = None
    before: float = 0.0
    after: float = 0.0
    line: float | None = None
    """Leading in points."""
    lines: float = 1.0
    """Leading in lines, where it is not in points."""
    right_to_left: bool = False


@dataclass(slots=True)
class TableLook:
    """What a table style draws."""

    head_fill: str | None = None
    head_colour: str | None = None
    rule: str | None = None
    bands: dict[str, str] = field(default_factory=dict)
    """`band1Horz` for the first, third ... band of rows, `band2Horz` for those between → its ground."""
    band_rows: int = 1
    room: dict[str, float] = field(default_factory=lambda: {"left": _CELL_SIDE, "right": _CELL_SIDE})
    """What cells keep free at a side, in points; top and bottom are there only where the file sets them."""


@dataclass(slots=True)
class WordStyles:
    """The styles and the theme of one file."""

    styles: Element
    theme: Element | None
    by_id: dict[str, Element] = field(default_factory=dict)
    by_name: dict[tuple[str, str], Element] = field(default_factory=dict)

    @classmethod
    def of(cls, parts: Mapping[str, bytes]) -> WordStyles:
        """The styles of an opened file."""
        theme = xml_of(THEME, parts[THEME]) if THEME in parts else None
        made = cls(xml_of(STYLES, parts[STYLES]), theme)
        for style in made.styles.iter(f"{_W}style"):
            made.by_id[style.get(f"{_W}styleId") or ""] = style
            kind = style.get(f"{_W}type") or "paragraph"
            for called in [_value(style, "name"), *(_value(style, "aliases") or "").split(",")]:
                if called:
                    made.by_name.setdefault((kind, called.strip().lower()), style)
        return made

    def look(self, *names: str) -> EffectiveStyle | None:
        """The look of the first of some paragraph styles that is there."""
        for name in names:
            style = self.by_name.get(("paragraph", name.lower()))
            if style is not None:
                return self._look(style)
        return None

    def default_look(self) -> EffectiveStyle:
        """The look of text without a style."""
        default = next((s for s in self.styles.iter(f"{_W}style") if self._is_default(s)), None)
        return self._look(default)

    def table(self) -> TableLook | None:
        """The file's own table style: its own `Brief Table`, else the first that is not built in."""
        own = self.by_name.get(("table", "brief table"))
        tables = (s for s in self.styles.iter(f"{_W}style") if s.get(f"{_W}type") == "table")
        style = (
            own if own is not None else next((s for s in tables if s.get(f"{_W}customStyle") in {"1", "true"}), None)
        )
        if style is None:
            return None
        look = TableLook()
        for one in self._chain(style):
            self._add_table(look, one)
        return look

    def frame_of(self, style: Element) -> Element | None:
        """The frame that paragraphs of a style stand in; None for none."""
        frames = (one.find(f"{_W}pPr/{_W}framePr") for one in reversed(self._chain(style)))
        return next((frame for frame in frames if frame is not None), None)

    def theme_colour(self, name: str, tint: str | None = None, shade: str | None = None) -> str | None:
        """A colour of the theme as `#rrggbb`, lightened or darkened as Word does (17.18.97)."""
        scheme = _SCHEME.get(name, name)
        found = self.theme.find(f".//{_A}clrScheme/{_A}{scheme}") if self.theme is not None else None
        if found is None or not len(found):
            return None
        value = found[0].get("val") if found[0].tag == f"{_A}srgbClr" else found[0].get("lastClr")
        plain = colour(value)
        return _shaded(plain, share(tint), share(shade)) if plain else None

    # ---------------------------------------------------------------- the cascade

    @staticmethod
    def _is_default(style: Element) -> bool:
        return style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") in {"1", "true"}

    def _chain(self, style: Element | None) -> list[Element]:
        """A style with what it is based on, the root first."""
        chain: list[Element] = []
        while style is not None and style not in chain and len(chain) < _DEEPEST:
            chain.append(style)
            style = self.by_id.get(_value(style, "basedOn") or "")
        return chain[::-1]

    def _look(self, style: Element | None) -> EffectiveStyle:
        look = EffectiveStyle()
        defaults = self.styles.find(f"{_W}docDefaults")
        if defaults is not None:
            self._add(look, defaults.find(f"{_W}rPrDefault/{_W}rPr"), defaults.find(f"{_W}pPrDefault/{_W}pPr"))
        for one in self._chain(style):
            self._add(look, one.find(f"{_W}rPr"), one.find(f"{_W}pPr"))
        return look

    def _add(self, look: EffectiveStyle, run: Element | None, paragraph: Element | None) -> None:
        if run is not None:
            look.font = self._font(run.find(f"{_W}rFonts")) or look.font
            look.size = points(_value(run, "sz"), 2) or look.size
            for name, attribute in (("b", "bold"), ("i", "italic")):
                toggle = run.find(f"{_W}{name}")
                if toggle is not None:
                    setattr(look, attribute, toggle.get(f"{_W}val") in _ON)
            look.colour = self._colour(run.find(f"{_W}color"), "val", "theme") or look.colour
        direction = paragraph.find(f"{_W}bidi") if paragraph is not None else None
        if direction is not None:
            look.right_to_left = direction.get(f"{_W}val") in _ON
        spacing = paragraph.find(f"{_W}spacing") if paragraph is not None else None
        if spacing is not None:
            _add_spacing(look, spacing)

    def _font(self, fonts: Element | None) -> str | None:
        if fonts is None:
            return None
        themed = fonts.get(f"{_W}asciiTheme") or fonts.get(f"{_W}hAnsiTheme")
        if themed and self.theme is not None:
            kind = "majorFont" if themed.startswith("major") else "minorFont"
            latin = self.theme.find(f".//{_A}{kind}/{_A}latin")
            if latin is not None and latin.get("typeface"):
                return str(latin.get("typeface"))
        named: str | None = fonts.get(f"{_W}ascii") or fonts.get(f"{_W}hAnsi")
        return named

    def _colour(self, element: Element | None, attribute: str, prefix: str) -> str | None:
        """The theme's colour where one is named, else the value beside it."""
        if element is None:
            return None
        name = element.get(f"{_W}{prefix}Color" if prefix == "theme" else f"{_W}{prefix}")
        if name:
            shade, tint = element.get(f"{_W}{prefix}Shade"), element.get(f"{_W}{prefix}Tint")
            found = self.theme_colour(name, tint, shade)
            if found:
                return found
        return colour(element.get(f"{_W}{attribute}"))

    def _add_table(self, look: TableLook, style: Element) -> None:
        for border in style.iterfind(f"{_W}tblPr/{_W}tblBorders/*"):
            if border.get(f"{_W}val") not in {"nil", "none"}:
                look.rule = self._colour(border, "color", "theme") or look.rule
        for margin in style.iterfind(f"{_W}tblPr/{_W}tblCellMar/*"):
            side = margin.tag.removeprefix(_W)
            look.room[_SIDES.get(side, side)] = max(points(margin.get(f"{_W}w"), 20) or 0.0, 0.0)
        size = style.find(f"{_W}tblPr/{_W}tblStyleRowBandSize")
        if size is not None:
            look.band_rows = min(max(int(points(size.get(f"{_W}val"), 1) or 1), 1), _MOST_BAND_ROWS)
        for part in style.iterfind(f"{_W}tblStylePr"):
            kind, fill = part.get(f"{_W}type"), self._colour(part.find(f"{_W}tcPr/{_W}shd"), "fill", "themeFill")
            if kind == "firstRow":
                look.head_fill = fill or look.head_fill
                look.head_colour = self._colour(part.find(f"{_W}rPr/{_W}color"), "val", "theme") or look.head_colour
            elif kind in _BANDS and fill:
                look.bands[kind] = fill

    def fonts(self) -> Iterator[str]:
        """Every family that a style names, once."""
        looks = (self._look(style) for style in self.by_id.values() if style.get(f"{_W}type") != "numbering")
        yield from dict.fromkeys(look.font for look in looks if look.font)


def _value(element: Element, name: str) -> str | None:
    child = element.find(f"{_W}{name}")
    return None if child is None else child.get(f"{_W}val")


def _add_spacing(look: EffectiveStyle, spacing: Element) -> None:
    look.before = _space(spacing.get(f"{_W}before"), look.before)
    look.after = _space(spacing.get(f"{_W}after"), look.after)
    automatic = spacing.get(f"{_W}lineRule", "auto") == "auto"
    line = points(spacing.get(f"{_W}line"), 240 if automatic else 20)
    if line and automatic:
        look.lines, look.line = line, None
    elif line:
        look.line = line


def _space(text: str | None, default: float) -> float:
    said = points(text, 20)
    return default if said is None else min(max(said, 0.0), _WIDEST_SPACE)


def _shaded(value: str, tint: float | None, shade: float | None) -> str:
    red, green, blue = (int(value[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    if shade is not None:
        light *= shade
    if tint is not None:
        light = light * tint + 1 - tint
    return "#" + "".join(f"{round(part * 255):02x}" for part in colorsys.hls_to_rgb(hue, light, full))
