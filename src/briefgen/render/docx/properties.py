"""What a file says of itself: core properties, custom properties, and a hash of its content."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING, Any

from briefgen.render.docx.xml import attribute

if TYPE_CHECKING:
    from briefgen.model.document import FrontMatter

_EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""When every file says it was made: the clock is no input of a brief."""
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_KIND = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that Word's own dialog shows (MS-OSHARED, user-defined properties)."""
_LONGEST = 255


def set_properties(document: Any, front: FrontMatter) -> None:  # noqa: ANN401 - python-docx has no types
    """Title, subject, language, author and fixed dates; then who reads, and the content's hash."""
    core = document.core_properties
    texts = {
        "title": front.title, "subject": front.summary, "author": front.author, "last_modified_by": front.author,
        "keywords": ", ".join(front.keywords), "language": front.language, "category": "Policy brief",
    }  # fmt: skip
    for name, text in texts.items():
        setattr(core, name, text[:_LONGEST])
    core.created = core.modified = _EPOCH.replace(tzinfo=None)
    core.revision = 1
    named = {"Relation": front.relation, "Audience": front.reader, "Content": _content_hash(document.part.package)}
    _add_custom(document.part.package, {name: value for name, value in named.items() if value})


def _content_hash(package: Any) -> str:  # noqa: ANN401 - python-docx has no types
    """SHA-256 over the document's XML parts in order of their names: equal on every platform.

    Pictures and workbooks are left out: how well they are packed depends on the machine; their drawings, numbers and
    labels stand in the XML.
    """
    found = hashlib.sha256()
    for part in sorted(package.parts, key=lambda part: str(part.partname)):
        name = str(part.partname)
        if name.startswith("/word/") and name.endswith((".xml", ".svg")):
            found.update(name.encode() + b"\0" + part.blob + b"\0")
    return found.hexdigest()


def _add_custom(package: Any, named: dict[str, str]) -> None:  # noqa: ANN401 - python-docx has no types
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    properties = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{name}"><vt:lpwstr>{attribute(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(named.items(), 2)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    xml = f'{head}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}">{properties}</Properties>'
    for key, relation in list(package.rels.items()):
        if relation.reltype == _RELATION:
            del package.rels[key]
    package.relate_to(Part(PackURI("/docProps/custom.xml"), _KIND, xml.encode(), package), _RELATION)
