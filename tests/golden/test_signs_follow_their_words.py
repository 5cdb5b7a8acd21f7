"""No blank stands before a comma or a stop in any shipped or fixture brief, nor in a small situation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from readers.brief_lines import lines
from samples import second_relation, shipped_briefs
from samples.situations.told import GROUPS, as_text

if TYPE_CHECKING:
    from collections.abc import Iterable

STRAY = re.compile(r"\S[ \u00a0]+[,;.:!?](?=\s|$)")
SECOND_AUDIENCES = [audience.id for audience in second_relation.workspace().audiences]


def stray(text: Iterable[str]) -> list[str]:
    """The lines in which a sign is parted from its word."""
    return [line for line in text if STRAY.search(line)]


def test_a_sign_that_is_parted_from_its_word_is_found() -> None:
    assert stray(["since 1999 ; a guest", "since 1999; a guest", "the end\u00a0."]) == [
        "since 1999 ; a guest",
        "the end\u00a0.",
    ]


@pytest.mark.parametrize("audience", shipped_briefs.AUDIENCES)
def test_no_sign_is_parted_from_its_word_in_a_shipped_brief(audience: str) -> None:
    assert stray(lines(shipped_briefs.brief(audience))) == []


@pytest.mark.parametrize("audience", SECOND_AUDIENCES)
def test_no_sign_is_parted_from_its_word_in_a_brief_of_the_second_relation(audience: str) -> None:
    assert stray(lines(second_relation.brief(audience))) == []


@pytest.mark.parametrize("group", GROUPS)
def test_no_sign_is_parted_from_its_word_in_a_small_situation(group: str) -> None:
    assert stray(as_text(group, GROUPS[group]).splitlines()) == []
