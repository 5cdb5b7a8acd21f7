"""Where a word may be divided, by language.

The patterns are those of the package pyphen (Hunspell's). They are read here, because a brief asks for a few dozen
words and pyphen takes apart all patterns first, which costs more than the whole brief. Nor is the package imported,
which would look through its dictionaries: only the file of one language is read.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_DIGITS = b"0123456789"
_PATTERN = re.compile(r"(\d?)(\D?)")
_SHORTEST, _LONGEST, _LEAST_BEFORE, _LEAST_AFTER = 7, 60, 3, 3
"""Letters of a word that is divided, and of its parts: two letters alone read worse than a short line."""


@cache
def divisions(word: str, language: str) -> tuple[int, ...]:
    """Where a word of small letters may be divided, as numbers of letters before; none where no patterns are known."""
    if not len(word) >= _SHORTEST:
        return ()
    return tuple(at for at in points(word, language) if _LEAST_BEFORE <= at <= len(word) - _LEAST_AFTER)


@cache
def points(word: str, language: str) -> tuple[int, ...]:
    """Every place in a word of small letters at which its patterns see a division, however little stands around it."""
    patterns = _patterns(language) if len(word) <= _LONGEST and word.isalpha() and word.islower() else None
    if not patterns:
        return ()
    # Liang's algorithm, as in TeX: patterns weigh the places between letters, the highest weight counts, and odd ones
    # are places to divide. A dot is an end of the word.
    dotted = f".{word}."
    marks = [0] * (len(dotted) + 1)
    for start in range(len(dotted)):
        for end in range(start + 1, len(dotted) + 1):
            raw = patterns.get(dotted[start:end])
            if raw:
                for offset, value in enumerate(_values(raw)):
                    marks[start + offset] = max(marks[start + offset], value)
    return tuple(place for place in range(1, len(word)) if marks[place + 1] % 2)


@cache
def _patterns(language: str) -> dict[str, str] | None:
    """The patterns for a BCP 47 tag by their letters: of its region, else of the language anywhere."""
    spec = find_spec("pyphen")
    folder = Path(spec.origin or "").parent / "dictionaries" if spec else Path()
    tongue, _, region = language.partition("-")
    names = sorted(
        file.name for file in folder.iterdir() if file.name.startswith((f"hyph_{tongue}_", f"hyph_{tongue}."))
    )
    if not names:
        return None
    wanted = f"hyph_{tongue}_{region}.dic"
    data = (folder / (wanted if wanted in names else names[0])).read_bytes()
    encoding, _, rest = data.partition(b"\n")
    # Digits are the same bytes in every encoding there is, and are taken out of all lines at once. Comments, settings,
    # and patterns with a slash (a spelling that changes at the division, which no line of ours can show) stay: they are
    # no letters, and so no part of any word.
    lines, bare = (
        part.decode(encoding.decode("ascii").strip()).splitlines() for part in (rest, rest.translate(None, _DIGITS))
    )
    return dict(zip(map(str.strip, bare), lines, strict=True))


@cache
def _values(raw: str) -> tuple[int, ...]:
    """The weights between the letters of a pattern: `.ach4` gives 0, 0, 0, 0, 4."""
    return tuple(int(digit or 0) for digit, letter in _PATTERN.findall(raw.strip()) if digit or letter)
