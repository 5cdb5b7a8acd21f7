"""Barriers in a Word file for who reads it with a screen reader, after the rules of Word's own checker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.reading.docx.word_xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from briefgen.reading.docx.document_scan import DocumentScan
    from briefgen.reading.docx.known_styles import KnownStyles

PROPERTIES = "docProps/core.xml"
"""The part that says what a file is."""
_DC = "{http://purl.org/dc/elements/1.1/}"


def barriers(found: DocumentScan, parts: Mapping[str, Element], styles: KnownStyles) -> Iterator[str]:
    """Every barrier in the brief's own part of a document and in the package's properties, in words."""
    yield from (*_properties(parts), *_language(styles), *_headings(found))
    yield from (*_pictures(found), *_tables(found), *_empty_paragraphs(found))


def _properties(parts: Mapping[str, Element]) -> Iterator[str]:
    core = parts.get(PROPERTIES)
    for name in ("title", "language"):
        if core is None or not (core.findtext(f"{_DC}{name}") or "").strip():
            yield f"the properties name no {name}"


def _language(styles: KnownStyles) -> Iterator[str]:
    if not styles.has_language:
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
