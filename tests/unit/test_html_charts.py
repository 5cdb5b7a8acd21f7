"""Figures of a page on a narrow screen: they are drawn anew, so that their letters stay large enough."""

from __future__ import annotations

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


NARROWEST, WIDEST = 280.0, 600.0
"""Pixels of a figure on a screen of 320, and on the narrowest on which it is drawn wide."""


def letters(svg: Element) -> float:
    """Pixels of the smallest letters where the figure is as narrow as it gets."""
    room = NARROWEST if svg.getparent().get("class") == "narrow" else WIDEST
    return min(float(label.get("font-size")) for label in svg.iter("text")) * min(room, width(svg) * 4 / 3) / width(svg)


@pytest.mark.parametrize("kind", ChartKind)
@pytest.mark.parametrize("size", [0.0, 8.5, 12.0])
def test_letters_of_charts_stay_readable(kind: ChartKind, size: float) -> None:
    beside = Row((replace(SHOWN, id="beside", graphic=chart(kind)),), NOTES)
    drawings = list(page_of(replace(SHOWN, graphic=chart(kind)), beside, size=size).iter("svg"))

    assert [svg.getparent().get("class") for svg in drawings] == ["wide", "narrow"] * 2
    assert all(letters(svg) >= READABLE * 0.92 for svg in drawings)


def test_of_the_two_drawings_one_is_shown_and_both_say_the_same() -> None:
    shown = page_of(SHOWN)
    wide, narrow = shown.iter("svg")
    sheet = next(shown.iter("style")).text

    assert wide.get("aria-label") == narrow.get("aria-label") == SHOWN.alt
    assert width(narrow) == 262.5
    assert ".narrow{display:none}" in sheet
    assert "@media screen and (max-width:40rem){.wide{display:none}.narrow{display:block}}" in sheet


def test_no_figure_scrolls_sideways() -> None:
    frames = [svg.getparent().get("class") for svg in page_of(SHOWN).iter("svg")]

    assert "scroll" not in frames


def test_a_figure_is_drawn_as_wide_beside_notes_as_elsewhere() -> None:
    alone, _, beside, _ = page_of(SHOWN, Row((replace(SHOWN, id="beside"),), NOTES)).iter("svg")

    assert width(beside) == width(alone)
