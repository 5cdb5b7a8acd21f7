"""Relations of a Word file's parts: what runs or embeds is refused; what leads out or nowhere is taken out."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from briefgen.load.word.opc_parts import RefusedError, xml_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_PACKAGE = "_rels/.rels"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationships"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_REFUSED = re.compile(
    r"/(vbaProject|wordVbaData|control|oleObject|aFChunk|subDocument|mailMergeSource|mailMergeHeaderSource)$"
)
_TAKEN_OUT = re.compile(r"/(attachedTemplate|frame|recipientData|transform|keyMapCustomizations|attachedToolbars)$")
_ADDRESS = re.compile(r"(https?|mailto):", re.IGNORECASE)


def main_part(parts: dict[str, bytes]) -> str:
    """The part that a package begins with, or nothing."""
    relations = _relations(_PACKAGE, parts[_PACKAGE]) if _PACKAGE in parts else ()
    targets = (r.get("Target") or "" for r in relations if (r.get("Type") or "").endswith("/officeDocument"))
    return next((_resolved("", target) for target in targets), "")


def clean_relations(parts: dict[str, bytes], name: str) -> Iterator[str]:
    """Take out relations that lead out of the file or to nothing, with what uses them; gives each in words.

    Raises:
        RefusedError: for one to a program, an object or another document that would become a part of this one.
    """
    relations = _relations(name, parts[name])
    folder, file = posixpath.split(name)
    source = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
    for relation in list(relations):
        kind, target = relation.get("Type") or "", relation.get("Target") or ""
        what = f"from {source or 'the file'} to {target[:60]!r} ({kind.rsplit('/', 1)[-1]})"
        if _REFUSED.search(kind):
            raise RefusedError(f"it holds macros, embedded objects or other documents: a reference {what}")
        outside = (relation.get("TargetMode") or "").lower() == "external"
        link = kind.endswith("/hyperlink") and _ADDRESS.match(target)
        lost = not outside and _resolved(source, target) not in parts
        if _TAKEN_OUT.search(kind) or lost or (outside and not link):
            relations.remove(relation)
            _drop_users(parts, source, relation.get("Id") or "")
            yield f"a reference {what}"
    parts[name] = etree.tostring(relations, xml_declaration=True, encoding="UTF-8", standalone=True)


def _relations(name: str, part: bytes) -> Element:
    root = xml_of(name, part)
    if root.tag != _RELATIONS:
        raise RefusedError(f"{name} is no list of relations")
    return root


def _resolved(source: str, target: str) -> str:
    """The part that a target names, seen from the part that has the relation (ISO/IEC 29500-2, 6.4)."""
    path = unquote(target.partition("#")[0])
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), path)).lstrip("/")


def _drop_users(parts: dict[str, bytes], source: str, key: str) -> None:
    if source not in parts:
        return
    root = xml_of(source, parts[source])
    for element in list(root.iter()):
        used = any(name.startswith(_R) and value == key for name, value in element.attrib.items())
        parent = element.getparent()
        if used and parent is not None:
            parent.remove(element)
    parts[source] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
