"""The words of a PDF: page text through the fonts' ToUnicode maps, strings of all objects, metadata.

Reads what ISO 32000-1 section 7.5 lets a file hold: plain objects, object streams, flate streams. It follows no
reference from the root, so that words in objects that no page uses are found too.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.reading.markup import texts_of_markup
from briefgen.reading.pdf.page_text import ShownText, decoded, read_map, strings_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_OBJECT = late_pattern(rb"(\d+) 0 obj\b(.*?)endobj", re.DOTALL)
_STREAM, _STREAM_END = late_pattern(rb">>\s*stream\r?\n"), b"\nendstream"
_FONT = late_pattern(rb"/(\w+) (\d+) 0 R")
_MAP = late_pattern(rb"/ToUnicode (\d+) 0 R")
_FONT_FILE = late_pattern(rb"/FontFile\d? (\d+) 0 R")
_NO_WORDS = (b"/Subtype/Image", b"/Type/XRef")
"""Pictures and the file's own index."""


def parts_of(data: bytes) -> Iterator[tuple[str, str]]:
    """Name and text of every object that can hold words."""
    dictionaries, streams = _objects(data)
    page = ShownText(_maps(dictionaries, streams))
    fonts = {int(number) for body in dictionaries.values() for number in _FONT_FILE.findall(body)}
    for number, body in dictionaries.items():
        if said := "\n".join(strings_in(body)):
            yield f"object {number}", said
    for number, (head, content) in streams.items():
        if number in fonts or any(mark in _tight(head) for mark in _NO_WORDS) or b"begincmap" in content:
            continue
        if b"TJ" in content or b"Tj" in content:
            text, rest = page.read(content)
            yield f"object {number}, a page's text", text
            yield f"object {number}, a page's marks", "\n".join(strings_in(rest))
        else:
            yield f"object {number}, a stream", _words_of(content)
    yield "the file's trailer", "\n".join(strings_in(data[data.rfind(b"trailer") :] if b"trailer" in data else b""))


def _words_of(content: bytes) -> str:
    """A stream read as markup, and as a text string, unless that is the same: in ASCII, and without a tag."""
    as_markup = texts_of_markup(content)
    return as_markup if content.isascii() and b"<" not in content else f"{as_markup}\n{decoded(content)}"


def _objects(data: bytes) -> tuple[dict[int, bytes], dict[int, tuple[bytes, bytes]]]:
    """Objects without a stream, and streams with their dictionaries, by number."""
    plain: dict[int, bytes] = {}
    streams: dict[int, tuple[bytes, bytes]] = {}
    for found in _OBJECT.finditer(data):
        number, body = int(found[1]), found[2]
        begun = _STREAM.search(body)
        end = body.find(_STREAM_END, begun.end()) if begun else -1
        if begun is None or end < 0:
            plain[number] = body
            continue
        head = plain[number] = body[: begun.start()]
        content = _unpacked(head, body[begun.end() : end].removesuffix(b"\r"))
        if b"/Type/ObjStm" in _tight(head):
            plain.update(_packed(head, content))
        else:
            streams[number] = (head, content)
    return plain, streams


def _tight(head: bytes) -> bytes:
    """A dictionary without blanks between its names."""
    return b"".join(head.split())


def _unpacked(head: bytes, content: bytes) -> bytes:
    if b"FlateDecode" not in head:
        return content
    try:
        return zlib.decompressobj().decompress(content)
    except zlib.error:
        return content


def _packed(head: bytes, content: bytes) -> Iterator[tuple[int, bytes]]:
    """The objects of an object stream (section 7.5.7): pairs of number and offset, then the objects."""
    first = re.search(rb"/First (\d+)", head)
    start = int(first[1]) if first else 0
    numbers = [int(word) for word in content[:start].split()]
    offsets = [*numbers[1::2], len(content) - start]
    for number, begin, end in zip(numbers[::2], offsets, offsets[1:], strict=False):
        yield number, content[start + begin : start + end]


def _maps(plain: Mapping[int, bytes], streams: Mapping[int, tuple[bytes, bytes]]) -> dict[bytes, dict[bytes, str]]:
    """Font name in content streams → code → characters."""
    maps: dict[bytes, dict[bytes, str]] = {}
    mapped = {number: int(found[1]) for number, body in plain.items() if (found := _MAP.search(body))}
    # Most objects lead to no font, and there are tens of thousands.
    leads_to_one = re.compile(b" (?:%s) 0 R" % b"|".join(b"%d" % number for number in mapped)).search
    for body in plain.values():
        for name, number in _FONT.findall(body) if leads_to_one(body) else ():
            content = mapped.get(int(number))
            if content is not None and content in streams and name not in maps:
                maps[name] = read_map(streams[content][1])
    return maps
