"""The lean package that a brief starts from, and the same bytes each time it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.render.docx.theme import theme_xml
from briefgen.render.docx.xml import DECLARED, attribute
from briefgen.render.docx.zipping import zipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.style import Family, Style

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_PARTS = {
    "styles": "styles",
    "settings": "settings",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "fontTable": "fontTable",
    "theme/theme1": "theme",
}


def empty_package(style: Style, styles: str, numbering: str) -> bytes:
    """A document without content, in Word's current compatibility mode."""
    members = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"{_HEAD}<w:document {DECLARED}><w:body><w:p/><w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            {f"rId{n}": (kind, f"{name}.xml") for n, (name, kind) in enumerate(_PARTS.items(), 1)}
        ),
        "word/styles.xml": styles,
        "word/settings.xml": _settings(),
        "word/numbering.xml": numbering,
        "word/footnotes.xml": footnotes_xml(),
        "word/fontTable.xml": font_table_xml(style.families.values()),
        "word/theme/theme1.xml": theme_xml(style),
    }
    return zipped({name: text.encode() for name, text in members.items()})


def _content_types() -> str:
    parts = {
        "document": "document.main", "styles": "styles", "settings": "settings", "numbering": "numbering",
        "footnotes": "footnotes", "fontTable": "fontTable",
    }  # fmt: skip
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WML}.{kind}+xml"/>' for name, kind in parts.items()
    )
    themed = "application/vnd.openxmlformats-officedocument.theme+xml"
    theme = f'<Override PartName="/word/theme/theme1.xml" ContentType="{themed}"/>'
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}{theme}</Types>'
    )


def _relations(relations: dict[str, tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="{key}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for key, (kind, target) in relations.items()
    )
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{made}</Relationships>'


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


def saved(document: Any) -> bytes:  # noqa: ANN401 - python-docx has no types
    """The package with its parts in order of their names, all dated alike."""
    from docx.opc.pkgwriter import _ContentTypesItem

    package = document.part.package
    parts = package.parts
    for part in parts:
        part.before_marshal()
    types = _ContentTypesItem.from_parts(parts)  # type: ignore[no-untyped-call]
    members = {"[Content_Types].xml": types.blob, "_rels/.rels": package.rels.xml}
    for part in sorted(parts, key=lambda part: str(part.partname)):
        members[part.partname.membername] = part.blob
        if len(part.rels):
            members[part.partname.rels_uri.membername] = part.rels.xml
    return zipped(members)
