"""The text of a house file without a slot for the brief: it is replaced as a whole, so it is left out at once."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from lxml import etree

from briefgen.load.word.opc_parts import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BODY_SLOT = "briefgen:body"
_STORIES = (f"{W}headerReference", f"{W}footerReference")


def without_text(document: Element) -> Element | None:
    """The document with its last page alone, and the heads and feet that hold there; None where it has a slot."""
    # Made anew: taking a long text out block by block takes minutes.
    if any(tag.get(f"{W}val") == BODY_SLOT for tag in document.iter(f"{W}tag")):
        return None
    made = etree.Element(document.tag, dict(document.attrib), nsmap=document.nsmap)
    body = etree.SubElement(made, f"{W}body")
    sections = list(document.iterfind(f"{W}body/{W}sectPr")) or list(document.iter(f"{W}sectPr"))[-1:]
    if sections:
        page = copy.deepcopy(sections[-1])
        body.append(page)
        _inherit(page, list(document.iter(f"{W}sectPr")))
    return made


def _inherit(page: Element, sections: list[Element]) -> None:
    """What a section does not name goes on from the one before it (ISO/IEC 29500-1, 17.10.5)."""
    there = {(ref.tag, ref.get(f"{W}type")) for ref in page.iterchildren(*_STORIES)}
    for section in reversed(sections):
        for ref in section.iterchildren(*_STORIES):
            if (ref.tag, ref.get(f"{W}type")) not in there:
                there.add((ref.tag, ref.get(f"{W}type")))
                page.insert(0, copy.deepcopy(ref))
