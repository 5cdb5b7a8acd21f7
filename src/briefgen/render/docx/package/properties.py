"""What a file says of itself: core properties, custom properties, and a hash of its content."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING, Any

from briefgen.model.editions.edition_day import day_of
from briefgen.render.docx.package.new_parts import new_part
from briefgen.render.docx.package.wordprocessingml import HEAD, attribute, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.model.document import FrontMatter

_EPOCH = dt.date(2000, 1, 1)
"""When a file says it was made that is of no edition: the clock is no input of a brief."""
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_KIND = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set that Word's own dialog shows (MS-OSHARED, user-defined properties)."""
_LONGEST = 255
"""python-docx refuses a longer one."""
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_KIND = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_SPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_CORE = {
    "title": "dc:title", "subject": "dc:subject", "author": "dc:creator", "last_modified_by": "cp:lastModifiedBy",
    "keywords": "cp:keywords", "language": "dc:language", "category": "cp:category",
    "version": "cp:version", "content_status": "cp:contentStatus",
}  # fmt: skip
"""python-docx's name → element."""


def set_properties(package: Any, front: FrontMatter, blobs: Mapping[str, bytes]) -> None:  # noqa: ANN401 - python-docx has no types
    """Title, subject, language, author and fixed dates; then who reads, which edition, and the content's hash."""
    set_core(
        package,
        day_of(front.edition) or _EPOCH,
        title=front.title,
        subject=front.summary,
        author=front.author,
        last_modified_by=front.author,
        keywords=", ".join(front.keywords),
        language=front.language,
        category=front.parts.category,
        version=front.edition,
        **({"content_status": front.state.said} if front.state else {}),
    )
    named = {
        "Relation": front.relation, "Audience": front.reader, "Edition": front.edition, "Content": content_hash(blobs),
        "Status": front.state.state.value if front.state else "", "Cleared by": front.state.by if front.state else "",
        "Cleared on": front.state.on if front.state else "",
    }  # fmt: skip
    _add_custom(package, {name: value for name, value in named.items() if value})


def set_core(package: Any, day: dt.date = _EPOCH, **texts: str) -> None:  # noqa: ANN401 - python-docx has no types
    """The core properties by python-docx's names for them; those of a house file that we do not know stay."""
    cut = {name: text[:_LONGEST] for name, text in texts.items()}
    if any(relation.reltype == _CORE_RELATION for relation in package.rels.values()):
        core = package.core_properties
        for name, text in cut.items():
            setattr(core, name, text)
        core.created = core.modified = dt.datetime.combine(day, dt.time())
        core.revision = 1
    else:
        _add(package, "/docProps/core.xml", _CORE_KIND, _CORE_RELATION, _core_xml(cut, day))


def _core_xml(texts: Mapping[str, str], day: dt.date) -> str:
    """Core properties as a part (ISO/IEC 29500-2, 11)."""
    written = "".join(f"<{_CORE[name]}>{words(text)}</{_CORE[name]}>" for name, text in texts.items())
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return f"{HEAD}<cp:coreProperties {_CORE_SPACES}>{written}<cp:revision>1</cp:revision>{dates}</cp:coreProperties>"


def content_hash(blobs: Mapping[str, bytes]) -> str:
    """SHA-256 over the document's XML parts in order of their names: equal on every platform.

    Pictures and workbooks are left out: how well they are packed depends on the machine; their drawings, numbers and
    labels stand in the XML.
    """
    found = hashlib.sha256()
    for name, blob in sorted(blobs.items()):
        if name.startswith("/word/") and name.endswith((".xml", ".svg")):
            for piece in (name.encode(), b"\0", blob, b"\0"):
                found.update(piece)
    return found.hexdigest()


def _add_custom(package: Any, named: dict[str, str]) -> None:  # noqa: ANN401 - python-docx has no types
    properties = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{name}"><vt:lpwstr>{attribute(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(named.items(), 2)
    )
    for key, relation in list(package.rels.items()):
        if relation.reltype == _RELATION:
            del package.rels[key]
    xml = f'{HEAD}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}">{properties}</Properties>'
    _add(package, "/docProps/custom.xml", _KIND, _RELATION, xml)


def _add(package: Any, name: str, kind: str, relation: str, xml: str) -> None:  # noqa: ANN401 - python-docx has no types
    package.relate_to(new_part(package, name, kind, xml.encode()), relation)
