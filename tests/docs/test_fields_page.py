"""The page on what templates can name is what the command says of the shipped data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from click.testing import CliRunner

from briefgen.cli import main

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/fields.md"


def test_the_page_is_what_the_command_prints(request: pytest.FixtureRequest) -> None:
    printed = CliRunner().invoke(main, ["fields", "--format", "markdown", "--workspace", str(ROOT)])
    if request.config.getoption("--update-golden"):
        PAGE.write_text(printed.stdout, encoding="utf-8")

    assert printed.exit_code == 0
    assert PAGE.read_text(encoding="utf-8") == printed.stdout
