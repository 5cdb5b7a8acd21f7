"""The rules for figures of periods hold for every series, as they do for trade."""

from __future__ import annotations

import pytest

from samples.relation_files import diagnostics_of
from samples.series_workspace import INDICATORS, rows


def said(code: str, *lines: str) -> list[str]:
    """What one rule says of some rows."""
    return diagnostics_of({"series.csv": rows(*lines), "data/indicators.yaml": INDICATORS}, only=code)


@pytest.mark.parametrize(
    ("code", "lines", "told"),
    [
        ("BG236", ("a,students,2018,PAK,BLR,40", "b,students,2019,PAK,BLR,4000"), "(students) differs 100-fold"),
        ("BG236", ("a,gas,2018,BLR,PAK,1.2,,1000000", "b,gas,2019,BLR,PAK,1.2,,1000"), "(gas) differs 1000-fold"),
        ("BG236", ("a,gas,2019,BLR,PAK,1,,", "b,gas,2019,BLR,PAK,99"), "2019 BLR to PAK (gas) differs 99-fold"),
        ("BG237", ("a,gas,2018,BLR,PAK,1,,,,BLR", "b,gas,2019,BLR,PAK,1,,,,PAK"), "reporter changes from BLR to"),
        ("BG237", ("a,gas,2018,BLR,PAK,1,,,,,calendar", "b,gas,2019,BLR,PAK,1,,,,,unknown"), "year_basis changes from"),
        ("BG239", ("a,gas,2019,BLR,PAK,10,,,,BLR", "b,gas,2019,BLR,PAK,15,,,,PAK"), "PAK reports 15, BLR 10: 50 %"),
        ("BG239", ("a,gas,2019,BLR,PAK,10,,,,BLR", "b,gas,2019,BLR,PAK,25,,,,PAK"), "BLR 10: 150 %"),
        ("BG240", ("a,students,2019,PAK,BLR,4", "b,students,2019,PAK,BLR,5"), "5 here, 4 in 'a', none preferred"),
        ("BG242", ("a,students,2016,PAK,BLR,4", "b,students,2018,PAK,BLR,5"), "there is no figure for 2017"),
        ("BG244", ("a,students,2019,PAK,BLR,-4",), "2019 PAK to BLR (students) is -4"),
        ("BG244", ("a,invested,2019,PAK,BLR,-4,,,USD",), "2019 PAK to BLR (invested) is -4"),
        ("BG215", ("a,students,2019,PAK,BLR,4", "b,students,2019,PAK,BLR,5"), "(students) stands in line 2"),
        ("BG294", ("a,gas,2011,BLR,PAK,1", "b,gas,FY2012-13,BLR,PAK,1"), "counts a fiscal year, 'a' in line 2 a calen"),
        ("BG294", ("a,gas,FY2012-13,BLR,PAK,1", "b,gas,2014-Q1,BLR,PAK,1"), "counts a part of a calendar year"),
        ("BG298", ("a,gas,2019,BLR,PAK,9.0", "b,gas,2019-H1,BLR,PAK,1.0", "c,gas,2019-H2,BLR,PAK,1.0"), "up to 2.0"),
        ("BG293", ("a,invested,2018,PAK,BLR,4,,,USD", "b,invested,2019,PAK,BLR,4,,,EUR"), "(USD: 'a'; EUR: 'b')"),
        ("BG207", ("a,students,2019,PAK,PAK,4",), "both ends are PAK"),
        ("BG206", ("a,students,2019,PAK,DEU,4",), "DEU"),
        ("BG211", ("a,students,2019?,PAK,BLR,4",), "'a' has the period 2019?"),
    ],
)  # fmt: skip
def test_a_slip_is_told_as_it_is_of_trade(code: str, lines: tuple[str, ...], told: str) -> None:
    [found] = said(code, *lines)

    assert told in found


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("BG236", ("a,students,2018,PAK,BLR,40", "b,students,2019,PAK,BLR,400")),
        ("BG236", ("a,students,2018,PAK,BLR,40", "b,students,2019,BLR,PAK,4000")),
        ("BG236", ("a,students,2018,PAK,BLR,40", "b,visitors,2019,PAK,BLR,4000")),
        ("BG236", ("a,visitors,2018,PAK,BLR,4000", "b,visitors,2019-01,PAK,BLR,40")),
        ("BG236", ("a,invested,2018,PAK,BLR,4,,,USD", "b,invested,2019,PAK,BLR,400,,,EUR")),
        ("BG237", ("a,gas,2018,BLR,PAK,1,,,,BLR", "b,gas,2019,PAK,BLR,1,,,,PAK")),
        ("BG237", ("a,gas,2018,BLR,PAK,1,,,,BLR,,piped", "b,gas,2019,BLR,PAK,1,,,,PAK,,shipped")),
        ("BG240", ("a,gas,2019,BLR,PAK,1,,,,,,piped", "b,gas,2019,BLR,PAK,9,,,,,,shipped")),
        ("BG294", ("a,students,2011,PAK,BLR,1", "b,students,FY2012-13,PAK,BLR,1")),
        ("BG294", ("a,students,2011,PAK,BLR,1", "b,students,2012-12-31,PAK,BLR,1")),
        ("BG294", ("a,gas,2011,BLR,PAK,1,,,,BLR", "b,gas,FY2012-13,BLR,PAK,1,,,,PAK")),
        ("BG298", ("a,students,2019,PAK,BLR,9", "b,students,2019-H1,PAK,BLR,1", "c,students,2019-H2,PAK,BLR,1")),
        ("BG298", ("a,gas,2019,BLR,PAK,2.0", "b,gas,2019-H1,BLR,PAK,1.0", "c,gas,2019-H2,BLR,PAK,1.0")),
        ("BG239", ("a,gas,2019,BLR,PAK,10,,,,BLR", "b,gas,2019,BLR,PAK,12,,,,PAK")),
        ("BG239", ("a,gas,2019,BLR,PAK,10,,,,BLR", "b,gas,2019,PAK,BLR,90,,,,PAK")),
        ("BG239", ("a,gas,2019,BLR,,10,,,,BLR", "b,gas,2019,BLR,,90")),
        ("BG240", ("a,students,2019,PAK,BLR,4", "b,students,2019,PAK,BLR,5,,,,,,,preferred")),
        ("BG242", ("a,students,2016,PAK,BLR,4", "b,students,2017,PAK,BLR,5")),
        ("BG244", ("a,net,2019,PAK,BLR,-4,,,USD",)),
        ("BG215", ("a,students,2019,PAK,BLR,4,,,,,,enrolled", "b,students,2019,PAK,BLR,5,,,,,,visas")),
        ("BG215", ("a,students,2019,PAK,BLR,4", "b,students,2019,BLR,PAK,4", "c,visitors,2019,PAK,BLR,4")),
        ("BG293", ("a,invested,2018,PAK,BLR,4,,,USD", "b,invested,2019,BLR,PAK,4,,,EUR")),
        ("BG206", ("a,students,2019,WLD,BLR,4",)),
    ],
)  # fmt: skip
def test_what_is_no_slip_is_left_alone(code: str, lines: tuple[str, ...]) -> None:
    assert said(code, *lines) == []


def test_an_indicator_without_figures_is_noted() -> None:
    found = said("BG283", "a,students,2019,PAK,BLR,4")

    assert sum("no record of a relation names 'gas'" in line for line in found) == 1
    assert not [line for line in found if "'students'" in line]
