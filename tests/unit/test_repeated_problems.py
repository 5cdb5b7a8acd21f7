"""What comes back many times in a file is told once to people, with a count, and nothing else is left out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.cli.repeated_problems import WHOLE, told_once
from briefgen.diagnostics import Diagnostic, Place, Severity


def problem(code: str, path: str, line: int, severity: Severity = Severity.WARNING) -> Diagnostic:
    return Diagnostic(code, severity, Place(path, line, 1), f"{code} at {line}")


def lines(problems: list[Diagnostic]) -> list[str]:
    return list(told_once(problems, lambda one: one.message))


def test_three_are_told_whole_and_the_rest_by_their_lines() -> None:
    series = [problem("BG249", "trade.csv", line) for line in range(2, 182)]

    assert lines(series) == [
        "BG249 at 2", "BG249 at 3", "BG249 at 4",
        "177 more of BG249 in trade.csv, lines 5, 6, 7, 8, 9 … (--all tells each)",
    ]  # fmt: skip


def test_a_single_one_more_is_told_and_so_is_each_of_other_files_and_weights() -> None:
    four = [problem("BG249", "trade.csv", line) for line in range(2, 6)]
    apart = [problem("BG249", f"{line}.csv", line) for line in range(9)]
    weights = [problem("BG249", "a", 1, severity) for severity in Severity for _ in range(3)]

    assert len(lines(four)) == 4
    assert len(lines(apart)) == 9
    assert len(lines(weights)) == 9


def test_other_problems_of_the_same_code_are_told_too() -> None:
    fields = [
        Diagnostic("BG106", Severity.ERROR, Place("a.yaml", line, 1), f"a {what} has no field 'x{line}'")
        for line, what in enumerate(("visit", "term", "source", "venue", "actor"), 1)
    ]

    assert len(lines(fields)) == 5


def test_what_no_brief_shows_is_counted_over_the_files_of_a_relation() -> None:
    of_files = [problem("BG413", f"data/a-b/{name}.yaml", line) for name in ("forums", "visits") for line in (1, 2, 3)]
    of_another = [problem("BG413", "data/a-c/visits.yaml", 1)]

    assert lines([*of_files, *of_another]) == [
        *["BG413 at 1", "BG413 at 2", "BG413 at 3"],
        "3 more of BG413: 3 in data/a-b/visits.yaml (--all tells each)",
        "BG413 at 1",
    ]


def test_what_has_no_line_or_no_file_is_counted_all_the_same() -> None:
    assert lines([problem("BG411", "", 0)] * 5)[-1] == "2 more of BG411 (--all tells each)"
    assert lines([problem("BG411", "a.csl", 0)] * 5)[-1] == "2 more of BG411 in a.csl (--all tells each)"


def test_what_speaks_of_a_whole_file_is_told_whole_once_however_few() -> None:
    for several in (2, 3, 9):
        assert lines([problem("BG501", "a.yaml", 7)] * several) == [
            "BG501 at 7", f"{several - 1} more of BG501 in a.yaml, lines 7 (--all tells each)",
        ]  # fmt: skip
    assert lines([problem("BG501", "a.yaml", 7)]) == ["BG501 at 7"]


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xyz")), max_size=40))
def test_every_problem_is_told_or_counted(drawn: list[tuple[str, str]]) -> None:
    problems = [problem(code, path, number) for number, (code, path) in enumerate(drawn, 1)]
    told = lines(problems)
    counted = sum(int(line.split()[0]) for line in told if "more of" in line)

    assert len([line for line in told if "more of" not in line]) + counted == len(problems)
    assert all(
        told.count(f"{code} at {n}")
        for n, (code, path) in enumerate(drawn, 1)
        if drawn[: n - 1].count((code, path)) < WHOLE
    )
