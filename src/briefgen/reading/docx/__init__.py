"""The reading half of DOCX: whether a file is sound and open to all, the words of its parts, its custom XML."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from briefgen.reading.docx.accessibility import barriers
from briefgen.reading.docx.package_parts import FONTS, parts_of
from briefgen.reading.docx.soundness import unknown_styles, unsound
from briefgen.reading.docx.trace_extraction import trace_in
from briefgen.reading.docx.word_xml import W, tree_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

__all__ = ["faults_of", "parts_of", "trace_in"]

_OURS = "_bg_"
"""How bookmarks begin that only a brief's own blocks have."""
_TREES = (".xml", ".rels", ".svg")
_HEAD = struct.Struct("<26x2H")
"""What stands before a part in an archive: its last two numbers are the lengths of name and extra field behind it."""
_MOST_FACES = 16
_WHOLE: set[tuple[int, bytes]] = set()
"""Check sum and packed bytes of faces that came out as they went in; they hold nothing of any brief."""


def faults_of(data: bytes) -> list[str]:
    """Every fault of a Word file's parts, in words; empty for a sound and open file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            contents = [(info.filename, _content(package, info, data)) for info in package.infolist()]
        parts = {name: tree_of(content) for name, content in contents if name.endswith(_TREES)}
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        return [f"the package is broken: {error}"]
    return _faults(parts)


def _content(package: zipfile.ZipFile, info: zipfile.ZipInfo, data: bytes) -> bytes:
    """The bytes of a part; none of a face that came out whole before: its bytes are the same in every brief."""
    if not info.filename.endswith(FONTS):
        return package.read(info)
    head = data[info.header_offset :][: _HEAD.size]
    around = sum(_HEAD.unpack(head)) if len(head) == _HEAD.size else 0
    packed = data[info.header_offset :][: _HEAD.size + around + info.compress_size]
    if (info.CRC, packed) not in _WHOLE:
        package.read(info)
        if len(_WHOLE) >= _MOST_FACES:
            _WHOLE.clear()
        _WHOLE.add((info.CRC, packed))
    return b""


def _faults(parts: Mapping[str, Element]) -> list[str]:
    document, styles = parts.get("word/document.xml"), parts.get("word/styles.xml")
    if document is None or styles is None:
        return ["the body or the styles are missing"]
    found = [*unsound(document)]
    _leave_brief(document)
    return sorted({*found, *unknown_styles(document, parts, styles), *barriers(document, parts, styles)})


def _leave_brief(document: Element) -> None:
    """Take out what stands before and behind the brief: a house file's own cover and closing words are its team's."""
    body = document.find(f"{W}body")
    if body is None:
        return
    marks = body.iter(f"{W}bookmarkStart")
    ours = [mark for mark in marks if (mark.get(f"{W}name") or "").startswith(_OURS)]
    if ours:
        blocks = list(body)
        first, last = (blocks.index(_block_of(mark, body)) for mark in (ours[0], ours[-1]))
        for block in (*blocks[:first], *blocks[last + 1 :]):
            if block.tag != f"{W}sectPr":
                body.remove(block)


def _block_of(mark: Element, body: Element) -> Element:
    """What stands directly in the body and holds an element."""
    within = [mark, *mark.iterancestors()]
    return within[within.index(body) - 1]
