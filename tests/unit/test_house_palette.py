"""The colours of the house style: they mean a party and nothing else, and all that is read or seen has its contrast."""

from __future__ import annotations

import colorsys
from dataclasses import fields

import pytest

from briefgen.diagnostics import Report
from briefgen.load.nodes.yaml_nodes import parse_yaml
from briefgen.load.styles.house_yaml import read_style
from briefgen.model.document import CalloutKind, Paragraph
from briefgen.model.looks.contrast import contrast
from briefgen.model.looks.style import DEFAULT_STYLE, Palette
from briefgen.render import render
from briefgen.render.callout_looks import callout_look
from briefgen.world import Memory
from readers.docx import W, part
from readers.pdf import page_streams
from samples.sample_document import document, sample_document, text

PAPER = "#ffffff"
PALETTE = DEFAULT_STYLE.palette
FIRST, SECOND, *NEITHER = PALETTE.series
NAMED = [field.name for field in fields(Palette) if field.name != "series" and getattr(PALETTE, field.name)]
_GREY = 0.32
"""What ink, muted and edge have of a hue at most."""


def saturation(colour: str) -> float:
    """How far a colour is from grey (HSV)."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return colorsys.rgb_to_hsv(red, green, blue)[1] * max(red, green, blue)


@pytest.mark.parametrize("name", NAMED)
def test_nothing_but_a_party_has_a_colour(name: str) -> None:
    assert saturation(getattr(PALETTE, name)) < _GREY


def test_what_is_neither_party_has_none_either() -> None:
    assert all(saturation(colour) < _GREY for colour in NEITHER)
    assert min(saturation(FIRST), saturation(SECOND)) > _GREY


@pytest.mark.parametrize("name", sorted({text.colour for text in DEFAULT_STYLE.text.values()}))
@pytest.mark.parametrize("ground", [PAPER, PALETTE.tint])
def test_letters_are_read_on_paper_and_in_the_box(name: str, ground: str) -> None:
    assert contrast(DEFAULT_STYLE.colour(name), ground) >= 4.5


@pytest.mark.parametrize("colour", [*PALETTE.series, PALETTE.edge])
def test_marks_are_seen_on_paper(colour: str) -> None:
    assert contrast(colour, PAPER) >= 3


def test_the_parties_part_in_grey() -> None:
    assert contrast(FIRST, SECOND) >= 3
    assert all(contrast(one, other) >= 1.4 for one in NEITHER for other in (FIRST, SECOND, *NEITHER) if one != other)


def test_headings_and_boxes_are_ink() -> None:
    assert PALETTE.accent == PALETTE.caution == PALETTE.ink
    assert callout_look(CalloutKind.SUMMARY, PALETTE).bar == ""


def style_of(source: str) -> Palette:
    """The colours of a style file without a fault."""
    report = Report()
    style = read_style(parse_yaml(source, "house.yaml", report), Memory({}), report)
    assert report.diagnostics == ()
    return style.palette


@pytest.mark.parametrize(
    ("source", "accent", "caution"),
    [
        ("", PALETTE.ink, PALETTE.ink),
        ("palette: {muted: '#444444'}", PALETTE.ink, PALETTE.ink),
        ("palette: {ink: '#111111'}", "#111111", "#111111"),
        ("palette: {accent: '#aa0000'}", "#aa0000", PALETTE.ink),
        ("palette: {caution: '#8a4a12'}", PALETTE.ink, "#8a4a12"),
        ("palette: {ink: '#222222', accent: '#0b4f6c'}", "#0b4f6c", "#222222"),
        ("palette: {ink: '#222222', accent: '#0b4f6c', caution: '#8a4a12'}", "#0b4f6c", "#8a4a12"),
    ],
)
def test_a_team_s_own_colours_go_on_working(source: str, accent: str, caution: str) -> None:
    palette = style_of(f"{source}\n" if source else "page: {}\n")

    assert (palette.accent, palette.caution) == (accent, caution)
    assert callout_look(CalloutKind.SUMMARY, palette).bar == ("" if accent == palette.ink else accent)
    assert callout_look(CalloutKind.CAUTION, palette).bar == caution


def test_links_are_told_by_a_line_under_them_in_every_format() -> None:
    with_links = render(sample_document(), "pdf", DEFAULT_STYLE).value.data
    without = render(document(Paragraph(text("No link."))), "pdf", DEFAULT_STYLE).value.data
    thin = [line for line in page_streams(with_links).splitlines() if line.endswith(" re f") and _height(line) < 0.6]
    styles = part(render(sample_document(), "docx", DEFAULT_STYLE).value.data, "word/styles.xml")
    (link,) = (s for s in styles.iter(f"{W}style") if s.get(f"{W}styleId") == "Hyperlink")
    html = render(sample_document(), "html", DEFAULT_STYLE).value.data.decode()

    assert thin
    assert not [line for line in page_streams(without).splitlines() if line.endswith(" re f") and _height(line) < 0.45]
    assert link.find(f"{W}rPr/{W}u").get(f"{W}val") == "single"
    assert "a{color:" in html
    assert "article a{text-decoration:none" not in html


def _height(line: str) -> float:
    return float(line.split()[-3])
