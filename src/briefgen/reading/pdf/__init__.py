"""The reading half of PDF: whether a file is whole, the words of all its objects, the trace in its private data."""

from __future__ import annotations

from briefgen.reading.pdf.object_texts import parts_of
from briefgen.reading.pdf.trace_extraction import trace_in

__all__ = ["faults_of", "parts_of", "trace_in"]

_TAIL = 32


def faults_of(data: bytes) -> list[str]:
    """Nothing where the file has its head and its end."""
    whole = data.startswith(b"%PDF-") and b"%%EOF" in data[-_TAIL:]
    return [] if whole else ["the PDF is not whole"]
