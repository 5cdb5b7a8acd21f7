"""`briefgen style new`, and briefs made through the command into house files, before the validators."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.judges import open_xml_faults, openxml_audit_faults
from e2e.workspace import briefgen, change, copied
from samples.house_files import FILES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("options", [(), ("--letter",)])
def test_a_file_to_start_from_is_sound(tmp_path: Path, options: tuple[str, ...]) -> None:
    file = tmp_path / "ministry.docx"
    done = briefgen(tmp_path, "style", "new", file.name, *options)

    assert done.returncode == 0, done.stderr
    assert open_xml_faults(file) == []
    assert openxml_audit_faults(file) == ""


def test_briefs_in_the_house_files_of_an_audience_and_of_the_workspace_are_sound(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    for name in ("french.docx", "template.dotx"):
        (folder / "templates/styles" / name).write_bytes(FILES[name])
    change(folder / "templates/audiences/minister.yaml", "handling: OFFICIAL", "handling: OFFICIAL\nstyle: french")
    (folder / "briefgen.toml").write_text('style = "template.dotx"\n', encoding="utf-8")
    done = briefgen(folder, "make", "-f", "docx", "-a", "minister", "-a", "public")

    assert done.returncode == 0, done.stderr
    for audience in ("minister", "public"):
        assert open_xml_faults(folder / f"output/pakistan-belarus/{audience}.docx") == []
