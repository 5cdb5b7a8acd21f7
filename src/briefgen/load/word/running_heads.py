"""The pictures in the running heads of a Word file, and what in them no other format can show.

Places are those of DrawingML (ISO/IEC 29500-1, 20.4): a picture in the line stands as its paragraph does, an anchored
one where it says. Word's own layout is not repeated: what stands in a text box is told, not read.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from briefgen.load.word.measures import points
from briefgen.load.word.normal_form import MAIN
from briefgen.load.word.opc_parts import xml_of
from briefgen.load.word.picture_pixels import PictureError, pixels_of
from briefgen.model.looks.logo import Logo
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from briefgen.model.looks.style import PageGeometry

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_EMU, _TWIPS, _MM = 12_700, 20, 72 / 25.4
_MOST_LOGOS = 4
_HEAD_SHARE = 0.4
"""Of a page's height: what reaches further down belongs to no head."""
_HEADER_DISTANCE, _LINE = 35.4, 13.0
"""Where a head begins if the file does not say, and about how high a line of it is."""
_CROP_UNIT = 100_000
_SHARES = {"left": 0.0, "inside": 0.0, "start": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "outside": 1.0,
           "end": 1.0, "bottom": 1.0}  # fmt: skip


@dataclass(slots=True)
class Heads:
    """What was found in the running heads."""

    logos: list[Logo] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """What PDF and page go without, in the user's words."""


def heads_of(parts: Mapping[str, bytes], page: PageGeometry) -> Heads:
    """The pictures in the heads of the section that a brief stands in."""
    document = xml_of(MAIN, parts[MAIN])
    sections = list(document.iter(f"{_W}sectPr"))
    found = Heads()
    if not sections:
        return found
    # A section without a head of a kind goes on with that of the section before it (17.10.5).
    references = (ref for section in sections for ref in section.iterfind(f"{_W}headerReference"))
    named = {ref.get(f"{_W}type"): ref.get(f"{_R}id") for ref in references}
    targets = _targets(parts, MAIN)
    first_differs = sections[-1].find(f"{_W}titlePg") is not None
    margins = sections[-1].find(f"{_W}pgMar")
    top = _number(margins, f"{_W}header") / _TWIPS or _HEADER_DISTANCE
    kinds = {"default": (not first_differs, True), "first": (first_differs, False)}
    for kind, (on_first, on_others) in kinds.items():
        name = targets.get(named.get(kind) or "", "")
        if name in parts and (on_first or on_others):
            _Head(parts, name, page, top, found).read(on_first=on_first, on_others=on_others)
    return found


class _Head:
    """One header part."""

    def __init__(self, parts: Mapping[str, bytes], name: str, page: PageGeometry, top: float, found: Heads) -> None:
        self._parts, self._name, self._found, self._top = parts, name, found, top
        self._targets = _targets(parts, name)
        self._root = xml_of(name, parts[name])
        self._left, self._text_top = page.left_mm * _MM, page.top_mm * _MM
        self._width, self._height = page.width_mm * _MM, page.height_mm * _MM
        self._right = self._width - page.right_mm * _MM
        self._text_bottom = self._height - page.bottom_mm * _MM

    def read(self, *, on_first: bool, on_others: bool) -> None:
        """Take in what the head shows."""
        for drawing in _shown(self._root, f"{_W}drawing"):
            for frame in drawing.iterchildren(f"{_WP}inline", f"{_WP}anchor"):
                logo = self._logo(frame, on_first=on_first, on_others=on_others)
                if logo:
                    self._found.logos.append(logo)
        if next(_shown(self._root, f"{_W}pict"), None) is not None:
            self._leave("a drawing in Word's old form, such as a watermark")

    def _leave(self, what: str) -> None:
        self._found.unread.append(f"{posixpath.basename(self._name)}: {what}")

    def _logo(self, frame: Element, *, on_first: bool, on_others: bool) -> Logo | None:
        picture = frame.find(f"{_A}graphic/{_A}graphicData/{_PIC}pic")
        if picture is None:
            self._leave("a text box or shape")
            return None
        extent = frame.find(f"{_WP}extent")
        width, height = (_number(extent, side) / _EMU for side in ("cx", "cy"))
        x, y = self._place(frame, width, height)
        if len(self._found.logos) == _MOST_LOGOS:
            self._leave(f"more than {_MOST_LOGOS} pictures")
        elif min(width, height) < 1 or y + height > self._height * _HEAD_SHARE or width > self._width:
            self._leave("a picture that reaches out of the head")
        else:
            return self._made(frame, picture, (x, y, width, height), on_first=on_first, on_others=on_others)
        return None

    def _made(
        self, frame: Element, picture: Element, place: tuple[float, float, float, float], **pages: bool
    ) -> Logo | None:
        x, y, width, height = place
        blip = picture.find(f"{_PIC}blipFill/{_A}blip")
        key = blip.get(f"{_R}embed") if blip is not None else None
        data = self._parts.get(self._targets.get(key or "", ""), b"")
        cut = picture.find(f"{_PIC}blipFill/{_A}srcRect")
        crop = tuple(_number(cut, side) / _CROP_UNIT for side in ("l", "t", "r", "b"))
        try:
            png, kind = pixels_of(data, (width, height), crop)
        except PictureError as error:
            self._leave(f"a picture that {error}")
            return None
        return Logo(png, x, y, width, height, _alt(frame), kind, **pages)

    def _place(self, frame: Element, width: float, height: float) -> tuple[float, float]:
        """Where a picture's top left corner stands on the page, never off it."""
        if frame.tag == f"{_WP}inline":
            x, y = self._in_line(frame, width), self._top + self._lines_above(frame) * _LINE
        else:
            x = self._anchored(frame.find(f"{_WP}positionH"), width, across=True)
            y = self._anchored(frame.find(f"{_WP}positionV"), height, across=False)
        return min(max(x, 0.0), max(self._width - width, 0.0)), max(y, 0.0)

    def _in_line(self, frame: Element, width: float) -> float:
        """As its paragraph stands in the text's measure or in its cell; a tab leads to the middle, two to the right."""
        paragraph = next(frame.iterancestors(f"{_W}p"))
        left, right = _cell(paragraph, self._left) or (self._left, self._right)
        side = paragraph.find(f"{_W}pPr/{_W}jc")
        share = _SHARES.get(side.get(f"{_W}val") or "", 0.0) if side is not None else 0.0
        tabs = [tab for tab in paragraph.iterfind(f"{_W}r/{_W}tab") if _before(tab, frame)]
        return left + (right - left - width) * (min(len(tabs) / 2, 1.0) if tabs else share)

    def _lines_above(self, frame: Element) -> int:
        holder = next(frame.iterancestors(f"{_W}p"))
        return sum(1 for p in holder.itersiblings(f"{_W}p", preceding=True) if p.find(f".//{_W}t") is not None)

    def _anchored(self, position: Element | None, size: float, *, across: bool) -> float:
        base, end = self._frame_of(position.get("relativeFrom") if position is not None else "", across=across)
        if position is None:
            return base
        side, offset = position.find(f"{_WP}align"), position.find(f"{_WP}posOffset")
        if side is not None:
            return base + (end - base - size) * _SHARES.get(side.text or "", 0.0)
        return base + (points(offset.text, _EMU) or 0.0 if offset is not None else 0.0)

    def _frame_of(self, relative: str | None, *, across: bool) -> tuple[float, float]:
        """From where to where a position is counted (20.4.3.4, 20.4.3.5)."""
        whole = (0.0, self._width if across else self._height)
        text = (self._left, self._right) if across else (self._text_top, self._text_bottom)
        outer = {
            "page": whole, "margin": text, "leftMargin": (0.0, text[0]), "topMargin": (0.0, text[0]),
            "insideMargin": (0.0, text[0]), "rightMargin": (text[1], whole[1]), "outsideMargin": (text[1], whole[1]),
            "bottomMargin": (text[1], whole[1]),
        }  # fmt: skip
        return outer.get(relative or "", text if across else (self._top, self._text_top))


def _shown(root: Element, tag: str) -> Iterator[Element]:
    """Elements that a current Word shows: those for older programs are left out."""
    return (element for element in root.iter(tag) if next(element.iterancestors(_FALLBACK), None) is None)


def _alt(frame: Element) -> str:
    about = frame.find(f"{_WP}docPr")
    if about is None or any(e.get("val") in {"1", "true"} for e in about.iter(_DECORATIVE)):
        return ""
    return " ".join((about.get("descr") or "").split())


def _cell(paragraph: Element, left: float) -> tuple[float, float] | None:
    """The edges of the cell that a paragraph stands in, by the widths of its table's columns."""
    cell = next(paragraph.iterancestors(f"{_W}tc"), None)
    table = next(paragraph.iterancestors(f"{_W}tbl"), None)
    if cell is None or table is None:
        return None
    widths = [_number(column, f"{_W}w") / _TWIPS for column in table.iterfind(f"{_W}tblGrid/{_W}gridCol")]
    before = sum(_columns(other) for other in cell.itersiblings(f"{_W}tc", preceding=True))
    start = left + sum(widths[:before])
    return start, start + sum(widths[before : before + _columns(cell)])


def _columns(cell: Element) -> int:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    return max(int(_number(span, f"{_W}val")), 1)


def _before(element: Element, other: Element) -> bool:
    """Whether an element of a paragraph's runs stands before one that is in a later run, or later in its own."""
    run = next(other.iterancestors(f"{_W}r"))
    own = element.getparent()
    if own is run:
        return any(later is next(_line_up(other, run)) for later in element.itersiblings())
    return any(earlier is own for earlier in run.itersiblings(preceding=True))


def _line_up(element: Element, holder: Element) -> Iterator[Element]:
    """The child of a holder that an element stands in."""
    while element.getparent() is not holder:
        parent = element.getparent()
        if parent is None:
            return
        element = parent
    yield element


def _targets(parts: Mapping[str, bytes], name: str) -> dict[str, str]:
    """What a part relates to: id → name of the part."""
    folder, file = posixpath.split(name)
    relations = posixpath.join(folder, "_rels", f"{file}.rels")
    if relations not in parts:
        return {}
    inside = (r for r in xml_of(relations, parts[relations]) if r.get("TargetMode") != "External")
    return {
        r.get("Id") or "": posixpath.normpath(posixpath.join("/", folder, r.get("Target") or "")).lstrip("/")
        for r in inside
    }


def _number(element: Element | None, name: str) -> float:
    """A bare number of the file; 0 where there is none."""
    return points(element.get(name), 1) or 0.0 if element is not None else 0.0
