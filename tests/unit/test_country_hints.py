"""Where a country's alpha-3 code should stand, what else was written is understood, or nothing is guessed."""

from __future__ import annotations

import pytest

from briefgen.model.values.countries import ALPHA_2
from briefgen.validate.country_hints import country_hint


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("PK", "write PAK"),
        ("by", "write BLR"),
        ("pak", "write PAK"),
        ("India", "write IND"),
        ("belarus", "write BLR"),
        ("UK", "write GBR"),
        ("Cote d'Ivoire", "write CIV"),
        ("Côte d’Ivoire", "write CIV"),
        ("Bosnia and Herzegovina", "write BIH"),
        ("Turkey", "write TUR"),
        ("Türkiye", "write TUR"),
        ("U.S.A.", "write USA"),
        ("Pakstan", "did you mean 'PAK'?"),
        ("PKA", "did you mean 'PAK'?"),
        ("Atlantis", None),
        ("XQ", None),
        ("QQQ", None),
        ("", None),
    ],
)
def test_a_country_is_understood_or_nothing_is_guessed(written: str, hint: str | None) -> None:
    assert country_hint(written) == hint


def test_a_party_of_the_relation_is_meant_before_others() -> None:
    assert country_hint("BLX") != "did you mean 'BLR'?"
    assert country_hint("BLX", ["PAK", "BLR"]) == "did you mean 'BLR'?"


def test_every_alpha_2_code_leads_to_its_own_country() -> None:
    assert {short: country_hint(short) for short in ALPHA_2.values()} == {
        short: f"write {code}" for code, short in ALPHA_2.items()
    }
