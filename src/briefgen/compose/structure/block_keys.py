"""Keys of blocks: names by which a block is found again in an edited file and in the next edition.

A key is made from the section, the kind of block and what the block is about, so it stays the same when other
blocks come and go: a paragraph's first fact, the words of a heading, caption or title that stand in the template,
else the block's place among its like in the section.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, cast

from briefgen.model.document import (
    Anchor,
    Block,
    BulletList,
    Callout,
    Exhibit,
    Heading,
    KeyFigures,
    MarginNote,
    NumberedList,
    Paragraph,
    ReferenceList,
    Row,
    Table,
    TextRun,
)
from briefgen.model.origin import OriginKind
from briefgen.model.traversal import (
    TextUnit,
    every_block,
    leaves,
    note_units,
    origins_in,
    parts,
    text_units,
    with_children,
)
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.model.document import Inline, Note

_SECTION, _DIGITS = 16, 8
"""Most characters of a section's name, and of the hash, in a key: with a prefix it fits a Word bookmark (40)."""


class Keys:
    """Gives the blocks of one brief their keys, each once."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._places: dict[tuple[str, str, str], int] = {}
        """Kind and subject → how many have been named, so that long lists are not counted anew for each item."""

    def keyed(self, section: str, rows: Sequence[Row]) -> tuple[Row, ...]:
        """The rows with their blocks' keys, nested ones too."""
        return tuple(cast("Row", self._keyed(section, row)) for row in rows)

    def _keyed(self, section: str, block: Block) -> Block:
        """The block with its own key; it takes it before those in it take theirs."""
        named = self._named(section, block)
        return with_children(named, lambda inner: self._keyed(section, inner))

    def _named(self, section: str, block: Block) -> Block:
        match block:
            case Heading():
                return replace(block, key=self._key(section, "h", block.id))
            case Paragraph():
                return replace(block, key=self._key(section, "p", next(_facts(text_units((block,))), "")))
            case Table():
                about = block.caption.title if block.caption else tuple(i for c in block.header for i in c.inlines)
                return replace(block, key=self._key(section, "t", _own_words(about)))
            case Exhibit():
                return replace(block, key=self._key(section, "f", _own_words(block.caption.title)))
            case Callout():
                return replace(block, key=self._key(section, "c", _own_words(block.title)))
            case KeyFigures():
                return replace(block, key=self._key(section, "k", ""))
            case BulletList() | NumberedList() | ReferenceList() | MarginNote() | Row():
                return block

    def keyed_notes(self, notes: Sequence[Note]) -> tuple[Note, ...]:
        """The footnotes with their keys: of their first fact and the template's own words in them."""
        return tuple(replace(note, key=self._key("note", "n", _subject(note))) for note in notes)

    def _key(self, section: str, kind: str, about: str) -> str:
        """The first key of this kind and subject that is free."""
        place = self._places.get((section, kind, about), 0) + 1
        while (key := _named(section, kind, f"{about}/{place}")) in self._given:
            place += 1
        self._places[section, kind, about] = place
        self._given.add(key)
        return key


def reference_key(ref: str) -> str:
    """The key of a reference's entry."""
    return _named("reference", "r", ref)


def anchors_of(blocks: Sequence[Block], notes: Sequence[Note] = ()) -> tuple[Anchor, ...]:
    """What each keyed block and note was made from, in the order of the document."""
    of_notes = (_anchor(note.key, (unit,)) for note, unit in zip(notes, note_units(notes), strict=True))
    return (*_anchors(blocks), *of_notes)


def _anchors(blocks: Iterable[Block]) -> Iterator[Anchor]:
    """A block that holds others is anchored by what it says itself; those in it have anchors of their own."""
    for block in every_block(blocks):
        own = tuple(part for part in parts(block) if isinstance(part, TextUnit))
        if isinstance(block, ReferenceList):
            yield from (_anchor(item.key, (unit,)) for item, unit in zip(block.items, own, strict=True))
        elif not isinstance(block, BulletList | NumberedList | MarginNote | Row):
            yield _anchor(block.key, own)


def _anchor(key: str, own: Iterable[TextUnit]) -> Anchor:
    return Anchor(key, tuple(dict.fromkeys(_facts(own))))


def _facts(said: Iterable[TextUnit]) -> Iterator[str]:
    """Ids of the facts of some units, in the order of their words; a nested one by its record.

    The id of a nested fact counts its neighbours, seen or unseen, and an anchor travels in the file.
    """
    facts = (fact for origin in origins_in(said) for fact in origin.facts if fact.kind is OriginKind.FACT)
    return (fact.fact.partition("/")[0] for fact in facts)


def _subject(note: Note) -> str:
    return f"{next(_facts(note_units((note,))), '')}/{_own_words(note.inlines)}"


def _own_words(inlines: Sequence[Inline]) -> str:
    """The words that the template wrote itself."""
    texts = (leaf for leaf in leaves(inlines) if isinstance(leaf, TextRun) and leaf.origin is None)
    return " ".join(text.text.strip() for text in texts)


def _named(section: str, kind: str, subject: str) -> str:
    short = "".join(c if c.isascii() and c.isalnum() else "_" for c in section)[:_SECTION]
    digest = hashlib.sha256(f"{section}/{kind}/{subject}".encode()).hexdigest()
    return f"{short}_{kind}_{digest[:_DIGITS]}"
