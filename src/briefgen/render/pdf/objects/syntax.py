"""The bytes of a PDF file: strings, numbers, object streams, the cross-reference stream.

ReportLab writes each object by itself, readable, and a table of their places. A tagged file has thousands of small
objects: packed into streams they make a file 40 to 50 % smaller.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from functools import lru_cache

from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass

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


@dataclass(frozen=True, slots=True)
class Body:
    """An indirect object."""

    number: int
    data: bytes
    is_stream: bool


def text_string(text: str) -> str:
    """A PDF text string: plain where ASCII is enough, else UTF-16."""
    if text.isascii() and text.isprintable():
        escaped = _SPECIAL.sub(r"\\\1", text)
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


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


def deflated(data: bytes) -> bytes:
    """Data as `packed` takes them."""
    return zlib.compress(data, _LEVEL)


def packed(entries: str, data: bytes) -> bytes:
    """A stream over data that is compressed already."""
    return stream(f"{entries}/Filter/FlateDecode", data)


def written(bodies: list[Body], *, root: int, info: int, version: str) -> bytes:
    """The whole file around its objects; `info` is 0 where it has no document information."""
    last = max(body.number for body in bodies)
    # A stream cannot stand inside another one (ISO 32000-1, 7.5.7).
    streams, places = _gathered([body for body in bodies if not body.is_stream], last + 1)
    top = [*(body for body in bodies if body.is_stream), *streams]
    head = _HEAD % version.encode("ascii")
    out, size = [head], len(head)
    for body in top:
        places[body.number] = (_IN_FILE, size, 0)
        out.append(b"%d 0 obj\n%s\nendobj\n" % (body.number, body.data))
        size += len(out[-1])
    end = last + len(streams) + 1
    places[end] = (_IN_FILE, size, 0)
    information = f"/Info {info} 0 R" if info else ""
    entries = f"/Root {root} 0 R{information}/ID{_identity(out)}"
    out.append(b"%d 0 obj\n%s\nendobj\n" % (end, _cross_reference(end, places, entries)))
    out.append(b"startxref\n%d\n%%%%EOF\n" % size)
    return b"".join(out)


def _gathered(plain: list[Body], first: int) -> tuple[list[Body], dict[int, tuple[int, int, int]]]:
    """Object streams, and where each object stands in them."""
    streams: list[Body] = []
    places: dict[int, tuple[int, int, int]] = {}
    for start in range(0, len(plain), _OBJECTS_PER_STREAM):
        pack = plain[start : start + _OBJECTS_PER_STREAM]
        holder = first + len(streams)
        places.update({body.number: (_IN_STREAM, holder, place) for place, body in enumerate(pack)})
        streams.append(Body(holder, _object_stream(pack), is_stream=True))
    return streams, places


def _object_stream(pack: list[Body]) -> bytes:
    index, offset = [], 0
    for body in pack:
        index.append(b"%d %d" % (body.number, offset))
        offset += len(body.data) + 1
    head = b" ".join(index) + b"\n"
    data = deflated(head + b"\n".join(body.data for body in pack))
    return packed(f"/Type/ObjStm/N {len(pack)}/First {len(head)}", data)


def _cross_reference(end: int, places: dict[int, tuple[int, int, int]], entries: str) -> bytes:
    rows = ((_FREE, 0, 65535), *(places[n] for n in range(1, end + 1)))
    table = b"".join([_PLACE.pack(*row) for row in rows])
    return packed(f"/Type/XRef/Size {end + 1}/W[1 4 2]{entries}", deflated(table))


def _identity(parts: list[bytes]) -> str:
    """The file's identity from its bytes: the same for the same file, and no clock in it."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(part)
    return f"[<{digest.hexdigest()}><{digest.hexdigest()}>]"
