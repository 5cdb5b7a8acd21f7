"""Fiscal years of two countries have one name and are two spans: a brief that tells of both says when each begins."""
# ruff: noqa: E501 - a case is a line

from __future__ import annotations

import re

import pytest

from briefgen.world import Memory
from readers.brief_lines import lines
from samples.composing import BASE, FOLDER, composed, loaded
from samples.shipped_briefs import ROOT

READER = "templates/audiences/reader.yaml"
RELATION = f"{FOLDER}/relation.yaml"
HEAD = "id,period,exporter,importer,flow,value,scale,currency,reporter,year_basis,valuation,worded_as,sources\n"
OTHER = {"PAK": "BLR", "BLR": "PAK"}
DATES = '{% for y in trade %}\n- {{ y.period|date }}; {{ y.period|date("short") }}; {{ y.period }}\n{% endfor %}\n'


def row(period: str, reporter: str = "PAK", value: int = 5, exporter: str = "PAK", basis: str = "fiscal") -> str:
    """A row of trade; the reporter says whose fiscal year it is."""
    name = re.sub(r"\W", "", f"{period}{reporter}{exporter}").lower()
    return f"{name},{period},{exporter},{OTHER[exporter]},X,{value},1000000,USD,{reporter},{basis},FOB,exports,ref\n"


def brief(rows: str, begins: dict[str, str], section: str = DATES, **more: str) -> str:
    """The words of a brief of parties whose fiscal years begin on days, as one line."""
    relation = BASE[RELATION]
    for party, day in begins.items():
        relation = re.sub(rf"(id: {party}, [^}}]*)}}", rf"\1, fiscal_year_begins: {day}}}", relation)
    files = {**BASE, RELATION: relation, f"{FOLDER}/trade.csv": HEAD + rows, "templates/sections/one.md.j2": section}
    document, said = composed(loaded(Memory({path: text.encode() for path, text in (files | more).items()})), "reader")
    assert [one for one in said if one.severity == "error"] == []
    return " ".join(" ".join(lines(document)).replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("rows", "begins", "told"),
    [
        (row("FY2018-19") + row("FY2018-19", "BLR"), {"PAK": "04-01", "BLR": "07-01"},
         ["the fiscal year 2018/19 (from April); FY 2018/19 (Apr)", "the fiscal year 2018/19 (from July); FY 2018/19 (Jul)"]),
        (row("FY2018-19") + row("FY2018-19", "BLR"), {"PAK": "04-06", "BLR": "07-01"},
         ["the fiscal year 2018/19 (from 6 April); FY 2018/19 (6 Apr)", "the fiscal year 2018/19 (from July)"]),
        (row("FY2018-19") + row("2017/18", "BLR"), {"PAK": "10-01", "BLR": "07-01"},
         ["the fiscal year 2017/18 (from July)", "the fiscal year 2018/19 (from October)"]),
        (row("FY2018-19") + row("FY2018-19", "BLR"), {"PAK": "07-01", "BLR": "07-01"},
         ["the fiscal year 2018/19; FY 2018/19;"]),
        (row("FY2018-19") + row("FY2019-20"), {"PAK": "04-01", "BLR": "07-01"},
         ["the fiscal year 2018/19; FY 2018/19;", "the fiscal year 2019/20; FY 2019/20;"]),
        (row("FY2018-19") + row("FY2018-19", "BLR"), {"PAK": "04-01"},
         ["the fiscal year 2018/19 (from April); FY 2018/19 (Apr)", "the fiscal year 2018/19; FY 2018/19;"]),
        (row("FY2018-19") + row("2018", "BLR", basis="calendar"), {"PAK": "04-01"},
         ["2018; 2018;", "the fiscal year 2018/19; FY 2018/19;"]),
        (row("FY2018-19") + row("FY2018-19", ""), {"PAK": "04-01", "BLR": "07-01"},
         ["the fiscal year 2018/19 (from April)", "the fiscal year 2018/19; FY 2018/19;"]),
        (row("FY2018-19") + row("FY2018-19", "BLR") + row("2018", basis="calendar"), {"PAK": "04-01", "BLR": "07-01"},
         ["the fiscal year 2018/19 (from April)"]),
        (row("FY2018-19?") + row("FY2018-19", "BLR"), {"PAK": "04-01", "BLR": "07-01"},
         ["the fiscal year 2018/19 (from April) (year uncertain)"]),
    ],
)  # fmt: skip
def test_a_fiscal_year_says_when_it_begins_where_another_of_its_name_is_told(
    rows: str, begins: dict[str, str], told: list[str]
) -> None:
    text = brief(rows, begins)

    assert [one for one in told if one not in text] == []


def test_a_series_of_another_fiscal_year_tells_them_apart_too() -> None:
    begins = {"PAK": "04-01", "BLR": "07-01"}
    indicators = (
        '- {id: visitors, name: visitors, measures: flow, unit: visitor, phrase: "from {whose} in {towards}"}\n'
    )
    series = "id,indicator,period,whose,towards,value,reporter,year_basis,sources\nv,visitors,FY2018-19,PAK,BLR,9,BLR,fiscal,ref\n"
    products = "id,exporter,importer,label,value,scale,currency,period,sources\np,BLR,PAK,tea,9,1,USD,{},ref\n"
    own = row("FY2018-19")

    assert "(from April)" not in brief(own, begins)
    more = {"data/indicators.yaml": indicators, f"{FOLDER}/series.csv": series}
    assert "(from April)" in brief(own, begins, **more)
    both_alike = {"PAK": "07-01", "BLR": "07-01"}
    for period in ("FY2018-19", "2018"):  # nobody says whose year a product is of, unless both begin on one day
        assert "(from" not in brief(own, begins, **{f"{FOLDER}/products.csv": products.format(period)})
        assert "(from" not in brief(own, both_alike, **{f"{FOLDER}/products.csv": products.format(period)})


def section(name: str, options: str) -> dict[str, str]:
    """A shipped section as the only one."""
    path = f"templates/sections/{name}.md.j2"
    reader = BASE[READER].replace("[one]", f"[{{{name}: {{{options}}}}}]")
    return {path: (ROOT / path).read_text(encoding="utf-8"), READER: reader}


def test_no_table_has_two_rows_of_one_name() -> None:
    rows = "".join(row(f"FY{y}-{y - 1999}", who, y, way) for y in range(2014, 2019) for who in OTHER for way in OTHER)
    text = brief(
        rows, {"PAK": "04-01", "BLR": "07-01"}, **section("trade", "chart: false, balance: true, indicators: true")
    )
    names = [name for name in re.findall(r"(?:^| )(FY \d{4}/\d\d(?: \(\w+\))?) \|", text) if "(" not in name]

    assert names == []
    assert "FY 2018/19 (Apr) | FY 2017/18 (Apr) |" in text
    assert "FY 2018/19 (Jul) | FY 2017/18 (Jul) |" in text
    assert "counted from the fiscal year 2014/15 (from April) and the fiscal year 2014/15 (from July)." in text


# ---------------------------------------------------------------- sums of parts


def parts(year: int, *which: str, **of: str) -> str:
    return "".join(row(f"{year}-{part}", basis="calendar", **of) for part in which)  # type: ignore[arg-type]


MONTHS = [f"{month:02d}" for month in range(1, 13)]
QUARTERS, HALVES = ["Q1", "Q2", "Q3", "Q4"], ["H1", "H2"]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (parts(2018, *MONTHS), "Figures for 2018 that no source states are sums of its months."),
        (parts(2018, *QUARTERS), "Figures for 2018 that no source states are sums of its quarters."),
        (parts(2018, *HALVES), "Figures for 2018 that no source states are sums of its half-years."),
        (parts(2018, *HALVES) + parts(2017, *HALVES),
         "Figures for 2017 and 2018 that no source states are sums of their half-years."),
        (parts(2018, *HALVES) + parts(2017, *QUARTERS) + parts(2016, *MONTHS),
         "Figures for 2016, 2017 and 2018 that no source states are sums of their parts."),
        (parts(2018, *QUARTERS) + parts(2018, *MONTHS, exporter="BLR"),
         "Figures for 2018 that no source states are sums of its parts."),
        (row("2018", basis="calendar") + parts(2017, *QUARTERS),
         "Figures for 2017 that no source states are sums of its quarters."),
        (row("2018", basis="calendar") + parts(2018, *QUARTERS), ""),
        (parts(2018, *QUARTERS[:3]) + row("2017", basis="calendar"), ""),
        (row("FY2018-19") + parts(2017, *HALVES), "Figures for 2017 that no source states are sums of its half-years."),
    ],
)  # fmt: skip
def test_every_year_that_was_added_up_is_said_to_be(rows: str, sentence: str) -> None:
    text = brief(rows, {}, **section("trade", "chart: false"))

    assert sentence in text
    assert bool(sentence) is ("that no source states" in text)


@pytest.mark.parametrize(("which", "told"), [(MONTHS, "months"), (QUARTERS, "quarters"), (HALVES, "half-years")])
def test_a_sum_of_a_series_is_said_to_be_one(which: list[str], told: str) -> None:
    indicators = '- {id: v, name: visitors, measures: flow, unit: visitor, unit_plural: visitors, phrase: "visitors from {whose} in {towards}"}\n'
    head = "id,indicator,period,whose,towards,value,reporter,year_basis,sources\n"
    series = head + "".join(f"v{part.lower()},v,2018-{part},PAK,BLR,10,BLR,calendar,ref\n" for part in which)
    more = {"data/indicators.yaml": indicators, f"{FOLDER}/series.csv": series, **section("series", "table: true")}
    text = brief(row("2018", basis="calendar"), {}, **more)

    assert f"numbered {10 * len(which)} in 2018, the sum of its {told} [1]." in text
    assert "computed" in text
