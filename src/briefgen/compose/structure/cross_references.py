"""References from one block to another: asked for anywhere, filled in when the whole brief is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import did_you_mean
from briefgen.late_patterns import late_pattern
from briefgen.model.charts import LocatorMap
from briefgen.model.document import CrossRef, Exhibit, Note, TextRun
from briefgen.model.placed_picture import PlacedPicture
from briefgen.model.traversal import mapped, plain_text, replaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.compose.source.template_problems import Problems
    from briefgen.compose.values.placeholders import RefSlot
    from briefgen.diagnostics import Place
    from briefgen.model.document import Block, Inline, Table
    from briefgen.model.traversal import Leaf, Run

_NAMED = late_pattern(r"""\bname\s*=\s*(?P<sign>["'])(?P<name>.*?)(?P=sign)\s*(?P<joined>~?)""")
"""The name that a call of a template gives its exhibit, or what it begins with."""


class CrossRefs:
    """The names of one brief: of exhibits as templates give them, of headings by their ids.

    A section may stand in a brief twice, so that a name is looked for in the section that asks, then in all.
    """

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._section = 0
        self._given: dict[str, tuple[Place, int]] = {}
        self._expected: dict[str, set[int]] = {}
        self._exhibits: dict[str, dict[int, CrossRef]] = {}
        self._headings: dict[str, CrossRef] = {}
        self._asked: dict[tuple[str, Place], None] = {}
        self._fallen: dict[tuple[str, Place], None] = {}
        self._shown: dict[str, tuple[Place, str]] = {}
        """Id of an exhibit → the line that places it, and its title."""
        self._mentioned: set[str] = set()
        """Ids of what references were filled in for."""

    def begin(self, section: int) -> None:
        """Take note that this section of the audience's is made from here on."""
        self._section = section

    def give(self, name: str) -> None:
        """Take note of the name in a template's call that runs now, also where its exhibit turns out empty."""
        place = self._problems.here(name)
        earlier, section = self._given.get(name, (place, self._section))
        if name in self._given and (section == self._section or earlier != place):
            hint = f"it names the exhibit at {earlier} already"
            self._problems.at_current_line("BG404", f"the name '{name}' is given twice", hint, name)
        self._given[name] = earlier, self._section

    def expect(self, name: str) -> None:
        """An exhibit that has something to show will stand under this name; an empty name says nothing."""
        if name:
            self._expected.setdefault(name, set()).add(self._section)

    def exhibit(self, name: str, block: Table | Exhibit, place: Place) -> None:
        """An exhibit of the brief, under its name if it has one, with the line that places it."""
        if block.caption:
            if not _needs_no_mention(block):
                self._shown[block.id] = place, plain_text(block.caption.title)
            if name:
                self._exhibits.setdefault(name, {})[self._section] = CrossRef(block.id, block.caption.label)

    def heading(self, target: str, words: str) -> None:
        """A heading under its id."""
        self._headings[target] = CrossRef(target, words)

    def ask(self, name: str, place: Place) -> CrossRef:
        """What stands for a reference until everything has its number."""
        self._asked[name, place] = None
        return CrossRef(f"{self._section}/{name}", "")

    def is_placed(self, asked: RefSlot) -> bool:
        """Whether what a clause refers to is there, as far as sections have run; where it is not, the clause falls."""
        expected = self._expected.get(asked.name, set())
        if asked.name not in self._given:
            stands = asked.name in self._headings
        else:
            is_own = self._given[asked.name][1] == self._section
            stands = self._section in expected if is_own else bool(expected)
        if stands:
            return True
        self._fallen[asked.name, asked.place] = None
        return False

    def target_of(self, name: str) -> str:
        """The id of the block that a name leads to; empty where it leads to none."""
        found = self._found(name)
        return found.target if found else ""

    def filled(self, blocks: Sequence[Block], notes: Sequence[Note]) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
        """Blocks and footnotes with their references; what leads nowhere is reported and falls away."""
        for name, place in self._fallen:
            self._report_fallen(name, place)
        if not self._asked:
            return tuple(blocks), tuple(notes)
        for name, place in self._asked:
            self._report(name, place)
        filled_notes = (Note(note.number, self._inlines(note.inlines)) for note in notes)
        return tuple(mapped(block, self._inlines) for block in blocks), tuple(filled_notes)

    def tell_unmentioned(self) -> None:
        """Note each exhibit that no sentence of the brief leads to, once all references are filled in."""
        for exhibit, (place, title) in self._shown.items():
            if exhibit not in self._mentioned:
                message = f"no sentence of the brief mentions the exhibit '{title}'"
                hint = 'give it a name="...", and say beside it: [[{{ ref("...") }} shows ...]]'
                self._problems.report.info("BG465", place, message, hint)

    def _report(self, name: str, place: Place) -> None:
        report = self._problems.report
        if self._leads(name):
            return
        if name in self._given:
            hint = f"the exhibit at {self._given[name][0]} is empty in this brief: put the words into [[ and ]]"
            report.warning("BG404", place, f"the reference to '{name}' leads to nothing", hint)
            return
        self._report_unknown(name, place)

    def _report_fallen(self, name: str, place: Place) -> None:
        """A clause falls for what is not placed in this brief, and for nothing else."""
        if self._leads(name) and not self._expected.get(name):
            message = f"a clause refers to '{name}', which a later section places, and falls away"
            hint = "refer to exhibits of the same section or of earlier ones, or do without [[ and ]]"
            self._problems.report.warning("BG404", place, message, hint)
        elif name not in self._given and not self._is_written(name):
            self._report_unknown(name, place)

    def _is_written(self, name: str) -> bool:
        """Whether a call that did not run gives the name: as it stands, or joined of words."""
        calls = (found for source in self._problems.sources.values() for found in _NAMED.finditer(source))
        return any(name == call["name"] or (call["joined"] and name.startswith(call["name"])) for call in calls)

    def _leads(self, name: str) -> bool:
        """Whether there is something of this name; what a call has named is no heading, also where it is empty."""
        return name in (self._exhibits if name in self._given else self._headings)

    def _report_unknown(self, name: str, place: Place) -> None:
        known = sorted({*self._given, *self._headings})
        hint = did_you_mean(name, known) or 'give an exhibit its name: chart(..., name="trade")'
        self._problems.report.error("BG402", place, f"there is no exhibit or heading '{name}' in this brief", hint)

    def _found(self, asked: str) -> CrossRef | None:
        section, _, name = asked.partition("/")
        if name not in self._given:
            return self._headings.get(name)
        of_name = self._exhibits.get(name, {})
        return of_name.get(int(section)) or next(iter(of_name.values()), None)

    def _inlines(self, inlines: Run) -> Run:
        if len(inlines) == 1 and isinstance(inlines[0], TextRun):  # most cells of tables
            return inlines
        return replaced(inlines, self._leaf)

    def _leaf(self, leaf: Leaf) -> tuple[Inline, ...]:
        if not isinstance(leaf, CrossRef):
            return (leaf,)
        found = self._found(leaf.target)
        if found is None:
            return ()
        self._mentioned.add(found.target)
        return (found,)


def _needs_no_mention(block: Table | Exhibit) -> bool:
    """Whether it shows who and where, and bears out nothing that the text says."""
    return isinstance(block, Exhibit) and isinstance(block.graphic, PlacedPicture | LocatorMap)
