"""Outside judges of PDF files: validators, and extractors that know nothing of how the files were made."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from pdfminer.high_level import extract_text

import judges
from briefgen.model.audience_choices import PdfStandard
from briefgen.model.document import Block, Document, Exhibit, SideNotes, Table
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render.pdf import write_pdf
from briefgen.world import Disk
from composing import composed, loaded
from document_words import document_words
from reading_pdf import Element, pdf_faults, structure, structure_words
from sample_document import sample_document, torture_document

if TYPE_CHECKING:
    from collections.abc import Iterator

WORKSPACE = loaded(Disk(Path(__file__).parents[2]))
AUDIENCES = [audience.id for audience in WORKSPACE.audiences]
NAMES = [*AUDIENCES, "sample", "torture"]


@cache
def made(name: str) -> Document:
    """A shipped brief or one of the tests' documents."""
    match name:
        case "sample":
            return sample_document()
        case "torture":
            return torture_document(40)
        case _:
            return composed(WORKSPACE, name)[0]


@cache
def pdf(name: str, standard: PdfStandard = PdfStandard.UA1) -> bytes:
    """Its PDF by one standard."""
    document = made(name)
    return write_pdf(replace(document, front=replace(document.front, standard=standard)), DEFAULT_STYLE).value.data


def _files(folder: Path, standard: PdfStandard) -> Iterator[Path]:
    for name in NAMES:
        file = folder / f"{name}.pdf"
        file.write_bytes(pdf(name, standard))
        yield file


@pytest.mark.parametrize(("standard", "flavours"), [(PdfStandard.UA1, "ua1,2a"), (PdfStandard.UA2, "ua2")])
def test_verapdf_finds_nothing(standard: PdfStandard, flavours: str, tmp_path: Path) -> None:
    assert judges.verapdf_faults(flavours, *_files(tmp_path, standard)) == []


@pytest.mark.parametrize("standard", PdfStandard)
def test_qpdf_finds_nothing(standard: PdfStandard, tmp_path: Path) -> None:
    assert [judges.qpdf_faults(file) for file in _files(tmp_path, standard)] == [""] * len(NAMES)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("name", AUDIENCES)
def test_a_shipped_brief_conforms(name: str, profile: str) -> None:
    assert pdf_faults(pdf(name), profile) == []


@pytest.mark.parametrize("standard", PdfStandard)
@pytest.mark.parametrize("name", AUDIENCES)
def test_the_structure_of_a_shipped_brief_says_its_words_in_their_order(name: str, standard: PdfStandard) -> None:
    assert structure_words(pdf(name, standard)) == document_words(made(name))


@pytest.mark.parametrize("name", NAMES)
def test_every_link_has_its_annotation_every_head_is_a_heading_and_every_figure_says_something(name: str) -> None:
    elements = list(structure(pdf(name)).walk())
    assert all(link.annotations for link in elements if link.kind == "Link")
    for head in (element for element in elements if element.kind == "THead"):
        cells = [c for row in head.children if isinstance(row, Element) for c in row.children]
        assert {c.kind for c in cells if isinstance(c, Element)} == {"TH"}
    alts = [figure.alt for figure in elements if figure.kind == "Figure"]
    assert all(len(alt.split()) > 5 and not re.search(r"\.(png|svg|jpe?g)\b", alt) for alt in alts)


# ---------------------------------------------------------------- bare text

_BREAKABLE = re.compile(r"[-/–—‐]")


def _shown(document: Document) -> Counter[str]:
    """The words that a page shows: those of the document, without what charts say aloud. Capitals do not count."""
    silent = tuple(_without_alt(block) for block in document.blocks)
    words = document_words(Document(document.front, silent, document.notes))
    return Counter(word.lower() for word in words)


def _without_alt(block: Block) -> Block:
    match block:
        case Exhibit():
            return replace(block, alt="")
        case SideNotes():
            inner = _without_alt(block.exhibit)
            assert isinstance(inner, Exhibit | Table)
            return replace(block, exhibit=inner)
        case _:
            return block


def _lost(expected: Counter[str], text: str) -> dict[str, int]:
    """Words that are not found whole; a footnote's mark may stand at a word's end, before or behind its stop.

    A word's own hyphen at the end of a line looks to extractors like one that divides it.
    """
    found, packed = Counter(text.lower().split()), "".join(text.lower().replace("-", "").split())
    lost = {}
    for word, count in (expected - found).items():
        bare = word.rstrip(".,;")
        stop = re.escape(word[len(bare) :])
        marked = re.compile(rf"{re.escape(bare)}(\d{{1,2}}{stop}|{stop}\d{{1,2}})")
        whole = sum(n for other, n in found.items() if marked.fullmatch(other))
        if not (_BREAKABLE.search(word) and word.replace("-", "") in packed) and whole + found[word] < count:
            lost[word] = count
    return lost


def _poppler(data: bytes, folder: Path) -> str:
    (folder / "one.pdf").write_bytes(data)
    return judges.poppler_text(folder / "one.pdf")


def _pdfium(data: bytes, _: Path) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf).replace("\ufffe", "")


def _pdfminer(data: bytes, _: Path) -> str:
    return re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", extract_text(io.BytesIO(data)))


# pdfminer guesses blanks from gaps between letters; in long briefs it finds one where none is ("25t h").
@pytest.mark.parametrize(
    ("extract", "name"),
    [
        *((extract, name) for extract in (_poppler, _pdfium) for name in AUDIENCES),
        *((_pdfminer, name) for name in ("minister", "public", "business")),
    ],
)
def test_an_extractor_finds_every_word_whole(name: str, extract: object, tmp_path: Path) -> None:
    assert callable(extract)
    assert _lost(_shown(made(name)), extract(pdf(name), tmp_path)) == {}
