"""The outline of a file: entries under each other, each leading to a place (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.pdf.objects.syntax import dictionary, document_string

if TYPE_CHECKING:
    from briefgen.render.pdf.objects.numbered_objects import Registry


class _Entry:
    """An entry with those below it; the first is the outline itself, which has no title."""

    def __init__(self, title: str = "", destination: str = "") -> None:
        self.title, self.destination = title, destination
        self.below: list[_Entry] = []
        self.number = 0

    def count(self) -> int:
        """How many entries stand below it, at any depth."""
        return sum(1 + entry.count() for entry in self.below)


class Outline:
    """An outline in the making."""

    def __init__(self) -> None:
        self._root = _Entry()
        self._open = [self._root]
        self._entries: list[_Entry] = []

    def add(self, title: str, level: int, destination: str) -> None:
        """The next entry, below the last one of a lower level; levels count from 0."""
        entry = _Entry(title, destination)
        del self._open[level + 1 :]
        self._open[-1].below.append(entry)
        self._open.append(entry)
        self._entries.append(entry)

    def write(self, registry: Registry) -> str:
        """Take all entries into a file; gives the reference to the outline, nothing where there are none."""
        if not self._entries:
            return ""
        first = registry.reserve(1 + len(self._entries))
        for number, entry in enumerate((self._root, *self._entries), first):
            entry.number = number
        parents = [entry for entry in self._entries if entry.below]
        # One more for each entry with others below it: readers ask only whether it is more than nought.
        total = {"Type": "/Outlines", "Count": str(len(self._entries) + len(parents))}
        registry.fill(first, dictionary(total | _ends(self._root)))
        for parent in (self._root, *parents):
            self._fill(registry, parent)
        return _reference(self._root)

    def _fill(self, registry: Registry, parent: _Entry) -> None:
        for before, entry, behind in zip([None, *parent.below], parent.below, [*parent.below[1:], None], strict=False):
            entries = {
                "Title": document_string(entry.title), "Parent": _reference(parent), "Dest": entry.destination,
                **({"Prev": _reference(before)} if before else {}), **({"Next": _reference(behind)} if behind else {}),
                **_ends(entry), **({"Count": str(entry.count())} if entry.below else {}),
            }  # fmt: skip
            registry.fill(entry.number, dictionary(entries))


def _ends(entry: _Entry) -> dict[str, str]:
    below = entry.below
    return {"First": _reference(below[0]), "Last": _reference(below[-1])} if below else {}


def _reference(entry: _Entry) -> str:
    return f"{entry.number} 0 R"
