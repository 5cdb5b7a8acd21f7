"""A house file that no brief can be put into is told as that file's matter, by `show` and `make` in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from briefgen.cli import main
from briefgen.diagnostics import Place, Report
from briefgen.load import describe_house
from briefgen.pipeline import Order, exit_code, make
from briefgen.pipeline.exit_codes import ExitCode
from briefgen.pipeline.house_trial import unfit
from briefgen.world import Memory
from samples.foreign_house_files import WML, HouseFile
from samples.house_files import W
from samples.small_workspace import FILES

if TYPE_CHECKING:
    from pathlib import Path

_KIND = '<w:abstractNum w:abstractNumId="{}"><w:lvl w:ilvl="0"/></w:abstractNum>'
NUMBERINGS = {
    "a word": _KIND.format("x"),
    "nothing": _KIND.format(""),
    "a fraction": _KIND.format("1.5"),
    "no attribute": "<w:abstractNum/>",
    "a sign": _KIND.format("--1"),
    "hexadecimal": _KIND.format("0x10"),
    "a list of a word": '<w:num w:numId="x"><w:abstractNumId w:val="0"/></w:num>',
    "a list of nothing": '<w:num w:numId=""/>',
    "a list without number": "<w:num/>",
    "a list of a fraction": '<w:num w:numId="2.0"/>',
}


def numbered(name: str) -> bytes:
    """A house file whose lists have numbers that are none."""
    file = HouseFile().with_styles()
    content = f"<w:numbering {W}>{NUMBERINGS[name]}</w:numbering>"
    file.part("word/numbering.xml", f"{WML}.numbering+xml", content, "numbering")
    return file.packed()


def sound() -> bytes:
    """A house file without a fault."""
    return HouseFile().with_styles().packed()


def workspace(data: bytes) -> Memory:
    """The small workspace with a house file."""
    toml = FILES["briefgen.toml"] + 'style = "ministry.docx"\n'
    files = {name: text.encode() for name, text in {**FILES, "briefgen.toml": toml}.items()}
    return Memory({**files, "templates/styles/ministry.docx": data})


def told(data: bytes) -> tuple[list[str], ExitCode]:
    """What making a brief in a house file tells as errors, and its exit code."""
    result = make(workspace(data), Order(formats=("docx",)))
    errors = [f"{d.code} {d.message}" for d in result.report.diagnostics if d.severity == "error"]
    return errors, exit_code(result, making=True)


@pytest.mark.parametrize("name", NUMBERINGS)
def test_it_is_told_before_and_by_making_and_is_no_fault_of_ours(name: str) -> None:
    data, report = numbered(name), Report()
    reading = describe_house(Memory({"ministry.docx": data}), "ministry.docx", Place("ministry.docx"), report)
    assert reading is not None
    before = unfit(reading.style)
    errors, code = told(data)

    assert before is not None
    assert before.place.path == "ministry.docx"
    assert errors == [f"BG146 {before.message}"]
    assert code == ExitCode.INPUTS


@pytest.mark.parametrize(("data", "code"), [(numbered("a word"), 1), (sound(), 0)])
def test_show_ends_with_an_error_where_no_brief_goes_in(tmp_path: Path, data: bytes, code: int) -> None:
    (tmp_path / "ministry.docx").write_bytes(data)
    done = CliRunner().invoke(main, ["style", "show", str(tmp_path / "ministry.docx")])

    assert done.exit_code == code
    assert ("BG146" in done.stderr) is bool(code)


def test_a_file_that_is_unsound_is_the_house_files_matter_only_where_a_small_brief_is_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("briefgen.publish.unsound_files.faults_of", lambda *_: ["a field is open"])
    ours, our_code = told(sound())
    monkeypatch.setattr("briefgen.pipeline.house_trial.faults_of", lambda *_: ["a field is open"])
    theirs, their_code = told(sound())

    assert ours == ["BG603 a field is open"]
    assert our_code == ExitCode.FAULT
    assert theirs == ["BG146 no brief can be put into this file: a field is open"]
    assert their_code == ExitCode.INPUTS


def test_a_style_without_a_word_file_is_never_unfit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.publish.unsound_files.faults_of", lambda *_: ["a field is open"])
    result = make(Memory({name: text.encode() for name, text in FILES.items()}), Order(formats=("docx",)))

    assert [d.code for d in result.report.diagnostics if d.severity == "error"] == ["BG603"]
