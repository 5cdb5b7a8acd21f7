"""Traces are made from a document alone, and come back out of files, also after other programs saved them."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from typing import Any

import pikepdf
import pytest

from briefgen.diagnostics import Place
from briefgen.model.formats import FORMATS
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.origin import OriginKind
from briefgen.reading import read_trace
from briefgen.reading.pdf.trace_extraction import trace_in
from briefgen.render import render
from briefgen.trace import Trace, embedded, holds_figure, sidecar, trace_of, with_places
from briefgen.trace.line_places import with_lines
from briefgen.trace.record import Cause, Passage, Piece
from samples.feature_documents import FIFTY, SOURCE, TRACED
from samples.rendering import rendered


def test_a_trace_knows_section_words_place_and_number_of_every_figure() -> None:
    found = trace_of(TRACED)
    [(passage, piece), (_, row), (_, typed)] = found.figures()

    assert (passage.section, passage.where) == ("Trade & more", "text")
    assert passage.words == "Sales of ≈ US$50 million were seen[1] by the G20."
    assert passage.words[piece.at :].startswith(piece.text)
    assert (piece.formula, piece.value) == ("a + b", FIFTY)
    cause = found.causes[piece.causes[0]]
    assert (cause.id, cause.file, cause.line, cause.column) == ("flow", "data/x-y/trade.csv", 7, 12)
    assert cause.sources == (SOURCE,)
    assert row.has_origin
    assert not typed.has_origin


def test_a_sidecar_gives_the_trace_back() -> None:
    data = sidecar(TRACED)

    assert read_trace("a.trace.json", data) == trace_of(TRACED)
    assert data == sidecar(TRACED)
    data.decode("ascii")


@pytest.mark.parametrize("ending", [name for name, form in FORMATS.items() if form.holds_trace])
def test_a_file_gives_the_trace_back_without_lines_and_places_among_others(ending: str) -> None:
    found = read_trace(f"A.{ending.upper()}", rendered(TRACED, ending, DEFAULT_STYLE))

    assert found
    assert [cause.id for cause in found.causes] == ["flow", "body"]
    assert {(cause.line, cause.column) for cause in found.causes} == {(0, 0)}
    assert found.passages == trace_of(TRACED).passages


def resaved_pdf(**how: Any) -> bytes:  # noqa: ANN401 - what pikepdf takes
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(render(TRACED, "pdf", DEFAULT_STYLE).value.data)) as pdf:
        pdf.save(out, **how)
    return out.getvalue()


@pytest.mark.parametrize(
    "how",
    [
        {"linearize": True},
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate, "recompress_flate": True},
        {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.generalized},
        {"qdf": True},
    ],
    ids=["for the web", "packed", "unpacked", "for people"],
)
def test_a_pdf_that_another_program_saved_still_tells(how: dict[str, Any]) -> None:
    assert read_trace("a.pdf", resaved_pdf(**how)) == read_trace("a.pdf", resaved_pdf())


def test_lines_come_from_a_sidecar_of_the_same_edition() -> None:
    inside = read_trace("a.html", render(TRACED, "html", DEFAULT_STYLE).value.data)
    assert inside

    assert with_places(inside, trace_of(TRACED), lambda _: None) == (trace_of(TRACED), True)


def test_without_one_they_come_from_the_data_as_they_are() -> None:
    inside = read_trace("a.html", render(TRACED, "html", DEFAULT_STYLE).value.data)
    other = Trace("", "", "", (), ())
    assert inside
    found, own = with_places(inside, other, lambda cause: Place("new.csv", 9, 1) if cause.id == "flow" else None)

    assert not own
    assert [(cause.file, cause.line) for cause in found.causes] == [("new.csv", 9), ("data/x-y/mechanisms.yaml", 0)]


def test_a_sidecar_that_gets_its_lines_keeps_the_rest_to_the_byte() -> None:
    whole = sidecar(TRACED)
    moved = with_lines(whole, {("fact", "flow"): Place("new.csv", 9, 1), ("fact", "body"): Place("gone.yaml")})
    found = read_trace("a.trace.json", moved)

    assert with_lines(whole, {}) == whole
    assert found
    assert (found.causes[0].file, found.causes[0].line, found.causes[0].sources) == ("new.csv", 9, (SOURCE,))
    assert found.causes[1:] == trace_of(TRACED).causes[1:]


def test_the_entry_of_a_reference_stands_in_the_list_and_nowhere_else() -> None:
    cause = Cause("book", OriginKind.REFERENCE, "references.json")
    piece = Piece("A title", 0, (0,), None, None)
    told, empty = Passage("S", "text", "It is called A title.", (piece,)), Passage("S", "reference 1", "B", ())
    entry = Passage("S", "reference 2", "A title, 2020.", (piece,))

    assert (cause.line, cause.column) == (0, 0)
    assert Trace("", "", "", (cause,), (told, empty, entry)).entry_of("book") == "A title, 2020."
    assert Trace("", "", "", (cause,), (told, empty)).entry_of("book") is None


def test_a_trace_unpacks_to_no_more_than_its_bound() -> None:
    head = b"%PDF-1.7\n<</Type/BriefgenTrace>>\nstream\n"

    assert len(trace_in(head + zlib.compress(bytes(64_000_001))) or b"") == 64_000_000
    assert trace_in(b"%PDF-1.7\n<</Type/BriefgenTrace>> and no more") is None


def zipped(text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("customXml/item1.xml", f'<trace xmlns="urn:briefgen:trace:1">{text}</trace>')
    return out.getvalue()


_GOOD = json.loads(embedded(TRACED))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-1.7\n%%EOF"),
        ("a.pdf", b"<</Type/BriefgenTrace/Filter/FlateDecode>>\nstream\nnothing"),
        ("a.docx", b"PK no zip"),
        ("a.docx", zipped("{}")),
        ("a.docx", zipped("[" * 100_000)),
        ("a.html", b"<html></html>"),
        ("a.md", b'<script type="application/json" id="briefgen-trace">{}</script>'),
        ("a.trace.json", b""),
        ("a.trace.json", b"[1]"),
        ("a.trace.json", b"\xff\xfe"),
        ("a.trace.json", json.dumps({**_GOOD, "format": "briefgen-trace-2"}).encode()),
        ("a.trace.json", json.dumps({**_GOOD, "causes": []}).encode()),
        ("a.trace.json", json.dumps({**_GOOD, "passages": [{"section": 1}]}).encode()),
    ],
)
def test_a_file_that_does_not_tell_gives_nothing(name: str, data: bytes) -> None:
    assert read_trace(name, data) is None


@pytest.mark.parametrize("text", ["50.2", "in 2019", "(2020?)", "≈ 15", "US$52", "−4", "10–12", "№5"])
def test_a_number_is_a_figure(text: str) -> None:
    assert holds_figure(text)


@pytest.mark.parametrize("text", ["G20", "COVID-19", "CO2", "F44", "none", ""])
def test_a_digit_in_a_name_is_none(text: str) -> None:
    assert not holds_figure(text)
