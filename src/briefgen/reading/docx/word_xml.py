"""The XML of a Word file: parts as trees, and attributes of their elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def tree_of(part: bytes) -> Element:
    """A part as a tree; raises XMLSyntaxError where it is none."""
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False))


def values(root: Element, tag: str, attribute: str) -> list[str]:
    """An attribute of every element of a kind that has it."""
    found = [element.get(f"{W}{attribute}") for element in root.iter(f"{W}{tag}")]
    return [value for value in found if value is not None]
