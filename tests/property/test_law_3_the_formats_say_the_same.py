"""Law 3: words, numbers and their order are the same in every format that says the whole."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.compose.structure.heading_levels import without_gaps
from briefgen.model.document import (
    Align,
    Block,
    BulletList,
    Callout,
    Caption,
    Cell,
    Document,
    Emphasis,
    Heading,
    Inline,
    KeyFigure,
    KeyFigures,
    LineBreak,
    Link,
    MarginNote,
    Note,
    NoteRef,
    NumberedList,
    Paragraph,
    Row,
    Strong,
    Table,
    TextRun,
)
from briefgen.model.formats import FORMATS, Extent
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.values.address import parse_address
from briefgen.render.eml.mail_text import mail_text
from readers.every_reader import READERS, words_in
from readers.mail_text import mail_text_words
from samples.pictures import jpeg, picture_exhibit, pictures_document, png
from samples.rendering import rendered
from samples.sample_document import front, sample_document, torture_document

WHOLE = [name for name, form in FORMATS.items() if form.extent is Extent.WHOLE]
_WORD = st.text(alphabet='abcdeéßñЖиўאשםعربم٣0123456789&<>-.,;()’"', min_size=1, max_size=9)
_WORDS = st.lists(_WORD, min_size=1, max_size=6).map(" ".join)
_TEXT = _WORDS.map(lambda words: TextRun(f"{words} "))
_INLINE: st.SearchStrategy[Inline] = st.one_of(
    _TEXT,
    _WORDS.map(lambda words: Strong((TextRun(words), TextRun(" ")))),
    _WORDS.map(lambda words: Emphasis((TextRun(words), TextRun(" ")))),
    _WORDS.map(lambda words: Link(parse_address("https://example.org/"), (TextRun(words), TextRun(" ")))),
    st.just(LineBreak()),
)
_INLINES = st.lists(_INLINE, min_size=1, max_size=4).map(lambda parts: (TextRun("So "), *parts, TextRun("end.")))


@st.composite
def _table(draw: st.DrawFn) -> Table:
    columns, rows = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    cells = [tuple(Cell((draw(_TEXT),)) for _ in range(columns)) for _ in range(rows + 1)]
    align = tuple(draw(st.sampled_from(list(Align))) for _ in range(columns))
    caption = Caption("Table 1", (draw(_TEXT),), (draw(_TEXT),), (draw(_TEXT),)) if draw(st.booleans()) else None
    return Table(f"table-{draw(st.integers(0, 10**9))}", align, cells[0], tuple(cells[1:]), caption)


_PICTURE = st.builds(
    lambda data, words, share, number: replace(picture_exhibit(data, share=share, alt=words), id=f"picture-{number}"),
    st.sampled_from([png(), jpeg(), png(3, 900), jpeg(900, 3)]),
    _WORDS,
    st.integers(10, 100),
    st.integers(0, 10**9),
)
_CARD = st.builds(KeyFigure, st.tuples(_TEXT), st.tuples(_TEXT), st.tuples(_TEXT))
_SIMPLE: st.SearchStrategy[Block] = st.one_of(_INLINES.map(Paragraph), _table())
_ITEMS = st.lists(_INLINES.map(lambda inlines: (Paragraph(inlines),)), min_size=1, max_size=3).map(tuple)
_BLOCK: st.SearchStrategy[Block] = st.one_of(
    _SIMPLE,
    _PICTURE,
    st.builds(
        lambda level, words, n: Heading(level, (TextRun(words),), f"h-{n}"),
        st.integers(1, 3),
        _WORDS,
        st.integers(0, 10**9),
    ),
    _ITEMS.map(BulletList),
    _ITEMS.map(NumberedList),
    st.builds(Callout, st.just("summary"), st.tuples(_TEXT), st.lists(_SIMPLE, min_size=1, max_size=2).map(tuple)),
    st.lists(_CARD, min_size=1, max_size=4).map(tuple).map(KeyFigures),
)


_NARROW: st.SearchStrategy[Block] = st.one_of(
    _INLINES.map(Paragraph), _ITEMS.map(BulletList), _ITEMS.map(NumberedList),
    st.lists(_CARD, min_size=1, max_size=3).map(tuple).map(KeyFigures),
)  # fmt: skip


@st.composite
def _rows(draw: st.DrawFn) -> Row:
    """Some blocks with notes of any length beside any of them."""
    blocks = tuple(draw(st.lists(_BLOCK, min_size=1, max_size=4)))
    lead = st.one_of(st.just(()), st.tuples(_TEXT))
    note = st.builds(
        MarginNote, lead, st.lists(_NARROW, min_size=1, max_size=3).map(tuple), st.integers(0, len(blocks) - 1)
    )
    notes = sorted(draw(st.lists(note, max_size=4)), key=lambda one: one.anchor)
    return Row(blocks, tuple(notes))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of any blocks, with a note or two."""
    blocks = draw(st.lists(st.one_of(_BLOCK, _rows()), min_size=1, max_size=6))
    notes = [Note(number, draw(_INLINES)) for number in range(1, draw(st.integers(0, 2)) + 1)]
    noted = [Paragraph((TextRun("Noted"), NoteRef(note.number))) for note in notes]
    return Document(front(), without_gaps((*blocks, *noted)), tuple(notes))


def test_every_format_has_a_reader_of_its_own() -> None:
    assert list(READERS) == list(FORMATS)


def said(document: Document, name: str) -> list[str]:
    """The words of one format."""
    return READERS[name](rendered(document, name, DEFAULT_STYLE))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_any_document_reads_the_same_in_every_format(document: Document) -> None:
    assert {name: said(document, name) for name in WHOLE} == {name: words_in(document, name) for name in WHOLE}


def _unlike_marks(words: list[str]) -> list[str]:
    """Words that nobody takes for the mark of an item or for a rule: plain text has nothing else to tell these by."""
    return [word for word in words if not re.fullmatch(r"-+|\d+\.", word)]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_any_document_reads_the_same_in_the_plain_text_of_a_mail(document: Document) -> None:
    text = mail_text(document)

    assert _unlike_marks(mail_text_words(text.encode())) == _unlike_marks(words_in(document, "eml"))
    assert max(map(len, text.splitlines())) <= 73  # one blank goes before a line that would look like a quotation
    assert not any(line.startswith(">") for line in text.splitlines())


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize(
    "document", [sample_document(), torture_document(2), pictures_document()], ids=["sample", "torture", "pictures"]
)
def test_the_hard_cases_read_the_same(document: Document, name: str) -> None:
    assert said(document, name) == words_in(document, name)
