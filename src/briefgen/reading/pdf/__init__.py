"""The reading half of PDF: whether a file is whole, the words of all its objects, the trace in its private data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["faults_of", "parts_of", "trace_in"]

_TAIL = 32


def faults_of(data: bytes) -> list[str]:
    """Nothing where the file has its head and its end."""
    whole = data.startswith(b"%PDF-") and b"%%EOF" in data[-_TAIL:]
    return [] if whole else ["the PDF is not whole"]


def parts_of(data: bytes) -> Iterator[tuple[str, str]]:
    """The name and text of every object that can hold words."""
    from briefgen.reading.pdf import object_texts  # where there is something to look for

    return object_texts.parts_of(data)


def trace_in(data: bytes) -> bytes | None:
    """The trace as JSON; None where the file holds none that can be read."""
    from briefgen.reading.pdf import trace_extraction

    return trace_extraction.trace_in(data)
