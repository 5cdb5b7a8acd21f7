"""`briefgen init` lays out a workspace that makes briefs at once."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from e2e.workspace import AUDIENCES, ROOT, briefgen


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


def test_a_new_workspace_holds_no_template_but_says_where_they_come_from(tmp_path: Path) -> None:
    briefgen(tmp_path, "init")
    settings = (tmp_path / "briefgen.toml").read_text(encoding="utf-8")

    visible = sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith("."))
    assert visible == ["README.md", "briefgen.toml", "data", "output", "schedule", "templates"]
    assert sorted(path.name for path in (tmp_path / "templates").iterdir()) == ["README.md", "schemas"]
    readme = (tmp_path / "templates/README.md").read_text(encoding="utf-8")
    assert "briefgen new section trade --from shipped" in readme
    assert "audience, section, partial, style, citation-style and wording" in readme
    assert tomllib.loads(settings)["audiences"] == list(AUDIENCES)


def test_a_full_one_holds_them_all_and_what_they_were_when_they_were_copied(tmp_path: Path) -> None:
    assert briefgen(tmp_path, "init", "--full").returncode == 0
    shipped = {path.relative_to(ROOT) for path in (ROOT / "templates").rglob("*") if path.is_file()}
    laid = {path.relative_to(tmp_path) for path in (tmp_path / "templates").rglob("*") if path.is_file()}

    assert laid - shipped == {Path("templates/README.md"), Path("templates/copied.toml")}
    assert shipped <= laid
    assert all((tmp_path / path).read_bytes() == (ROOT / path).read_bytes() for path in shipped)
    record = tomllib.loads((tmp_path / "templates/copied.toml").read_text(encoding="utf-8"))
    assert {Path("templates") / name for name in record} == {p for p in shipped if "schemas" not in p.parts}
    assert briefgen(tmp_path, "migrate").returncode == 0
    assert sorted(path.name for path in (tmp_path / "templates").iterdir()) == ["README.md", "schemas"]


@pytest.mark.parametrize("how", [(), ("--full",)])
def test_every_file_of_a_new_workspace_leads_an_editor_to_its_schema(how: tuple[str, ...], tmp_path: Path) -> None:
    briefgen(tmp_path, "init", *how)
    briefgen(tmp_path, "new", "audience", "press")
    briefgen(tmp_path, "new", "style", "ministry")
    files = [*tmp_path.rglob("*.yaml"), tmp_path / "briefgen.toml"]
    named = [(file, re.search(r"^#.*schema[= ](\S+)", file.read_text(encoding="utf-8"))) for file in files]

    assert len(files) > 15
    assert [file.name for file, found in named if not found or not (file.parent / found[1]).is_file()] == []
    assert briefgen(tmp_path, "schema").stdout == "38 schemas in templates/schemas/\n"
    assert briefgen(tmp_path, "check", "--strict").returncode == 0
