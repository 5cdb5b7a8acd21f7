"""Reads the plain text of a mail back, as a person does who knows how such texts are laid out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RULE = re.compile(r"_{72}")
_TABLE = re.compile(r" *-+(?:  -+)+")
_ENTRIES = re.compile(r" *- - - - -")
_UNDERLINE = re.compile(r" *(?:=+|-+|~+)")
_MARK = re.compile(r"( *)(?:- |\d+\. |\[\d+\] |\[n\d+\] |-$)")
_NOTE = re.compile(r"\[n\d+\]")
_ADDRESS = re.compile(r" <(?:https?://|mailto:)[^>]*>")


def mail_text_words(data: bytes) -> list[str]:
    """The words of the brief in order, its notes last: without marks of items and notes, rules and addresses."""
    lines = data.decode("utf-8").splitlines()
    head, foot = (at for at, line in enumerate(lines) if _RULE.fullmatch(line))
    text = "\n".join(_said(lines[head + 1 : foot]))
    return _ADDRESS.sub("", _NOTE.sub("", re.sub(r"\s*\n\s*", " ", text))).split()


def mail_text_running(data: bytes) -> list[str]:
    """The lines that stand on every page of other formats: above the first rule, and under the last."""
    lines = [line for line in data.decode("utf-8").splitlines() if line]
    head, foot = (at for at, line in enumerate(lines) if _RULE.fullmatch(line))
    return [*lines[:head], *lines[foot + 1 :]]


def _said(lines: Sequence[str]) -> Iterator[str]:
    """The words of lines without what marks them, tables told cell by cell."""
    for block in _blocks(lines):
        rules = [at for at, line in enumerate(block) if _TABLE.fullmatch(line) or _ENTRIES.fullmatch(line)]
        if not rules:
            yield from _unmarked(block)
        elif _ENTRIES.fullmatch(block[rules[0]]):
            yield from _entries(block[: rules[0]], block[rules[0] + 1 : rules[1]])
        else:
            yield from _cells(block[: rules[0]], block[rules[0] + 1 : rules[1]], block[rules[0]])


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Stretches of lines between empty ones; a table from its first head to the rule under it is one."""
    block: list[str] = []
    rule = ""
    for line in lines:
        if rule:
            rule = "" if line == rule else rule
        elif _TABLE.fullmatch(line) or _ENTRIES.fullmatch(line):
            rule = line
        elif not line:
            yield block
            block = []
            continue
        block.append(line)
    yield block


def _unmarked(block: Sequence[str]) -> Iterator[str]:
    """Lines without the marks of items: the first line of a block may have one, and those that begin as far in."""
    marked: set[int] = set()
    for at, line in enumerate(block):
        if at and _UNDERLINE.fullmatch(line):
            continue
        found, rest = _MARK.match(line), line
        while found and (at == 0 or len(line) - len(rest) + len(found[1]) in marked):
            marked.add(len(line) - len(rest) + len(found[1]))
            rest = rest[found.end() :]
            found = _MARK.match(rest)
        yield rest


def _cells(head: Sequence[str], body: Sequence[str], rule: str) -> Iterator[str]:
    """Each cell of columns side by side; a row is a line, or several where empty lines part the rows."""
    columns = [found.span() for found in re.finditer("-+", rule)]
    rows = [[line] for line in body] if "" not in body else list(_blocks(body))
    for row in (head, *rows):
        joined = list(_joined(row, columns))
        for start, end in joined:
            yield from (line[start:end] for line in row)


def _joined(row: Sequence[str], columns: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where the cells of a row stand: words between two columns join them."""
    start, end = columns[0]
    for after, last in columns[1:]:
        if any(line[end:after].strip() for line in row):
            end = last
        else:
            yield start, end
            start, end = after, last
    yield start, 10_000


def _entries(head: Sequence[str], body: Sequence[str]) -> Iterator[str]:
    """The heads, and what stands behind them in each entry."""
    heads = " ".join(line.strip() for line in _unmarked(head)).split(" | ")
    yield from heads
    labels = sorted((f"{one}: " for one in heads if one), key=len, reverse=True)
    for line in body:
        label = next((one for one in labels if line.strip().startswith(one.strip())), "") if line[:2] == "  " else ""
        yield line.strip().removeprefix(label.strip())
