"""Where each value of a YAML list of records stands, to the character, so that one of them alone can be changed."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Protocol

from briefgen.load.nodes.libyaml import yaml
from briefgen.load.nodes.yaml_nodes import events_of
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class _Mark(Protocol):
    @property
    def index(self) -> int: ...


@dataclass(frozen=True, slots=True)
class SpannedValue:
    """A value, from its first character to the one behind its last."""

    start: int
    end: int
    text: str
    """Of a word its text; of a list or group all of it on one line."""
    quote: str = ""
    """What a word stands in: `'`, `"`, a sign of folded lines, or nothing."""
    group: SpannedGroup | None = None
    """Of a group of words alone: the group."""
    node: SpannedNode | None = None
    """Of a list or group: what it holds."""


@dataclass(frozen=True, slots=True)
class SpannedGroup:
    """A group of fields, such as a record."""

    start: int
    end: int
    is_flow: bool
    """Whether it stands in braces."""
    column: int
    """Of its first key, from 0."""
    keys: Mapping[str, tuple[int, int]]
    values: Mapping[str, SpannedValue]

    def cells(self) -> dict[str, str]:
        """What each field says, by its name; a group of words alone by `name.word`."""
        found: dict[str, str] = {}
        for name, value in self.values.items():
            if value.group is None:
                found[name] = value.text
            else:
                found |= {f"{name}.{inner}": one.text for inner, one in value.group.values.items()}
        return found


@dataclass(slots=True)
class SpannedNode:
    """A word, list or group, from its first character to the one behind its last."""

    start: int
    end: int
    is_flow: bool = False
    """Whether it stands in brackets or braces."""
    column: int = 0
    word: str | None = None
    """None of a list or group."""
    style: str = ""
    """What a word stands in."""
    keys: list[SpannedNode] = field(default_factory=list)
    """Of a group: as many as it has values."""
    values: list[SpannedNode] = field(default_factory=list)


def records_of(text: str) -> tuple[SpannedGroup, ...]:
    """The records of a list; none of a file that holds nothing, or what the loader would not take."""
    root = root_of(text)
    nodes = root.values if root and not root.keys else []
    return tuple(_group(node) for node in nodes if node.keys)


def flow_value(text: str) -> str | None:
    """A list or group on one line, as it is written anew; None where the text is none."""
    root = root_of(text)
    return flow_of(root) if root and root.word is None else None


def root_of(text: str) -> SpannedNode | None:
    """All that a text holds; None where it holds nothing, or what the loader would not take."""
    try:
        events = events_of(text)
        return next((_node(event, events, text) for event in events if isinstance(event, yaml.NodeEvent)), None)
    except (yaml.YAMLError, RecursionError):
        return None


def _node(event: yaml.Event, events: Iterator[yaml.Event], text: str) -> SpannedNode:
    """A node with all below it; its end is that of the last thing that is written in it."""
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
        raise yaml.YAMLError  # none of these is read
    start, end = _at(event.start_mark), _at(event.end_mark)
    column = event.start_mark.column if event.start_mark else 0
    if isinstance(event, yaml.ScalarEvent):
        written = text[start:end].rstrip() if event.style in {"|", ">"} else text[start:end]
        return SpannedNode(start, start + len(written), column=column, word=event.value, style=event.style or "")
    node = SpannedNode(start, end, is_flow=bool(getattr(event, "flow_style", False)), column=column)
    closing = yaml.MappingEndEvent if isinstance(event, yaml.MappingStartEvent) else yaml.SequenceEndEvent
    inner: list[SpannedNode] = []
    for each in events:
        if isinstance(each, closing):
            node.end = _at(each.end_mark) if node.is_flow else max((one.end for one in inner), default=end)
            break
        inner.append(_node(each, events, text))
    if closing is yaml.MappingEndEvent:
        node.keys, node.values = inner[::2], inner[1::2]
    else:
        node.values = inner
    return node


def _at(mark: _Mark | None) -> int:
    return mark.index if mark else 0  # which every event of a text has


def _group(node: SpannedNode) -> SpannedGroup:
    named = [(key.word or "", key, value) for key, value in zip(node.keys, node.values, strict=True)]
    return SpannedGroup(
        node.start,
        node.end,
        node.is_flow,
        node.column,
        {name: (key.start, key.end) for name, key, _ in named},
        {name: _value(value) for name, _, value in named},
    )


def _value(node: SpannedNode) -> SpannedValue:
    if node.word is not None:
        return SpannedValue(node.start, node.end, " ".join(node.word.split("\n")).strip(), node.style)
    of_words = bool(node.keys) and all(value.word is not None for value in node.values)
    return SpannedValue(node.start, node.end, flow_of(node), "", _group(node) if of_words else None, node)


def flow_of(node: SpannedNode) -> str:
    """A node on one line, as it is written anew."""
    if node.word is not None:
        return written_word(" ".join(node.word.split("\n")).strip(), in_flow=True)
    if node.keys:
        pairs = zip(node.keys, node.values, strict=True)
        return f"{{{', '.join(f'{flow_of(key)}: {flow_of(value)}' for key, value in pairs)}}}"
    return f"[{', '.join(map(flow_of, node.values))}]"


_PLAIN = re.compile(r"[^\W_](?:[^:#,\[\]{}\n]|:(?=[^\s,\[\]{}])|(?<=[^\s])#)*", re.UNICODE)
"""What may stand without quotes in braces and out of them; dates and numbers are words like others."""
_DOUBTFUL = re.compile(r"\s$|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


def written_word(text: str, *, in_flow: bool, quote: str = "") -> str:
    """A word as it is written: as it stands where that can be, else in the quotes that it had, else in single ones.

    Example:
        >>> written_word("2015-05", in_flow=True), written_word("It's: so", in_flow=False)
        ('2015-05', "'It''s: so'")
    """
    is_plain = _PLAIN.fullmatch(text) is not None and not text.endswith(":") and not _DOUBTFUL.search(text)
    if is_plain and quote not in {"'", '"'}:
        return text
    if quote == '"' or re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]", text):
        return json.dumps(text, ensure_ascii=False)
    return "'" + text.replace("'", "''") + "'" if text or in_flow or quote else "''"
