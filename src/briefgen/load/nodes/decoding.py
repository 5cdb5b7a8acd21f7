"""Bytes to text that a brief can print: UTF-8, composed, without characters that fool readers or break files."""

from __future__ import annotations

import unicodedata
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place

if TYPE_CHECKING:
    from briefgen.diagnostics import Report
    from briefgen.world import World

MAX_BYTES = 8_000_000
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Embeddings, overrides and isolates; the plain marks that Arabic and Urdu need are no danger (UAX #9, 2)."""
_HIDING = frozenset(map(chr, [0xFEFF, *range(0x206A, 0x2070), *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080)]))
"""A mark of byte order inside a text, deprecated controls, annotations and tags: words that no reader would see."""
_ALLOWED_CONTROLS = frozenset("\t\n\r")
_REFUSED = {
    "Cc": "a control character", "Cs": "half of a surrogate pair", "Co": "for private use", "Cn": "not assigned",
    "Zl": "line separator", "Zp": "paragraph separator",
}  # fmt: skip
"""Unicode categories that cannot be printed, in words; private use is for briefgen's own placeholders."""


class RefusedCharacterError(ValueError):
    """A text that holds a character which cannot stand in a brief; the message names it."""


def clean_text(written: str) -> str:
    """A text as it stands in a brief: composed (NFC), and sure to hold nothing that cannot be printed.

    Every value that reaches a brief has come through here, or through `read_text` with the whole of its file; an
    escape of YAML, JSON, TOML or XML can say what the file itself may not hold.

    Raises:
        RefusedCharacterError: naming the first character that is refused.
    """
    if not written.isprintable():
        bad = next((character for character in written if refused(character)), None)
        if bad is not None:
            raise RefusedCharacterError(named(bad))
    return written if written.isascii() else unicodedata.normalize("NFC", written)


def is_blank(text: str) -> bool:
    """Whether a text shows nothing: blanks of every width, joiners and soft hyphens are no words."""
    if text[:1].isalnum():  # as nearly every text begins
        return False
    return not any(character.isprintable() and not character.isspace() for character in text)


def encoding_of(data: bytes) -> str:
    """How a file that begins with such bytes says that it is written: UTF-16 by a mark of byte order, else UTF-8."""
    return "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"


def read_text(world: World, path: str, report: Report, limit: int = MAX_BYTES, *, is_table: bool = False) -> str | None:
    """A file's text in NFC with plain line ends, or None where a problem was reported; `limit` is in bytes.

    A table may be UTF-16 too, if it says so by a mark of byte order: programs for tables write that as "Unicode text".
    """
    try:
        data = world.read(path, limit)
    except OSError as error:
        report.error(
            "BG101",
            Place(path),
            f"cannot be read: {error.strerror or error}",
            "put the file there, or check its rights",
        )
        return None
    if len(data) > limit:
        size = f"{limit // 1_000_000} MB" if limit >= 1_000_000 else f"{limit // 1000} kB"  # noqa: PLR2004 - a megabyte
        report.error("BG103", Place(path), f"is larger than {size}", "split the file, or take out what is not needed")
        return None
    try:
        text = data.decode(encoding_of(data) if is_table else "utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode(error.encoding, "replace")
        place = Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        hint = "save the file as UTF-8" + (", which programs for tables call CSV UTF-8" if is_table else "")
        report.error("BG102", place, f"is not UTF-8: byte 0x{error.object[error.start]:02X}", hint)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _is_clean(text, path, report):
        return None
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _is_clean(text: str, path: str, report: Report) -> bool:
    """Whether every character can stand in a brief; each that cannot is reported with its place."""
    if text.isprintable():
        return True
    clean = True
    for number, line in enumerate(text.split("\n"), 1):
        if line.isprintable():
            continue
        for column, character in enumerate(line, 1):
            if refused(character):
                clean = False
                message = f"{named(character)} cannot stand in a brief"
                report.error("BG102", Place(path, number, column), message, "delete it, and type the text anew")
    return clean


def named(character: str) -> str:
    """A character in words: its code point, and its name or what it is."""
    what = unicodedata.name(character, "").lower() or _REFUSED.get(unicodedata.category(character), "no name")
    return f"the character U+{ord(character):04X} ({what})"


def refused(character: str) -> bool:
    """Whether a character is a control, a bidirectional override, hides words, or is none at all."""
    if character in _ALLOWED_CONTROLS:
        return False
    return character in _BIDI or character in _HIDING or unicodedata.category(character) in _REFUSED
