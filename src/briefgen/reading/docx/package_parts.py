"""The parts of a Word file, embedded workbooks and their parts included."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from briefgen.reading.markup import texts_of_markup

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGES = (".xlsx", ".docx", ".pptx", ".zip")
FONTS = (".odttf", ".ttf", ".otf")
"""How the names of faces end: they hold no words."""
_PNG, _TEXTS, _FRAME = b"\x89PNG\r\n\x1a\n", {b"tEXt", b"iTXt"}, 12
"""The signature of a picture, its chunks of plain text, and what stands around a chunk: length, kind, check sum."""
_MARKUP = (".xml", ".rels", ".html", ".svg", ".json")


def parts_of(data: bytes) -> Iterator[tuple[str, str]]:
    """Name and text of every part, its own name first."""
    yield from _members(data, "")


def _members(data: bytes, inside: str) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if package.comment:
            yield f"{inside}the archive's comment", package.comment.decode("utf-8", "replace")
        for member in package.infolist():
            name, content = f"{inside}{member.filename}", package.read(member)
            yield name, name
            if name.endswith(_PACKAGES):
                yield from _members(content, f"{name}/")
            elif name.endswith(_MARKUP):
                yield name, texts_of_markup(content)
            elif not name.endswith(FONTS):
                yield name, _plain_words(content)


def _plain_words(content: bytes) -> str:
    """The bytes as they are; of a picture only its text chunks, for its pixels are no words."""
    if not content.startswith(_PNG):
        return content.decode("latin-1")
    found, at = [], len(_PNG)
    while at + _FRAME <= len(content):
        size, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        if kind in _TEXTS:
            found.append(content[at + 8 : at + 8 + size].decode("utf-8", "replace"))
        at += size + _FRAME
    return "\n".join(found)
