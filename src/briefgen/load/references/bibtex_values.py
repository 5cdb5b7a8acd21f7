"""Values of a BibTeX field: strings put together, and addresses, which are no TeX."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""BibTeX's own strings."""
_ESCAPED = late_pattern(r"\\([_%&#$~{}])")
_BRACED = late_pattern(r"\{([^{}\\]*)\}")
_URL = late_pattern(r"\\url\s*\{([^{}]*)\}")
MAX_FIELD = 10_000
"""Characters."""


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
    for part in split(raw, "#"):
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


def split(text: str, mark: str) -> Iterator[str]:
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


def address(text: str) -> str:
    """An address: only the characters that TeX needs escaped are not as typed."""
    found = _URL.search(text)
    written = _ESCAPED.sub(r"\1", found[1] if found else text)
    return _BRACED.sub(r"\1", written).strip("{} ")
