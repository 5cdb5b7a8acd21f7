"""templates/styles/house.yaml over the default style."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from briefgen.load.convert import NUMBER, TRUTH, WORDS, one_of
from briefgen.load.schema import BAD, Bad, Converter, Field, Shape, from_text, list_of, record
from briefgen.model.style import DEFAULT_STYLE, TEXT_STYLES, Family, Page, Palette, Style, TextStyle

if TYPE_CHECKING:
    from briefgen.diagnostics import Report
    from briefgen.load.nodes import Node


def _colour(text: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise ValueError("not a colour such as #0b4f6c")
    return text.lower()


def _values(**values: Any) -> dict[str, Any]:  # noqa: ANN401 - checked by the shape
    return values


COLOUR = from_text("a colour such as #0b4f6c", "BG108", _colour, lambda _: None)
FAMILIES = ("firago", "source-serif-4")
"""Families that every format can embed."""


def _shape(what: str, converters: dict[str, Converter]) -> Converter:
    return record(Shape(what, {k: Field(c) for k, c in converters.items()}, _values, wants_place=False))


PAGE = _shape("the page", {f.name: NUMBER for f in fields(Page)})
PALETTE = _shape("the palette", {f.name: list_of(COLOUR) if f.name == "series" else COLOUR for f in fields(Palette)})
FAMILY = _shape("a family", {"name": WORDS, "source": one_of(FAMILIES), "fallback": WORDS})
TEXT_STYLE = _shape("a text style", {
    "family": one_of(("sans", "serif")), "size": NUMBER, "leading": NUMBER, "bold": TRUTH, "italic": TRUTH,
    "colour": one_of([f.name for f in fields(Palette) if f.name != "series"]), "space_before": NUMBER,
    "space_after": NUMBER,
})  # fmt: skip
STYLE = Shape("a style", {
    "page": Field(PAGE), "palette": Field(PALETTE),
    "families": Field(_shape("the families", {"sans": FAMILY, "serif": FAMILY})),
    "text": Field(_shape("the text styles", dict.fromkeys(TEXT_STYLES, TEXT_STYLE))),
}, _values, wants_place=False)  # fmt: skip


def read_style(root: Node | None, report: Report) -> Style:
    """The house style; what the file does not set stays as the default has it."""
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
    page, palette = replace(base.page, **given.get("page", {})), replace(base.palette, **given.get("palette", {}))
    return Style(page, palette, families, text)
