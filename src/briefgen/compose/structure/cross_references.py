"""References from one block to another: asked for anywhere, filled in when the whole brief is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import did_you_mean
from briefgen.model.document import CrossRef, Note
from briefgen.model.traversal import mapped, replaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.compose.source.template_problems import Problems
    from briefgen.diagnostics import Place
    from briefgen.model.document import Block, Inline
    from briefgen.model.traversal import Leaf, Run


class CrossRefs:
    """The names of one brief: of exhibits as templates give them, of headings by their ids."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._given: dict[str, Place] = {}
        self._exhibits: dict[str, CrossRef] = {}
        self._headings: dict[str, CrossRef] = {}
        self._asked: dict[tuple[str, Place], None] = {}

    def give(self, name: str) -> None:
        """Take note of the name in a template's call that runs now, also where its exhibit turns out empty."""
        if name in self._given:
            hint = f"it names the exhibit at {self._given[name]} already"
            self._problems.at_current_line("BG404", f"the name '{name}' is given twice", hint, name)
        self._given.setdefault(name, self._problems.here(name))

    def exhibit(self, name: str, target: str, label: str) -> None:
        """An exhibit of the brief under its name."""
        self._exhibits[name] = CrossRef(target, label)

    def heading(self, target: str, words: str) -> None:
        """A heading under its id."""
        self._headings[target] = CrossRef(target, words)

    def ask(self, name: str, place: Place) -> CrossRef:
        """What stands for a reference until everything has its number."""
        self._asked[name, place] = None
        return CrossRef(name, "")

    def target_of(self, name: str) -> str:
        """The id of the block that a name leads to; empty where it leads to none."""
        found = self._found(name)
        return found.target if found else ""

    def filled(self, blocks: Sequence[Block], notes: Sequence[Note]) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
        """Blocks and footnotes with their references; what leads nowhere is reported and falls away."""
        if not self._asked:
            return tuple(blocks), tuple(notes)
        for name, place in self._asked:
            self._report(name, place)
        filled_notes = (Note(note.number, self._inlines(note.inlines)) for note in notes)
        return tuple(mapped(block, self._inlines) for block in blocks), tuple(filled_notes)

    def _report(self, name: str, place: Place) -> None:
        report = self._problems.report
        if self._found(name):
            return
        if name in self._given:
            hint = f"the exhibit at {self._given[name]} is empty in this brief: ask for its data with {{% if %}}"
            report.warning("BG404", place, f"the reference to '{name}' leads to nothing", hint)
            return
        known = sorted({*self._given, *self._headings})
        hint = did_you_mean(name, known) or 'give an exhibit its name: chart(..., name="trade")'
        report.error("BG402", place, f"there is no exhibit or heading '{name}' in this brief", hint)

    def _found(self, name: str) -> CrossRef | None:
        return self._exhibits.get(name) or self._headings.get(name)

    def _inlines(self, inlines: Run) -> Run:
        return replaced(inlines, self._leaf)

    def _leaf(self, leaf: Leaf) -> tuple[Inline, ...]:
        if not isinstance(leaf, CrossRef):
            return (leaf,)
        found = self._found(leaf.target)
        return (found,) if found else ()
