"""Dates of references: doubt, seasons, words, ranges; in CSL-JSON and in EDTF."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.diagnostics import Report, print_short
from briefgen.load.references.csl_json import parse_references
from briefgen.model.values.written_date import date_in_words, written_date


@pytest.mark.parametrize(
    ("value", "date", "season", "literal"),
    [
        ({"date-parts": [[2019]], "circa": True}, "2019~", 0, ""),
        ({"date-parts": [["2019"]], "circa": "true"}, "2019~", 0, ""),
        ({"date-parts": [[2019, 3]], "circa": 1}, "2019-03~", 0, ""),
        ({"date-parts": [[2019]], "circa": False}, "2019", 0, ""),
        ({"date-parts": [[2019]], "circa": "0"}, "2019", 0, ""),
        ({"date-parts": [[2019], [2021]], "circa": True}, "2019~/2021~", 0, ""),
        ({"date-parts": [[2019, 3], [2019, 4]]}, "2019-03/2019-04", 0, ""),
        ({"date-parts": [[2019], [0]]}, "2019/..", 0, ""),
        ({"date-parts": [[2019]], "season": 2}, "2019", 2, ""),
        ({"date-parts": [[2019]], "season": "4"}, "2019", 4, ""),
        ({"date-parts": [[2019]], "season": "Fall"}, "2019", 3, ""),
        ({"date-parts": [[2019]], "season": 22}, "2019", 2, ""),
        ({"date-parts": [[2019, 13]]}, "2019", 1, ""),
        ({"date-parts": [["2019", "16"]]}, "2019", 4, ""),
        ({"date-parts": [[2019, 22]]}, "2019", 2, ""),
        ({"date-parts": [[2019]], "season": "monsoon"}, "2019", 0, ""),
        ({"raw": "2019~"}, "2019~", 0, ""),
        ({"raw": "2019", "circa": True}, "2019~", 0, ""),
        ({"literal": "forthcoming"}, "None", 0, "forthcoming"),
        ({"literal": "in press"}, "None", 0, "in press"),
        ({"literal": "n.d."}, "None", 0, "n.d."),
        ({"literal": "Michaelmas term 2019"}, "2019", 0, "Michaelmas term 2019"),
        ({"literal": "between 1990 and 1995"}, "None", 0, "between 1990 and 1995"),
        ("Spring 2019", "2019", 1, ""),
        ("2019-24", "2019", 4, ""),
        ("circa 1990", "1990~", 0, ""),
        ("[1990]", "1990?", 0, ""),
        ("2019-03-04T10:00:00+02:00", "2019-03-04", 0, ""),
        ("199u", "1990/1999", 0, "1990s"),
    ],
)
def test_a_date_is_read(value: Any, date: str, season: int, literal: str) -> None:  # noqa: ANN401 - any JSON
    read = written_date(value)

    assert (str(read.date), read.season, read.literal) == (date, season, literal)


@pytest.mark.parametrize("value", ["2019-13", "2019-02-30", "2019-04/2019-02", "", {"date-parts": [[2019, 17]]}])
def test_numbers_that_are_no_date_are_refused(value: Any) -> None:  # noqa: ANN401 - any JSON
    with pytest.raises(ValueError, match=r"."):
        written_date(value)


@pytest.mark.parametrize("field", ["issued", "accessed", "event-date", "original-date"])
def test_a_fault_in_any_date_is_told(field: str) -> None:
    report = Report()
    record = {"id": "a", "type": "book", "title": "T", field: {"date-parts": [[2019, 17]]}}
    found = parse_references(json.dumps([record]), "r.json", report)

    assert field not in found[0].csl
    assert [print_short(d) for d in report.diagnostics] == [
        f"r.json:1:{48 + len(field)}: error[BG110] {field} '2019-17': there is no month 17"
    ]


@given(st.text(max_size=16))
def test_any_words_are_a_date_or_refused(text: str) -> None:
    try:
        read = date_in_words(text)
    except ValueError:
        return
    assert read.date or read.literal
