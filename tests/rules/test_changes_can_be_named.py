from __future__ import annotations

import pytest

from rules.records import KNOWN, trade
from samples.relation_files import diagnostics_of

_TWO = ("a,2019,PAK,BLR,X,15.1", "b,2020,PAK,BLR,X,15")


def _found(*rows: str, **more: list[str]) -> list[str]:
    return diagnostics_of({"trade.csv": trade(*rows, **more)}, only="BG295")


def test_figures_of_a_known_basis_pass() -> None:
    assert _found(*_TWO, **KNOWN) == []


def test_one_period_has_nothing_to_be_compared_with() -> None:
    assert _found("a,2019,PAK,BLR,X,15.1", "b,2019,BLR,PAK,X,15") == []


@pytest.mark.parametrize(
    ("left_out", "named"),
    [
        (("reporter",), "reporter, worded_as"),
        (("valuation",), "valuation"),
        (("year_basis",), "year_basis"),
        (("reporter", "valuation", "year_basis"), "reporter, year_basis, worded_as, valuation"),
    ],
)
def test_what_would_have_to_be_known_is_noted_once(left_out: tuple[str, ...], named: str) -> None:
    known = {name: values for name, values in KNOWN.items() if name not in left_out}
    assert _found(*_TWO, **known) == [
        f"trade.csv:3:1: info[BG295] one figure is not compared with an earlier one: nobody says {named}"
    ]


def test_many_figures_are_one_note() -> None:
    rows = [f"r{year},{year},PAK,BLR,TURNOVER,{year}" for year in range(2010, 2020)]
    (told,) = _found(*rows)
    assert "9 figures are not compared with an earlier one: nobody says reporter, year_basis" in told


@pytest.mark.parametrize(
    "unlike",
    [
        ("a,2019,PAK,BLR,X,15.1", "b,2020-03,PAK,BLR,X,15"),
        ("a,2019,PAK,BLR,X,15.1", "b,2020,PAK,BLR,X,15,1000000,EUR"),
        ("a,2019-02,PAK,BLR,X,15.1", "b,2020-03,PAK,BLR,X,15"),
    ],
)
def test_what_could_not_be_compared_anyhow_is_not_noted(unlike: tuple[str, ...]) -> None:
    assert _found(*unlike) == []
