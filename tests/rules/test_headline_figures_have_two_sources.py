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
