"""Bytes to text that can be printed."""

from __future__ import annotations

import pytest

from briefgen.diagnostics import Report, print_short
from briefgen.load.nodes.decoding import MAX_BYTES, RefusedCharacterError, clean_text, read_text
from briefgen.world import Memory


def read(data: bytes) -> tuple[str | None, list[str]]:
    """The text and what was reported."""
    report = Report()
    text = read_text(Memory({"f": data}), "f", report)
    return text, [print_short(d) for d in report.diagnostics]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfa\r\nb\rc", "a\nb\nc"),
        ("e\u0301".encode(), "é"),
        ("پاکستان Беларусь".encode(), "پاکستان Беларусь"),
        (b"a\tb\n", "a\tb\n"),
        (b"", ""),
    ],
)
def test_marks_line_ends_and_composition_are_made_one(data: bytes, text: str) -> None:
    assert read(data) == (text, [])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"one\ntw\xe9", "f:2:3: error[BG102] is not UTF-8: byte 0xE9"),
        (b"\xff\xfea\x00", "f:1:1: error[BG102] is not UTF-8: byte 0xFF"),
        (b"a\nb\x00", "f:2:2: error[BG102] the character U+0000 (a control character) cannot stand in a brief"),
        ("\u202eabc".encode(), "f:1:1: error[BG102] the character U+202E (right-to-left override)"),
        ("a\ue000".encode(), "f:1:2: error[BG102] the character U+E000 (for private use)"),
        ("a\u2028".encode(), "f:1:2: error[BG102] the character U+2028 (line separator)"),
        ("a\ufeff".encode(), "f:1:2: error[BG102] the character U+FEFF (zero width no-break space)"),
        ("\U000e0041".encode(), "f:1:1: error[BG102] the character U+E0041 (tag latin capital letter a)"),
        (b"\xef\xbb\xbfab\xff", "f:1:3: error[BG102] is not UTF-8: byte 0xFF"),
        (b"x" * (MAX_BYTES + 1), "f: error[BG103] is larger than 8 MB"),
    ],
)
def test_what_cannot_be_printed_is_refused_at_its_place(data: bytes, message: str) -> None:
    text, told = read(data)

    assert text is None
    assert told[0].startswith(message)


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u061c", "\u200c", "\u200d", "\u00ad", "\u2060"])
def test_marks_that_scripts_need_are_text(mark: str) -> None:
    assert read(f"a{mark}b".encode()) == (f"a{mark}b", [])


def test_a_clean_text_is_composed_and_a_bad_one_named() -> None:
    assert clean_text("e\u0301") == "\u00e9"
    with pytest.raises(RefusedCharacterError, match=r"the character U\+D800 \(half of a surrogate pair\)"):
        clean_text("a\ud800\x00")


def test_every_bad_character_is_told() -> None:
    assert len(read(b"a\x01b\n\x02\n")[1]) == 2


def test_a_file_that_is_not_there_is_told() -> None:
    report = Report()

    assert read_text(Memory({}), "gone", report) is None
    assert print_short(report.diagnostics[0]) == "gone: error[BG101] cannot be read: No such file or directory"
