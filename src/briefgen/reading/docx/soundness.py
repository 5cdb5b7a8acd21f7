"""What makes a Word file unsound: what does not pair, is there twice, or leads to nothing.

Written against the standard, not against the writer: ISO/IEC 29500-1. Validators know the schema; most of what stands
here they cannot see.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

from briefgen.late_patterns import late_pattern
from briefgen.reading.docx.word_xml import WP, W, values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

_LONGEST_NAME = 40
_REFERENCE = late_pattern(r"\b(?:PAGE)?REF (\S+)")
_STORIES = ("document", "header", "footer", "footnotes", "endnotes")
_OF_TEXT = ("t", "delText", "instrText", "delInstrText")
_TEXT = {f"{W}{name}" for name in _OF_TEXT}
_IS_LOOSE = etree.XPath(
    f"boolean(//text()[normalize-space()][parent::w:*][not({' or '.join(f'parent::w:{name}' for name in _OF_TEXT)})])",
    namespaces={"w": W.strip("{}")},
)
"""Whether any text stands elsewhere: asked of the whole at once, for it hardly ever does."""


def unsound(document: Element) -> Iterator[str]:
    """Every such fault of a document, in words."""
    yield from (*_fields(document), *_bookmarks(document), *_ids(document), *_stray_text(document))


def _fields(body: Element) -> Iterator[str]:
    depth = 0
    for kind in values(body, "fldChar", "fldCharType"):
        depth += {"begin": 1, "end": -1}.get(kind, 0)
        if depth < 0:
            break
    if depth:
        yield "fields do not begin and end in pairs"


def _bookmarks(body: Element) -> Iterator[str]:
    starts, ends = (sorted(values(body, tag, "id")) for tag in ("bookmarkStart", "bookmarkEnd"))
    if starts != ends or len(set(starts)) != len(starts):
        yield "bookmarks do not begin and end in pairs"
    names = Counter(values(body, "bookmarkStart", "name"))
    yield from (f"the bookmark {name} is there twice" for name, count in names.items() if count > 1)
    yield from (f"the bookmark {name} has too long a name" for name in names if len(name) > _LONGEST_NAME)
    codes = " ".join(code.text or "" for code in body.iter(f"{W}instrText"))
    anchors = {*values(body, "hyperlink", "anchor"), *_REFERENCE.findall(codes)}
    yield from (f"a link leads to {anchor}, which is not there" for anchor in anchors - set(names))


def _ids(body: Element) -> Iterator[str]:
    ids = [element.get("id") for element in body.iter(f"{WP}docPr")]
    if len(ids) != len(set(ids)):
        yield "two pictures share an id"
    controls = [i for p in body.iter(f"{W}sdtPr") for i in values(p, "id", "val")]
    if len(controls) != len(set(controls)):
        yield "two content controls share an id"


def _stray_text(body: Element) -> Iterator[str]:
    for element in body.iter(f"{W}*") if _IS_LOOSE(body) else ():
        loose = [element.text, *(child.tail for child in element)]
        if element.tag not in _TEXT and any((text or "").strip() for text in loose):
            yield f"text stands loose in {element.tag.removeprefix(W)}"


def unknown_styles(document: Element, parts: Mapping[str, Element], styles: Element) -> Iterator[str]:
    """The styles that a brief's own part of a document, or another part, uses and the file does not define."""
    known = set(values(styles, "style", "styleId"))
    for name, part in parts.items():
        stem = name.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")
        root = document if stem == "document" else part if stem in _STORIES else None
        if name.startswith("word/") and root is not None:
            used = {value for tag in ("pStyle", "rStyle", "tblStyle") for value in values(root, tag, "val")}
            yield from (f"{name} uses the style {style}, which is not defined" for style in used - known)
