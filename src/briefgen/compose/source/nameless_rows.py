"""Tables that are given rows, and no name for each: what their pattern asks for is not there."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from briefgen.compose.source.block_structure import ENDING, OPENING, is_whole

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from briefgen.compose.source.template_tags import Tags, TemplateTag

_CALL = "call"


class NamelessRows(NamedTuple):
    """A call of a table whose rows have no name, and the name that its pattern has for each."""

    name: str
    at: int
    message: str
    hint: str


def rows_without_a_name(tags: Tags, unknown: Collection[str]) -> Iterator[NamelessRows]:
    """Each `{% call table(..., rows=...) %}` in which a name is asked for that nothing gives: `unknown` are those."""
    opened: list[TemplateTag] = []
    for tag in tags.tags:
        if tag.name in OPENING and not is_whole(tag):
            opened.append(tag)
        elif tag.name in ENDING and opened:
            begun = opened.pop()
            if _is_nameless(begun) and (name := _first_of(tags, begun.end, tag.start, unknown)):
                called = begun.words[1]
                message = f"this {called.text} is given rows, and has no name for each, such as '{name}'"
                yield NamelessRows(name, called.start, message, f"write {{% call({name}) {called.text}(...) %}}")


def _is_nameless(tag: TemplateTag) -> bool:
    """Whether a tag calls something with rows, and names nothing: `{% call table("Visits", rows=visits) %}`."""
    words = [word.text for word in tag.words]
    gives_rows = any(pair == ("rows", "=") for pair in pairwise(words))
    return tag.name == _CALL and words[1:2] != ["("] and gives_rows


def _first_of(tags: Tags, begin: int, end: int, unknown: Collection[str]) -> str:
    words = (word.text for tag in tags.tags if begin <= tag.start < end for word in tag.words)
    return next((word for word in words if word in unknown), "")
