"""Strings of PDF syntax as text: literal and hexadecimal ones, and those that content streams show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_STRING = late_pattern(rb"\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*)\)|<(\s*[0-9A-Fa-f][0-9A-Fa-f\s]*)>", re.DOTALL)
_ESCAPE = late_pattern(rb"\\(?:([0-7]{1,3})|(\r?\n)|(.))", re.DOTALL)
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_SHOWING = late_pattern(rb"/(\w+) [\d.]+ Tf|((?:\[[^\]]*\]|<[^>]*>|\((?:[^()\\]|\\.)*\))\s*T[Jj])", re.DOTALL)
_PAIR = late_pattern(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = late_pattern(_PAIR.pattern + rb"\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_BLOCK = late_pattern(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
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


def shown(content: bytes, maps: Mapping[bytes, Mapping[bytes, str]]) -> str:
    """The text that a content stream shows, in the order it is painted, runs joined."""
    out: list[str] = []
    current: Mapping[bytes, str] = {}
    read: dict[bytes, dict[bytes, str]] = {}
    known: dict[bytes, str] = {}
    for found in _SHOWING.finditer(content):
        if found[1]:
            current, known = maps.get(found[1], {}), read.setdefault(found[1], {})
            continue
        shows = known.get(found[2])
        if shows is None:
            shows = known[found[2]] = "".join(_text_of(string, current) for string in _STRING.finditer(found[2]))
        out.append(shows)
    return "".join(out)


def _text_of(string: re.Match[bytes], by_code: Mapping[bytes, str]) -> str:
    codes = _bytes(string)
    return "".join([by_code.get(codes[at : at + _CODE], "") for at in range(0, len(codes), _CODE)])
