"""Changes of single values in the text of a YAML list of records: all else stays as it is, character by character."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.load.nodes.structure_edits import Items, applied, edits_between, line_ends
from briefgen.load.nodes.yaml_spans import SpannedGroup, flow_of, flow_value, records_of, root_of, written_word
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.load.nodes.structure_edits import TextEdit
    from briefgen.load.nodes.yaml_spans import SpannedNode

INDENT = "  "


@dataclass(frozen=True, slots=True)
class CellEdit:
    """What one field of a record is to say; nothing takes it out."""

    record: str
    name: str
    """Of the field; `name.word` of a word in a group."""
    text: str
    is_structure: bool = False
    """Whether a text in brackets is a list or a group, and no words."""


def edited(text: str, edits: list[CellEdit]) -> str:
    """The file with some values changed.

    Raises:
        KeyError: where the file holds no record of that id.
    """
    records = {record.cells().get("id", ""): record for record in records_of(text)}
    in_place: list[CellEdit] = []
    others: list[CellEdit] = []
    for edit in edits:
        value = _value_of(records[edit.record], edit.name)
        (others if value is None or not edit.text else in_place).append(edit)
    text = applied(text, [one for edit in in_place for one in _replacing(records[edit.record], edit, text)])
    for edit in others:
        record = next(one for one in records_of(text) if one.cells().get("id") == edit.record)
        text = _put(text, record, edit) if edit.text else _taken_out(text, record, edit.name)
    return text


def with_record(text: str, cells: dict[str, str], structures: frozenset[str]) -> str:
    """The file with one more record at its end, as those before it are written; its fields in the order given."""
    groups: dict[str, dict[str, str]] = {}
    for name, value in cells.items():
        of, _, inner = name.partition(".")
        groups.setdefault(of, {})[inner] = value
    root, ends = root_of(text), line_ends(text)
    written = root.values if root else []
    in_braces = bool(written) and all(one.is_flow for one in written)
    fields = [f"{name}: {_written(name, inner, structures, in_flow=in_braces)}" for name, inner in groups.items()]
    if root is None or not root.values:
        text = text if root is None or root.word is not None else _without_brackets(text, root)
        return f"{text}{_to_next_line(text, ends)}- {f'{ends}{INDENT}'.join(fields)}{ends}"
    gap = 1 if in_braces else root.values[-1].column - root.column - 1
    between = f"{ends}{' ' * (root.column + 1 + gap)}"
    record = f"{{{', '.join(fields)}}}" if in_braces else between.join(fields)
    if root.is_flow:
        return applied(text, [*Items.of_list(text, root).with_more(len(root.values), [record])])
    added = f"{' ' * root.column}-{' ' * gap}{record}{ends}"
    end = _end_of_document(text, root.end)
    return text[:end] + _to_next_line(text[:end], ends) + added + text[end:]


def _end_of_document(text: str, after: int) -> int:
    """Where the line begins that closes a document; the end of a text that has none."""
    found = re.compile(r"^\.\.\.\s*$", re.MULTILINE).search(text, after)
    return found.start() if found else len(text)


def _without_brackets(text: str, root: SpannedNode) -> str:
    """A file without its empty list; what stands beside it stays."""
    left, right = text[: root.start], text[root.end :]
    return left.rstrip(" ") + (right.lstrip(" ") if right.strip() else "")


def _to_next_line(text: str, ends: str) -> str:
    return "" if not text or text.endswith("\n") else ends


def _written(name: str, inner: dict[str, str], structures: frozenset[str], *, in_flow: bool) -> str:
    if "" in inner:
        value = inner[""]
        structure = flow_value(value) if name in structures and value[:1] in {"[", "{"} else None
        return structure or written_word(value, in_flow=in_flow)
    return f"{{{', '.join(f'{key}: {written_word(value, in_flow=True)}' for key, value in inner.items())}}}"


def _value_of(record: SpannedGroup, name: str) -> tuple[SpannedGroup, str] | None:
    """The group that a field stands in, and its name there; None where it is not there."""
    of, _, inner = name.partition(".")
    if not inner:
        return (record, of) if of in record.values else None
    group = record.values[of].group if of in record.values else None
    return (group, inner) if group and inner in group.values else None


def _replacing(record: SpannedGroup, edit: CellEdit, text: str) -> Iterator[TextEdit]:
    """Where a value stands, and what is to stand there; of a list or group no more than what changes in it."""
    found = _value_of(record, edit.name)
    assert found  # noqa: S101 - asked before
    group, name = found
    value, in_flow = group.values[name], group.is_flow or record.is_flow
    structure = root_of(edit.text) if edit.is_structure and edit.text[:1] in {"[", "{"} else None
    if structure and structure.word is None:
        if value.node:
            yield from edits_between(text, value.node, structure, in_flow=in_flow)
            return
        new = flow_of(structure)
    else:
        new = written_word(edit.text, in_flow=in_flow, quote=value.quote)
    yield value.start, value.end, f" {new}" if value.start and text[value.start - 1] == ":" else new


def _put(text: str, record: SpannedGroup, edit: CellEdit) -> str:
    """With a field that was not there: behind the last one of its record, or of its group."""
    of, _, inner = edit.name.partition(".")
    structure = flow_value(edit.text) if edit.is_structure and edit.text[:1] in {"[", "{"} else None
    group = record.values[of].group if inner and of in record.values else None
    if group is not None:
        return _behind_last(text, group, f"{inner}: {written_word(edit.text, in_flow=True)}")
    words = structure or written_word(edit.text, in_flow=record.is_flow or bool(inner))
    return _behind_last(text, record, f"{of}: {{{inner}: {words}}}" if inner else f"{of}: {words}")


def _behind_last(text: str, group: SpannedGroup, pair: str) -> str:
    last = max(value.end for value in group.values.values())
    if group.is_flow:
        return f"{text[:last]}, {pair}{text[last:]}"
    line_end = text.find("\n", last)
    at = len(text) if line_end < 0 else line_end
    at -= at > 0 and text[at - 1 : at] == "\r"
    ends = "\r\n" if text[at : at + 2] == "\r\n" else "\n"
    return f"{text[:at]}{ends}{' ' * group.column}{pair}{text[at:]}"


def _taken_out(text: str, record: SpannedGroup, name: str) -> str:
    """Without a field; a group that it was alone in goes with it."""
    found = _value_of(record, name)
    if found is None:
        return text
    group, key = found
    if len(group.values) == 1 and group is not record:
        group, key = record, name.partition(".")[0]
    names = list(group.keys)
    at = names.index(key)
    start, end = group.keys[key][0], group.values[key].end
    if at == 0 and len(names) > 1:
        return text[:start] + text[group.keys[names[1]][0] :]
    if group.is_flow:
        return text[: group.values[names[at - 1]].end] + text[end:]
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    return text[:line_start] + (text[line_end + 1 :] if line_end >= 0 else "")
