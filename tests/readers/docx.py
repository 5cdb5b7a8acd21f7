"""Reads DOCX files back with other code than wrote them."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MARGIN = {"MarginNote", "FigureNumber", "FigureLabel"}
"""Styles of what stands in the margin."""
NOTES = {*MARGIN, "NoteInText"}
"""And of a note that found no room there, which stands behind its row."""
DC = "{http://purl.org/dc/elements/1.1/}"


def part(data: bytes, name: str) -> Element:
    """One part of the package, parsed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def docx_words(data: bytes) -> list[str]:
    """The words of the body in order, then of the margin, then of the footnotes; pictures as their alternative texts.

    A note of the margin stands in the file before what it stands beside: it comes last here. So does the source of an
    exhibit in the margin: it comes behind the exhibit here.

    Numbers of list items, references and pages and footnote marks are left out: every format counts for itself.
    """
    body = part(data, "word/document.xml")
    notes = part(data, "word/footnotes.xml")
    read = list(_parts(body))
    parts = [words for words, beside in read if not beside] + [words for words, beside in read if beside]
    parts += [_paragraph(p) for note in notes if note.get(f"{W}type") is None for p in note.iter(f"{W}p")]
    return " ".join(parts).split()


def style_of(paragraph: Element) -> str:
    """The id of a paragraph's style."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val") or ""


def _parts(element: Element) -> Iterator[tuple[str, bool]]:
    """Paragraphs in order, and whether they stand in the margin; a described table says that, as a picture does."""
    beside = ""
    for child in element:
        said = child.find(f"{W}tblPr/{W}tblDescription")
        if said is not None:
            yield said.get(f"{W}val") or "", False
        elif child.tag == f"{W}p" and style_of(child) == "SourceBeside":
            beside = _paragraph(child)
        elif child.tag == f"{W}p":
            yield _paragraph(child), style_of(child) in NOTES
        else:
            yield from _parts(child)
        if beside and (child.tag == f"{W}tbl" or style_of(child).startswith("Exhibit")):
            yield beside, False
            beside = ""


def _paragraph(paragraph: Element) -> str:
    out: list[str] = []
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    is_listed = style is not None and (style.get(f"{W}val") or "").startswith("TOC")
    for element in paragraph.iter():
        if element.tag == f"{W}t":
            out.append(element.text or "")
        elif element.tag == f"{W}tab" and _is_in_run(element):
            if is_listed:
                break  # what follows is the page number
            out.append(" ")
        elif element.tag == f"{W}br":
            out.append(" ")
        elif element.tag == f"{WP}docPr":
            out.append(f" {element.get('descr')} ")
    return "".join(out)


def _is_in_run(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == f"{W}r"


def faults(data: bytes) -> list[str]:
    """What a careful reader of the XML complains of: unpaired fields and bookmarks, repeated ids, unknown styles."""
    body = part(data, "word/document.xml")
    found: list[str] = []
    kinds = Counter(e.get(f"{W}fldCharType") for e in body.iter(f"{W}fldChar"))
    if len({kinds["begin"], kinds["separate"], kinds["end"]}) > 1:
        found.append(f"fields do not balance: {kinds}")
    starts, ends = (_values(body, tag, "id") for tag in ("bookmarkStart", "bookmarkEnd"))
    if sorted(starts) != sorted(ends) or len(set(starts)) != len(starts):
        found.append("bookmarks do not pair")
    names = _values(body, "bookmarkStart", "name")
    found += [f"bookmark {name} is named twice" for name, n in Counter(names).items() if n > 1]
    anchors = set(_values(body, "hyperlink", "anchor"))
    found += [f"a link leads to {anchor}, which is not there" for anchor in sorted(anchors - set(names))]
    ids = [e.get("id") for e in body.iter(f"{WP}docPr")]
    if len(ids) != len(set(ids)):
        found.append("pictures share an id")
    return found + _unknown_styles(data)


def _values(root: Element, tag: str, attribute: str) -> list[str]:
    """An attribute of every element of a kind that has it."""
    values = (element.get(f"{W}{attribute}") for element in root.iter(f"{W}{tag}"))
    return [value for value in values if value is not None]


def _unknown_styles(data: bytes) -> list[str]:
    known = set(_values(part(data, "word/styles.xml"), "style", "styleId"))
    found = []
    for name in ("document", "header1", "footer1", "footnotes"):
        root = part(data, f"word/{name}.xml")
        used = {value for tag in ("pStyle", "rStyle", "tblStyle") for value in _values(root, tag, "val")}
        found += [f"{name} uses the style {style}, which is not defined" for style in sorted(used - known)]
    return found


def barriers(data: bytes) -> list[str]:
    """What keeps a reader with a screen reader out, after the rules of Word's own checker."""
    found: list[str] = []
    core, body = part(data, "docProps/core.xml"), part(data, "word/document.xml")
    found += [f"no {name}" for name in ("title", "language") if not (core.findtext(f"{DC}{name}") or "").strip()]
    if part(data, "word/styles.xml").find(f".//{W}docDefaults//{W}lang") is None:
        found.append("no default language")
    found += [
        "a picture has no alternative text" for e in body.iter(f"{WP}docPr") if not (e.get("descr") or "").strip()
    ]
    for table in body.iter(f"{W}tbl"):
        if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None:
            found.append("a table has no header row")
        if table.find(f"{W}tblPr/{W}tblCaption") is None:
            found.append("a table has no alternative text")
    return found + _skipped_levels(body)


def _skipped_levels(body: Element) -> list[str]:
    found, last = [], 0
    for style in body.iter(f"{W}pStyle"):
        name = style.get(f"{W}val") or ""
        if name.startswith("Heading"):
            level = int(name.removeprefix("Heading"))
            if level > last + 1:
                found.append(f"a heading of level {level} follows one of level {last}")
            last = level
    return found


def right_indents(data: bytes) -> list[int]:
    """How far the last cell of each row of a table stands from the right, in twips."""
    _, *rows = part(data, "word/document.xml").iter(f"{W}tr")
    found = [list(row.iter(f"{W}p"))[-1].find(f"{W}pPr/{W}ind") for row in rows]
    return [0 if indent is None else int(indent.get(f"{W}right") or 0) for indent in found]
