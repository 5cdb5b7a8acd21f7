"""The reading half of DOCX: whether a file is sound and open to all, the words of its parts, its custom XML."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from briefgen.reading.docx.accessibility import PROPERTIES, barriers
from briefgen.reading.docx.document_scan import PartError, scanned
from briefgen.reading.docx.known_styles import known_styles
from briefgen.reading.docx.package_parts import FONTS, parts_of
from briefgen.reading.docx.soundness import is_story, unknown_styles, unsound
from briefgen.reading.docx.trace_extraction import trace_in
from briefgen.reading.docx.word_xml import tree_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

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
            parts = dict(_asked(package, data))
            if not {_DOCUMENT, _STYLES} <= package.NameToInfo.keys():
                return ["the body or the styles are missing"]
            styles = known_styles(package.read(_STYLES))
            with package.open(_DOCUMENT) as body:
                found = scanned(body, styles.levels)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, PartError) as error:
        return [f"the package is broken: {error}"]
    return sorted({*unsound(found), *unknown_styles(found, parts, styles), *barriers(found, parts, styles)})


def _asked(package: zipfile.ZipFile, data: bytes) -> Iterator[tuple[str, Element]]:
    """The parts beside body and styles of which more is asked than whether they are whole: all are looked at."""
    for info in package.infolist():
        name = info.filename
        if name.endswith(FONTS):
            _look_at_face(package, info, data)
        elif name not in {_DOCUMENT, _STYLES}:
            content = package.read(info)
            tree = tree_of(content) if name.endswith(_TREES) else None
            if tree is not None and (name == PROPERTIES or is_story(name)):
                yield name, tree


def _look_at_face(package: zipfile.ZipFile, info: zipfile.ZipInfo, data: bytes) -> None:
    """Unpack a face, unless it came out whole before: its bytes are the same in every brief."""
    key, begin = (info.CRC, info.compress_size), info.header_offset
    known = _WHOLE.get(key)
    if known is None or not data.startswith(known, begin):
        package.read(info)
        if len(_WHOLE) >= _MOST_FACES:
            _WHOLE.clear()
        around = sum(_HEAD.unpack_from(data, begin))
        _WHOLE[key] = data[begin : begin + _HEAD.size + around + info.compress_size]
