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


class Package:
    """The parts of an opened file by their names, and what each relates to."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    @property
    def main(self) -> str:
        """The name of the main part: a document, or a workbook."""
        found = (target for _, kind, target in self.relations("") if kind == "officeDocument")
        return next(found, "word/document.xml")

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._archive.NameToInfo

    def relations(self, source: str) -> Iterator[tuple[str, str, str]]:
        """Id, kind and name of what a part, or with no name the package itself, relates to."""
        folder, name = posixpath.split(source)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if self.has(relations):
            for relation in self.parsed(relations).iter(_RELATION):
                if relation.get("TargetMode") != "External":
                    target = relation.get("Target") or ""
                    kind = (relation.get("Type") or "").rsplit("/", 1)[-1]
                    path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                    yield relation.get("Id") or "", kind, path

    def parsed(self, name: str) -> Element:
        """A part as XML.

        Raises:
            KeyError: where there is none of that name.
            ValueError: for what is too large, not well-formed or holds a document type.
        """
        return parsed(self.read(name))

    def read(self, name: str) -> bytes:
        """A part's bytes.

        Raises:
            KeyError: where there is none of that name.
            ValueError: for what is too large.
        """
        with self._archive.open(name) as member:
            data = member.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise ValueError(f"{name} is larger than {_LARGEST >> 20} MB")
        return data


def part_by_relation(data: bytes, kind: str) -> Iterator[Element]:
    """The parts that the package or its main document names by a kind of relation."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        package = Package(archive)
        for source in ("", package.main):
            for _, found, target in package.relations(source):
                if found == kind and package.has(target):
                    yield package.parsed(target)
