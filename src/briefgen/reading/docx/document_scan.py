"""One pass over the body of a Word file, which keeps what is asked of it.

No more than a part of its tree stands at any time: a table may have thousands of rows, and a tree takes some twenty
times the bytes it is made of. What was read of it is taken away, whole blocks and whole rows of a table.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from lxml import etree

from briefgen.reading.docx.word_xml import WP, W, values
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

_OURS = "_bg_"
"""How bookmarks begin that only a brief's own blocks have."""
_DECORATIVE = "}decorative"
_BODY, _P, _TBL, _VALUE = (f"{W}{name}" for name in ("body", "p", "tbl", "val"))
_STYLES = tuple(f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle"))
_CONTENT = tuple(f"{W}{name}" for name in ("t", "delText", "drawing", "fldChar", "br", "pict", "object"))
_OF_TEXT = ("t", "delText", "instrText", "delInstrText")
_LOOSE = etree.XPath(
    f"//text()[not({' or '.join(f'parent::w:{name}' for name in _OF_TEXT)})][normalize-space()]/parent::w:*",
    namespaces={"w": W.strip("{}")},
)
_PORTION = 1 << 18
"""Bytes that are parsed before what is whole is read and taken away."""


class Readable(Protocol):
    """What bytes are read from."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most so many; none at the end."""
        ...


class PartError(ValueError):
    """A part that cannot be read, in words."""


@dataclass(slots=True)
class ReadBlock:
    """What stands directly in the body."""

    tag: str
    is_bare: bool
    """Whether it is a paragraph with nothing in it, which neither ends a section nor is taken out by a change."""


@dataclass(slots=True)
class ReadHeading:
    """A paragraph whose style makes it a heading, and whether something is said in it."""

    block: int
    level: int
    has_words: bool


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
    """Ids of bookmarks, where they begin and, below, where they end; of one without any it is empty."""
    ends: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    """What links lead to; those to an address have none, and it is empty."""
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


def scanned(part: Readable, levels: Mapping[str, int], portion: int = _PORTION) -> DocumentScan:
    """What stands in a body, read so many bytes at a time; raises PartError, or lxml's XMLSyntaxError."""
    reader = _Reader(levels)
    parser = etree.XMLPullParser(
        events=("start",), tag=_BODY, resolve_entities=False, remove_comments=True, remove_pis=True
    )
    body = None
    for content in iter(partial(part.read, portion), b""):
        if body is not None:
            reader.read_whole(body)
        parser.feed(content)
        for _, opened in parser.read_events():
            body = opened
    root = parser.close()
    if root.getroottree().docinfo.doctype:
        raise PartError("it declares a type of document, which no part may")
    reader.read_rest(root)
    return reader.found


class _Reader:
    """Reads blocks and rows in their order, and takes each away."""

    def __init__(self, levels: Mapping[str, int]) -> None:
        self.found = DocumentScan(levels)
        self._number = -1
        self._begun: Element | None = None
        self._table = ReadTable(-1)
        """The block that was begun last, and what is known of it where it is a table."""
        self._readers = {
            f"{W}instrText": self._code, f"{W}hyperlink": self._link, f"{W}sdtPr": self._control,
            f"{W}bookmarkStart": self._bookmark, f"{W}bookmarkEnd": self._bookmark_end,
            f"{WP}docPr": self._picture, _TBL: self._table_of,
        }  # fmt: skip

    # ------------------------------------------------------------ parts of the tree

    def read_whole(self, body: Element) -> None:
        """Read the blocks of a body that is being parsed, and the rows of a table at its end, but for the last."""
        self._look_for_loose_text(body)
        self._take_whole(body)
        for block in body:
            if block.tag == _TBL:
                self._begin(block)
                self._table_of(block)
                self._take_whole(block)

    def read_rest(self, root: Element) -> None:
        """Read what is left at the end."""
        self._look_for_loose_text(root)
        for part in root:
            if part.tag != _BODY:
                self._number = -1
                self._read(part)
                continue
            for block in part:
                self._begin(block)
                self._read(block)

    def _take_whole(self, parent: Element) -> None:
        whole = parent[:-1]
        for element in whole:
            if parent.tag == _BODY:
                self._begin(element)
            self._read(element)
        del parent[: len(whole)]

    def _begin(self, block: Element) -> None:
        """Count a block, but for a table whose first rows were read and taken away."""
        if block is not self._begun:
            self._begun, self._table = block, ReadTable(len(self.found.blocks))
            self.found.blocks.append(ReadBlock(block.tag, block.tag == _P and _is_bare(block)))
            self.found.tables += [self._table] if block.tag == _TBL else []
        self._number = self._table.block

    # ------------------------------------------------------------ elements

    def _look_for_loose_text(self, within: Element) -> None:
        self.found.loose |= {element.tag.removeprefix(W) for element in _LOOSE(within)}

    def _read(self, within: Element) -> None:
        """What is asked of an element and all in it. Most of it are styles, of a few names."""
        used = {style.get(_VALUE) for style in within.iter(*_STYLES)}
        self.found.styles |= {(self._number, name) for name in used if name is not None}
        if not used.isdisjoint(self.found.levels):
            for style in [one for one in within.iter(f"{W}pStyle") if one.get(_VALUE) in self.found.levels]:
                self._heading(style)
        self.found.field_marks += values(within, "fldChar", "fldCharType")
        for element in within.iter(*self._readers):
            self._readers[element.tag](element)

    def _heading(self, style: Element) -> None:
        paragraph = _paragraph_of(style)
        if paragraph is not None and not _is_gone(paragraph):
            level = self.found.levels[style.get(_VALUE, "")]
            has_words = any((text.text or "").strip() for text in paragraph.iter(f"{W}t"))
            self.found.headings.append(ReadHeading(self._number, level, has_words))

    def _code(self, code: Element) -> None:
        self.found.codes += (code.text or "",)

    def _link(self, link: Element) -> None:
        self.found.anchors |= {link.get(f"{W}anchor", "")}

    def _control(self, properties: Element) -> None:
        self.found.controls += values(properties, "id", "val")

    def _bookmark(self, mark: Element) -> None:
        name = mark.get(f"{W}name", "")
        self.found.starts += (mark.get(f"{W}id", ""),)
        self.found.names += (name,)
        if name.startswith(_OURS) and self._number >= 0:
            self.found.ours += (self._number,)

    def _bookmark_end(self, mark: Element) -> None:
        self.found.ends += (mark.get(f"{W}id", ""),)

    def _table_of(self, element: Element) -> None:
        table = self._table
        if element is not self._begun:
            table = ReadTable(self._number)
            self.found.tables.append(table)
        table.has_head = table.has_head or element.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        table.has_caption = table.has_caption or element.find(f"{W}tblPr/{W}tblCaption") is not None

    def _picture(self, element: Element) -> None:
        is_decorative = any(str(one.tag).endswith(_DECORATIVE) for one in element.iter())
        has_words = is_decorative or bool(element.get("descr", "").strip())
        self.found.pictures.append(ReadPicture(self._number, element.get("id"), element.get("name"), has_words))


def _paragraph_of(style: Element) -> Element | None:
    """The paragraph whose own style an element names; None for one that was changed or taken out, or a style's own."""
    properties = style.getparent()
    paragraph = properties.getparent() if properties is not None and properties.tag == f"{W}pPr" else None
    return paragraph if paragraph is not None and paragraph.tag == _P else None


def _is_gone(paragraph: Element) -> bool:
    """Whether tracked changes take it out whole: its end, and so all that is in it."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _is_bare(paragraph: Element) -> bool:
    is_empty = next(paragraph.iter(*_CONTENT), None) is None
    return is_empty and paragraph.find(f"{W}pPr/{W}sectPr") is None and not _is_gone(paragraph)
