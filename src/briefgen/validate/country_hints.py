"""Which country was probably meant where its alpha-3 code should stand: by another code, by name, then by spelling."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from briefgen.diagnostics import close_to
from briefgen.model.values.countries import ALPHA_2

if TYPE_CHECKING:
    from collections.abc import Iterable

_ALSO = {
    "uk": "GBR", "great britain": "GBR", "britain": "GBR", "usa": "USA", "united states of america": "USA",
    "uae": "ARE", "turkey": "TUR", "ivory coast": "CIV", "czech republic": "CZE", "burma": "MMR", "myanmar": "MMR",
    "swaziland": "SWZ", "cape verde": "CPV", "east timor": "TLS", "macedonia": "MKD", "holland": "NLD",
    "hong kong": "HKG", "macau": "MAC", "palestine": "PSE", "republic of korea": "KOR", "korea": "KOR",
    "russian federation": "RUS", "viet nam": "VNM", "drc": "COD", "congo": "COG",
}  # fmt: skip
"""Names and letters in use that the CLDR's English list does not have."""

_TWO_OF_THREE = 0.6
"""How near a code is with one letter wrong."""


def country_hint(word: str, likely: Iterable[str] = ()) -> str | None:
    """`write PAK` for PK, pak or Pakistan, a guess at what is nearly one of them; None where nothing is near.

    Of codes that are as near, the likely ones, which are the parties of the relation, are meant first.
    """
    if code := _exactly(word):
        return f"write {code}"
    if near := close_to(_folded(word), _names()):
        return f"did you mean '{_names()[near]}'?"
    near = (
        _swapped(word)
        or close_to(word.upper(), likely, _TWO_OF_THREE)
        or close_to(word.upper(), ALPHA_2, _TWO_OF_THREE)
    )
    return f"did you mean '{near}'?" if near and len(word.strip()) == len(near) else None


def _swapped(word: str) -> str | None:
    """The one code of the same letters."""
    found = [code for code in ALPHA_2 if sorted(code) == sorted(word.strip().upper())]
    return found[0] if len(found) == 1 else None


def _exactly(word: str) -> str | None:
    upper = word.strip().upper()
    if upper in ALPHA_2:
        return upper
    return _by_alpha_2().get(upper) or _names().get(_folded(word))


@cache
def _by_alpha_2() -> dict[str, str]:
    return {short: code for code, short in ALPHA_2.items()}


@cache
def _names() -> dict[str, str]:
    """Name in small plain letters → code."""
    english = Locale("en").territories
    named = {_folded(english[short]): code for short, code in _by_alpha_2().items() if short in english}
    return {**named, **_ALSO}


def _folded(name: str) -> str:
    """Letters without accents, words without points; `&` and `and` are one."""
    plain = unicodedata.normalize("NFKD", name.replace("&", " and ").replace("\u2019", "'")).casefold()
    kept = (letter for letter in plain if not unicodedata.combining(letter) and letter != ".")
    return " ".join("".join(kept).split())
