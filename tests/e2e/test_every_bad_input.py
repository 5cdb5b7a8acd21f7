"""Every kind of bad input, at every way in: told at its place with the next step, and nothing is lost."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from briefgen.cli import main
from samples.bad_inputs import (
    audiences,
    citation_styles,
    commands,
    data,
    prose,
    references,
    settings,
    tables,
    templates,
    word,
)
from samples.small_workspace import write

if TYPE_CHECKING:
    from pathlib import Path

BOOKS = (data, prose, tables, references, templates, audiences, settings, citation_styles, word, commands)
CASES = {f"{book.__name__.rpartition('.')[2]}: {name}": case for book in BOOKS for name, case in book.CASES.items()}
_NEAR = 5
"""Lines behind a message in which its hint stands."""


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small workspace whose briefs have been made, without a word of complaint."""
    folder = tmp_path_factory.mktemp("edition")
    write(folder)
    done = CliRunner().invoke(main, ["make", "--workspace", str(folder), "-f", "all", "--strict"])
    assert done.exit_code == 0, done.output
    return folder


def briefs(folder: Path) -> dict[str, bytes]:
    """The files of the last edition."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", CASES)
def test_a_bad_input_is_told_and_the_last_edition_stays(name: str, edition: Path, tmp_path: Path) -> None:
    case = CASES[name]
    folder = tmp_path / "workspace"
    shutil.copytree(edition, folder)
    case.change(folder)
    before = briefs(folder / "output")
    done = CliRunner().invoke(main, [*case.arguments, "--workspace", str(folder)])

    said = done.stderr.split("\n")
    at = next((number for number, line in enumerate(said) if line.startswith(case.told)), None)
    assert at is not None, done.output
    assert done.exit_code == case.code, done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert not re.search(r"Traceback|\b[A-Z]\w*(Error|Exception)\b|<class", done.output)
    assert done.output.replace("\n", "").isprintable()
    if case.hinted and not said[at].startswith("Error: "):  # of an option, where click prints how it is used
        assert any(line.startswith("      hint: ") for line in said[at : at + _NEAR]), done.output
    assert case.makes or briefs(folder / "output") == before
    if name.startswith("prose: "):  # one message for one slip
        assert [line for line in said if re.search(r": (error|warning)\[", line)] == [said[at]], done.output


def test_the_table_is_as_long_as_the_ways_to_go_wrong() -> None:
    assert len(CASES) == sum(len(book.CASES) for book in BOOKS) > 300
    assert {case.code for case in CASES.values()} >= {1, 2, 5, 7}
