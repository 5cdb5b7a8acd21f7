from __future__ import annotations

from relation_files import diagnostics_of


def test_one_revision_passes() -> None:
    found = diagnostics_of(
        {
            "trade.csv": """\
id,period,exporter,importer,flow,value,scale,currency,reporter,valuation,scheme,code,status,sources
a,2018,PAK,BLR,X,1,1000,USD,,,HS12,8701,,ref
b,2019,PAK,BLR,X,1,1000,USD,,,HS12,8701,,ref
""",
        },
        only="BG241",
    )

    assert found == []


def test_a_change_of_revision_is_told() -> None:
    found = diagnostics_of(
        {
            "trade.csv": """\
id,period,exporter,importer,flow,value,scale,currency,reporter,valuation,scheme,code,status,sources
a,2018,PAK,BLR,X,1,1000,USD,,,HS12,8701,,ref
b,2019,PAK,BLR,X,1,1000,USD,,,HS17,8701,,ref
""",
        },
        only="BG241",
    )

    assert found == [
        "trade.csv:3:31: warning[BG241] 2019 PAK to BLR (X) of 8701 is HS17, but HS12 in 2018",
    ]
