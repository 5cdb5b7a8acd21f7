"""What YAML takes for a comment, and its writer did not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.diagnostics import Report, print_short
from briefgen.load.nodes.node import Mapping, Scalar
from briefgen.load.nodes.yaml_nodes import parse_yaml

CUT = {
    "title: Session #2 of the commission": "#2 of the commission",
    "title: The year of #friendship": "#friendship",
    "title: Agreement # 5 of 2019": "# 5 of 2019",
    "title: Order #17-FZ  # in force": "#17-FZ  # in force",
    "- {title: Visit #3}": "#3}",
    "title: Both #and more ": "#and more",
    "title: Trade #(goods)": "#(goods)",
    "title: Торговля #беларусь": "#беларусь",
    "a:\n  b: one #two": "#two",
    "- one\n- two #three": "#three",
    "title: Visit\t#2": "#2",
}
WHOLE = [
    "title: Session  # the second",
    "title: 'Session #2'",
    'title: "Session #2"  # quoted',
    "title: C# and F#",
    "title: page#top",
    "# title: #2",
    "title: x  #",
    "title: x  ##",
    "title: x  #- - -",
    "#!shebang\ntitle: x",
    "title: >\n  Session #2",
    "title: |\n  Session #2",
    "title:  # a note\n  x",
    "ignore: [MEC-COUNT]  # the source counts them",
]


def told(text: str) -> list[str]:
    report = Report()
    parse_yaml(text, "f.yaml", report)
    return [print_short(d) for d in report.diagnostics if d.code == "BG128"]


@pytest.mark.parametrize("text", CUT)
def test_a_value_that_is_cut_is_told_with_what_is_lost(text: str) -> None:
    (said,) = told(text)

    assert f"warning[BG128] the value ends before '{CUT[text]}', which is read as a comment" in said


@pytest.mark.parametrize("text", WHOLE)
def test_a_comment_is_a_comment(text: str) -> None:
    assert told(text) == []


@given(st.text(" \u00a0\u2003\u3000\u200b\u200d\u00ad\n\t", max_size=6), st.sampled_from(["'{}'", '"{}"']))
def test_a_text_of_blanks_is_none(blanks: str, quoted: str) -> None:
    report = Report()
    root = parse_yaml(f"title: {quoted.format(blanks.replace(chr(10), ' ').replace(chr(9), ' '))}", "f.yaml", report)

    assert isinstance(root, Mapping)
    title = root.items["title"]
    assert isinstance(title, Scalar)
    assert title.text == ""
