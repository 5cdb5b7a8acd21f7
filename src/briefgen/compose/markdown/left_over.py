"""Marks that nothing took for markup: a reader of the brief would see them as they were typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefgen.compose.markdown.markdown_tree import BREAKS
from briefgen.compose.source.source_map import readable
from briefgen.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.compose.markdown.markdown_tree import MarkdownNode

_SHOWN = 40
_MARKUP = "it is no markup of briefs, or not closed"
_BACKSLASH = "close it, take it out, or put a backslash before it"
_ADDRESS = "link to http, https or mailto addresses, without blanks: [words](https://...)"


class LeftOver(NamedTuple):
    """A mark, what is wrong with it, and the next step."""

    sign: str
    message: str
    hint: str


_SIGNS: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (late_pattern(pattern), message, hint)
    for pattern, message, hint in (
        (r"!\[[^\[\]]*\](?:\([^()]*\)?)?", "is no picture, and a brief has none", "take it out, or write it as words"),
        (r"\[\^[^\[\]\s]*\]", "is a footnote without its text", "write the text in a line of its own: [^1]: ..."),
        (r"\[[^\[\]]*\](?:\([^()]*\)?|[ \u00a0]+\((?:https?:|mailto:)[^()]*\)?)", "is not read as a link", _ADDRESS),
        (r"\[[^\[\]]*\]\[[^\[\]]*\]", "is a link whose address is nowhere given", _ADDRESS),
        (r"</?[A-Za-z][^<>]*>|\{\{|\}\}|\{%|%\}", f"is printed as it stands: {_MARKUP}", "close it, or take it out"),
        (r"\*{2,}|\*(?=[^\s*])|(?<=[^\s*])\*", f"is printed as it stands: {_MARKUP}", _BACKSLASH),
        (r"(?<![\w_])_{1,2}(?=[^\s_])|(?<=[^\s_])_{1,2}(?![\w_])", f"is printed as it stands: {_MARKUP}", _BACKSLASH),
        (r"`+", f"is printed as it stands: {_MARKUP}", "take it out: a brief shows no code"),
        (r"~~", f"is printed as it stands: {_MARKUP}", "take it out: a brief strikes nothing out"),
    )
)
_BRACKETS = late_pattern(r"[\[\]]")
_TYPED = late_pattern(r"[\[\]\n\ue000-\uf8ff]")
"""What ends the words that a template types in one piece."""
_HASHES = late_pattern(r"#{2,6}(?=[^\s#])")
_NOTE = late_pattern(r"^ {0,3}\[\^([^\s\]]+)\]:", re.MULTILINE)


def left_over(text: str, before: str = "", behind: str = "") -> LeftOver | None:
    """The first mark of a text that stays as it was typed; `before` and `behind` are the characters around it.

    The words that data print are not in it.
    """
    first: tuple[int, LeftOver] | None = None
    for pattern, message, hint in _SIGNS:
        found = pattern.search(f"{before}{text}{behind}")
        if found and (first is None or found.start() < first[0]):
            shown = readable(found[0])[:_SHOWN]
            first = found.start(), LeftOver(shown, f"'{shown}' {message}", hint)
    return first[1] if first else None


def hashes_of_no_heading(text: str) -> LeftOver | None:
    """`##Trade`, which is no heading without a blank."""
    found = _HASHES.match(text)
    if not found:
        return None
    return LeftOver(found[0], f"'{found[0]}' makes no heading here", f"put a blank behind it: '{found[0]} '")


def open_bracket(pieces: Iterable[tuple[str, bool]]) -> tuple[int, LeftOver] | None:
    """A bracket without its other half in the texts of a paragraph, and in which; behind a backslash it is meant.

    Its sign is the bracket with the words beside it, by which it is found among others.
    """
    waiting: list[tuple[int, str, bool]] = []
    alone: tuple[int, str] | None = None
    for number, (text, is_meant) in enumerate(pieces):
        for found in _BRACKETS.finditer(text):
            if found[0] == "[":
                waiting.append((number, _with_words(text, found.start()), is_meant))
            elif waiting:
                waiting.pop()
            elif not is_meant:
                alone = alone or (number, _with_words(text, found.start()))
    alone = alone or next(((number, sign) for number, sign, is_meant in waiting if not is_meant), None)
    if alone is None:
        return None
    number, sign = alone
    bracket = "[" if sign.startswith("[") else "]"
    return number, LeftOver(sign, f"'{bracket}' is printed as it stands: its other half is missing", _BACKSLASH)


def _with_words(text: str, at: int) -> str:
    """A bracket with what is typed behind it, up to the next bracket or value."""
    return text[at] + _TYPED.split(text[at + 1 :], maxsplit=1)[0]


def notes_nobody_refers_to(text: str, asked: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    """Line (from 0), message and hint for each footnote that is not printed, or given twice."""
    known, seen = set(asked), set[str]()
    for found in _NOTE.finditer(text):
        line, label = text.count("\n", 0, found.start()), readable(found[1])[:_SHOWN]
        if found[1] in seen:
            yield line, f"the footnote '[^{label}]' is given twice", "give each its own number"
        elif found[1] not in known:
            yield (
                line,
                f"nothing refers to the footnote '[^{label}]', and it is not printed",
                f"write [^{label}] where it belongs",
            )
        seen.add(found[1])


def around(node: MarkdownNode) -> tuple[str, str]:
    """What stands before and behind a text, as far as its marks ask: a blank, a letter, or nothing."""
    near = (node.previous_sibling, node.next_sibling)
    before, behind = ("" if one is None else " " if one.type in BREAKS else "x" for one in near)
    return before, behind
