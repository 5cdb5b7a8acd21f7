"""`briefgen new`: what it writes is right as it stands, and takes the place of nothing unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from briefgen.cli import main
from briefgen.model.template_files import TemplateKind

if TYPE_CHECKING:
    from pathlib import Path

AUDIENCE = """\
name: Ours
brief_for: brief for us
subtitle: All of it
clearance: public
style: {style}
citations: {{style: {citation_style}}}
sections: [{section}, calls, sources]
"""
CALLS = (
    '{% from "partials/macros.md.j2" import line %}\n## Calls\n\n{% for m in milestones %}{{ line(m) }}{% endfor %}\n'
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A new workspace."""
    assert CliRunner().invoke(main, ["init", str(tmp_path / "desk")]).exit_code == 0
    return tmp_path / "desk"


def briefgen(folder: Path, *arguments: str) -> str:
    """What a command that goes well prints."""
    done = CliRunner().invoke(main, [*arguments, "--workspace", str(folder)])
    assert done.exit_code == 0, done.output
    return done.output


def test_what_each_kind_starts_from_passes_every_check(desk: Path) -> None:
    fixed = {TemplateKind.PARTIAL: "macros", TemplateKind.WORDING: "en"}
    names = {kind: fixed.get(kind, f"our_{kind.below}-2") for kind in TemplateKind}
    for kind, name in names.items():
        assert briefgen(desk, "new", kind.word, name).startswith(f"wrote {kind.path(name)}\nnext: ")
    used = {kind.word.replace("-", "_"): name for kind, name in names.items()}
    (desk / "templates/audiences/ours.yaml").write_text(AUDIENCE.format(**used), encoding="utf-8")
    (desk / "templates/sections/calls.md.j2").write_text(CALLS, encoding="utf-8")

    for audience in (names[TemplateKind.AUDIENCE], "ours"):
        assert "warning" not in briefgen(desk, "check", "--strict", "-a", audience)
        briefgen(desk, "make", "-a", audience, "-f", "html")
    page = (desk / "output/pakistan-belarus/ours.html").read_text(encoding="utf-8")
    assert "Our sections</h2>" in page
    assert "Calls</h2>" in page
