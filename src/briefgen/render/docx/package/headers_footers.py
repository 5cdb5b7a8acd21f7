"""Page geometry, running head and foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.render.docx.package.directed_runs import text_runs
from briefgen.render.docx.package.letterhead import letterhead_xml, shown_logos
from briefgen.render.docx.package.new_parts import new_part
from briefgen.render.docx.package.style_parts import HEAD_DISTANCE, frame_xml
from briefgen.render.docx.package.watermark import watermark_xml
from briefgen.render.docx.package.wordprocessingml import DECLARED, field, paragraph, run, twips
from briefgen.render.running_marks import running_mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefgen.model.document import FrontMatter
    from briefgen.model.looks.logo import Logo
    from briefgen.model.looks.style import Style

_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FOOT = 425
"""How far the running foot stands from the edge of the paper, where the PDF has it."""
_POINTS_PER_MM = 72 / 25.4
_TAB = "<w:r><w:tab/></w:r>"
_AT_RIGHT = {"Header": 0.62, "Footer": 0.32}
"""A running line's style → the share of its width that what stands at its right may take, where that is a frame."""


def section_xml(part: Any, front: FrontMatter, style: Style) -> str:  # noqa: ANN401 - python-docx has no types
    """The section's properties, with its header and footer put into the package."""
    own_first = "<w:titlePg/>" if _first_differs(style) else ""
    return f"<w:sectPr>{header_references(part, front, style, str.encode)}{_geometry(style)}{own_first}</w:sectPr>"


def _geometry(style: Style) -> str:
    page = style.page
    right_mm = page.right_mm + page.beside_mm
    width, height, top, bottom, start, end = (
        twips(mm * _POINTS_PER_MM)
        for mm in (page.width_mm, page.height_mm, page.top_mm, page.bottom_mm, page.left_mm, right_mm)
    )
    return (
        f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{top}" w:right="{end}" w:bottom="{bottom}" '
        f'w:left="{start}" w:header="{HEAD_DISTANCE}" w:footer="{_FOOT}" w:gutter="0"/>'
    )


def sample_references(part: Any, style: Style) -> tuple[str, str]:  # noqa: ANN401 - python-docx has no types
    """Head and foot of a house file, with slots for what a brief says there; and the page."""
    inline = (
        '<w:sdt><w:sdtPr><w:alias w:val="{0}"/><w:tag w:val="briefgen:{0}"/><w:id w:val="{1}"/></w:sdtPr>'
        "<w:sdtContent>{2}</w:sdtContent></w:sdt>"
    )
    handling = inline.format("handling", 11, run("HANDLING", '<w:rStyle w:val="Handling"/>'))
    audience = inline.format("audience", 12, run("Running head"))
    date = inline.format("date", 13, run("as of"))
    header = _story(part, "header", _line(style, "Header", handling, audience), str.encode)
    pages = _pages("page {page} of {pages}")
    foot_mark = inline.format("handling", 14, run("HANDLING", '<w:rStyle w:val="Handling"/>'))
    footer = _story(part, "footer", _line(style, "Footer", foot_mark + run("   ") + date, pages), str.encode)
    references = f'<w:headerReference w:type="default" r:id="{header}"/>'
    return f'{references}<w:footerReference w:type="default" r:id="{footer}"/>', _geometry(style)


def header_references(part: Any, front: FrontMatter, style: Style, finish: Callable[[str], bytes]) -> str:  # noqa: ANN401 - python-docx has no types
    """References to our running head and foot, which are put into the package; `finish` makes XML a part."""
    words = running_mark(front)
    handling = run(words, '<w:rStyle w:val="Handling"/>') if words else ""
    mark = watermark_xml(front.watermark, style) if front.watermark else ""
    right = text_runs(front.audience)

    def head(*, on_first: bool) -> str:
        logos = shown_logos(style, on_first=on_first)
        line = _line(style, "Header", mark + handling, right, is_under_logos=bool(logos))
        return _story(part, "header", line, finish, logos, on_first=on_first)

    header = head(on_first=False)
    left = handling + run(f"   {front.date_line}" if handling else front.date_line)
    footer = _story(part, "footer", _line(style, "Footer", left, _pages(front.page_label)), finish)
    first = f'<w:headerReference w:type="first" r:id="{head(on_first=True)}"/>' if _first_differs(style) else ""
    end = f'<w:footerReference w:type="first" r:id="{footer}"/>' if first else ""
    default = f'<w:headerReference w:type="default" r:id="{header}"/>'
    return f'{default}{first}<w:footerReference w:type="default" r:id="{footer}"/>{end}'


def _first_differs(style: Style) -> bool:
    """Whether the first page has other pictures in its head than those behind it."""
    return shown_logos(style, on_first=True) != shown_logos(style, on_first=False)


def _line(style: Style, named: str, left: str, right: str, *, is_under_logos: bool = False) -> str:
    """A running line with words at both ends; over a column of notes it reaches to the column's outer edge.

    Word would take a tab there, as the line's indent reaches over the margin; LibreOffice sets no tab beyond the
    margin of the page. A frame, as Word itself puts page numbers into, stands where it says in both.
    """
    page, own = style.page, f"{named}UnderLogos" if is_under_logos else named
    if not page.margin_mm:
        return paragraph(own, left + _TAB + right)
    width = page.full_mm * _AT_RIGHT[named]
    framed = frame_xml(page.width_mm - page.right_mm - width, width)
    return paragraph(f"{named}Right", right, framed) + paragraph(own, left)


def marking(front: FrontMatter, style: Style, kind: str, *, handling: bool) -> str:
    """A paragraph with the handling mark, and in a head the watermark, for a story that is not ours; else empty.

    `kind` is `header` or `footer`.
    """
    mark = watermark_xml(front.watermark, style) if front.watermark and kind == "header" else ""
    running = running_mark(front)
    words = run(running, '<w:rStyle w:val="Handling"/>') if handling and running else ""
    made = paragraph(kind.capitalize(), mark + words)
    return made.replace("<w:p>", f"<w:p {DECLARED}>", 1) if mark or words else ""


def _pages(label: str) -> str:
    """`page {page} of {pages}` with fields."""
    before, _, rest = label.partition("{page}")
    between, _, after = rest.partition("{pages}")
    return run(before) + field("PAGE", "1") + run(between) + field("NUMPAGES", "1") + (run(after) if after else "")


def marked_story(part: Any, front: FrontMatter, style: Style, kind: str, finish: Callable[[str], bytes]) -> str:  # noqa: ANN401 - python-docx has no types
    """The relation of a new head or foot that holds the marks alone; empty where the brief has none for it."""
    made = marking(front, style, kind, handling=True)
    return _story(part, kind, made, finish) if made else ""


def _story(
    part: Any,  # noqa: ANN401 - python-docx has no types
    kind: str,
    body: str,
    finish: Callable[[str], bytes],
    logos: Sequence[Logo] = (),
    *,
    on_first: bool = False,
) -> str:
    tag = "hdr" if kind == "header" else "ftr"
    made = new_part(part.package, f"/word/{kind}%d.xml", f"{_WML}.{kind}+xml", b"")
    above = letterhead_xml(made, logos, on_first=on_first) if logos else ""
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{tag} {DECLARED}>{above}{body}</w:{tag}>'
    made.blob = finish(xml)
    return str(part.relate_to(made, f"{_RELS}/{kind}"))
