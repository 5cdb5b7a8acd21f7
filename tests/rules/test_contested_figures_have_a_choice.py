from __future__ import annotations

from relation_files import diagnostics_of


def test_a_preferred_claim_passes() -> None:
    found = diagnostics_of(
        {
            "references.json": """\
[{"id": "ref", "type": "book", "title": "T", "author": [{"family": "A"}]},
 {"id": "other", "type": "book", "title": "U", "author": [{"family": "B"}]}]
""",
            "trade.csv": """\
id,period,exporter,importer,flow,value,scale,currency,status,sources
a,2019,PAK,BLR,X,15.1,1000000,USD,preferred,ref
b,2019,PAK,BLR,X,11.4,1000000,USD,contested,other
""",
        },
        only="BG240",
    )

    assert found == []


def test_two_claims_without_a_choice_are_told() -> None:
    found = diagnostics_of(
        {
            "references.json": """\
[{"id": "ref", "type": "book", "title": "T", "author": [{"family": "A"}]},
 {"id": "other", "type": "book", "title": "U", "author": [{"family": "B"}]}]
""",
            "trade.csv": """\
id,period,exporter,importer,flow,value,scale,currency,status,sources
a,2019,PAK,BLR,X,15.1,1000000,USD,contested,ref
b,2019,PAK,BLR,X,11.4,1000000,USD,contested,other
""",
        },
        only="BG240",
    )

    assert found == [
        "trade.csv:3:18: warning[BG240] 2019 PAK to BLR (X): 11.4 here, 15.1 in 'a', none preferred",
    ]
