"""Hashes by which a block that an editor changed is told from one that stayed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from briefgen.render.docx.package.wordprocessingml import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable


def digest(text: str) -> str:
    """SHA-256 of a text; how blanks are written does not matter."""
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()


def digest_of(pieces: Iterable[str]) -> str:
    """That of the words in pieces of our own XML, one after the other; long tables are never in one text for it."""
    found = hashlib.sha256()
    for piece in pieces:
        found.update("".join(words_of(piece).split()).encode())
    return found.hexdigest()
