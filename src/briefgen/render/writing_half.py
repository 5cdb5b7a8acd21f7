"""The writing half of a format: what its package must have, found by its name."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from briefgen.model.formats import PAGED, TRACKED

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from briefgen.diagnostics import Outcome
    from briefgen.model.document import Document, FrontMatter
    from briefgen.model.formats import Format
    from briefgen.model.looks.style import Style
    from briefgen.model.rendering import Length, Rendering


class WritingHalf(Protocol):
    """A package that writes the files of a format."""

    def write(self, document: Document, style: Style, needed: Mapping[str, bytes], /) -> Outcome[Rendering]:
        """The document as a file, the same bytes each time; `needed` has those of the formats that it is made of."""


class Lengths(Protocol):
    """Tells how long files are."""

    def __call__(self, document: Document, front: FrontMatter | None = None) -> Length:
        """How long the document's file is, or would be with another front: what stands before its text."""


class PagedHalf(WritingHalf, Protocol):
    """One that lays out pages itself."""

    def lengths_in(self, style: Style, /) -> Lengths:
        """What tells how long the files of one brief's documents are."""

    def page_numbers(self, document: Document, style: Style, /) -> Mapping[str, int]:
        """The page of each block that a link can lead to, by the block's id."""

    def is_close(self, document: Document, style: Style, /) -> bool:
        """Whether its pages are about as full as they can be."""


class TrackingHalf(WritingHalf, Protocol):
    """One that tells two files as one with tracked changes."""

    def redlined(self, old: bytes, new: bytes, author: str, day: dt.date, /) -> Outcome[bytes]:
        """The newer file with what changed since the older; the same bytes each time."""


def writing_half(form: Format) -> WritingHalf:
    """What writes the files of a format; it and its libraries are loaded when first asked for."""
    return cast("WritingHalf", import_module(f"briefgen.render.{form.name}"))


def paged_half() -> PagedHalf:
    """What writes the files of the format whose pages are counted."""
    return cast("PagedHalf", writing_half(PAGED))


def tracking_half() -> TrackingHalf:
    """What tells two files as one in the format that can."""
    return cast("TrackingHalf", writing_half(TRACKED))
