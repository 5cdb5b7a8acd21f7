"""Runs of a text some of which runs from right to left.

Word orders the letters of a run by themselves; where blanks, brackets and figures between two of them go, it takes from
the run's `w:rtl` (ISO/IEC 29500-1, 17.3.2.30). A text that begins from the right and holds words from the left is put
into `w:dir` (17.3.2.8), or its parts would stand in the order of the paragraph.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from briefgen.late_patterns import late_pattern
from briefgen.render.bidirectional import base_level, runs_from_right, stretches
from briefgen.render.docx.package.wordprocessingml import run

if TYPE_CHECKING:
    from collections.abc import Iterator

_LANGUAGE = late_pattern('<w:lang w:val="([^"]*)"/>')


def text_runs(text: str, properties: str = "") -> str:
    """A text as runs, each of one direction; one run for nearly every text."""
    if not runs_from_right(text):
        return run(text, properties)
    from_right = _from_right(properties)
    parts = [(is_right, run(part, from_right if is_right else properties)) for is_right, part in _parts(text)]
    written = "".join(part for _, part in parts)
    is_mixed = base_level(text) and not all(is_right for is_right, _ in parts)
    return f'<w:dir w:val="rtl">{written}</w:dir>' if is_mixed else written


def _parts(text: str) -> Iterator[tuple[bool, str]]:
    """Whether a part runs from right to left, and the part; figures go with what they stand among."""
    of_each = ((_is_from_right(level, part), part) for level, part in stretches(text))
    for is_right, parts in groupby(of_each, key=lambda pair: pair[0]):
        yield is_right, "".join(part for _, part in parts)


def _is_from_right(level: int, part: str) -> bool:
    return level > 0 and not any(bidirectional(character) == "L" for character in part)


def _from_right(properties: str) -> str:
    """The properties of a run from right to left: the language is that of such a script."""
    language = _LANGUAGE.search(properties)
    rest = _LANGUAGE.sub("", properties)
    return f"{rest}<w:rtl/>" + (f'<w:lang w:bidi="{language[1]}"/>' if language else "")
