"""A relation that has nothing in common with the shipped one, through the installed command."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefgen.model.formats import FORMATS
from e2e.workspace import briefgen
from readers.every_reader import READERS
from samples.second_relation import AUDIENCES, FOLDER, HIDDEN, RELATION

GOLDEN = Path(__file__).parents[1] / "golden" / RELATION / "check.txt"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace, with every brief in every format."""
    folder = tmp_path_factory.mktemp("desk") / RELATION
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("output"))
    done = briefgen(folder, "make", *(word for name in FORMATS for word in ("-f", name)))
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_check_says_what_is_meant_and_nothing_else(made: Path, pytestconfig: pytest.Config) -> None:
    done = briefgen(made, "check", "--format", "short")
    if pytestconfig.getoption("--update-golden"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(done.stderr, encoding="utf-8")

    assert (done.returncode, done.stdout) == (0, "no errors\n"), done.stdout + done.stderr
    assert done.stderr == GOLDEN.read_text(encoding="utf-8")


def test_every_audience_has_every_format(made: Path) -> None:
    files = {path.name for path in (made / "output" / RELATION).iterdir()}

    assert files == {f"{audience}{form.ending}" for audience in AUDIENCES for form in FORMATS.values()}


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("name", FORMATS)
def test_no_reader_finds_what_is_restricted(made: Path, audience: str, name: str) -> None:
    data = (made / "output" / RELATION / f"{audience}{FORMATS[name].ending}").read_bytes()
    said = " ".join(READERS[name](data)).casefold()

    assert len(said) > 1000
    assert [word for word in HIDDEN if word in said] == []


def test_a_figure_leads_to_its_line(made: Path) -> None:
    traced = briefgen(made, "trace", f"output/{RELATION}/parliament.pdf")

    assert traced.returncode == 0, traced.stderr
    assert f"data/{RELATION}/trade.csv:" in traced.stdout
    assert f"data/{RELATION}/agreements.yaml:" in traced.stdout
