"""The lean package that a brief starts from, and the same bytes each time it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.render.docx.theme import theme_xml
from briefgen.render.docx.xml import DECLARED, attribute
from briefgen.render.docx.zipping import zipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefgen.model.style import Family, Style

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"


def empty_document(style: Style, styles: str, numbering: str) -> Any:  # noqa: ANN401 - python-docx has no types
    """A document without content, in Word's current compatibility mode; made part by part, nothing is unpacked."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml
    from docx.package import Package
    from docx.parts.document import DocumentPart

    package = Package()
    element = parse_xml(f"<w:document {DECLARED}><w:body><w:sectPr/></w:body></w:document>")
    main = DocumentPart(PackURI("/word/document.xml"), CONTENT_TYPE.WML_DOCUMENT_MAIN, element, package)
    package.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    contents = {
        "styles": styles, "settings": _settings(), "numbering": numbering, "footnotes": footnotes_xml(),
        "fontTable": font_table_xml(style.families.values()), "theme/theme1": theme_xml(style),
    }  # fmt: skip
    for name, xml in contents.items():
        kind = name.rsplit("/", 1)[-1].rstrip("1")
        content_type = _THEME if kind == "theme" else f"{WML}.{kind}+xml"
        part = Part(PackURI(f"/word/{name}.xml"), content_type, xml.encode(), package)
        main.relate_to(part, f"{RELATIONS}/{kind}")
    return main.document


def _settings() -> str:
    uri = "http://schemas.microsoft.com/office/word"
    modes = {
        "compatibilityMode": "15", "overrideTableStyleFontSizeAndJustification": "1", "enableOpenTypeFeatures": "1",
        "doNotFlipMirrorIndents": "1", "differentiateMultirowTableHeaders": "1",
    }  # fmt: skip
    compat = "".join(f'<w:compatSetting w:name="{n}" w:uri="{uri}" w:val="{v}"/>' for n, v in modes.items())
    notes = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    return (
        f'{_HEAD}<w:settings {DECLARED}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{notes}<w:compat>{compat}</w:compat></w:settings>'
    )


def note_settings() -> str:
    """The setting that names the two lines, for a file with settings of its own."""
    return f'<w:footnotePr {DECLARED}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'


def font_table_xml(families: Iterable[Family]) -> str:
    """The families, each with a kind by which a machine without it finds a like one."""
    listed = "".join(_font(family) for family in sorted(set(families), key=lambda family: family.name))
    return f"{_HEAD}<w:fonts {DECLARED}>{listed}</w:fonts>"


def _font(family: Family) -> str:
    other, kind = ("Calibri", "swiss") if family.fallback == "sans-serif" else ("Cambria", "roman")
    hints = f'<w:altName w:val="{other}"/><w:charset w:val="00"/><w:family w:val="{kind}"/><w:pitch w:val="variable"/>'
    return f'<w:font w:name="{attribute(family.name)}">{hints}</w:font>'


def footnotes_xml() -> str:
    """footnotes.xml without notes: the two lines that part notes from the text."""

    def separator(number: int, kind: str) -> str:
        spacing = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        return f'<w:footnote w:type="{kind}" w:id="{number}"><w:p>{spacing}<w:r><w:{kind}/></w:r></w:p></w:footnote>'

    both = separator(-1, "separator") + separator(0, "continuationSeparator")
    return f"{_HEAD}<w:footnotes {DECLARED}>{both}</w:footnotes>"


def blobs_of(document: Any) -> dict[str, bytes]:  # noqa: ANN401 - python-docx has no types
    """The content of every part by its name, as it will be saved."""
    parts = document.part.package.parts
    for part in parts:
        part.before_marshal()
    return {str(part.partname): part.blob for part in parts}


def saved(document: Any, blobs: Mapping[str, bytes] | None = None) -> bytes:  # noqa: ANN401 - python-docx has no types
    """The package with its parts in order of their names, all dated alike; `blobs` are contents made already."""
    made = blobs or {}
    package = document.part.package
    parts = sorted(package.parts, key=lambda part: str(part.partname))
    members = {"[Content_Types].xml": _content_types(parts), "_rels/.rels": package.rels.xml}
    for part in parts:
        kept = made.get(str(part.partname))
        members[part.partname.membername] = part.blob if kept is None else kept
        if len(part.rels):
            members[part.partname.rels_uri.membername] = part.rels.xml
    return zipped(members)


def _content_types(parts: Iterable[Any]) -> bytes:
    """What each part is: pictures and workbooks by their ending, all else by name."""
    by_ending = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    overrides = ""
    for part in parts:
        if by_ending.setdefault(part.partname.ext.lower(), part.content_type) != part.content_type:
            name, kind = attribute(str(part.partname)), attribute(part.content_type)
            overrides += f'<Override PartName="{name}" ContentType="{kind}"/>'
    defaults = "".join(
        f'<Default Extension="{attribute(ending)}" ContentType="{attribute(kind)}"/>'
        for ending, kind in sorted(by_ending.items())
    )
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'{_HEAD}<Types xmlns="{space}">{defaults}{overrides}</Types>'.encode()
