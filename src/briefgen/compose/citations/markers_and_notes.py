"""Words in the place of pending citations: markers in the text, notes, and the list they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.citations.locators import CitedSpot, in_words
from briefgen.compose.citations.subsequent_notes import NoteHistory
from briefgen.compose.structure.block_keys import reference_key
from briefgen.compose.values.template_value import record_origin
from briefgen.model.audience_choices import CitationPlace, MarkerChoice
from briefgen.model.document import Cite, ReferenceItem, TextRun
from briefgen.model.traversal import replaced
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefgen.compose.citations.plain_entries import Marker, PlainEntries
    from briefgen.compose.wording.numbers_money_dates import Wording
    from briefgen.model.audience import CitationOptions
    from briefgen.model.document import Inline, Note
    from briefgen.model.traversal import Run


@dataclass(frozen=True, slots=True)
class Pending(Cite):
    """A citation whose words are not known yet."""

    spots: tuple[CitedSpot, ...] = ()
    bare: bool = False
    """Whether it stands alone, as under an exhibit, and needs no parentheses."""


class Written:
    """Puts words in the place of pending markers."""

    def __init__(self, entries: PlainEntries, wording: Wording, choice: CitationOptions) -> None:
        self._entries, self._wording, self._choice = entries, wording, choice
        self._history = NoteHistory()
        self._endnotes: dict[object, ReferenceItem] = {}
        self._first_note: dict[str, int] = {}

    def items(self, order: Sequence[str]) -> tuple[ReferenceItem, ...]:
        """The list: every reference in order; or the endnotes, and behind them what is leant on without a marker."""
        if self._choice.where is not CitationPlace.ENDNOTES:
            return tuple(self._item(number, ref) for number, ref in enumerate(order, 1))
        notes = list(self._endnotes.values())
        rest = (ref for ref in order if ref not in self._history.seen)
        return (*notes, *(self._item(number, ref) for number, ref in enumerate(rest, len(notes) + 1)))

    def _item(self, number: int, ref: str) -> ReferenceItem:
        name = self._entries.named(ref)
        return ReferenceItem(number, self._entries.entry(ref), reference_key(ref), name)

    def in_text(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Inlines of the text with their markers."""
        return _settled(inlines, self._marker)

    def in_note(self, note: Note) -> tuple[Inline, ...]:
        """Inlines of a footnote; a citation there is the footnote's text, or a marker in it."""
        in_notes = self._choice.where is CitationPlace.FOOTNOTES

        def words(pending: Pending) -> tuple[Inline, ...]:
            return self._note(pending, note.number) if in_notes else self._marker(pending)

        return _settled(note.inlines, words)

    def _marker(self, pending: Pending) -> tuple[Inline, ...]:
        if self._choice.where is CitationPlace.ENDNOTES:
            number = self._endnote(pending)
            return (Cite((number,), f"[{number}]"),)
        marker = self._entries.marker(pending.spots)
        if pending.bare and self._choice.markers is MarkerChoice.AUTHOR_DATE:
            marker = marker._replace(before="", after="")
        return _marker_inlines(marker)

    def _endnote(self, pending: Pending) -> int:
        """The number of a note; only styles that are made for notes tell the same source once more."""
        positions = self._history.positions(pending.spots)
        own = self._entries.note(pending.spots, positions)
        key = (len(self._endnotes),) if own is not None else pending.spots
        if key not in self._endnotes:
            number = len(self._endnotes) + 1
            words = own or self._whole(pending.spots)
            names = dict.fromkeys(self._entries.named(spot.ref) for spot in pending.spots)
            key_of = reference_key(f"{pending.spots[0].ref}/{number}")
            self._endnotes[key] = ReferenceItem(number, words, key_of, "; ".join(names))
        return self._endnotes[key].number

    def _note(self, pending: Pending, number: int) -> tuple[Inline, ...]:
        own = self._entries.note(pending.spots, self._history.positions(pending.spots))
        return own or self._whole(pending.spots, number)

    def _whole(self, spots: Sequence[CitedSpot], note: int = 0) -> tuple[Inline, ...]:
        """Whole entries for styles that have no form for notes; in later footnotes, where the entry stands."""
        parts: list[Inline] = []
        for spot in spots:
            parts += [TextRun(" ")] if parts else []
            first = self._first_note.setdefault(spot.ref, note) if note else note
            if first != note:
                name = self._entries.named(spot.ref)
                where = f", {in_words(spot)}" if spot.words else ""
                words = f"{name}{where}: {self._wording.phrases.see_note.format(number=first)}."
                parts.append(TextRun(words, record_origin(self._entries.references[spot.ref])))
            else:
                origin = record_origin(self._entries.references[spot.ref])
                parts += self._entries.entry(spot.ref)
                parts += [TextRun(f" {in_words(spot).capitalize()}.", origin)] if spot.words else []
        return tuple(parts)


def _are_one(one: TextRun, other: TextRun) -> bool:
    """Whether two texts differ in their words alone."""
    alike = one.origin is other.origin or one.origin == other.origin
    return alike and one.language == other.language and one.value == other.value


def _settled(inlines: Run, words: Callable[[Pending], Run]) -> Run:
    """The inlines with words for what was pending; one text by itself stays what it is, as in most cells of tables."""
    if len(inlines) == 1 and isinstance(inlines[0], TextRun) and inlines[0].text:
        return inlines
    return tuple(joined(replaced(inlines, lambda leaf: words(leaf) if isinstance(leaf, Pending) else (leaf,))))


def _marker_inlines(marker: Marker) -> tuple[Inline, ...]:
    """One marker as a whole, several so that each leads to its own entry."""
    if len(marker.pieces) == 1:
        number, words = marker.pieces[0]
        return (Cite((number,), f"{marker.before}{words}{marker.after}"),)
    inlines: list[Inline] = [TextRun(marker.before)]
    for place, (number, words) in enumerate(marker.pieces):
        inlines += [TextRun(marker.between)] if place else []
        inlines.append(Cite((number,), words))
    return (*inlines, TextRun(marker.after))


def joined(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Adjoining texts of one origin as one, empty ones left out."""
    last: TextRun | None = None
    for inline in inlines:
        if isinstance(inline, TextRun):
            if last is not None and _are_one(last, inline):
                last = replace(last, text=last.text + inline.text)
                continue
            if last is not None and last.text:
                yield last
            last = inline
            continue
        if last is not None and last.text:
            yield last
        last = None
        yield inline
    if last is not None and last.text:
        yield last
