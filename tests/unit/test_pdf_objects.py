"""The objects of a PDF as text: strings, numbers, dictionaries, the outline."""

from __future__ import annotations

import io

import pikepdf
import pytest

from briefgen.render.pdf.objects.book import Book
from briefgen.render.pdf.objects.syntax import array, dictionary, document_string, exact


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Bottom line", "(Bottom line)"),
        ("a (b) \\ c", "(a \\(b\\) \\\\ c)"),
        ("Pakistan–Belarus", "(Pakistan\\205Belarus)"),
        ("é €", "(\\351 \\240)"),
        ("a\u00a0b", "(\\376\\377\\000a\\000\\240\\000b)"),
        ("Я", "(\\376\\377\\004/)"),
    ],
)
def test_a_string_is_in_the_encoding_of_documents_where_that_has_its_letters(text: str, written: str) -> None:
    assert document_string(text) == written
    assert str(pikepdf.Object.parse(written.encode("ascii"))) == text


@pytest.mark.parametrize(
    "text", ["".join(map(chr, range(0x20, 0x7F))), "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž˘ˇˆ˙˝˛˚˜€", "ÿ§¶"]
)
def test_a_reader_gets_the_same_string_back(text: str) -> None:
    assert str(pikepdf.Object.parse(document_string(text).encode("ascii"))) == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0.0, "0"), (1e-9, "0"), (0.5, ".5"), (-0.5, "-0.5"), (595.27559, "595.2756"), (841.88976378, "841.8898"),
        (1234.56789, "1234.568"), (100.0, "100"), (-12.3, "-12.3"), (12345678.9, "12345679"),
    ],
)  # fmt: skip
def test_a_number_has_six_digits_that_count(value: float, written: str) -> None:
    assert exact(value) == written


def test_dictionaries_and_arrays_are_in_order_and_read_as_they_are_meant() -> None:
    entries = {f"K{number}": str(number) for number in reversed(range(14))}
    items = [str(number) for number in range(23)]

    assert list(entries) != sorted(entries)
    read = pikepdf.Object.parse(dictionary(entries).encode("ascii"))
    assert {str(key): int(value) for key, value in read.items()} == {f"/{k}": int(v) for k, v in entries.items()}
    assert [int(item) for item in pikepdf.Object.parse(array(items).encode("ascii"))] == [*range(23)]


LEVELS = (("One", 0), ("One and one", 1), ("Deep", 2), ("One and two", 1), ("Two", 0), ("Far below", 2))


def _file() -> bytes:
    book = Book((595.0, 842.0), "en-GB", "1.7")
    book.add_page("", 0)
    book.structure = book.registry.append("<</Type/StructTreeRoot>>")
    for title, level in LEVELS:
        book.bookmark(title, level, book.registry.page(0), 700.0)
    return book.file()


def test_entries_of_the_outline_stand_below_the_last_of_a_lower_level() -> None:
    with pikepdf.open(io.BytesIO(_file())) as pdf, pdf.open_outline() as outline:
        one, two = outline.root

        assert [one.title, two.title] == ["One", "Two"]
        assert [entry.title for entry in one.children] == ["One and one", "One and two"]
        assert [entry.title for entry in one.children[0].children] == ["Deep"]
        assert [entry.title for entry in two.children] == ["Far below"]
        assert (int(pdf.Root.Outlines.First.Count), int(pdf.Root.Outlines.Last.Count)) == (3, 1)
        assert pdf.Root.Outlines.First.Dest[0].objgen == pdf.pages[0].obj.objgen


def test_a_file_without_entries_has_no_outline() -> None:
    book = Book((595.0, 842.0), "en-GB", "1.7")
    book.add_page("", 0)
    book.structure = book.registry.append("<</Type/StructTreeRoot>>")

    with pikepdf.open(io.BytesIO(book.file())) as pdf:
        assert "/Outlines" not in pdf.Root
        assert len(pdf.pages) == 1
