"""What has to be known of a document before its body is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from briefgen.model.document import BulletList, Callout, Exhibit, Heading, NumberedList, ReferenceList, Row, Table
from briefgen.model.traversal import children, every_block
from briefgen.records import dataclass
from briefgen.render.docx.body.bookmarks import reference_place
from briefgen.render.docx.body.file_order import in_file_order
from briefgen.render.docx.package.numbering import NUMBERS, REFERENCES, BegunList

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.model.document import Block
    from briefgen.model.looks.style import Style


@dataclass(frozen=True, slots=True)
class Targets:
    """What has a bookmark for links: headings, figures, tables with a caption, entries of the references."""

    places: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    """Those of them that bear a number of Word's own."""
    labelled: frozenset[str] = frozenset()
    """Those of them that links call by their label: `Table 2`."""


def begun_lists(blocks: Iterable[Block], style: Style, level: int = 0) -> Iterator[BegunList]:
    """Every numbered list, in the order that the body is written in."""
    for block in blocks:
        if isinstance(block, NumberedList):
            yield BegunList(NUMBERS, level, block.start)
        elif isinstance(block, ReferenceList) and block.numbered:
            numbers = [item.number for item in block.items]
            # An entry that does not follow the one before it begins a list of its own, so that no number is wrong.
            before = (None, *numbers)
            yield from (
                BegunList(REFERENCES, 0, number)
                for last, number in zip(before, numbers, strict=False)
                if last is None or number != last + 1
            )
        is_list = isinstance(block, BulletList | NumberedList)
        inner = in_file_order(block, style) if isinstance(block, Row) else children(block)
        yield from begun_lists(inner, style, level + 1 if is_list else 0)


def targets_of(blocks: Sequence[Block]) -> Targets:
    """The targets of a document."""
    places: set[str] = set()
    numbered: set[str] = set()
    labelled: set[str] = set()
    for block in every_block(blocks):
        if isinstance(block, ReferenceList):
            entries = [reference_place(item.number) for item in block.items]
            places.update(entries)
            numbered.update(entries if block.numbered else ())
        elif isinstance(block, Heading | Exhibit) or _has_title(block):
            places.add(block.id)
            labelled.update([block.id] if isinstance(block, Exhibit | Table) else [])
    return Targets(frozenset(places), frozenset(numbered), frozenset(labelled))


def _has_title(block: Block) -> TypeGuard[Table | Callout]:
    return bool((isinstance(block, Table) and block.caption) or (isinstance(block, Callout) and block.title))
