"""A run loads the code of the formats that are asked for, and no other."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from briefgen.model.formats import FORMATS
from e2e.workspace import ROOT

if TYPE_CHECKING:
    from pathlib import Path

ASKED = """
import sys
from briefgen.cli import main
from briefgen.pipeline import Order, check, make
from briefgen.world import Disk
from pathlib import Path

if sys.argv[2] == "nothing":
    check(Disk(Path(sys.argv[1])), Order())
else:
    make(Disk(Path(sys.argv[1])), Order(audiences=("public",), formats=(sys.argv[2],), output=sys.argv[3]))
print(*sorted(sys.modules))
"""


@pytest.mark.parametrize("name", ["nothing", *FORMATS])
def test_only_the_halves_that_are_asked_for_are_loaded(name: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", ASKED, str(ROOT), name, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    found = {other for other in FORMATS for floor in ("render", "reading") if f"briefgen.{floor}.{other}" in loaded}

    assert found == {name} - {"nothing"}
    assert ("reportlab" in loaded) == (name == "pdf")
    assert ("docx" in loaded) == (name == "docx")
