"""Reads Markdown back as other programs do: by CommonMark, with pipe tables, deletions and footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_UNSAID = {"footnote_ref", "footnote_anchor"}
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
"""With raw HTML, which no brief may hold."""


def md_tokens(data: bytes) -> list[Token]:
    """What the text is read as."""
    return READER.parse(data.decode("utf-8"))


def md_words(data: bytes) -> list[str]:
    """The words of the brief in order, its notes last; without note marks, and without what stands on every page."""
    tokens = md_tokens(data)
    rules = [at for at, token in enumerate(tokens) if token.type == "hr"]
    notes = next((at for at, token in enumerate(tokens) if token.type == "footnote_block_open"), len(tokens))
    assert len(rules) == 2
    return "".join(_texts([*tokens[rules[0] : rules[1]], *tokens[notes:]])).split()


def _texts(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.children is not None:
            yield from _texts(token.children)
            yield " "
        elif token.type in {"softbreak", "hardbreak"}:
            yield " "
        elif token.type not in _UNSAID:
            assert not token.type.startswith("html"), token.content
            yield token.content


def md_running(data: bytes) -> list[str]:
    """The lines that stand on every page of other formats: above the first rule, and under the last."""
    lines = [line for line in data.decode("utf-8").splitlines() if line]
    head, foot = (at for at, line in enumerate(lines) if line == "---")
    return [*lines[:head], *lines[foot + 1 :]]
