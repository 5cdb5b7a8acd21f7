"""What is measured of a table is kept as long as the table, for the table and style that were measured alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import Align, Cell, Table, TextRun
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.records import replace
from briefgen.render.kept_measures import once_per_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.looks.style import Style


def _table(words: str) -> Table:
    return Table("visits", (Align.START,), (Cell((TextRun("Who"),)),), ((Cell((TextRun(words),)),),))


def _counting() -> tuple[Callable[[Table, Style], int], list[str]]:
    asked: list[str] = []

    @once_per_table
    def measure(table: Table, _style: Style) -> int:
        asked.append(table.id)
        return len(asked)

    return measure, asked


def test_a_table_is_measured_once_however_many_stand_between() -> None:
    measure, asked = _counting()
    one, other = _table("Lukashenko"), _table("Sharif")
    assert [measure(table, DEFAULT_STYLE) for table in (one, other, one, other)] == [1, 2, 1, 2]
    assert len(asked) == 2


def test_one_that_says_the_same_is_another_table() -> None:
    measure, _ = _counting()
    one, same = _table("Sharif"), _table("Sharif")
    assert one == same
    assert (measure(one, DEFAULT_STYLE), measure(same, DEFAULT_STYLE)) == (1, 2)


def test_in_another_style_it_is_measured_anew() -> None:
    measure, _ = _counting()
    table = _table("Sharif")
    assert (measure(table, DEFAULT_STYLE), measure(table, replace(DEFAULT_STYLE))) == (1, 2)


def test_what_was_measured_goes_with_the_table() -> None:
    measure, asked = _counting()
    for words in ("Sharif", "Lukashenko", "Zardari"):  # a place in memory is given to the next one
        measure(_table(words), DEFAULT_STYLE)
    assert len(asked) == 3
