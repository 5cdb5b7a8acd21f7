from __future__ import annotations

from rules.records import book, other_book, references, trade
from samples.relation_files import diagnostics_of


def test_a_doubling_passes() -> None:
    found = diagnostics_of({"trade.csv": trade("a,2018,PAK,BLR,X,25.1", "b,2019,PAK,BLR,X,50.2")}, only="BG236")

    assert found == []


def test_thousands_taken_for_millions_are_told() -> None:
    found = diagnostics_of({"trade.csv": trade("a,2018,PAK,BLR,X,50200", "b,2019,PAK,BLR,X,50.2")}, only="BG236")

    assert found == [
        "trade.csv:3:18: warning[BG236] 2019 PAK to BLR (X) differs 1000-fold from 2018 PAK to BLR (X), 'a'"
    ]


def test_a_source_that_is_out_by_tenfold_is_told() -> None:
    found = diagnostics_of(
        {
            "references.json": references(book(), other_book(title="T", author=[{"family": "A"}])),
            "trade.csv": trade("a,2019,PAK,BLR,X,15.1", "b,2019,PAK,BLR,X,1.37,1000000,USD,other"),
        },
        only="BG236",
    )

    assert found == ["trade.csv:3:18: warning[BG236] 2019 PAK to BLR (X) differs 11-fold from 2019 PAK to BLR (X), 'a'"]


def test_a_month_is_no_tenth_of_a_year() -> None:
    rows = trade("a,2018,PAK,BLR,X,120", "b,2019-01,PAK,BLR,X,9", "c,2019-02,PAK,BLR,X,8", "d,2019,PAK,BLR,X,125")

    assert diagnostics_of({"trade.csv": rows}, only="BG236") == []


def test_a_month_is_held_against_the_next_and_a_year_against_the_next() -> None:
    rows = trade("a,2018,PAK,BLR,X,120", "b,2019-01,PAK,BLR,X,9", "c,2019-02,PAK,BLR,X,800", "d,2019,PAK,BLR,X,5")
    found = diagnostics_of({"trade.csv": rows}, only="BG236")

    assert [line.split(": ")[0] for line in found] == ["trade.csv:4:21", "trade.csv:5:18"]
