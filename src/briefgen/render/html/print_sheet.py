"""A page on paper: letters as large as the PDF's, and on every sheet the handling mark, what it is, and its number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.render.css import css_string, font_stack

if TYPE_CHECKING:
    from briefgen.model.document import FrontMatter
    from briefgen.model.looks.style import Style

_COUNTERS = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
_PLACES = re.compile(r"(\{pages?\})")
_BETWEEN = " · "


def print_rules(style: Style, front: FrontMatter, rem: float) -> str:
    """CSS for paper alone; `rem` is how many points of the style's sizes are one unit of the page's."""
    text = style.text["running"]
    look = f"font:{text.size:g}pt {font_stack(style.families[text.family])};color:{style.colour(text.colour)}"
    marked = f"{look};font-weight:700"
    foot = _BETWEEN.join(filter(None, (front.handling, front.date_line)))
    boxes = (
        ("@top-left", css_string(front.handling), marked),
        ("@top-right", css_string(front.audience), look),
        ("@bottom-left", css_string(foot), look),
        ("@bottom-right", _numbered(front.page_label), look),
    )
    margins = "".join(f"{place}{{content:{words};{how}}}" for place, words, how in boxes if words != "''")
    return (
        f"@page{{{margins}}}\n"
        f"@media print{{html{{font-size:{rem:.4g}pt}}.running > span:not(.logos),.outline{{display:none}}"
        ".running{margin:0}p,li{orphans:2;widows:2}.scroll{overflow:visible}}\n"
    )


def _numbered(label: str) -> str:
    """`page {page} of {pages}` with counters in the places of the numbers."""
    return " ".join(_COUNTERS.get(part) or css_string(part) for part in _PLACES.split(label) if part)
