"""A blank that a template typed before a citation that is not there does not part a sign from its word."""

from __future__ import annotations

import pytest

from briefgen.compose.markdown.tidy_inlines import tidy
from briefgen.diagnostics import Place
from briefgen.model.document import TextRun
from briefgen.model.origin import FactOrigin, Origin
from briefgen.model.traversal import plain_text

OF_DATA = Origin((FactOrigin("a", Place("data/a.yaml", 1, 1)),))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (" ; a guest", "1999; a guest"),
        (" .", "1999."),
        (" , and", "1999, and"),
        (" .5", "1999 .5"),
    ],
)
def test_a_blank_falls_before_a_sign_that_a_template_types(typed: str, read: str) -> None:
    assert plain_text(tidy((TextRun("1999", OF_DATA), TextRun(typed)))) == read


def test_what_data_say_stays() -> None:
    said = TextRun("1999 ; a guest", origin=OF_DATA)

    assert plain_text(tidy((TextRun("since "), said))) == "since 1999 ; a guest"
