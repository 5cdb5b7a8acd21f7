"""A brief shows what was known on a day: up to the day itself, and nothing that happened or was recorded after it."""

from __future__ import annotations

import pytest

from briefgen.model.values.date import parse_date
from briefgen.view import Request
from samples.viewing import HIDES, viewed

DAY = "2021-04-23"
STEP = "- {{id: a, kind: other, title: T, {}, sources: [{{ref: ref}}]}}\n"
TREATY = "- {{id: a, kind: treaty, title: T, {}, sources: [{{ref: ref}}]}}\n"
BODY = "- {{id: a, kind: council, name: T, {}, sources: [{{ref: ref}}]}}\n"


def is_known(collection: str, record: str, as_of: str = DAY, more: str = HIDES) -> bool:
    found = viewed({f"{collection}.yaml": record}, more, Request(parse_date(as_of))).value
    return [item.id for item in found.items[collection]] == ["a"]


@pytest.mark.parametrize(
    ("collection", "record", "field"),
    [
        ("milestones", STEP, "date"),
        ("visits", STEP.replace("other", "state"), "date"),
        ("agreements", TREATY, "signed"),
        ("mechanisms", BODY, "created"),
        ("milestones", STEP, "recorded"),
    ],
)
def test_an_event_is_known_from_its_first_possible_day(collection: str, record: str, field: str) -> None:
    days = (DAY, "2021-04", "2021", "2021-04-24", "2021-05")

    assert [is_known(collection, record.format(f"{field}: {day}")) for day in days] == [True, True, True, False, False]


def test_a_row_of_trade_is_known_when_its_period_is_over() -> None:
    rows = "id,period,exporter,importer,flow,value,scale,currency,sources\n{},{},PAK,BLR,X,5,1,USD,ref\n"
    for period, known in (("2020", True), ("2021-04-23", True), ("2021-04", False), ("2021", False)):
        found = viewed({"trade.csv": rows.format("a", period)}, request=Request(parse_date(DAY))).value
        assert bool(found.trade) is known


def test_what_was_recorded_late_is_unknown_before_however_old_it_is_and_no_record_makes_it_older() -> None:
    assert not is_known("milestones", STEP.format("date: 1994, recorded: 2021-05"))
    assert is_known("milestones", STEP.format("date: 1994, recorded: 2021-04"))
    assert not is_known("milestones", STEP.format("date: 2030, recorded: 2020"))


def test_what_has_no_date_is_known() -> None:
    assert is_known("milestones", STEP.format("major: true"))


@pytest.mark.parametrize(
    ("until", "as_of", "told"),
    [
        ("2021-04-23", "2021-04-22", False),
        ("2021-04-23", "2021-04-23", True),
        ("2021-04", "2021-04-29", False),
        ("2021-04", "2021-04-30", True),
        ("2021", "2021-12-30", False),
        ("2021", "2021", True),
    ],
)
def test_an_embargo_holds_until_its_last_day_begins(until: str, as_of: str, told: bool) -> None:  # noqa: FBT001
    record = STEP.format(f"embargo_until: {until}")

    assert is_known("milestones", record, as_of) is told


def test_an_audience_may_be_told_of_what_is_under_embargo() -> None:
    record = STEP.format("embargo_until: 2030")

    assert not is_known("milestones", record)
    assert is_known("milestones", record, more="hide: {embargoed: false}\n")
