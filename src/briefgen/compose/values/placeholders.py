"""Placeholders: data waits here while templates and Markdown only ever see tokens.

A token is an index between two private-use characters. The loader refuses private-use characters in data, and the
sandbox those that a template writes or spells, so a token can only come from here; and as data never stands in the
text that is parsed, no data can inject markup.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from markupsafe import Markup

from briefgen.late_patterns import late_pattern
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefgen.diagnostics import Place
    from briefgen.model.document import Block
    from briefgen.model.origin import Origin
    from briefgen.model.values.quantity import Estimate

OPEN, CLOSE = "\ue000", "\ue001"
_PRIVATE_USE = late_pattern("[\ue000-\uf8ff]")
_TOKEN = late_pattern(f"{OPEN}(\\d+){CLOSE}", re.ASCII)
_NO_BLANK_BEFORE = (",", ";", ":", ".", ")")
"""Signs that no blank stands before where a line begins with one."""


@dataclass(frozen=True, slots=True)
class TextSlot:
    """Text that a value was printed as."""

    text: str
    origin: Origin | None
    language: str = ""
    """Where it is another one than the brief's."""
    value: Estimate | None = None
    """Of a figure: the number behind the words."""


@dataclass(frozen=True, slots=True)
class CiteSlot:
    """References to be numbered where they stand."""

    refs: tuple[str, ...]
    locators: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NoteSlot:
    """A footnote whose text is a value or holds tokens."""

    text: str
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class RefSlot:
    """A reference to another block, by its name."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class EdgeSlot:
    """Where a clause begins that falls unless all that it refers to is placed; without any, where the last one ends."""

    refs: tuple[RefSlot, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockSlot:
    """A block that is built when its place in the document is reached, so that numbers run in order."""

    build: Callable[[], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class AbsentSlot:
    """What a template asked for in vain, and that was told: it prints nothing, and nothing around it is at fault."""


Slot: TypeAlias = TextSlot | CiteSlot | NoteSlot | RefSlot | EdgeSlot | BlockSlot | AbsentSlot
ABSENT = Markup(f"{OPEN}0{CLOSE}")  # noqa: S704 - a token holds no markup
"""The token of what is not there, the same in every brief."""
MISSING = Markup(f"{OPEN}1{CLOSE}")  # noqa: S704 - a token holds no markup
"""The token of a value that is missing where a clause may fall away: no clause that stays holds it."""


def _without_private_use(slot: TextSlot) -> TextSlot:
    """A text without what is left of a token or line marker that a template took apart: readers never see it."""
    if not slot.text.isascii() and _PRIVATE_USE.search(slot.text):
        return replace(slot, text=_PRIVATE_USE.sub("", slot.text))
    return slot


class Slots:
    """The slots of one brief."""

    def __init__(self) -> None:
        self._slots: list[Slot] = [AbsentSlot(), AbsentSlot()]
        self._has_refs = False

    def let_go(self) -> None:
        """Hold nothing more: blocks lead back to the brief, and it to them, so that only the collector would end it."""
        self._slots.clear()

    def token(self, slot: Slot) -> Markup:
        """Keep a slot; what stands for it in the text."""
        if isinstance(slot, TextSlot):
            slot = _without_private_use(slot)
        elif isinstance(slot, RefSlot):
            self._has_refs = True
        self._slots.append(slot)
        return str.__new__(Markup, f"{OPEN}{len(self._slots) - 1}{CLOSE}")  # a token holds no markup, and is no markup

    def block(self, build: Callable[[], tuple[Block, ...]]) -> Markup:
        """Keep a block; its token stands in a paragraph of its own."""
        return Markup("\n\n") + self.token(BlockSlot(build)) + Markup("\n\n")

    def pieces(self, text: str) -> Iterator[str | Slot]:
        """A text cut into plain words and slots, in order."""
        for index, piece in enumerate(_TOKEN.split(text)):
            if index % 2:
                yield self._slots[int(piece)]
            elif piece:
                yield piece

    def clause(self, text: str) -> Markup:
        """The text of a clause that stands, between its edges where it refers to other blocks by itself."""
        refs, depth = [], 0
        for piece in self.pieces(text) if self._has_refs else ():
            if isinstance(piece, EdgeSlot):
                depth += 1 if piece.refs else -1
            elif isinstance(piece, RefSlot) and not depth:
                refs.append(piece)
        made = Markup(text)  # noqa: S704 - a template's own text, with tokens
        return self.token(EdgeSlot(tuple(refs))) + made + self.token(EdgeSlot()) if refs else made

    def standing(self, text: str, is_placed: Callable[[RefSlot], bool]) -> str:
        """A text without the clauses that refer to what is not placed, and without the edges of the others."""
        if not self._has_refs:
            return text
        kept: list[str] = []
        begun: list[tuple[int, bool]] = []
        for index, piece in enumerate(_TOKEN.split(text)):
            slot = self._slots[int(piece)] if index % 2 else None
            if not isinstance(slot, EdgeSlot):
                kept.append(f"{OPEN}{piece}{CLOSE}" if slot else piece)
            elif slot.refs:
                begun.append((len(kept), sum(map(is_placed, slot.refs)) == len(slot.refs)))  # each is asked for
            else:
                begin, stands = begun.pop()
                kept = kept if stands else kept[:begin]
        return "".join(kept)

    def alone(self, text: str) -> BlockSlot | None:
        """The block slot that a text consists of, if it does."""
        found = _TOKEN.fullmatch(text.strip())
        slot = self._slots[int(found[1])] if found else None
        return slot if isinstance(slot, BlockSlot) else None

    def lacks(self, text: str) -> bool:
        """Whether something that is not there, and was told, stands in a text."""
        return any(isinstance(piece, AbsentSlot) for piece in self.pieces(text))

    def clings(self, text: str) -> bool:
        """Whether a line that begins so goes on without a blank behind the line before: a sign, a source or a note."""
        first = next(self.pieces(text), "")
        return first.startswith(_NO_BLANK_BEFORE) if isinstance(first, str) else isinstance(first, CiteSlot | NoteSlot)

    def plain(self, text: str) -> str:
        """The words of a text with its tokens filled in; notes and citations fall away."""
        return "".join(
            piece if isinstance(piece, str) else piece.text if isinstance(piece, TextSlot) else ""
            for piece in self.pieces(text)
        )
