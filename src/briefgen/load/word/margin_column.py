"""Where a Word file has its notes: in a column of the right page margin, or behind the section that they explain.

The style Margin Note asks for the column, and its frame says where it is; without a frame the column takes the right
page margin. A wide margin alone is no column: letterheads have addresses there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.load.word.measures import points
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from briefgen.load.word.effective_styles import WordStyles
    from briefgen.model.looks.style import PageGeometry

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MM_PER_POINT = 25.4 / 72
STYLE_OF_NOTES = "Margin Note"
"""The style that asks for notes in the margin."""
_NARROWEST, _WIDEST = 30.0, 80.0
"""How wide a column of notes is at least, so that a key figure stands in it, and at most."""
_GUTTER, _OUTER, _LEAST_OUTER = 6.0, 16.0, 10.0
"""Beside the text, and at the edge of the paper: as it should be, and at least."""
_TOUCHING = 0.5
"""Millimetres by which a frame may reach over a margin: files count in other units."""
_ENDS = {"right", "outside"}


@dataclass(frozen=True, slots=True)
class NotesPlace:
    """The page with its column of notes, if it has one, and how that came about."""

    page: PageGeometry
    said: str
    """Where notes stand, and by what."""
    fault: str = ""
    """Why there is no column though the file asks for one."""


class _NoColumn(Exception):  # noqa: N818 - a finding
    """Why a frame or a margin holds no column."""


def notes_place(page: PageGeometry, styles: WordStyles) -> NotesPlace:
    """A file's page, whose right margin is all that is beside the text, with the column of notes that it asks for."""
    style = styles.by_name.get(("paragraph", STYLE_OF_NOTES.lower()))
    if style is None:
        return NotesPlace(page, f"behind their section: there is no style {STYLE_OF_NOTES}")
    frame = styles.frame_of(style)
    try:
        made = _of_margin(page) if frame is None else _of_frame(page, frame)
    except _NoColumn as fault:
        return NotesPlace(page, "behind their section", str(fault))
    source = "right page margin" if frame is None else f"frame of the style {STYLE_OF_NOTES}"
    width, gutter = made.margin_mm, made.gutter_mm
    return NotesPlace(made, f"in the margin, {width:.1f} mm wide and {gutter:.1f} mm beside the text ({source})")


def _of_margin(page: PageGeometry) -> PageGeometry:
    """The column in a margin that nothing divides."""
    room = page.right_mm - _GUTTER
    if room < _NARROWEST + _LEAST_OUTER:
        least = _NARROWEST + _LEAST_OUTER + _GUTTER
        raise _NoColumn(f"its right page margin of {page.right_mm:.1f} mm is less than {least:g} mm")
    width = min(max(room - _OUTER, _NARROWEST), _WIDEST)
    return replace(page, right_mm=round(room - width, 3), margin_mm=round(width, 3), gutter_mm=_GUTTER)


def _of_frame(page: PageGeometry, frame: Element) -> PageGeometry:
    """The column where a frame stands (ISO/IEC 29500-1, 17.3.1.11)."""
    text_end = page.width_mm - page.right_mm
    width = _mm(frame, "w") or page.right_mm - _GUTTER - _OUTER
    if width < _NARROWEST:
        raise _NoColumn(f"its frame of {width:.1f} mm is narrower than {_NARROWEST:g} mm")
    start = _start(page, frame, width)
    if start < text_end - _TOUCHING:
        raise _NoColumn("its frame does not stand in the right margin of the page")
    if start + width > page.width_mm + _TOUCHING:
        raise _NoColumn("its frame reaches over the edge of the paper")
    end = max(page.width_mm - start - width, 0.0)
    gutter = max(start - text_end, 0.0)
    return replace(page, right_mm=round(end, 3), margin_mm=round(width, 3), gutter_mm=round(gutter, 3))


def _start(page: PageGeometry, frame: Element, width: float) -> float:
    """How far from the left edge of the paper a frame begins."""
    of_page = frame.get(f"{_W}hAnchor") == "page"
    left, right = (0.0, page.width_mm) if of_page else (page.left_mm, page.width_mm - page.right_mm)
    if frame.get(f"{_W}xAlign") in _ENDS:
        return right - width
    return left + _mm(frame, "x")


def _mm(frame: Element, name: str) -> float:
    said = points(frame.get(f"{_W}{name}"), 20)
    return (said or 0.0) * _MM_PER_POINT
