"""Values of a BibTeX field: strings put together, TeX's letters as letters, braces as names with their capitals."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pylatexenc.latex2text import LatexNodes2Text

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""BibTeX's own strings."""
_OPEN, _CLOSE = "\ue01a", "\ue01b"
"""Around what braces protect; the loader has refused both characters in the file."""
_ESCAPED = re.compile(r"\\([_%&#$~{}])")
_URL = re.compile(r"\\url\s*\{([^{}]*)\}")
_TEX = frozenset("\\{}~$")


MAX_FIELD = 10_000
"""Characters; TeX in braces is taken apart in time that grows with the square of them."""


class UnknownStringError(ValueError):
    """A name that no @string defines."""


class LongValueError(ValueError):
    """A value that comes to more than MAX_FIELD with its strings written out; ten lines can make gigabytes."""


def joined(raw: str, strings: Mapping[str, str]) -> str:
    """What a field says: parts in braces or quotes, numbers, and names of strings, with `#` between them.

    Raises:
        UnknownStringError: for a name that is none of the strings.
        LongValueError: for more than MAX_FIELD characters.
    """
    parts: list[str] = []
    length = 0
    for part in _split(raw, "#"):
        parts.append(_part(part.strip(), strings))
        length += len(parts[-1])
        if length > MAX_FIELD:
            raise LongValueError(raw)
    return "".join(parts)


def _part(part: str, strings: Mapping[str, str]) -> str:
    if len(part) > 1 and (part[0] + part[-1] in {"{}", '""'}):
        return part[1:-1]
    if part.isdigit() or not part:
        return part
    name = part.lower()
    if name in strings:
        return strings[name]
    if name[:3] in MONTHS and name.isalpha():
        return name
    raise UnknownStringError(part)


def _split(text: str, mark: str) -> Iterator[str]:
    """Cut at a mark outside of braces and quotes."""
    depth, quoted, start = 0, False, 0
    for at, character in enumerate(text):
        if character == "{":
            depth += 1
        elif character == "}":
            depth -= 1
        elif character == '"' and depth == 0:
            quoted = not quoted
        elif character == mark and depth == 0 and not quoted:
            yield text[start:at]
            start = at + 1
    yield text[start:]


def plain(text: str) -> str:
    r"""A text without TeX: `{\"U}ber Trade \& Tariffs` is Über Trade & Tariffs."""
    tidy = " ".join(text.split())
    if not _TEX & set(tidy):
        return tidy.replace("---", "—").replace("--", "–")
    return " ".join(_decoder().latex_to_text(tidy).split())


@cache
def _decoder() -> LatexNodes2Text:
    from pylatexenc.latex2text import LatexNodes2Text

    return LatexNodes2Text(math_mode="verbatim", keep_comments=True)


def address(text: str) -> str:
    """An address: only the characters that TeX needs escaped are not as typed."""
    found = _URL.search(text)
    return _ESCAPED.sub(r"\1", found[1] if found else text).strip("{} ")


def title(text: str) -> tuple[str, str | None]:
    """A title, and its sentence form where braces tell which words are names."""
    marked = _protected(" ".join(text.split()))
    words = plain(marked)
    given = words.replace(_OPEN, "").replace(_CLOSE, "")
    if _OPEN not in words:
        return given, None
    parts = re.split(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}", words)
    sentence = "".join(part if place % 2 else part.lower() for place, part in enumerate(parts))
    at = next((i for i, c in enumerate(sentence) if c.isalpha()), 0)
    return given, sentence[:at] + given[at : at + 1] + sentence[at + 1 :]


def _protected(text: str) -> str:
    r"""Braces of the first level as marks, but for TeX's own (`{\"U}`) and those of a command's argument."""
    out: list[str] = []
    depth, marked = 0, False
    for at, character in enumerate(text):
        if character == "{" and depth == 0:
            marked = text[at + 1 : at + 2] != "\\" and not re.search(r"\\[A-Za-z]+\s*$|\\\W$", text[:at])
            out.append(_OPEN if marked else character)
        elif character == "}" and depth == 1:
            out.append(_CLOSE if marked else character)
        else:
            out.append(character)
        depth += (character == "{") - (character == "}")
    return "".join(out)
