"""What makes a Word file unsound: what does not pair, is there twice, or leads to nothing.

Written against the standard, not against the writer: ISO/IEC 29500-1. Validators know the schema; most of what stands
here they cannot see.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.reading.docx.word_xml import values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from briefgen.reading.docx.document_scan import DocumentScan
    from briefgen.reading.docx.known_styles import KnownStyles

_LONGEST_NAME = 40
_REFERENCE = late_pattern(r"\b(?:PAGE)?REF (\S+)")
_DOCUMENT = "word/document.xml"
_STORY = late_pattern(r"word/(?:header|footer|footnotes|endnotes)\d*\.xml")


def unsound(found: DocumentScan) -> Iterator[str]:
    """Every such fault of a document, in words."""
    yield from (*_fields(found), *_bookmarks(found), *_ids(found))
    yield from (f"text stands loose in {tag}" for tag in found.loose)


def _fields(found: DocumentScan) -> Iterator[str]:
    depth = 0
    for kind in found.field_marks:
        depth += {"begin": 1, "end": -1}.get(kind, 0)
        if depth < 0:
            break
    if depth:
        yield "fields do not begin and end in pairs"


def _bookmarks(found: DocumentScan) -> Iterator[str]:
    starts, ends = sorted(filter(None, found.starts)), sorted(filter(None, found.ends))
    if starts != ends or len(set(starts)) != len(starts):
        yield "bookmarks do not begin and end in pairs"
    names = Counter(filter(None, found.names))
    yield from (f"the bookmark {name} is there twice" for name, count in names.items() if count > 1)
    yield from (f"the bookmark {name} has too long a name" for name in names if len(name) > _LONGEST_NAME)
    anchors = {*found.anchors, *_REFERENCE.findall(" ".join(found.codes))}
    yield from (f"a link leads to {anchor}, which is not there" for anchor in anchors - {"", *names})


def _ids(found: DocumentScan) -> Iterator[str]:
    if len({picture.id for picture in found.pictures}) != len(found.pictures):
        yield "two pictures share an id"
    if len(set(found.controls)) != len(found.controls):
        yield "two content controls share an id"


def is_story(name: str) -> bool:
    """Whether a part has text of its own beside the body."""
    return _STORY.fullmatch(name) is not None


def unknown_styles(found: DocumentScan, parts: Mapping[str, Element], styles: KnownStyles) -> Iterator[str]:
    """The styles that a brief's own part of a document, or another part, uses and the file does not define."""
    used_in = {_DOCUMENT: {style for block, style in found.styles if found.is_own(block)}}
    for name, part in parts.items():
        if is_story(name):
            used_in[name] = {value for tag in ("pStyle", "rStyle", "tblStyle") for value in values(part, tag, "val")}
    for name, used in used_in.items():
        yield from (f"{name} uses the style {style}, which is not defined" for style in used - styles.ids)
