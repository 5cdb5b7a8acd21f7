"""The table of contents of a Word file names the pages of the PDF, which is laid out no more often than it must be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.model.document import Document, Heading, Paragraph
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render import lengths_in, render
from briefgen.render.pdf import writer
from briefgen.render.pdf.layout import laid_out
from readers.docx import W, part
from readers.pdf import structure
from samples import second_relation
from samples.house_styles import starter
from samples.sample_document import document, text
from samples.shipped_briefs import brief

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from briefgen.model.document import Block
    from briefgen.model.looks.style import Style
    from briefgen.render.pdf.layout.row_layout import KnownRows


def in_word(source: Document, style: Style = DEFAULT_STYLE) -> list[str]:
    """The page numbers of the entries of a Word file: what stands behind the tab of each."""
    body = part(render(source, "docx", style).value.data, "word/document.xml")
    entries = [p for p in body.iter(f"{W}p") if "PAGEREF" in "".join(c.text or "" for c in p.iter(f"{W}instrText"))]
    said = [[e for e in p.iter(f"{W}t", f"{W}tab") if in_run(e)] for p in entries]
    tabs = [next(n for n, e in enumerate(parts) if e.tag == f"{W}tab") for parts in said]
    return ["".join(e.text or "" for e in parts[tab:]) for parts, tab in zip(said, tabs, strict=True)]


def in_run(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == f"{W}r"


def in_pdf(source: Document, style: Style = DEFAULT_STYLE) -> list[str]:
    """The page numbers of the entries of a PDF."""
    entries = [e for e in structure(render(source, "pdf", style).value.data).walk() if e.kind == "TOCI"]
    return ["".join(c if isinstance(c, str) else c.text() for c in e.children).split()[-1] for e in entries]


def long_one(headings: int, paragraphs: int, *, contents: str = "Contents") -> Document:
    blocks: list[Block] = []
    for n in range(headings):
        blocks.append(Heading(1 + n % 2, text(f"Part {n}"), f"part-{n}"))
        blocks += [Paragraph(text("Words. " * 90))] * paragraphs
    made = document(*blocks)
    return replace(made, front=replace(made.front, contents=contents))


SOURCES = {
    "shipped": brief("researcher"),
    "second relation": second_relation.brief("researcher"),
    **{f"{n} headings of {m} paragraphs": long_one(n, m) for n, m in ((1, 0), (2, 9), (5, 3), (12, 8), (40, 1))},
}


@pytest.mark.parametrize("name", SOURCES)
def test_the_pages_are_those_of_the_pdf(name: str) -> None:
    assert in_word(SOURCES[name]) == in_pdf(SOURCES[name])
    assert in_word(SOURCES[name])


def test_the_pages_are_those_of_the_pdf_in_a_teams_own_style() -> None:
    assert in_word(long_one(9, 6), starter()) == in_pdf(long_one(9, 6), starter())


def test_a_brief_without_contents_has_no_page_numbers() -> None:
    assert in_word(long_one(5, 3, contents="")) == []


@pytest.fixture
def layouts(monkeypatch: pytest.MonkeyPatch) -> list[Document]:
    """The documents that are laid out while a test runs."""
    done: list[Document] = []

    class Counted(laid_out.Unplaced):
        def __init__(self, source: Document, style: Style, known: KnownRows | None = None) -> None:
            done.append(source)
            super().__init__(source, style, known)

    monkeypatch.setattr(laid_out, "Unplaced", Counted)
    monkeypatch.setattr(writer, "Unplaced", Counted)
    monkeypatch.setattr(writer, "_LAST", laid_out.LastLaidOut())
    return done


@pytest.mark.parametrize(
    ("steps", "times"),
    [
        (("pdf", "docx"), 1),
        (("docx", "pdf"), 1),
        (("docx",), 1),
        (("docx", "docx"), 1),
        (("count", "pdf", "docx"), 1),
        (("count", "docx", "pdf"), 1),
        (("count", "docx"), 1),
        (("count with another front", "pdf", "docx"), 1),
        (("html", "docx", "pdf"), 1),
        (("pdf", "html", "docx"), 1),
        (("html",), 0),
    ],
)
def test_a_document_is_laid_out_once_for_all_that_wants_its_pages(
    steps: tuple[str, ...], times: int, layouts: list[Document]
) -> None:
    source = long_one(6, 4)
    for step in steps:
        if step == "count":
            lengths_in(DEFAULT_STYLE)(source)
        elif step == "count with another front":
            lengths_in(DEFAULT_STYLE)(source, replace(source.front, subtitle="Another one"))
        else:
            render(source, step, DEFAULT_STYLE)

    assert len(layouts) == times


def test_a_document_without_contents_is_not_laid_out_for_word(layouts: list[Document]) -> None:
    render(long_one(6, 4, contents=""), "docx", DEFAULT_STYLE)

    assert layouts == []


def test_page_numbers_of_another_document_or_style_are_not_taken(layouts: list[Document]) -> None:
    short, longer = long_one(6, 1), long_one(6, 9)
    larger = replace(DEFAULT_STYLE, page=replace(DEFAULT_STYLE.page, height_mm=200))

    assert in_word(short) != in_word(longer) != in_word(longer, larger)
    assert in_word(longer, larger) == in_pdf(longer, larger)
    assert len(layouts) == 3
