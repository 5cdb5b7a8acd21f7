from __future__ import annotations

from relation_files import TRADE, diagnostics_of


def test_a_sum_within_the_rounding_of_its_parts_passes() -> None:
    found = diagnostics_of(
        {
            "trade.csv": TRADE
            + """\
a,2019,PAK,BLR,X,15.1,1000000,USD,ref
b,2019,BLR,PAK,X,35.1,1000000,USD,ref
c,2019,PAK,BLR,TURNOVER,50.3,1000000,USD,ref
""",
        },
        only="BG204",
    )

    assert found == []


def test_a_sum_beyond_all_rounding_is_told_at_the_turnover() -> None:
    found = diagnostics_of(
        {
            "trade.csv": TRADE
            + """\
a,2019,PAK,BLR,X,15.1,1000000,USD,ref
b,2019,BLR,PAK,X,35.1,1000000,USD,ref
c,2019,PAK,BLR,TURNOVER,50.9,1000000,USD,ref
""",
        },
        only="BG204",
    )

    assert found == [
        "trade.csv:4:25: error[BG204] 2019: 15.1 + 35.1 = 50.2, but the turnover is 50.9",
    ]


def test_several_claims_on_one_direction_are_not_added() -> None:
    found = diagnostics_of(
        {
            "trade.csv": TRADE
            + """\
a,2019,PAK,BLR,X,15.1,1000000,USD,ref
b,2019,BLR,PAK,X,35.1,1000000,USD,ref
c,2019,PAK,BLR,X,14,1000000,USD,ref
d,2019,PAK,BLR,TURNOVER,80,1000000,USD,ref
""",
        },
        only="BG204",
    )

    assert found == []


def test_one_direction_alone_and_two_of_the_same_are_no_sum() -> None:
    for other in ("PAK,BLR", "PAK,DEU"):
        found = diagnostics_of(
            {
                "trade.csv": TRADE
                + f"""\
a,2019,PAK,BLR,X,15.1,1000000,USD,ref
b,2019,{other},X,35.1,1000000,USD,ref
c,2019,PAK,BLR,TURNOVER,80,1000000,USD,ref
""",
            },
            only="BG204",
        )

        assert found == []
