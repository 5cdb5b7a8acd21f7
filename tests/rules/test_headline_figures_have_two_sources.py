from __future__ import annotations

import pytest

from briefgen.load import load
from briefgen.validate import validate
from rules.records import book, other_book, references, trade
from samples.relation_files import diagnostics_of, world


def test_two_sources_pass() -> None:
    found = diagnostics_of(
        {
            "references.json": references(book(), other_book(custom={"source_class": "academic"})),
            "trade.csv": trade("a,2019,PAK,BLR,X,15,1000000,USD,ref;other"),
        },
        only="BG249",
    )

    assert found == []


def test_an_interested_second_source_is_told() -> None:
    found = diagnostics_of(
        {
            "references.json": references(book(), other_book(custom={"source_class": "party"})),
            "trade.csv": trade("a,2019,PAK,BLR,X,15,1000000,USD,ref;other"),
        },
        only="BG249",
    )

    assert found == [
        "trade.csv:2:33: info[BG249] 2019: the trade totals rest on 'ref' alone, beside the interested 'other'"
    ]


def test_a_party_alone_is_told() -> None:
    found = diagnostics_of(
        {
            "references.json": references(book(), other_book(custom={"source_class": "party"})),
            "trade.csv": trade("a,2019,PAK,BLR,X,15,1000000,USD,other"),
        },
        only="BG249",
    )

    assert found == ["trade.csv:2:33: info[BG249] 2019: the trade totals rest on a party's word alone"]


def _weak_years(count: int) -> list[str]:
    rows = [f"a{year - 2010},{year},PAK,BLR,X,15,1000000,USD,ref" for year in range(2010, 2010 + count)]
    return diagnostics_of({"references.json": references(book()), "trade.csv": trade(*rows)}, only="BG249")


@pytest.mark.parametrize(
    ("count", "years"),
    [
        (4, "2010, 2011, 2012, 2013"),
        (6, "2010, 2011, 2012, 2013, 2014, 2015"),
        (7, "2010, 2011, 2012, 2013, 2014, 2015 and 1 more"),
    ],
)
def test_years_that_rest_on_the_same_source_are_told_together_at_the_first(count: int, years: str) -> None:
    assert _weak_years(count) == [f"trade.csv:2:34: info[BG249] {years}: the trade totals rest on 'ref' alone"]


def test_a_year_that_is_excused_excuses_no_other() -> None:
    rows = [f"a{at},{2010 + at},PAK,BLR,X,15,1000000,USD,ref" for at in range(3)]
    files = {
        "references.json": references(book()),
        "trade.csv": trade(*rows, ignore=["CITE-SINGLE", "", ""], note=["Only one counts.", "", ""]),
    }

    assert [one.partition("] ")[2] for one in diagnostics_of(files, only="BG249")] == [
        "2011, 2012: the trade totals rest on 'ref' alone"
    ]


def test_years_that_rest_on_different_sources_are_told_apart() -> None:
    rows = ("a,2019,PAK,BLR,X,15,1000000,USD,ref", "b,2020,PAK,BLR,X,15,1000000,USD,other")
    files = {"references.json": references(book(), other_book()), "trade.csv": trade(*rows)}

    assert [one.partition("] ")[2] for one in diagnostics_of(files, only="BG249")] == [
        "2019: the trade totals rest on 'ref' alone",
        "2020: the trade totals rest on 'other' alone",
    ]


@pytest.mark.parametrize(
    ("source_class", "where"),
    [
        ("dataset", "look for the same trade in somebody else's statistics, such as those of the other party"),
        ("party", "look for them in trade statistics"),
        ("media", "look for them in trade statistics"),
    ],
)
def test_what_comes_from_trade_statistics_is_looked_for_in_other_ones(source_class: str, where: str) -> None:
    files = {
        "references.json": references(book(), other_book(custom={"source_class": source_class})),
        "trade.csv": trade("a,2019,PAK,BLR,X,15,1000000,USD,other"),
    }

    found = [one.hint for one in validate(load(world(files)).value) if one.code == "BG249"]

    assert found == [where]
