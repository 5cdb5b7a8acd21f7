from __future__ import annotations

from samples.relation_files import diagnostics_of

RANKED = "id,exporter,importer,label,rank,sources\n"


def test_two_ranks_pass() -> None:
    found = diagnostics_of({"products.csv": RANKED + "a,PAK,BLR,rice,1,ref\nb,PAK,BLR,leather,2,ref\n"}, only="BG266")

    assert found == []


def test_a_rank_used_twice_is_told() -> None:
    found = diagnostics_of({"products.csv": RANKED + "a,PAK,BLR,rice,1,ref\nb,PAK,BLR,leather,1,ref\n"}, only="BG266")

    assert found == ["products.csv:3:19: warning[BG266] 'b' has rank 1, as has 'a'"]
