"""The gate's own reading of a PDF: every string, however it is written, in whatever object it stands."""

from __future__ import annotations

import zlib

import pytest

from briefgen.model.formats import FORMATS
from briefgen.reading import faults_of, parts_of
from briefgen.reading.pdf.page_text import ShownText, decoded, read_map, strings_in

PDF = FORMATS["pdf"]


# ---------------------------------------------------------------- strings


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (b"/Title (Plain words) /Author (Me)", ["Plain words", "Me"]),
        (b"(in (nested) brackets)", ["in (nested) brackets"]),
        (rb"(a \(bracket\) and a \\ stroke)", [r"a (bracket) and a \ stroke"]),
        (rb"(\101\1012\60)", ["AA20"]),
        (rb"(\501)", ["A"]),
        (b"(two\\\nlines\\\r\nin one)", ["twolinesin one"]),
        (rb"(\n\r\t\b\f)", ["\n\r\t\b\f"]),
        (rb"(\x)", ["x"]),
        (b"<48656C6c6f>", ["Hello"]),
        (b"<48 65 6C\n6C 6F>", ["Hello"]),
        (b"<48657>", ["Hep"]),
        (b"<</Length 5>> <<\n/A <4142>>>", ["AB"]),
        (b"<FEFF041C0438043D0441043A>", ["Минск"]),
        (b"()", [""]),
        (b"<< >> <<\n>> << /A 5 >>", []),
    ],
)
def test_a_string_is_read_however_it_is_written(body: bytes, texts: list[str]) -> None:
    assert list(strings_in(body)) == texts


def test_a_text_says_its_own_code() -> None:
    assert decoded(b"\xfe\xff\x04\x1c") == "М"
    assert decoded("\ufeffМ".encode()) == "М"
    assert decoded(b"\xe9t\xe9") == "été"
    assert decoded(b"\xfe\xff\x04") == "\ufffd"


# ---------------------------------------------------------------- maps and pages

MAP = b"""\
begincmap
2 beginbfchar <0001> <0041> <0002> <00660069> endbfchar
3 beginbfrange
<0010> <0012> <0061>
<0020> <0022> [<0078> <0079>]
<0030> <0031> <00410061>
endbfrange
1 beginbfchar <0003> <D83DDE00> endbfchar
"""


def test_a_map_gives_single_codes_rising_ranges_and_listed_ones() -> None:
    assert read_map(MAP) == {
        b"\0\x01": "A", b"\0\x02": "fi", b"\0\x03": "😀", b"\0\x10": "a", b"\0\x11": "b", b"\0\x12": "c",
        b"\0\x20": "x", b"\0\x21": "y", b"\0\x22": "", b"\0\x30": "Aa", b"\0\x31": "Ab",
    }  # fmt: skip


def test_half_a_pair_in_a_map_is_a_character_that_cannot_be_read() -> None:
    assert read_map(b"beginbfchar <0001> <D83D> endbfchar") == {b"\0\x01": "\ufffd"}


def test_a_range_beyond_all_codes_ends() -> None:
    assert len(read_map(b"beginbfrange <0000> <FFFFFF> <0041> endbfrange")) == 0x10000


def test_a_page_shows_runs_in_the_order_they_are_painted_each_in_its_font() -> None:
    maps = {b"F1": read_map(MAP), b"F2": {b"\0\x01": "Z"}}
    content = b"""BT /F1 9.5 Tf <00010002> Tj [<0010> -120 <0011>] TJ (\\000\\022) Tj
/F2 12 Tf <0001> Tj /F9 12 Tf <0001> Tj /F1 1 Tf <0077> Tj ET"""

    assert ShownText(maps).read(content)[0] == "AfiabcZ"


def test_what_a_map_has_not_told_is_left_to_be_read_as_it_stands() -> None:
    maps = {b"F1": read_map(MAP)}
    content = b"/F1 9 Tf <0001> Tj [(AB) <0002>] TJ <00> Tj /F9 9 Tf (Quartz) Tj /F1 9 Tf <0001> Tj (last)"

    said, rest = ShownText(maps).read(content)

    assert said == "AfiA"
    assert [*strings_in(rest)] == ["AB", "\0\x02", "\0", "Quartz", "last"]


def test_a_word_in_a_font_without_a_map_is_read() -> None:
    assert parts(stream(b"", b"/F1 9 Tf (Quartz lantern) Tj"))["object 1, a page's marks"] == "Quartz lantern"


# ---------------------------------------------------------------- objects


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    numbered = [b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in enumerate(objects, 1)]
    return b"%PDF-1.7\n" + b"".join(numbered) + trailer + b"%%EOF\n"


def stream(head: bytes, content: bytes) -> bytes:
    return b"<<%s>>\nstream\n%s\nendstream" % (head, content)


def parts(*objects: bytes, trailer: bytes = b"") -> dict[str, str]:
    return {name: text for name, text in parts_of(PDF, pdf(*objects, trailer=trailer)) if text}


FLATE = b"/Filter/FlateDecode"


@pytest.mark.parametrize(
    ("content", "head"),
    [(b"plain words", b""), (zlib.compress(b"plain words"), FLATE), (b"plain words", b"/Filter /FlateDecode")],
)
def test_a_stream_is_read_packed_or_not_and_as_it_stands_where_it_cannot_be_unpacked(
    content: bytes, head: bytes
) -> None:
    assert parts(stream(head, content)) == {"object 1, a stream": "plain words"}


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        (b"\xfe\xff" + "Минск".encode("utf-16-be"), ["Минск"]),
        ("Минск".encode(), ["Минск"]),
        (b"\xe9t\xe9", ["été"]),
        (b"a <hidden words> b", ["a  b", "a <hidden words> b"]),
        (rb'{"a":"\u00e9t\u00e9 &amp; b"}', ["été & b"]),
    ],
)
def test_a_stream_is_read_as_markup_and_as_a_text_of_any_code(content: bytes, texts: list[str]) -> None:
    found = parts(stream(b"", content))["object 1, a stream"]

    assert [text for text in texts if text not in found] == []


def test_strings_of_an_object_and_of_the_head_of_a_stream_are_read() -> None:
    assert parts(b"<</A (one)/B [(two) <33>]>>", stream(b"/D (three)", b"x")) == {
        "object 1": "one\ntwo\n3", "object 2": "three", "object 2, a stream": "x",
    }  # fmt: skip


def test_a_page_s_text_is_read_through_its_font_and_its_marks_beside_it() -> None:
    page = b"/Span <</ActualText (marked)>> BDC BT /F1 9 Tf <0001> Tj ET EMC"
    found = parts(b"<</Font <</F1 2 0 R>>>>", b"<</Type/Font/ToUnicode 3 0 R>>", stream(b"", MAP), stream(b"", page))

    assert found["object 4, a page's text"] == "A"
    assert found["object 4, a page's marks"] == "marked"
    assert not any("object 3" in name for name in found)


def test_an_array_of_runs_alone_is_a_page_too() -> None:
    found = parts(b"<</F1 2 0 R>>", b"<</ToUnicode 3 0 R>>", stream(b"", MAP), stream(b"", b"/F1 9 Tf [<0001>] TJ"))

    assert found["object 4, a page's text"] == "A"


@pytest.mark.parametrize("head", [b"/Subtype/Image", b"/Subtype /Image", b"/Type/XRef", b"/Type /XRef /W [1 2 1]"])
def test_pictures_and_the_index_hold_no_words(head: bytes) -> None:
    assert parts(stream(head, b"plain words")) == {}


def test_fonts_hold_no_words_either() -> None:
    for name in (b"FontFile", b"FontFile2", b"FontFile3"):
        assert parts(b"<</%s 2 0 R>>" % name, stream(b"", b"plain words")) == {}


def test_objects_in_an_object_stream_are_read_each_by_its_number() -> None:
    inner = b"11 0 12 6\n(one) (two)"
    for head, content in ((b"", inner), (FLATE, zlib.compress(inner))):
        packed = stream(b"/Type /ObjStm /N 2 /First 10" + head, content)

        assert parts(packed) == {"object 11": "one", "object 12": "two"}


def test_the_trailer_is_read_and_what_stands_before_it_is_not_read_again() -> None:
    found = parts(b"<</A (one)>>", trailer=b"trailer\n<</Info (old)>>\ntrailer\n<</ID [<41> (b)]>>\n")

    assert found == {"object 1": "one", "the file's trailer": "A\nb"}
    assert parts(b"(one)") == {"object 1": "one"}


@pytest.mark.parametrize(
    ("data", "is_whole"),
    [
        (b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n", True),
        (b"%PDF-1.7\n%%EOF" + b"\n" * 27, True),
        (b"%PDF-1.7\n%%EOF" + b"\n" * 28, False),
        (b"%PDF-1.7\n1 0 obj", False),
        (b"\n%PDF-1.7\n%%EOF", False),
        (b"", False),
    ],
)
def test_a_pdf_is_whole_with_its_head_and_its_end(data: bytes, is_whole: bool) -> None:  # noqa: FBT001
    assert faults_of(PDF, data) == ([] if is_whole else ["the PDF is not whole"])
