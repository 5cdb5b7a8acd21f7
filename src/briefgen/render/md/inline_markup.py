"""Inlines as Markdown: everything that is text is escaped, and marks of emphasis always count as such.

CommonMark takes `**` and `_` for marks by what stands on both sides of them (section 6.2). Blanks are moved out of the
marks, and a letter that would keep a mark from counting is written as a character reference.
"""

from __future__ import annotations

import enum
import re
from itertools import groupby
from typing import TYPE_CHECKING

from briefgen.late_patterns import late_pattern
from briefgen.model.document import Cite, CrossRef, Emphasis, LineBreak, Link, NoteRef, Strong, TextRun
from briefgen.model.traversal import leaves, replaced
from briefgen.records import dataclass
from briefgen.render.md.escaping import (
    PUNCTUATION,
    character_reference,
    destination,
    escaped,
    heading_guarded,
    line_guarded,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefgen.model.document import Inline
    from briefgen.model.traversal import Leaf

_STRONG, _EMPHASIS, _LINK = "**", "_", "link"
_AUTOLINK = late_pattern(r"https?://(?!\S*xn--)[a-z0-9.-]+(?:/[\w.~/?#&=+,:@!$'*-]*)?", re.ASCII)
"""Addresses that come out of angle brackets as they went in."""


class _Kind(enum.Enum):
    TEXT = enum.auto()
    """Words, not yet escaped."""
    BREAK = enum.auto()
    NOTE = enum.auto()
    """The marker of a note: what follows must not make a link of it."""
    MARKED = enum.auto()
    """Pieces between two marks."""
    LINK = enum.auto()
    """Pieces that lead to an address."""


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: _Kind
    said: str = ""
    """Words, marker, mark or address."""
    inner: tuple[_Piece, ...] = ()

    @property
    def is_blank(self) -> bool:
        return self.kind is _Kind.BREAK or (self.kind is _Kind.TEXT and not self.said.strip())


def paragraph_lines(inlines: Sequence[Inline]) -> list[str]:
    """A paragraph: one line, and one more behind each forced new line; none where it says nothing."""
    _, pieces, _ = _parted(_pieces(inlines))
    return [line_guarded(line.strip(" \t")) for line in _joined(pieces).split("\n")] if pieces else []


def one_line(inlines: Sequence[Inline]) -> str:
    """Inlines without forced new lines, for headings and cells, which cannot hold any."""
    _, pieces, _ = _parted(_pieces(replaced(inlines, _unbroken)))
    return _joined(pieces)


def heading_line(level: int, inlines: Sequence[Inline]) -> str:
    """A heading with its signs."""
    return f"{'#' * level} {heading_guarded(one_line(inlines))}".rstrip()


def _unbroken(leaf: Leaf) -> Iterable[Inline]:
    return (TextRun(" "),) if isinstance(leaf, LineBreak) else (leaf,)


# ---------------------------------------------------------------- inlines to pieces


def _pieces(inlines: Sequence[Inline], around: frozenset[str] = frozenset()) -> list[_Piece]:
    """The pieces of some inlines; `around` are the marks that stand around them, which are not said twice."""
    return _merged(piece for inline in inlines for piece in _made(inline, around))


def _merged(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Texts that touch are one piece, as they can only be escaped together; so is what two marks of a kind hold."""
    found: list[_Piece] = []
    said = (piece for piece in pieces if piece.said or piece.kind is not _Kind.TEXT)
    for (kind, mark), group in groupby(said, lambda piece: (piece.kind, piece.kind is _Kind.MARKED and piece.said)):
        if kind is _Kind.TEXT:
            found.append(_Piece(_Kind.TEXT, "".join(piece.said for piece in group)))
        elif mark:
            found.append(_Piece(_Kind.MARKED, mark, tuple(_merged(part for piece in group for part in piece.inner))))
        else:
            found += group
    return found


def _made(inline: Inline, around: frozenset[str]) -> Iterator[_Piece]:
    match inline:
        case TextRun() | CrossRef() | Cite():
            yield _Piece(_Kind.TEXT, inline.text.replace("\n", " ").replace("\r", " "))
        case NoteRef():
            yield _Piece(_Kind.NOTE, f"[^{inline.number}]")
        case LineBreak():
            yield _Piece(_Kind.BREAK)
        case Strong():
            yield from _marked(_STRONG, inline.inlines, around)
        case Emphasis():
            yield from _marked(_EMPHASIS, inline.inlines, around)
        case Link():
            yield from _linked(inline, around)


def _marked(mark: str, inlines: Sequence[Inline], around: frozenset[str]) -> Iterator[_Piece]:
    pieces = _pieces(inlines, around | {mark})
    if mark in around:
        yield from pieces
        return
    before, core, after = _parted(pieces)
    yield from before
    if core:
        yield _Piece(_Kind.MARKED, mark, tuple(core))
    yield from after


def _linked(link: Link, around: frozenset[str]) -> Iterator[_Piece]:
    """A link; markers of notes, which no link may hold, stand behind it."""
    if _LINK in around:
        yield from _pieces(link.inlines, around)
        return
    words = _pieces(replaced(link.inlines, _unnoted), around | {_LINK})
    if words:
        yield _Piece(_Kind.LINK, link.url, tuple(words))
    yield from _pieces([leaf for leaf in leaves(link.inlines) if isinstance(leaf, NoteRef)])


def _unnoted(leaf: Leaf) -> Iterable[Inline]:
    return () if isinstance(leaf, NoteRef) else (leaf,)


def _parted(pieces: Sequence[_Piece]) -> tuple[list[_Piece], list[_Piece], list[_Piece]]:
    """The blanks and new lines at the start, what stands between, and those at the end."""
    parts = [part for piece in pieces for part in _at_blanks(piece)]
    said = [at for at, part in enumerate(parts) if not part.is_blank]
    start, end = (said[0], said[-1] + 1) if said else (0, 0)
    return parts[:start], parts[start:end], parts[end:]


def _at_blanks(piece: _Piece) -> Iterator[_Piece]:
    """A text without the blanks around it, and these as pieces of their own."""
    if piece.kind is not _Kind.TEXT:
        yield piece
        return
    words = piece.said.strip()
    for said in piece.said.partition(words) if words else (piece.said,):
        if said:
            yield _Piece(_Kind.TEXT, said)


# ---------------------------------------------------------------- pieces to text


def _joined(pieces: Sequence[_Piece]) -> str:
    """The pieces as text, none of which changes what its neighbours mean."""
    said = [_said(piece) for piece in pieces]
    for at, piece in enumerate(pieces):
        behind = said[at + 1 : at + 2]
        if piece.kind is _Kind.MARKED:
            _set_apart(said, at, piece.said)
        elif piece.kind is _Kind.NOTE and behind and behind[0].startswith(("(", ":")):
            said[at + 1] = f"\\{behind[0]}"
        elif piece.kind is _Kind.TEXT and said[at].endswith(("!", "^")) and behind and behind[0].startswith("["):
            said[at] = f"{said[at][:-1]}\\{said[at][-1]}"
    return "".join(said)


def _said(piece: _Piece) -> str:
    match piece.kind:
        case _Kind.TEXT:
            return escaped(piece.said)
        case _Kind.BREAK:
            return "\\\n"
        case _Kind.NOTE:
            return piece.said
        case _Kind.MARKED:
            return f"{piece.said}{_joined(piece.inner)}{piece.said}"
        case _Kind.LINK:
            return _link(piece)


def _link(piece: _Piece) -> str:
    if piece.inner == (_Piece(_Kind.TEXT, piece.said),) and _AUTOLINK.fullmatch(piece.said):
        return f"<{piece.said}>"
    return f"[{_joined(piece.inner)}]({destination(piece.said)})"


def _set_apart(said: list[str], at: int, mark: str) -> None:
    """See to it that both marks of a piece count."""
    first, last = said[at][len(mark)], said[at][-len(mark) - 1]
    if at and _clings(said[at - 1][-1], first, mark):
        said[at - 1] = said[at - 1][:-1] + character_reference(said[at - 1][-1])
    if at + 1 < len(said) and _clings(said[at + 1][0], last, mark):
        said[at + 1] = character_reference(said[at + 1][0]) + said[at + 1][1:]


def _clings(outside: str, inside: str, mark: str) -> bool:
    """Whether a character outside of a mark keeps it from counting."""
    is_apart = outside.isspace() or outside in PUNCTUATION
    return not is_apart and (mark == _EMPHASIS or not inside.isalnum())
