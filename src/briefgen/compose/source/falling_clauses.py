"""Clauses that fall away: `[[, {{ share|percent }} of the total]]`, and lines that are repeated: `{% each x in xs %}`.

In the middle of a table's line, `{% each %}` repeats what stands behind it.

Both are written for whoever reads a template, and are read as the engine's own tags: a clause is a call around its
text, which looks whether all its values were there, and a repeated line is a loop, which lines below it that are set
in further belong to. `??` parts a clause into what is said first and what is said where that falls away.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefgen.compose.source.block_structure import BETWEEN, EACH, ENDING, OPENING, is_whole
from briefgen.compose.source.template_tags import Slip
from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.compose.source.template_tags import Tags, TemplateTag

CLAUSE = "clause_"
"""The function that a clause is read as a call of; no template can name it."""
DECORATIONS = frozenset({"cite", "note"})
"""Functions that add to what is said: without a source or note it is said all the same, and without it they are not."""
_BRANCH = "branch_"
_MARK = late_pattern(r"\{#.*?#\}|\{%[-+]?\s*raw\b.*?endraw\s*[-+]?%\}|(?P<sign>\[\[|\]{2,}|\?\?|\n)", re.DOTALL)
"""Signs of clauses and ends of lines, between tags; comments and raw text hold none."""
_GOES_ON = late_pattern(r"\n[ \t]+\[\[(?=[ ,;:.)!?])")
"""A clause that stands right behind the words of the line before: a blank or a sign begins it."""
_END_OF_CALL = "{%+ endcall +%}"
_END_OF_LOOP = "{%+ endfor +%}"


class Edit(NamedTuple):
    """What is read in the place of some characters of a template."""

    at: int
    length: int
    text: str


@dataclass(frozen=True, slots=True)
class Woven:
    """How the clauses and repeated lines of a template are read, and what is wrong with them."""

    edits: tuple[Edit, ...]
    slips: tuple[Slip, ...]
    repeated: tuple[tuple[int, int], ...]
    """Where each repeated line begins, and where the last ends that is set in below it."""


@dataclass(slots=True)
class _Branch:
    """What a clause says, or says instead."""

    at: int
    """Where it begins."""
    prints: bool = False
    """Whether it prints anything."""
    states: bool = False
    """Whether it prints a value of its own, and more than a source or a note."""
    holds_clauses: bool = False

    @property
    def leans(self) -> bool:
        """Whether it prints nothing but in clauses of its own: it falls with all of these."""
        return self.holds_clauses and not self.states


@dataclass(slots=True)
class _Clause:
    depth: int
    branches: list[_Branch]

    @property
    def at(self) -> int:
        return self.branches[0].at


@dataclass(slots=True)
class _Line:
    """A repeated line, whose end is yet to come."""

    tag: TemplateTag
    depth: int
    is_whole: bool
    """Whether it is repeated from its beginning, and not what stands behind the tag alone."""
    inset: int
    """How many blanks it begins with: what is set in further is repeated with it."""


def woven(tags: Tags) -> Woven:
    """The clauses and repeated lines of a template."""
    return _Weaver(tags).woven()


class _Weaver:
    def __init__(self, tags: Tags) -> None:
        self.tags, self.source = tags, tags.source
        self.behind = 0
        """Where the last tag ends that repeats the whole of its line: another may follow it."""
        self.ended: set[int] = set()
        """Where lines end that are repeated: nothing goes on behind them."""
        self.edits: list[Edit] = []
        self.slips: list[Slip] = []
        self.repeated: list[tuple[int, int]] = []
        self.depth = 0
        self.clauses: list[_Clause] = []
        self.lines: list[_Line] = []
        self.margin: Edit | None = None
        """What keeps the blanks that a repeated line is set in by, behind the last of the tags that it begins with."""

    def woven(self) -> Woven:
        at = 0
        for tag in self.tags.tags:
            self._between(at, tag.start)
            self._tag(tag)
            at = tag.end
        self._between(at, len(self.source))
        if self.lines:
            self._end_of_line(len(self.source), 0)
        for clause in self.clauses:
            self._slip(clause.at, "'[[' is never closed", "write ']]' where what may fall away is to end")
        edits = sorted(self.edits, key=lambda edit: edit[:2])
        return Woven(tuple(edits), tuple(self.slips), tuple(self.repeated))

    def _slip(self, at: int, message: str, hint: str) -> None:
        self.slips.append(Slip(at, message, hint))

    # ------------------------------------------------------------ tags

    def _tag(self, tag: TemplateTag) -> None:
        if tag.opener == "{{":
            self._prints(tag)
        elif tag.name == EACH:
            self._each(tag)
        elif tag.name in OPENING and not is_whole(tag):
            self.depth += 1
        elif tag.name in ENDING or tag.name in BETWEEN:
            self._left(tag)
            self.depth -= tag.name in ENDING

    def _prints(self, tag: TemplateTag) -> None:
        if self.clauses:
            branch = self.clauses[-1].branches[-1]
            branch.prints = True
            branch.states |= not tag.words or tag.words[0].text not in DECORATIONS

    def _left(self, tag: TemplateTag) -> None:
        """What a block holds ends in it."""
        hint = f"write ']]' before {{% {tag.name} %}}, or '[[' before its block"
        while self.clauses and self.clauses[-1].depth >= self.depth:
            self._slip(self.clauses.pop().at, f"'[[' is not closed before '{{% {tag.name} %}}'", hint)
        while self.lines and self.lines[-1].depth >= self.depth:
            message = f"the line that '{{% each %}}' repeats is not over before '{{% {tag.name} %}}'"
            self._slip(self.lines.pop().tag.start, message, f"put '{{% {tag.name} %}}' on a line of its own")

    def _each(self, tag: TemplateTag) -> None:
        begin = max(self.source.rfind("\n", 0, tag.start) + 1, self.behind)
        is_whole = _behind_blanks(self.source, tag.start, begin) == begin
        if not is_whole and not self.source.startswith("|", begin):
            self._slip(tag.start, "'{% each %}' stands in the middle of a line", "begin the line with it")
        elif self.source[tag.end : tag.end + 1] in {"", "\n"}:
            message = "nothing stands behind '{% each %}' on its line"
            self._slip(tag.start, message, "write what is repeated on the same line, or use {% for %} and {% endfor %}")
        else:
            self._repeats(tag, is_whole=is_whole)
            self.behind = tag.end if is_whole else self.behind

    def _repeats(self, tag: TemplateTag, *, is_whole: bool) -> None:
        """A line below another that is repeated keeps what it is set in by, which makes its list one in a list."""
        begin = self.source.rfind("\n", 0, tag.start) + 1
        inset = _inset(self.source, begin)
        if is_whole and self.lines and self.lines[0].tag.start < begin:
            self.margin = Edit(tag.end, 0, " " * inset)
        self.lines.append(_Line(tag, self.depth, is_whole, inset))

    # ------------------------------------------------------------ text between tags

    def _between(self, start: int, end: int) -> None:
        for found in _signs(self.source, start, end):
            at = found.start("sign")
            match found["sign"]:
                case "[[":
                    self.clauses.append(_Clause(self.depth, [_Branch(at)]))
                case "\n":
                    if self.lines:
                        self._end_of_line(at, 1)
                case "??":
                    if self.clauses and self.clauses[-1].depth == self.depth:
                        self.clauses[-1].branches.append(_Branch(at))
                case brackets:  # of three, the first is the text's own
                    for pair in range(at + len(brackets) % 2, at + len(brackets), 2):
                        if self.clauses:
                            self._closed(pair)

    def _closed(self, at: int) -> None:
        clause = self.clauses.pop()
        if clause.depth != self.depth:
            hint = "put both into the block, or both around it"
            self._slip(at, "']]' stands in another block than its '[['", hint)
            return
        if self.clauses:
            outer = self.clauses[-1].branches[-1]
            outer.holds_clauses = True
            outer.prints |= any(branch.prints for branch in clause.branches)
        if not self._may_fall(clause):
            return
        count, leaning = len(clause.branches), [i for i, branch in enumerate(clause.branches) if branch.leans]
        opened = f"{{%+ call {CLAUSE}({leaning}) +%}}"
        if count > 1:
            opened = f"{{%+ call({_BRANCH}) {CLAUSE}({leaning}, {count}) +%}}"
            self.edits += [
                Edit(*_without_blanks(self.source, branch.at), f"{{%+ elif {_BRANCH} == {number} +%}}")
                for number, branch in enumerate(clause.branches[1:], start=1)
            ]
        first = f"{{%+ if {_BRANCH} == 0 +%}}" if count > 1 else ""
        self._around(clause.at, at, (opened, first), "{%+ endif +%}" if count > 1 else "")

    def _may_fall(self, clause: _Clause) -> bool:
        """Whether each branch that another one follows prints a value, and so does a clause without branches."""
        idle = next((branch for branch in clause.branches[:-1] or clause.branches if not branch.prints), None)
        if idle is None:
            return True
        message = "nothing in '[[' ... ']]' can be missing, so that it never falls away"
        hint = "print a value in it, or take the brackets out; two brackets as such are '\\[\\['"
        if len(clause.branches) > 1:
            message = "nothing in front of '??' can be missing, so that what follows is never printed"
            hint = "print a value in front of it, or take it out"
        self._slip(idle.at, message, hint)
        return False

    def _around(self, begin: int, at: int, opened: tuple[str, str], ended: str) -> None:
        """A clause that has its lines for itself falls with their blanks and end, so that no empty line is left."""
        starts = max(self.source.rfind("\n", 0, begin) + 1, self.behind)
        is_line = self._opening(begin)[0] == begin and all(line.is_whole for line in self.lines)
        is_line = is_line and not _GOES_ON.match(self.source, at + 2)
        is_line = is_line and _behind_blanks(self.source, begin, starts) == starts
        if not is_line or not self.source.startswith("\n", at + 2):
            self.edits += [Edit(*self._opening(begin), "".join(opened)), Edit(at, 2, ended + _END_OF_CALL)]
            return
        self.edits.append(Edit(starts, begin + 2 - starts, self.source[starts:begin].join(opened)))
        self.edits.append(Edit(at, 2, ended or _trimmed(self.source, at)))
        self.edits.append(Edit(at + 3, _before_a_tag(self.source, at + 3), _END_OF_CALL))

    def _opening(self, at: int) -> tuple[int, int]:
        """A `[[`; where it begins an indented line and goes on in the words before, with the end of their line."""
        start = _behind_blanks(self.source, at, 0)
        goes_on = start not in self.ended and _GOES_ON.match(self.source, start)
        return (start, at + 2 - start) if goes_on and goes_on.end() > at else (at, 2)

    def _end_of_line(self, at: int, length: int) -> None:
        if self.margin:
            self.edits.append(self.margin)
            self.margin = None
        below = _inset(self.source, at + length) if length else -1
        over: list[_Line] = []
        kept: list[_Line] = []
        for line in self.lines:
            (over if not line.is_whole or line.inset >= below else kept).append(line)
        if not over:
            return
        for clause in [clause for clause in self.clauses if clause.at > over[0].tag.start]:
            self.clauses.remove(clause)
            self._slip(clause.at, "'[[' is not closed on the line that '{% each %}' repeats", "write ']]' on this line")
        self.ended.add(at)
        self.repeated += [(line.tag.start, at) for line in over]
        rest = sum(not line.is_whole for line in over)
        before = _END_OF_LOOP * rest or (_trimmed(self.source, at) if length else "")
        self.edits.append(Edit(at, 0, before if length else f"{before}\n"))
        behind = _before_a_tag(self.source, at + length)
        self.edits.append(Edit(at + length, behind, _END_OF_LOOP * (len(over) - rest)))
        self.lines = kept


def _signs(source: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return (found for found in _MARK.finditer(source, start, end) if found["sign"])


def _blanks(source: str, begin: int) -> int:
    """How many blanks stand from a place on."""
    end = begin
    while source.startswith(" ", end):
        end += 1
    return end - begin


def _inset(source: str, begin: int) -> int:
    """How many blanks a line begins with; of an empty one, which no list goes on behind, less than none."""
    end = source.find("\n", begin)
    return _blanks(source, begin) if source[begin : end if end >= 0 else None].strip() else -1


def _before_a_tag(source: str, begin: int) -> int:
    """How many blanks a line begins with that a tag stands behind: the engine takes them away at a line's beginning."""
    blanks = _blanks(source, begin)
    is_tag = source.startswith("{%", begin + blanks) and not source.startswith("{%+", begin + blanks)
    return blanks if is_tag else 0


def _without_blanks(source: str, at: int) -> tuple[int, int]:
    """A `??` with the blanks and ends of lines around it, which part it from the words alone."""
    start, end = at, at + 2
    while source[start - 1 : start].isspace():
        start -= 1
    while source[end : end + 1].isspace():
        end += 1
    return start, end - start


def _behind_blanks(source: str, at: int, least: int) -> int:
    """Where the blanks and ends of lines begin that stand before a place."""
    while at > least and source[at - 1].isspace():
        at -= 1
    return at


def _trimmed(source: str, at: int) -> str:
    """The end of a line that the engine takes away behind a tag."""
    return "\n" if source.endswith("%}", 0, at) else ""
