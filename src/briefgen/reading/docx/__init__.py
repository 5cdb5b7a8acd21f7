"""The reading half of DOCX: whether a file is sound and open to all, the words of its parts, its custom XML."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from briefgen.reading.docx.accessibility import barriers
from briefgen.reading.docx.package_parts import parts_of
from briefgen.reading.docx.soundness import unknown_styles, unsound
from briefgen.reading.docx.trace_extraction import trace_in
from briefgen.reading.docx.word_xml import W, root_of, tree_of, values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

__all__ = ["faults_of", "parts_of", "trace_in"]

_OURS = "_bg_"
"""How bookmarks begin that only a brief's own blocks have."""


def faults_of(data: bytes) -> list[str]:
    """Every fault of a Word file's parts, in words; empty for a sound and open file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        for name, part in parts.items():
            if name.endswith((".xml", ".rels", ".svg")):
                tree_of(part)
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        return [f"the package is broken: {error}"]
    return _faults(parts)


def _faults(parts: Mapping[str, bytes]) -> list[str]:
    document, styles = root_of(parts, "word/document.xml"), root_of(parts, "word/styles.xml")
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
    blocks = list(body)
    ours = [
        n for n, block in enumerate(blocks) if any(m.startswith(_OURS) for m in values(block, "bookmarkStart", "name"))
    ]
    if ours:
        for number, block in enumerate(blocks):
            if not ours[0] <= number <= ours[-1] and block.tag != f"{W}sectPr":
                body.remove(block)
