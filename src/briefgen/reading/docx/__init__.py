"""The reading half of DOCX: whether a file is sound and open to all, the words of its parts, its custom XML."""

from __future__ import annotations

import io
import struct
import zipfile

from lxml import etree

from briefgen.reading.docx.accessibility import barriers
from briefgen.reading.docx.document_scan import PartError, scanned
from briefgen.reading.docx.known_styles import known_styles
from briefgen.reading.docx.package_parts import FONTS, parts_of
from briefgen.reading.docx.soundness import unknown_styles, unsound
from briefgen.reading.docx.trace_extraction import trace_in
from briefgen.reading.docx.word_xml import tree_of

__all__ = ["faults_of", "parts_of", "trace_in"]

_DOCUMENT, _STYLES = "word/document.xml", "word/styles.xml"
_TREES = (".xml", ".rels", ".svg")
_HEAD = struct.Struct("<26x2H")
"""What stands before a part in an archive: its last two numbers are the lengths of name and extra field behind it."""
_MOST_FACES = 16
_WHOLE: dict[tuple[int, int], bytes] = {}
"""Faces that came out as they went in, by check sum and packed size, with their heads; they hold no words."""


def faults_of(data: bytes) -> list[str]:
    """Every fault of a Word file's parts, in words; empty for a sound and open file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            contents = {info.filename: _content(package, info, data) for info in package.infolist()}
        body, told = contents.pop(_DOCUMENT, None), contents.pop(_STYLES, None)
        parts = {name: tree_of(content) for name, content in contents.items() if name.endswith(_TREES)}
        if body is None or told is None:
            return ["the body or the styles are missing"]
        styles = known_styles(told)
        found = scanned(body, styles.levels)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, PartError) as error:
        return [f"the package is broken: {error}"]
    return sorted({*unsound(found), *unknown_styles(found, parts, styles), *barriers(found, parts, styles)})


def _content(package: zipfile.ZipFile, info: zipfile.ZipInfo, data: bytes) -> bytes:
    """The bytes of a part; none of a face that came out whole before: its bytes are the same in every brief."""
    if not info.filename.endswith(FONTS):
        return package.read(info)
    key, begin = (info.CRC, info.compress_size), info.header_offset
    known = _WHOLE.get(key)
    if known is None or not data.startswith(known, begin):
        package.read(info)
        if len(_WHOLE) >= _MOST_FACES:
            _WHOLE.clear()
        around = sum(_HEAD.unpack_from(data, begin))
        _WHOLE[key] = data[begin : begin + _HEAD.size + around + info.compress_size]
    return b""
