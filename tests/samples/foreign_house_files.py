"""House files as other programs write them: small packages with the parts, names and relations that are asked for."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from samples.house_files import HEAD, PAGE, R, W, document, paragraph, slot, style

WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE = f"{PACKAGE}/metadata/core-properties"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_XML = (
    f'<cp:coreProperties xmlns:cp="{CORE.replace("relationships/", "")}" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Old</dc:title></cp:coreProperties>'
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cf50000003810180e0a3d5a50000000049454e44ae426082"
)
CHART = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea/></c:chart>'
    "</c:chartSpace>"
)
STYLES = (
    f"<w:styles {W}>"
    + style("paragraph", "Normal", "Normal", default=True)
    + style("paragraph", "H1", "heading 1")
    + "</w:styles>"
)


def drawing(key: str, number: int = 1, uri: str = "http://schemas.openxmlformats.org/drawingml/2006/chart") -> str:
    """A paragraph with a chart."""
    wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    return (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{wp}"><wp:extent cx="99999" cy="99999"/>'
        f'<wp:docPr id="{number}" name="Theirs" descr="A chart"/><a:graphic xmlns:a="{a}"><a:graphicData uri="{uri}">'
        f'<c:chart xmlns:c="{uri}" {R} r:id="{key}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )


@dataclass
class HouseFile:
    """A package under construction: parts with their types, and relations by the part they belong to."""

    main: str = "word/document.xml"
    body: str = paragraph("Cover") + slot("briefgen:body")
    section: str = PAGE
    parts: dict[str, tuple[str, str | bytes]] = field(default_factory=dict)
    """Name → type, or nothing for what its ending says; and content."""
    relations: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    """Part, or nothing for the package → kind and target."""
    outside: list[tuple[str, str]] = field(default_factory=list)
    """Id and target of links of the document."""
    endings: dict[str, str] = field(default_factory=dict)
    main_type: str = f"{WML}.document.main+xml"

    def part(self, name: str, kind: str, content: str | bytes, relation: str = "", source: str | None = None) -> str:
        """Add a part that the document, or another part, relates to; the relation's id."""
        self.parts[name] = kind, content
        return self.relate(relation, f"/{name}", source) if relation else ""

    def relate(self, kind: str, target: str, source: str | None = None) -> str:
        """One more relation; its id."""
        there = self.relations.setdefault(self.main if source is None else source, [])
        there.append((kind if "//" in kind else f"{OFFICE}/{kind}", target))
        return f"r{len(there)}"

    def with_styles(self, styles: str = STYLES, name: str = "word/styles.xml") -> HouseFile:
        """The file with its styles."""
        self.part(name, f"{WML}.styles+xml", styles, "styles")
        return self

    def packed(self) -> bytes:
        """The file."""
        self.relations.setdefault("", []).insert(0, (f"{OFFICE}/officeDocument", self.main))
        members: dict[str, str | bytes] = {"[Content_Types].xml": self._types()}
        for source, found in self.relations.items():
            folder, name = posixpath.split(source)
            members[posixpath.join(folder, "_rels", f"{name}.rels")] = self._list(source, found)
        if self.outside and self.main not in self.relations:
            folder, name = posixpath.split(self.main)
            members[posixpath.join(folder, "_rels", f"{name}.rels")] = self._list(self.main, [])
        members[self.main] = HEAD + document(self.body, self.section)
        members.update({name: content for name, (_, content) in self.parts.items()})
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in members.items():
                package.writestr(zipfile.ZipInfo(name), content)
        return out.getvalue()

    def _types(self) -> str:
        endings = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml",
                   "png": "image/png", **self.endings}  # fmt: skip
        named = {name: kind for name, (kind, _) in self.parts.items() if kind}
        if self.main_type and self.main_type not in self.endings.values():
            named[self.main] = self.main_type
        defaults = "".join(f'<Default Extension="{e}" ContentType="{k}"/>' for e, k in endings.items())
        overrides = "".join(f'<Override PartName="/{n}" ContentType="{k}"/>' for n, k in named.items())
        space = "http://schemas.openxmlformats.org/package/2006/content-types"
        return f'{HEAD}<Types xmlns="{space}">{defaults}{overrides}</Types>'

    def _list(self, source: str, found: list[tuple[str, str]]) -> str:
        inner = "".join(
            f'<Relationship Id="r{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(found, 1)
        )
        if source == self.main:
            inner += "".join(
                f'<Relationship Id="{key}" Type="{OFFICE}/hyperlink" Target="{target}" TargetMode="External"/>'
                for key, target in self.outside
            )
        return f'{HEAD}<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def lost_targets(data: bytes) -> list[str]:
    """What a made file's relations lead to and it does not hold, and names that it holds twice, case aside."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        found = [name for name in names if [n.lower() for n in names].count(name.lower()) > 1]
        for name in names:
            if name.endswith(".rels"):
                source = posixpath.dirname(posixpath.dirname(name))
                for relation in ET.fromstring(package.read(name)):  # noqa: S314 - our own file
                    target = posixpath.normpath(posixpath.join("/", source, relation.get("Target") or "")).lstrip("/")
                    if relation.get("TargetMode") != "External" and target not in names:
                        found.append(f"{name}: {target}")
    return found
