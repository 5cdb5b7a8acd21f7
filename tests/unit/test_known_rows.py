"""What was set of a row to measure one document of a brief is known when the next one is measured."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.model.document import Heading, Paragraph, Row
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render import lengths_in, render
from briefgen.render.pdf.layout.row_layout import RowMaker
from samples.sample_document import sample_document, text

if TYPE_CHECKING:
    import pytest

    from briefgen.model.document import Document
    from briefgen.render.pdf.layout.boxes import Column, Slice
    from briefgen.render.pdf.objects.tag_tree import Tag


def _in_rows() -> Document:
    """A document each block of which is a row, tables, exhibits, boxes, lists and footnotes among them."""
    document = sample_document()
    return replace(document, blocks=tuple(Row((block,)) for block in document.blocks))


def _fewer(document: Document) -> list[Document]:
    """The document without one of its blocks each time, made of parts that are equal and not the same."""
    blocks = [copy.deepcopy(document.blocks) for _ in document.blocks]
    return [replace(document, blocks=(*kept[:at], *kept[at + 1 :])) for at, kept in enumerate(blocks)]


def test_a_row_that_comes_again_is_not_set_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made, set_rows = RowMaker.row, []

    def counted(maker: RowMaker, row: Row, column: Column, parent: Tag, name: str) -> list[Slice]:
        set_rows.append(row)
        return made(maker, row, column, parent, name)

    monkeypatch.setattr(RowMaker, "row", counted)
    rows = tuple(Row((Heading(1, text(word), word), Paragraph(text(word)))) for word in ("one", "two", "three"))
    document, length = replace(sample_document(), blocks=rows), lengths_in(DEFAULT_STYLE)
    length(document)
    length(replace(document, blocks=(*rows[:2], Row((Heading(1, text("three"), "three"),)))))
    length(replace(document, blocks=rows[1:]))
    assert [row.blocks[0].id for row in set_rows if isinstance(row.blocks[0], Heading)] == [
        "one", "two", "three", "three", "three",
    ]  # fmt: skip


def test_a_document_is_as_long_whatever_was_measured_before_it() -> None:
    length, document = lengths_in(DEFAULT_STYLE), _in_rows()
    for other in (document, *_fewer(document), document):
        assert length(other) == lengths_in(DEFAULT_STYLE)(other)


def test_rows_are_set_anew_where_other_words_stand_around_their_exhibits() -> None:
    style = replace(DEFAULT_STYLE, page=replace(DEFAULT_STYLE.page, margin_mm=0.0))
    short = _in_rows()
    long = replace(short, front=replace(short.front, source_label="What this is taken from, in many words " * 20))
    length = lengths_in(style)
    assert length(short) != lengths_in(style)(long)
    assert length(long) == lengths_in(style)(long)


def test_what_was_measured_with_rows_of_another_is_written_as_if_by_itself() -> None:
    document = _in_rows()
    other = _fewer(document)[0]
    fresh = [render(copy.deepcopy(one), "pdf", DEFAULT_STYLE).value for one in (document, other)]
    for last in (document, other):
        length = lengths_in(DEFAULT_STYLE)
        length(document)
        length(other)
        length(last)
        assert [render(one, "pdf", DEFAULT_STYLE).value for one in (document, other)] == fresh
