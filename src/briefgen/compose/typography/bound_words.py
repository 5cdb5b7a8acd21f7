"""Blanks at which no line ends: between day and month, number and unit, title and name."""

from __future__ import annotations

import re
from functools import cache

from babel import UnknownLocaleError

from briefgen.compose.values.kept_cldr_words import cldr_words
from briefgen.records import dataclass


@dataclass(frozen=True, slots=True)
class _Bound:
    """Words of one language that stay with a neighbour."""

    behind_number: tuple[str, ...] = ()
    before_name: tuple[str, ...] = ()
    before_number: tuple[str, ...] = ()


_UNITS = (
    "%", "‰",
    "km", "km²", "m", "m²", "m³", "cm", "kg", "t", "ha", "l", "W", "kW", "MW", "GW", "kWh", "MWh", "GWh", "TWh",
    "°C",
)  # fmt: skip
_WORDS = {
    "en": _Bound(
        ("thousand", "million", "billion", "trillion", "per cent", "percent",
         "bn", "tonnes", "a.m.", "p.m.", "BC", "AD"),
        ("Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "Prof.", "H.E.", "HE", "Sir", "Amb.", "Gen.", "Lt.",
         "Col.",
         "Rt Hon", "St", "St."),
        ("No.", "Nos.", "no.", "nos.", "p.", "pp.", "vol.", "Art.", "Articles", "Article", "Chapter", "Annex", "FY"),
    ),
    "de": _Bound(("Tsd.", "Mio.", "Mrd.", "Prozent", "Tonnen"),
                 ("Herr", "Frau", "Dr.", "Prof.", "S.E."), ("Nr.", "S.", "Art.")),
    "fr": _Bound(("mille", "millions", "milliards", "tonnes"),
                 ("M.", "Mme", "Mlle", "Dr", "S.E."), ("n°", "p.", "art.")),
    "ru": _Bound(("тыс.", "млн", "млрд", "трлн", "г.", "гг.", "тонн"),
                 ("г-н", "г-жа", "д-р", "им."), ("№", "с.", "ст.", "п.")),
    "be": _Bound(("тыс.", "млн", "млрд", "г.", "гг."), ("сп.",), ("№", "с.", "арт.")),
    "uk": _Bound(("тис.", "млн", "млрд", "р.", "рр."), ("п.", "пан", "пані"), ("№", "с.", "ст.")),
    "ur": _Bound(("ہزار", "لاکھ", "ملین", "کروڑ", "ارب", "فیصد"),
                 ("جناب", "محترمہ", "ڈاکٹر"), ("نمبر",)),
}  # fmt: skip


_SHORT = 16
"""Characters of what a marker says of one source, which then stands on one line."""


def bound_marker(marker: str) -> str:
    """A marker of sources that parts between two of them alone, unless it says much of one.

    Example:
        >>> len(bound_marker("[5, row 35; 16, p. 31]").split(" "))
        2
    """
    sources = marker.split("; ")
    return "; ".join(one.replace(" ", "\u00a0") if len(one) <= _SHORT else one for one in sources)


def bound(text: str, language: str) -> list[int]:
    """Places of blanks at which no line is to end.

    Examples:
        >>> text = "on 3 February, Mr Khan"
        >>> [text[at - 1 : at + 2] for at in bound(text, "en-GB")]
        ['3 F', 'r K']
    """
    if " " not in text:
        return []
    return [found.end() - 1 for found in _pattern(language).finditer(text)]


@cache
def _pattern(language: str) -> re.Pattern[str]:
    tongue = language.partition("-")[0].lower()
    words, months = _WORDS.get(tongue, _Bound()), _months(language)
    behind = [rf"(?<=\d )(?={_any((*months, *words.behind_number, *_UNITS))}(?![^\W_]))"]
    before: list[str] = []
    if months:
        before.append(rf"{_any(months)} (?=\d\d?(?:,|[–-]\d\d?,) \d\d\d\d)")
        behind.append(rf"(?<=\d\. )(?={_any(months)}(?![^\W_]))")
    if words.before_name:
        before.append(rf"{_any(words.before_name)} (?=[^\W\d_a-z])")
    if words.before_number:
        before.append(rf"{_any(words.before_number)} (?=[\dIVX])")
    # One look at each place for all that begins with a blank, and one for all that begins with a word.
    at_word = [rf"(?<![^\W_])(?:{'|'.join(before)})"] if before else []
    return re.compile("|".join([f" (?:{'|'.join(behind)})", *at_word]))


def _any(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"


def _months(language: str) -> tuple[str, ...]:
    """Names of months as they stand behind a day, long and short."""
    try:
        months = cldr_words(language).months
    except (UnknownLocaleError, ValueError):
        return ()
    return tuple(dict.fromkeys((*months.wide, *months.abbreviated)))
