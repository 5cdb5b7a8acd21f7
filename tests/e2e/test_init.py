"""`briefgen init` lays out a workspace that makes briefs at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from e2e.workspace import briefgen

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_workspace_makes_five_briefs(tmp_path: Path) -> None:
    assert briefgen(tmp_path, "init", "desk").returncode == 0
    done = briefgen(tmp_path / "desk", "make", "--format", "pdf")

    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "desk" / "output" / "pakistan-belarus").glob("*.pdf"))) == 5


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "mine.txt").write_text("kept", encoding="utf-8")
    done = briefgen(tmp_path, "init")

    assert done.returncode == 2
    assert "already holds data" in done.stderr
    assert not (tmp_path / "templates").exists()


def test_audiences_are_listed_with_their_sections(tmp_path: Path) -> None:
    briefgen(tmp_path, "init")
    done = briefgen(tmp_path, "audiences")

    assert done.returncode == 0
    assert "minister" in done.stdout
    assert "defence" in done.stdout


def test_every_file_of_a_new_workspace_leads_an_editor_to_its_schema(tmp_path: Path) -> None:
    briefgen(tmp_path, "init")
    files = [*tmp_path.rglob("*.yaml"), tmp_path / "briefgen.toml"]
    named = [(file, re.search(r"^#.*schema[= ](\S+)", file.read_text(encoding="utf-8"))) for file in files]

    assert len(files) > 15
    assert [file.name for file, found in named if not found or not (file.parent / found[1]).is_file()] == []
    assert briefgen(tmp_path, "schema").stdout == "22 schemas in templates/schemas/\n"
    assert briefgen(tmp_path, "check", "--strict").returncode == 0
