"""A Word file from outside, opened safely: what could reach out, run or explode is refused, or taken out and told.

Limits are on what is read, never on what a header claims. Nothing here resolves entities or loads anything.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from briefgen.load.word.field_codes import check_fields
from briefgen.load.word.opc_parts import LimitError, RefusedError, W, xml_of
from briefgen.load.word.opc_relationships import clean_relations, main_part
from briefgen.load.word.picture_checks import check_picture
from briefgen.load.word.repairs import repaired

if TYPE_CHECKING:
    from briefgen.diagnostics import Place, Report

LARGEST_FILE = 32 << 20
_LARGEST_PART, _LARGEST_WHOLE, _MOST_PARTS = 48 << 20, 128 << 20, 2000
_DENSEST, _DENSE_FROM = 200, 1 << 20
"""A part of over a megabyte that is packed more than two hundred times is a bomb."""
_TYPES = "[Content_Types].xml"
_BODY, _STYLES = "word/document.xml", "word/styles.xml"
_MAIN = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
_FOREIGN = re.compile(r"vbaProject|macroEnabled|activeX|oleObject|ms-package|controlproperties", re.IGNORECASE)
_FOREIGN_PART = re.compile(r"(^|/)(vbaProject\.bin|vbaData\.xml|activeX/|oleObject[^/]*\.bin)", re.IGNORECASE)


def open_word(data: bytes, place: Place, report: Report) -> dict[str, bytes] | None:
    """The parts of a Word document or template, cleaned; None after reporting why it is refused."""
    try:
        parts = _unpacked(data)
        _check_kind(parts)
        for name in [name for name in parts if name.endswith(".rels")]:
            for what in clean_relations(parts, name):
                report.warning("BG144", place, f"{what} was taken out", "remove it in Word, so that it is not there")
        for name, part in parts.items():
            if name.endswith(".xml"):
                check_fields(name, xml_of(name, part))
            else:
                check_picture(name, part)
        return repaired(parts)
    except RefusedError as refusal:
        report.error(refusal.code, place, f"cannot be a house style: {refusal}", refusal.hint)
        return None


def packed(parts: dict[str, bytes]) -> bytes:
    """The parts as a Word file again, the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _unpacked(data: bytes) -> dict[str, bytes]:
    if len(data) > LARGEST_FILE:
        raise LimitError(f"it is larger than {LARGEST_FILE >> 20} MB")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _read(package)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, zlib.error):
        raise RefusedError("it is no .docx (an old .doc and a file with a password are not)") from None


def _read(package: zipfile.ZipFile) -> dict[str, bytes]:
    members = package.infolist()
    if len(members) > _MOST_PARTS:
        raise LimitError(f"it holds more than {_MOST_PARTS} parts")
    names = [member.filename for member in members]
    if len({name.lower() for name in names}) != len(names):
        raise RefusedError("it holds a part twice")
    parts: dict[str, bytes] = {}
    total = 0
    for member in members:
        name = member.filename
        if member.flag_bits & 1 or not _is_in_place(name):
            raise RefusedError(f"the part {name!r} is locked or out of place")
        if member.file_size > _DENSE_FROM and member.file_size > _DENSEST * max(1, member.compress_size):
            raise LimitError(f"{name} unpacks to far more than it is")
        with package.open(member) as part:
            parts[name] = part.read(_LARGEST_PART + 1)
        total += len(parts[name])
        if len(parts[name]) > _LARGEST_PART or total > _LARGEST_WHOLE:
            raise LimitError("it unpacks to too much")
    for name, content in parts.items():
        if name.endswith((".xml", ".rels", ".svg")):
            xml_of(name, content)
    return parts


def _is_in_place(name: str) -> bool:
    """Whether a part's name leads nowhere but into the file (ISO/IEC 29500-2, 6.2)."""
    return (
        name.isprintable() and not name.startswith("/") and not set("\\:") & set(name) and ".." not in name.split("/")
    )


def _check_kind(parts: dict[str, bytes]) -> None:
    """Refuse what is no Word file of the usual kind, or carries programs and foreign objects."""
    for name in parts:
        foreign = _FOREIGN_PART.search(name)
        if foreign:
            raise RefusedError(f"it holds macros or embedded objects ({foreign[0].strip('/')})")
    kinds = list(xml_of(_TYPES, parts[_TYPES])) if _TYPES in parts else []
    main = ""
    for kind in kinds:
        said, of = kind.get("ContentType") or "", kind.get("PartName") or f".{kind.get('Extension')}"
        foreign = _FOREIGN.search(said)
        if foreign:
            raise RefusedError(f"it holds macros or embedded objects ({foreign[0]})")
        if "wordprocessingml" in said and not of.endswith(".xml"):
            raise RefusedError(f"{of} is said to be text of Word, and is not named so")
        main = said if of == f"/{_BODY}" else main
    if not main.endswith(_MAIN) or not {_BODY, _STYLES} <= parts.keys() or main_part(parts) != _BODY:
        raise RefusedError("it is neither a Word document nor a Word template")
    if xml_of(_BODY, parts[_BODY]).tag != f"{W}document":
        raise RefusedError("its text is not in the usual form (a file saved as Strict Open XML is not)")
