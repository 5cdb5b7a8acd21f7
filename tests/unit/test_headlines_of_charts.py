"""The headline of a chart says what is seen, and nothing that its figures do not bear."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.document import Exhibit
from briefgen.model.traversal import every_block, plain_text
from briefgen.world import Memory
from samples.composing import BASE, FOLDER, composed, loaded

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD = (
    "id,period,exporter,importer,flow,value,op,half_unit,scale,currency,reporter,valuation,worded_as,year_basis,"
    "status,sources"
)
_FLOWS = '{{ chart("bar", "Trade", trade, headline=trade|seen) }}\n'
_TURNOVER = '{{ chart("line", "Turnover", trade, what="turnover", headline=trade|seen("turnover")) }}\n'


def headline(rows: Sequence[str], section: str = _FLOWS) -> str:
    """What the chart of a brief is headed with, where it is more than its title."""
    files = {
        **BASE,
        f"{FOLDER}/trade.csv": "\n".join([_HEAD, *rows]) + "\n",
        "templates/sections/one.md.j2": section,
    }
    document, said = composed(loaded(Memory({name: text.encode() for name, text in files.items()})), "reader")
    assert [one for one in said if one.severity == "error"] == []
    exhibit = next(block for block in every_block(document.blocks) if isinstance(block, Exhibit))
    title, unit = plain_text(exhibit.caption.title), plain_text(exhibit.caption.unit)
    has_headline = unit.startswith(("Trade", "Turnover"))
    assert not has_headline or exhibit.alt.startswith(title.replace("\u00a0", " "))
    return title.replace("\u00a0", " ") if has_headline else ""


_OPS = {"~": "about", ">": "more_than", "<": "less_than"}


def amount(value: str) -> tuple[str, str, str]:
    """Value, operator and half a unit: `10`, `~10` within one, `10..20` for all between, `>10`, `<10`."""
    low, _, high = value.partition("..")
    if high:
        return str((int(low) + int(high)) / 2), "about", str((int(high) - int(low)) / 2)
    return low.strip("~<>"), _OPS.get(low[:1], ""), "1" if low[:1] == "~" else ""


def flow(
    period: str, out: str, value: str, *, money: str = "USD", reporter: str = "PAK", valuation: str = "FOB",
    worded: str = "exports", basis: str = "calendar", status: str = "asserted", number: int = 0,
) -> str:  # fmt: skip
    """A row of trade."""
    back = "BLR" if out == "PAK" else "PAK"
    fields = ("X", *amount(value), "1000000", money, reporter, valuation, worded, basis, status, "ref")
    return f"t{number}-{period.replace('/', '-')}-{out}".lower() + f",{period},{out},{back},{','.join(fields)}"


def pair(period: str, ours: str, theirs: str, **more: str) -> list[str]:
    """Both flows of a period, of one statistic."""
    return [flow(period, "PAK", ours, **more), flow(period, "BLR", theirs, worded="imports", **more)]  # type: ignore[arg-type]


MORE = "Pakistan sold more to Belarus than it bought in each year shown"
HIGHER, LOWER = "Trade was higher in 2020 than in 2018", "Trade was lower in 2020 than in 2018"
LESS = "Belarus sold more to Pakistan than it bought in each year shown"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (pair("2019", "30", "10") + pair("2020", "31", "12"), MORE),
        (pair("2019", "10", "30") + pair("2020", "12", "31"), LESS),
        (pair("2019", "10", "30"), "Belarus sold more to Pakistan than it bought in 2019"),
        (pair("FY2019/20", "10", "30", basis="fiscal"), "Belarus sold more to Pakistan than it bought in FY 2019/20"),
        (pair("2018", "30", "10") + pair("2020", "31", "12"), MORE),
        (pair("2019", "30", "10", money="PKR") + pair("2020", "31", "12"), MORE),
        # the other way in one of them
        (pair("2019", "30", "10") + pair("2020", "12", "31"), ""),
        # as much
        (pair("2019", "10", "10"), ""),
        # intervals that share a value
        (pair("2019", "~12", "~12"), ""),
        (pair("2019", "10..20", "15..25"), ""),
        (pair("2019", "10..20", "20..25"), ""),
        (pair("2019", ">10", "5"), "Pakistan sold more to Belarus than it bought in 2019"),
        (pair("2019", ">10", "15"), ""),
        # one flow alone
        ([*pair("2019", "30", "10"), flow("2020", "PAK", "31")], ""),
        # unlike money
        ([flow("2019", "PAK", "30"), flow("2019", "BLR", "10", money="PKR", worded="imports")], ""),
        # contested
        (pair("2019", "30", "10", status="contested"), ""),
        # preferred to claims that nobody is shown, which may say otherwise
        (pair("2019", "30", "10", status="preferred"), ""),
        (pair("2019", "30", "10") + pair("2020", "31", "12", status="preferred"), ""),
        # statistics of two, valued unlike or from two sides
        ([flow("2019", "PAK", "30"), flow("2019", "BLR", "10", reporter="BLR", valuation="CIF")], ""),
        ([flow("2019", "PAK", "30"), flow("2019", "BLR", "10", reporter="BLR", worded="imports")], ""),
        ([flow("2019", "PAK", "30"), flow("2019", "BLR", "10", reporter="BLR")],
         "Pakistan sold more to Belarus than it bought in 2019"),
        ([flow("2019", "PAK", "30"), flow("2019", "BLR", "10", reporter="")], ""),
    ],
)  # fmt: skip
def test_who_sold_more_is_said_only_where_it_is_so_in_all_that_is_drawn(rows: list[str], said: str) -> None:
    assert headline(rows) == said.replace("in FY 2019/20", "in the fiscal year 2019/20")


def turnover(period: str, value: str, **more: str) -> str:
    """A turnover of a period."""
    return flow(period, "PAK", value, valuation="", worded="", **more).replace(",X,", ",TURNOVER,")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([turnover("2018", "10"), turnover("2019", "5"), turnover("2020", "20")], HIGHER),
        ([turnover("2018", "20"), turnover("2019", "50"), turnover("2020", "10")], LOWER),
        ([turnover("2018", "10"), turnover("2019", "5"), turnover("2020", "10")], ""),
        ([turnover("2018", "10..20"), turnover("2019", "5"), turnover("2020", "15..30")], ""),
        ([turnover("2018", "10"), turnover("2019", "5"), turnover("2020", "20", status="contested")], ""),
        ([turnover("2018", "10"), turnover("2019", "5"), turnover("2020", "20", status="preferred")], ""),
        ([turnover("2018", "10"), turnover("2019", "5", status="preferred"), turnover("2020", "20")], HIGHER),
        ([turnover("2018", "10", reporter=""), turnover("2019", "5"), turnover("2020", "20")], ""),
        ([turnover("2018", "10", reporter="BLR"), turnover("2019", "5"), turnover("2020", "20")], ""),
        ([turnover("2018", "10", money="PKR"), turnover("2019", "5"), turnover("2020", "20")], ""),
        ([turnover("2018", "10", basis=""), turnover("2019", "5"), turnover("2020", "20", basis="")], ""),
        ([turnover("2018", "10")], ""),
        ([turnover("2018", "<10"), turnover("2019", "5"), turnover("2020", ">10")], ""),
        ([turnover("2018", "<10"), turnover("2019", "5"), turnover("2020", "11")], HIGHER),
    ],
)  # fmt: skip
def test_the_course_is_said_only_between_like_figures_that_are_apart(rows: list[str], said: str) -> None:
    assert headline(rows, _TURNOVER) == said


AMOUNT, DOUBT = st.integers(1, 40), st.integers(1, 6)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 40), st.integers(0, 6), st.integers(1, 40), st.integers(0, 6)), min_size=1, max_size=4
    )
)
def test_no_value_that_the_figures_allow_makes_a_headline_false(years: list[tuple[int, int, int, int]]) -> None:
    rows: list[str] = []
    for number, (ours, more, theirs, other) in enumerate(years):
        rows += pair(str(2015 + number), f"{ours}..{ours + more}", f"{theirs}..{theirs + other}")
    said = headline(rows)
    ahead = all(ours > theirs + other for ours, _, theirs, other in years)
    behind = all(theirs > ours + more for ours, more, theirs, _ in years)
    assert bool(said) == (ahead or behind)
    assert said.startswith("Pakistan" if ahead else "Belarus" if behind else "")
