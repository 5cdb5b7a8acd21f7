"""The briefs of the second relation as plain text, whole: a sentence that changes shows as a diff of these files."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render import render
from samples.second_relation import AUDIENCES, RELATION, brief

GOLDEN = Path(__file__).parent / RELATION


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_brief_of_the_second_relation_says_what_it_said(audience: str, pytestconfig: pytest.Config) -> None:
    document = brief(audience)
    text = render(document, "md", DEFAULT_STYLE).value.data.decode().replace("\u00a0", "·")
    text = text.replace(document.front.edition, "EDITION")  # the mark of all that shapes the brief, not of its words
    path = GOLDEN / f"{audience}.md"
    if pytestconfig.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert text == path.read_text(encoding="utf-8")
