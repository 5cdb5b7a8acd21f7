"""Parts of a Word file read safely: no entities, no network, no part larger than a limit."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_LARGEST = 48 << 20
"""Bytes of one part."""
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def parsed(data: bytes) -> Element:
    """XML from outside, with everything off that could reach out of it.

    Raises:
        ValueError: for what is not well-formed or holds a document type.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"is not well-formed XML: {error.msg}") from None
    if root.getroottree().docinfo.doctype:
        raise ValueError("holds a document type")
    return root


def part_by_relation(data: bytes, kind: str) -> Iterator[Element]:
    """The parts that the package or its main document names by a kind of relation."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        main = next((target for k, target in _targets(package, "") if k == "officeDocument"), "word/document.xml")
        for source in ("", main):
            for found, target in _targets(package, source):
                if found == kind and target in package.NameToInfo:
                    yield parsed(_read(package, target))


def _targets(package: zipfile.ZipFile, source: str) -> Iterator[tuple[str, str]]:
    """Kind and name of what a part, or the package itself, relates to."""
    folder, name = posixpath.split(source)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations in package.NameToInfo:
        for relation in parsed(_read(package, relations)).iter(_RELATION):
            if relation.get("TargetMode") != "External":
                target = relation.get("Target") or ""
                kind = (relation.get("Type") or "").rsplit("/", 1)[-1]
                yield kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _read(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as member:
        data = member.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ValueError(f"{name} is larger than {_LARGEST >> 20} MB")
    return data
