"""The order in which a run is told, and its last line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from briefgen.cli.output import told_of
from briefgen.diagnostics import Place, Report
from briefgen.world import Memory

if TYPE_CHECKING:
    from briefgen.pipeline import RunWords

WORLD = Memory({})


def mixed() -> Report:
    report = Report()
    report.info("BG235", Place("data/a-b/a.yaml", 1), "a note")
    report.error("BG204", Place("data/a-b/z.yaml", 9, 3), "the later error")
    report.warning("BG236", Place("data/a-b/b.yaml", 1), "a warning")
    report.error("BG204", Place("data/a-b/c.yaml", 4, 2), "the first error")
    return report


def told(report: Report, style: str) -> RunWords:
    return told_of(report, WORLD, style)


@pytest.mark.parametrize("style", ["human", "short"])
def test_people_are_told_of_errors_first_and_where_to_begin(style: str) -> None:
    said = told(mixed(), style)

    assert [line.partition(": ")[0] for line in said.lines] == [
        "data/a-b/c.yaml:4:2",
        "data/a-b/z.yaml:9:3",
        "data/a-b/b.yaml:1",
        "data/a-b/a.yaml:1",
    ]
    assert said.counts == "2 errors, 1 warning, 1 note; begin with data/a-b/c.yaml:4:2"


def test_what_is_for_machines_stays_in_the_order_of_files() -> None:
    found = json.loads(told(mixed(), "json").out)["diagnostics"]

    assert [one["path"].rpartition("/")[2] for one in found] == ["a.yaml", "b.yaml", "c.yaml", "z.yaml"]


def test_no_place_to_begin_is_named_without_an_error_that_has_one_or_where_it_stands_alone() -> None:
    notes, alone, nowhere = Report(), Report(), Report()
    for report in (notes, nowhere):
        report.info("BG235", Place("data/a-b/a.yaml", 1), "a note")
        report.warning("BG236", Place("data/a-b/b.yaml", 1), "a warning")
    alone.error("BG204", Place("data/a-b/c.yaml", 4), "the one error")
    nowhere.error("BG601", Place(""), "no place")

    assert [told(report, "human").counts for report in (notes, alone, nowhere)] == [
        "1 warning, 1 note",
        "1 error",
        "1 error, 1 warning, 1 note",
    ]
