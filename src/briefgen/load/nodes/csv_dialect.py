"""What parts the fields of a table: programs for tables write a comma, a semicolon or a tab, and some say which."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}
_DECLARED = late_pattern(r'"?sep=([,;\t])"?[,;\t]*[ ]*\n?', re.IGNORECASE)
"""The line that Excel reads before the head, and writes for some."""


@dataclass(frozen=True, slots=True)
class CsvDialect:
    """How a table is written."""

    delimiter: str
    begins: int
    """The number of lines before its head."""

    @property
    def name(self) -> str:
        """The delimiter in words."""
        return _DELIMITERS[self.delimiter]


def dialect_of(text: str, known: AbstractSet[str]) -> CsvDialect:
    """The dialect in which most names of the head are known columns; a comma where there is nothing to tell by."""
    if declared := _DECLARED.match(text):
        return CsvDialect(declared[1], 1)
    head = next((line for line in text.split("\n", 20) if line.strip()), "")
    found = {mark: len(known & _names(head, mark)) for mark in _DELIMITERS}
    return CsvDialect(max(_DELIMITERS, key=lambda mark: found[mark]), 0)


def _names(head: str, mark: str) -> set[str]:
    return {name.strip().strip('"') for name in head.split(mark)}
