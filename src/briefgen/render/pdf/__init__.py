"""The PDF writer: our own layout (measure, break, place, draw) into objects of our own, tagged for everybody.

The rooms in the order of the work: `text` shapes words, measures inlines and makes lines; `layout` makes slices and
places them on pages; `paint` draws them; `objects` writes the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Outcome
from briefgen.gc_pause import collector_held_back
from briefgen.render.pdf import writer
from briefgen.render.pdf.text.missing_glyphs import missing_glyphs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.model.document import Document
    from briefgen.model.looks.style import Style
    from briefgen.model.rendering import Rendering
    from briefgen.render.pdf.writer import LengthsOfFiles


@collector_held_back()
def write_pdf(document: Document, style: Style) -> Outcome[Rendering]:
    """The document as PDF/UA-1 and PDF/A-2a, the same bytes each time."""
    rendering, missing = writer.write(document, style)
    return Outcome(rendering, missing_glyphs(document, missing))


def lengths_in(style: Style) -> LengthsOfFiles:
    """What tells how long the PDFs of one brief's documents are."""
    return writer.LengthsOfFiles(style)


@collector_held_back()
def page_numbers(document: Document, style: Style) -> Mapping[str, int]:
    """The page of each block that a link can lead to, by the block's id."""
    return writer.told(document, style).numbers


@collector_held_back()
def is_close(document: Document, style: Style) -> bool:
    """Whether its pages are about as full as they can be: with smaller distances, or hardly any room at the end."""
    return writer.told(document, style).is_close


def write(document: Document, style: Style, _needed: Mapping[str, bytes], /) -> Outcome[Rendering]:
    """The writing half of PDF."""
    return write_pdf(document, style)
