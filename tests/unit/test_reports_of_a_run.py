"""Reports of a run: the form that a file's name asks for, what is due apart, and what was told before left out."""

from __future__ import annotations

import errno
import json
import os
from typing import TYPE_CHECKING

import pytest

from briefgen.cli.report_files import checked_reports, is_told, read_told, write_due, write_reports
from briefgen.diagnostics import REPORTS, Diagnostic, Place, Report, Severity
from briefgen.diagnostics.printers.as_markdown import print_markdown
from briefgen.model.limits import StalePolicy
from briefgen.pipeline import Made, Result, due, exit_code
from briefgen.pipeline.exit_codes import ExitCode
from briefgen.world import laid_over_shipped

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.world import Disk, Overlay

OLD = Diagnostic(
    "BG271", Severity.WARNING, Place("data/x-y/relation.yaml", 3, 1), "the review was due 2022-04-01", "look"
)
WRONG = Diagnostic(
    "BG204", Severity.ERROR, Place("data/x-y/trade.csv", 2, 4), "1 + 1 = 2, but the turnover is 3", "see"
)
ODD = Diagnostic("BG253", Severity.WARNING, Place("data/x-y/a.yaml", 9, 1), "`` ``` @somebody #1 <b> [x](y)", None)
NOTE = Diagnostic("BG251", Severity.INFO, Place("data/x-y/a.yaml", 9, 1), "a note", None)


def result(*told: Diagnostic, policy: StalePolicy = StalePolicy.ISSUE) -> Result:
    """A run that said something."""
    report = Report()
    report.extend(told)
    return Result(report, [Made("x-y", "public", (), failed=True)], on_stale=policy)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Overlay[Disk]:
    """An empty workspace, as the current folder."""
    monkeypatch.chdir(tmp_path)
    return laid_over_shipped(tmp_path)


def test_the_ending_decides_on_the_form(desk: Overlay[Disk], tmp_path: Path) -> None:
    paths = checked_reports(["a.md", "new/b.json", "c.sarif"], "--report", desk, REPORTS)
    write_reports(paths, result(OLD, WRONG, NOTE), desk, "Check")

    page = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert page.startswith("## Check\n\n1 error, 1 warning, 1 note\n")
    assert page.index("### Due for another look (1)") < page.index("### Errors (1)")
    assert "### Warnings" not in page
    assert "a note" not in page
    assert page.endswith("| `x-y` | `public` | **not made** |\n")
    assert json.loads((tmp_path / "new/b.json").read_bytes())["counts"] == {"error": 1, "warning": 1, "info": 1}
    assert json.loads((tmp_path / "c.sarif").read_bytes())["version"] == "2.1.0"


@pytest.mark.parametrize(
    "name", ["a.txt", "a", ".md", "", " ", "a.md.bak", "data/a.md", "./templates/x.json", "kinds/b.md"]
)
def test_a_name_that_says_no_form_or_lies_among_the_inputs_is_wrong_usage(desk: Overlay[Disk], name: str) -> None:
    with pytest.raises(SystemExit, match=str(int(ExitCode.USAGE))):
        checked_reports([name], "--report", desk, REPORTS)


def test_a_report_that_cannot_be_written_ends_with_its_code(desk: Overlay[Disk], tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(SystemExit, match=str(int(ExitCode.OUTPUT))):
        write_reports([tmp_path / "a.md"], result(OLD), desk, "Check")


def test_a_report_that_a_full_disk_ends_in_the_middle_is_as_it_was(
    desk: Overlay[Disk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (tmp_path / "a.md").write_text("of the last run", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(SystemExit, match=str(int(ExitCode.OUTPUT))):
        write_reports([tmp_path / "a.md"], result(OLD), desk, "Check")
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.glob("*") if path.is_file()] == [
        ("a.md", "of the last run")
    ]


def test_no_word_of_the_data_gets_out_of_its_fence() -> None:
    page = print_markdown([ODD])

    lines = page.splitlines()
    assert [line for line in lines if line.startswith("````")] == ["````text", "````"]
    assert lines.index("````text") < lines.index(f"{ODD.place}: warning[BG253] {ODD.message}") < lines.index("````")


def test_a_page_counts_what_is_too_much() -> None:
    many = [Diagnostic("BG204", Severity.ERROR, Place("data/x-y/trade.csv", n), "wrong") for n in range(1, 251)]

    page = print_markdown(many)
    assert page.count("error[BG204]") == 100
    assert page.endswith("… and 150 more.\n")


@pytest.mark.parametrize(
    ("told", "policy", "code"),
    [
        ((OLD,), StalePolicy.FAIL, ExitCode.STALE),
        ((OLD,), StalePolicy.ISSUE, ExitCode.WELL),
        ((OLD,), StalePolicy.TELL, ExitCode.WELL),
        ((OLD, WRONG), StalePolicy.FAIL, ExitCode.INPUTS),
        ((ODD, NOTE), StalePolicy.FAIL, ExitCode.WELL),
        ((), StalePolicy.FAIL, ExitCode.WELL),
    ],
)
def test_only_age_ends_with_the_code_of_age_and_nothing_worse_does(
    told: tuple[Diagnostic, ...], policy: StalePolicy, code: ExitCode
) -> None:
    run = result(*told, policy=policy)

    assert exit_code(run, making=False) is code
    assert exit_code(run, making=True) in {ExitCode.WELL, ExitCode.INPUTS}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are not of this system")
def test_a_pipe_is_written_to_and_stays_one(desk: Overlay[Disk], tmp_path: Path) -> None:
    pipe = tmp_path / "found.json"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_reports([pipe], Result(Report()), desk, "Found")

        assert json.loads(os.read(reader, 65_536))
        assert pipe.is_fifo()
    finally:
        os.close(reader)


def test_a_note_and_an_error_are_not_due() -> None:
    report = Report()
    report.extend([OLD, Diagnostic("BG270", Severity.INFO, Place("a"), "read long ago"), WRONG])

    assert due(report) == (OLD,)


@pytest.mark.parametrize(("policy", "is_there"), [(StalePolicy.ISSUE, True), (StalePolicy.FAIL, False)])
def test_what_is_due_is_written_for_an_issue_and_taken_away_again(
    desk: Overlay[Disk], tmp_path: Path, policy: StalePolicy, *, is_there: bool
) -> None:
    path = tmp_path / "due.md"
    write_due(path, result(OLD, WRONG, policy=policy), desk)
    assert path.exists() == is_there
    if is_there:
        assert "BG204" not in path.read_text(encoding="utf-8")
    write_due(path, result(WRONG, policy=policy), desk)
    assert not path.exists()


def test_what_was_told_is_known_by_its_words_whatever_numbers_are_in_them(desk: Overlay[Disk], tmp_path: Path) -> None:
    path = tmp_path / "check.json"
    write_reports([path], result(OLD, WRONG), desk, "Check")
    before = read_told(path)

    later = Diagnostic("BG271", Severity.WARNING, OLD.place, "the review was due 2023-05-02", "look")
    assert [is_told(told, before) for told in (OLD, WRONG, later, ODD)] == [True, True, True, False]
    assert not is_told(Diagnostic("BG271", OLD.severity, Place("data/z/relation.yaml"), OLD.message), before)
    assert not is_told(Diagnostic("BG272", OLD.severity, OLD.place, OLD.message), before)


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"diagnostics": 1}', b'{"diagnostics": [1]}', b"\xff", None])
def test_what_is_no_report_is_wrong_usage(data: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "told.json"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(SystemExit, match=str(int(ExitCode.USAGE))):
        read_told(path)
