"""Parts of a Word file as XML, with everything off that could reach out of it; and how one is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DECLARED = re.compile(r"<\?xml[^>]*?\sencoding\s*=\s*[\"']([^\"']*)")
_ENCODINGS = frozenset({"utf-8", "utf-16", "us-ascii"})


class RefusedError(ValueError):
    """The file is not one that a brief may be built on; the message says why, in the user's words."""

    code = "BG141"
    hint = "save it anew in Word as .docx or .dotx"


class LimitError(RefusedError):
    """The file is larger than any house file needs to be."""

    code = "BG103"
    hint = "take out pictures and text that no brief needs"


def xml_of(name: str, part: bytes) -> Element:
    """A part parsed; one with a document type is refused, whatever way it is written in.

    Raises:
        RefusedError: also for a part that is not well-formed.
    """
    text = _decoded(name, part)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise RefusedError(f"{name} declares a document type")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise RefusedError(
            f"{name} is not well-formed, or nested too deeply, in line {line}, column {column}"
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise RefusedError(f"{name} declares a document type")
    return root


def _decoded(name: str, part: bytes) -> str:
    """The text of a part: UTF-8 or UTF-16 with its mark, as packages are (ISO/IEC 29500-2, 8.1)."""
    try:
        text = part.decode("utf-16" if part[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except UnicodeDecodeError:
        raise RefusedError(f"{name} is neither UTF-8 nor UTF-16") from None
    declared = _DECLARED.match(text)
    if "\0" in text or (declared and declared[1].lower() not in _ENCODINGS):
        raise RefusedError(f"{name} is neither UTF-8 nor UTF-16")
    return text
