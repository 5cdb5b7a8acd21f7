"""What templates may spend: every number that bounds them, and the class that counts.

Nothing of Jinja2's sandbox bounds time or memory but its `range`. Here each thing that can be had for little text has a
bound: runs, output, texts, lists, numbers, and the template itself. The names in brackets are the attacks of
tests/attacks.py that a bound stops first; without it they take a gigabyte, or run until something else ends them.

These bounds are for good messages at the right line. The guarantee is the process of its own around them (`batch/`):
what happens in one long call, as when Markdown is read, asks none of them (brackets).
"""

from __future__ import annotations

from math import inf
from time import monotonic, process_time
from typing import TYPE_CHECKING, NoReturn

from briefgen.compose.source.source_map import readable
from briefgen.compose.source.template_problems import TemplateStop
from briefgen.compose.structure.ranked_parts import Shortened

if TYPE_CHECKING:
    from collections.abc import Collection

    from markupsafe import Markup

    from briefgen.compose.source.template_problems import Problems

# ------------------------------------------------------------ of one brief

TICKS = 200_000
"""Runs of a template's body, of a loop's, a macro's or a block's (loops in loops that print, a tree of partials).

The longest shipped brief takes some 400 for 71 facts, so a brief may have hundreds of times as many. A count ends a
template at the same place on every machine; the deadline, which it is looked at with, would not.
"""
OUTPUT = 12_000_000
"""Characters, tokens and texts that are never printed included (a loop over long text, a word doubled by set).

The longest shipped brief writes 150,000; a table of as many rows as a file may have, 20,000, writes six millions where
it has four columns. Twelve are in memory in a moment.
"""

# ------------------------------------------------------------ of one value

LONGEST_TEXT = 200_000
"""Characters that a template joins to one text (a word doubled by joined): twice that many is the next step's input."""
LONGEST_LIST = 10_000
"""Members of a range, or of two lists added (a range of a thousand million, a doubled list)."""
LARGEST_GRAPH = 20_000
"""Members of a list with all that hangs on them, each counted as often as it is reached (two graphs compared).

Walking so many takes some ten milliseconds, and comparing what was walked can take no longer.
"""
LARGEST_NUMBER = 200_000
"""On either side of an operator: no product has more than eleven digits (a number squared again and again)."""
_MEMBERS_A_TICK = 64
"""So many members walked are one tick: they take as long as a few rounds of a loop that prints."""

# ------------------------------------------------------------ of one template, before it runs

LONGEST_TEMPLATE = 200_000
"""Characters: the longest shipped section has 5,700 (a template of two million characters)."""
MOST_PARTS = 20_000
"""Nodes of its tree, which take time to compile that no tick sees; the largest shipped section has 790."""
DEEPEST_NESTING = 12
"""Loops, conditions, macros and calls in one another; the shipped sections go down to 8 (loops 25 deep).

CPython refuses more than 20 blocks in one another, and Jinja2 writes more than one for a loop: its error would be one
of generated code, without a line of the template.
"""

# ------------------------------------------------------------ of the blocks that calls place, when templates have run

DEEPEST_BLOCK_CALLS = 20
MOST_BLOCK_CALLS = 2_000
"""Tables, callouts, cards and side notes in one another, and in one brief.

A call's body may hold the token of another call twice: twenty lines make a tree of a million bodies.
"""
MOST_DRAWN = 400
"""Periods of a chart: nobody tells more of them apart on a page."""
MOST_LISTED = 5_000
"""Events of a timeline, which lists them by year where they are many: a hundred pages."""


class Budgets:
    """What is left to one brief; a template that spends more ends in BG405 at its own line."""

    def __init__(self, problems: Problems, seconds: int) -> None:
        self._problems = problems
        self._ticks, self._output = TICKS, OUTPUT
        self._seconds, self._deadline = seconds, inf
        self._looked_at = inf
        """When a section can have taken all of its time: before that the system is not asked how much it took."""

    @property
    def are_spent(self) -> bool:
        """Whether the brief has written, or done, all that it may: a section that has not begun is not at fault."""
        return self._ticks < 0 or self._output < 0

    def begin_section(self) -> None:
        """A new section has the whole time; work and output are one brief's."""
        self._deadline, self._looked_at = process_time() + self._seconds, monotonic() + self._seconds

    def tick(self, cost: int = 1, literal: int = 0) -> None:
        """Spend work, and the output of a template's own words; called at the start of all that can run again."""
        if literal:
            self.spend_output(literal)
        self._ticks -= cost
        if self._ticks < 0:
            self._stop("this template loops too much")
        if monotonic() > self._looked_at and process_time() > self._deadline:
            self._stop(f"this section takes more than {self._seconds} s")

    def spend_output(self, size: int) -> None:
        """Spend characters that stand in the text, or in something that a template makes of them."""
        self._output -= size
        if self._output < 0:
            self._stop("this template writes too much")

    def range(self, *args: int) -> range:
        """Python's range, at most 10,000 long."""
        made = range(*(int(readable(str(a))) for a in args))
        if len(made) > LONGEST_LIST:
            self._stop(f"a range of {len(made)} is too long")
        return made

    def joined_lists(self, one: Collection[object], other: Collection[object]) -> tuple[object, ...]:
        """Two lists as one, if it is no longer than any range; shortened where one of them is."""
        if len(one) + len(other) > LONGEST_LIST:
            self._stop("this list grows too long")
        joined = (*one, *other)
        return Shortened(joined) if isinstance(one, Shortened) or isinstance(other, Shortened) else joined

    def grown(self, made: Collection[object]) -> Collection[object]:
        """A list or mapping that a template writes out, if all that hangs on it can be walked in a moment.

        Lists in lists share their members, so that forty lines can make one whose comparison never ends.
        """
        waiting, seen = [made], 0
        while waiting:
            for part in _members(waiting.pop()):
                seen += 1
                if seen > LARGEST_GRAPH:
                    self._stop("this list grows too large")
                if isinstance(part, list | tuple | dict):
                    waiting.append(part)
        self.tick(seen // _MEMBERS_A_TICK)
        return made

    def bounded(self, text: Markup) -> Markup:
        """A text that a template made of others, if it is no longer than any sentence or table needs."""
        if len(text) > LONGEST_TEXT:
            self._stop("this text grows too long")
        return text

    def _stop(self, message: str) -> NoReturn:
        self._problems.at_current_line("BG405", message, "loop over fewer items")
        raise TemplateStop


def _members(whole: Collection[object]) -> Collection[object]:
    return whole.values() if isinstance(whole, dict) else whole
