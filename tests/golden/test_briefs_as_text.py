"""The shipped briefs as plain text: a change of words, figures or order shows as a diff of these files."""

from __future__ import annotations

from pathlib import Path

import pytest

from readers.brief_lines import lines
from samples.shipped_briefs import AUDIENCES, brief

GOLDEN = Path(__file__).parent / "pakistan-belarus"


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_brief_says_what_it_said(audience: str, pytestconfig: pytest.Config) -> None:
    text = "\n".join(lines(brief(audience))).replace("\u00a0", "·") + "\n"
    path = GOLDEN / f"{audience}.txt"
    if pytestconfig.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert text == path.read_text(encoding="utf-8")
