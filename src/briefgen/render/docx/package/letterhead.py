"""The house's pictures in a running head: each where the PDF has it, over a paragraph that is as high as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.docx.package.new_parts import new_part
from briefgen.render.docx.package.wordprocessingml import NAMESPACES, attribute, emu, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.looks.logo import Logo
    from briefgen.model.looks.style import Style
    from briefgen.render.docx.package.written_parts import WrittenPart

_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_FIRST_ID = 2000
"""Ids of pictures in heads count from here, clear of those in the text."""


def shown_logos(style: Style, *, on_first: bool) -> list[Logo]:
    """The pictures of the head of such pages; a Word file of a team's own has its own in its own heads."""
    if style.word is not None:
        return []
    return [logo for logo in style.logos if (logo.on_first if on_first else logo.on_others)]


def letterhead_xml(part: WrittenPart, logos: Iterable[Logo], *, on_first: bool) -> str:
    """The paragraph that holds the pictures of a head, which become parts that the head relates to."""
    begin = _FIRST_ID if on_first else _FIRST_ID + 100
    drawn = "".join(_anchored(part, logo, number) for number, logo in enumerate(logos, begin))
    return paragraph("Letterhead" if on_first else "LetterheadRunning", drawn)


def _anchored(part: WrittenPart, logo: Logo, number: int) -> str:
    picture = new_part(part.package, "/word/media/image%d.png", "image/png", logo.png)
    key = part.relate_to(picture, _IMAGE)
    size, about = f'cx="{emu(logo.width)}" cy="{emu(logo.height)}"', f'id="{number}" name="Logo {number}"'
    x, y = (f"<wp:posOffset>{emu(points)}</wp:posOffset>" for points in (logo.x, logo.y))
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="251658240" '
        'behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page">{x}</wp:positionH><wp:positionV relativeFrom="page">{y}</wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr {about} descr="{attribute(logo.alt)}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic><pic:nvPicPr><pic:cNvPr {about}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
