"""Custom XML parts (ISO/IEC 29500-1, 15.2.5): Word keeps them, and never shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.render.docx.package.new_parts import new_part
from briefgen.render.docx.package.wordprocessingml import HEAD
from briefgen.render.docx.read_back.manifest import NAMESPACE as MANIFEST
from briefgen.trace import NAMESPACE as TRACE
from briefgen.trace import embedded

if TYPE_CHECKING:
    from briefgen.model.document import Document

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ITEMS = {
    MANIFEST: "{B61E0A3F-5D0C-4C1B-9B0E-6E0C6A2F7B11}",
    TRACE: "{2B1D6A54-7C1E-4E0B-9C55-6272696566A1}",
}
"""Namespace → what names such a part within a file; the same in each, as no two files meet."""


def add_custom_xml(part: Any, manifest: str, document: Document) -> None:  # noqa: ANN401 - python-docx has no types
    """Put the manifest and the trace into the package, each beside the properties that Word asks for."""
    items = {MANIFEST: manifest, TRACE: f'{HEAD}<trace xmlns="{TRACE}">{embedded(document)}</trace>'}
    package = part.package
    for namespace, xml in items.items():
        item = new_part(package, "/customXml/item%d.xml", "application/xml", xml.encode())
        properties = _properties(namespace)
        about = new_part(package, "/customXml/itemProps%d.xml", _PROPERTIES, properties, item.number)
        item.relate_to(about, f"{_RELATIONS}/customXmlProps")
        part.relate_to(item, f"{_RELATIONS}/customXml")


def _properties(namespace: str) -> bytes:
    return (
        f'{HEAD}<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{_ITEMS[namespace]}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{namespace}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
