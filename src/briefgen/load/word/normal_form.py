"""One form for every Word file: its parts under the names that Word itself gives them, each with its type said.

Programs name parts as they like (Word for the web has `word/document2.xml`), leave some out, and keep parts that
nothing leads to. What a part is follows from the relations that lead to it; after this, all that reads a house file or
writes into it finds each part under one name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from briefgen.load.word.content_types import LIST, MAIN_TYPES, WML
from briefgen.load.word.opc_parts import RefusedError, W, xml_of
from briefgen.load.word.opc_relationships import OFFICE, PACKAGE, PartIndex, relations_name, relations_of
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from briefgen.load.word.content_types import ContentTypes

MAIN, STYLES, THEME = "word/document.xml", "word/styles.xml", "word/theme/theme1.xml"
_CORE = "docProps/core.xml"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_ROOT = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}coreProperties"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_ONE = {"styles": "styles", "settings": "settings", "numbering": "numbering", "fontTable": "fonts",
        "webSettings": "webSettings", "footnotes": "footnotes", "endnotes": "endnotes"}  # fmt: skip
"""Kinds of parts of which a document has one → the element that it is."""
_STORIES = {"header": "hdr", "footer": "ftr"}
_RESERVED = {MAIN, THEME, _CORE, "docProps/custom.xml", LIST, *(f"word/{kind}.xml" for kind in _ONE)}
_LEFT_OUT = re.compile(
    r"/(stylesWithEffects|digital-signature/.*|extensibility|userCustomization|core-properties|extended-properties"
    r"|custom-properties|thumbnail)$"
)
"""Relations to what holds no longer in a brief: the set of styles that Word 2010 kept beside the first, signatures of
another text, commands of a ribbon; and who wrote the file, of which the one proper part is put back."""
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PLAIN = re.compile(r"[A-Za-z0-9_.\-]+(/[A-Za-z0-9_.\-]+)*")
_KNOWN = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp",
          "tif": "image/tiff", "tiff": "image/tiff", "svg": "image/svg+xml", "emf": "image/x-emf",
          "wmf": "image/x-wmf", "xml": "application/xml"}  # fmt: skip
"""Types of parts of which a file says none."""
_NO_STYLES = f'<w:styles xmlns:w="{W[1:-1]}"/>'.encode()


def normal_form(parts: Mapping[str, bytes], types: ContentTypes, main: str) -> dict[str, bytes]:
    """The parts that something leads to, under Word's own names, with styles if need be.

    Raises:
        RefusedError: where a part is not what its relation says it is.
    """
    form = _Form(parts, types, PartIndex(parts))
    form.take(main, MAIN, types.type_of(main))
    core = form.core()
    if core:
        form.take(core, _CORE, _CORE_TYPE)
    for relation, target in form.kept(main):
        form.name_own(relation, target)
    form.take_all()
    return form.written(main, core)


@dataclass(slots=True)
class _Form:
    parts: Mapping[str, bytes]
    types: ContentTypes
    index: PartIndex
    names: dict[str, str] = field(default_factory=dict)
    """A part's name in the file → its name here."""
    kinds: dict[str, str] = field(default_factory=dict)
    """A part's name here → its type."""
    taken: set[str] = field(default_factory=lambda: {name.lower() for name in _RESERVED})

    def take(self, part: str, name: str, kind: str) -> None:
        """Give a part a name."""
        self.names[part], self.kinds[name] = name, kind
        self.taken.add(name.lower())

    def core(self) -> str:
        """The part that says title and author, where the file has one and it is what it says; else nothing."""
        found = [
            self.index.find("", r.get("Target") or "")
            for r in relations_of(self.parts, "")
            if r.get("Type") == _CORE_RELATION
        ]
        proper = len(found) == 1 and found[0] and self.types.type_of(found[0]) == _CORE_TYPE
        return found[0] if proper and xml_of(found[0], self.parts[found[0]]).tag == _CORE_ROOT else ""

    def kept(self, source: str) -> Iterator[tuple[Element, str]]:
        """A part's relations that go into the form, with the part that each leads to, or nothing outside."""
        seen: set[str] = set()
        for relation in relations_of(self.parts, source):
            kind = (relation.get("Type") or "").replace(_STRICT, OFFICE)
            relation.set("Type", kind)
            single = kind.removeprefix(f"{OFFICE}/")
            again = source and kind in seen and (single in _ONE or single == "theme")
            if _LEFT_OUT.search(kind) or again or kind.endswith("/officeDocument"):
                continue
            seen.add(kind)
            if (relation.get("TargetMode") or "").lower() == "external":
                yield relation, ""
            elif target := self.index.find(source, relation.get("Target") or ""):
                yield relation, target

    def name_own(self, relation: Element, target: str) -> None:
        """Word's own name for a part of the document that is there once, and for its heads and feet."""
        kind = (relation.get("Type") or "").removeprefix(f"{OFFICE}/")
        if not target or target in self.names:
            return
        if kind == "theme":
            self.take(target, THEME, _THEME_TYPE)
        elif root := _ONE.get(kind) or _STORIES.get(kind):
            if xml_of(target, self.parts[target]).tag != f"{W}{root}":
                raise RefusedError(f"{target} is not what it is said to be ({kind})")
            name = f"word/{kind}.xml" if kind in _ONE else self._free(f"word/{kind}", ".xml")
            self.take(target, name, f"{WML}.{kind}+xml")

    def take_all(self) -> None:
        """Every other part that a part of the form leads to."""
        waiting = ["", *self.names]
        while waiting:
            source = waiting.pop(0)
            for _, target in self.kept(source):
                if target and target not in self.names:
                    self.take(target, self._name(target), self._type(target))
                    waiting.append(target)

    def _name(self, part: str) -> str:
        if _PLAIN.fullmatch(part) and part.lower() not in self.taken and not part.endswith(".rels"):
            return part
        ending = part.rpartition(".")[2].lower()
        return self._free("word/part", f".{ending}" if ending.isalnum() and ending.isascii() else ".xml")

    def _type(self, part: str) -> str:
        kind = self.types.type_of(part) or _KNOWN.get(part.rpartition(".")[2].lower(), "")
        if not kind:
            raise RefusedError(f"the type of {part} is not said")
        # A file may say of all its XML that it is the document, and of what is not, otherwise.
        return "application/xml" if kind in MAIN_TYPES else kind

    def _free(self, stem: str, ending: str) -> str:
        """A name that no part has."""
        number = 1
        while f"{stem}{number}{ending}".lower() in self.taken:
            number += 1
        return f"{stem}{number}{ending}"

    # ---------------------------------------------------------------- the form

    def written(self, main: str, core: str) -> dict[str, bytes]:
        """The parts, their relations and the list of types."""
        made = {name: self.parts[part] for part, name in self.names.items()}
        own = [_relation("rId1", f"{OFFICE}/officeDocument", MAIN)]
        own += [_relation("rId2", _CORE_RELATION, _CORE)] if core else []
        others = (r for r, target in self.kept("") if target in self.names.keys() - {main, core})
        own += [
            _relation(f"rId{n}", r.get("Type") or "", self._target("", r)) for n, r in enumerate(others, len(own) + 1)
        ]
        made[PACKAGE] = _list_of(own)
        for part, name in self.names.items():
            relations = [self._moved(part, r) for r, _ in self.kept(part)]
            if name == MAIN and STYLES not in made:
                made[STYLES], self.kinds[STYLES] = _NO_STYLES, f"{WML}.styles+xml"
                relations.append(_relation("rIdStyles", f"{OFFICE}/styles", STYLES))
            if relations:
                made[relations_name(name)] = _list_of(relations)
        return {LIST: self._types(), **made}

    def _target(self, part: str, relation: Element) -> str:
        return self.names[self.index.find(part, relation.get("Target") or "")]

    def _moved(self, part: str, relation: Element) -> Element:
        if (relation.get("TargetMode") or "").lower() != "external":
            relation.set("Target", f"/{self._target(part, relation)}")
            relation.attrib.pop("TargetMode", None)
        return relation

    def _types(self) -> bytes:
        space = "{http://schemas.openxmlformats.org/package/2006/content-types}"
        root = etree.Element(f"{space}Types", nsmap={None: space[1:-1]})
        for ending, kind in (("rels", _RELATIONS_TYPE), ("xml", "application/xml")):
            etree.SubElement(root, f"{space}Default", {"Extension": ending, "ContentType": kind})
        for name, kind in self.kinds.items():
            etree.SubElement(root, f"{space}Override", {"PartName": f"/{name}", "ContentType": kind})
        return _text_of(root)


_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"


def _relation(key: str, kind: str, name: str) -> Element:
    return etree.Element(f"{{{_SPACE}}}Relationship", {"Id": key, "Type": kind, "Target": f"/{name}"})


def _list_of(relations: list[Element]) -> bytes:
    root = etree.Element(f"{{{_SPACE}}}Relationships", nsmap={None: _SPACE})
    root.extend(relations)
    return _text_of(root)


def _text_of(root: Element) -> bytes:
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made
