"""The mark of an edition: the date whose knowledge a brief shows, and a hash of what it says."""

from __future__ import annotations

import dataclasses
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from briefgen.model.document import TextRun

if TYPE_CHECKING:
    from briefgen.model.document import Document
    from briefgen.model.values.date import Date

_DIGITS = 8
_UNSAID = frozenset({"id", "key", "origin", "target", "widths"})
"""Fields that no reader reads: names of blocks, where a text came from, how wide a column is drawn."""
_PRINTED = (
    "title", "subtitle", "audience", "handling", "date_line", "author", "language", "watermark", "headline",
    "standfirst", "memo", "has_memo_line", "spoken",
)  # fmt: skip
"""What of the front matter a reader reads, or hears."""


def edition_of(document: Document, as_of: Date) -> str:
    """Such as `2021-04-23.3f2a9c1b`: the same in all formats and styles, another once a word, figure or order is.

    The hash tells editions apart; it is too short to prove that a file is unchanged.
    """
    pieces: list[str] = []
    said = (*(getattr(document.front, name) for name in _PRINTED), document.blocks, document.notes)
    _collect(said, pieces)
    found = hashlib.sha256("\0".join(pieces).encode("utf-8", "surrogatepass"))
    return f"{as_of}.{found.hexdigest()[:_DIGITS]}"


def _collect(value: object, pieces: list[str]) -> None:
    """Words, figures and marks of structure in the order of the document; into one list, which is fast."""
    kind: type = type(value)
    if kind is TextRun:
        pieces.append(value.text)  # type: ignore[attr-defined]  # as was just asked
    elif kind is str:
        pieces.append(value)  # type: ignore[arg-type]  # likewise
    elif isinstance(value, tuple):
        pieces.append("(")
        for inner in value:
            if type(inner) is TextRun:  # nearly always: no call
                pieces.append(inner.text)
            else:
                _collect(inner, pieces)
        pieces.append(")")
    elif isinstance(value, bytes):
        pieces.append(hashlib.sha256(value).hexdigest())
    elif names := _said(kind):
        pieces.append(kind.__name__)
        for name in names:
            inner = getattr(value, name)
            if type(inner) is int:  # how many places a cell takes
                pieces.append(str(inner))
            else:
                _collect(inner, pieces)
    else:
        pieces.append(str(value))


@cache
def _said(kind: type) -> tuple[str, ...]:
    """The fields of a part of the document that a reader reads; none for a plain value."""
    if not dataclasses.is_dataclass(kind):
        return ()
    return tuple(field.name for field in dataclasses.fields(kind) if field.name not in _UNSAID)
