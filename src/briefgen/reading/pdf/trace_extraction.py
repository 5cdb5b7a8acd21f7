"""The trace in a PDF: a stream of its own kind."""

from __future__ import annotations

import zlib

from briefgen.late_patterns import late_pattern

_LARGEST = 64_000_000
_MARK = late_pattern(rb"/Type\s*/BriefgenTrace\b")
_STREAM = late_pattern(rb">>\s*stream\r?\n")


def trace_in(data: bytes) -> bytes | None:
    """The data of the stream that says it is a trace.

    A stream is never inside another one (ISO 32000-1, 7.5.7), so its dictionary can be found in the bytes also
    after other programs saved the file again; compressed data tell their own end.
    """
    for mark in _MARK.finditer(data):
        start = _STREAM.search(data, mark.end())
        if start:
            rest = memoryview(data)[start.end() :]
            try:
                return zlib.decompressobj().decompress(rest, _LARGEST)
            except zlib.error:
                return bytes(rest).partition(b"endstream")[0]
    return None
