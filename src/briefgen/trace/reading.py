"""A trace back out of a file: a sidecar, or a PDF, DOCX or HTML file that came by mail.

The files are not ours to trust: what cannot be read gives nothing, and nothing is unpacked beyond a bound.
"""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
import zlib
from decimal import Decimal, InvalidOperation
from typing import Any

from briefgen.model.facts.fact import Source
from briefgen.model.origin import OriginKind
from briefgen.model.values.quantity import Estimate, Interval
from briefgen.trace.record import Cause, Passage, Piece, Trace
from briefgen.trace.serialisation import FORMAT, NAMESPACE

_LARGEST = 64_000_000
_PDF_MARK = re.compile(rb"/Type\s*/BriefgenTrace\b")
_STREAM = re.compile(rb">>\s*stream\r?\n")
_HTML = re.compile(rb'<script type="application/json" id="briefgen-trace">(.*?)</script>', re.DOTALL)
_XML = re.compile(rb"<(?:\w+:)?trace\b[^>]*>([^<]*)</(?:\w+:)?trace>")
_UNREADABLE = (KeyError, TypeError, ValueError, IndexError, AttributeError, InvalidOperation, RecursionError)


def read_trace(name: str, data: bytes) -> Trace | None:
    """The trace in a file, by the ending of its name; None where there is none that can be read."""
    try:
        text = _text_of(name.lower(), data)
        return None if text is None else _trace(json.loads(text))
    except _UNREADABLE:
        return None


def _text_of(name: str, data: bytes) -> str | bytes | None:
    if name.endswith(".json"):
        return data
    if name.endswith(".pdf"):
        return _in_pdf(data)
    if name.endswith((".docx", ".dotx")):
        return _in_docx(data)
    found = _HTML.search(data)
    return found[1] if found else None


def _in_pdf(data: bytes) -> bytes | None:
    """The data of the stream that says it is a trace.

    A stream is never inside another one (ISO 32000-1, 7.5.7), so its dictionary can be found in the bytes also
    after other programs saved the file again; compressed data tell their own end.
    """
    for mark in _PDF_MARK.finditer(data):
        start = _STREAM.search(data, mark.end())
        if start:
            rest = memoryview(data)[start.end() :]
            try:
                return zlib.decompressobj().decompress(rest, _LARGEST)
            except zlib.error:
                return bytes(rest).partition(b"endstream")[0]
    return None


def _in_docx(data: bytes) -> bytes | None:
    """The text of the custom XML part in our namespace; Word may have given the part another name."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for info in package.infolist():
                if info.filename.startswith("customXml/item") and info.file_size <= _LARGEST:
                    part = package.read(info)
                    found = _XML.search(part) if NAMESPACE.encode() in part else None
                    if found:
                        return _unescaped(found[1])
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
        pass
    return None


def _unescaped(text: bytes) -> bytes:
    """Text of an XML element; we write no references, but who saves the file again may."""
    return html.unescape(text.decode("utf-8")).encode()


def _trace(record: dict[str, Any]) -> Trace | None:
    if record["format"] != FORMAT:
        return None
    causes = tuple(_cause(cause) for cause in record["causes"])
    passages = tuple(_passage(passage, len(causes)) for passage in record["passages"])
    return Trace(str(record["title"]), str(record["audience"]), str(record["dated"]), causes, passages)


def _cause(record: dict[str, Any]) -> Cause:
    sources = tuple(_source(source) for source in record.get("sources", ()))
    line, column = int(record.get("line", 0)), int(record.get("column", 0))
    return Cause(str(record["id"]), OriginKind(record["kind"]), str(record.get("file", "")), line, column, sources)


def _source(record: dict[str, Any]) -> Source:
    return Source(str(record["ref"]), _optional(record, "locator"), _optional(record, "quote"))


def _passage(record: dict[str, Any], causes: int) -> Passage:
    pieces = tuple(_piece(piece, causes) for piece in record["pieces"])
    return Passage(str(record["section"]), str(record["where"]), str(record["words"]), pieces)


def _piece(record: dict[str, Any], causes: int) -> Piece:
    indexes = tuple(int(index) for index in record["causes"])
    if any(not 0 <= index < causes for index in indexes):
        raise IndexError
    return Piece(str(record["text"]), int(record["at"]), indexes, _optional(record, "formula"), _value(record))


def _value(record: dict[str, Any]) -> Estimate | None:
    if "value" not in record:
        return None
    low, high = (Decimal(record[end]) if end in record else None for end in ("low", "high"))
    return Estimate(Decimal(record["value"]), Interval(low, high), str(record.get("unit", "")))


def _optional(record: dict[str, Any], name: str) -> str | None:
    return str(record[name]) if name in record else None
