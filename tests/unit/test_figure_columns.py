"""Columns of figures: the unit in the head or the unit line, digits below, what a figure may be beside it."""

from __future__ import annotations

import pytest

from briefgen.compose.markdown.figure_columns import _unsaid
from briefgen.model.document import Align, Table, TextRun
from briefgen.model.traversal import in_rows, plain_text
from briefgen.render.table_letters import shared_widths
from briefgen.world import Memory
from samples.composing import BASE, FOLDER, composed, loaded

HEAD = "id,period,exporter,importer,flow,value,op,half_unit,scale,currency,status,sources\n"
READER = "templates/audiences/reader.yaml"
BODY = """\
{% call table("Trade") %}
| Period | Value | Basis |
| --- | --: | --- |
{% for row in observations %}
| {{ row.period|date("short") }} | {{ row.value|money("sign") }}{{ note(row.note) }} | {{ row.status|label }} |
{% endfor %}
{% endcall %}
"""


def made(rows: str, body: str = BODY, more: str = "numbers: {intervals: true}\n") -> Table:
    """The table of a section over some rows of trade."""
    files = {
        **BASE, f"{FOLDER}/trade.csv": HEAD + rows, "templates/sections/one.md.j2": body,
        READER: BASE[READER] + more,
    }  # fmt: skip
    document, said = composed(loaded(Memory({path: text.encode() for path, text in files.items()})), "reader")
    assert [d for d in said if d.severity.value == "error"] == []
    return next(block for block in in_rows(document.blocks) if isinstance(block, Table))


def cells(table: Table) -> list[list[str]]:
    """The words of the table, with plain blanks."""
    return [[plain_text(cell.inlines).replace("\u00a0", " ") for cell in row] for row in (table.header, *table.rows)]


def flow(number: int, value: str, op: str = "", half: str = "", scale: str = "1000000", money: str = "USD") -> str:
    """A row of trade."""
    return f"r{number},20{number},PAK,BLR,X,{value},{op},{half},{scale},{money},asserted,ref\n"


def test_the_unit_stands_in_the_head_and_the_interval_beside_the_figure() -> None:
    table = made(flow(10, "15.1", "about", "0.05") + flow(11, "37", "about", "0.5"))

    assert cells(table) == [
        ["Period", "Value, US$ million", "interval", "Basis"],
        ["2010", "≈ 15.1", "15.05–15.15", "asserted"],
        ["2011", "≈ 37", "36.5–37.5", "asserted"],
    ]
    assert table.align[1:3] == (Align.DECIMAL, Align.INTERVAL)
    assert table.row_header


def test_without_intervals_there_is_no_column_for_them() -> None:
    table = made(flow(10, "15.1", "about", "0.05") + flow(11, "37", "about", "0.5"), more="")

    assert cells(table)[1] == ["2010", "≈ 15.1", "asserted"]


def test_an_exact_figure_has_no_dash_beside_it() -> None:
    table = made(flow(10, "15.1", "about", "0.05") + flow(11, "37", "", "0"))

    assert [row[2] for row in cells(table)] == ["interval", "15.05–15.15", ""]
    assert table.caption
    assert plain_text(table.caption.note) == ""


@pytest.mark.parametrize(
    "other",
    [flow(11, "37", money="EUR"), flow(11, "37", scale="1000"), flow(11, "37", scale="1")],
)
def test_units_that_differ_stay_with_their_figures(other: str) -> None:
    table = made(flow(10, "15.1") + other, more="")

    assert cells(table)[0][1] == "Value"
    assert cells(table)[1][1] == "US$15.1 million"
    assert table.align[1] is Align.DECIMAL


@pytest.mark.parametrize(
    ("op", "printed"),
    [("about", "≈ 15"), ("more_than", "> 15"), ("at_least", "≥ 15"), ("less_than", "< 15"), ("at_most", "≤ 15")],
)
def test_doubt_stays_in_the_cell(op: str, printed: str) -> None:
    assert cells(made(flow(10, "15", op) + flow(11, "37"), more=""))[1][1] == printed


def test_words_behind_a_figure_stand_beside_it() -> None:
    body = BODY.replace('money("sign") }}', 'money("sign") }}{% if loop.first %}, computed{% endif %}')
    said = cells(made(flow(10, "15") + flow(11, "37"), body, more=""))

    assert [row[1:3] for row in said] == [["Value, US$ million", "remark"], ["15", "computed"], ["37", ""]]


def test_several_columns_of_one_unit_have_a_unit_line() -> None:
    body = BODY.replace("| Value |", "| Value | Again |").replace("| --: |", "| --: | --: |")
    body = body.replace("{{ note(row.note) }} |", ' | {{ row.value|money("sign") }} |')
    table = made(flow(10, "15") + flow(11, "37"), body, more="")

    assert cells(table)[0] == ["Period", "Value", "Again", "Basis"]
    assert table.caption
    assert plain_text(table.caption.unit) == "US$\u00a0million"


def test_a_column_that_is_not_of_figures_alone_stays_as_it_is_typed() -> None:
    body = BODY.replace("{{ row.value", "{% if loop.first %}about {% endif %}{{ row.value")

    assert cells(made(flow(10, "15") + flow(11, "37"), body, more=""))[1][1] == "about US$15 million"


def test_the_figure_keeps_its_value_and_its_place_in_the_data() -> None:
    table = made(flow(10, "15.1", "about", "0.05") + flow(11, "37"))
    number, beside = (table.rows[0][column].inlines[0] for column in (1, 2))

    assert getattr(number, "value", None) is not None
    assert getattr(number, "origin", None) == getattr(beside, "origin", None) is not None


# ---------------------------------------------------------------- dashes

STATED = """\
{{% call table("Rows"{more}) %}}
| No. | What | Kind | Time |
| --: | --- | --- | --- |
{rows}
{{% endcall %}}
"""


def dashed(times: list[str], more: str = "", more_text: str = "") -> Table:
    """A table some of whose rows have a time."""
    rows = "\n".join(f"| {{{{ {n} }}}} | Act {'abcdefghij'[n]} | k | {time} |" for n, time in enumerate(times))
    return made(flow(10, "1"), STATED.format(rows=rows, more=more) + more_text, more="")


def note(table: Table) -> str:
    """What stands under a table."""
    return plain_text(table.caption.note) if table.caption else ""


@pytest.mark.parametrize("blank", ["", "–", "not stated"])
def test_what_is_not_stated_is_a_dash_that_is_explained(blank: str) -> None:
    table = dashed(["now", blank, "then", "soon"])

    assert [row[3] for row in cells(table)[1:]] == ["now", "–", "then", "soon"]
    assert note(table) == "A dash: not stated."


def test_a_dash_may_mean_something_else() -> None:
    assert note(dashed(["now", ""], ', dash="no time is meant"')) == "A dash: no time is meant."


def test_a_column_of_few_words_stands_behind_the_first_words_of_its_rows() -> None:
    table = dashed(["now", "", "", "", "not stated"])

    assert cells(table)[0] == ["No.", "What", "Kind"]
    assert [row[1] for row in cells(table)[1:3]] == ["Act a (Time: now)", "Act b"]
    assert note(table) == "In brackets behind the first words of a row, where stated: Time."


@pytest.mark.parametrize("times", [["now", "", "", "then", "soon"], ["now", "", ""], ["now", "then", "", "", ""]])
def test_up_to_three_fifths_of_dashes_or_in_three_rows_a_column_stays(times: list[str]) -> None:
    assert cells(dashed(times))[0] == ["No.", "What", "Kind", "Time"]


def test_a_column_without_a_word_is_told() -> None:
    table = dashed(["", "", ""])

    assert cells(table)[0] == ["No.", "What", "Kind"]
    assert note(table) == "Not stated: Time."


def test_a_first_column_with_a_blank_names_no_rows() -> None:
    body = "{% call table('Rows') %}\n| A | B |\n| --- | --- |\n| a | b |\n|  | c |\n{% endcall %}\n"

    assert not made(flow(10, "1"), body).row_header


# ---------------------------------------------------------------- widths


def test_short_columns_stand_on_one_line_and_long_ones_share_the_rest() -> None:
    assert shared_widths([10, 20, 30], [40, 200, 300], 300) == pytest.approx(
        [40, 20 + 180 * 21 / 45, 30 + 270 * 21 / 45]
    )
    assert shared_widths([50, 50], [60, 500], 100) == pytest.approx([50, 50])
    assert shared_widths([5], [50], 20) == pytest.approx([20])
    assert sum(shared_widths([10, 10, 10, 10], [90, 20, 70, 30], 120)) == pytest.approx(120)


def test_what_is_said_of_all_figures_of_a_column_stands_in_its_head() -> None:
    body = BODY.replace('money("sign") }}', 'money("sign") }}, computed')
    said = cells(made(flow(10, "15") + flow(11, "37"), body, more=""))

    assert said == [
        ["Period", "Value (computed), US$ million", "Basis"], ["2010", "15", "asserted"], ["2011", "37", "asserted"],
    ]  # fmt: skip


def test_the_first_column_stays_though_it_holds_nothing() -> None:
    body = "{% call table('Rows') %}\n| A | B |\n| --- | --- |\n|  | b |\n|  | c |\n{% endcall %}\n"

    assert cells(made(flow(10, "1"), body)) == [["A", "B"], ["–", "b"], ["–", "c"]]


# ---------------------------------------------------------------- one scale in the head


@pytest.mark.parametrize(
    ("flows", "head", "printed"),
    [
        ([("802905", "1000"), ("868470", "1000")], "US$ million", ["802.905", "868.47"]),
        ([("1470000", "1000"), ("131000", "1000")], "US$ million", ["1,470", "131"]),
        ([("75", "1000000"), ("250", "1000")], "US$ million", ["75", "0.25"]),
        ([("188.4", "1000000"), ("640", "1000")], "US$ million", ["188.4", "0.64"]),
        ([("1.5", "1000000000"), ("150", "1000000")], "US$ billion", ["1.5", "0.15"]),
        ([("1234567890", "1"), ("234567890", "1")], "US$ million", ["1,234.56789", "234.56789"]),
        ([("5000", "1"), ("7000", "1")], "US$", ["5,000", "7,000"]),
        ([("640", "1000"), ("9050", "1000")], "US$ thousand", ["640", "9,050"]),
        ([("62.515", "1000000000"), ("54.069", "1000000000")], "US$ billion", ["62.515", "54.069"]),
        ([("0", "1000"), ("412", "1000000")], "US$ million", ["0", "412"]),
        ([("100", "1000000"), ("100", "1000")], "US$ million", ["100", "0.1"]),
    ],
)
def test_money_in_a_column_has_one_scale_in_the_head(
    flows: list[tuple[str, str]], head: str, printed: list[str]
) -> None:
    rows = "".join(flow(10 + n, value, scale=scale) for n, (value, scale) in enumerate(flows))
    said = cells(made(rows, more=""))

    assert said[0][1] == f"Value, {head}"
    assert [row[1] for row in said[1:]] == printed


@pytest.mark.parametrize(
    ("flows", "printed"),
    [
        ([("412", "1000000"), ("99", "1000")], ["US$412 million", "US$99,000"]),
        ([("446.2", "1000000000"), ("50.2", "1000000")], ["US$446.2 billion", "US$50.2 million"]),
        ([("1470000", "1000"), ("3", "1000")], ["US$1.47 billion", "US$3,000"]),
    ],
)
def test_what_is_too_small_a_part_keeps_a_scale_of_its_own(flows: list[tuple[str, str]], printed: list[str]) -> None:
    rows = "".join(flow(10 + n, value, scale=scale) for n, (value, scale) in enumerate(flows))
    said = cells(made(rows, more=""))

    assert said[0][1] == "Value"
    assert [row[1] for row in said[1:]] == printed


def test_columns_beside_each_other_have_one_scale() -> None:
    body = """\
{% call table("Trade") %}
| What |{% for row in observations %} {{ row.period|date("short") }} |{% endfor %}

| :-- |{% for row in observations %} --: |{% endfor %}

| Sold |{% for row in observations %} {{ row.value|money("sign") }} |{% endfor %}

{% endcall %}
"""
    table = made(flow(10, "131000", scale="1000") + flow(11, "1470000", scale="1000"), body, more="")

    assert table.caption
    assert plain_text(table.caption.unit) == "US$\u00a0million"
    assert cells(table)[1] == ["Sold", "131", "1,470"]


def test_columns_of_unlike_sizes_have_a_scale_each() -> None:
    body = BODY.replace("| Value |", "| Value | World |").replace("| --: |", "| --: | --: |")
    body = body.replace("{{ note(row.note) }} |", ' | {{ observations[-1].value|money("sign") }} |')
    said = cells(made(flow(10, "50.2") + flow(11, "446.2", scale="1000000000"), body, more=""))

    assert said[0][1:3] == ["Value", "World, US$ billion"]
    assert [row[1] for row in said[1:]] == ["US$50.2 million", "US$446.2 billion"]


def test_two_currencies_stay_with_their_figures_in_the_scale_of_their_size() -> None:
    said = cells(made(flow(10, "1470000", scale="1000") + flow(11, "655", money="CZK"), more=""))

    assert [row[1] for row in said] == ["Value", "US$1.47 billion", "CZK 655 million"]


def test_an_interval_is_told_in_the_scale_of_its_figure() -> None:
    said = cells(made(flow(10, "802905", "about", "0.5", "1000") + flow(11, "868470", "about", "0.5", "1000")))

    assert said[1][1:3] == ["≈ 802.905", "802.9045–802.9055"]


def test_in_another_scale_an_amount_and_its_interval_are_the_same() -> None:
    table = made(flow(10, "802905", "about", "0.5", "1000") + flow(11, "868470", "about", "0.5", "1000"))
    value = getattr(table.rows[0][1].inlines[0], "value", None)

    assert value is not None
    assert (value.value, value.interval.low) == (802_905_000, 802_904_500)


@pytest.mark.parametrize(
    ("flows", "printed"),
    [
        ([("75", "1000000", "USD"), ("250", "1000", "USD")], ["US$75 million", "US$250,000"]),
        ([("1445.0", "1000000", "USD"), ("1544.6", "1000000", "USD")], ["US$1,445.0 million", "US$1,544.6 million"]),
        ([("1445.0", "1000000", "USD"), ("1500", "1000000", "USD")], ["US$1.445 billion", "US$1.5 billion"]),
        ([("802905", "1000", "USD"), ("1470000", "1000", "USD")], ["US$802.905 million", "US$1,470 million"]),
    ],
)
def test_where_each_figure_says_its_unit_those_of_one_currency_agree_on_a_scale(
    flows: list[tuple[str, str, str]], printed: list[str]
) -> None:
    rows = "".join(flow(10 + n, value, scale=scale, money=money) for n, (value, scale, money) in enumerate(flows))
    said = cells(made(rows + flow(15, "655", money="CZK"), more=""))

    assert [row[1] for row in said[1:-1]] == printed


@pytest.mark.parametrize(
    ("head", "said", "told"),
    [
        ("Converted", "converted", ""), ("Converted", "converted, sources differ", "sources differ"),
        ("Value", "sources differ", "sources differ"), ("Value, computed", "computed", ""),
        ("Value", "computed, sources differ", "computed, sources differ"), ("Value", "", ""),
        ("What sources differ on", "sources differ", ""), ("CONVERTED", "Converted", ""),
        ("Turnover", "converted, contested", "converted, contested"),
        ("Contested turnover", "converted, contested", "converted"),
    ],
)  # fmt: skip
def test_what_a_head_says_already_is_not_said_of_its_figures(head: str, said: str, told: str) -> None:
    assert _unsaid(said, (TextRun(head),)) == told
