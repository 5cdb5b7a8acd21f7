"""YAML to nodes, within bounds that hold before anything is built.

The parser's events are read one by one, so deep nesting cannot crash the process and aliases cannot multiply. Loading
would do both: a hundred thousand opening brackets end the interpreter without an exception, and five hundred bytes of
merged aliases never end. It would also take the last of two keys without a word, and `no` for false.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from briefgen.diagnostics import Place, echo
from briefgen.late_patterns import late_pattern
from briefgen.load.nodes.decoding import RefusedCharacterError, clean_text, is_blank
from briefgen.load.nodes.libyaml import yaml
from briefgen.load.nodes.node import Mapping, Node, Scalar, Sequence
from briefgen.load.nodes.yaml_comments import cut_off, remark_beside
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.diagnostics import Report

MAX_NODES = 200_000
"""Of one file; the largest shipped one has 550. A million would take half a gigabyte."""
MAX_DEPTH = 24
"""The shipped files go down six levels; what walks the tree may recurse."""
_BOUND = late_pattern(r"[:-]\s+>=?\s*\d")
"""A number that a bound stands before: to YAML, the head of a text of several lines."""
# libyaml's where it is there. Only its scanner and parser are used, which give texts with their places and no types.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Refused(Exception):  # noqa: N818 - carries one problem to the one place that reports it
    def __init__(self, code: str, place: Place, message: str, hint: str) -> None:
        super().__init__(message)
        self.problem = (code, place, message, hint)


@dataclass(slots=True)
class _Open:
    """A list or mapping that is not closed yet."""

    place: Place
    is_mapping: bool
    items: list[Node] = field(default_factory=list)
    fields: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    key: str | None = None


def parse_yaml(text: str, path: str, report: Report) -> Node | None:
    """The tree of a YAML text, or None where a problem was reported."""
    try:
        return _Builder(path, report, text).build(events_of(text))
    except _Refused as refused:
        report.error(*refused.problem)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
        report.error("BG104", place, f"is not well-formed YAML: {error.problem or error.context}", _hint(text, place))
    except yaml.YAMLError as error:
        report.error("BG104", Place(path), f"is not well-formed YAML: {str(error).splitlines()[0]}", None)
    return None


def _hint(text: str, place: Place) -> str:
    lines = text.split("\n")
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    if "\t" in line:
        return "indent with blanks, not tabs"
    if line.count(": ") > 1:
        return "put a value that holds a colon or a brace in quotes"
    if _BOUND.search(line):
        return "put a value that begins with > in quotes, as YAML reads that sign otherwise; or write 'more than 80'"
    return "check indentation and quotes, also of the line before"


def events_of(text: str) -> Iterator[yaml.Event]:
    """What the parser meets, one after the other; raises yaml.YAMLError where the text is not well-formed."""
    return iter(_LOADER(text).get_event, None)


class _Builder:
    def __init__(self, path: str, report: Report, text: str) -> None:
        self.path, self.report, self.lines = path, report, text.split("\n")
        self.has_comments = "#" in text
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.count = self.documents = 0

    def build(self, events: Iterator[yaml.Event]) -> Node | None:
        scalar = self._scalar
        for event in events:
            if type(event) is yaml.ScalarEvent:  # as most are
                scalar(event)
            else:
                self._other(event)
        return self.root

    def _other(self, event: yaml.Event) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    raise self._refuse(event, "BG104", "holds more than one document", "keep one document in a file")
            case yaml.AliasEvent():
                # Beside its size when written out, an alias is a value in two places, and has one line.
                raise self._refuse(event, "BG104", "uses an alias (*)", "write the value out")
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._open(event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._close()
            case _:
                pass

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._count(event)
        written = event.value
        try:
            text = clean_text(written)
        except RefusedCharacterError as bad:
            raise self._refuse(event, "BG102", f"holds an escape for {bad}", "write the text without it") from None
        remark = ""
        if self.has_comments:
            remark = remark_beside(self.lines, event.end_mark) if self._is_suppression() else ""
            if not event.style and (lost := cut_off(self.lines, event.end_mark)):
                self._tell_cut(event, lost)
        line = (" ".join(text.split("\n")) if "\n" in text else text).strip()
        self._add(Scalar("" if is_blank(line) else line, self._place(event), remark))

    def _tell_cut(self, event: yaml.ScalarEvent, lost: str) -> None:
        message = f"the value ends before '{echo(lost)}', which is read as a comment"
        hint = "put the whole value in quotes, or a blank behind the # of a comment"
        self.report.warning("BG128", self._place(event), message, hint)

    def _is_suppression(self) -> bool:
        """Whether the value stands under `ignore`, where its comment counts."""
        return any(parent.is_mapping and parent.key == "ignore" for parent in self.stack[-2:])

    def _open(self, event: yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        self._count(event)
        if len(self.stack) >= MAX_DEPTH:
            raise self._refuse(event, "BG103", f"is nested deeper than {MAX_DEPTH} levels", "flatten the data")
        if self.stack and self.stack[-1].is_mapping and self.stack[-1].key is None:
            raise self._refuse(event, "BG104", "uses a list or group as a key", "a key is a single word")
        self.stack.append(_Open(self._place(event), isinstance(event, yaml.MappingStartEvent)))

    def _close(self) -> None:
        done = self.stack.pop()
        if done.is_mapping:
            self._add(Mapping(done.fields, done.keys, done.place))
        else:
            self._add(Sequence(tuple(done.items), done.place))

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.key is None and isinstance(node, Scalar):
            self._key(parent, node)
        elif parent.key is not None:
            parent.fields[parent.key] = node
            parent.key = None

    def _key(self, parent: _Open, node: Scalar) -> None:
        name = sys.intern(node.text)  # every record has the same ones, and keeps them with its places
        first = parent.keys.get(name)
        if first:
            message = f"'{name}' is given twice, first in line {first.line}"
            self.report.error("BG105", node.place, message, "keep one of the two")
        parent.keys.setdefault(name, node.place)
        parent.key = name

    def _count(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        self.count += 1
        if self.count > MAX_NODES:
            raise self._refuse(event, "BG103", f"holds more than {MAX_NODES} values", "split the file")
        if event.anchor or event.tag:
            self._check_marks(event)

    def _check_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            raise self._refuse(event, "BG104", f"uses an anchor (&{event.anchor})", "write the value out")
        if event.tag != "!":
            hint = "the field decides what a value is: leave it out"
            raise self._refuse(event, "BG104", f"uses a tag ({event.tag})", hint)

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.path, mark.line + 1, mark.column + 1) if mark else Place(self.path)

    def _refuse(self, event: yaml.Event, code: str, message: str, hint: str) -> _Refused:
        return _Refused(code, self._place(event), message, hint)
