"""Barriers in a Word file for who reads it with a screen reader, after the rules of Word's own checker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.reading.docx.word_xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from briefgen.reading.docx.document_scan import DocumentScan

_DC = "{http://purl.org/dc/elements/1.1/}"
_BODY_TEXT = 9
"""The outline level of what is no heading (ISO/IEC 29500-1, 17.3.1.20)."""


def barriers(found: DocumentScan, parts: Mapping[str, Element], styles: Element) -> Iterator[str]:
    """Every barrier in the brief's own part of a document and in the package's properties, in words."""
    yield from (*_properties(parts), *_language(styles), *_headings(found))
    yield from (*_pictures(found), *_tables(found), *_empty_paragraphs(found))


def _properties(parts: Mapping[str, Element]) -> Iterator[str]:
    core = parts.get("docProps/core.xml")
    for name in ("title", "language"):
        if core is None or not (core.findtext(f"{_DC}{name}") or "").strip():
            yield f"the properties name no {name}"


def _language(styles: Element) -> Iterator[str]:
    language = styles.find(f"{W}docDefaults//{W}lang")
    if language is None or not language.get(f"{W}val"):
        yield "no language is set for the text"


def _headings(found: DocumentScan) -> Iterator[str]:
    last = 0
    for heading in found.headings:
        if found.is_own(heading.block):
            if heading.level > last + 1:
                yield f"a heading of level {heading.level} follows one of level {last}"
            if not heading.has_words:
                yield "a heading is empty"
            last = heading.level


def heading_levels(styles: Element) -> Iterator[tuple[str, int]]:
    """Style id and level of the styles that Word takes for headings: its own, and those with an outline level."""
    for style in styles.iter(f"{W}style"):
        name, outline = style.find(f"{W}name"), style.find(f"{W}pPr/{W}outlineLvl")
        words = (name.get(f"{W}val") or "").lower().split(" ") if name is not None else []
        if words[:1] == ["heading"] and words[-1].isdecimal():
            yield style.get(f"{W}styleId") or "", int(words[-1])
        elif outline is not None and (level := outline.get(f"{W}val") or "").isdecimal() and int(level) < _BODY_TEXT:
            yield style.get(f"{W}styleId") or "", int(level) + 1


def _pictures(found: DocumentScan) -> Iterator[str]:
    for picture in found.pictures:
        if found.is_own(picture.block) and not picture.has_words:
            yield f"{picture.name} has no alternative text"


def _tables(found: DocumentScan) -> Iterator[str]:
    for number, table in enumerate((table for table in found.tables if found.is_own(table.block)), 1):
        if not table.has_head:
            yield f"table {number} has no header row"
        if not table.has_caption:
            yield f"table {number} has no alternative text"


def _empty_paragraphs(found: DocumentScan) -> Iterator[str]:
    """Room comes from styles; only two tables need a paragraph between them, and the end needs one after a table."""
    for above, block in found.own_blocks():
        if block.is_bare and (above is None or above.tag != f"{W}tbl"):
            yield "an empty paragraph stands for room"
