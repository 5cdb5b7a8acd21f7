"""Two levels that stand beside a change have the digits that tell them apart: "about 120" never meets "about 120"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefgen.model.document import Exhibit
from briefgen.model.origin import Origin
from briefgen.model.traversal import in_rows
from briefgen.model.values.arithmetic import Direction
from briefgen.model.values.period import parse_period
from briefgen.model.values.quantity import Op, Quantity, half_unit_of
from briefgen.model.values.significant_digits import digits_apart, significant
from briefgen.model.view import Figure
from briefgen.view.figures.changes import change_between
from briefgen.world import Memory
from readers.document_words import document_words
from samples.composing import BASE, FOLDER, composed, loaded
from samples.series_workspace import files, rows

if TYPE_CHECKING:
    from briefgen.model.charts import Chart
    from briefgen.model.document import Document

HEAD = (
    "id,period,exporter,importer,flow,value,op,scale,currency,reporter,valuation,year_basis,worded_as,counts,sources\n"
)
TOLD = """\
{% set year = trade|last %}
{% set change = year.changes["PAK"] if year.changes["PAK"] is defined else none %}
Sold {{ year.exports["PAK"]|money }}{% if change %}, {{ change|growth }}{% endif %};
before {{ trade[0].exports["PAK"]|money }}.

{% call table("T") %}
| What |{% for one in trade %} {{ one.period|date }} |{% endfor %}

| :-- |{% for one in trade %} --: |{% endfor %}

| Sold |{% for one in trade %} {{ one.exports["PAK"]|money("sign") }} |{% endfor %}

{% endcall %}

{{ chart("bar", "C", trade) }}
"""


def brief(
    *values: str, digits: int = 2, section: str = TOLD, bases: str | list[str] = "PAK,FOB,calendar,exports,goods"
) -> Document:
    """A brief of what was sold in the years from 2015 on, all on one basis or each on its own."""
    each = [bases] * len(values) if isinstance(bases, str) else bases
    table = HEAD + "".join(
        f"y{n},{2015 + n},PAK,BLR,X,{value},,1000000,USD,{basis},ref\n"
        for n, (value, basis) in enumerate(zip(values, each, strict=True))
    )
    told = {
        **BASE,
        f"{FOLDER}/trade.csv": table,
        "templates/sections/one.md.j2": section,
        "templates/audiences/reader.yaml": f"{BASE['templates/audiences/reader.yaml']}numbers: {{digits: {digits}}}\n",
    }
    document, problems = composed(loaded(Memory({name: text.encode() for name, text in told.items()})), "reader")
    assert problems == []
    return document


def chart_in(document: Document) -> Chart:
    """The chart of a brief."""
    [chart] = [block.graphic for block in in_rows(document.blocks) if isinstance(block, Exhibit)]
    return chart  # type: ignore[return-value]  # there is none with panels here


def said(document: Document) -> str:
    """All words of a brief, blanks as one types them."""
    return " ".join(document_words(document)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("before", "after", "digits", "printed"),
    [
        ("117.584", "123.211", 2, ("118", "123")),
        ("116.584", "123.211", 2, ("117", "123")),
        ("116.584", "125.0", 2, ("120", "130")),
        ("117.584", "123.211", 1, ("118", "123")),
        ("117.584", "123.211", 3, ("118", "123")),
        ("62.515", "62.525", 2, ("62.52", "62.53")),
        ("62.515", "62.519", 2, ("62.515", "62.519")),
        ("9.96", "10.04", 2, ("9.96", "10.04")),
        ("99.6", "100.4", 2, ("99.6", "100.4")),
        ("0.0123", "0.0121", 1, ("0.0123", "0.0121")),
        ("51", "49", 1, ("51", "49")),
        ("70", "30", 1, ("70", "30")),
        ("1234.7", "1234.9", 2, ("1,234.7", "1,234.9")),
    ],
)
def test_levels_beside_a_change_are_told_apart(before: str, after: str, digits: int, printed: tuple[str, str]) -> None:
    document = brief(before, after, digits=digits)
    words = said(document)
    [series] = [one for one in chart_in(document).series if any(one.points)]

    assert re.search(rf"Sold (about )?US\${re.escape(printed[1])} million, (rose|fell) by", words), words
    assert re.search(rf"before (about )?US\${re.escape(printed[0])} million", words), words
    assert [point.label.removeprefix("about ") for point in series.points if point] == list(printed)
    assert re.search(rf"{re.escape(printed[0])}\W+{re.escape(printed[1])}", words), words


def test_levels_between_which_nothing_is_named_keep_the_audiences_digits() -> None:
    words = said(brief("117.584", "123.211", bases=",,,,"))

    assert "before about US$120 million" in words
    assert "Sold about US$120 million;" in words


@pytest.mark.parametrize(
    "odd",
    [
        "BLR,FOB,calendar,exports,goods", "PAK,CIF,calendar,exports,goods", ",FOB,calendar,exports,goods",
        "PAK,,calendar,exports,goods", "PAK,FOB,,exports,goods", "PAK,FOB,calendar,exports,services",
        "PAK,FOB,calendar,imports,goods", "BLR,CIF,calendar,imports,goods", ",,,,", "BLR,CIF,calendar,,goods",
    ],
)  # fmt: skip
@pytest.mark.parametrize("where", ["first", "last"])
def test_a_chart_tells_no_levels_apart_between_which_it_names_no_course(odd: str, where: str) -> None:
    usual = "PAK,FOB,calendar,exports,goods"
    document = brief(
        "117.584", "150.0", "123.211", bases=[odd, usual, usual] if where == "first" else [usual] * 2 + [odd]
    )
    [series] = [one for one in chart_in(document).series if any(one.points)]
    [alt] = [block.alt for block in in_rows(document.blocks) if isinstance(block, Exhibit)]

    assert series.points[0] is not None
    assert series.points[-1] is not None
    assert [series.points[0].label, series.points[-1].label] == ["about 120", "about 120"]
    assert "higher" not in alt


def test_levels_that_may_be_one_name_no_figure_of_a_change_but_its_bounds() -> None:
    words = said(brief("120", "120", digits=3))

    assert "Sold US$120 million, may have fallen by up to 0.8% or risen by up to 0.8%" in words


def test_a_year_between_two_others_is_told_from_both() -> None:
    document = brief("117.584", "123.211", "123.911", digits=2)
    [series] = [one for one in chart_in(document).series if any(one.points)]

    assert [point.label for point in series.points if point] == ["about 118", "about 123.2", "about 123.9"]


def test_a_chart_tells_its_first_from_its_last_where_it_names_a_course() -> None:
    document = brief("117.584", "150.0", "123.211", digits=2)
    chart = chart_in(document)
    [series] = [one for one in chart.series if any(one.points)]
    [alt] = [block.alt for block in in_rows(document.blocks) if isinstance(block, Exhibit)]

    assert [point.label for point in series.points if point] == ["about 118", "150", "about 123"]
    assert "Pakistan to Belarus: higher in 2017 than in 2015" in alt
    assert chart.kind


def test_a_sum_is_told_in_no_digit_that_its_doubt_makes_idle() -> None:
    section = """\
{% for year in trade %}
T {{ year.turnover|money }}{% if year.changes.turnover is defined %} {{ year.changes.turnover|growth }}{% endif %}.

{% endfor %}
"""
    table = HEAD + "".join(
        f"{who}{year},{year},{pair},X,{value},,1000000,USD,PAK,{told},goods,ref\n"
        for year, values in (("2015", ("61.5", "58")), ("2016", ("62.515", "60")))
        for who, pair, value, told in (
            ("p", "PAK,BLR", values[0], "FOB,calendar,exports"),
            ("b", "BLR,PAK", values[1], "CIF,calendar,imports"),
        )
    )
    told = {
        **BASE,
        f"{FOLDER}/trade.csv": table,
        "templates/sections/one.md.j2": section,
        "templates/audiences/reader.yaml": f"{BASE['templates/audiences/reader.yaml']}numbers: {{digits: 2}}\n",
    }
    document, _ = composed(loaded(Memory({name: text.encode() for name, text in told.items()})), "reader")

    assert "T about US$120 million." in said(document) or "T about US$119 million" in said(document)
    assert "T about US$123 million rose by" in said(document)


@pytest.mark.parametrize(
    ("before", "after", "printed"),
    [
        ("812", "814", ("812", "814")), ("1622", "1897", ("1,600", "1,900")), ("1640", "1650", ("1,640", "1,650")),
        ("7310", "7340", ("7,310", "7,340")), ("99", "101", ("99", "101")), ("12000", "12001", ("12,000", "12,001")),
        ("5", "6", ("5", "6")), ("995", "1004", ("995", "1,004")), ("61", "61", ("61", "61")),
        ("150", "154", ("150", "154")),
    ],
)  # fmt: skip
def test_levels_of_a_series_are_told_apart(before: str, after: str, printed: tuple[str, str]) -> None:
    section = """\
{% for value in series("students")[0].values %}
{{ value.figure|quantity("count") }}{% if value.change %}, {{ value.change|growth }}{% endif %}.

{% endfor %}
"""
    table = rows(
        f"a,students,2018,PAK,BLR,{before},,,,BLR,calendar", f"b,students,2019,PAK,BLR,{after},,,,BLR,calendar"
    )
    told = files(table, section)
    told["templates/audiences/reader.yaml"] += "numbers: {digits: 2}\n"
    document, problems = composed(loaded(Memory({name: text.encode() for name, text in told.items()})), "reader")
    words = said(document).replace("about ", "")

    assert problems == []
    assert f" {printed[0]}. {printed[1]}, " in words
    assert ("did not change" in words) == (before == after)


# ---------------------------------------------------------------- any two figures


def _amount(text: str, op: Op = Op.EQ) -> Quantity:
    return Quantity(Decimal(text), op, None, half_unit_of(text), "USD", 1_000_000)


def _figure(text: str, op: Op, *, derived: bool, half: str = "") -> Figure:
    amount = _amount(text, op)
    if half:
        amount = Quantity(amount.value, op, None, Decimal(half), "USD", 1_000_000)
    return Figure(amount, Origin(()), derived=derived, period=parse_period("2019"))


_WRITTEN = st.tuples(st.integers(1, 999_999), st.integers(0, 3)).map(
    lambda drawn: f"{Decimal(drawn[0]).scaleb(-drawn[1])}"
)
_HALVES = st.sampled_from(["", "0.05", "0.505", "0.95", "1.2", "7"])


@settings(max_examples=300, deadline=None)
@given(_WRITTEN, _WRITTEN, st.booleans(), _HALVES, _HALVES, st.integers(1, 4))
def test_a_change_with_a_direction_stands_between_levels_that_differ(
    one: str,
    other: str,
    derived: bool,  # noqa: FBT001 - hypothesis gives it
    half: str,
    beside: str,
    digits: int,
) -> None:
    before, after = (
        _figure(one, Op.EQ, derived=derived, half=half),
        _figure(other, Op.ABOUT, derived=derived, half=beside),
    )
    change = change_between(before, after)
    assume(change is not None and change.direction is not Direction.UNCLEAR)
    least = [max(digits, before.apart_from(after).least_digits), max(digits, after.apart_from(before).least_digits)]
    shown = [significant(figure.known.value, count) for figure, count in zip((before, after), least, strict=True)]

    assert shown[0] != shown[1]
    assert least[0] == least[1]
    for figure, value in zip((before, after), shown, strict=True):
        assert value.as_tuple().exponent >= figure.quantity.value.as_tuple().exponent  # type: ignore[operator]


@given(_WRITTEN, _WRITTEN)
def test_no_digit_more_than_it_takes(one: str, other: str) -> None:
    digits = digits_apart(_amount(one), _amount(other))

    assert (digits is None) == (Decimal(one) == Decimal(other))
    if digits and digits > 1:
        apart = Decimal(one) - Decimal(other)
        shown = significant(Decimal(one), digits - 1) - significant(Decimal(other), digits - 1)
        assert not shown or abs(shown - apart) * 4 > abs(apart)
