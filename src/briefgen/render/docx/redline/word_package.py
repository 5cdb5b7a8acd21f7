"""A finished Word file as parts that can be read, changed and saved again, with the same bytes each time."""

from __future__ import annotations

import hashlib
import io
import posixpath
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from briefgen.records import dataclass, field
from briefgen.render.docx.package.properties import content_hash
from briefgen.render.docx.package.zip_writing import zipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

MAIN = "word/document.xml"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_CONTENT_TYPES = "[Content_Types].xml"
_PROPERTIES = "docProps/custom.xml"


class Related(NamedTuple):
    """What a part relates to."""

    kind: str
    target: str
    """The name of a part, or an address elsewhere."""
    is_external: bool


@dataclass(slots=True)
class WordPackage:
    """The parts of one file; a part that is asked for as a tree is saved as it was left."""

    members: dict[str, bytes]
    trees: dict[str, Element] = field(default_factory=dict)

    def tree(self, name: str) -> Element:
        """A part as a tree; raises XMLSyntaxError where it is none."""
        if name not in self.trees:
            self.trees[name] = etree.fromstring(self.members[name], etree.XMLParser(resolve_entities=False))
        return self.trees[name]

    def relations(self, part: str) -> dict[str, Related]:
        """Id → what a part relates to."""
        name = _relations_of(part)
        if name not in self.members:
            return {}
        folder = posixpath.dirname(part)
        found = {}
        for one in self.tree(name):
            is_external = one.get("TargetMode") == "External"
            target = one.get("Target", "")
            if not is_external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[one.get("Id", "")] = Related(one.get("Type", ""), target, is_external)
        return found

    def related(self, kind: str, part: str = MAIN) -> str | None:
        """The part of a kind that a part relates to."""
        return next((one.target for one in self.relations(part).values() if one.kind.endswith(f"/{kind}")), None)

    def relate(self, part: str, to: Related) -> str:
        """The id of a relation from a part: the one that it has, or a new one."""
        known = self.relations(part)
        for name, one in known.items():
            if one == to:
                return name
        name = next(f"rId{number}" for number in range(1, len(known) + 2) if f"rId{number}" not in known)
        where = _relations_of(part)
        if where not in self.members:
            self.trees[where] = etree.Element(f"{_RELATIONS}Relationships", nsmap={None: _RELATIONS.strip("{}")})
            self.members[where] = b""
        said = {"Id": name, "Type": to.kind, "Target": to.target if to.is_external else f"/{to.target}"}
        etree.SubElement(
            self.tree(where), f"{_RELATIONS}Relationship", said | ({"TargetMode": "External"} if to.is_external else {})
        )
        return name

    def content_type(self, part: str) -> str:
        """What a part is."""
        types = self.tree(_CONTENT_TYPES)
        for one in types.iter(f"{_TYPES}Override"):
            if one.get("PartName") == f"/{part}":
                return str(one.get("ContentType"))
        ending = part.rpartition(".")[2].lower()
        defaults = (one for one in types.iter(f"{_TYPES}Default") if one.get("Extension", "").lower() == ending)
        return next((one.get("ContentType", "") for one in defaults), "")

    def add(self, part: str, data: bytes, content_type: str) -> str:
        """A new part, under its name or the next that is free; gives that name."""
        stem, dot, ending = part.rpartition(".")
        stem = stem.rstrip("0123456789")
        name = next(
            f"{stem}{n}{dot}{ending}"
            for n in range(1, len(self.members) + 2)
            if f"{stem}{n}{dot}{ending}" not in self.members
        )
        self.members[name] = data
        if self.content_type(name) != content_type:
            said = {"PartName": f"/{name}", "ContentType": content_type}
            etree.SubElement(self.tree(_CONTENT_TYPES), f"{_TYPES}Override", said)
        return name

    def digest(self, part: str) -> str:
        """Of a part and of all that it relates to: the same for two parts that show the same."""
        found = hashlib.sha256(self.members[part])
        for name, one in sorted(self.relations(part).items()):
            content = one.target if one.is_external else self.digest(one.target)
            found.update(repr((name, one.kind, content)).encode("utf-8", "surrogatepass"))
        return found.hexdigest()

    def saved(self) -> bytes:
        """The file, with the hash of its content in its properties as in every brief."""
        self.members |= {name: _bytes_of(tree) for name, tree in self.trees.items() if name != _PROPERTIES}
        if _PROPERTIES in self.members:
            self._hash_anew()
        first = (_CONTENT_TYPES, "_rels/.rels")
        names = [*first, *sorted(name for name in self.members if name not in first)]
        return zipped({name: self.members[name] for name in names})

    def _hash_anew(self) -> None:
        blobs = {f"/{name}": data for name, data in self.members.items() if "/_rels/" not in name}
        tree = self.tree(_PROPERTIES)
        for one in _named(tree, "Content"):
            one[0].text = content_hash(blobs)
        self.members[_PROPERTIES] = _bytes_of(tree)


def opened(data: bytes) -> WordPackage:
    """A file as its parts; raises BadZipFile where it is none."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return WordPackage({info.filename: package.read(info) for info in package.infolist()})


def _named(properties: Element, name: str) -> Iterator[Element]:
    return (one for one in properties if one.get("name") == name and len(one))


def _relations_of(part: str) -> str:
    folder, _, own = part.rpartition("/")
    return f"{folder}/_rels/{own}.rels" if folder else f"_rels/{own}.rels"


def _bytes_of(tree: Element) -> bytes:
    data: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
