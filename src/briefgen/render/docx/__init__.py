"""The DOCX writer: python-docx holds the package, the body is written as one piece of XML.

`styles` makes Word styles from the house style, `package` the empty document and its saving; `blocks`, `tables`,
`inlines` and `pictures` write the body.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import Outcome
from briefgen.model.rendering import Rendering
from briefgen.render.contents import contents_of
from briefgen.render.docx.blocks import BlockWriter
from briefgen.render.docx.inlines import InlineWriter
from briefgen.render.docx.package import empty_package, saved, set_properties
from briefgen.render.docx.pictures import PictureWriter
from briefgen.render.docx.running import section_xml
from briefgen.render.docx.styles import numbering_xml, styles_xml
from briefgen.render.docx.xml import DECLARED, paragraph, run

if TYPE_CHECKING:
    from briefgen.model.document import Document, Note
    from briefgen.model.style import Style

_FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def write_docx(document: Document, style: Style) -> Outcome[Rendering]:
    """The document as a Word file, the same bytes each time."""
    import docx

    fonts = sorted({family.name for family in style.families.values()})
    lists = sum(1 for _ in _numbered(document.blocks))
    base = empty_package(styles_xml(style, document.front.language), numbering_xml(lists), fonts)
    package = docx.Document(io.BytesIO(base))
    part = package.part
    inlines = InlineWriter(part, frozenset(_targets(document.blocks)))
    writer = BlockWriter(inlines, style, document.front, PictureWriter(part, style).picture)
    front = document.front
    title = paragraph("Title", run(front.title))
    subtitle = paragraph("Subtitle", run(front.subtitle)) if front.subtitle else ""
    contents = writer.contents(front.contents, contents_of(document))
    body = title + subtitle + contents + writer.blocks(document.blocks)
    _replace_body(package, body + section_xml(part, document.front, style))
    _write_notes(part, document.notes, inlines.targets)
    set_properties(package, document.front)
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


def _numbered(blocks: Any) -> Any:  # noqa: ANN401 - walks every kind of block
    """Every numbered list, nested ones too."""
    from briefgen.model.document import BulletList, Callout, NumberedList, SideNotes

    for block in blocks:
        if isinstance(block, NumberedList):
            yield block
        if isinstance(block, NumberedList | BulletList):
            for item in block.items:
                yield from _numbered(item)
        if isinstance(block, Callout):
            yield from _numbered(block.blocks)
        if isinstance(block, SideNotes):
            yield from _numbered(block.notes)


def _targets(blocks: Any) -> Any:  # noqa: ANN401 - walks every kind of block
    """The ids of what has a bookmark: headings and exhibits with a caption."""
    from briefgen.model.document import BulletList, Callout, Exhibit, Heading, NumberedList, SideNotes, Table

    for block in blocks:
        match block:
            case Heading() | Exhibit():
                yield block.id
            case Table() if block.caption:
                yield block.id
            case BulletList() | NumberedList():
                for item in block.items:
                    yield from _targets(item)
            case Callout():
                yield from _targets(block.blocks)
            case SideNotes():
                yield from _targets((block.exhibit, *block.notes))
            case _:
                pass
