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
    start = next(at for at, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h1")
    rules = [at for at, token in enumerate(tokens) if token.type == "hr"]
    notes = next((at for at, token in enumerate(tokens) if token.type == "footnote_block_open"), len(tokens))
    assert len(rules) == 1
    return "".join(_texts([*tokens[start : rules[0]], *tokens[notes:]])).split()


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
    """The lines that stand on every page of other formats: before the title, and under the rule."""
    lines = [line for line in data.decode("utf-8").splitlines() if line]
    title, foot = next(at for at, line in enumerate(lines) if line.startswith("#")), lines.index("---")
    return [*lines[:title], *lines[foot + 1 :]]
