"""A Word file from outside, opened safely: what could reach out, run or explode is refused, or taken out and told.

Limits are on what is read, never on what a header claims. Nothing here resolves entities or loads anything.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from briefgen.load.word.content_types import MAIN_TYPES, WML, ContentTypes
from briefgen.load.word.field_codes import check_fields
from briefgen.load.word.normal_form import normal_form
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
_DOCUMENTS = (f"{WML}.document", f"{WML}.template")
_FOREIGN = re.compile(r"vbaProject|macroEnabled|activeX|oleObject|ms-package|controlproperties", re.IGNORECASE)
_FOREIGN_PART = re.compile(r"(^|/)(vbaProject\.bin|vbaData\.xml|activeX/|oleObject[^/]*\.bin)", re.IGNORECASE)


def open_word(data: bytes, place: Place, report: Report) -> dict[str, bytes] | None:
    """The parts of a Word document or template, cleaned; None after reporting why it is refused."""
    try:
        parts = _unpacked(data)
        types = ContentTypes.of(parts)
        main = _checked_main(parts, types)
        for name in [name for name in parts if name.endswith(".rels")]:
            for what in clean_relations(parts, name):
                report.warning("BG144", place, f"{what} was taken out", "remove it in Word, so that it is not there")
        for name, part in parts.items():
            if types.is_xml(name):
                check_fields(name, xml_of(name, part))
            check_picture(name, part)
        return repaired(normal_form(parts, types, main))
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
    return parts


def _is_in_place(name: str) -> bool:
    """Whether a part's name leads nowhere but into the file (ISO/IEC 29500-2, 6.2)."""
    return (
        name.isprintable() and not name.startswith("/") and not set("\\:") & set(name) and ".." not in name.split("/")
    )


def _checked_main(parts: dict[str, bytes], types: ContentTypes) -> str:
    """The name of the part that is the document; refuses what is none, or carries programs and foreign objects."""
    for name in parts:
        foreign = _FOREIGN_PART.search(name) or _FOREIGN.search(types.type_of(name))
        if foreign:
            raise RefusedError(f"it holds macros or embedded objects ({foreign[0].strip('/')})")
    main = main_part(parts)
    if types.type_of(main) not in MAIN_TYPES:
        raise RefusedError("it is neither a Word document nor a Word template")
    other = next((name for name in parts if types.type_of(name) in _DOCUMENTS), None)
    if other:
        raise RefusedError(f"it holds another document of Word ({other})")
    if xml_of(main, parts[main]).tag != f"{W}document":
        raise RefusedError("its text is not in the usual form (a file saved as Strict Open XML is not)")
    return main
