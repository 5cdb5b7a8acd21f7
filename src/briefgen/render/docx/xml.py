"""Small pieces of WordprocessingML as strings. Order of elements follows ISO/IEC 29500-1."""

from __future__ import annotations

from xml.sax.saxutils import escape

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_TWIPS, _EMU = 20, 12_700


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


def legal(text: str) -> str:
    """Text with characters that XML 1.0 forbids replaced, so that no data can break the package."""
    return "".join(c if _is_legal(c) else "\ufffd" for c in text)


def _is_legal(character: str) -> bool:
    code = ord(character)
    return code in {0x9, 0xA, 0xD} or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000  # noqa: PLR2004 - XML 1.0, 2.2


def attribute(text: str) -> str:
    """Text for between double quotes."""
    return escape(legal(text), {'"': "&quot;"})


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{rpr}<w:t xml:space="preserve">{escape(legal(text))}</w:t></w:r>'


def field(instruction: str, result: str, properties: str = "") -> str:
    """A field with its result filled in, right also where fields are never updated."""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    mark = '<w:r>{rpr}<w:fldChar w:fldCharType="{kind}"/></w:r>'
    code = f'<w:r>{rpr}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
    begin, separate, end = (mark.format(rpr=rpr, kind=kind) for kind in ("begin", "separate", "end"))
    return f"{begin}{code}{separate}{run(result, properties)}{end}"


def bookmark(number: int, name: str, inner: str) -> str:
    """A bookmark around runs."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


def paragraph(style: str, runs: str, extra: str = "") -> str:
    """A paragraph of a named style; `extra` holds further properties in schema order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{runs}</w:p>'
