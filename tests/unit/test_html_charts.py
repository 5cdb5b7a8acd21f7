"""Figures of a page on a narrow screen: their letters stay large enough, and what does not fit is scrolled to."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.model.charts import ChartKind
from briefgen.model.document import Exhibit, MarginNote, Paragraph, Row
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.traversal import in_rows
from briefgen.render import render
from readers.html import page
from samples.charts import chart
from samples.sample_document import document, sample_document, text

if TYPE_CHECKING:
    from lxml.html import HtmlElement as Element

    from briefgen.model.document import Block

NOTES = (MarginNote((), (Paragraph(text("Notes.")),)),)
READABLE = 9.0
"""Pixels."""
SHOWN = next(block for block in in_rows(sample_document().blocks) if isinstance(block, Exhibit))


def page_of(*blocks: Block, size: float = 0.0) -> Element:
    """The page of some blocks, with letters of the figures in another size where one is given."""
    style, named = DEFAULT_STYLE, dict(DEFAULT_STYLE.text)
    if size:
        named["figure"] = replace(named["figure"], size=size)
    return page(render(document(*blocks), "html", replace(style, text=named)).value.data)


def width(svg: Element) -> float:
    """Of the drawing, in its own units."""
    return float(svg.get("viewbox").split()[2])


def letters(svg: Element) -> float:
    """Pixels of the smallest letters on the narrowest page, where the figure has its least width."""
    least = re.fullmatch(r"--least:(\d+)px", svg.get("style"))
    assert least
    return min(float(label.get("font-size")) for label in svg.iter("text")) * int(least[1]) / width(svg)


@pytest.mark.parametrize("kind", ChartKind)
@pytest.mark.parametrize("size", [0.0, 5.0, 12.0])
def test_letters_of_charts_stay_readable(kind: ChartKind, size: float) -> None:
    beside = Row((replace(SHOWN, id="beside", graphic=chart(kind)),), NOTES)
    drawings = list(page_of(replace(SHOWN, graphic=chart(kind)), beside, size=size).iter("svg"))

    assert len(drawings) == 2
    assert all(READABLE <= letters(svg) < READABLE + 0.1 for svg in drawings)


def test_letters_of_every_figure_of_a_brief_stay_readable() -> None:
    drawings = list(page(render(sample_document(), "html", DEFAULT_STYLE).value.data).iter("svg"))

    assert len(drawings) > 1
    assert all(letters(svg) >= READABLE for svg in drawings)


def test_a_figure_scrolls_in_a_named_frame_that_keys_reach() -> None:
    frame = next(page_of(SHOWN).iter("svg")).getparent()

    assert (frame.get("class"), frame.get("role"), frame.get("tabindex")) == ("scroll", "region", "0")
    assert frame.get("aria-label") == SHOWN.caption.label


def test_a_figure_is_drawn_as_wide_beside_notes_as_elsewhere() -> None:
    alone, beside = page_of(SHOWN, Row((replace(SHOWN, id="beside"),), NOTES)).iter("svg")

    assert width(beside) == width(alone)


def test_the_least_width_is_asked_for_on_screens_alone() -> None:
    sheet = next(page_of(SHOWN).iter("style")).text
    printed = "".join(re.findall(r"@media print\{(figure.*)\}", sheet))

    assert "min-width:var(--least)" in sheet
    assert "figure .scroll{overflow:visible" in printed
    assert "figure svg{min-width:0}" in printed
