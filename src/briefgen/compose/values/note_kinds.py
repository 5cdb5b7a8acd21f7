"""What the notes of a view are about, by the facts that have them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from briefgen.model.view import Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefgen.model.view import View

NOTE, NOTE_KIND = "note", "note_kind"
ORIGIN = "origin"
"""Of a note that says where a statement comes from, and nothing of how it is to be read."""


def notes_on_origin(view: View) -> frozenset[str]:
    """Ids of the facts, parts and plans whose notes are about their origin alone."""
    items = chain(*view.items.values(), view.planned)
    return frozenset(item.id for item in _with_parts(items) if str(item.fields.get(NOTE_KIND)) == ORIGIN)


def _with_parts(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _with_parts(_parts(item.fields))


def _parts(fields: Mapping[str, object]) -> Iterator[Item]:
    for value in fields.values():
        if isinstance(value, Item):
            yield value
        elif isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, Item))
