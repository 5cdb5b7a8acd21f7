"""New parts of a package, each under a name that no part of it has: a house file brings names of its own.

A package is a tree of relations, so a part belongs to it only once something relates to it; all names are kept that
were given. Every new part of a package has its name from here.
"""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from briefgen.render.docx.package.written_parts import WrittenPart

_TAKEN: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()
"""The names that are taken in a package: of the parts that it had when the first one was asked for, and those given."""


def new_part(package: Any, pattern: str, kind: str, data: bytes, first: int = 1) -> WrittenPart:  # noqa: ANN401 - python-docx has no types
    """A part of some content type; its name is `pattern` with the first free number, from `first` on.

    Example:
        >>> from briefgen.render.docx.package.written_parts import WrittenPackage
        >>> package = WrittenPackage()
        >>> [new_part(package, "/word/chart%d.xml", "x/y", b"").partname for _ in range(2)]
        ['/word/chart1.xml', '/word/chart2.xml']
    """
    name, number = free_name(package, pattern, first)
    return WrittenPart(package, name, kind, data, number)


def free_name(package: Any, pattern: str, first: int = 1) -> tuple[str, int]:  # noqa: ANN401 - python-docx has no types
    """A name that no part of the package has, and that is given to no other; `%d` in `pattern` is its number."""
    taken = _TAKEN.get(package)
    if taken is None:
        taken = _TAKEN[package] = {str(part.partname).lower() for part in package.parts}
    number, name = first, _numbered(pattern, first)
    while name.lower() in taken:
        number += 1
        name = _numbered(pattern, number)
    taken.add(name.lower())
    return name, number


def _numbered(pattern: str, number: int) -> str:
    """A name with its number; one that has no place for it stands alone first, then with 2, 3 ... before its ending."""
    if "%d" in pattern:
        return pattern % number
    stem, _, ending = pattern.rpartition(".")
    return pattern if number == 1 else f"{stem}{number}.{ending}"
