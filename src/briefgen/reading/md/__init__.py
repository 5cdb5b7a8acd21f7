"""The reading half of Markdown: whether a text is whole and sound, and its words without marks.

Written against CommonMark and GitHub's tables, not against the writer.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOOT = late_pattern(r"\n\n---\n\n(?:[^\n]+\n\n)*[^\n]+\n\Z")
"""The rule and the lines under it, with which a brief ends."""
_TITLE = late_pattern(r"^#(?: |$)", re.MULTILINE)
_CONTROL = late_pattern(r"[\x00-\x08\x0b-\x1f\x7f]")
_TAG = late_pattern(r"(?<!\\)<(?!https?:)")
_NOTE_MARK = late_pattern(r"(?<!\\)\[\^(\d+)\]")
_NOTE = late_pattern(r"^\[\^(\d+)\]:", re.MULTILINE)
_TABLE = late_pattern(r"(?:^(?:[-*>]|\d+[.)]|[ ])*\|.*\|\n)+", re.MULTILINE)
_BORDER = late_pattern(r"(?<!\\)\|")


def faults_of(data: bytes) -> list[str]:
    """What keeps a text from being read as it was meant, in words."""
    try:
        return list(_faults(data.decode("utf-8")))
    except UnicodeDecodeError:
        return ["the text is not UTF-8"]


def _faults(text: str) -> Iterator[str]:
    if not _FOOT.search(text):
        yield "the text is not whole"
    if len(_TITLE.findall(text)) != 1:
        yield "the text does not have one title"
    if _CONTROL.search(text):
        yield "the text holds a control character"
    if _TAG.search(text):
        yield "the text holds HTML"
    notes = set(_NOTE.findall(text))
    yield from (f"the note {mark} is not there" for mark in sorted(set(_NOTE_MARK.findall(text)) - notes))
    for number, table in enumerate(_TABLE.finditer(text), 1):
        if len({len(_BORDER.findall(row)) for row in table[0].splitlines()}) > 1:
            yield f"the rows of table {number} differ in their cells"


def parts_of(data: bytes) -> Iterator[tuple[str, str]]:
    """The words, which no mark of a note parts; and the text as it stands, with its addresses and comments."""
    source = data.decode("utf-8", "replace")
    yield "its text", unescape(_NOTE_MARK.sub("", source))
    yield "its source", source
