from __future__ import annotations

from rules.records import book, other_book, references, trade
from samples.relation_files import diagnostics_of


def test_a_preferred_claim_passes() -> None:
    found = diagnostics_of(
        {
            "references.json": references(book(), other_book()),
            "trade.csv": trade(
                "a,2019,PAK,BLR,X,15.1", "b,2019,PAK,BLR,X,11.4,1000000,USD,other", status=["preferred", "contested"]
            ),
        },
        only="BG240",
    )

    assert found == []


def test_two_claims_without_a_choice_are_told() -> None:
    found = diagnostics_of(
        {
            "references.json": references(book(), other_book()),
            "trade.csv": trade(
                "a,2019,PAK,BLR,X,15.1", "b,2019,PAK,BLR,X,11.4,1000000,USD,other", status=["contested", "contested"]
            ),
        },
        only="BG240",
    )

    assert found == ["trade.csv:3:18: warning[BG240] 2019 PAK to BLR (X): 11.4 here, 15.1 in 'a', none preferred"]
