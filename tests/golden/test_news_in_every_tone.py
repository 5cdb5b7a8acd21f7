"""What each reader is told that is new since the edition before, in every tone: to be read aloud."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from samples.situations.editions import as_text_by_reader

if TYPE_CHECKING:
    import pytest

GOLDEN = Path(__file__).parent / "situations" / "editions.txt"


def test_every_reader_is_told_what_is_new_in_their_tone(pytestconfig: pytest.Config) -> None:
    text = as_text_by_reader()
    if pytestconfig.getoption("--update-golden"):
        GOLDEN.write_text(text, encoding="utf-8")

    assert text == GOLDEN.read_text(encoding="utf-8")
