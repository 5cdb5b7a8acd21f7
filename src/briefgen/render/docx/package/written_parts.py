"""Parts of a Word file that we write, and what leads from one to another (ISO/IEC 29500-2, 8 and 9).

A brief that begins from nothing is made of these alone, and does without python-docx, which takes 25 ms to load. That
opens a team's own file; as it walks over the parts that a brief adds to one, they answer to its names.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class PartRelation:
    """What a part leads to: another part, or an address outside of the file."""

    reltype: str
    target_part: WrittenPart | None
    target_ref: str = ""

    @property
    def is_external(self) -> bool:
        """Whether it leads out of the file."""
        return self.target_part is None


class _Relating:
    """What relations begin at."""

    def __init__(self) -> None:
        self.rels: dict[str, PartRelation] = {}
        self._keys: dict[tuple[str, WrittenPart | str], str] = {}

    def relate_to(self, target: WrittenPart | str, reltype: str, *, is_external: bool = False) -> str:
        """The key of a relation to a part, or to an address where it is external; the same for the same target."""
        known = self._keys.get((reltype, target))
        if known is not None:
            return known
        key = next(free for number in count(len(self.rels) + 1) if (free := f"rId{number}") not in self.rels)
        part, address = (None, str(target)) if is_external or isinstance(target, str) else (target, "")
        self.rels[key] = PartRelation(reltype, part, address)
        self._keys[reltype, target] = key
        return key

    def part_related_by(self, reltype: str) -> WrittenPart:
        """The part to which a relation of a kind leads; raises StopIteration where there is none."""
        return next(one.target_part for one in self.rels.values() if one.reltype == reltype and one.target_part)


class WrittenPackage(_Relating):
    """A file of parts."""

    @property
    def parts(self) -> list[WrittenPart]:
        """Each part that a relation leads to, from the package on."""
        return list(dict.fromkeys(_reached(self)))


class WrittenPart(_Relating):
    """A part of a package, ours or python-docx's, with its content; `number` is that of its name among its like."""

    def __init__(self, package: Any, partname: str, content_type: str, blob: bytes, number: int = 1) -> None:  # noqa: ANN401 - python-docx has no types
        super().__init__()
        self.package, self.partname, self.content_type = package, partname, content_type
        self.blob, self.number = blob, number


def _reached(begin: _Relating) -> Iterator[WrittenPart]:
    # No part of ours leads back to what it was reached from.
    for relation in begin.rels.values():
        if relation.target_part is not None:
            yield relation.target_part
            yield from _reached(relation.target_part)
