"""One pass over the body of a Word file, which keeps what is asked of it.

No tree is built: a table may have thousands of rows, and a tree takes some twenty times the bytes it is made of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from briefgen.reading.docx.word_xml import WP, W
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Attributes = dict[str, str]

_OURS = "_bg_"
"""How bookmarks begin that only a brief's own blocks have."""
_DECORATIVE = "}decorative"
_W, _WP = W.removeprefix("{"), WP.removeprefix("{")
"""As expat begins a name."""
_BODY, _P, _TBL, _T, _CODE = (f"{_W}{name}" for name in ("body", "p", "tbl", "t", "instrText"))
_P_PROPERTIES, _R_PROPERTIES, _CONTROLS, _VALUE = (f"{_W}{name}" for name in ("pPr", "rPr", "sdtPr", "val"))
_PICTURE = f"{_WP}docPr"
_TEXTS = frozenset(f"{_W}{name}" for name in ("t", "delText", "instrText", "delInstrText"))
_CONTENT = tuple(f"{_W}{name}" for name in ("t", "delText", "drawing", "br", "pict", "object"))
_CLOSED = frozenset({_BODY, _P, _TBL, _PICTURE, _CONTROLS})
"""What is within until it ends."""
_BLOCK = 3
"""How deep what stands directly in the body is."""


class PartError(ValueError):
    """A part that cannot be read, in words."""


@dataclass(slots=True)
class ReadParagraph:
    """A paragraph, and whether something stands in it."""

    has_words: bool = False
    has_content: bool = False
    ends_section: bool = False
    is_gone: bool = False
    """Whether tracked changes take it out whole: its end, and so all that is in it."""


@dataclass(slots=True)
class ReadBlock:
    """What stands directly in the body."""

    tag: str
    paragraph: ReadParagraph | None = None


@dataclass(slots=True)
class ReadHeading:
    """A paragraph whose style makes it a heading."""

    block: int
    level: int
    paragraph: ReadParagraph


@dataclass(slots=True)
class ReadPicture:
    """A picture by its properties."""

    block: int
    id: str | None
    name: str | None
    has_words: bool


@dataclass(slots=True)
class ReadTable:
    """A table, and whether it has what a listener needs."""

    block: int
    has_head: bool = False
    has_caption: bool = False


@dataclass(slots=True)
class DocumentScan:
    """What was met in a body, in its order."""

    levels: Mapping[str, int]
    """Level of each style that makes a heading."""
    field_marks: list[str] = field(default_factory=list)
    starts: list[str] = field(default_factory=list)
    """Ids of bookmarks, where they begin and, below, where they end."""
    ends: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    codes: list[str] = field(default_factory=list)
    """What fields are told to do."""
    controls: list[str] = field(default_factory=list)
    loose: set[str] = field(default_factory=set)
    """Elements with text that none of them may hold."""
    blocks: list[ReadBlock] = field(default_factory=list)
    ours: list[int] = field(default_factory=list)
    """Blocks with bookmarks of ours."""
    styles: set[tuple[int, str]] = field(default_factory=set)
    """Block and style that is used in it."""
    headings: list[ReadHeading] = field(default_factory=list)
    pictures: list[ReadPicture] = field(default_factory=list)
    tables: list[ReadTable] = field(default_factory=list)

    def is_own(self, block: int) -> bool:
        """Whether a block is the brief's: a house file's own cover and closing words, around it, are its team's."""
        if block < 0 or not self.ours:
            return True
        return self.ours[0] <= block <= self.ours[-1] or self.blocks[block].tag == f"{W}sectPr"

    def own_blocks(self) -> Iterator[tuple[ReadBlock | None, ReadBlock]]:
        """Each of the brief's blocks behind the one before it."""
        before = None
        for number, block in enumerate(self.blocks):
            if self.is_own(number):
                yield before, block
                before = block


def scanned(part: bytes, levels: Mapping[str, int]) -> DocumentScan:
    """What stands in a body; raises PartError where it is not well-formed."""
    reader = _Reader(levels)
    try:
        reader.parser.Parse(part, True)  # noqa: FBT003 - expat's signature
    except expat.ExpatError as error:
        raise PartError(str(error)) from None
    return reader.found


class _Reader:
    """Follows expat's events; a name is `{namespace}name`, as elsewhere."""

    def __init__(self, levels: Mapping[str, int]) -> None:
        self.found = DocumentScan(levels)
        self._path: list[str] = []
        self._paragraphs: list[ReadParagraph] = []
        self._tables: list[ReadTable] = []
        self._picture: ReadPicture | None = None
        self._block, self._in_controls = -1, 0
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self._ways: dict[str, Callable[[Attributes], None]] = {
            **dict.fromkeys(_CONTENT, self._content), _P: self._paragraph, _TBL: self._table,
            f"{_W}pStyle": self._paragraph_style, f"{_W}rStyle": self._style, f"{_W}tblStyle": self._style,
            f"{_W}fldChar": self._field_mark, f"{_W}bookmarkStart": self._bookmark,
            f"{_W}bookmarkEnd": self._bookmark_end, f"{_W}hyperlink": self._link, _CONTROLS: self._controls,
            f"{_W}id": self._id, f"{_W}tblHeader": self._head, f"{_W}tblCaption": self._caption,
            f"{_W}sectPr": self._section, f"{_W}del": self._deletion, _PICTURE: self._picture_of,
        }  # fmt: skip

    # ------------------------------------------------------------ events

    def _start(self, tag: str, attributes: Attributes) -> None:
        path = self._path
        path.append(tag)
        if len(path) == _BLOCK and path[1] == _BODY:
            self._block = len(self.found.blocks)
            self.found.blocks.append(ReadBlock(f"{{{tag}"))
        if tag in self._ways:
            self._ways[tag](attributes)
        elif self._picture is not None and tag.endswith(_DECORATIVE):
            self._picture.has_words = True

    def _end(self, tag: str) -> None:
        self._path.pop()
        if tag not in _CLOSED:
            return
        if tag == _P:
            self._paragraphs.pop()
        elif tag == _TBL:
            self._tables.pop()
        elif tag == _PICTURE:
            self._picture = None
        elif tag == _CONTROLS:
            self._in_controls -= 1
        else:
            self._block = -1

    def _text(self, words: str) -> None:
        parent = self._path[-1]
        if parent == _T:
            if not words.isspace():
                for paragraph in self._paragraphs:
                    paragraph.has_words = True
        elif parent == _CODE:
            self.found.codes.append(words)
        elif parent not in _TEXTS and parent.startswith(_W) and not words.isspace():
            self.found.loose.add(parent.removeprefix(_W))

    def _doctype(self, *_declared: object) -> None:
        raise PartError("it declares a type of document, which no part may")

    # ------------------------------------------------------------ elements

    def _paragraph(self, _: Attributes) -> None:
        paragraph = ReadParagraph()
        self._paragraphs.append(paragraph)
        if len(self._path) == _BLOCK and self._block >= 0:
            self.found.blocks[self._block].paragraph = paragraph

    def _content(self, _: Attributes) -> None:
        paragraph = self.found.blocks[self._block].paragraph if self._block >= 0 else None
        if paragraph is not None:
            paragraph.has_content = True

    def _style(self, attributes: Attributes) -> None:
        if _VALUE in attributes:
            self.found.styles.add((self._block, attributes[_VALUE]))

    def _paragraph_style(self, attributes: Attributes) -> None:
        self._style(attributes)
        level = self.found.levels.get(attributes.get(_VALUE, ""))
        if level and self._path[-3:-1] == [_P, _P_PROPERTIES]:
            self.found.headings.append(ReadHeading(self._block, level, self._paragraphs[-1]))

    def _section(self, _: Attributes) -> None:
        if self._path[-3:-1] == [_P, _P_PROPERTIES]:
            self._paragraphs[-1].ends_section = True

    def _deletion(self, _: Attributes) -> None:
        if self._path[-4:-1] == [_P, _P_PROPERTIES, _R_PROPERTIES]:
            self._paragraphs[-1].is_gone = True

    def _field_mark(self, attributes: Attributes) -> None:
        self._content(attributes)
        self.found.field_marks.append(attributes.get(f"{_W}fldCharType", ""))

    def _bookmark(self, attributes: Attributes) -> None:
        name = attributes.get(f"{_W}name")
        if name is not None:
            self.found.names.append(name)
            if name.startswith(_OURS) and self._block >= 0:
                self.found.ours.append(self._block)
        if (number := attributes.get(f"{_W}id")) is not None:
            self.found.starts.append(number)

    def _bookmark_end(self, attributes: Attributes) -> None:
        if (number := attributes.get(f"{_W}id")) is not None:
            self.found.ends.append(number)

    def _link(self, attributes: Attributes) -> None:
        if (anchor := attributes.get(f"{_W}anchor")) is not None:
            self.found.anchors.add(anchor)

    def _controls(self, _: Attributes) -> None:
        self._in_controls += 1

    def _id(self, attributes: Attributes) -> None:
        if self._in_controls and (number := attributes.get(_VALUE)) is not None:
            self.found.controls.append(number)

    def _table(self, _: Attributes) -> None:
        table = ReadTable(self._block)
        self._tables.append(table)
        self.found.tables.append(table)

    def _head(self, _: Attributes) -> None:
        if self._path[-4:-1] == [_TBL, f"{_W}tr", f"{_W}trPr"]:
            self._tables[-1].has_head = True

    def _caption(self, _: Attributes) -> None:
        if self._path[-3:-1] == [_TBL, f"{_W}tblPr"]:
            self._tables[-1].has_caption = True

    def _picture_of(self, attributes: Attributes) -> None:
        described = bool(attributes.get("descr", "").strip())
        self._picture = ReadPicture(self._block, attributes.get("id"), attributes.get("name"), described)
        self.found.pictures.append(self._picture)
