"""Bytes to text that a brief can print: UTF-8, composed, without characters that fool readers or break files."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place

if TYPE_CHECKING:
    from briefgen.diagnostics import Report
    from briefgen.world import World

MAX_BYTES = 8_000_000
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ALLOWED_CONTROLS = frozenset("\t\n\r")
_REFUSED = frozenset({"Cc", "Cs", "Co", "Cn"})
"""Unicode categories: controls, surrogates, private use (briefgen's own placeholders), unassigned."""


def read_text(world: World, path: str, report: Report) -> str | None:
    """A file's text in NFC with plain line ends, or None where a problem was reported."""
    try:
        data = world.read(path, MAX_BYTES)
    except OSError as error:
        report.error(
            "BG101",
            Place(path),
            f"cannot be read: {error.strerror or error}",
            "put the file there, or check its rights",
        )
        return None
    if len(data) > MAX_BYTES:
        report.error("BG103", Place(path), f"is larger than {MAX_BYTES // 1_000_000} MB", "split the file")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = f"is not UTF-8: byte 0x{data[error.start]:02X}"
        report.error("BG102", Place(path, line), message, "save the file as UTF-8")
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text) if _is_clean(text, path, report) else None


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
                message = f"{_named(character)} cannot stand in a brief"
                report.error("BG102", Place(path, number, column), message, "delete it, and type the text anew")
    return clean


def first_refused(text: str) -> str | None:
    """The first character of a text that cannot stand in a brief, in words, or None."""
    return next((_named(character) for character in text if refused(character)), None)


def _named(character: str) -> str:
    return f"the character U+{ord(character):04X} ({unicodedata.name(character, 'no name').lower()})"


def refused(character: str) -> bool:
    """Whether a character is a control, a bidirectional override, private use, or none at all."""
    if character in _ALLOWED_CONTROLS:
        return False
    return character in _BIDI or unicodedata.category(character) in _REFUSED
