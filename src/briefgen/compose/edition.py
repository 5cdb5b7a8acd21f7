"""The mark of an edition: the date whose knowledge a brief shows, and a hash of what it says."""

from __future__ import annotations

import dataclasses
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from briefgen.model.document import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.date import Date
    from briefgen.model.document import Document

_DIGITS = 8
_UNSAID = frozenset({"id", "key", "origin", "target", "widths"})
"""Fields that no reader reads: names of blocks, where a text came from, how wide a column is drawn."""
_PRINTED = ("title", "subtitle", "audience", "handling", "date_line", "author", "language", "watermark")
"""What of the front matter a reader reads."""


def edition_of(document: Document, as_of: Date) -> str:
    """Such as `2021-04-23.3f2a9c1b`: the same in all formats and styles, another once a word, figure or order is.

    The hash tells editions apart; it is too short to prove that a file is unchanged.
    """
    found = hashlib.sha256()
    said = (*(getattr(document.front, name) for name in _PRINTED), document.blocks, document.notes)
    for piece in _pieces(said):
        found.update(piece.encode("utf-8", "surrogatepass") + b"\0")
    return f"{as_of}.{found.hexdigest()[:_DIGITS]}"


def _pieces(value: object) -> Iterator[str]:
    """Words, figures and marks of structure in the order of the document."""
    if type(value) is Text:
        yield value.text
    elif isinstance(value, tuple):
        yield "("
        for inner in value:
            yield from _pieces(inner)
        yield ")"
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        kind = type(value)
        yield kind.__name__
        for name in _said(kind):
            yield from _pieces(getattr(value, name))
    else:
        yield str(value)


@cache
def _said(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind) if field.name not in _UNSAID)
