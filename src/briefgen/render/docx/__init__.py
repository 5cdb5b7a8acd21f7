"""The DOCX writer: the body is written as one piece of XML, into parts of our own.

python-docx knows neither footnotes nor charts nor content controls, and its calls for tables build the grid of cells
anew each time: a brief made with them takes five to sixty times as long. So the body is text until a team's Word file
wants it as a tree; python-docx opens such files, and is loaded where there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import NOWHERE, Diagnostic, Outcome, Severity
from briefgen.gc_pause import collector_held_back
from briefgen.model.looks.style import Style
from briefgen.model.rendering import Rendering
from briefgen.render.contents_entries import contents_of
from briefgen.render.docx.body.body_blocks import BodyWriter
from briefgen.render.docx.body.contents_field import contents_xml
from briefgen.render.docx.body.drawings import DrawingWriter
from briefgen.render.docx.body.file_order import margin_plan
from briefgen.render.docx.body.memo_xml import opening_heights, opening_xml, with_room_beside_memo
from briefgen.render.docx.body.mixed_directions import mixed_directions
from briefgen.render.docx.body.runs import InlineWriter
from briefgen.render.docx.body.survey import begun_lists, targets_of
from briefgen.render.docx.body.word_tables import settled
from briefgen.render.docx.package.base_package import blobs_of, document_xml, empty_document, saved
from briefgen.render.docx.package.headers_footers import section_xml
from briefgen.render.docx.package.numbering import numbering_xml
from briefgen.render.docx.package.properties import set_properties
from briefgen.render.docx.package.theme import theme_of
from briefgen.render.docx.package.wordprocessingml import paragraph, run
from briefgen.render.docx.read_back.custom_xml import add_custom_xml
from briefgen.render.docx.read_back.manifest import entries_of, manifest_xml
from briefgen.render.headline import with_fitted_headline
from briefgen.render.kept_styles import kept
from briefgen.render.spoken_brief import SpokenBrief
from briefgen.render.writing_half import paged_half

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from briefgen.model.document import Document, Note
    from briefgen.render.docx.house.house_file import House

_SHORT, _TIGHTEST = 24, 0.6
"""Sections and paragraphs of a brief of a few pages; what distances are multiplied with where there is no room."""
_FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


@collector_held_back()
def write_docx(document: Document, style: Style) -> Outcome[Rendering]:
    """The document as a Word file, the same bytes each time: in the style's own Word file where it has one."""
    front = document.front
    paper, style = style, with_fitted_headline(_as_close_as_paper(document, style), front)
    style = with_room_beside_memo(style, front, document.blocks)
    plan = margin_plan(document.blocks, style, *opening_heights(front, style))
    blocks = plan.blocks
    numbering = numbering_xml(tuple(begun_lists(blocks, style)))
    house = _house(style, front.language, numbering) if style.word else None
    part = house.part if house else empty_document(style, front.language, numbering)
    keys = {note.number: note.key for note in document.notes}
    spoken = SpokenBrief(front.spoken, document.blocks)
    inlines = InlineWriter(part, style, targets_of(document.blocks), spoken, keys)
    theme = house.theme if house else theme_of(style)
    writer = BodyWriter(inlines, theme, front, DrawingWriter(part, style, front.language).shown, plan.beside)
    slots = house.slots() if house else set()
    body = settled(writer.blocks(blocks))
    opening = opening_xml(front, inlines, writer.full_measure, slots) + _contents(document, paper)
    body.insert(0, "".join(settled(opening)))
    if house:
        house.place(document_xml(*body), front)
    else:
        part.blob = document_xml(*body, section_xml(part, front, style))
    _write_notes(part, document.notes, writer, house)
    add_custom_xml(part, manifest_xml(front, entries_of(writer.marks, document.anchors)), document)
    # The properties hold a hash of the content, so the content is final before they are written.
    blobs = {name: blob for name, blob in blobs_of(part.package).items() if name.startswith("/word/")}
    set_properties(part.package, front, blobs)
    return Outcome(Rendering(saved(part.package, blobs)), mixed_directions(document))


def _house(style: Style, language: str, numbering: str) -> House:
    from briefgen.render.docx.house.house_file import House  # with python-docx, where there is a file to open

    return House(style, language, numbering)


def _as_close_as_paper(document: Document, style: Style) -> Style:
    """The style with smaller distances where the PDF has hardly any room; of a long brief, and a Word file, its own.

    They are the smallest that the PDF knows: timelines are higher here, and no text flows on above an exhibit. Where
    the brief keeps to no number of pages, nothing is won by it.
    """
    if style.word is not None or document.front.most_pages is None or len(document.blocks) > _SHORT:
        return style
    is_close = paged_half().is_close(document, style)
    return kept(style, "distances", _TIGHTEST, Style.tightened) if is_close else style


def _contents(document: Document, style: Style) -> str:
    """The table of contents, with the pages of the format that has some."""
    entries = contents_of(document)
    pages = paged_half().page_numbers(document, style) if entries else {}
    return contents_xml(document.front.contents, entries, pages)


def write(document: Document, style: Style, _needed: Mapping[str, bytes], /) -> Outcome[Rendering]:
    """The writing half of DOCX."""
    return write_docx(document, style)


def redlined(old: bytes, new: bytes, author: str, day: dt.date, /) -> Outcome[bytes]:
    """Two files as one with tracked changes; BG615 where they differ in what those cannot say."""
    from briefgen.render.docx.redline import NotComparableError, merged_file

    try:
        return Outcome(merged_file(old, new, author, day))
    except NotComparableError as reason:
        message = f"what differs cannot be told as tracked changes: {reason}"
        hint = "hand on both editions side by side"
        return Outcome(b"", (Diagnostic("BG615", Severity.ERROR, NOWHERE, message, hint),))


def _write_notes(part: Any, notes: tuple[Note, ...], body: BodyWriter, house: House | None) -> None:  # noqa: ANN401 - python-docx has no types
    """Footnotes into their part, and what each says to the anchor at its marker; their links become relations of it."""
    holder = part.part_related_by(_FOOTNOTES)
    writer = InlineWriter(holder, body.style, body.inlines.targets, body.inlines.spoken)
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>' + run(" ")
    written = ""
    for note in notes:
        runs = writer.runs(note.inlines, "note")
        body.marks.said(note.key, (runs,))
        written += f'<w:footnote w:id="{note.number}">{paragraph("FootnoteText", mark + runs)}</w:footnote>'
    blob = holder.blob.decode("utf-8").replace("</w:footnotes>", f"{written}</w:footnotes>").encode()
    if house:
        blob = house.adopted(blob)
    holder.blob = blob
