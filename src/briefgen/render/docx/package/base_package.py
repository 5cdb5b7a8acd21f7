"""The lean package that a brief starts from, and the same bytes each time it is saved.

python-docx would begin with a template of its own: two style sheets of 438 KB each, Letter paper, its name as the
author, and compatibility mode 14, which Word shows in the title bar. And it saves with the time on every member.
"""

from __future__ import annotations

import posixpath
from functools import cache
from typing import TYPE_CHECKING, Any

from briefgen.render.docx.package.embedded_fonts import font_table
from briefgen.render.docx.package.font_names import travels
from briefgen.render.docx.package.style_parts import styles_xml
from briefgen.render.docx.package.theme import ACCENTS, theme_xml
from briefgen.render.docx.package.wordprocessingml import DECLARED, HEAD, attribute
from briefgen.render.docx.package.written_parts import WrittenPackage, WrittenPart
from briefgen.render.docx.package.zip_writing import zipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefgen.model.looks.style import Style

WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

MAIN = "/word/document.xml"
_MOST_HOUSES = 16
_HOUSES: dict[tuple[int, str], tuple[Style, dict[str, bytes]]] = {}
"""Which style an identity stands for is kept beside it, so that it stands for no other."""
_SCHEME = {
    "bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2",
    **{f"accent{number}": f"accent{number}" for number in range(1, ACCENTS + 1)},
    "hyperlink": "hyperlink", "followedHyperlink": "followedHyperlink",
}  # fmt: skip
"""Which colour of the theme is meant by a name in styles."""
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"


def empty_document(style: Style, language: str, numbering: str) -> WrittenPart:
    """The main part of a document without content, in Word's current compatibility mode; nothing is unpacked."""
    package = WrittenPackage()
    main = WrittenPart(package, MAIN, f"{WML}.document.main+xml", b"")
    package.relate_to(main, f"{RELATIONS}/officeDocument")
    families = style.families.values()
    main.relate_to(font_table(package, f"{WML}.fontTable+xml", families), f"{RELATIONS}/fontTable")
    for name, xml in {**_house_parts(style, language), "numbering": numbering.encode()}.items():
        kind = name.rsplit("/", 1)[-1].rstrip("1")
        content_type = _THEME if kind == "theme" else f"{WML}.{kind}+xml"
        main.relate_to(WrittenPart(package, f"/word/{name}.xml", content_type, xml), f"{RELATIONS}/{kind}")
    return main


def document_xml(*body: str) -> bytes:
    """document.xml around the pieces of its body."""
    return "".join((f"{HEAD}<w:document {DECLARED}><w:body>", *body, "</w:body></w:document>")).encode()


def _house_parts(style: Style, language: str) -> dict[str, bytes]:
    """The parts that follow from style and language alone: a batch has a few of these, and makes each once."""
    key = id(style), language
    known = _HOUSES.get(key)
    if known is None or known[0] is not style:
        contents = {
            "styles": styles_xml(style, language), "settings": _settings(style, language),
            "footnotes": footnotes_xml(), "theme/theme1": theme_xml(style),
        }  # fmt: skip
        known = style, {name: xml.encode() for name, xml in contents.items()}
        if len(_HOUSES) >= _MOST_HOUSES:
            _HOUSES.clear()
        _HOUSES[key] = known
    return known[1]


def _settings(style: Style, language: str) -> str:
    uri = "http://schemas.microsoft.com/office/word"
    # 15 is the mode of Word 2013 and all that came since: with less, Word lays out as an older one did.
    modes = {
        "compatibilityMode": "15", "overrideTableStyleFontSizeAndJustification": "1", "enableOpenTypeFeatures": "1",
        "doNotFlipMirrorIndents": "1", "differentiateMultirowTableHeaders": "1",
    }  # fmt: skip
    compat = "".join(f'<w:compatSetting w:name="{n}" w:uri="{uri}" w:val="{v}"/>' for n, v in modes.items())
    # Never `updateFields`: Word would ask at each opening whether fields may fetch other files. All are filled in.
    notes = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    # Word then keeps the faces when it saves. It is not told to keep only the letters used: an editor types others.
    kept = "<w:embedTrueTypeFonts/>" if any(map(travels, style.families.values())) else ""
    colours = " ".join(f'w:{name}="{slot}"' for name, slot in _SCHEME.items())
    return (
        f'{HEAD}<w:settings {DECLARED}><w:zoom w:percent="100"/>{kept}<w:defaultTabStop w:val="709"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{notes}<w:compat>{compat}</w:compat>'
        f'<w:themeFontLang w:val="{attribute(language)}"/><w:clrSchemeMapping {colours}/></w:settings>'
    )


def note_settings() -> str:
    """The setting that names the two lines, for a file with settings of its own."""
    return f'<w:footnotePr {DECLARED}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'


@cache
def footnotes_xml() -> str:
    """footnotes.xml without notes: the two lines that part notes from the text."""

    def separator(number: int, kind: str) -> str:
        spacing = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        return f'<w:footnote w:type="{kind}" w:id="{number}"><w:p>{spacing}<w:r><w:{kind}/></w:r></w:p></w:footnote>'

    both = separator(-1, "separator") + separator(0, "continuationSeparator")
    return f"{HEAD}<w:footnotes {DECLARED}>{both}</w:footnotes>"


def blobs_of(package: Any) -> dict[str, bytes]:  # noqa: ANN401 - python-docx has no types
    """The content of every part by its name, as it will be saved."""
    return {str(part.partname): part.blob for part in package.parts}


def saved(package: Any, blobs: Mapping[str, bytes] | None = None) -> bytes:  # noqa: ANN401 - python-docx has no types
    """The package with its parts in order of their names, all dated alike; `blobs` are contents made already."""
    made = blobs or {}
    parts = sorted((str(part.partname), part) for part in package.parts)
    # These two first: who reads a package from its start learns what each part will be.
    members = {"[Content_Types].xml": _content_types(parts), "_rels/.rels": _relations(package.rels, "/")}
    for name, part in parts:
        kept = made.get(name)
        members[name[1:]] = part.blob if kept is None else kept
        if len(part.rels):
            folder, _, own = name.rpartition("/")
            members[f"{folder[1:]}/_rels/{own}.rels"] = _relations(part.rels, f"{folder}/")
    return zipped(members)


def _relations(relations: Any, folder: str) -> bytes:  # noqa: ANN401 - python-docx has no types
    """What a part in a folder, or the package itself, relates to."""
    written = ""
    for key, relation in relations.items():
        name, kind = attribute(key), attribute(relation.reltype)
        mode = ' TargetMode="External"' if relation.is_external else ""
        target = attribute(_target(relation, folder))
        written += f'<Relationship Id="{name}" Type="{kind}" Target="{target}"{mode}/>'
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{space}">{written}</Relationships>'.encode()


def _target(relation: Any, folder: str) -> str:  # noqa: ANN401 - python-docx has no types
    """Where a relation leads, as seen from a folder; most lead to parts under it."""
    if relation.is_external:
        return str(relation.target_ref)
    name = str(relation.target_part.partname)
    return name[len(folder) :] if name.startswith(folder) else posixpath.relpath(name, folder)


def _content_types(parts: Iterable[tuple[str, Any]]) -> bytes:
    """What each part is: pictures and workbooks by their ending, all else by name."""
    by_ending = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    overrides = ""
    for name, part in parts:
        kind = part.content_type
        if by_ending.setdefault(name.rpartition(".")[2].lower(), kind) != kind:
            overrides += f'<Override PartName="{attribute(name)}" ContentType="{attribute(kind)}"/>'
    defaults = "".join(
        f'<Default Extension="{attribute(ending)}" ContentType="{attribute(kind)}"/>'
        for ending, kind in sorted(by_ending.items())
    )
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'{HEAD}<Types xmlns="{space}">{defaults}{overrides}</Types>'.encode()
