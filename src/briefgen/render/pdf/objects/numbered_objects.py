"""The objects of a file by their numbers. An object has its number when it is taken in."""

from __future__ import annotations

from briefgen.render.pdf.objects.syntax import Raw, packed, stream


class Stream(Raw):
    """A stream of compressed bytes, with the end of line before `endstream` that PDF/A asks for."""

    __slots__ = ()
    is_stream = True

    def __init__(self, entries: str, data: bytes) -> None:
        super().__init__(packed(entries, data))


class Photograph(Raw):
    """A picture as JPEG, which a PDF takes as it is."""

    __slots__ = ()
    is_stream = True

    def __init__(self, entries: str, data: bytes) -> None:
        super().__init__(stream(f"{entries}/Filter/DCTDecode", data))


class Metadata(Raw):
    """XMP, which stays readable without a filter."""

    __slots__ = ()
    is_stream = True

    def __init__(self, xml: bytes) -> None:
        super().__init__(stream("/Type/Metadata/Subtype/XML", xml))


_RESERVED = Raw(b"")
"""Stands where an object is filled in later."""


class Registry:
    """All objects of a file by their numbers."""

    def __init__(self) -> None:
        self._things: list[Raw] = []
        self._pages: list[str] = []

    def add(self, thing: Raw) -> str:
        """Take in an object; gives the reference to it."""
        self._things.append(thing)
        return f"{len(self._things)} 0 R"

    def append(self, body: str) -> str:
        """Take in an object by its text; gives the reference to it."""
        return self.add(Raw(body))

    def add_page(self, thing: Raw) -> None:
        """Take in a page."""
        self._pages.append(self.add(thing))

    @property
    def pages(self) -> list[str]:
        """The references to all pages."""
        return self._pages

    def page(self, index: int) -> str:
        """The reference to a finished page, counted from 0."""
        return self._pages[index]

    def reserve(self, count: int) -> int:
        """The first of `count` object numbers that are filled later."""
        first = len(self._things) + 1
        self._things += [_RESERVED] * count
        return first

    def fill(self, number: int, body: str) -> None:
        """The body of an object whose number was reserved."""
        self._things[number - 1] = Raw(body)

    @property
    def things(self) -> list[Raw]:
        """All objects; their numbers count from 1."""
        return self._things
