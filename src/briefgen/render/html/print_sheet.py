"""A page on paper: letters as large as the PDF's, and on every sheet the handling mark, what it is, and its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.render.css import css_string, font_stack
from briefgen.render.running_marks import running_mark

if TYPE_CHECKING:
    from briefgen.model.document import FrontMatter
    from briefgen.model.looks.style import Style

_COUNTERS = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
_PLACES = late_pattern(r"(\{pages?\})")
_BETWEEN = " · "
_PAPER = """\
body{max-width:none;padding:0}.running{margin:0}.callout,th{print-color-adjust:exact}
.skip,.outline,.running > span:not(.logos){display:none}.scroll{overflow:visible}
.callout,.card,figure,tr,.whole,.references li{break-inside:avoid}
h2,h3,h4,caption,figcaption,thead,.lead-in{break-after:avoid}tbody tr:first-child{break-before:avoid;break-after:avoid}
thead{display:table-header-group}p,li{orphans:2;widows:2}
.column > :last-child{margin-bottom:0}.row,.column.next{margin-top:1rem}.column.ruled{padding-top:.3rem}
p,ul,ol,dl{margin-bottom:.5em}.references li{margin-bottom:.15rem}.memo{margin-bottom:1.3rem}
.callout{padding:.7rem 1.2rem .3rem;margin:.6rem 0}figure{margin:.7rem 0}.source{margin:.3rem 0 .6rem}
.timeline :is(th,td){padding-block:.15rem}
.notes{margin:.8rem 0 0;padding-top:.4rem}.notes li{margin-bottom:.15rem}.notes li:last-child{margin:0}
[role=doc-backlink]{display:none}"""
"""Room between things is what the PDF has: that of screens would send the last lines to a sheet of their own."""


_ROWS = (
    "\n.row{{display:grid;grid-template-columns:minmax(0,{column:g}fr) minmax(0,{margin:g}fr);column-gap:{gutter:g}mm}}"
    ".row > .column{{grid-column:1;min-width:0}}.row > .margin{{grid-column:2;border:0;padding:0;margin:0}}"
)
"""Notes beside what they explain: a sheet of paper is narrower than the screens that have room for them."""


def print_rules(style: Style, front: FrontMatter, rem: float) -> str:
    """CSS for paper alone; `rem` is how many points of the style's sizes are one unit of the page's."""
    text = style.text["running"]
    look = f"font:{text.size:g}pt {font_stack(style.families[text.family])};color:{style.colour(text.colour)}"
    marked = f"{look};font-weight:700"
    mark = running_mark(front)
    foot = _BETWEEN.join(filter(None, (mark, front.date_line)))
    boxes = (
        ("@top-left", css_string(mark), marked),
        ("@top-right", css_string(front.audience), look),
        ("@bottom-left", css_string(foot), look),
        ("@bottom-right", _numbered(front.page_label), look),
    )
    marks = "".join(f"{place}{{content:{words};{how}}}" for place, words, how in boxes if words != "''")
    page = style.page
    edges = f"{page.top_mm:g}mm {page.right_mm:g}mm {page.bottom_mm:g}mm {page.left_mm:g}mm"
    rows = _ROWS.format(column=page.column_mm, margin=page.margin_mm, gutter=page.gutter_mm) if page.margin_mm else ""
    return (
        f"@page{{{marks}}}\n"
        f"@media print{{html{{font-size:{rem:.4g}pt}}"
        f"@page{{size:{page.width_mm:g}mm {page.height_mm:g}mm;margin:{edges}}}\n{_PAPER}{rows}}}\n"
    )


def _numbered(label: str) -> str:
    """`page {page} of {pages}` with counters in the places of the numbers."""
    return " ".join(_COUNTERS.get(part) or css_string(part) for part in _PLACES.split(label) if part)
