"""Clauses that fall away: `[[, {{ share|percent }} of the total]]`, and lines that are repeated: `{% each x in xs %}`.

Both are written for whoever reads a template, and are read as the engine's own tags: a clause is a call around its
text, which looks whether all its values were there, and a repeated line is a loop, which lines below it that are set
in further belong to. `??` parts a clause into what is said first and what is said where that falls away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from briefgen.compose.source.block_structure import BETWEEN, EACH, ENDING, OPENING, is_whole
from briefgen.compose.source.template_tags import Slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.compose.source.template_tags import Tags, TemplateTag

CLAUSE = "clause_"
"""The function that a clause is read as a call of; no template can name it."""
DECORATIONS = frozenset({"cite", "note"})
"""Functions that add to what is said: without a source or note it is said all the same, and without it they are not."""
_BRANCH = "branch_"
_MARK = re.compile(r"\{#.*?#\}|\{%[-+]?\s*raw\b.*?endraw\s*[-+]?%\}|(?P<sign>\[\[|\]\](?!\](?!\]))|\?\?|\n)", re.DOTALL)
"""Signs of clauses and ends of lines, between tags; comments and raw text hold none."""
_END_OF_BRANCHES = "{%+ endif +%}"
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
    inset: int
    """How many blanks it begins with: what is set in further is repeated with it."""


def woven(tags: Tags) -> Woven:
    """The clauses and repeated lines of a template."""
    return _Weaver(tags).woven()


class _Weaver:
    def __init__(self, tags: Tags) -> None:
        self.tags, self.source = tags, tags.source
        self.edits: list[Edit] = []
        self.slips: list[Slip] = []
        self.depth = 0
        self.clauses: list[_Clause] = []
        self.lines: list[_Line] = []
        self.whole: list[tuple[int, int]] = []
        """Where clauses that are closed begin and end."""

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
        return Woven(tuple(sorted(self.edits, key=lambda edit: edit.at)), tuple(self.slips))

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
        begin = self.source.rfind("\n", 0, tag.start) + 1
        before = [other for other in self.tags.tags if begin <= other.start < tag.start]
        words = self.source[begin : tag.start]
        for other in reversed(before):
            words = words[: other.start - begin] + words[other.end - begin :]
        if words.strip() or any(other.name != EACH for other in before):
            message, hint = (
                "'{% each %}' stands in the middle of a line",
                "begin the line with it",
            )
            self._slip(tag.start, message, hint)
        elif not self.source[tag.end :].partition("\n")[0].strip():
            message = "nothing stands behind '{% each %}' on its line"
            self._slip(tag.start, message, "write what is repeated on the same line, or use {% for %} and {% endfor %}")
        else:
            self._repeats(tag, begin)

    def _repeats(self, tag: TemplateTag, begin: int) -> None:
        """A line below another that is repeated keeps what it is set in by, which makes its list one in a list."""
        inset = _inset(self.source, begin)
        if self.lines and self.source.startswith("\n", begin - 1) and self.lines[-1].tag.start < begin:
            self.edits.append(Edit(self.tags_on(begin)[-1].end, 0, " " * inset))
        self.lines.append(_Line(tag, self.depth, inset))

    def tags_on(self, begin: int) -> list[TemplateTag]:
        """The tags that repeat the line that begins here."""
        end = self.source.find("\n", begin)
        on_it = (tag for tag in self.tags.tags if begin <= tag.start and (end < 0 or tag.start < end))
        return [tag for tag in on_it if tag.name == EACH]

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
        if not any(tag.opener == "{{" and clause.at < tag.start < at for tag in self.tags.tags):
            hint = "print a value in it, or take the brackets out; two brackets as such are '\\[\\['"
            self._slip(clause.at, "nothing in '[[' ... ']]' can be missing, so that it never falls away", hint)
            return
        count, leaning = len(clause.others) + 1, self._leaning(clause, at)
        if count == 1:
            opened = f"{{%+ call {CLAUSE}({leaning}) +%}}"
        else:
            opened = f"{{%+ call({_BRANCH}) {CLAUSE}({leaning}, {count}) +%}}{{%+ if {_BRANCH} == 0 +%}}"
            self.edits += [
                Edit(*_without_blanks(self.source, other), f"{{%+ elif {_BRANCH} == {number} +%}}")
                for number, other in enumerate(clause.others, start=1)
            ]
        self._around(clause.at, at, opened, _END_OF_BRANCHES if count > 1 else "")
        self.whole.append((clause.at, at))

    def _leaning(self, clause: _Clause, end: int) -> list[int]:
        """The numbers of the branches that print nothing but in clauses of their own: they fall with all of these."""
        marks = [clause.at, *clause.others, end]
        return [number for number, (start, stop) in enumerate(pairwise(marks)) if self._leans(start, stop)]

    def _leans(self, start: int, stop: int) -> bool:
        inner = [(begin, end) for begin, end in self.whole if start < begin < stop]
        own = (
            tag
            for tag in self.tags.tags
            if tag.opener == "{{" and start < tag.start < stop and not any(b < tag.start < e for b, e in inner)
        )
        return bool(inner) and all(tag.words and tag.words[0].text in DECORATIONS for tag in own)

    def _around(self, begin: int, at: int, opened: str, ended: str) -> None:
        """A clause that has its lines for itself falls with their blanks and end, so that no empty line is left."""
        line = self.source.rfind("\n", 0, begin) + 1
        if self.source[line:begin].strip(" ") or not self.source.startswith("\n", at + 2):
            self.edits += [Edit(begin, 2, opened), Edit(at, 2, ended + _END_OF_CALL)]
            return
        self.edits.append(Edit(line, begin + 2 - line, opened + " " * (begin - line)))
        self.edits.append(Edit(at, 2, ended or _trimmed(self.source, at)))
        self.edits.append(Edit(at + 3, _before_a_tag(self.source, at + 3), _END_OF_CALL))

    def _end_of_line(self, at: int, length: int) -> None:
        below = _inset(self.source, at + length) if length else -1
        over = [line for line in self.lines if line.inset >= below]
        if not over:
            return
        for clause in [clause for clause in self.clauses if clause.at > over[0].tag.start]:
            self.clauses.remove(clause)
            self._slip(clause.at, "'[[' is not closed on the line that '{% each %}' repeats", "write ']]' on this line")
        ended = "" if length else "\n"
        behind = _before_a_tag(self.source, at + length)
        self.edits.append(Edit(at + length, behind, f"{ended}{_END_OF_LOOP * len(over)}"))
        if length:
            self.edits.append(Edit(at, 0, _trimmed(self.source, at)))
        self.lines = [line for line in self.lines if line not in over]


def _signs(source: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return (found for found in _MARK.finditer(source, start, end) if found["sign"])


def _inset(source: str, begin: int) -> int:
    """How many blanks a line begins with; of an empty one, which no list goes on behind, less than none."""
    line = source[begin:].partition("\n")[0]
    return len(line) - len(line.lstrip(" ")) if line.strip() else -1


def _before_a_tag(source: str, begin: int) -> int:
    """How many blanks a line begins with that a tag stands behind: the engine takes them away at a line's beginning."""
    line = source[begin:].partition("\n")[0]
    blanks = len(line) - len(line.lstrip(" "))
    return blanks if line.startswith("{%", blanks) and not line.startswith("{%+", blanks) else 0


def _without_blanks(source: str, at: int) -> tuple[int, int]:
    """A `??` with the blanks and ends of lines around it, which part it from the words alone."""
    start, end = at, at + 2
    while source[start - 1 : start] in {" ", "\n"}:
        start -= 1
    while source[end : end + 1] in {" ", "\n"}:
        end += 1
    return start, end - start


def _trimmed(source: str, at: int) -> str:
    """The end of a line that the engine takes away behind a tag."""
    return "\n" if source[:at].endswith("%}") else ""
