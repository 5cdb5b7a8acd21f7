"""Small pieces of WordprocessingML as strings. Order of elements follows ISO/IEC 29500-1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.render.xml_characters import ILLEGAL, legal

if TYPE_CHECKING:
    import re

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_PLAIN = late_pattern(f'["&<>{ILLEGAL}]').search
"""Finds the first character that XML writes otherwise; most texts have none."""
_WRITTEN = late_pattern(r'<w:t(?: xml:space="preserve")?>([^<]*)</w:t>').findall
_RUN = late_pattern("<w:r>(?:<w:rPr>(.*?)</w:rPr>)?")
_BEHIND_COLOUR = late_pattern("<w:(?:rtl/|lang )")
"""Properties of our own runs that stand behind a colour, in schema order."""
UNPARTED = "\N{NO-BREAK SPACE}"
_TWIPS, _EMU = 20, 12_700
_IN_WORDS = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_IN_ATTRIBUTES = {**_IN_WORDS, ord('"'): "&quot;"}


def twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * _TWIPS)


def emu(points: float) -> int:
    """Points as English metric units."""
    return round(points * _EMU)


def half_points(points: float) -> int:
    """A type size as Word counts it."""
    return round(points * 2)


def colour(value: str) -> str:
    """`#0b4f6c` as Word writes it."""
    return value.lstrip("#").upper()


def attribute(text: str) -> str:
    """Text for between double quotes."""
    return text if _PLAIN(text) is None else legal(text).translate(_IN_ATTRIBUTES)


def words(text: str) -> str:
    """Text for between tags."""
    return text if _PLAIN(text) is None else legal(text).translate(_IN_WORDS)


def words_of(xml: str) -> str:
    """The words that runs of ours print: without field codes."""
    text = "".join(_WRITTEN(xml))
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") if "&" in text else text


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    keep = ' xml:space="preserve"' if text.strip() != text else ""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{look}<w:t{keep}>{words(text)}</w:t></w:r>"


def inked(xml: str, ink: str) -> str:
    """Our own runs in a colour, given as `#rrggbb`, whatever the styles they stand in say."""
    made = f'<w:color w:val="{colour(ink)}"/>'

    def one(begin: re.Match[str]) -> str:
        properties = begin[1] or ""
        behind = _BEHIND_COLOUR.search(properties)
        at = behind.start() if behind else len(properties)
        return f"<w:r><w:rPr>{properties[:at]}{made}{properties[at:]}</w:rPr>"

    return _RUN.sub(one, xml)


def field(instruction: str, result: str, properties: str = "", written: str = "") -> str:
    """A field with its result filled in, right also where fields are never updated; `written` are runs that say it."""
    begun = f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>"
    return (
        f'{begun}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'{begun}<w:instrText xml:space="preserve"> {words(instruction)} </w:instrText></w:r>'
        f'{begun}<w:fldChar w:fldCharType="separate"/></w:r>{written or run(result, properties)}'
        f'{begun}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def unparted(label: str) -> str:
    """A label whose word and number do not part at the end of a line: `Table 2`."""
    word, _, number = label.rpartition(" ")
    return f"{word}{UNPARTED}{number}" if word else label


def bookmark(number: int, name: str, inner: str) -> str:
    """A bookmark around runs."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


def paragraph(style: str, runs: str, extra: str = "") -> str:
    """A paragraph of a named style; `extra` holds further properties in schema order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{runs}</w:p>'
