"""ReportLab's canvas and registry of objects, with a file written by us.

ReportLab keeps the numbers, the page tree, the outline and the resources. What it cannot give is ours: a stream ends
with the end of line that PDF/A asks for, no font is named that is not embedded, small objects are packed into object
streams, and the file's identity comes from its bytes. For that, insides are used that no version promises: each is
marked below with what it is relied on for. The requirement is `<5.2` for this reason; before it is raised, the tests of
conformance say whether the insides still hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from briefgen.render.pdf.objects.syntax import Body, deflated, packed, stream, written

if TYPE_CHECKING:
    from collections.abc import Mapping


class Raw(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An indirect object whose bytes are ready."""

    # Where an object with this mark stands in another one, ReportLab registers it and writes a reference in its place.
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


class Photograph(Raw):
    """A picture as JPEG, which a PDF takes as it is."""

    is_stream = True

    def __init__(self, entries: str, data: bytes) -> None:
        super().__init__(stream(f"{entries}/Filter/DCTDecode", data))


class Metadata(Raw):
    """XMP, which stays readable without a filter."""

    is_stream = True

    def __init__(self, xml: bytes) -> None:
        super().__init__(stream("/Type/Metadata/Subtype/XML", xml))


class Registry(pdfdoc.PDFDocument):  # type: ignore[misc]  # ReportLab has no types
    """ReportLab's objects and our own, by number."""

    def __init__(self, language: str, version: str) -> None:
        major, minor = version.split(".")
        # Invariant: without a date of creation, which would differ from run to run.
        super().__init__(invariant=1, pdfVersion=(int(major), int(minor)), lang=language)
        self.version = version
        self._filled: dict[int, bytes] = {}

    def add(self, thing: Raw) -> str:
        """Take in an object; gives the reference to it."""
        return self.reference(self.Reference(thing))

    def append(self, body: str) -> str:
        """Take in what ReportLab need not know of, as it refers to nothing by name; gives the reference to it."""
        number = self.reserve(1)
        self.fill(number, body)
        return f"{number} 0 R"

    def reference(self, of: Any) -> str:  # noqa: ANN401 - one of ReportLab's reference objects
        """A reference as it is written."""
        return str(of.format(self).decode("ascii"))

    def page(self, index: int) -> str:
        """The reference to a finished page, counted from 0."""
        return self.reference(pdfdoc.PDFObjectReference(f"Page{index + 1}"))

    def reserve(self, count: int) -> int:
        """The first of `count` object numbers that are filled later."""
        # ReportLab counts on from `objectcounter` with its next object. Its own writer stops at the first number that
        # has no object: a file with reserved numbers can only be written by `bodies`.
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
        # The canvas makes a document of its own and asks `_doc` for it from then on; ours takes its place before
        # anything is in it.
        self.registry = self._doc = Registry(language, version)
        self.pages: list[Any] = []

    def _make_preamble(self) -> None:
        """Nothing: the stock preamble selects Helvetica, which is not embedded, on every page."""
        self._preamble = ""

    def add_page(self, content: str, number: int, pictures: Mapping[str, Any] | None = None) -> None:
        """A page of ready content; `number` is its key in the parent tree, `pictures` are those it names."""
        self.showPage()
        page = self._doc.Pages.pages[-1]
        # Formatting a page fills in `Contents`, `Resources` and `Parent` only where they are not set.
        page.Contents = Stream("", deflated(content.encode("ascii")))
        # Of a page's attributes those are written that stand in this list: it lacks two that tagged pages need.
        page.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = number, "/S"
        page.Trans = None  # showPage sets an empty dictionary, which is no transition
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
        # The resources of every page refer to one dictionary of fonts, which is registered under this name.
        self._doc.Reference(Raw(body), name)
        self._doc.idToObject["BasicFonts"].dict[name] = pdfdoc.PDFObjectReference(name)

    def bookmark(self, title: str, level: int, target: str, top: float) -> None:
        """An outline entry that leads to a place: `target` is the reference to a finished page or an element."""
        # What is set as a destination's page is written as it stands where it is bytes: that lets an entry lead to an
        # element of the structure (PDF/UA-2), for which ReportLab has no call.
        key = f"outline-{len(self._destinations)}"
        destination = self._bookmarkReference(key)
        destination.xyz(0, top, 0)
        destination.setPage(target.encode("ascii"))
        self.addOutlineEntry(title, key, level)

    def file(self) -> bytes:
        """The whole file."""
        document = self._doc
        root = document.Reference(document.Catalog)
        info = document.Reference(document.info) if document.info else None
        # What ReportLab's `GetPDFData` does before it writes, in its order. Without entries an outline is not ready and
        # would be written as an empty one.
        document.Outlines.prepare(document, self)
        if document.Outlines.ready < 0:
            document.Catalog.Outlines = None
        bodies = document.bodies()
        numbers = document.idToObjectNumberAndVersion
        info_number = numbers[info.name][0] if info else 0
        return written(bodies, root=numbers[root.name][0], info=info_number, version=document.version)
