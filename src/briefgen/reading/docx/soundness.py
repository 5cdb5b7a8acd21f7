"""What a careful reader finds wrong with a Word file: unsound parts, and barriers for assistive technology.

Written against the standard, not against the writer: ISO/IEC 29500-1 for the parts, the rules of Word's own checker
for accessibility. Validators know the schema; most of what stands here they cannot see.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_LONGEST_NAME = 40
_OURS = "_bg_"
"""How bookmarks begin that only a brief's own blocks have."""
_REFERENCE = re.compile(r"\b(?:PAGE)?REF (\S+)")
_STORIES = ("document", "header", "footer", "footnotes", "endnotes")
_TEXT = {f"{_W}{name}" for name in ("t", "delText", "instrText", "delInstrText")}
_CONTENT = tuple(f"{_W}{name}" for name in ("t", "drawing", "fldChar", "br", "pict", "object"))


def word_faults(parts: Mapping[str, bytes]) -> list[str]:
    """Every fault of a package's parts, in words; empty for a sound and open file."""
    document, styles = _root(parts, "word/document.xml"), _root(parts, "word/styles.xml")
    if document is None or styles is None:
        return ["the body or the styles are missing"]
    found = [*_fields(document), *_bookmarks(document), *_ids(document), *_stray_text(document)]
    _leave_brief(document)
    found += [*_unknown_styles(document, parts, styles), *_properties(parts), *_language(styles)]
    found += [*_headings(document, styles), *_pictures(document), *_tables(document), *_empty_paragraphs(document)]
    return sorted(set(found))


def _leave_brief(document: Element) -> None:
    """Take out what stands before and behind the brief: a house file's own cover and closing words are its team's."""
    body = document.find(f"{_W}body")
    blocks = list(body) if body is not None else []
    ours = [
        n for n, block in enumerate(blocks) if any(m.startswith(_OURS) for m in _values(block, "bookmarkStart", "name"))
    ]
    if body is not None and ours:
        for number, block in enumerate(blocks):
            if not ours[0] <= number <= ours[-1] and block.tag != f"{_W}sectPr":
                body.remove(block)


def _root(parts: Mapping[str, bytes], name: str) -> Element | None:
    return etree.fromstring(parts[name], etree.XMLParser(resolve_entities=False)) if name in parts else None


def _values(root: Element, tag: str, attribute: str) -> list[str]:
    """An attribute of every element of a kind that has it."""
    values = (element.get(f"{_W}{attribute}") for element in root.iter(f"{_W}{tag}"))
    return [value for value in values if value is not None]


# ---------------------------------------------------------------- sound


def _fields(body: Element) -> Iterator[str]:
    depth = 0
    for kind in _values(body, "fldChar", "fldCharType"):
        depth += {"begin": 1, "end": -1}.get(kind, 0)
        if depth < 0:
            break
    if depth:
        yield "fields do not begin and end in pairs"


def _bookmarks(body: Element) -> Iterator[str]:
    starts, ends = (sorted(_values(body, tag, "id")) for tag in ("bookmarkStart", "bookmarkEnd"))
    if starts != ends or len(set(starts)) != len(starts):
        yield "bookmarks do not begin and end in pairs"
    names = Counter(_values(body, "bookmarkStart", "name"))
    yield from (f"the bookmark {name} is there twice" for name, count in names.items() if count > 1)
    yield from (f"the bookmark {name} has too long a name" for name in names if len(name) > _LONGEST_NAME)
    codes = " ".join(code.text or "" for code in body.iter(f"{_W}instrText"))
    anchors = {*_values(body, "hyperlink", "anchor"), *_REFERENCE.findall(codes)}
    yield from (f"a link leads to {anchor}, which is not there" for anchor in anchors - set(names))


def _ids(body: Element) -> Iterator[str]:
    ids = [element.get("id") for element in body.iter(f"{_WP}docPr")]
    if len(ids) != len(set(ids)):
        yield "two pictures share an id"
    controls = [i for p in body.iter(f"{_W}sdtPr") for i in _values(p, "id", "val")]
    if len(controls) != len(set(controls)):
        yield "two content controls share an id"


def _stray_text(body: Element) -> Iterator[str]:
    for element in body.iter(f"{_W}*"):
        loose = [element.text, *(child.tail for child in element)]
        if element.tag not in _TEXT and any((text or "").strip() for text in loose):
            yield f"text stands loose in {element.tag.removeprefix(_W)}"


def _unknown_styles(document: Element, parts: Mapping[str, bytes], styles: Element) -> Iterator[str]:
    known = set(_values(styles, "style", "styleId"))
    for name in parts:
        stem = name.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")
        root = document if stem == "document" else _root(parts, name) if stem in _STORIES else None
        if name.startswith("word/") and root is not None:
            used = {value for tag in ("pStyle", "rStyle", "tblStyle") for value in _values(root, tag, "val")}
            yield from (f"{name} uses the style {style}, which is not defined" for style in used - known)


# ---------------------------------------------------------------- open to every reader


def _properties(parts: Mapping[str, bytes]) -> Iterator[str]:
    core = _root(parts, "docProps/core.xml")
    for name in ("title", "language"):
        if core is None or not (core.findtext(f"{_DC}{name}") or "").strip():
            yield f"the properties name no {name}"


def _language(styles: Element) -> Iterator[str]:
    language = styles.find(f"{_W}docDefaults//{_W}lang")
    if language is None or not language.get(f"{_W}val"):
        yield "no language is set for the text"


def _headings(body: Element, styles: Element) -> Iterator[str]:
    levels = dict(_levels(styles))
    last = 0
    for paragraph in body.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        level = levels.get(style.get(f"{_W}val") or "") if style is not None else None
        if level:
            if level > last + 1:
                yield f"a heading of level {level} follows one of level {last}"
            if not "".join(text.text or "" for text in paragraph.iter(f"{_W}t")).strip():
                yield "a heading is empty"
            last = level


def _levels(styles: Element) -> Iterator[tuple[str, int]]:
    """Style id and level of the styles that Word takes for headings."""
    for style in styles.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        words = (name.get(f"{_W}val") or "").lower().split(" ") if name is not None else []
        if words[:1] == ["heading"] and words[-1].isdecimal():
            yield style.get(f"{_W}styleId") or "", int(words[-1])


def _pictures(body: Element) -> Iterator[str]:
    for element in body.iter(f"{_WP}docPr"):
        decorative = any(str(child.tag).endswith("}decorative") for child in element.iter())
        if not decorative and not (element.get("descr") or "").strip():
            yield f"{element.get('name')} has no alternative text"


def _tables(body: Element) -> Iterator[str]:
    for number, table in enumerate(body.iter(f"{_W}tbl"), 1):
        if table.find(f"{_W}tr/{_W}trPr/{_W}tblHeader") is None:
            yield f"table {number} has no header row"
        properties = table.find(f"{_W}tblPr")
        if properties is None or properties.find(f"{_W}tblCaption") is None:
            yield f"table {number} has no alternative text"


def _empty_paragraphs(body: Element) -> Iterator[str]:
    """Room comes from styles; only two tables need a paragraph between them, and the end needs one after a table."""
    for paragraph in body.iterfind(f"{_W}body/{_W}p"):
        above = paragraph.getprevious()
        parts = above is not None and above.tag == f"{_W}tbl"
        closes = paragraph.find(f"{_W}pPr/{_W}sectPr") is not None
        if not (parts or closes) and next(paragraph.iter(*_CONTENT), None) is None:
            yield "an empty paragraph stands for room"
