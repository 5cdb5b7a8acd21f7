"""Outside judges of PDF files: validators, and extractors that know nothing of how the files were made."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from pdfminer.high_level import extract_text

from briefgen.model.audience_choices import PdfStandard
from briefgen.model.document import Block, Document, Exhibit, Row
from conformance import judges
from readers.document_words import document_words
from samples.judged_pdfs import NAMES, made, pdf
from samples.shipped_briefs import AUDIENCES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def _files(folder: Path, standard: PdfStandard) -> Iterator[Path]:
    for name in NAMES:
        file = folder / f"{name}.pdf"
        file.write_bytes(pdf(name, standard))
        yield file


FLAVOURS = {PdfStandard.UA1: "ua1,2a", PdfStandard.UA2: "ua2,4"}


@pytest.fixture(scope="module", params=FLAVOURS)
def judged(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[PdfStandard, list[str]]:
    """A standard, and what veraPDF finds against it in the files that claim it: it takes long to start."""
    standard = request.param
    return standard, judges.verapdf_faults(FLAVOURS[standard], *_files(tmp_path_factory.mktemp("judged"), standard))


def test_verapdf_finds_nothing(judged: tuple[PdfStandard, list[str]]) -> None:
    assert judged[1] == []


def test_the_mark_keeps_the_pdf_valid_by_both_standards(judged: tuple[PdfStandard, list[str]]) -> None:
    standard, faults = judged
    with pikepdf.open(io.BytesIO(pdf("public", standard))) as file, file.open_metadata() as metadata:
        assert str(metadata["xmpMM:VersionID"]) == made("public").front.edition

    assert faults == []


@pytest.mark.parametrize("standard", PdfStandard)
def test_qpdf_finds_nothing(standard: PdfStandard, tmp_path: Path) -> None:
    assert [judges.qpdf_faults(file) for file in _files(tmp_path, standard)] == [""] * len(NAMES)


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
        case Row():
            return replace(block, blocks=tuple(map(_without_alt, block.blocks)))
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
