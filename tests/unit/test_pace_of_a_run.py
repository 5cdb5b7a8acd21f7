"""How far a run is, in words: a bar, the rate, the time that is left, the slowest briefs, and a last line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from briefgen.cli.progress import Pace, Progress, line_of, worded
from briefgen.cli.run_log import Counts, ForPeople, ForScripts, became, counts
from briefgen.pipeline import Began, Looked, Made, Result, RunStage

if TYPE_CHECKING:
    from collections.abc import Iterable


def brief(name: str, *, failed: bool = False, is_current: bool = False) -> Made:
    """What became of a brief."""
    return Made("x-y", name, () if failed else (f"output/x-y/{name}.pdf",), failed=failed, is_current=is_current)


def pace_at(times: Iterable[float]) -> Pace:
    """A pace whose clock shows these times, one each time it is asked."""
    shown = iter(times)
    return Pace(lambda: next(shown))


def test_the_line_tells_how_far_how_fast_and_how_long() -> None:
    pace = pace_at([0, 2, 4, 6])
    pace.note(Began(RunStage.MAKING, 4))
    pace.note(brief("minister"))
    pace.note(brief("public"))

    assert line_of(pace, "x-y/public") == "[##########----------] 2/4, 2.0 s a brief, about 4 s left: x-y/public"


def test_fast_briefs_are_told_by_the_second() -> None:
    pace = pace_at([0, 0, 0.5, 1])
    pace.note(Began(RunStage.CHECKING, 3))
    pace.note(Looked("x-y", "minister"))
    pace.note(Looked("x-y", "public"))

    assert "2/3, 2.0 briefs a second, about 0 s left" in line_of(pace, "x-y/public")


def test_nothing_is_said_of_a_rate_before_there_is_one_nor_of_time_at_the_end() -> None:
    pace = pace_at([0, 0, 0, 5])
    pace.note(Began(RunStage.MAKING, 2))
    pace.note(brief("minister"))
    assert line_of(pace, "x-y/minister") == "[##########----------] 1/2: x-y/minister"
    pace.note(brief("public"))
    assert line_of(pace, "x-y/public") == f"[{'#' * 20}] 2/2, 2.5 s a brief: x-y/public"


def test_the_slowest_come_first() -> None:
    pace = pace_at([0, 0, 1, 5, 6])
    pace.note(Began(RunStage.MAKING, 3))
    for name in ("a", "b", "c"):
        pace.note(brief(name))

    assert pace.slowest(2) == [("x-y/b", 4), ("x-y/a", 1)]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (1.4, "1 s"),
        (59, "59 s"),
        (60, "1 min"),
        (150, "2 min"),
        (3599, "60 min"),
        (3600, "1.0 h"),
        (9000, "2.5 h"),
    ],
)
def test_a_time_is_said_as_people_say_it(seconds: float, words: str) -> None:
    assert worded(seconds) == words


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Counts(1, 0, 0, 1), "1 brief made"),
        (Counts(3, 0, 0, 9), "3 briefs made"),
        (Counts(3, 2, 1, 9), "3 briefs made, 2 as before, 1 not made"),
        (Counts(0, 2, 1, 9), "2 briefs as before, 1 not made"),
        (Counts(2, 0, 1, 9), "2 briefs made, 1 not made"),
        (Counts(0, 2, 0, 2), "2 briefs, all as they were: nothing that they are made from has changed"),
        (Counts(0, 1, 0, 2), "1 brief, as it was: nothing that it is made from has changed"),
    ],
)
def test_the_last_line_tells_what_was_made_what_is_as_before_and_what_failed(found: Counts, words: str) -> None:
    assert became(found) == words


def test_counts_are_those_of_the_run() -> None:
    run = Result(briefs=[brief("a"), brief("b", is_current=True), brief("c", failed=True), brief("d")])

    assert counts(run) == Counts(made=2, current=1, failed=1, files=3)


@pytest.mark.parametrize("quiet", [False, True])
def test_who_asks_for_quiet_hears_of_no_file(capsys: pytest.CaptureFixture[str], *, quiet: bool) -> None:
    pace = Pace()
    log = ForPeople(Progress(pace), pace, is_quiet=quiet, is_verbose=False)
    log.event(brief("a"))
    log.event(brief("b", is_current=True))
    log.event(brief("c", failed=True))
    run = Result(briefs=[brief("a"), brief("b", is_current=True), brief("c", failed=True)])
    log.close(run, "output", 3)

    said = capsys.readouterr()
    told = ["output/x-y/a.pdf", "2 files in output/: 1 brief made, 1 as before, 1 not made"]
    assert said.out.splitlines() == ([] if quiet else told)
    assert said.err == "not made: x-y/c (none of their files was touched)\n"


def test_who_asks_for_more_hears_of_stages_and_of_slow_briefs(capsys: pytest.CaptureFixture[str]) -> None:
    pace = pace_at([0, 0, 2, 3, 3.01, 4, 4])
    log = ForPeople(Progress(pace), pace, is_quiet=False, is_verbose=True)
    for event in (Began(RunStage.READING), Began(RunStage.MAKING, 2), brief("a"), brief("b")):
        log.event(event)
    log.close(Result(briefs=[brief("a"), brief("b")]), "output", 0)

    assert capsys.readouterr().err.splitlines() == [
        "reading the data: 2.0 s",
        "making briefs: 2.0 s",
        "  x-y/a: 1.0 s",
        "in all 4 s",
    ]


def test_a_script_gets_an_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    log = ForScripts(pace_at([0, 0, 0, 1, 1, 2, 2, 3]))
    for event in (Began(RunStage.MAKING, 2), brief("a"), brief("b", failed=True)):
        log.event(event)
    log.close(Result(briefs=[brief("a"), brief("b", failed=True)]), "output", 3)

    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert said == [
        {"event": "stage", "at": 0, "stage": "making", "briefs": 2},
        {
            "event": "brief",
            "at": 1,
            "relation": "x-y",
            "audience": "a",
            "state": "made",
            "files": ["output/x-y/a.pdf"],
            "seconds": 1,
        },
        {"event": "brief", "at": 2, "relation": "x-y", "audience": "b", "state": "failed", "files": [], "seconds": 1},
        {"event": "end", "at": 3, "made": 1, "current": 0, "failed": 1, "files": 1, "output": "output", "exit_code": 3},
    ]
