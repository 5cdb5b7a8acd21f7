"""Reads PDF files back with other code than wrote them: structure, words, marked content, links."""

from __future__ import annotations

import io
import re
import tempfile
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import page
import pikepdf
import pypdfium2
from PIL import Image, ImageChops

if TYPE_CHECKING:
    from collections.abc import Iterator

INLINE = {"Span", "Strong", "Em", "Link", "Reference", "NoteRef"}
_PAIR = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]*)>")


def pdf_faults(data: bytes, profile: str) -> list[str]:
    """What page-validation finds against `ua1` (PDF/UA-1) or `2a` (PDF/A-2a)."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "brief.pdf"
        file.write_bytes(data)
        verdict = page.validate_pdf(str(file), profile=profile)
    return [f"{failure.rule_id}: {failure.message}" for failure in verdict.failures]


@dataclass
class Element:
    """One element of the structure tree."""

    kind: str
    alt: str = ""
    actual: str = ""
    id: str = ""
    attributes: list[dict[str, str]] = field(default_factory=list)
    title: str = ""
    """What a list says as a whole, in the sentences that other formats have for it."""
    children: list[Element | str] = field(default_factory=list)
    """Elements, and the text of marked content."""
    marks: list[tuple[int, int]] = field(default_factory=list)
    annotations: int = 0

    def walk(self) -> Iterator[Element]:
        """This element and all below, in order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def text(self, without: frozenset[str] = frozenset()) -> str:
        """The text in structure order; blocks are set apart by spaces, figures say their alternative."""
        if self.kind in without:
            return ""
        if self.kind == "Figure" or (self.kind == "L" and self.title):
            return f" {self.title or self.alt} "
        inner = self.actual or "".join(
            child if isinstance(child, str) else child.text(without) for child in self.children
        )
        if self.kind == "TOCI":
            inner = inner.rsplit(maxsplit=1)[0]  # without the page number, which is the last word
        return inner if self.kind in INLINE else f" {inner} "


def structure(data: bytes) -> Element:
    """The structure tree's one top element, with the text of its content."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        texts = [_marked_text(page) for page in pdf.pages]
        numbers = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        return _element(pdf.Root.StructTreeRoot.K[0], texts, numbers)


def structure_words(data: bytes, *, margin_last: bool = False) -> list[str]:
    """The words a reader of the structure meets, figures as their alternative texts.

    Labels (of list items, of notes, and footnote markers) are left out, as every format counts for itself;
    footnotes stand at the end, and with `margin_last` what stands in the margin before them: the memo, then notes.
    """
    root, unsaid = structure(data), frozenset({"Lbl", "Note", "NoteRef"})
    beside: list[Element] = []
    if margin_last:
        beside = [*_memo_below_title(root), *(element for element in root.walk() if element.kind == "Aside")]
        memo = {id(element) for element in _memo_below_title(root)}
        root.children = [child for child in root.children if id(child) not in memo]
    body = root.text(unsaid | {"Aside"} if margin_last else unsaid)
    body += " ".join(element.text(unsaid) for element in beside)
    notes = " ".join(element.text(frozenset({"Lbl"})) for element in root.walk() if element.kind == "Note")
    return f"{body} {notes}".split()


def _memo_below_title(root: Element) -> list[Element]:
    """The list between the title and the first heading; none where the memo is a line above the title."""
    below = root.children[1:] if isinstance(title := root.children[0], Element) and title.kind == "H1" else []
    opening = takewhile(lambda child: isinstance(child, Element) and child.kind in {"P", "L"}, below)
    return [child for child in opening if isinstance(child, Element) and child.kind == "L"]


def _element(found: pikepdf.Object, texts: list[dict[int, str]], pages: dict[tuple[int, int], int]) -> Element:
    made = Element(
        _kind(found),
        str(found.get("/Alt", "")),
        str(found.get("/ActualText", "")),
        str(found.get("/ID", "")),
        title=str(found.get("/T", "")),
    )
    made.attributes = [{str(k): str(v) for k, v in row.items()} for row in found.get("/A", [])]
    home = pages[found.Pg.objgen] if "/Pg" in found else -1
    for kid in found.get("/K", []):
        if isinstance(kid, int):
            _content(made, home, int(kid), texts)
        elif kid.get("/Type") == "/MCR":
            _content(made, pages[kid.Pg.objgen], int(kid.MCID), texts)
        elif kid.get("/Type") == "/OBJR":
            made.annotations += 1
        else:
            made.children.append(_element(kid, texts, pages))
    return made


def _kind(found: pikepdf.Object) -> str:
    """The structure type by its name in PDF 1.7; a footnote's mark has its own."""
    kind = str(found.S).lstrip("/")
    if kind == "Reference" and any(str(other.S) == "/FENote" for other in found.get("/Ref", [])):
        return "NoteRef"
    return "Note" if kind == "FENote" else kind


def _content(element: Element, page: int, number: int, texts: list[dict[int, str]]) -> None:
    element.marks.append((page, number))
    element.children.append(texts[page][number])


@dataclass
class Shown:
    """A piece of text as a content stream shows it."""

    text: str
    mark: int | None
    """Its marked-content number; None in an artifact."""
    artifact: bool


def shown(page: pikepdf.Page) -> Iterator[Shown]:
    """All pieces of text of a page in the order of painting, with the marks around them."""
    maps = {name: _text_map(font) for name, font in page.obj.Resources.Font.items()}
    stack: list[tuple[int | None, bool]] = []
    current: dict[int, str] = {}
    for operands, operator in _instructions(page):
        name = operator
        if name == "BDC":
            properties = operands[1]
            stack.append((int(properties["/MCID"]) if "/MCID" in properties else None, operands[0] == "/Artifact"))
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            current = maps[str(operands[0])]
        elif name == "TJ":
            mark, artifact = stack[-1] if stack else (None, False)
            yield Shown(_decoded(operands[0], current), mark, artifact)
    assert not stack, "marked content left open"


def _instructions(page: pikepdf.Page) -> Iterator[tuple[list[pikepdf.Object], str]]:
    for instruction in pikepdf.parse_content_stream(page):
        assert isinstance(instruction, pikepdf.ContentStreamInstruction)
        yield list(instruction.operands), str(instruction.operator)


def _marked_text(page: pikepdf.Page) -> dict[int, str]:
    texts: dict[int, str] = {}
    for operands, operator in _instructions(page):
        if operator == "BDC" and "/MCID" in operands[1]:
            texts[int(operands[1]["/MCID"])] = ""
    for piece in shown(page):
        if piece.mark is not None:
            texts[piece.mark] += piece.text
    return texts


def _decoded(elements: pikepdf.Object, text_map: dict[int, str]) -> str:
    codes = b"".join(bytes(element) for element in elements if isinstance(element, pikepdf.String))
    return "".join(text_map[int.from_bytes(codes[i : i + 2])] for i in range(0, len(codes), 2))


def _text_map(font: pikepdf.Object) -> dict[int, str]:
    data = font.ToUnicode.read_bytes().partition(b"endcodespacerange")[2]
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in _PAIR.findall(data)}


def page_streams(data: bytes) -> str:
    """What the pages of a PDF paint, decoded."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return "".join(page.Contents.read_bytes().decode("latin-1") for page in pdf.pages)


def box_of(data: bytes, page: int, colour: tuple[int, int, int]) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom in points of what a page of a PDF shows in a colour, within its upper quarter."""
    scale = 2
    with pypdfium2.PdfDocument(data) as pdf:
        image = pdf[page].render(scale=scale).to_pil().convert("RGB")
    upper = image.crop((0, 0, image.width, image.height // 4))
    away = ImageChops.difference(upper, Image.new("RGB", upper.size, colour)).split()
    mask = ImageChops.lighter(ImageChops.lighter(away[0], away[1]), away[2]).point(lambda d: 255 * (d < 12))
    box = mask.getbbox()
    return None if box is None else (box[0] / scale, box[1] / scale, box[2] / scale, box[3] / scale)
