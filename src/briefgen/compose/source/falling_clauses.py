"""Clauses that fall away: `[[, {{ share|percent }} of the total]]`, and lines that are repeated: `{% each x in xs %}`.

In the middle of a table's line, `{% each %}` repeats what stands behind it.

Both are written for whoever reads a template, and are read as the engine's own tags: a clause is a call around its
text, which looks whether all its values were there, and a repeated line is a loop. `??` parts a clause into what is
said first and what is said where that falls away.
"""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from briefgen.compose.source.block_structure import BETWEEN, EACH, ENDING, OPENING, is_whole
from briefgen.compose.source.template_tags import Slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.compose.source.template_tags import Tags, TemplateTag

CLAUSE = "clause_"
"""The function that a clause is read as a call of; no template can name it."""
_BRANCH = "branch_"
_MARK = re.compile(
    r"\{#.*?#\}|\{%[-+]?\s*raw\b.*?endraw\s*[-+]?%\}|(?P<sign>\[\[|\]\](?=(?:\]\])*(?!\]))|\?\?|\n)", re.DOTALL
)
"""Signs of clauses and ends of lines, between tags; comments and raw text hold none."""
_GOES_ON = re.compile(r"\n[ \t]+\[\[(?=[ ,;:.)!?])")
"""A clause that stands right behind the words of the line before: a blank or a sign begins it."""
_BEFORE_A_TAG = re.compile(r"[ \t]+(?=\{%)")
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


@dataclass(slots=True)
class _Clause:
    at: int
    depth: int
    others: list[int] = field(default_factory=list)
    """Where what is said instead begins."""


@dataclass(slots=True)
class _Line:
    """A repeated line, whose end is yet to come."""

    tag: TemplateTag
    depth: int
    is_whole: bool
    """Whether it is repeated from its beginning, and not what stands behind the tag alone."""


def woven(tags: Tags) -> Woven:
    """The clauses and repeated lines of a template."""
    return _Weaver(tags).woven()


class _Weaver:
    def __init__(self, tags: Tags) -> None:
        self.tags, self.source = tags, tags.source
        self.behind = 0
        """Where the last tag ends that repeats the whole of its line: another may follow it."""
        self.printing = [tag.start for tag in tags.tags if tag.opener == "{{"]
        self.ended: set[int] = set()
        """Where lines end that are repeated: nothing goes on behind them."""
        self.edits: list[Edit] = []
        self.slips: list[Slip] = []
        self.depth = 0
        self.clauses: list[_Clause] = []
        self.lines: list[_Line] = []

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
        return Woven(tuple(sorted(self.edits, key=lambda edit: edit[:2])), tuple(self.slips))

    def _slip(self, at: int, message: str, hint: str) -> None:
        self.slips.append(Slip(at, message, hint))

    # ------------------------------------------------------------ tags

    def _tag(self, tag: TemplateTag) -> None:
        if tag.name == EACH:
            self._each(tag)
        elif tag.name in OPENING and not is_whole(tag):
            self.depth += 1
        elif tag.name in ENDING or tag.name in BETWEEN:
            self._left(tag)
            self.depth -= tag.name in ENDING

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
            self.lines.append(_Line(tag, self.depth, is_whole))
            self.behind = tag.end if is_whole else self.behind

    # ------------------------------------------------------------ text between tags

    def _between(self, start: int, end: int) -> None:
        for found in _signs(self.source, start, end):
            at = found.start("sign")
            match found["sign"]:
                case "[[":
                    self.clauses.append(_Clause(at, self.depth))
                case "\n":
                    if self.lines:
                        self._end_of_line(at, 1)
                case "??":
                    if self.clauses and self.clauses[-1].depth == self.depth:
                        self.clauses[-1].others.append(at)
                case _:
                    if self.clauses:
                        self._closed(at)

    def _closed(self, at: int) -> None:
        clause = self.clauses.pop()
        if clause.depth != self.depth:
            hint = "put both into the block, or both around it"
            self._slip(at, "']]' stands in another block than its '[['", hint)
            return
        if not self._may_fall(clause, at):
            return
        is_line = self._is_line(clause.at, at)
        begin, length = self._opening(clause.at)
        margin = self._margin(clause.at) if is_line else 0  # its blanks fall with it: they would indent the next line
        begin, length = begin - margin, length + margin
        count = len(clause.others) + 1
        call = f"{{%+ call {CLAUSE}() +%}}" if count == 1 else f"{{%+ call({_BRANCH}) {CLAUSE}({count}) +%}}"
        opened = "" if count == 1 else f"{{%+ if {_BRANCH} == 0 +%}}"
        self.edits.append(Edit(begin, length, call + " " * margin + opened))
        self.edits += [
            Edit(*_without_blanks(self.source, other), f"{{%+ elif {_BRANCH} == {number} +%}}")
            for number, other in enumerate(clause.others, start=1)
        ]
        ended = "{%+ endif +%}" if count > 1 else ""
        if is_line:
            self.edits.append(Edit(at, 2, ended or _trimmed(self.source, at)))
            behind = _BEFORE_A_TAG.match(self.source, at + 3)  # else the engine takes such blanks away itself
            self.edits.append(Edit(at + 3, len(behind[0]) if behind else 0, _END_OF_CALL))
        else:
            self.edits.append(Edit(at, 2, ended + _END_OF_CALL))

    def _may_fall(self, clause: _Clause, at: int) -> bool:
        """Whether each branch that another one follows prints a value, and so does a clause without branches."""
        ends = [*clause.others, at]
        for begin, end in zip([clause.at, *clause.others], clause.others or ends, strict=False):
            if bisect(self.printing, begin) < bisect(self.printing, end):
                continue
            message = "nothing in '[[' ... ']]' can be missing, so that it never falls away"
            hint = "print a value in it, or take the brackets out; two brackets as such are '\\[\\['"
            if clause.others:
                message = "nothing in front of '??' can be missing, so that what follows is never printed"
                hint = "print a value in front of it, or take it out"
            self._slip(begin, message, hint)
            return False
        return True

    def _is_line(self, begin: int, at: int) -> bool:
        """Whether a clause has its lines for itself: then it falls with their end, so that no empty line is left."""
        starts = max(self.source.rfind("\n", 0, begin) + 1, self.behind)
        is_alone = self._opening(begin)[0] == begin and _behind_blanks(self.source, begin, starts) == starts
        is_alone = is_alone and all(line.is_whole for line in self.lines)
        return is_alone and self.source.startswith("\n", at + 2) and not _GOES_ON.match(self.source, at + 2)

    def _margin(self, begin: int) -> int:
        """How many blanks stand before what begins a line."""
        return begin - max(self.source.rfind("\n", 0, begin) + 1, self.behind)

    def _opening(self, at: int) -> tuple[int, int]:
        """A `[[`; where it begins an indented line and goes on in the words before, with the end of their line."""
        start = _behind_blanks(self.source, at, 0)
        goes_on = start not in self.ended and _GOES_ON.match(self.source, start)
        return (start, at + 2 - start) if goes_on and goes_on.end() > at else (at, 2)

    def _end_of_line(self, at: int, length: int) -> None:
        inner = [clause for clause in self.clauses if clause.at > self.lines[0].tag.start]
        for clause in inner:
            self.clauses.remove(clause)
            self._slip(clause.at, "'[[' is not closed on the line that '{% each %}' repeats", "write ']]' on this line")
        self.ended.add(at)
        rest = sum(not line.is_whole for line in self.lines)
        before = _END_OF_LOOP * rest or (_trimmed(self.source, at) if length else "")
        self.edits.append(Edit(at, 0, before if length else f"{before}\n"))
        self.edits.append(Edit(at + length, 0, _END_OF_LOOP * (len(self.lines) - rest)))
        self.lines = []


def _signs(source: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return (found for found in _MARK.finditer(source, start, end) if found["sign"])


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
    return "\n" if source[:at].endswith("%}") else ""
