"""A file in the making: its pages, what they share, and what the file leads to from its root.

What only the end knows, the outline, the page tree and the catalog, is numbered then, and what they hold behind them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.pdf.objects.numbered_objects import Registry, Stream
from briefgen.render.pdf.objects.outline import Outline
from briefgen.render.pdf.objects.syntax import Raw, array, deflated, dictionary, document_string, exact, written

if TYPE_CHECKING:
    from collections.abc import Mapping

_LAST_NUMBERED = ("ViewerPreferences", "MarkInfo", "Metadata", "OutputIntents", "PieceInfo")
"""Entries of the catalog that are objects, in the order of their numbers."""
_PROCEDURES = array(["/PDF", "/Text", "/ImageB", "/ImageC", "/ImageI"])


class _Leaf(Raw):
    """A page, whose dictionary is written at the end."""

    __slots__ = ("annotations", "content", "number", "pictures")

    def __init__(self, content: str, number: int, pictures: Mapping[str, str]) -> None:
        super().__init__("")
        self.content, self.number, self.pictures = Stream("", deflated(content.encode("ascii"))), number, pictures
        self.annotations: Raw | None = None


class Book:
    """A file by its pages; `catalog` is what its root leads to, `info` its document information."""

    def __init__(self, size: tuple[float, float], language: str, version: str) -> None:
        self.registry = Registry()
        self.catalog: dict[str, Raw] = {}
        self.info: Raw | None = None
        self.structure = ""
        self._size, self._language, self._version = size, language, version
        self._leaves: list[_Leaf] = []
        self._outline = Outline()
        self._fonts: dict[str, str] = {}
        self._font_list = Raw("")
        self._shared_fonts = self.registry.add(self._font_list)

    def add_page(self, content: str, number: int, pictures: Mapping[str, str] | None = None) -> None:
        """A page of ready content; `number` is its key in the parent tree, `pictures` are those it names."""
        leaf = _Leaf(content, number, pictures or {})
        self.registry.add_page(leaf)
        self._leaves.append(leaf)

    def annotate(self, index: int, references: list[str]) -> None:
        """Put annotations on a finished page."""
        self._leaves[index].annotations = Raw(f"[{' '.join(references)}]")

    def add_font(self, name: str, body: str) -> None:
        """Make a font known to all pages."""
        self._fonts[name] = self.registry.append(body)

    def bookmark(self, title: str, level: int, target: str, top: float) -> None:
        """An outline entry that leads to a place: `target` is the reference to a finished page or an element."""
        self._outline.add(title, level, array([target, "/XYZ", "0", exact(top), "0"]))

    def file(self) -> bytes:
        """The whole file."""
        root = Raw("")
        references = {"catalog": self.registry.add(root), "info": self.registry.add(self.info) if self.info else "0"}
        entries = {"Type": "/Catalog", "PageMode": "/UseNone", "Lang": document_string(self._language)}
        entries |= {"Outlines": outline} if (outline := self._outline.write(self.registry)) else {}
        entries |= {"Pages": self._page_tree(), "StructTreeRoot": self.structure}
        entries |= {key: self.registry.add(self.catalog[key]) for key in _LAST_NUMBERED if key in self.catalog}
        root.body = dictionary(entries).encode("latin-1")
        self._font_list.body = dictionary(self._fonts).encode("latin-1")
        catalog, info = (int(reference.split(" ")[0]) for reference in references.values())
        return written(self.registry.things, root=catalog, info=info, version=self._version)

    def _page_tree(self) -> str:
        tree = Raw("")
        reference = self.registry.add(tree)
        for leaf in self._leaves:
            leaf.body = self._page(leaf, reference).encode("latin-1")
        pages = self.registry.pages
        tree.body = dictionary({"Type": "/Pages", "Count": str(len(pages)), "Kids": array(pages)}).encode("latin-1")
        return reference

    def _page(self, leaf: _Leaf, tree: str) -> str:
        resources = {"Font": self._shared_fonts, "ProcSet": _PROCEDURES}
        resources |= {"XObject": dictionary(leaf.pictures)} if leaf.pictures else {}
        entries = {
            "Type": "/Page", "Parent": tree, "MediaBox": array(["0", "0", *map(exact, self._size)]), "Rotate": "0",
            "Resources": dictionary(resources), "Contents": self.registry.add(leaf.content),
            "StructParents": str(leaf.number), "Tabs": "/S",
        }  # fmt: skip
        entries |= {"Annots": self.registry.add(leaf.annotations)} if leaf.annotations else {}
        return dictionary(entries)
