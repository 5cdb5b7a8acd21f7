"""fontTable.xml: the families of a file, what stands in for each, and the faces that travel in it.

Five faces travel: both families upright and bold, and the text italic as well; Word slants and thickens for itself what
else an editor asks for. They hold the letters of European languages, so that an editor may type what the brief does not
say. Each is packed once, when they are made (`.ci/fonts.py`): packing takes longer than writing a brief.
"""

from __future__ import annotations

import zipfile
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from briefgen.records import dataclass
from briefgen.render.docx.package.font_names import other_names, travels, word_name
from briefgen.render.docx.package.new_parts import new_part
from briefgen.render.docx.package.wordprocessingml import DECLARED, HEAD, attribute
from briefgen.render.docx.package.zip_writing import packed_before

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.looks.style import Family
    from briefgen.render.docx.package.written_parts import WrittenPart

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_KIND = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_STYLES = ("Regular", "Bold", "Italic")
"""In the order of the schema."""
_MEASURES = {
    "firago": ("020B0503050000020004", "200002FF", "40000001", "00000000", "200101FF"),
    "source-serif-4": ("02040603050405020204", "20000287", "00000003", "00000000", "2000019F"),
}
"""Of a bundled family: PANOSE number, ranges of letters and code pages, out of its table OS/2."""


@dataclass(frozen=True, slots=True)
class WordFace:
    """A face as it travels."""

    style: str
    key: str
    """By which its first bytes are masked."""
    data: bytes


@cache
def word_faces(family: str) -> tuple[WordFace, ...]:
    """The faces of a family by its name in Word files."""
    found: list[WordFace] = []
    with (
        (resources.files("briefgen.render.docx") / "fonts/word-faces.zip").open("rb") as file,
        zipfile.ZipFile(file) as archive,
    ):
        for style in _STYLES:
            name = f"{family.replace(' ', '')}-{style}.odttf"
            if name in archive.NameToInfo:
                info = archive.getinfo(name)
                data = archive.read(info)
                file.seek(info.header_offset)
                packed_before(data, info.CRC, _packed(file, info))
                found.append(WordFace(style, info.comment.decode(), data))
    return tuple(found)


def _packed(file: Any, info: zipfile.ZipInfo) -> bytes:  # noqa: ANN401 - a binary file
    """A member as it lies in its archive, behind its head (APPNOTE 6.3.10, 4.3.7)."""
    head = file.read(_HEAD)
    name, extra = (int.from_bytes(head[at : at + 2], "little") for at in (_HEAD - 4, _HEAD - 2))
    file.seek(name + extra, 1)
    found: bytes = file.read(info.compress_size)
    return found


_HEAD = 30


def font_table(package: Any, kind: str, families: Iterable[Family]) -> WrittenPart:  # noqa: ANN401 - python-docx has no types
    """The part of a content type, with the faces that it relates to."""
    part = new_part(package, "/word/fontTable.xml", kind, b"")
    listed = "".join(_font(part, family) for family in sorted(set(families), key=word_name))
    part.blob = f"{HEAD}<w:fonts {DECLARED}>{listed}</w:fonts>".encode()
    return part


def _font(part: WrittenPart, family: Family) -> str:
    """A family with a kind by which a machine without it finds a like one."""
    others = attribute(",".join(other_names(family)))
    kind = "roman" if family.fallback == "serif" else "swiss"
    panose = signature = faces = ""
    if travels(family):
        number, *ranges, pages = _MEASURES[family.source]
        panose = f'<w:panose1 w:val="{number}"/>'
        written = " ".join(f'w:usb{n}="{value}"' for n, value in enumerate((*ranges, "00000000")))
        signature = f'<w:sig {written} w:csb0="{pages}" w:csb1="00000000"/>'
        faces = "".join(_embedded(part, face) for face in word_faces(word_name(family)))
    hints = f'<w:charset w:val="00"/><w:family w:val="{kind}"/><w:pitch w:val="variable"/>{signature}{faces}'
    return f'<w:font w:name="{attribute(word_name(family))}"><w:altName w:val="{others}"/>{panose}{hints}</w:font>'


def _embedded(part: WrittenPart, face: WordFace) -> str:
    made = new_part(part.package, "/word/fonts/font%d.odttf", _KIND, face.data)
    return f'<w:embed{face.style} r:id="{part.relate_to(made, _RELATION)}" w:fontKey="{face.key}"/>'
