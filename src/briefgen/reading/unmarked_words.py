"""The words of what is no markup: bytes as they are, and of a picture only what it says in words."""

from __future__ import annotations

_PNG, _TEXTS, _FRAME = b"\x89PNG\r\n\x1a\n", {b"tEXt", b"iTXt"}, 12
"""The signature of a picture, its chunks of plain text, and what stands around a chunk: length, kind, check sum."""


def unmarked_words(content: bytes) -> str:
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
