"""`briefgen new kind` begins a declaration that is right as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from briefgen.cli import main
from briefgen.cli.commands.beginnings.new_kind import declaration
from briefgen.load import load
from briefgen.world import Memory, laid_over_shipped
from samples.composing import BASE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("scholarships", "a scholarship"),
        ("air_links", "an air link"),
        ("press", "a press record"),
        ("route66s", "a route"),
    ],
)
def test_what_is_begun_declares_a_kind_of_that_name(name: str, what: str) -> None:
    files = {**BASE, "templates/sections/one.md.j2": "Words.\n", f"kinds/{name}.yaml": declaration(name)}
    loaded = load(Memory({path: text.encode() for path, text in files.items()}))

    assert loaded.diagnostics == ()
    assert loaded.value.kinds[name].what == what


def test_a_kind_is_begun_and_then_its_facts(tmp_path: Path) -> None:
    def briefgen(*arguments: str) -> str:
        done = CliRunner().invoke(main, [*arguments, "--workspace", str(tmp_path)])
        assert done.exit_code == 0, done.output
        return done.output

    assert CliRunner().invoke(main, ["init", "--empty", str(tmp_path)]).exit_code == 0
    briefgen("new", "relation", "IND-BRA")

    assert "wrote kinds/scholarships.yaml" in briefgen("new", "kind", "scholarships")
    assert "wrote data/india-brazil/scholarships.yaml" in briefgen("new", "facts", "scholarships")
    assert [said.message for said in load(laid_over_shipped(tmp_path)).diagnostics if said.severity == "error"] == []


@pytest.mark.parametrize("name", ["visits", "Scholarships", "two words", "relation", "loop"])
def test_a_name_that_no_kind_can_have_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "briefgen.toml").write_text("", encoding="utf-8")
    done = CliRunner().invoke(main, ["new", "kind", name, "--workspace", str(tmp_path)])

    assert done.exit_code == 2
    assert not (tmp_path / "kinds").exists()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds/scholarships.yaml").write_text("mine", encoding="utf-8")
    done = CliRunner().invoke(main, ["new", "kind", "scholarships", "--workspace", str(tmp_path)])

    assert (done.exit_code, (tmp_path / "kinds/scholarships.yaml").read_text(encoding="utf-8")) == (2, "mine")
