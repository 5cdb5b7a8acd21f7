"""What mkdocs does beside its own: a table that is wider than the screen scrolls alone, and is named by its heading."""

from __future__ import annotations

import re
from typing import Any

_PART = re.compile(r"<h[1-6][^>]*>(?P<heading>.*?)<a class=\"headerlink\"|<table>|</table>", re.DOTALL)


def on_page_content(html: str, **_: Any) -> str:  # noqa: ANN401 - what mkdocs hands over
    """The page with each table in a box of its own, named after the heading that it stands under."""
    heading = ""

    def boxed(found: re.Match[str]) -> str:
        nonlocal heading
        if found["heading"] is not None:
            heading = re.sub(r"<[^>]*>", "", found["heading"]).strip()
        match found[0]:
            case "<table>":
                return f'<div class="wide" role="group" aria-label="Table: {heading}">{found[0]}'
            case "</table>":
                return f"{found[0]}</div>"
            case other:
                return other

    return _PART.sub(boxed, html)
