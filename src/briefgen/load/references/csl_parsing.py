"""A style file as a tree in which every element knows its line and column."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from briefgen.diagnostics import Place
from briefgen.load.nodes.decoding import RefusedCharacterError, clean_text
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.diagnostics import Report


@dataclass(slots=True)
class Element:
    """One element: its name with the namespace before a blank, and what it holds."""

    tag: str
    attributes: dict[str, str]
    place: Place
    children: list[Element] = field(default_factory=list)
    words: str = ""

    def every(self) -> Iterator[Element]:
        """The element and all below it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.every()


_MAX_DEPTH = 100
"""Styles in use stay below 20."""


class _DoctypeError(Exception):
    """A DOCTYPE: entities could blow up or read files."""


class _DepthError(Exception):
    """Elements in one another that a walk could not follow."""


def parse_tree(text: str, path: str, report: Report) -> Element | None:
    """The root of an XML text; None where it is not well-formed, or holds what no style needs."""
    reader = _Reader(path)
    try:
        reader.parser.Parse(text.encode(), True)  # noqa: FBT003 - expat's signature
    except expat.ExpatError as error:
        place = Place(path, error.lineno, error.offset + 1)
        message = f"is not well-formed XML: {expat.ErrorString(error.code)}"
        report.error("BG104", place, message, "close what is open, or export the style anew")
        return None
    except _DoctypeError:
        report.error("BG119", reader.place(), "a style needs no DOCTYPE", "take it out")
        return None
    except _DepthError:
        message = f"is nested deeper than {_MAX_DEPTH} levels"
        report.error("BG103", reader.place(), message, "take a style with fewer levels")
        return None
    if reader.root is None or (_REFERENCE in text and not _is_printable(reader.root, report)):
        return None
    return reader.root


_REFERENCE = "&#"
"""How a character is named by its number: what the file holds otherwise was looked at when it was read."""


def _is_printable(root: Element, report: Report) -> bool:
    """Whether all characters can stand in a brief."""
    for element in root.every():
        for value in (*element.attributes.values(), element.words):
            try:
                clean_text(value)
            except RefusedCharacterError as bad:
                report.error("BG102", element.place, f"holds a reference to {bad}", "take it out")
                return False
    return True


class _Reader:
    """Builds the tree from expat's events."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.root: Element | None = None
        self._open: list[Element] = []
        self.parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = self._doctype

    def place(self) -> Place:
        """Where the parser stands."""
        return Place(self._path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        element = Element(tag, dict(attributes), self.place())
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)
        if len(self._open) > _MAX_DEPTH:
            raise _DepthError

    def _end(self, _tag: str) -> None:
        self._open.pop()

    def _characters(self, words: str) -> None:
        self._open[-1].words += words

    def _doctype(self, *_declared: object) -> None:
        raise _DoctypeError
