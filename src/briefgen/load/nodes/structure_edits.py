"""Changes in lists and groups of a YAML file: what is the same stays as it is written, remarks and quotes with it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TypeAlias

from briefgen.load.nodes.yaml_spans import flow_of, written_word
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.load.nodes.yaml_spans import SpannedNode

TextEdit: TypeAlias = tuple[int, int, str]
"""From where to where, and what is to stand there."""
_BEHIND = re.compile(r"[ \t]*(?P<comma>,?)(?:[ \t]*#[^\r\n]*)?")
"""What may stand behind the last item, on its line."""


def applied(text: str, edits: Sequence[TextEdit]) -> str:
    """A text with all its edits, none of which touches another."""
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def line_ends(text: str) -> str:
    """With what the lines of a file end."""
    return "\r\n" if "\r\n" in text else "\n"


def edits_between(text: str, old: SpannedNode, new: SpannedNode, *, in_flow: bool) -> Iterator[TextEdit]:
    """What turns a node of the text into another one, whose own places mean nothing here."""
    if flow_of(old) == flow_of(new):
        return
    in_flow = in_flow or old.is_flow
    if old.keys and new.keys:
        yield from _of_group(text, old, new, in_flow=in_flow)
    elif old.word is None and not old.keys and old.values and new.word is None and not new.keys and new.values:
        yield from _of_list(text, old, new, in_flow=in_flow)
    else:
        yield _replaced(text, old, new, in_flow=in_flow)


def _replaced(text: str, old: SpannedNode, new: SpannedNode, *, in_flow: bool) -> TextEdit:
    """A node by another sort of node; what takes the place of lines stands on the line that they belong to."""
    said = flow_of(new) if new.word is None else written_word(_line(new.word), in_flow=in_flow, quote=old.style)
    if old.word is None and not old.is_flow:
        begins = len(text[: old.start].rstrip())
        if text[begins - 1 : begins] in {":", "-"}:
            return begins, old.end, f" {said}"
        return old.start, old.end, f"  {said}"  # behind a remark: further in than the name that it is of
    return old.start, old.end, said if text[old.start - 1 : old.start] != ":" else f" {said}"


def _line(word: str) -> str:
    return " ".join(word.split("\n")).strip()


def _of_list(text: str, old: SpannedNode, new: SpannedNode, *, in_flow: bool) -> Iterator[TextEdit]:
    items = Items.of_list(text, old)
    matched = SequenceMatcher(None, [*map(flow_of, old.values)], [*map(flow_of, new.values)], autojunk=False)
    for what, first, last, here, there in matched.get_opcodes():
        if what == "equal":
            continue
        both = min(last - first, there - here)
        for at in range(both):
            yield from edits_between(text, old.values[first + at], new.values[here + at], in_flow=in_flow)
        if first + both < last:
            yield items.without(first + both, last)
        added = [_as_item(one, old, line_ends(text)) for one in new.values[here + both : there]]
        if added:
            yield from items.with_more(last, added)


def _as_item(node: SpannedNode, old: SpannedNode, ends: str) -> str:
    """A new item as those of its list are written: a group in lines, where the others are."""
    like = old.values[-1]
    if not (node.keys and like.keys) or like.is_flow:
        return flow_of(node)
    pairs = zip(node.keys, node.values, strict=True)
    return f"{ends}{' ' * like.column}".join(f"{flow_of(key)}: {flow_of(value)}" for key, value in pairs)


def _of_group(text: str, old: SpannedNode, new: SpannedNode, *, in_flow: bool) -> Iterator[TextEdit]:
    items = Items.of_group(text, old)
    now = {flow_of(key): value for key, value in zip(new.keys, new.values, strict=True)}
    names = [flow_of(key) for key in old.keys]
    if not any(name in now for name in names):
        yield _replaced(text, old, new, in_flow=in_flow)
        return
    for at, name in enumerate(names):
        if name in now:
            yield from edits_between(text, old.values[at], now[name], in_flow=in_flow)
    gone = [at for at, name in enumerate(names) if name not in now]
    for first, last in _runs(gone):
        yield items.without(first, last)
    added = [f"{name}: {flow_of(value)}" for name, value in now.items() if name not in names]
    if added:
        yield from items.with_more(len(names), added)


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Numbers that follow each other, as first and behind the last."""
    first = 0
    for at, number in enumerate(numbers, 1):
        if at == len(numbers) or numbers[at] != number + 1:
            yield numbers[first], number + 1
            first = at


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a list, or the fields of a group, as they stand in the text."""

    text: str
    start: int
    column: int
    is_flow: bool
    mark: str
    """What stands before each in a file by lines: `- `."""
    spans: Sequence[tuple[int, int]]

    @classmethod
    def of_list(cls, text: str, node: SpannedNode) -> Items:
        """Those of a list that is not empty."""
        mark = "-".ljust(node.values[-1].column - node.column)
        return cls(text, node.start, node.column, node.is_flow, mark, [(one.start, one.end) for one in node.values])

    @classmethod
    def of_group(cls, text: str, node: SpannedNode) -> Items:
        """The fields of a group, each with its name."""
        spans = [(key.start, value.end) for key, value in zip(node.keys, node.values, strict=True)]
        return cls(text, node.start, node.column, node.is_flow, "", spans)

    def with_more(self, at: int, added: Sequence[str]) -> Iterator[TextEdit]:
        """With more before the item of that number, or behind the last."""
        if not self.is_flow:
            yield self._more_lines(at, added)
        elif at < len(self.spans):
            spot = self.spans[at][0]
            yield spot, spot, "".join(f"{one}{self._between}" for one in added)
        else:
            yield from self._more_in_brackets(self._between.join(added))

    def without(self, first: int, last: int) -> TextEdit:
        """Without the items of some numbers, of which there are others."""
        if first == 0 and not self.is_flow and not self._has_lines:
            return self.start, self._line_start(self.spans[last][0]) + self.column, ""
        if self.is_flow and last < len(self.spans):
            return self.spans[first][0], self.spans[last][0], ""
        if self.is_flow:
            start, end = self.spans[first - 1][1], self.spans[last - 1][1]
            remark = self.text[start : self.spans[first][0]].replace(",", "", 1).rstrip(" \t")
            return start, end, remark.rstrip() if "#" in remark else ""
        start, end = self._line_start(self.spans[first][0]), self._line_end(self.spans[last - 1][1])
        if end == len(self.text):
            return max(start - len(line_ends(self.text)), 0), end, ""
        return start, end + len(line_ends(self.text)), ""

    @property
    def _between(self) -> str:
        """What stands between two, in brackets."""
        start = self.spans[-1][0]
        before = self.spans[-2][1] if len(self.spans) > 1 else self.start
        if "\n" not in self.text[before:start]:
            return ", "
        return f",{line_ends(self.text)}{' ' * (start - self._line_start(start))}"

    def _more_in_brackets(self, added: str) -> Iterator[TextEdit]:
        end = self.spans[-1][1]
        if self._between == ", ":
            yield end, end, f", {added}"
            return
        behind = _BEHIND.match(self.text, end)
        spot = behind.end() if behind else end
        closes = bool(behind and behind["comma"])
        lines = f"{self._between[1:]}{added}{',' if closes else ''}"
        if spot == end:
            yield end, end, f",{lines}"
        elif closes:
            yield spot, spot, lines
        else:
            yield end, end, ","
            yield spot, spot, lines

    def _more_lines(self, at: int, added: Sequence[str]) -> TextEdit:
        margin, ends = " " * self.column, line_ends(self.text)
        if at == 0:
            return self.start, self.start, "".join(f"{self.mark}{one}{ends}{margin}" for one in added)
        spot = self._line_end(self.spans[at - 1][1])
        return spot, spot, "".join(f"{ends}{margin}{self.mark}{one}" for one in added)

    @property
    def _has_lines(self) -> bool:
        """Whether the first of them begins its line."""
        return self.text[self._line_start(self.start) : self.start].strip(" ") == "" and bool(self.mark)

    def _line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        end = len(self.text) if end < 0 else end
        return end - (self.text[end - 1 : end] == "\r" and end > at)
