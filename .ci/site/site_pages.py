"""What mkdocs does beside its own: tables that scroll alone, and an index that a page from a disk may load."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

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


def on_post_build(config: MkDocsConfig) -> None:
    """The index of words as a script: a browser loads one from a disk, where it lets no page fetch a file."""
    index = Path(config.site_dir, "search", "search_index.json")
    index.with_suffix(".js").write_text(f"const searchIndex = {index.read_text('utf-8')};\n", encoding="utf-8")
    index.unlink()
