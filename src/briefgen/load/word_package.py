"""A Word file from outside, opened safely: what could reach out, run or explode is refused, or taken out and told.

Limits are on what is read, never on what a header claims. Nothing here resolves entities or loads anything.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from briefgen.diagnostics import Place, Report

LARGEST_FILE = 32 << 20
_LARGEST_PART, _LARGEST_WHOLE, _MOST_PARTS = 48 << 20, 128 << 20, 2000
_DENSEST, _DENSE_FROM = 200, 1 << 20
"""A part of over a megabyte that is packed more than two hundred times is a bomb."""
_MAIN = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
_FOREIGN = re.compile(r"vbaProject|macroEnabled|activeX|oleObject|ms-package|controlproperties", re.IGNORECASE)
_UNSAFE_RELATION = re.compile(
    r"/(oleObject|vbaProject|control|attachedTemplate|aFChunk|subDocument|frame|mailMergeSource|"
    r"mailMergeHeaderSource|recipientData|transform|wordVbaData|keyMapCustomizations|attachedToolbars)$"
)
_UNSAFE_FIELD = re.compile(
    r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|EMBED|MACROBUTTON|DATABASE|RD|AUTOTEXT)\b"
)
_ADDRESS = re.compile(r"(https?|mailto):", re.IGNORECASE)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class RefusedError(ValueError):
    """The file is not one that a brief may be built on; the message says why, in the user's words."""


def open_word(data: bytes, place: Place, report: Report) -> dict[str, bytes] | None:
    """The parts of a Word document or template, cleaned; None after reporting why it is refused."""
    try:
        parts = _unpacked(data)
        _check_kind(parts)
        for name in [name for name in parts if name.endswith(".rels")]:
            for what in _clean_relations(parts, name):
                report.warning("BG144", place, f"{what} was taken out", "remove it in Word, so that it is not there")
        for name, part in parts.items():
            if name.startswith("word/") and name.endswith(".xml"):
                _check_fields(name, part)
    except RefusedError as refusal:
        report.error("BG141", place, f"cannot be a house style: {refusal}", "save it anew in Word as .docx or .dotx")
        return None
    return parts


def packed(parts: dict[str, bytes]) -> bytes:
    """The parts as a Word file again, the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def xml_of(name: str, part: bytes) -> Element:
    """A part parsed with everything off that could reach out of it."""
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part or "<!DOCTYPE" in part[:4096].decode("utf-16", "ignore"):
        raise RefusedError(f"{name} declares a document type")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise RefusedError(f"{name} is not well-formed: {error.msg}") from None


def _unpacked(data: bytes) -> dict[str, bytes]:
    if len(data) > LARGEST_FILE:
        raise RefusedError(f"it is larger than {LARGEST_FILE >> 20} MB")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _read(package)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, zlib.error):
        raise RefusedError("it is no .docx (an old .doc and a file with a password are not)") from None


def _read(package: zipfile.ZipFile) -> dict[str, bytes]:
    members = package.infolist()
    names = [member.filename for member in members]
    if len(members) > _MOST_PARTS or len({name.lower() for name in names}) != len(names):
        raise RefusedError("it holds too many parts, or one twice")
    parts: dict[str, bytes] = {}
    total = 0
    for member in members:
        name = member.filename
        if member.flag_bits & 1 or name.startswith("/") or "\\" in name or ".." in name.split("/"):
            raise RefusedError(f"the part {name!r} is locked or out of place")
        if member.file_size > _DENSE_FROM and member.file_size > _DENSEST * max(1, member.compress_size):
            raise RefusedError(f"{name} unpacks to far more than it is")
        with package.open(member) as part:
            parts[name] = part.read(_LARGEST_PART + 1)
        total += len(parts[name])
        if len(parts[name]) > _LARGEST_PART or total > _LARGEST_WHOLE:
            raise RefusedError("it unpacks to too much")
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            xml_of(name, content)
    return parts


def _check_kind(parts: dict[str, bytes]) -> None:
    types = parts.get("[Content_Types].xml", b"").decode("utf-8", "replace")
    foreign = _FOREIGN.search(types)
    if foreign:
        raise RefusedError(f"it holds macros or embedded objects ({foreign[0]})")
    if not any(main in types for main in _MAIN) or "word/document.xml" not in parts or "word/styles.xml" not in parts:
        raise RefusedError("it is neither a Word document nor a Word template")


def _clean_relations(parts: dict[str, bytes], name: str) -> Iterator[str]:
    """Relations that lead out of the file or to what could run, taken out with the element that uses them."""
    relations = xml_of(name, parts[name])
    folder, file = posixpath.split(name)
    source = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
    for relation in list(relations):
        kind, target = relation.get("Type") or "", relation.get("Target") or ""
        outside = relation.get("TargetMode") == "External"
        link = kind.endswith("/hyperlink") and _ADDRESS.match(target)
        if _UNSAFE_RELATION.search(kind) or (outside and not link):
            relations.remove(relation)
            _drop_users(parts, source, relation.get("Id") or "")
            yield f"a reference from {source} to {target[:60]!r} ({kind.rsplit('/', 1)[-1]})"
    parts[name] = etree.tostring(relations, xml_declaration=True, encoding="UTF-8", standalone=True)


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


def _check_fields(name: str, part: bytes) -> None:
    """Field codes that fetch or run something; a code may be split over many runs, so they are joined first."""
    root = xml_of(name, part)
    codes = [element.get(f"{_W}instr") or "" for element in root.iter(f"{_W}fldSimple")]
    paragraphs = root.iter(f"{_W}p")
    codes += ["".join(code.text or "" for code in paragraph.iter(f"{_W}instrText")) for paragraph in paragraphs]
    for code in codes:
        found = _UNSAFE_FIELD.search(code)
        if found:
            raise RefusedError(f"{name} holds a field that fetches or runs something ({found[0]})")
