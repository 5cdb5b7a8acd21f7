"""The trace of a brief as a custom XML part (ISO/IEC 29500-1, 15.2.5): Word keeps it, and never shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.trace import NAMESPACE, embedded

if TYPE_CHECKING:
    from briefgen.model.document import Document

_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
_ITEM = "{2B1D6A54-7C1E-4E0B-9C55-6272696566A1}"
"""Names the part within a file; the same in each, as no two of them meet."""


def embed_trace(part: Any, document: Document) -> None:  # noqa: ANN401 - python-docx has no types
    """Put the trace into the package, beside the document's own part."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = part.package
    names = {str(existing.partname) for existing in package.parts}
    number = next(n for n in range(1, len(names) + 2) if f"/customXml/item{n}.xml" not in names)
    item = f'{_HEAD}<trace xmlns="{NAMESPACE}">{embedded(document)}</trace>'
    properties = (
        f'{_HEAD}<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{_ITEM}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    holder = Part(PackURI(f"/customXml/item{number}.xml"), "application/xml", item.encode(), package)
    about = Part(PackURI(f"/customXml/itemProps{number}.xml"), _PROPERTIES, properties.encode(), package)
    holder.relate_to(about, f"{_RELS}/customXmlProps")
    part.relate_to(holder, f"{_RELS}/customXml")
