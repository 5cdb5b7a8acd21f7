from __future__ import annotations

from relation_files import diagnostics_of


def test_one_side_throughout_passes() -> None:
    found = diagnostics_of(
        {
            "trade.csv": """\
id,period,exporter,importer,flow,value,scale,currency,worded_as,sources
a,2019,BLR,PAK,X,35.1,1000000,USD,exports,ref
b,2020,BLR,PAK,X,37,1000000,USD,exports,ref
""",
        },
        only="BG237",
    )

    assert found == []


def test_a_change_of_side_is_told() -> None:
    found = diagnostics_of(
        {
            "trade.csv": """\
id,period,exporter,importer,flow,value,scale,currency,worded_as,sources
a,2019,BLR,PAK,X,35.1,1000000,USD,imports,ref
b,2020,BLR,PAK,X,37,1000000,USD,exports,ref
""",
        },
        only="BG237",
    )

    assert found == [
        (
            "trade.csv:3:33: warning[BG237] 2020 BLR to PAK (X): worded_as changes from imports to exports "
            "after 2019; growth across the two is not comparable"
        ),
    ]
