"""The house style: one file over the defaults, within what a page can be set with."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.diagnostics import Report, print_short
from briefgen.load.nodes.yaml_nodes import parse_yaml
from briefgen.load.styles.house_yaml import read_style
from briefgen.model.looks.style import DEFAULT_STYLE, TEXT_STYLES, Style
from briefgen.world import Memory

HOUSE = Path(__file__).parents[2] / "templates/styles/house.yaml"


def read(text: str) -> tuple[Style, list[str]]:
    """The style and what was reported."""
    report = Report()
    style = read_style(parse_yaml(text, "house.yaml", report), Memory({}), report)
    return style, [print_short(d) for d in report.diagnostics]


def test_the_shipped_file_is_the_default_written_out() -> None:
    assert read(HOUSE.read_text(encoding="utf-8")) == (DEFAULT_STYLE, [])


def test_every_text_style_has_a_default() -> None:
    assert tuple(DEFAULT_STYLE.text) == TEXT_STYLES


def test_what_a_file_leaves_out_stays() -> None:
    style, told = read('palette: {accent: "#AA0000"}\ntext: {body: {size: 11}}\n')

    assert told == []
    assert style.palette.accent == "#aa0000"
    assert style.text["body"].size == 11
    assert style.text["body"].leading == DEFAULT_STYLE.text["body"].leading
    assert style.palette.ink == DEFAULT_STYLE.palette.ink


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("palete: {}\n", "house.yaml:1:1: error[BG106] a style has no field 'palete'"),
        ("palette: {accent: red}\n", "house.yaml:1:19: error[BG108] 'red': not a colour such as #0b4f6c"),
        ("text: {body: {size: 0}}\n", "house.yaml:1:21: error[BG117] '0': not a number from 4 to 72 (points)"),
        ("text: {body: {size: 1e9}}\n", "house.yaml:1:21: error[BG117] '1e9'"),
        ("text: {body: {colour: loud}}\n", "house.yaml:1:23: error[BG109] 'loud' is not one of the known words"),
        ("text: {bodi: {size: 9}}\n", "house.yaml:1:8: error[BG106] the group of text styles has no field 'bodi'"),
        ("families: {sans: {source: arial}}\n", "house.yaml:1:27: error[BG109] 'arial'"),
        ("page: {left_mm: 100, right_mm: 100}\n", "house.yaml:1:7: error[BG117] these margins leave 10 by 256 mm"),
        ('palette: {series: ["#000000"]}\n', "house.yaml:1:10: error[BG117] series names 1 colours"),
        ("- a\n", "house.yaml:1:1: error[BG108] a style is a group of fields, and this is a list"),
    ],
)
def test_what_cannot_be_set_is_told_at_its_place(text: str, message: str) -> None:
    style, told = read(text)

    assert style == DEFAULT_STYLE or "bodi" in text or "palete" in text
    assert [line for line in told if line.startswith(message)], told
