"""templates/styles/house.yaml over the default style."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from briefgen.load.nodes.node import Mapping
from briefgen.load.shapes.converters import TRUTH, number_within, one_of
from briefgen.load.shapes.shape import BAD, Bad, Converter, Field, Shape, from_text, list_of, record
from briefgen.load.shapes.usual_values import usual_of
from briefgen.load.shapes.value_schemas import named
from briefgen.load.styles.style_logos import LOGO, read_logos
from briefgen.model.looks.style import (
    DEFAULT_STYLE,
    SMALLEST_TEXT_MM,
    TEXT_STYLES,
    Family,
    PageGeometry,
    Palette,
    Style,
    TextStyle,
)
from briefgen.records import replace

if TYPE_CHECKING:
    from briefgen.diagnostics import Report
    from briefgen.load.nodes.node import Node
    from briefgen.world import World


def _colour(text: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise ValueError("not a colour such as #0b4f6c")
    return text.lower()


def _values(**values: Any) -> dict[str, Any]:  # noqa: ANN401 - checked by the shape
    return values


def _family_name(text: str) -> str:
    if len(text) > _LONGEST_NAME:
        raise ValueError(f"the name of a family has at most {_LONGEST_NAME} characters")
    return text


COLOUR = from_text(
    "a colour such as #0b4f6c", "BG108", _colour, lambda _: "write # and six hexadecimal digits", named("colour")
)
FAMILY_NAME = from_text(
    "the name of a family", "BG108", _family_name, lambda _: "write it as Word does", named("words")
)
GENERIC = ("serif", "sans-serif", "monospace", "system-ui")
"""Families that every browser has (CSS Fonts 4, 2.1.3)."""
FAMILIES = ("firago", "source-serif-4")
"""Families that every format can embed."""


def _shape(what: str, converters: dict[str, Converter], usual: dict[str, Any] | None = None) -> Converter:
    shaped = {name: Field(converter) for name, converter in converters.items()}
    return record(Shape(what, shaped, _values, wants_place=False, usual=usual or {}))


MILLIMETRES, TYPE_SIZE, SPACE = (
    number_within(0, 1200, "millimetres"),
    number_within(4, 72, "points"),
    number_within(0, 144, "points"),
)
_LONGEST_NAME = 60
"""Twice what Word takes."""
_SERIES = 3

_OF_INK = ("accent", "caution")
"""Colours that are the ink of the file where it names none."""

PAGE = _shape("the page", {f.name: MILLIMETRES for f in fields(PageGeometry)}, usual_of(DEFAULT_STYLE.page))
PALETTE = _shape(
    "the palette",
    {f.name: list_of(COLOUR) if f.name == "series" else COLOUR for f in fields(Palette)},
    {name: colour for name, colour in usual_of(DEFAULT_STYLE.palette).items() if name not in _OF_INK},
)
_OF_A_FAMILY = {"name": FAMILY_NAME, "source": one_of(FAMILIES), "fallback": one_of(GENERIC), "embed": TRUTH}
_OF_A_TEXT = {
    "family": one_of(("sans", "serif")), "size": TYPE_SIZE, "leading": TYPE_SIZE, "bold": TRUTH, "italic": TRUTH,
    "colour": one_of([f.name for f in fields(Palette) if f.name != "series"]), "space_before": SPACE,
    "space_after": SPACE,
}  # fmt: skip
_FAMILIES = {name: _shape("a family", _OF_A_FAMILY, usual_of(usual)) for name, usual in DEFAULT_STYLE.families.items()}
_TEXTS = {name: _shape("a text style", _OF_A_TEXT, usual_of(DEFAULT_STYLE.text[name])) for name in TEXT_STYLES}
STYLE = Shape("a style", {
    "page": Field(PAGE), "palette": Field(PALETTE),
    "families": Field(_shape("the group of families", _FAMILIES)),
    "text": Field(_shape("the group of text styles", _TEXTS)),
    "logos": Field(list_of(LOGO)),
}, _values, wants_place=False)  # fmt: skip


def read_style(root: Node | None, world: World, report: Report) -> Style:
    """The house style; what the file does not set stays as the default has it. The world has the logos' pictures."""
    given = STYLE.read(root, report) if root is not None else BAD
    if isinstance(given, Bad):
        return DEFAULT_STYLE
    base = DEFAULT_STYLE
    families: dict[str, Family] = {
        name: replace(family, **given.get("families", {}).get(name, {})) for name, family in base.families.items()
    }
    text: dict[str, TextStyle] = {
        name: replace(style, **given.get("text", {}).get(name, {})) for name, style in base.text.items()
    }
    page, palette = _page(base.page, given.get("page", {})), _palette(given.get("palette", {}))
    logos = read_logos(given.get("logos", ()), page, world, report)
    style = Style(page, palette, families, text, logos=logos).with_head_room()
    return style if isinstance(root, Mapping) and _can_be_set(style, root, report) else DEFAULT_STYLE


def _page(base: PageGeometry, given: dict[str, float]) -> PageGeometry:
    """The page; one that has no room for a column of notes, and asks for none, goes without."""
    page = replace(base, **given)
    is_narrow = "margin_mm" not in given and page.column_mm < SMALLEST_TEXT_MM
    return replace(page, margin_mm=0.0) if is_narrow else page


def _palette(given: dict[str, Any]) -> Palette:
    """The colours of the file; headings and bars take its ink where it names none for them."""
    ink = given.get("ink", DEFAULT_STYLE.palette.ink)
    return replace(DEFAULT_STYLE.palette, **{**dict.fromkeys(_OF_INK, ink), **given})


def _can_be_set(style: Style, root: Mapping, report: Report) -> bool:
    """Whether the page leaves room for text, each series has its colour, and no line covers another."""
    page = style.page
    width, height = page.column_mm, page.text_height_mm
    if min(width, height) < SMALLEST_TEXT_MM:
        message = f"these margins leave {width:g} by {height:g} mm for text"
        report.error("BG117", root.items["page"].place, message, f"leave at least {SMALLEST_TEXT_MM:g} mm each way")
        return False
    if len(style.palette.series) < _SERIES:
        message = f"series names {len(style.palette.series)} colours"
        report.error("BG117", root.items["palette"].place, message, f"name at least {_SERIES}: two parties and a total")
        return False
    tight = next((name for name, text in style.text.items() if text.leading < text.size), None)
    if tight is not None:
        text = style.text[tight]
        message = f"the lines of '{tight}' would overlap: {text.size:g} points of type on {text.leading:g}"
        report.error("BG117", root.items["text"].place, message, "give the text a leading of its size or more")
        return False
    return True
