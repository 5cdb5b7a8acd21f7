from __future__ import annotations

import pytest

from rules.records import commitment, programme
from samples.relation_files import diagnostics_of


@pytest.mark.parametrize(
    ("due", "last", "over"),
    [
        ("2020-03-31", "2020-03-31", "2020-04-01"),
        ("2020-03", "2020-03-31", "2020-04-01"),
        ("2020", "2020-12-31", "2021-01-01"),
        ("2020-03/2020-06", "2020-06-30", "2020-07-01"),
        ("../2020", "2020-12-31", "2021"),
    ],
)
def test_what_was_due_is_asked_after_once_its_last_day_is_over(due: str, last: str, over: str) -> None:
    files = {"commitments.yaml": commitment(due=due)}

    assert diagnostics_of(files, "BG291", last) == []
    assert diagnostics_of(files, "BG291", over) == [
        f"commitments.yaml:4:8: info[BG291] 'a' has due {due}, which is over: what came of it?"
    ]


@pytest.mark.parametrize(
    "record",
    [
        commitment(),
        commitment(due="2020", done="2019-12"),
        commitment(due="2020", state="outstanding"),
        commitment(due="2020", state="dropped"),
        commitment(due="2020/.."),
    ],
)
def test_what_is_answered_or_has_no_end_is_not_asked_after(record: str) -> None:
    assert diagnostics_of({"commitments.yaml": record}, "BG291", "2030") == []


def test_a_programme_whose_time_is_over_is_asked_after() -> None:
    record = programme(span="2016/2020", adopted="2015")

    assert diagnostics_of({"programmes.yaml": record}, "BG291", "2021") == [
        "programmes.yaml:4:9: info[BG291] 'a' has span 2016/2020, which is over: what came of it?"
    ]
    assert diagnostics_of({"programmes.yaml": record.replace("2020", "2021")}, "BG291", "2021") == []
    assert diagnostics_of({"programmes.yaml": programme(span="2016/2020", state="under_way")}, "BG291", "2021") == []


def test_what_is_yet_to_be_undertaken_is_not_asked_after() -> None:
    record = commitment(made="2022", due="2020", planned="true", recorded="2019")

    assert diagnostics_of({"commitments.yaml": record}, "BG291", "2021") == []
