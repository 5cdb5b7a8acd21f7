"""Relations of a Word file's parts: what runs or embeds is refused; what leads out or nowhere is taken out."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from briefgen.load.word.opc_parts import RefusedError, W, xml_of
from briefgen.model.values.address import address_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from lxml.etree import _Element as Element

PACKAGE = "_rels/.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationships"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "/officeDocument"
_R = f"{{{OFFICE}}}"
_REFUSED = re.compile(r"/(vbaProject|wordVbaData|control|oleObject|aFChunk|subDocument)$")
_TAKEN_OUT = re.compile(
    r"/(attachedTemplate|frame|recipientData|transform|keyMapCustomizations|attachedToolbars"
    r"|mailMergeSource|mailMergeHeaderSource)$"
)


class PartIndex:
    """The parts of a file by what leads to them; case and escapes make no difference (ISO/IEC 29500-2, 6.2.2)."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._names = {unquote(name).lower(): name for name in parts if not name.endswith("/")}

    def find(self, source: str, target: str) -> str:
        """The part that a target names, seen from the part that has the relation (6.4); empty where there is none."""
        path = unquote(target.partition("#")[0])
        whole = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), path)).lstrip("/")
        return self._names.get(whole.lower(), "")


def main_part(parts: Mapping[str, bytes]) -> str:
    """The part that a package begins with, or nothing."""
    index = PartIndex(parts)
    targets = (r.get("Target") or "" for r in relations_of(parts, "") if (r.get("Type") or "").endswith(_MAIN))
    return next((index.find("", target) for target in targets), "")


def clean_relations(parts: dict[str, bytes], name: str) -> Iterator[str]:
    """Take out relations that lead out of the file or to nothing, with what uses them; gives each in words.

    Raises:
        RefusedError: for one to a program, an object or another document that would become a part of this one.
    """
    relations, index = _relations(name, parts[name]), PartIndex(parts)
    folder, file = posixpath.split(name)
    source = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
    lost: set[str] = set()
    for relation in list(relations):
        kind, target = relation.get("Type") or "", relation.get("Target") or ""
        what = f"from {source or 'the file'} to {target[:60]!r} ({kind.rsplit('/', 1)[-1]})"
        if _REFUSED.search(kind):
            raise RefusedError(f"it holds macros, embedded objects or other documents: a reference {what}")
        outside = (relation.get("TargetMode") or "").lower() == "external"
        address = address_of(target) if outside and kind.endswith("/hyperlink") else None
        if address:
            relation.set("Target", address)
        if _TAKEN_OUT.search(kind) or (not address if outside else not index.find(source, target)):
            relations.remove(relation)
            lost.add(relation.get("Id") or "")
            yield f"a reference {what}"
    parts[name] = etree.tostring(relations, xml_declaration=True, encoding="UTF-8", standalone=True)
    if lost and source in parts:
        _drop_users(parts, source, lost)


def relations_name(part: str) -> str:
    """The part that holds the relations of a part; with no name, those of the file itself."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def relations_of(parts: Mapping[str, bytes], source: str) -> list[Element]:
    """The relations of a part, parsed anew."""
    name = relations_name(source)
    name = name if name in parts else PartIndex(parts).find("", name)
    return list(_relations(name, parts[name]).iter(_RELATION)) if name else []


def _relations(name: str, part: bytes) -> Element:
    root = xml_of(name, part)
    if root.tag != _RELATIONS:
        raise RefusedError(f"{name} is no list of relations")
    return root


def _drop_users(parts: dict[str, bytes], source: str, keys: AbstractSet[str]) -> None:
    """Take out what shows a relation that is gone; the words of a link stay."""
    root = xml_of(source, parts[source])
    for element in list(root.iter()):
        used = any(name.startswith(_R) and value in keys for name, value in element.attrib.items())
        parent = element.getparent()
        if used and parent is not None:
            if element.tag == f"{W}hyperlink":
                for child in list(element):
                    element.addprevious(child)
            parent.remove(element)
    # What is left of a merge without its source asks for the source.
    for merge in root.findall(f"{W}mailMerge"):
        root.remove(merge)
    parts[source] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
