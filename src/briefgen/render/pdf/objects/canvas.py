"""ReportLab's canvas and registry of objects, with a file written by us."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from briefgen.render.pdf.objects.syntax import Body, packed, stream, written

if TYPE_CHECKING:
    from collections.abc import Mapping


class Raw(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An indirect object whose bytes are ready."""

    __RefOnly__ = 1
    is_stream = False

    def __init__(self, body: str | bytes) -> None:
        self.body = body.encode("latin-1") if isinstance(body, str) else body

    def format(self, document: object) -> bytes:
        """The bytes, as they stand in the file."""
        del document
        return self.body


class Stream(Raw):
    """A stream of compressed bytes, with the end of line before `endstream` that PDF/A asks for."""

    is_stream = True

    def __init__(self, entries: str, data: bytes) -> None:
        super().__init__(packed(entries, data))


class Metadata(Raw):
    """XMP, which stays readable without a filter."""

    is_stream = True

    def __init__(self, xml: bytes) -> None:
        super().__init__(stream("/Type/Metadata/Subtype/XML", xml))


class Registry(pdfdoc.PDFDocument):  # type: ignore[misc]  # ReportLab has no types
    """ReportLab's objects and our own, by number."""

    def __init__(self, language: str, version: str) -> None:
        major, minor = version.split(".")
        super().__init__(invariant=1, pdfVersion=(int(major), int(minor)), lang=language)
        self.version = version
        self._filled: dict[int, bytes] = {}

    def add(self, thing: Raw) -> str:
        """Take in an object; gives the reference to it."""
        return self.reference(self.Reference(thing))

    def reference(self, of: Any) -> str:  # noqa: ANN401 - one of ReportLab's reference objects
        """A reference as it is written."""
        return str(of.format(self).decode("ascii"))

    def page(self, index: int) -> str:
        """The reference to a finished page, counted from 0."""
        return self.reference(pdfdoc.PDFObjectReference(f"Page{index + 1}"))

    def reserve(self, count: int) -> int:
        """The first of `count` object numbers that are filled later."""
        first = int(self.objectcounter) + 1
        self.objectcounter += count
        return first

    def fill(self, number: int, body: str) -> None:
        """The body of an object whose number was reserved."""
        self._filled[number] = body.encode("latin-1")

    def bodies(self) -> list[Body]:
        """All objects; formatting one may register others."""
        found: list[Body] = []
        number = 0
        while number < self.objectcounter:
            number += 1
            data = self._filled.get(number)
            if data is None:
                thing = self.idToObject[self.numberToId[number]]
                body = thing.format(self)
                found.append(Body(number, body, getattr(thing, "is_stream", False)))
            else:
                found.append(Body(number, data, is_stream=False))
        return found


class Book(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A file in the making: pages, resources, bookmarks and outline."""

    def __init__(self, size: tuple[float, float], language: str, version: str) -> None:
        super().__init__("", pagesize=size)
        self.registry = self._doc = Registry(language, version)
        self.pages: list[Any] = []

    def _make_preamble(self) -> None:
        """Nothing: the stock preamble names a font that is not embedded."""
        self._preamble = ""

    def add_page(self, content: str, number: int, pictures: Mapping[str, Any] | None = None) -> None:
        """A page of ready content; `number` is its key in the parent tree, `pictures` are those it names."""
        self.showPage()
        page = self._doc.Pages.pages[-1]
        page.Contents = Stream("", zlib.compress(content.encode("ascii")))
        page.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs, page.Trans = number, "/S", None
        page.XObjects = dict(pictures or {})
        self.pages.append(page)

    def annotate(self, index: int, references: list[str]) -> None:
        """Put annotations on a finished page."""
        self.pages[index].Annots = Raw(f"[{' '.join(references)}]")

    def add_picture(self, thing: Raw) -> Any:  # noqa: ANN401 - one of ReportLab's reference objects
        """Take in a picture; gives what pages name it by."""
        return self._doc.Reference(thing)

    def add_font(self, name: str, body: str) -> None:
        """Make a font known to all pages."""
        self._doc.Reference(Raw(body), name)
        self._doc.idToObject["BasicFonts"].dict[name] = pdfdoc.PDFObjectReference(name)

    def bookmark(self, title: str, level: int, target: str, top: float) -> None:
        """An outline entry that leads to a place: `target` is the reference to a finished page or an element."""
        key = f"outline-{len(self._destinations)}"
        destination = self._bookmarkReference(key)
        destination.xyz(0, top, 0)
        destination.setPage(target.encode("ascii"))
        self.addOutlineEntry(title, key, level)

    def file(self) -> bytes:
        """The whole file."""
        document = self._doc
        root, info = document.Reference(document.Catalog), document.Reference(document.info)
        document.Outlines.prepare(document, self)
        if document.Outlines.ready < 0:
            document.Catalog.Outlines = None
        bodies = document.bodies()
        numbers = document.idToObjectNumberAndVersion
        return written(bodies, root=numbers[root.name][0], info=numbers[info.name][0], version=document.version)
