"""The manifest inside a made file: which block is which, what it said, and which facts it came from.

It is a custom XML part, which Word and LibreOffice keep through editing and saving. It names only facts that this
audience sees. `read_back` reads it, and what the blocks say now, from a file that an editor has saved.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefgen.render.docx.marks import ANCHOR
from briefgen.render.docx.parsing import part_by_relation
from briefgen.render.docx.xml import NAMESPACES, attribute

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from briefgen.model.document import Anchor, FrontMatter

NAMESPACE = "urn:briefgen:manifest:1"
_W = f"{{{NAMESPACES['w']}}}"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ITEM = "{B61E0A3F-5D0C-4C1B-9B0E-6E0C6A2F7B11}"
"""Names the part for Word; the same in every file."""
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_TABLES = {"table", "cards"}
"""Kinds of blocks that are a whole table, whatever cell their anchor stands in."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One block as it was made."""

    key: str
    kind: str
    digest: str
    """SHA-256 of its text."""
    facts: tuple[str, ...]


def manifest_xml(front: FrontMatter, entries: Sequence[Entry]) -> str:
    """The manifest's part."""
    blocks = "".join(
        f'<block id="{e.key}" kind="{e.kind}" sha256="{e.digest}" facts="{attribute(" ".join(e.facts))}"/>'
        for e in entries
    )
    about = f'relation="{attribute(front.relation)}" audience="{attribute(front.reader)}"'
    return f'{_HEAD}<brief xmlns="{NAMESPACE}" {about} language="{attribute(front.language)}">{blocks}</brief>'


def entries_of(body: Element, marked: Sequence[tuple[str, str]], anchors: Sequence[Anchor]) -> list[Entry]:
    """What stands in the manifest for the blocks of a body."""
    facts = {anchor.key: anchor.facts for anchor in anchors}
    texts = texts_of(body, dict(marked))
    return [Entry(key, kind, digest(texts[key]), facts.get(key, ())) for key, kind in marked]


def digest(text: str) -> str:
    """A hash by which a changed text is told from one that stayed."""
    return hashlib.sha256(text.encode()).hexdigest()


def add_manifest(part: Any, xml: str) -> None:  # noqa: ANN401 - python-docx has no types
    """Put the manifest into the package, beside the properties that Word asks for."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    names = {str(existing.partname) for existing in part.package.parts}
    number = next(n for n in range(1, len(names) + 2) if f"/customXml/item{n}.xml" not in names)
    properties = (
        f'{_HEAD}<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{_ITEM}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    item = Part(PackURI(f"/customXml/item{number}.xml"), "application/xml", xml.encode(), part.package)
    item.relate_to(
        Part(PackURI(f"/customXml/itemProps{number}.xml"), kind, properties.encode(), part.package),
        f"{_RELS}/customXmlProps",
    )
    part.relate_to(item, f"{_RELS}/customXml")


# ---------------------------------------------------------------- reading


def read_back(data: bytes) -> tuple[tuple[Entry, ...], dict[str, str]]:
    """The manifest of a file, and what each of its blocks that is still there says now, by key.

    Raises:
        ValueError: where the file has no manifest of ours.
    """
    entries = next((found for root in part_by_relation(data, "customXml") if (found := _entries(root))), None)
    if entries is None:
        raise ValueError("no manifest of a brief")
    kinds = {entry.key: entry.kind for entry in entries}
    document = next(iter(part_by_relation(data, "officeDocument")))
    return entries, texts_of(document, kinds)


def _entries(root: Element) -> tuple[Entry, ...] | None:
    if root.tag != f"{{{NAMESPACE}}}brief":
        return None
    return tuple(
        Entry(b.get("id", ""), b.get("kind", ""), b.get("sha256", ""), tuple(b.get("facts", "").split()))
        for b in root.iter(f"{{{NAMESPACE}}}block")
    )


def texts_of(root: Element, kinds: Mapping[str, str]) -> dict[str, str]:
    """The text of every anchored block: of its paragraph, or of its whole table with tabs and line ends.

    A figure has none: that its anchor is there says that the figure is.
    """
    found: dict[str, str] = {}
    for mark in root.iter(f"{_W}bookmarkStart"):
        key = (mark.get(f"{_W}name") or "").removeprefix(ANCHOR)
        if key in kinds:
            found[key] = _text(mark, kinds[key])
    return found


def _text(mark: Element, kind: str) -> str:
    holder = next(mark.iterancestors(f"{_W}tbl" if kind in _TABLES else f"{_W}p"), None)
    if holder is None:
        return ""
    if kind in _TABLES:
        return "\n".join("\t".join(_words(cell) for cell in row.iter(f"{_W}tc")) for row in holder.iter(f"{_W}tr"))
    return _words(holder)


def _words(holder: Element) -> str:
    """The words of an element as a reader sees them: with insertions, without deletions and field codes."""
    return "".join(_pieces(holder)).strip()


def _pieces(holder: Element) -> Iterator[str]:
    for element in holder.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}p"):
        if element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag == f"{_W}p" and element is not holder:
            yield "\n"
        elif element.tag != f"{_W}p" and (parent := element.getparent()) is not None and parent.tag == f"{_W}r":
            yield " "
