"""Where a word may be divided, by language.

The patterns are those of the package pyphen (Hunspell's). They are read here, because a brief asks for a few dozen
words and pyphen takes apart all patterns first, which costs more than the whole brief.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

_DIGITS = str.maketrans("", "", "0123456789")
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
        for end in range(start + 1, min(len(dotted), start + patterns.longest) + 1):
            raw = patterns.raw.get(dotted[start:end])
            if raw:
                for offset, value in enumerate(_values(raw)):
                    marks[start + offset] = max(marks[start + offset], value)
    return tuple(place for place in range(1, len(word)) if marks[place + 1] % 2)


class _Patterns:
    """The patterns of one language by their letters."""

    def __init__(self, lines: list[str]) -> None:
        found = (line.strip() for line in lines)
        # A slash begins a spelling that changes at the division, which no line of ours can show.
        self.raw = {line.translate(_DIGITS): line for line in found if line and line[0] not in "#%" and "/" not in line}
        self.longest = max(map(len, self.raw), default=0)


@cache
def _patterns(language: str) -> _Patterns | None:
    """The patterns for a BCP 47 tag: of its region, else of the language anywhere."""
    folder = resources.files("pyphen") / "dictionaries"
    tongue, _, region = language.partition("-")
    names = sorted(file.name for file in folder.iterdir() if re.match(rf"hyph_{re.escape(tongue)}[_.]", file.name))
    if not names:
        return None
    wanted = f"hyph_{tongue}_{region}.dic"
    data = (folder / (wanted if wanted in names else names[0])).read_bytes()
    encoding, _, rest = data.partition(b"\n")
    return _Patterns(rest.decode(encoding.decode("ascii").strip()).splitlines())


@cache
def _values(raw: str) -> tuple[int, ...]:
    """The weights between the letters of a pattern: `.ach4` gives 0, 0, 0, 0, 4."""
    return tuple(int(digit or 0) for digit, letter in _PATTERN.findall(raw) if digit or letter)
