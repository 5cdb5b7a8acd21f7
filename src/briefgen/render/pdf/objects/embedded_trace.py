"""The trace of a brief as private data of its file (page-piece dictionary, ISO 32000-1, 14.5).

PDF/A-2 takes only PDF/A files as attachments (ISO 19005-2, 6.8); data of the application that wrote the file are
no attachment, and are allowed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.pdf.objects.numbered_objects import Stream
from briefgen.render.pdf.objects.syntax import Raw, deflated
from briefgen.trace import embedded

if TYPE_CHECKING:
    from briefgen.model.document import Document
    from briefgen.render.pdf.objects.book import Book

_NEVER = "(D:20000101000000Z)"
"""The date that the dictionary must name: the clock is no input of a brief."""


def embed_trace(book: Book, document: Document) -> None:
    """Put the trace into the file."""
    data = deflated(embedded(document).encode("ascii"))
    private = book.registry.add(Stream("/Type/BriefgenTrace", data))
    book.catalog["PieceInfo"] = Raw(f"<</briefgen<</LastModified{_NEVER}/Private {private}>>>>")
