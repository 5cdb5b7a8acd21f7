"""Which block of a template was not closed: Jinja2 names the spot where it noticed, which may be far below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment

_OPENING = frozenset({"for", "if", "macro", "call", "filter", "block", "with", "set", "autoescape"})


@dataclass(frozen=True, slots=True)
class OpenBlock:
    """A block that no tag closes, or one that closes nothing."""

    line: int
    message: str
    hint: str


def open_block(environment: Environment, source: str) -> OpenBlock | None:
    """The first tag that does not fit those before it; None where all do. The source must be one that can be lexed."""
    waiting: list[tuple[str, int]] = []
    for line, tag, is_whole in _tags(environment, source):
        if tag in _OPENING and not is_whole:
            waiting.append((tag, line))
        elif tag.startswith("end"):
            if not waiting:
                return OpenBlock(line, f"'{{% {tag} %}}' closes nothing", "take it out, or open its block above")
            opened, at = waiting.pop()
            if tag != f"end{opened}":
                message = f"'{{% {opened} %}}' of line {at} is still open at '{{% {tag} %}}'"
                return OpenBlock(line, message, f"write {{% end{opened} %}} before this line")
    if waiting:
        opened, at = waiting[-1]
        return OpenBlock(at, f"'{{% {opened} %}}' is never closed", f"write {{% end{opened} %}} where it is to end")
    return None


def _tags(environment: Environment, source: str) -> Iterator[tuple[int, str, bool]]:
    """Line and name of each tag, and whether it is whole in itself, as `{% set x = 1 %}` is."""
    name, line, is_whole = "", 0, False
    for number, kind, value in environment.lex(source):
        if kind == "block_begin":
            name, line, is_whole = "", number, False
        elif kind == "name" and not name:
            name = value
        elif kind == "operator" and value == "=":
            is_whole = name == "set"
        elif kind == "block_end":
            yield line, name, is_whole
