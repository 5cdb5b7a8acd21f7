"""A font in the container that browsers take (WOFF 2.0, W3C Recommendation of 2022), its tables as they are.

The standard also knows a rewritten form of outlines, which saves a little more and costs a reading of every glyph.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

import brotli

_KNOWN = ("cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cvt ", "fpgm", "glyf", "loca", "prep",
          "CFF ", "VORG", "EBDT", "EBLC", "gasp", "hdmx", "kern", "LTSH", "PCLT", "VDMX", "vhea", "vmtx", "BASE",
          "GDEF", "GPOS", "GSUB")  # fmt: skip
"""Tags by their numbers (5.2)."""
_OTHER, _AS_IT_IS = 63, 3
"""Of a table that is not among them, its tag follows; outlines and their places say that they are not rewritten."""
_HEAD_FLAGS, _LOSSLESS = 16, 1 << 11
"""Where the flags of `head` stand, and the one that says that a font went through such a container (5.1)."""


_QUALITY = 6
"""A tenth larger than at the most, and made in a twentieth of the time."""


class _Table(NamedTuple):
    tag: str
    data: bytes


def woff2(font: bytes) -> bytes:
    """A TrueType file as WOFF 2.0: the same bytes each time."""
    tables = _tables(font)
    directory = b"".join(map(_entry, tables))
    packed: bytes = brotli.compress(b"".join(table.data for table in tables), mode=brotli.MODE_FONT, quality=_QUALITY)
    whole = 12 + sum(16 + -(-len(table.data) // 4) * 4 for table in tables)
    end = 48 + len(directory) + len(packed)
    length = -(-end // 4) * 4
    header = struct.pack(
        ">4s4sIHHIIHHIIIII", b"wOF2", font[:4], length, len(tables), 0, whole, len(packed), 1, 0, 0, 0, 0, 0, 0
    )
    return b"".join((header, directory, packed)).ljust(length, b"\0")


def _tables(font: bytes) -> list[_Table]:
    """In the order of their tags, but the places of outlines right behind the outlines."""
    (count,) = struct.unpack_from(">H", font, 4)
    found: list[_Table] = []
    for number in range(count):
        tag, _, start, length = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        found.append(_Table(tag.decode("ascii"), font[start : start + length]))
    found = [_marked(table) if table.tag == "head" else table for table in found if table.tag != "DSIG"]
    return sorted(found, key=lambda table: ("glyf", 1) if table.tag == "loca" else (table.tag, 0))


def _marked(head: _Table) -> _Table:
    (flags,) = struct.unpack_from(">H", head.data, _HEAD_FLAGS)
    data = bytearray(head.data)
    struct.pack_into(">H", data, _HEAD_FLAGS, flags | _LOSSLESS)
    return _Table(head.tag, bytes(data))


def _entry(table: _Table) -> bytes:
    number = _KNOWN.index(table.tag) if table.tag in _KNOWN else _OTHER
    form = _AS_IT_IS if table.tag in {"glyf", "loca"} else 0
    named = table.tag.encode("ascii") if number == _OTHER else b""
    return bytes((number | form << 6,)) + named + _base_128(len(table.data))


def _base_128(value: int) -> bytes:
    """Seven bits to the byte, the highest first (4.1)."""
    parts = [value & 0x7F]
    while value := value >> 7:
        parts.append(value & 0x7F | 0x80)
    return bytes(reversed(parts))
