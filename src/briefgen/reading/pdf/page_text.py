"""Strings of PDF syntax as text: literal and hexadecimal ones, and those that content streams show."""

from __future__ import annotations

import re
from struct import unpack_from
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_STRING = late_pattern(rb"\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*)\)|<(\s*[0-9A-Fa-f][0-9A-Fa-f\s]*)>", re.DOTALL)
_ESCAPE = late_pattern(rb"\\(?:([0-7]{1,3})|(\r?\n)|(.))", re.DOTALL)
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_SHOWING = late_pattern(rb"/(\w+) [\d.]+ Tf|((?:\[[^\]]*\]|<[^>]*>|\((?:[^()\\]|\\.)*\))\s*T[Jj])", re.DOTALL)
_PAIR = late_pattern(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = late_pattern(_PAIR.pattern + rb"\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_BLOCK = late_pattern(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_WHOLE_CODES = late_pattern(rb"<((?:[0-9A-Fa-f]{4})+)>")
_MOST = 0xFFFF
_CODE = 2
"""Bytes of a code in a composite font."""


def strings_in(body: bytes) -> Iterator[str]:
    """The strings of an object, as text."""
    for found in _STRING.finditer(body):
        yield decoded(_bytes(found))


def _bytes(found: re.Match[bytes]) -> bytes:
    if found[2] is not None:
        digits = found[2] if found[2].isalnum() else b"".join(found[2].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return _ESCAPE.sub(_unescaped, found[1]) if b"\\" in found[1] else found[1]


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 0xFF])
    return b"" if found[2] else _NAMED.get(found[3], found[3])


def decoded(text: bytes) -> str:
    """A text string (section 7.9.2): UTF-16 or UTF-8 where it says so, else one byte a character."""
    if text.startswith(b"\xfe\xff"):
        return text[2:].decode("utf-16-be", "replace")
    if text.startswith(b"\xef\xbb\xbf"):
        return text[3:].decode("utf-8", "replace")
    return text.decode("latin-1")


def read_map(content: bytes) -> dict[bytes, str]:
    """A ToUnicode map (section 9.10.3): code → characters."""
    found: dict[bytes, str] = {}
    for kind, block in _BLOCK.findall(content):
        if kind == b"char":
            found.update((bytes.fromhex(code.decode()), _characters(text)) for code, text in _PAIR.findall(block))
        else:
            for first, last, text, texts in _RANGE.findall(block):
                found.update(_range(first, int(last, 16), text, texts.replace(b"<", b" ").replace(b">", b" ").split()))
    return found


def _range(first: bytes, last: int, text: bytes, texts: list[bytes]) -> Iterator[tuple[bytes, str]]:
    """The codes of a range: rising from one text, or each with its own."""
    start, size = int(first, 16), len(first) // 2
    for step, code in enumerate(range(start, min(last, start + _MOST) + 1)):
        if texts:
            yield code.to_bytes(size), _characters(texts[step]) if step < len(texts) else ""
        else:
            begin = _characters(text)
            yield code.to_bytes(size), begin[:-1] + chr(ord(begin[-1]) + step)


def _characters(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")


class ShownText:
    """Reads what content streams show, through the maps of a file's fonts by their names in the streams."""

    def __init__(self, maps: Mapping[bytes, Mapping[bytes, str]]) -> None:
        self._maps = {name: {int.from_bytes(code): text for code, text in by_code.items() if len(code) == _CODE}
                      for name, by_code in maps.items()}  # fmt: skip
        self._known: dict[bytes, dict[bytes, tuple[str, bool]]] = {name: {} for name in maps}
        """Of each font what was read before: a brief says the same words on many pages."""

    def read(self, content: bytes) -> tuple[str, bytes]:
        """The text of a stream in the order it is painted, runs joined; and what of the stream that has not told."""
        out: list[str] = []
        rest: list[bytes] = []
        font, at = b"", 0
        for found in _SHOWING.finditer(content):
            if found[1]:
                font = found[1]
            elif font in self._maps:
                text, is_whole = self._text_of(font, found[2])
                out.append(text)
                if is_whole:
                    rest.append(content[at : found.start()])
                    at = found.end()
        return "".join(out), b"".join((*rest, content[at:]))

    def _text_of(self, font: bytes, shows: bytes) -> tuple[str, bool]:
        """What strings say in a font, and whether its map has all of their codes."""
        known = self._known[font].get(shows)
        if known is None:
            found = [*map(self._maps[font].get, _codes(shows))]
            known = self._known[font][shows] = "".join(filter(None, found)), None not in found
        return known


def _codes(shows: bytes) -> Sequence[int]:
    """The codes of strings of a composite font; half a code at the end of one is one that no map has."""
    whole = _WHOLE_CODES.findall(shows)
    if len(whole) == shows.count(b"<") and b"(" not in shows:  # as nearly all
        return _numbers(bytes.fromhex(b"".join(whole).decode()))
    return [code for string in _STRING.finditer(shows) for code in _numbers(_bytes(string))]


def _numbers(string: bytes) -> tuple[int, ...]:
    count, half = divmod(len(string), _CODE)
    return (*unpack_from(f">{count}H", string), *((-1,) if half else ()))
