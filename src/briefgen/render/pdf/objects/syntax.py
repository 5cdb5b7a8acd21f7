"""The bytes of a PDF file: strings, numbers, object streams, the cross-reference stream.

A tagged file has thousands of small objects: packed into streams they make a file 40 to 50 % smaller than written each
by itself.
"""

from __future__ import annotations

import hashlib
import math
import struct
import zlib
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# PDF/A wants a comment of four bytes above 127 behind the first line, so that no program takes the file for text.
_HEAD = b"%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n"
_LEVEL = 5
"""How hard to pack: level 6 takes four tenths longer to make a file a hundredth smaller."""
_OBJECTS_PER_STREAM = 200
"""A reader unpacks a whole stream to get at one object of it: many small streams, not one large."""
_FREE, _IN_FILE, _IN_STREAM = 0, 1, 2
_MOST_NUMBERS = 4_096
"""Kept as they are written: columns, distances and sizes come again and again."""
_PLACE = struct.Struct(">BLH")
_SPECIAL = late_pattern(r"([\\()])")
_DIGITS = 6
"""How exact a number is where it is not rounded to a hundredth."""
_NOUGHT = 1e-7
_IN_A_LINE, _ITEMS_IN_A_LINE = 6, 10
_OWN_CODES = {
    **{character: code for code, character in enumerate("˘ˇˆ˙˝˛˚˜", 0x18)},
    **{character: code for code, character in enumerate("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", 0x80)},
    "€": 0xA0,
}
"""Where PDFDocEncoding differs from Latin-1 (ISO 32000-1, D.2)."""
_LATIN_CODES = {*range(0x100)} - {*_OWN_CODES.values()}


class Raw:
    """An indirect object by its bytes."""

    __slots__ = ("body",)
    is_stream = False

    def __init__(self, body: str | bytes) -> None:
        self.body = body.encode("latin-1") if isinstance(body, str) else body


def text_string(text: str) -> str:
    """A PDF text string: plain where ASCII is enough, else UTF-16."""
    if text.isascii() and text.isprintable():
        escaped = _SPECIAL.sub(r"\\\1", text)
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def document_string(text: str) -> str:
    """A PDF text string in PDFDocEncoding where that has all characters, else in UTF-16; in ASCII, with escapes."""
    codes = [_OWN_CODES.get(character, ord(character)) for character in text]
    can_be_read = all(character in _OWN_CODES or ord(character) in _LATIN_CODES for character in text)
    data = bytes(codes) if can_be_read else b"\xfe\xff" + text.encode("utf-16-be")
    return f"({''.join(map(_escaped, data))})"


def _escaped(code: int) -> str:
    character = chr(code)
    if character in "\\()":
        return f"\\{character}"
    return character if character.isascii() and character.isprintable() else f"\\{code:03o}"


def dictionary(entries: Mapping[str, str]) -> str:
    """A dictionary by the names of its entries, some in a line."""
    return f"<<\n{_lines([f'/{name} {entries[name]}' for name in sorted(entries)], _IN_A_LINE)}\n>>"


def array(items: Sequence[str]) -> str:
    """An array, some items in a line."""
    return f"[ {_lines(items, _ITEMS_IN_A_LINE)} ]"


def _lines(items: Sequence[str], length: int) -> str:
    return " \n  ".join(" ".join(items[start : start + length]) for start in range(0, len(items), length))


def exact(value: float) -> str:
    """A number with six digits or decimals that count."""
    size = abs(value)
    if size <= _NOUGHT:
        return "0"
    decimals = _DIGITS if size <= 1 else min(max(0, _DIGITS - int(math.log10(size))), _DIGITS)
    text = f"{value:.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if decimals else text
    return text[1:] if text.startswith("0.") else text


@lru_cache(maxsize=_MOST_NUMBERS)
def number(value: float) -> str:
    """A number with at most two decimals: a hundredth of a point is finer than any printer."""
    return f"{value + 0.0:.2f}".rstrip("0").rstrip(".")  # nought has no sign, for what is kept has none


@lru_cache(maxsize=_MOST_NUMBERS)
def colour(value: str) -> str:
    """`#rrggbb` as three numbers."""
    return " ".join(f"{int(value[i : i + 2], 16) / 255:.3f}".rstrip("0").rstrip(".") for i in (1, 3, 5))


def stream(entries: str, data: bytes) -> bytes:
    """A stream over data as it is, filtered already where `entries` name a filter."""
    # Data that ends in a carriage return would lend it to the end of line, and look one byte short.
    end = b"\r\n" if data.endswith(b"\r") else b"\n"
    return b"<<%s/Length %d>>\nstream\n%s%sendstream" % (entries.encode("ascii"), len(data), data, end)


def deflated(data: bytes | bytearray) -> bytes:
    """Data as `packed` takes them."""
    return zlib.compress(data, _LEVEL)


def packed(entries: str, data: bytes) -> bytes:
    """A stream over data that is compressed already."""
    return stream(f"{entries}/Filter/FlateDecode", data)


def written(objects: Sequence[Raw], *, root: int, info: int, version: str) -> bytes:
    """The whole file around its objects, numbered from 1; `info` is 0 where it has no document information."""
    # A stream cannot stand inside another one (ISO 32000-1, 7.5.7).
    plain = [number for number, each in enumerate(objects, 1) if not each.is_stream]
    end = len(objects) + math.ceil(len(plain) / _OBJECTS_PER_STREAM) + 1
    places = _Places(end)
    streams = _gathered(objects, plain, places)
    top = [(number, each.body) for number, each in enumerate(objects, 1) if each.is_stream]
    head = _HEAD % version.encode("ascii")
    out, size = [head], len(head)
    for number, body in (*top, *enumerate(streams, len(objects) + 1)):
        places.put(number, _IN_FILE, size, 0)
        out.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        size += len(out[-1])
    places.put(end, _IN_FILE, size, 0)
    information = f"/Info {info} 0 R" if info else ""
    entries = f"/Type/XRef/Size {end + 1}/W[1 4 2]/Root {root} 0 R{information}/ID{_identity(out)}"
    out.append(b"%d 0 obj\n%s\nendobj\n" % (end, packed(entries, deflated(places.table))))
    out.append(b"startxref\n%d\n%%%%EOF\n" % size)
    return b"".join(out)


class _Places:
    """The table of a cross-reference stream: where each object stands, up to the last number."""

    def __init__(self, last: int) -> None:
        self.table = bytearray(_PLACE.size * (last + 1))
        self.put(0, _FREE, 0, 65535)

    def put(self, number: int, kind: int, where: int, index: int) -> None:
        """An object in the file at an offset, or in an object stream at a place among its objects."""
        _PLACE.pack_into(self.table, _PLACE.size * number, kind, where, index)


def _gathered(objects: Sequence[Raw], plain: list[int], places: _Places) -> list[bytes]:
    """Object streams; they come behind all objects."""
    streams: list[bytes] = []
    for start in range(0, len(plain), _OBJECTS_PER_STREAM):
        numbers, holder = plain[start : start + _OBJECTS_PER_STREAM], len(objects) + 1 + len(streams)
        for index, number in enumerate(numbers):
            places.put(number, _IN_STREAM, holder, index)
        streams.append(_object_stream(numbers, [objects[number - 1].body for number in numbers]))
    return streams


def _object_stream(numbers: list[int], bodies: list[bytes]) -> bytes:
    offsets = accumulate([len(body) + 1 for body in bodies], initial=0)
    head = b" ".join([b"%d %d" % pair for pair in zip(numbers, offsets, strict=False)]) + b"\n"
    data = deflated(head + b"\n".join(bodies))
    return packed(f"/Type/ObjStm/N {len(bodies)}/First {len(head)}", data)


def _identity(parts: list[bytes]) -> str:
    """The file's identity from its bytes: the same for the same file, and no clock in it."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(part)
    return f"[<{digest.hexdigest()}><{digest.hexdigest()}>]"
