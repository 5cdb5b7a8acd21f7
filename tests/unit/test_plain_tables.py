"""Tables without markup in their cells are read as the reader of Markdown reads them, or left to it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.compose.markdown.markdown_reader import parser
from briefgen.compose.markdown.markdown_tree import tree_of
from briefgen.compose.markdown.plain_tables import plain_table

_SIGNS = "ab1 .,#-:|+=()\u00a0\ue0002\ue001\n\\*_"
HEAD = "| a | b |\n| --- | --: |\n"


def as_markdown(text: str) -> tuple[list[str], list[tuple[int, list[str]]]] | None:
    """The alignment, and line and cells of each row, of the one table that Markdown reads; None of anything else."""
    root = tree_of(parser().parse(text))
    if [node.type for node in root.children] != ["table"]:
        return None
    rows = [row for part in root.children[0].children for row in part.children]
    align = [str(cell.attrs.get("style", "")).removeprefix("text-align:") for cell in rows[0].children]
    return align, [(row.map[0], [cell.children[0].content for cell in row.children]) for row in rows if row.map]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "| 1 | 2 |",
        "\n\n" + HEAD + "| 1 | 2 |\n\n",
        HEAD + "|1|2|",
        HEAD + "| \ue0003\ue001 | \ue0004\ue001 |",
        HEAD + "|  | 2 |",
        HEAD + "| 1 | |",
        HEAD + "   | 1 | 2 |",
        HEAD + "| 1 | 2 |   ",
        HEAD + "1 | 2",
        HEAD,
        "| a |\n|---|\n| 1 |",
        "| a | b |\n|:-:|:-|\n| x. y | # 5 - 6 |",
        "| a | b |\n| :--- | ---: |\n| 1 | 2 |",
    ],
)
def test_what_is_read_is_what_markdown_reads(text: str) -> None:
    found = plain_table(text)
    if found is None:
        assert text.endswith("1 | 2")
        return
    expected = as_markdown(text)

    assert expected is not None
    assert [(line, list(cells)) for line, cells in found.rows] == expected[1]
    assert [{"start": "", "end": "right"}.get(side.value, side.value) for side in found.align] == [
        {"left": "", "center": "centre"}.get(side, side) for side in expected[0]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "words",
        HEAD + "| *1* | 2 |",
        HEAD + "| 1 | `2` |",
        HEAD + "| [1](https://example.org) | 2 |",
        HEAD + "| 1 \\| 2 | 3 |",
        HEAD + "| 1 | < |",
        HEAD + "| ^ | 2 |",
        HEAD + "| 1 &amp; | 2 |",
        HEAD + "| {{ | 2 |",
        HEAD + "| 1 | 2 |\n\n| 3 | 4 |",
        HEAD + "| 1 | 2 |\nwords",
        "words\n\n" + HEAD + "| 1 | 2 |",
        HEAD + "| 1 | 2 | 3 |",
        HEAD + "| 1 |",
        HEAD + "    | 1 | 2 |",
        "\t| a | b |\n| --- | --- |\n| 1 | 2 |",
        "| a | b |\n| 1 | 2 |",
        "| a | b |\n| --- |\n| 1 | 2 |",
        HEAD + "| \u00a01 | 2 |",
        "| a_b_ | b |\n| --- | --- |\n| 1 | 2 |",
    ],
)
def test_all_else_is_left_to_markdown(text: str) -> None:
    assert plain_table(text) is None


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.lists(st.text("ab1 .,#-:|+=()\u00a0\ue0002\ue001\n\\*_", max_size=5), min_size=2, max_size=3), max_size=4
    ),
    st.sampled_from(["| --- | --- |", "|:-:|--:|", "| - | - |", "|---|", "--- | ---", "| --- | --- |x"]),
)
def test_no_text_is_read_otherwise(rows: list[list[str]], under: str) -> None:
    head, *others = [f"|{'|'.join(cells)}|" for cells in rows or [["a", "b"]]]
    text = "\n".join([head, under, *others])
    found = plain_table(text)
    if found is not None:
        expected = as_markdown(text)
        assert expected is not None
        assert [(line, list(cells)) for line, cells in found.rows] == expected[1]
