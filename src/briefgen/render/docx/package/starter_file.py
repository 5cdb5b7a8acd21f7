"""A Word file to start a house style from: every style that briefs use, what each is for, and the slots they fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.records import replace
from briefgen.render.docx.package.base_package import document_xml, empty_document, saved
from briefgen.render.docx.package.headers_footers import sample_references
from briefgen.render.docx.package.numbering import BULLETS, FIRST_BEGUN, NUMBERS, BegunList, numbering_xml
from briefgen.render.docx.package.properties import set_core
from briefgen.render.docx.package.style_parts import margin_frame
from briefgen.render.docx.package.word_styles import STYLE_IN_MARGIN
from briefgen.render.docx.package.wordprocessingml import attribute, paragraph, run

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style

_STYLES = (
    ("Heading1", "Heading 1: a section of the brief. Change this style, not this line: Styles, right click, Modify."),
    (
        STYLE_IN_MARGIN,
        "Margin Note: a note beside the text, where its frame says. Without this style notes stand in the text.",
    ),
    ("BodyText", "Body Text: running text. PDF and web pages take family, size, colour and spacing from here too."),
    ("Heading2", "Heading 2: a part of a section"),
    ("ListBullet", "List Bullet: an item without order"),
    ("ListNumber", "List Number: an item in order"),
    ("Heading3", "Heading 3: the deepest heading"),
    ("CalloutTitle", "Callout Title: the head of a box"),
    ("Callout", "Callout: the words of a box; its ground and bar belong to the style."),
    ("Caption", "caption: over each table and figure"),
    ("Unit", "Unit: under that, what is shown and in which unit"),
    ("SourceLine", "Source Line: key, source and note under an exhibit"),
    ("ReferenceEntry", "Reference Entry: an entry of the list of references"),
    ("FootnoteText", "footnote text: notes at the foot of a page"),
)
_LEAD = (
    "The brief goes here, in place of these lines. Keep the box; change the styles of the lines in it.",
    "What you put above or below this box stands in every brief: an address, a logo, a contact.",
)
"""Words that explain stand in the slot: whatever is outside of it goes out."""
_CONTROL = (
    '<w:sdt><w:sdtPr><w:alias w:val="{alias}"/><w:tag w:val="{tag}"/><w:id w:val="{number}"/></w:sdtPr>'
    "<w:sdtContent>{content}</w:sdtContent></w:sdt>"
)


def sample_house(style: Style, language: str) -> bytes:
    """The documented Word file, the same bytes each time."""
    head = replace(style.text["table_head"], colour="ink")  # a table style's head has its own ink
    style = replace(style, text={**style.text, "table_head": head})
    main = empty_document(style, language, numbering_xml((BegunList(NUMBERS, 0, 1),)))
    references, section = sample_references(main, style)
    main.blob = document_xml(_cover(), _slot(margin_frame(style)), f"<w:sectPr>{references}{section}</w:sectPr>")
    set_core(main.package, title="House style", language=language, author="", last_modified_by="")
    return saved(main.package)


def _cover() -> str:
    title = control("briefgen:title", "Title of the brief", paragraph("Title", run("Title of the brief")), 1)
    subtitle = control("briefgen:subtitle", "Subtitle of the brief", paragraph("Subtitle", run("Its subtitle")), 2)
    return title + subtitle


def _slot(frame: str) -> str:
    lines = "".join(paragraph("BodyText", run(words)) for words in _LEAD)
    lines += "".join(_line(key, words, frame) for key, words in _STYLES)
    head = _cell("TableHead", "Table Head, in the table style Brief Table")
    table = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="BriefTable"/><w:tblW w:w="5000" w:type="pct"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        'w:noVBand="1"/><w:tblCaption w:val="A table"/></w:tblPr><w:tblGrid><w:gridCol w:w="4800"/></w:tblGrid>'
        f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{head}</w:tr>"
        f"<w:tr>{_cell('TableText', 'Table Text')}</w:tr></w:tbl>"
    )
    return control("briefgen:body", "The brief", lines + table + paragraph("BodyText", run("End of the brief.")), 3)


def _line(key: str, words: str, frame: str) -> str:
    numbered = {"ListBullet": BULLETS, "ListNumber": FIRST_BEGUN}.get(key)
    numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbered}"/></w:numPr>' if numbered else ""
    return paragraph(key, run(words), frame if key == STYLE_IN_MARGIN else numbering)


def _cell(style: str, words: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="5000" w:type="pct"/></w:tcPr>{paragraph(style, run(words))}</w:tc>'


def control(tag: str, alias: str, content: str, number: int) -> str:
    """A content control that a brief fills."""
    return _CONTROL.format(tag=tag, alias=attribute(alias), content=content, number=number)
