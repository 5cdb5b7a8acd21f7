"""The reading half of HTML: whether a page is whole, its words with those of its markup, the trace in its script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.reading.markup import texts_of_markup

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAIL = 32
_PIXELS_AND_OUTLINES = late_pattern(rb"(?<=;base64,)[A-Za-z0-9+/=]+")
"""Of pictures and fonts inside the page: no words, but letters enough for a short word to stand there by chance."""
_TRACE = late_pattern(rb'<script type="application/json" id="briefgen-trace">(.*?)</script>', re.DOTALL)


def faults_of(data: bytes) -> list[str]:
    """Nothing where the page goes on to its end."""
    return [] if b"</html>" in data[-_TAIL:] else ["the page is not whole"]


def parts_of(data: bytes) -> Iterator[tuple[str, str]]:
    """The page as one text, attributes, scripts and comments included, without the letters of pictures and fonts."""
    yield "its text", texts_of_markup(_PIXELS_AND_OUTLINES.sub(b"", data))


def trace_in(data: bytes) -> bytes | None:
    """What stands in the script that holds the trace."""
    found = _TRACE.search(data)
    return found[1] if found else None
