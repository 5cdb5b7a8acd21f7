from __future__ import annotations

from relation_files import diagnostics_of


def test_the_usual_difference_passes() -> None:
    found = diagnostics_of(
        {
            "trade.csv": """\
id,period,exporter,importer,flow,value,scale,currency,reporter,valuation,scheme,code,status,sources
a,2001,PAK,BLR,X,236,1000000,USD,PAK,FOB,,,asserted,ref
b,2001,PAK,BLR,X,260,1000000,USD,BLR,CIF,,,asserted,ref
""",
        },
        only="BG239",
    )

    assert found == []


def test_more_than_a_quarter_is_told() -> None:
    found = diagnostics_of(
        {
            "trade.csv": """\
id,period,exporter,importer,flow,value,scale,currency,reporter,valuation,scheme,code,status,sources
a,2001,PAK,BLR,X,236,1000000,USD,PAK,FOB,,,asserted,ref
b,2001,PAK,BLR,X,320,1000000,USD,BLR,CIF,,,asserted,ref
""",
        },
        only="BG239",
    )

    assert found == [
        "trade.csv:3:18: warning[BG239] 2001 PAK to BLR (X): BLR reports 320, PAK 236: 28 % apart",
    ]


def test_more_than_double_is_an_error() -> None:
    found = diagnostics_of(
        {
            "trade.csv": """\
id,period,exporter,importer,flow,value,scale,currency,reporter,valuation,scheme,code,status,sources
a,2001,PAK,BLR,X,236,1000000,USD,PAK,FOB,,,asserted,ref
b,2001,PAK,BLR,X,557,1000000,USD,BLR,CIF,,,asserted,ref
""",
        },
        only="BG239",
    )

    assert found == [
        "trade.csv:3:18: error[BG239] 2001 PAK to BLR (X): BLR reports 557, PAK 236: 123 % apart",
    ]


def test_a_settled_difference_is_only_noted() -> None:
    found = diagnostics_of(
        {
            "trade.csv": """\
id,period,exporter,importer,flow,value,scale,currency,reporter,valuation,scheme,code,status,sources
a,2001,PAK,BLR,X,236,1000000,USD,PAK,FOB,,,asserted,ref
b,2001,PAK,BLR,X,557,1000000,USD,BLR,CIF,,,preferred,ref
""",
        },
        only="BG239",
    )

    assert found == [
        "trade.csv:3:18: info[BG239] 2001 PAK to BLR (X): BLR reports 557, PAK 236: 123 % apart",
    ]
