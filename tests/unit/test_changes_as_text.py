"""What `changes` prints of each thing that can become of a fact, in each form."""

from __future__ import annotations

import json

import pytest

from briefgen.cli.editions.changes_output import print_changes
from briefgen.model.editions.differences import Difference, EditionChange
from briefgen.model.editions.snapshot import KeptEdition, Snapshot
from briefgen.model.values.date import parse_date, parse_day
from briefgen.model.values.quantity import parse_quantity
from briefgen.pipeline.editions.changes_between import BriefChanges

DAY = parse_date("2021-05-02")
EACH = [
    (Difference(EditionChange.ADDED, "visit", ("visits", "v"), "A visit", new=DAY), "new: visit A visit (2021-05-02)"),
    (
        Difference(EditionChange.ADDED, "visit", ("planned", "v"), "A visit", new=DAY),
        "new: planned visit A visit (2021-05-02)",
    ),
    (
        Difference(EditionChange.PASSED, "visit", ("visits", "v"), "A visit", new=DAY),
        "was planned, is told as done: visit A visit (2021-05-02)",
    ),
    (
        Difference(EditionChange.REVISED, "visit", ("visits", "v"), "A visit", "title"),
        "changed: visit A visit, title, says something else",
    ),
    (
        Difference(
            EditionChange.REVISED, "tradeobservation", ("trade", "2020", "USD", "turnover"),
            old=parse_quantity("52 million USD"), new=parse_quantity("53 million USD"),
        ),
        "changed: trade 2020 USD turnover: 52 million USD → 53 million USD",
    ),
    (
        Difference(EditionChange.MOVED, "tradeobservation", ("trade", "2020"), new=parse_quantity("about 3 USD")),
        "moved with it: trade 2020: about 3 USD",
    ),
    (
        Difference(EditionChange.STALE, "trade", new=parse_date("2019")),
        "now out of date: the newest of trade is of 2019",
    ),
    (Difference(EditionChange.GONE, "milestone", count=2), "no longer told: 2 of kind milestone"),
]  # fmt: skip


def brief(*found: Difference) -> BriefChanges:
    """One with these differences."""
    old, new = (KeptEdition(number, f"mark-{number}", parse_day("2021-04-23"), Snapshot()) for number in (1, 2))
    return BriefChanges("x-y", "reader", old, new, found)


@pytest.mark.parametrize(("one", "line"), EACH)
def test_each_change_is_told_in_a_line(one: Difference, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    print_changes([brief(one)], "text")

    assert capsys.readouterr().out == f"x-y/reader: from edition 1 (mark-1) to edition 2 (mark-2)\n  {line}\n"


@pytest.mark.parametrize(("one", "line"), EACH)
def test_each_change_is_an_item_in_markdown(one: Difference, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    print_changes([brief(one)], "markdown")

    assert capsys.readouterr().out.splitlines()[1] == f"- {line}"


@pytest.mark.parametrize(("one", "line"), EACH)
def test_each_change_is_named_in_json(one: Difference, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    print_changes([brief(one)], "json")
    ((said,),) = (found["changes"] for found in json.loads(capsys.readouterr().out))

    assert said["change"] == one.change.value
    assert said["kind"] == one.kind
    assert said.get("count", 0) == one.count
    assert said.get("planned", False) == ("planned" in line and one.change is EditionChange.ADDED)


def test_a_title_is_no_markup_and_fools_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    one = Difference(EditionChange.ADDED, "visit", ("visits", "v"), "A [visit](http://x) \u202eof <b>")
    print_changes([brief(one)], "markdown")

    told = capsys.readouterr().out
    assert "\\[visit\\](http://x)" in told
    assert "\\<b\\>" in told
    assert "\u202e" not in told
