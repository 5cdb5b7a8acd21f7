"""What a desk says of its relation above a brief: its own words with values of facts in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from briefgen.compose.markdown.tidy_inlines import tidy
from briefgen.compose.template.prose_values import ProseValues
from briefgen.compose.values.placeholders import TextSlot
from briefgen.model.document import TextRun
from briefgen.model.values.prose_text import Asked, Citation, ValuedText, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.compose.brief_state import Brief
    from briefgen.model.document import Inline
    from briefgen.model.origin import Origin
    from briefgen.model.view import Item, View

_LEANS_ON = "leans_on"


def words_of(brief: Brief, item: Item, name: str) -> tuple[Inline, ...]:
    """A text of the record: its words come from it and from the facts that it leans on, a value from its own."""
    text = item.fields[name]
    if not isinstance(text, ValuedText):
        return ()
    brief.use.print((item.id, said) for said in (name, "written"))
    other, found = text.wording(brief.view.language.split("-", maxsplit=1)[0])
    origin, values = _origin(brief.view, item), ProseValues(brief)
    path = item.origin.facts[0].place.path

    def said() -> Iterator[Inline]:
        for piece in found.pieces:
            match piece:
                case Words():
                    yield TextRun(piece.text, origin, other)
                case Asked():
                    for slot in brief.slots.pieces(str(values.token(piece, path, item.id))):
                        if isinstance(slot, TextSlot):
                            yield TextRun(slot.text, slot.origin, slot.language, slot.value)
                case Citation():
                    continue  # refused where it is read
                case _:
                    assert_never(piece)

    return tidy(said())


def _origin(view: View, item: Item) -> Origin:
    """The record, and behind it what it leans on."""
    leant_on = item.fields[_LEANS_ON]
    wanted = dict.fromkeys(leant_on if isinstance(leant_on, tuple) else ())
    every = [*(one for found in view.items.values() for one in found), *view.planned]
    parts = {part.id: part for one in every for part in _with_parts(one)}
    return item.origin.joined_with(parts[key].origin for key in wanted if key in parts)


def _with_parts(item: Item) -> Iterator[Item]:
    yield item
    for value in item.fields.values():
        if isinstance(value, tuple):
            yield from (part for part in value if hasattr(part, "origin"))
