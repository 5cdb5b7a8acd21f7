from __future__ import annotations

from rules.records import relation
from samples.relation_files import diagnostics_of


def test_two_parties_pass() -> None:
    found = diagnostics_of({"relation.yaml": relation()}, only="BG265")

    assert found == []


def test_one_party_twice_is_told() -> None:
    found = diagnostics_of(
        {
            "relation.yaml": relation(
                parties=[
                    "{id: PAK, name: Pakistan, adjective: Pakistani}",
                    "{id: PAK, name: Belarus, adjective: Belarusian}",
                ]
            )
        },
        only="BG265",
    )

    assert found == ["relation.yaml:4:5: error[BG265] both parties are PAK"]
