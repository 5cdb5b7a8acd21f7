"""Bookmarks: targets that links lead to, and anchors by which an edited file is read back.

Both are hidden (Word hides names that start with an underscore) and stand around the words of a block, so that an
editor's changes stay inside; Word and LibreOffice drop one only with all the words it stands around. A content control
would be the other way to mark a block: LibreOffice takes its tag away when it saves, and prints codes of fields in it.
"""

from __future__ import annotations

import enum
import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING

from briefgen.records import dataclass, field
from briefgen.render.docx.body.block_digests import digest, digest_of
from briefgen.render.docx.package.wordprocessingml import bookmark

if TYPE_CHECKING:
    from collections.abc import Iterable

ANCHOR, TARGET = "_bg_", "_to_"


class AnchorKind(enum.StrEnum):
    """What stands at an anchor, as the manifest names it."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TITLE = "title"
    """Of a callout."""
    TABLE = "table"
    CARDS = "cards"
    CAPTION = "caption"
    SOURCE = "source"
    """The source line or the note under an exhibit."""
    CHART = "chart"
    FIGURE = "figure"
    """A picture, as a timeline is."""
    REFERENCE = "reference"
    NOTE = "note"


TABLES = frozenset({AnchorKind.TABLE, AnchorKind.CARDS})
"""Kinds of blocks that are a whole table, whatever cell their anchor stands in."""
_LONGEST = 40
"""Word cuts longer names."""
_DIGITS = 8
_MOST_NAMES = 4_096


@dataclass(slots=True)
class Marks:
    """The bookmarks of one document: numbered, and each name once."""

    anchors: list[tuple[str, AnchorKind]] = field(default_factory=list)
    """Key and kind of each anchored block, in the order of the document."""
    digests: dict[str, str] = field(default_factory=dict)
    """Key → the hash of its block's words."""
    _count: int = 0
    _names: set[str] = field(default_factory=set)

    def anchor(self, key: str, kind: AnchorKind, runs: str, said: str | None = None) -> str:
        """The runs of a block with its anchor; a block without a key has none.

        `said` is what the block says where that stands elsewhere: the cells behind a chart.
        """
        if not key or ANCHOR + key in self._names:
            return runs
        self.anchors.append((key, kind))
        if kind not in TABLES:
            self.digests[key] = digest_of((runs,)) if said is None else digest(said)
        return self._marked(ANCHOR + key, runs)

    def note(self, key: str, marker: str) -> str:
        """The marker of a footnote with the note's anchor: LibreOffice drops bookmarks inside of notes."""
        if not key or ANCHOR + key in self._names:
            return marker
        self.anchors.append((key, AnchorKind.NOTE))
        return self._marked(ANCHOR + key, marker)

    def said(self, key: str, pieces: Iterable[str]) -> None:
        """What a block says whose anchor stands elsewhere: a footnote."""
        self.digests[key] = digest_of(pieces)

    def table(self, key: str, rows: Iterable[str]) -> None:
        """The rows of a table whose anchor stands in one of its cells."""
        if key and key not in self.digests:
            self.digests[key] = digest_of(rows)

    def target(self, place: str, runs: str) -> str:
        """Runs that links can lead to."""
        name = target_name(place)
        return runs if name in self._names else self._marked(name, runs)

    def _marked(self, name: str, runs: str) -> str:
        self._names.add(name)
        self._count += 1
        return bookmark(self._count, name, runs)


def reference_place(number: int) -> str:
    """The place of a reference's entry, for links."""
    return f"reference-{number}"


@lru_cache(maxsize=_MOST_NAMES)
def target_name(place: str) -> str:
    """The bookmark of a heading, table, figure or reference by its id; long ids are cut and told apart by a hash."""
    plain = "".join(c if c.isascii() and c.isalnum() else "_" for c in place)
    if len(TARGET + plain) <= _LONGEST:
        return TARGET + plain
    digest = hashlib.sha256(place.encode()).hexdigest()[:_DIGITS]
    return f"{TARGET}{plain[: _LONGEST - len(TARGET) - _DIGITS - 1]}_{digest}"
