"""The structure tree: what each painted thing is, in reading order, made before anything is placed."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

from briefgen.records import dataclass, field


@dataclass(slots=True, eq=False)
class Slot:
    """A place among an element's children that holds painted content."""

    tag: Tag
    marks: tuple[tuple[int, int], ...] = ()
    """Page and marked-content number of each piece of it, in the order of painting."""


@dataclass(slots=True, eq=False)
class Annotation:
    """A clickable area on a page, and the object that describes it."""

    page: int
    reference: str


Child: TypeAlias = "Tag | Slot | Annotation"


@dataclass(slots=True, eq=False)
class Tag:
    """One structure element."""

    kind: str
    """A standard structure type, or `Strong`, `Em` (mapped to Span) or `NoteRef` (mapped to Reference)."""
    parent: Tag | None = None
    children: list[Child] = field(default_factory=list)
    alt: str = ""
    title: str = ""
    """What an element that is read item by item says as a whole."""
    actual: str = ""
    """The text where the painted one differs: it is painted in the order in which it is seen."""
    expansion: str = ""
    """What an abbreviation or a sign stands for."""
    id: str = ""
    language: str = ""
    """BCP 47, where it differs from the document's."""
    refers: tuple[Tag, ...] = ()
    """Elements that belong to this one: a footnote and its marker."""
    attributes: str = ""
    """Ready attribute dictionaries."""
    reference: str = field(init=False)
    """What stands for it in the file; there is none before it has a number there."""

    def add(self, kind: str) -> Tag:
        """A new element behind the children so far."""
        tag = Tag(kind, self)
        self.children.append(tag)
        return tag

    def insert_behind(self, child: Child, kind: str) -> Tag:
        """A new element behind one of the children."""
        tag = Tag(kind, self)
        self.children.insert(self.children.index(child) + 1, tag)
        return tag

    def slot(self) -> Slot:
        """A new place for content behind the children so far."""
        slot = Slot(self)
        self.children.append(slot)
        return slot


@cache
def cell_attributes(scope: str, columns: int = 1, rows: int = 1) -> str:
    """The attribute of a table's cell: what a heading heads (`Column`, `Row`), how many places the cell takes."""
    entries = f"/Scope/{scope}" if scope else ""
    entries += f"/ColSpan {columns}" if columns > 1 else ""
    entries += f"/RowSpan {rows}" if rows > 1 else ""
    return f"<</O/Table{entries}>>" if entries else ""


def numbering(style: str) -> str:
    """The attribute of a list that says how its labels count."""
    return f"<</O/List/ListNumbering/{style}>>"


def bounds(left: float, bottom: float, right: float, top: float) -> str:
    """The attribute of a figure that says where it stands."""
    return f"<</O/Layout/Placement/Block/BBox[{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]>>"
