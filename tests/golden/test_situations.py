"""What the shipped briefs say in small situations, in every tone: each line with its readers, to be read aloud."""

from __future__ import annotations

from pathlib import Path

import pytest

from samples.situations.told import GROUPS, as_text

GOLDEN = Path(__file__).parent / "situations"


@pytest.mark.parametrize("group", GROUPS)
def test_every_reader_is_told_what_is_so(group: str, pytestconfig: pytest.Config) -> None:
    text, path = as_text(group, GROUPS[group]), GOLDEN / f"{group}.txt"
    if pytestconfig.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert text == path.read_text(encoding="utf-8")
