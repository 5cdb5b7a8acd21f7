"""ZIP files that depend on nothing but their members, made fast: what is the same in every brief is packed once.

The standard library always packs anew and asks for each member's date; a package of Word is twenty small members of
which fifteen never change. Layout as in the ZIP specification (APPNOTE 6.3.10, 4.3 and 4.4), without extensions.
"""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache

_LOCAL, _CENTRAL, _END = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s4H2LH")
_NEEDS, _STORED, _DEFLATED, _UTF_8 = 20, 0, 8, 0x800
_DAY_ZERO = (0, (1 << 5) | 1)
"""Midnight of 1 January 1980: the earliest a member can be from."""
_LEVEL = 3
"""How hard to pack: level 6 takes three times as long to make a brief's file a tenth smaller at most."""
_KEPT = 16 << 10
"""Up to which size the packed form of a member is kept for the next brief: most of what never changes is small."""
_PACKED = (".png", ".jpeg", ".xlsx")
"""Members that are packed already, by the ends of their names."""
_FONTS = (".odttf",)
_KNOWN: dict[bytes, tuple[int, bytes]] = {}
"""The checksum and packed form of some members."""


def zipped(members: dict[str, bytes]) -> bytes:
    """A ZIP file of some members in their order."""
    # Made by and for version 2.0 (`_NEEDS`) on system 0, whose members have no owner and no permissions: nothing of the
    # machine is in the file.
    pieces: list[bytes] = []
    directory, place = bytearray(), 0
    for name, data in members.items():
        path = name.encode()
        flags = 0 if name.isascii() else _UTF_8
        if name.endswith(_PACKED):
            method, checksum, packed = _STORED, zlib.crc32(data), data
        else:
            known = _KNOWN.get(data) if name.endswith(_FONTS) else None
            method, (checksum, packed) = _DEFLATED, known or (_kept if len(data) <= _KEPT else _packed)(data)
        shared = (_NEEDS, flags, method, *_DAY_ZERO, checksum, len(packed), len(data), len(path), 0)
        directory += _CENTRAL.pack(b"PK\x01\x02", _NEEDS, *shared, 0, 0, 0, 0, place) + path
        pieces += (_LOCAL.pack(b"PK\x03\x04", *shared), path, packed)
        place += _LOCAL.size + len(path) + len(packed)
    count = len(members)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), place, 0)
    return b"".join((*pieces, directory, end))


def _packed(data: bytes) -> tuple[int, bytes]:
    """Checksum and packed form, without zlib's own head: a ZIP file has the checksum elsewhere."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return zlib.crc32(data), packer.compress(data) + packer.flush()


_kept = lru_cache(maxsize=128)(_packed)


def packed_before(data: bytes, checksum: int, packed: bytes) -> None:
    """A member's packed form is known already, as that of a font which is the same in every file."""
    _KNOWN[data] = checksum, packed
