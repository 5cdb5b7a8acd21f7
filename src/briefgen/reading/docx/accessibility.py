"""Barriers in a Word file for who reads it with a screen reader, after the rules of Word's own checker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.reading.docx.word_xml import WP, W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

_DC = "{http://purl.org/dc/elements/1.1/}"
_BODY_TEXT = 9
"""The outline level of what is no heading (ISO/IEC 29500-1, 17.3.1.20)."""
_CONTENT = tuple(f"{W}{name}" for name in ("t", "delText", "drawing", "fldChar", "br", "pict", "object"))


def barriers(document: Element, parts: Mapping[str, Element], styles: Element) -> Iterator[str]:
    """Every barrier in the brief's own part of a document and in the package's properties, in words."""
    yield from (*_properties(parts), *_language(styles), *_headings(document, styles))
    yield from (*_pictures(document), *_tables(document), *_empty_paragraphs(document))


def _properties(parts: Mapping[str, Element]) -> Iterator[str]:
    core = parts.get("docProps/core.xml")
    for name in ("title", "language"):
        if core is None or not (core.findtext(f"{_DC}{name}") or "").strip():
            yield f"the properties name no {name}"


def _language(styles: Element) -> Iterator[str]:
    language = styles.find(f"{W}docDefaults//{W}lang")
    if language is None or not language.get(f"{W}val"):
        yield "no language is set for the text"


def _headings(body: Element, styles: Element) -> Iterator[str]:
    levels = dict(_levels(styles))
    last = 0
    for style in body.iter(f"{W}pStyle"):
        level = levels.get(style.get(f"{W}val") or "")
        paragraph = _paragraph_of(style) if level else None
        if level and paragraph is not None:
            if level > last + 1:
                yield f"a heading of level {level} follows one of level {last}"
            if not "".join(text.text or "" for text in paragraph.iter(f"{W}t")).strip():
                yield "a heading is empty"
            last = level


def _paragraph_of(style: Element) -> Element | None:
    """The paragraph whose own style an element names; None for one that was changed or taken out, or a style's own."""
    properties = style.getparent()
    paragraph = properties.getparent() if properties is not None and properties.tag == f"{W}pPr" else None
    return paragraph if paragraph is not None and paragraph.tag == f"{W}p" and not _is_gone(paragraph) else None


def _is_gone(paragraph: Element) -> bool:
    """Whether tracked changes take it out whole: its end, and so all that is in it."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _levels(styles: Element) -> Iterator[tuple[str, int]]:
    """Style id and level of the styles that Word takes for headings: its own, and those with an outline level."""
    for style in styles.iter(f"{W}style"):
        name, outline = style.find(f"{W}name"), style.find(f"{W}pPr/{W}outlineLvl")
        words = (name.get(f"{W}val") or "").lower().split(" ") if name is not None else []
        if words[:1] == ["heading"] and words[-1].isdecimal():
            yield style.get(f"{W}styleId") or "", int(words[-1])
        elif outline is not None and (level := outline.get(f"{W}val") or "").isdecimal() and int(level) < _BODY_TEXT:
            yield style.get(f"{W}styleId") or "", int(level) + 1


def _pictures(body: Element) -> Iterator[str]:
    for element in body.iter(f"{WP}docPr"):
        decorative = any(str(child.tag).endswith("}decorative") for child in element.iter())
        if not decorative and not (element.get("descr") or "").strip():
            yield f"{element.get('name')} has no alternative text"


def _tables(body: Element) -> Iterator[str]:
    for number, table in enumerate(body.iter(f"{W}tbl"), 1):
        if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None:
            yield f"table {number} has no header row"
        properties = table.find(f"{W}tblPr")
        if properties is None or properties.find(f"{W}tblCaption") is None:
            yield f"table {number} has no alternative text"


def _empty_paragraphs(body: Element) -> Iterator[str]:
    """Room comes from styles; only two tables need a paragraph between them, and the end needs one after a table."""
    for paragraph in body.iterfind(f"{W}body/{W}p"):
        above = paragraph.getprevious()
        parts = above is not None and above.tag == f"{W}tbl"
        closes = paragraph.find(f"{W}pPr/{W}sectPr") is not None
        if not (parts or closes or _is_gone(paragraph)) and next(paragraph.iter(*_CONTENT), None) is None:
            yield "an empty paragraph stands for room"
