"""Words are squeezed as their definition says, whichever way is taken through them."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.facts.secret import squeezed

_HARD = (
    "aE%c3C20 _-[@\u0301\u0327\u0345\u0591\u00e9\u2013\u00a0\u00bd\ufb01\u0130K\u00df"
    "\u1100\u1161\u11a8\uac00\uff71\uff9e\u0338"
)
"""Letters and marks that join, fold or fall apart, blanks and escapes."""


def as_defined(text: str) -> str:
    """Letters and digits of the whole text in compatible form and folded case."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", unquote(text)).casefold())


@given(st.text(st.one_of(st.sampled_from(_HARD), st.characters()), max_size=40))
def test_a_text_is_squeezed_as_the_whole_of_it_would_be(text: str) -> None:
    assert squeezed(text) == as_defined(text)


@pytest.mark.parametrize(
    ("text", "squeezed_text"),
    [
        ("Belt \u2013 and \u201croad\u201d, 2024", "beltandroad2024"),
        ("cafe\u0301 caf\u00e9 caf%C3%A9 caf%c3%a9", "caf\u00e9" * 4),
        ("\ufb01ve\u00a0\u00bd", "five12"),
        ("\u041c\u0438\u043d\u0441\u043a, stra\u00dfe_STRASSE", "\u043c\u0438\u043d\u0441\u043astrassestrasse"),
        ("100%", "100"),
        ("\ud800a", "a"),
        ("", ""),
    ],
)
def test_what_is_left_are_letters_and_digits(text: str, squeezed_text: str) -> None:
    assert squeezed(text) == squeezed_text
