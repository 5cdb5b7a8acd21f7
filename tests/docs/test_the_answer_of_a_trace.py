"""What the page on provenance shows of `briefgen trace` is what the command says of the shipped data."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING

from click.testing import CliRunner

from briefgen.cli import main
from briefgen.trace import sidecar
from samples.shipped_briefs import ROOT, brief

if TYPE_CHECKING:
    from pathlib import Path


def test_the_answer_on_the_page_is_the_answer_of_the_command(tmp_path: Path) -> None:
    page = (ROOT / "docs/provenance.md").read_text(encoding="utf-8")
    [shown] = re.findall(r"^    Trade\n(?:    .*\n)+", page, re.MULTILINE)
    (tmp_path / "minister.trace.json").write_bytes(sidecar(brief("minister")))
    asked = ["trace", str(tmp_path / "minister.trace.json"), "29%", "--workspace", str(ROOT)]
    said = CliRunner().invoke(main, asked).stdout.replace("\N{NO-BREAK SPACE}", " ").splitlines()
    lines = dedent(shown).splitlines()

    words = re.sub(r" *text: …|…$", "", next(line for line in lines if "text:" in line))
    assert any(words in line for line in said)
    assert [line for line in lines if line not in said and words not in line] == []
