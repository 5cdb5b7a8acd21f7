"""Words that a template sets in brackets, for readers who read none: the wording says what stands around them instead.

What data hold stays as it is. A comma that closes words goes where another sign, or the end, does its work.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from briefgen.model.document import Cite, CrossRef, LineBreak, NoteRef, TextRun
from briefgen.model.traversal import leaves, replaced
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.document import Inline
    from briefgen.model.traversal import Leaf, Run
    from briefgen.model.wording.patterns import Pattern

_COMMA = ","
_END = "\n"
_BLANKS = frozenset({" ", "\u00a0", ""})
_NO_COMMA_BEFORE = frozenset({",", ";", ":", ".", "!", "?", ")", _END})


def are_brackets(bracketed: Pattern) -> bool:
    """Whether the wording has brackets around words too, so that every run stays as it is."""
    (before, _), (behind, _) = bracketed.pieces()
    return (before, behind) == ("(", ")")


def without_brackets(run: Run, bracketed: Pattern) -> Run:
    """A run with what the wording has around words in place of the brackets that its template typed."""
    if are_brackets(bracketed):
        return run
    (before, _), (behind, _) = bracketed.pieces()
    found = leaves(run)
    said = "".join(map(_said, found))
    if "(" not in said and _COMMA not in said:
        return run
    signs = _Signs(found, [*said])
    signs.respell(before, behind)
    return signs.run(run) if signs.are_others else run


class _Signs:
    """A run sign by sign, each of which may become another, several or none."""

    def __init__(self, found: Sequence[Leaf], signs: list[str]) -> None:
        self.found, self.signs, self.are_others = found, signs, False
        self.starts = [0, *accumulate(len(_said(leaf)) for leaf in found)]

    def respell(self, before: str, behind: str) -> None:
        """Put what the wording has in the place of brackets, and take away commas that close nothing."""
        pairs = list(self._pairs())
        for opened, closed in pairs:
            self._set(opened, self._opening(opened, before))
            self._set(closed, behind)
        ends = (end - 1 for leaf, end in zip(self.found, self.starts[1:], strict=True) if _is_value(leaf))
        for at in sorted({*ends, *(closed for _, closed in pairs)}, reverse=True):
            if self.signs[at] == _COMMA and self._behind(at) in _NO_COMMA_BEFORE:
                self._set(at, "")

    def _pairs(self) -> Iterator[tuple[int, int]]:
        """Where a bracket that a template typed opens, and where it closes; the outer ones first."""
        begun: list[int] = []
        pairs: list[tuple[int, int]] = []
        for leaf, start in zip(self.found, self.starts, strict=False):
            for at, sign in enumerate(_said(leaf) if _is_typed(leaf) else "", start):
                if sign == "(":
                    begun.append(at)
                elif sign == ")" and begun:
                    pairs.append((begun.pop(), at))
        return iter(sorted(pairs))

    def _opening(self, opened: int, before: str) -> str:
        """What parts the words from those before them, whose blanks it takes the place of."""
        last = opened - 1
        while last >= 0 and self.signs[last] in _BLANKS:
            self._set(last, "")
            last -= 1
        if last < 0 or self.signs[last] in {"(", _END}:
            return ""
        return " " if self.signs[last][-1] in ",;:" else before

    def _behind(self, at: int) -> str:
        """The next sign that is read; the end where there is none."""
        return next((sign[0] for sign in self.signs[at + 1 :] if sign not in _BLANKS), _END)

    def _set(self, at: int, sign: str) -> None:
        self.are_others = True
        self.signs[at] = sign

    def run(self, run: Run) -> Run:
        """The run of these signs."""
        starts = iter(self.starts)

        def change(leaf: Leaf) -> Sequence[Inline]:
            start = next(starts)
            if not isinstance(leaf, TextRun):
                return (leaf,)
            text = "".join(self.signs[start : start + len(leaf.text)])
            return (replace(leaf, text=text),) if text else ()

        return replaced(run, change)


def _is_typed(leaf: Leaf) -> bool:
    return isinstance(leaf, TextRun) and leaf.origin is None and not leaf.language


def _is_value(leaf: Leaf) -> bool:
    return isinstance(leaf, TextRun) and bool(leaf.text) and not _is_typed(leaf)


def _said(leaf: Leaf) -> str:
    """The words of a leaf; a marker is passed over by whoever reads on behind it."""
    match leaf:
        case TextRun() | CrossRef():
            return leaf.text
        case LineBreak():
            return _END
        case Cite() | NoteRef():
            return ""
