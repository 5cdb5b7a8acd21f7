"""Levels of headings: one below another in every format alike, since readers and screen readers go by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import Callout, Heading, TextRun
from briefgen.model.limits import DEEPEST_HEADING
from briefgen.model.traversal import plain_text, with_children
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.diagnostics import Place, Report
    from briefgen.model.document import Block

_SECTION = 2
"""The level that a section's heading is typed with: `##`."""


def without_gaps(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with each heading at most one level below the last that has words; the title stands above them all.

    The title of a box stands one level below the heading that the box stands under, and headings in it below that;
    what comes behind the box goes on from where it was.
    """
    return _Levels().closed(blocks)


def tell_low_beginning(blocks: Iterable[Block], above: int, start: Place, report: Report) -> None:
    """BG406 for a section whose first heading stands under that of another section, `above` being its level as typed.

    A gap between the two is told where the heading is read, and so is one below the title.
    """
    first = next((block for block in blocks if isinstance(block, Heading)), None)
    if first is None or above < _SECTION or first.level == 1 or first.level > above:
        return
    typed = (run.typed for run in first.inlines if isinstance(run, TextRun) and run.typed)
    level = first.level + 1
    message = f"the section begins with a heading of level {level}, so that it stands under the section before it"
    report.warning("BG406", next(typed, start), message, "write '##', or put it into the template of that section")


class _Levels:
    def __init__(self) -> None:
        self._last = 0
        """Of the last heading that has words."""
        self._box = 0
        """Of the title of the box that is gone through."""

    def closed(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(map(self._closed, blocks))

    def _closed(self, block: Block) -> Block:
        if isinstance(block, Heading):
            level = min(max(block.level, self._box + 1), self._last + 1, DEEPEST_HEADING)
            self._last = level if plain_text(block.inlines) else self._last
            return block if level == block.level else replace(block, level=level)
        if isinstance(block, Callout) and plain_text(block.title):
            return self._box_closed(block)
        return with_children(block, self._closed)

    def _box_closed(self, box: Callout) -> Callout:
        outside = self._last, self._box
        level = min(self._last + 1, DEEPEST_HEADING)
        self._last = self._box = level
        made = replace(box, level=level, blocks=self.closed(box.blocks))
        self._last, self._box = outside
        return made
