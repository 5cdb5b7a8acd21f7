from __future__ import annotations

import pytest

from briefgen.model.facts.currency_signs import CURRENCY_SIGNS, meant_currency
from rules.records import trade
from samples.relation_files import diagnostics_of


def test_an_iso_currency_passes() -> None:
    found = diagnostics_of({"trade.csv": trade("a,2019,PAK,BLR,X,15")}, only="BG216")

    assert found == []


def test_an_unknown_currency_is_told() -> None:
    found = diagnostics_of({"trade.csv": trade("a,2019,PAK,BLR,X,15,1000000,UZX")}, only="BG216")

    assert found == ["trade.csv:2:29: error[BG216] 'UZX' is no currency (ISO 4217)"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("US$", "USD"), ("usd", "USD"), ("€", "EUR"), ("euros", "EUR"), ("USD", None), ("rupees", None), ("xqq", None)],
)
def test_a_sign_or_small_letters_are_told_with_the_code(written: str, meant: str | None) -> None:
    assert meant_currency(written) == meant
    assert set(map(meant_currency, CURRENCY_SIGNS)) == {"USD", "EUR", "GBP"}
