from __future__ import annotations

from relation_files import TRADE, diagnostics_of


def test_a_doubling_passes() -> None:
    found = diagnostics_of(
        {
            "trade.csv": TRADE
            + """\
a,2018,PAK,BLR,X,25.1,1000000,USD,ref
b,2019,PAK,BLR,X,50.2,1000000,USD,ref
""",
        },
        only="BG236",
    )

    assert found == []


def test_thousands_taken_for_millions_are_told() -> None:
    found = diagnostics_of(
        {
            "trade.csv": TRADE
            + """\
a,2018,PAK,BLR,X,50200,1000000,USD,ref
b,2019,PAK,BLR,X,50.2,1000000,USD,ref
""",
        },
        only="BG236",
    )

    assert found == [
        "trade.csv:3:18: warning[BG236] 2019 PAK to BLR (X) differs 1000-fold from 2018 PAK to BLR (X), 'a'",
    ]


def test_a_source_that_is_out_by_tenfold_is_told() -> None:
    found = diagnostics_of(
        {
            "references.json": """\
[{"id": "ref", "type": "book", "title": "T", "author": [{"family": "A"}]},
 {"id": "other", "type": "book", "title": "T", "author": [{"family": "A"}]}]
""",
            "trade.csv": TRADE
            + """\
a,2019,PAK,BLR,X,15.1,1000000,USD,ref
b,2019,PAK,BLR,X,1.37,1000000,USD,other
""",
        },
        only="BG236",
    )

    assert found == [
        "trade.csv:3:18: warning[BG236] 2019 PAK to BLR (X) differs 11-fold from 2019 PAK to BLR (X), 'a'",
    ]
