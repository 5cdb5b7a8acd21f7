"""Tracked changes of a Word file accepted or rejected, as ISO/IEC 29500-1, 17.13.5 says; other code than made them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from readers.docx import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PROPERTIES = ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr")
_KEPT = {f"{W}rPr", f"{W}sectPr", f"{W}headerReference", f"{W}footerReference"}
"""What a change of properties does not speak of."""
_MARKED = {f"{W}rPr", f"{W}trPr"}
"""Where such an element speaks of a paragraph's end, or of a row."""
_UNDELETED = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def accepted(data: bytes) -> dict[str, str]:
    """Name of each running text → what it says, once all changes are accepted."""
    return _settled(data, gone="del", come="ins")


def rejected(data: bytes) -> dict[str, str]:
    """Likewise, once all are rejected."""
    return _settled(data, gone="ins", come="del")


def as_it_is(data: bytes) -> dict[str, str]:
    """Likewise, of a file without changes."""
    return _settled(data, gone="", come="")


def _settled(data: bytes, gone: str, come: str) -> dict[str, str]:
    found = {}
    for name, (part, tree) in _stories(data).items():
        if gone:
            _settle(tree, gone, come)
            left = {etree.QName(one).localname for one in tree.iter(f"{W}*")}
            assert not {
                one for one in left if one in {"ins", "del", "delText", "delInstrText"} or one.endswith("Change")
            }
        _join_runs(tree)
        found[name] = _said(tree, _Package(data, part))
    return found


def _settle(tree: Element, gone: str, come: str) -> None:
    _settle_rows(tree, gone)
    _settle_words(tree, gone, come)
    _settle_controls(tree, gone)
    for name in _PROPERTIES:
        for change in list(tree.iter(f"{W}{name}Change")):
            _settle_properties(change, name, is_rejected=gone == "ins")
    for paragraph in list(tree.iter(f"{W}p")):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is not None:
            _join_with_next(paragraph)
    for mark in [one for one in tree.iter(f"{W}ins", f"{W}del") if one.getparent().tag in _MARKED]:
        _remove(mark)
    for properties in list(tree.iter(f"{W}rPr", f"{W}trPr", f"{W}pPr")):
        if len(properties) == 0:
            _remove(properties)


def _settle_rows(tree: Element, gone: str) -> None:
    for row in list(tree.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}{gone}") is not None:
            _remove(row)
    for table in list(tree.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            _remove(table)


def _settle_words(tree: Element, gone: str, come: str) -> None:
    for one in [one for one in tree.iter(f"{W}{gone}") if one.getparent().tag not in _MARKED]:
        _remove(one)
    for link in [one for one in tree.iter(f"{W}hyperlink") if len(one) == 0]:
        _remove(link)
    for one in [one for one in tree.iter(f"{W}{come}") if one.getparent().tag not in _MARKED]:
        _unwrap(one)
    for one in list(tree.iter(*_UNDELETED)):
        one.tag = _UNDELETED[one.tag]


def _settle_controls(tree: Element, gone: str) -> None:
    """A content control goes, and what is in it stays, where both of its tags stand in ranges."""
    for mark in list(tree.iter(f"{W}customXml{gone.capitalize()}RangeStart")):
        control = mark.getnext()
        if control is not None and control.tag == f"{W}sdt":
            control.remove(control.find(f"{W}sdtPr"))
            _unwrap(control.find(f"{W}sdtContent"))
            _unwrap(control)
    ranges = (f"{W}customXml{name}Range{end}" for name in ("Ins", "Del") for end in ("Start", "End"))
    for mark in list(tree.iter(*ranges)):
        _remove(mark)


def _settle_properties(change: Element, name: str, *, is_rejected: bool) -> None:
    holder = change.getparent()
    holder.remove(change)
    if not is_rejected:
        return
    before = change.find(f"{W}{name}")
    kept = [one for one in holder if one.tag in _KEPT]
    references = [one for one in kept if one.tag.endswith("Reference")]
    holder[:] = [*references, *before, *(one for one in kept if one not in references)]


def _join_with_next(paragraph: Element) -> None:
    """A paragraph without its end becomes part of the one that follows, which keeps its own properties."""
    content = [one for one in paragraph if one.tag != f"{W}pPr"]
    following = paragraph.getnext()
    assert following is not None, "the last end of a text cannot go"
    if following.tag == f"{W}p":
        at = 1 if following.find(f"{W}pPr") is not None else 0
        following[at:at] = content
    else:
        assert not content, "words are left before a table"
    _remove(paragraph)


def _unwrap(element: Element) -> None:
    holder = element.getparent()
    at = holder.index(element)
    holder[at : at + 1] = list(element)


def _remove(element: Element) -> None:
    element.getparent().remove(element)


def _join_runs(tree: Element) -> None:
    """Where a run ends means nothing, if the next one looks alike."""
    for run in list(tree.iter(f"{W}r")):
        inside = [one for one in run if one.tag != f"{W}rPr"]
        if len(inside) > 1:
            at = run.getparent().index(run)
            run.getparent()[at : at + 1] = [_run_of(run, one) for one in inside]
    for run in list(tree.iter(f"{W}r")):
        before = run.getprevious()
        if before is None or before.tag != f"{W}r":
            continue
        texts = [one.find(f"{W}t") for one in (before, run)]
        if all(one is not None for one in texts) and _look(before) == _look(run):
            texts[1].text = (texts[0].text or "") + (texts[1].text or "")
            _remove(before)


def _run_of(run: Element, content: Element) -> Element:
    made = etree.Element(f"{W}r")
    look = run.find(f"{W}rPr")
    made.extend(etree.fromstring(etree.tostring(one)) for one in (look, content) if one is not None)
    return made


def _look(run: Element) -> bytes:
    look = run.find(f"{W}rPr")
    return b"" if look is None else etree.tostring(look, method="c14n")


# ---------------------------------------------------------------- what it says, apart from numbers


class _Package:
    def __init__(self, data: bytes, part: str) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.part = part

    def tree(self, name: str) -> Element:
        return etree.fromstring(self.parts[name])

    def target(self, number: str) -> str:
        """What a relation shows."""
        folder, _, own = self.part.rpartition("/")
        relations = self.tree(f"{folder}/_rels/{own}.rels")
        one = next(one for one in relations if one.get("Id") == number)
        target = str(one.get("Target"))
        if one.get("TargetMode") == "External":
            return target
        name = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
        return repr(self.parts[name])

    def note(self, number: str) -> str:
        notes = _Package.__new__(_Package)
        notes.parts, notes.part = self.parts, "word/footnotes.xml"
        found = next(one for one in self.tree(notes.part) if one.get(f"{W}id") == number)
        return "".join(_said(one, notes) for one in found)

    def listed(self, number: str) -> str:
        numbering = self.tree("word/numbering.xml")
        num = next(one for one in numbering.iter(f"{W}num") if one.get(f"{W}numId") == number)
        kind = num.find(f"{W}abstractNumId").get(f"{W}val")
        begun = [etree.tostring(one) for one in num.iter(f"{W}lvlOverride")]
        abstract = next(one for one in numbering.iter(f"{W}abstractNum") if one.get(f"{W}abstractNumId") == kind)
        return repr((begun, [etree.tostring(one) for one in abstract]))


def _said(tree: Element, package: _Package) -> str:
    names = {one.get(f"{W}id"): one.get(f"{W}name") for one in tree.iter(f"{W}bookmarkStart")}
    return "\n".join(_lines(tree, package, names))


def _lines(element: Element, package: _Package, names: dict[str, str]) -> Iterator[str]:
    said = sorted((name, _value(element, name, value, package, names)) for name, value in element.attrib.items())
    text = (element.text or "") if len(element) == 0 else ""
    yield f"{etree.QName(element).localname} {[(n.split('}')[-1], v) for n, v in said if v is not None]} {text}".rstrip(
        " "
    )
    for child in element:
        yield from (f" {line}" for line in _lines(child, package, names))


def _value(element: Element, name: str, value: str, package: _Package, names: dict[str, str]) -> str | None:
    tag = etree.QName(element).localname
    if name == _SPACE or (tag in {"docPr", "cNvPr"} and name == "id"):
        return None
    if name.startswith(R):
        return package.target(value) if tag not in {"headerReference", "footerReference"} else None
    if tag == "bookmarkStart" and name == f"{W}id":
        return None
    if tag == "bookmarkStart" and name == f"{W}name":
        return value.split("_was", maxsplit=1)[0]
    if tag == "bookmarkEnd":
        return names[value].split("_was", maxsplit=1)[0]
    if tag == "footnoteReference" and name == f"{W}id":
        return package.note(value)
    return package.listed(value) if tag == "numId" else value


def _stories(data: bytes) -> dict[str, tuple[str, Element]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = sorted(
            name for name in package.namelist() if name.startswith(("word/document", "word/header", "word/footer"))
        )
        return {name: (name, etree.fromstring(package.read(name))) for name in names if name.endswith(".xml")}
