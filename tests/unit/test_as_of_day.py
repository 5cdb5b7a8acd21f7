"""The day of a run: given, or the calendar's, read once; never a span."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from briefgen.cli.workspace_option import as_of_date
from briefgen.world import Disk, Memory

WORLD = Memory({}, dt.date(2026, 11, 27))


@pytest.mark.parametrize("text", ["2026-11-24", "2026-11", "2026"])
def test_a_day_a_month_and_a_year_are_taken(text: str) -> None:
    assert str(as_of_date(text, WORLD)) == text


def test_today_is_the_calendars_day_and_nothing_is_the_relations_own() -> None:
    assert str(as_of_date("today", WORLD)) == "2026-11-27"
    assert as_of_date(None, WORLD) is None


@pytest.mark.parametrize("text", ["2019/2021", "2019/..", "../2021", "2021~", "2021?", "2021%", "yesterday", "Today"])
def test_what_is_no_day_is_wrong_usage(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        as_of_date(text, WORLD)

    assert ended.value.code == 2
    assert f"--as-of {text}: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("epoch", "day"),
    [("0", "1970-01-01"), ("1795651199", "2026-11-25"), ("1795651200", "2026-11-26")],
)
def test_the_environment_may_set_the_day(epoch: str, day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    assert str(as_of_date("today", Disk(Path()))) == day


@pytest.mark.parametrize("epoch", ["soon", "1e9", "9" * 30])
def test_an_environment_without_a_time_is_told_as_that(
    epoch: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    with pytest.raises(SystemExit) as ended:
        as_of_date("today", Disk(Path()))
    assert ended.value.code == 71
    assert "holds no time" in capsys.readouterr().err
