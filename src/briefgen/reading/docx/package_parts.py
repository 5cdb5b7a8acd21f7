"""The parts of a Word file, embedded workbooks and their parts included."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from briefgen.reading.markup import texts_of_markup
from briefgen.reading.unmarked_words import unmarked_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGES = (".xlsx", ".docx", ".pptx", ".zip")
FONTS = (".odttf", ".ttf", ".otf")
"""How the names of faces end: they hold no words."""
_MARKUP = (".xml", ".rels", ".html", ".svg", ".json")


def parts_of(data: bytes) -> Iterator[tuple[str, str]]:
    """Name and text of every part, its own name first."""
    yield from _members(data, "")


def _members(data: bytes, inside: str) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if package.comment:
            yield f"{inside}the archive's comment", package.comment.decode("utf-8", "replace")
        for member in package.infolist():
            name = f"{inside}{member.filename}"
            yield name, name
            if name.endswith(FONTS):
                continue
            content = package.read(member)
            if name.endswith(_PACKAGES):
                yield from _members(content, f"{name}/")
            elif name.endswith(_MARKUP):
                yield name, texts_of_markup(content)
            else:
                yield name, unmarked_words(content)
