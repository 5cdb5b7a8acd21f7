from __future__ import annotations

import dataclasses
import io

import pikepdf
import pytest

from briefgen.model.document import Align, Document, Heading, Link, Note, NoteRef, Paragraph, Table, TextRun
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.values.address import parse_address
from briefgen.render.pdf import write_pdf
from readers.pdf import pdf_faults
from samples.made_pdf import sample_pdf, torture_pdf
from samples.sample_document import cell, document, front, sample_document, text

_ODD = {
    "no blocks": document(),
    "no words at all": Document(dataclasses.replace(front(), title="", subtitle="", summary="", author=""), ()),
    "title with markup": document(title="<b>R&D</b> \\ (half) ]]> \u0001 Мінск", author="A & B", handling=""),
    "a head alone": document(Table("t", (Align.START,), (cell("Head"),), ())),
    "headings without a title": document(
        Heading(1, text("One"), "one"), Heading(1, text("Two"), "two"), Heading(2, (), "empty"), title=""
    ),
    "writing from right to left": document(Paragraph(text("پاکستان اور بیلاروس (2021)"))),
    "a word of a whole book": document(
        Paragraph(text("fi" * 20_000)), Table("t", (Align.END,), (cell("fi" * 5000),), ())
    ),
    "a heading alone": document(Heading(3, text("Deep first"), "deep")),
    "a note within a note": document(
        Paragraph((TextRun("one"), NoteRef(1))),
        notes=(Note(1, (TextRun("first"), NoteRef(2))), Note(2, text("second"))),
    ),
    "a marker without its note": document(Paragraph((TextRun("one"), NoteRef(7)))),
    "an address": document(Paragraph((Link(parse_address("https://example.org/a%20b/ў(1)"), text("here")),))),
    "a script that no face has": document(Paragraph(text("字 in words, ﬁ beside fi, e\u0301 and \u202e\u200b."))),
}


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_sample_brief_conforms(profile: str) -> None:
    assert pdf_faults(sample_pdf(), profile) == []


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_torture_document_conforms(profile: str) -> None:
    assert pdf_faults(torture_pdf(), profile) == []


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("case", list(_ODD))
def test_odd_documents_conform(case: str, profile: str) -> None:
    assert pdf_faults(write_pdf(_ODD[case], DEFAULT_STYLE).value.data, profile) == []


def test_the_file_says_what_it_is_and_names_no_library() -> None:
    data = sample_pdf()
    meta = sample_document().front
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.docinfo["/Title"]) == meta.title
        assert str(pdf.docinfo["/Producer"]) == "briefgen"
        assert str(pdf.docinfo["/Author"]) == str(pdf.docinfo["/Creator"]) == meta.author
        assert "/CreationDate" not in pdf.docinfo
        assert str(pdf.Root.Lang) == meta.language
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as xmp:
            assert xmp["pdfuaid:part"] == "1"
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "A")
            assert xmp["dc:title"] == meta.title
        streams = b"".join(o.read_raw_bytes() for o in pdf.objects if isinstance(o, pikepdf.Stream))
        plain = b"".join(o.unparse() for o in pdf.objects if not isinstance(o, pikepdf.Stream))
    assert b"reportlab" not in (data + streams + plain).lower()


def test_two_documents_have_two_identities() -> None:
    one, two = (write_pdf(document(Paragraph(text(words))), DEFAULT_STYLE).value.data for words in ("one", "two"))
    with pikepdf.open(io.BytesIO(one)) as first, pikepdf.open(io.BytesIO(two)) as second:
        assert bytes(first.trailer.ID[0]) != bytes(second.trailer.ID[0])
