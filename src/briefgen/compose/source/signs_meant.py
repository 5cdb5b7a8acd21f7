"""Braces and brackets that a template prints, and that were likely meant as its signs.

`{ visit.title }` is no value, and `[: {{ visit.note }}]` no clause that falls away: both would stand in a brief as they
were typed. What stands in brackets for its own sake is left alone: links, footnotes, words without a value.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefgen.compose.source.template_tags import Slip
from briefgen.diagnostics import close_to
from briefgen.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from briefgen.compose.source.template_tags import Tags, TemplateTag

SAID_ALL_THE_SAME = frozenset({"cite", "note", "ref", "typed"})
"""Functions whose words are never missing: brackets around these alone are meant as brackets."""
_SIGN = late_pattern(
    r"\{#.*?#\}|\{%[-+]?\s*raw\b.*?endraw\s*[-+]?%\}|(?P<meant>\\.)|"
    r"(?P<brace>\{(?![{%#])[^{}\n]*\})|(?P<bracket>\[\[|\[|\]+)|(?P<instead>\?\?)|(?P<end>\n[ \t]*(?=\n|\|))",
    re.DOTALL,
)
_VALUE = late_pattern(
    r"(?P<name>[A-Za-z_]\w*)(?P<more>(?:\.\w+|\[[^\[\]\s]*\]|\([^()]*\))*(?:[ ]*\|[ ]*\w+(?:\([^()]*\))?)*)"
)
"""A name, with fields, members or arguments, and filters behind it."""
_LIKENESS = 0.7
_BRACKETS_AS_SUCH = "brackets as such are '\\[' and '\\]'"
_BEFORE, _BEHIND = frozenset("!^"), frozenset("([")
"""What makes a link, a picture or a note of brackets."""


class _Opened(NamedTuple):
    """A bracket, or two, whose other half is yet to come."""

    at: int
    is_clause: bool
    is_meant: bool = False
    """Whether it stands behind a backslash, or in a clause: whoever writes one knows how."""
    has_value: bool = False
    """Whether a value is printed in it, and in no other within."""


def likely_meant(tags: Tags, names: Collection[str]) -> Iterator[Slip]:
    """What is printed as it stands and was likely meant as a value or a clause; `names` are those that there are."""
    for found in _signs(tags):
        if found["brace"]:
            yield from _value(found.start(), found["brace"], names)
    yield from _Brackets(tags).around_values()


def closing_nothing(tags: Tags) -> tuple[Slip, ...]:
    """Each `]]` that no `[[` stands before."""
    brackets = _Brackets(tags)
    list(brackets.around_values())
    return tuple(brackets.slips)


def _value(at: int, brace: str, names: Collection[str]) -> Iterator[Slip]:
    inner = brace[1:-1].strip()
    found = _VALUE.fullmatch(inner)
    if found is None:
        return
    if found["name"] in names or (found["more"] and close_to(found["name"], sorted(names), _LIKENESS)):
        message = f"'{brace}' is printed as it stands: a value has two braces on each side"
        yield Slip(at, message, f"did you mean '{{{{ {inner} }}}}'?")


def _signs(tags: Tags) -> Iterator[re.Match[str]]:
    """The signs between the tags, in order."""
    at = 0
    for end, behind in (*((tag.start, tag.end) for tag in tags.tags), (len(tags.source),) * 2):
        yield from _SIGN.finditer(tags.source, at, end)
        at = behind


class _Brackets:
    """Looks which bracket closes which, as clauses are read."""

    def __init__(self, tags: Tags) -> None:
        self.tags, self.source = tags, tags.source
        self.slips: list[Slip] = []
        self._open: list[_Opened] = []
        self._clauses = 0
        """How many of these are clauses: asked of each sign, of which a hostile template has a hundred thousand."""

    def around_values(self) -> Iterator[Slip]:
        """A slip for each pair of single brackets around a value that may be missing."""
        values = iter(tag for tag in self.tags.tags if tag.opener == "{{")
        tag = next(values, None)
        for found in _signs(self.tags):
            while tag and tag.start < found.start():
                self._prints(tag)
                tag = next(values, None)
            if found["end"] is not None and len(self._open) > self._clauses:
                self._open = [opened for opened in self._open if opened.is_clause]
            elif found["bracket"]:
                yield from self._bracket(found.start(), found["bracket"])
            elif found["instead"] and not self._in_clause:
                message = "'??' stands in no '[[' ... ']]', and is printed as it stands"
                yield Slip(found.start(), message, "put '[[' before what is said first, and ']]' behind the rest")
            elif found["meant"] == "\\[":
                self._open.append(_Opened(found.start(), is_clause=False, is_meant=True))
            elif found["meant"] == "\\]":
                list(self._single(found.start()))

    @property
    def _in_clause(self) -> bool:
        return self._clauses > 0

    def _prints(self, tag: TemplateTag) -> None:
        if self._open and not (tag.words and tag.words[0].text in SAID_ALL_THE_SAME):
            self._open[-1] = self._open[-1]._replace(has_value=True)

    def _bracket(self, at: int, sign: str) -> Iterator[Slip]:
        if "[" in sign:
            self._open.append(_Opened(at, len(sign) > 1, is_meant=self._in_clause))
            self._clauses += len(sign) > 1
        elif self._in_clause:
            yield from self._single(at) if len(sign) % 2 else ()
            for _ in range(len(sign) // 2):
                self._end_of_clause()
        elif len(sign) > len(self._open) and len(sign) > 1:
            self._stray(at, sign)
        else:
            for place in range(at, at + len(sign)):
                yield from self._single(place)

    def _single(self, at: int) -> Iterator[Slip]:
        if not self._open or self._open[-1].is_clause:
            return
        opened = self._open.pop()
        around = self.source[opened.at - 1 : opened.at], self.source[at + 1 : at + 2]
        if opened.has_value and not opened.is_meant and around[0] not in _BEFORE and around[1] not in _BEHIND:
            message = "a value stands in single brackets, and these are printed"
            yield Slip(opened.at, message, f"did you mean '[[' and ']]', for what may be missing? {_BRACKETS_AS_SUCH}")

    def _end_of_clause(self) -> None:
        while self._open:
            if self._open.pop().is_clause:
                self._clauses -= 1
                return

    def _stray(self, at: int, sign: str) -> None:
        if self._open:
            opened = self._open[-1]
            self.slips.append(Slip(opened.at, f"'[' is closed by '{sign}'", f"write '[['; {_BRACKETS_AS_SUCH}"))
        else:
            message = f"'{sign}' closes nothing: no '[[' stands before it"
            self.slips.append(Slip(at, message, f"take it out, or write '[['; {_BRACKETS_AS_SUCH}"))
        self._open.clear()
        self._clauses = 0
