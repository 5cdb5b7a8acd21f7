"""Marked text to inlines: quotes get their form, pieces meet without doubled stops, styles become inlines."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from briefgen.compose.citations.csl.formatting import CLOSE_QUOTE, OPEN_QUOTE, FormattedCharacter, cells
from briefgen.model.document import Emphasis, Inline, Link, Strong, TextRun
from briefgen.model.values.address import address_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.model.origin import Origin
    from briefgen.model.values.address import Address

_STOPS = frozenset(".,;:!?")
_DOI = "https://doi.org/"


class Quotes(NamedTuple):
    """A style's quotation marks in its language."""

    outer: tuple[str, str]
    inner: tuple[str, str]
    takes_stops: bool
    """Whether a comma or full stop stands inside the closing mark."""

    def form(self, mark: str, level: int) -> str:
        """The mark of a level: outer and inner ones take turns."""
        pair = self.inner if level % 2 else self.outer
        return pair[0] if mark == OPEN_QUOTE else pair[1]


def inlines_of(text: str, quotes: Quotes, origin: Origin | None, language: str = "") -> tuple[Inline, ...]:
    """The inlines of a text that citeproc made; `language` is that of its titles, where it is another one."""
    placed = cells(text)
    if quotes.takes_stops:
        placed = _stops_inside(placed)
    seamless = _trimmed(_without_doubles(_formed(placed, quotes)))
    return tuple(_inline(run, origin, language) for run in _runs(seamless, whose_titles_differ=bool(language)))


def words_of(text: str, quotes: Quotes) -> str:
    """The plain words of a text that citeproc made."""
    placed = cells(text)
    if quotes.takes_stops:
        placed = _stops_inside(placed)
    return "".join(cell.character for cell in _trimmed(_without_doubles(_formed(placed, quotes))))


def _stops_inside(placed: list[FormattedCharacter]) -> list[FormattedCharacter]:
    """`“Title”,` becomes `“Title,”`, for the style's own commas and stops."""
    out: list[FormattedCharacter] = []
    for cell in placed:
        at = len(out)
        if cell.character in ",." and not cell.look.is_data:
            while at and out[at - 1].character == CLOSE_QUOTE:
                at -= 1
        out.insert(at, cell)
    return out


def _formed(placed: Iterable[FormattedCharacter], quotes: Quotes) -> Iterator[FormattedCharacter]:
    """With the quotation marks of their level."""
    level = 0
    for cell in placed:
        if cell.character == OPEN_QUOTE:
            yield from (FormattedCharacter(c, cell.look) for c in quotes.form(OPEN_QUOTE, level))
            level += 1
        elif cell.character == CLOSE_QUOTE:
            level = max(level - 1, 0)
            yield from (FormattedCharacter(c, cell.look) for c in quotes.form(CLOSE_QUOTE, level))
        else:
            yield cell


def _without_doubles(placed: Iterable[FormattedCharacter]) -> list[FormattedCharacter]:
    """Where two pieces meet, the style's own blank or stop gives way; what a record says stays."""
    out: list[FormattedCharacter] = []
    for cell in placed:
        last = out[-1] if out else None
        if last is None or not _is_double(last.character, cell.character) or _both_data(last, cell):
            out.append(cell)
        elif cell.look.is_data:
            out[-1] = cell
    return out


def _is_double(last: str, character: str) -> bool:
    return (last == character and (last in _STOPS or last == " ")) or (last in "?!" and character == ".")


def _both_data(last: FormattedCharacter, cell: FormattedCharacter) -> bool:
    return last.look.is_data and cell.look.is_data


def _trimmed(placed: list[FormattedCharacter]) -> list[FormattedCharacter]:
    start, end = 0, len(placed)
    while start < end and placed[start].character.isspace():
        start += 1
    while end > start and placed[end - 1].character.isspace():
        end -= 1
    return placed[start:end]


def _runs(placed: list[FormattedCharacter], *, whose_titles_differ: bool) -> Iterator[tuple[str, tuple[bool, ...]]]:
    """Characters of one look together; whether they are data does not show, nor titles in the brief's language."""
    for look, run in groupby(placed, key=lambda cell: (*cell.look[:3], whose_titles_differ and cell.look.is_title)):
        yield "".join(cell.character for cell in run), look


def _inline(run: tuple[str, tuple[bool, ...]], origin: Origin | None, language: str) -> Inline:
    words, (italic, bold, link, is_title) = run
    inline: Inline = TextRun(words, origin, language if is_title else "")
    if italic:
        inline = Emphasis((inline,))
    if bold:
        inline = Strong((inline,))
    address = _address(words) if link else None
    return Link(address, (inline,)) if address else inline


def _address(words: str) -> Address | None:
    """Where a printed address leads; a bare DOI leads to its resolver."""
    return address_of(_DOI + words if words.startswith("10.") else words)
