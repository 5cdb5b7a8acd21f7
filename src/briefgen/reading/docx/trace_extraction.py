"""The trace in a Word file: a custom XML part in a namespace of its own."""

from __future__ import annotations

import html
import io
import zipfile
import zlib

from briefgen.late_patterns import late_pattern
from briefgen.trace import NAMESPACE

_LARGEST = 64_000_000
_ELEMENT = late_pattern(rb"<(?:\w+:)?trace\b[^>]*>([^<]*)</(?:\w+:)?trace>")


def trace_in(data: bytes) -> bytes | None:
    """The text of the part in our namespace; Word may have given the part another name."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for info in package.infolist():
                if info.filename.startswith("customXml/item") and info.file_size <= _LARGEST:
                    part = package.read(info)
                    found = _ELEMENT.search(part) if NAMESPACE.encode() in part else None
                    if found:
                        return _unescaped(found[1])
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, UnicodeDecodeError):
        pass
    return None


def _unescaped(text: bytes) -> bytes:
    """Text of an XML element; we write no references, but who saves the file again may."""
    return html.unescape(text.decode("utf-8")).encode()
