"""`briefgen new facts`: the file of one kind, for a relation that was begun without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from briefgen.cli import main

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "data/india-brazil"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A workspace with one relation."""
    runner = CliRunner()
    assert runner.invoke(main, ["init", "--empty", str(tmp_path / "desk")]).exit_code == 0
    assert runner.invoke(main, ["new", "relation", "IND-BRA", "--workspace", str(tmp_path / "desk")]).exit_code == 0
    return tmp_path / "desk"


def new_facts(desk: Path, *arguments: str, code: int = 0) -> str:
    done = CliRunner().invoke(main, ["new", "facts", *arguments, "--workspace", str(desk)])
    assert done.exit_code == code, done.output
    return done.output


@pytest.mark.parametrize(
    ("word", "file"),
    [
        ("investments", "investments.yaml"),
        ("investment", "investments.yaml"),
        ("line_to_take", "lines_to_take.yaml"),
        ("lines_to_take", "lines_to_take.yaml"),
        ("contact", "contacts.yaml"),
        ("restrictions", "restrictions.yaml"),
        ("trade", "trade.csv"),
        ("product", "products.csv"),
    ],
)
def test_it_is_the_file_that_a_new_relation_has(desk: Path, word: str, file: str) -> None:
    path = desk / FOLDER / file
    before = path.read_bytes()
    path.unlink()

    said = new_facts(desk, word)

    assert f"wrote {FOLDER}/{file}" in said
    assert path.read_bytes() == before


def test_nothing_is_written_over(desk: Path) -> None:
    assert f"{FOLDER}/investments.yaml is there already" in new_facts(desk, "investments", code=2)


def test_a_team_has_its_own_kinds_too(desk: Path) -> None:
    (desk / "kinds").mkdir(exist_ok=True)
    declared = "what: a fellowship\nfields:\n  title: {role: title, required: true}\n"
    (desk / "kinds/fellowships.yaml").write_text(declared, encoding="utf-8")

    new_facts(desk, "fellowships", "india-brazil")

    assert "#   title:" in (desk / FOLDER / "fellowships.yaml").read_text(encoding="utf-8")


def test_what_is_not_there_is_told_with_what_was_meant(desk: Path) -> None:
    said = new_facts(desk, "investmens", code=2)
    assert "there is no kind of facts 'investmens'" in said
    assert "did you mean 'investments'?" in said

    said = new_facts(desk, "investments", "india-brasil", code=2)
    assert "there is no relation 'india-brasil'" in said
    assert "did you mean 'india-brazil'?" in said


def test_of_several_relations_one_is_named(desk: Path) -> None:
    CliRunner().invoke(main, ["new", "relation", "IND-ZAF", "--workspace", str(desk)])
    (desk / FOLDER / "contacts.yaml").unlink()

    said = new_facts(desk, "contacts", code=2)
    assert "which relation is it for?" in said
    assert "name one of: india-brazil, india-south-africa" in said
    assert "wrote data/india-brazil/contacts.yaml" in new_facts(desk, "contacts", "india-brazil")


def test_without_a_relation_one_is_begun(tmp_path: Path) -> None:
    CliRunner().invoke(main, ["init", "--empty", str(tmp_path / "desk")])

    said = new_facts(tmp_path / "desk", "contacts", code=2)
    assert "there is no relation yet" in said
    assert "briefgen new relation IND-BRA" in said
