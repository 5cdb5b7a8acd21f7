"""The theme: the house colours and families under the names that Word's menus, styles and charts use.

A style that names a colour or a family by the theme follows Design, Colours and Design, Fonts; the value itself stands
beside the name, for programs that know no themes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from briefgen.records import dataclass, field
from briefgen.render.docx.package.font_names import complex_script_name, word_name
from briefgen.render.docx.package.wordprocessingml import NAMESPACES, attribute, colour

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.model.looks.style import Style

ACCENTS = 6
_A = f"{{{NAMESPACES['a']}}}"
_FAMILIES = {"major": "sans", "minor": "serif"}
"""Headings take the sans, the text the serif family."""
_SLOTS = {
    "dk1": "text1", "lt1": "background1", "dk2": "text2", "lt2": "background2",
    **{f"accent{number}": f"accent{number}" for number in range(1, ACCENTS + 1)},
    "hlink": "hyperlink", "folHlink": "followedHyperlink",
}  # fmt: skip
"""A colour's name in the theme → its name in styles (ISO/IEC 29500-1, 17.18.97)."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What the styles of a file may name instead of a family or a colour."""

    families: Mapping[str, str] = field(default_factory=dict)
    """A family's name → `major` or `minor`."""
    colours: Mapping[str, str] = field(default_factory=dict)
    """A colour as `0B4F6C` → its name in styles."""

    def fonts(self, name: str, complex_script: str) -> str:
        """A family as a run property; `complex_script` is the one for letters from right to left and the like."""
        written, other = attribute(name), attribute(complex_script)
        kind = self.families.get(name)
        themed = (
            f' w:asciiTheme="{kind}HAnsi" w:hAnsiTheme="{kind}HAnsi" w:cstheme="{kind}Bidi"' if kind is not None else ""
        )
        return f'<w:rFonts w:ascii="{written}" w:hAnsi="{written}" w:eastAsia="{written}" w:cs="{other}"{themed}/>'

    def ink(self, value: str) -> str:
        """A colour, given as `#rrggbb`, of words."""
        return f'<w:color w:val="{colour(value)}"{self._named("themeColor", value)}/>'

    def edge(self, value: str) -> str:
        """The attributes by which a border has a colour."""
        return f'w:color="{colour(value)}"{self._named("themeColor", value)}'

    def ground(self, value: str) -> str:
        """A shading in a colour."""
        return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(value)}"{self._named("themeFill", value)}/>'

    def _named(self, attribute_name: str, value: str) -> str:
        name = self.colours.get(colour(value))
        return f' w:{attribute_name}="{name}"' if name else ""


def theme_of(style: Style) -> Theme:
    """The theme of our own files."""
    families = {word_name(style.families[role]): kind for kind, role in _FAMILIES.items()}
    return Theme(families, _by_value(_colours(style)))


def theme_in(xml: bytes) -> Theme:
    """The theme of a house file's part."""
    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    families: dict[str, str] = {}
    for kind in _FAMILIES:
        latin = root.find(f".//{_A}fontScheme/{_A}{kind}Font/{_A}latin")
        if latin is not None and latin.get("typeface"):
            families.setdefault(latin.get("typeface") or "", kind)
    scheme = root.find(f".//{_A}clrScheme")
    colours: dict[str, str] = {}
    for slot in scheme if scheme is not None else ():
        value = next(iter(slot), None)
        name = etree.QName(slot).localname
        if value is not None and name in _SLOTS:
            colours[name] = (value.get("lastClr") or value.get("val") or "").upper()
    return Theme(families, _by_value(colours))


def _by_value(colours: Mapping[str, str]) -> dict[str, str]:
    """The first name of each colour; a link's colour is named by links alone."""
    found: dict[str, str] = {}
    for slot, value in colours.items():
        found.setdefault(value, _SLOTS[slot])
    return found


def theme_xml(style: Style) -> str:
    """theme1.xml: accents are the series colours; headings take the sans, the text the serif family."""
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _colours(style).items())
    fonts = "".join(_font(style, kind, role) for kind, role in _FAMILIES.items())
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    formats = (
        f'<a:fmtScheme name="House"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<a:theme xmlns:a="{NAMESPACES["a"]}" name="House"><a:themeElements>'
        f'<a:clrScheme name="House">{scheme}</a:clrScheme><a:fontScheme name="House">{fonts}</a:fontScheme>'
        f"{formats}</a:themeElements></a:theme>"
    )


def _font(style: Style, kind: str, role: str) -> str:
    family = style.families[role]
    latin, other = attribute(word_name(family)), attribute(complex_script_name(family))
    return f'<a:{kind}Font><a:latin typeface="{latin}"/><a:ea typeface=""/><a:cs typeface="{other}"/></a:{kind}Font>'


def _colours(style: Style) -> dict[str, str]:
    """The twelve colours of a theme. Labels are `dk2`, so that they stay quiet whatever colours are chosen."""
    palette = style.palette
    others = [value for value in (palette.accent, palette.caution) if value not in palette.series]
    accents = [*palette.series[:ACCENTS], *others, *palette.series]
    named = {
        "dk1": palette.ink, "lt1": "#ffffff", "dk2": palette.muted, "lt2": palette.tint,
        **{f"accent{number}": accents[(number - 1) % len(accents)] for number in range(1, ACCENTS + 1)},
        "hlink": palette.accent, "folHlink": palette.muted,
    }  # fmt: skip
    return {name: colour(value) for name, value in named.items()}
