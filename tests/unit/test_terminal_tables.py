"""Tables for people: within the width of a terminal, by cells and not by characters."""

from __future__ import annotations

import io
import math
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from briefgen.cli.table import print_table, table
from briefgen.cli.terminal import beginning, cells, columns, is_watched, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADS = ("audience", "hidden", "sections")
ROWS = [
    ("minister", "embargoed", "summary, key_figures, recommendations"),
    ("public", "contested, defence", "summary, timeline"),
]
WIDE = [("外务部", "国防, 立场", "摘要, 贸易, 建议, 建议, 建议"), ("e\u0301tat", "défense", "résumé")]


def lines(rows: Sequence[Sequence[str]], room: float) -> list[str]:
    return [line for line, _ in table(HEADS, rows, room)]


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("brief", 5), ("外务部", 6), ("e\u0301", 1), ("ｆｕｌｌ", 8), ("پاکستان", 7), ("—", 1)]
)
def test_a_text_takes_the_cells_that_a_terminal_gives_it(text: str, width: int) -> None:
    assert cells(text) == width


def test_without_a_limit_every_row_is_one_line_in_columns() -> None:
    assert lines(ROWS, math.inf) == [
        "audience  hidden              sections",
        "minister  embargoed           summary, key_figures, recommendations",
        "public    contested, defence  summary, timeline",
    ]


def test_a_narrow_terminal_gets_whole_words_while_they_fit() -> None:
    assert lines(ROWS, 40) == [
        "audience  hidden         sections",
        "minister  embargoed      summary,",
        "                         key_figures,",
        "                         recommendations",
        "public    contested,     summary,",
        "          defence        timeline",
    ]


def test_words_are_divided_before_the_columns_are_given_up() -> None:
    assert lines(ROWS, 32) == [
        "audience  hidden      sections",
        "minister  embargoed   summary,",
        "                      key_figure",
        "                      s,",
        "                      recommenda",
        "                      tions",
        "public    contested,  summary,",
        "          defence     timeline",
    ]


def test_where_columns_could_not_be_read_each_row_is_a_list() -> None:
    assert lines(ROWS, 28) == [
        "minister",
        "  hidden: embargoed",
        "  sections: summary,",
        "    key_figures,",
        "    recommendations",
        "public",
        "  hidden: contested,",
        "    defence",
        "  sections: summary,",
        "    timeline",
    ]


@pytest.mark.parametrize("room", [*range(6, 60), 200])
@pytest.mark.parametrize("rows", [ROWS, WIDE], ids=["narrow characters", "wide characters"])
def test_no_line_is_longer_than_the_terminal_and_no_word_is_lost(rows: Sequence[Sequence[str]], room: int) -> None:
    made = lines(rows, room)
    given = Counter(character for row in rows for cell in row for character in cell if character != " ")

    assert max(map(cells, made)) <= room
    assert [line for line in made if line != line.rstrip()] == []
    assert given - Counter("".join(made)) == Counter()


def test_columns_of_wide_characters_begin_in_the_same_cell() -> None:
    made = lines(WIDE, math.inf)

    assert {
        cells(line[: line.index(word)]) for line, word in zip(made, ("hidden", "国防", "défense"), strict=True)
    } == {10}


def test_a_line_that_holds_not_even_one_character_ends_all_the_same() -> None:
    assert wrapped("外务部 ab", 1) == ["外", "务", "部", "a", "b"]
    assert beginning("外务", 1) == "外"
    assert beginning("e\u0301t", 1) == "e\u0301"


def test_what_a_table_prints_elsewhere_is_plain_and_cannot_fool_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("a", "b"), [("x\x1b[2J", "y\u202ez")])

    assert capsys.readouterr().out == "a             b\nx\\u{001B}[2J  y\\u{202E}z\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_that_can_only_print_is_not_drawn_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert is_watched(Terminal())
    assert not is_watched(io.StringIO())

    monkeypatch.setenv("TERM", "dumb")
    assert not is_watched(Terminal())


def test_the_last_cell_of_a_line_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert columns() == 79
    monkeypatch.setenv("COLUMNS", "1")
    assert columns() == 1
