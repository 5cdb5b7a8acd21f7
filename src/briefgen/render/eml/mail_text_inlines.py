"""Inlines as plain text: marks of weight are dropped, addresses written out, notes told by their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import Cite, CrossRef, Emphasis, LineBreak, Link, NoteRef, Strong, TextRun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Inline

_SCHEMES = ("https://", "http://", "mailto:")


def text_of(inlines: Sequence[Inline]) -> str:
    """All of them; a forced new line is an end of line, and there is no other."""
    return "".join(map(_one, inlines))


def note_mark(number: int) -> str:
    """What leads to a note, and what the note begins with: other than the numbers of sources."""
    return f"[n{number}]"


def _one(inline: Inline) -> str:
    match inline:
        case TextRun() | Cite() | CrossRef():
            return inline.text.replace("\n", " ").replace("\r", " ")
        case Strong() | Emphasis():
            return text_of(inline.inlines)
        case Link():
            return _link(inline)
        case NoteRef():
            return note_mark(inline.number)
        case LineBreak():
            return "\n"


def _link(link: Link) -> str:
    """The words and behind them the address, which mail programs let be followed; once where the words are it."""
    said = text_of(link.inlines)
    words = said.rstrip()
    bare = next((link.url.removeprefix(scheme) for scheme in _SCHEMES if link.url.startswith(scheme)), link.url)
    if not words or words.strip().rstrip("/") in {link.url.rstrip("/"), bare.rstrip("/")}:
        return said
    return f"{words} <{link.url}>{said[len(words) :]}"
