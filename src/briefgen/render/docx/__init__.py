"""The DOCX writer: python-docx holds the package, the body is written as one piece of XML.

`styles` makes Word styles from the house style, `package` the empty document and its saving; `blocks`, `tables`,
`inlines`, `figures` and `chart` write the body.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import Outcome
from briefgen.model.rendering import Rendering
from briefgen.render.contents import contents_of
from briefgen.render.docx.blocks import BlockWriter
from briefgen.render.docx.contents import contents_xml
from briefgen.render.docx.figures import FigureWriter
from briefgen.render.docx.inlines import InlineWriter
from briefgen.render.docx.manifest import add_manifest, entries_of, manifest_xml
from briefgen.render.docx.package import empty_package, saved
from briefgen.render.docx.properties import set_properties
from briefgen.render.docx.running import section_xml
from briefgen.render.docx.styles import numbering_xml, styles_xml
from briefgen.render.docx.tables import settle_tables
from briefgen.render.docx.walk import numbered_lists, targets
from briefgen.render.docx.xml import DECLARED, paragraph, run

if TYPE_CHECKING:
    from briefgen.model.document import Document, Note
    from briefgen.model.style import Style

_FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def write_docx(document: Document, style: Style) -> Outcome[Rendering]:
    """The document as a Word file, the same bytes each time."""
    import docx

    front = document.front
    base = empty_package(style, styles_xml(style, front.language), numbering_xml(numbered_lists(document.blocks)))
    package = docx.Document(io.BytesIO(base))
    part = package.part
    inlines = InlineWriter(part, frozenset(targets(document.blocks)))
    writer = BlockWriter(inlines, style, front, FigureWriter(part, style, front.language).run)
    title = paragraph("Title", run(front.title))
    subtitle = paragraph("Subtitle", run(front.subtitle)) if front.subtitle else ""
    contents = contents_xml(front.contents, contents_of(document))
    body = title + subtitle + contents + writer.blocks(document.blocks)
    _replace_body(package, body + section_xml(part, front, style))
    settle_tables(package.element.body)
    _write_notes(part, document.notes, inlines.targets)
    entries = entries_of(package.element.body, writer.marks.anchors, document.anchors)
    add_manifest(part, manifest_xml(front, entries))
    set_properties(package, front)
    return Outcome(Rendering(saved(package)))


def _replace_body(package: Any, xml: str) -> None:  # noqa: ANN401 - python-docx has no types
    from docx.oxml import parse_xml

    old = package.element.body
    new = parse_xml(f"<w:body {DECLARED}>{xml}</w:body>")
    old.getparent().replace(old, new)


def _write_notes(part: Any, notes: tuple[Note, ...], targets: frozenset[str]) -> None:  # noqa: ANN401 - python-docx has no types
    """Footnotes into their part; their links become relations of it."""
    holder = part.part_related_by(_FOOTNOTES)
    writer = InlineWriter(holder, targets)
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    texts = ((note.number, mark + run(" ") + writer.runs(note.inlines)) for note in notes)
    written = "".join(f'<w:footnote w:id="{n}">{paragraph("FootnoteText", runs)}</w:footnote>' for n, runs in texts)
    blob = holder.blob.decode("utf-8")
    holder._blob = blob.replace("</w:footnotes>", f"{written}</w:footnotes>").encode()  # noqa: SLF001 - python-docx has no notes
