"""What the text cites: noted while the brief is composed, numbered and written once all of it is known.

Where a citation stands, the text first holds a `Pending` marker. `settled()` puts the real one in its place: only
then is it known which references the brief leans on, in which order their style lists them, and which look alike.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.compose.anchors import reference_key
from briefgen.compose.locators import Spot, in_words, spots_of
from briefgen.compose.plain_entries import NamedEntries, PlainEntries, short_name
from briefgen.compose.walk import with_inlines
from briefgen.model.document import Cite, Emphasis, Link, Note, ReferenceItem, ReferenceList, Strong, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefgen.compose.plain_entries import Marker
    from briefgen.compose.problems import Problems
    from briefgen.compose.wording import Wording
    from briefgen.model.audience import Citations as Choice
    from briefgen.model.document import Block, Inline
    from briefgen.model.named import Reference


@dataclass(frozen=True, slots=True)
class Pending(Cite):
    """A citation whose words are not known yet."""

    spots: tuple[Spot, ...] = ()
    bare: bool = False
    """Whether it stands alone, as under an exhibit, and needs no parentheses."""


class Citations:
    """The citations of one brief; computed per brief, after filtering."""

    def __init__(
        self, references: Mapping[str, Reference], wording: Wording, choice: Choice, problems: Problems
    ) -> None:
        self._references, self._wording, self._choice = references, wording, choice
        self._problems = problems
        self._used: dict[str, None] = {}
        """The references that the brief leans on, in the order of the text."""

    # ------------------------------------------------------------ while the text is made

    @property
    def in_footnotes(self) -> bool:
        """Whether a citation is a footnote."""
        return self._choice.where == "footnotes"

    def cite(self, refs: Iterable[str], locators: Iterable[tuple[str, str]] = (), *, bare: bool = False) -> Cite | None:
        """A marker for some references, or None when the brief knows none of them."""
        known = self._known(refs)
        if not known:
            return None
        spots = spots_of(known, locators if self._choice.locators else ())
        return Pending((), "", spots, bare)

    def source_line(self, refs: Iterable[str]) -> tuple[Inline, ...]:
        """What stands behind `Source:` under an exhibit."""
        known = self._known(refs)
        if not known:
            return ()
        if self._choice.markers == "none" or self.in_footnotes:
            names = dict.fromkeys(short_name(self._references[ref]) for ref in known)
            return (Text(f"{'; '.join(names)}."),)
        if self._choice.markers == "exhibits":
            return tuple(_joined(self._named(known)))
        marker = self.cite(known, bare=True)
        return (marker, Text(".")) if marker else ()

    def _known(self, refs: Iterable[str]) -> list[str]:
        known = [ref for ref in dict.fromkeys(refs) if ref in self._references]
        self._used.update(dict.fromkeys(known))
        return known

    def _named(self, refs: Sequence[str]) -> Iterator[Inline]:
        """Names with their numbers, for readers who see markers under exhibits only."""
        for place, ref in enumerate(refs):
            yield Text(f"{'; ' if place else ''}{short_name(self._references[ref])}\u00a0")
            yield Pending((), "", (Spot(ref),))
        yield Text(".")

    # ------------------------------------------------------------ when all of it is known

    def settled(
        self, blocks: Sequence[Block], notes: Sequence[Note], refs: Iterable[str]
    ) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
        """Blocks and notes with their citations written; `refs` are leant on without a marker in the text."""
        self._known(refs)
        entries = self._entries()
        order = entries.ranked(list(self._used))
        written = _Written(entries, self._wording, self._choice)
        settled_blocks = [with_inlines(block, written.in_text) for block in blocks]
        settled_notes = tuple(Note(note.number, written.in_note(note)) for note in notes)
        listed = ReferenceList(written.items(order), numbered=self._is_numbered)
        filled = (listed if isinstance(block, ReferenceList) else block for block in settled_blocks)
        return tuple(b for b in filled if not isinstance(b, ReferenceList) or b.items), settled_notes

    @property
    def _is_numbered(self) -> bool:
        if self._choice.where == "footnotes":
            return False
        return self._choice.markers in {"numbers", "exhibits"}

    def _entries(self) -> PlainEntries:
        style = self._choice.style
        if style.gives == "names":
            return NamedEntries(self._references, self._wording)
        if style.gives == "plain":
            return PlainEntries(self._references, self._wording)
        from briefgen.compose.styled_entries import StyledEntries

        own = style.gives == ("author-date" if self._choice.markers == "author-date" else "numbers")
        return StyledEntries(self._references, self._wording, style, self._problems, own_markers=own)


class _Written:
    """Puts words in the place of pending markers."""

    def __init__(self, entries: PlainEntries, wording: Wording, choice: Choice) -> None:
        self._entries, self._wording, self._choice = entries, wording, choice
        self._history = _History()
        self._endnotes: dict[object, ReferenceItem] = {}
        self._first_note: dict[str, int] = {}

    def items(self, order: Sequence[str]) -> tuple[ReferenceItem, ...]:
        """The list: every reference in order; or the endnotes, and behind them what is leant on without a marker."""
        if self._choice.where != "endnotes":
            return tuple(self._item(number, ref) for number, ref in enumerate(order, 1))
        notes = list(self._endnotes.values())
        rest = (ref for ref in order if ref not in self._history.seen)
        return (*notes, *(self._item(number, ref) for number, ref in enumerate(rest, len(notes) + 1)))

    def _item(self, number: int, ref: str) -> ReferenceItem:
        return ReferenceItem(number, self._entries.entry(ref), reference_key(ref))

    def in_text(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Inlines of the text with their markers."""
        return tuple(_joined(self._each(inlines, self._marker)))

    def in_note(self, note: Note) -> tuple[Inline, ...]:
        """Inlines of a footnote; a citation there is the footnote's text, or a marker in it."""

        def words(pending: Pending) -> tuple[Inline, ...]:
            return self._note(pending, note.number) if self._choice.where == "footnotes" else self._marker(pending)

        return tuple(_joined(self._each(note.inlines, words)))

    def _each(self, inlines: tuple[Inline, ...], words: object) -> Iterator[Inline]:
        for inline in inlines:
            match inline:
                case Pending():
                    yield from words(inline)  # type: ignore[operator]
                case Strong() | Emphasis() | Link():
                    yield replace(inline, inlines=tuple(self._each(inline.inlines, words)))
                case _:
                    yield inline

    def _marker(self, pending: Pending) -> tuple[Inline, ...]:
        if self._choice.where == "endnotes":
            number = self._endnote(pending)
            return (Cite((number,), f"[{number}]"),)
        marker = self._entries.marker(pending.spots)
        if pending.bare and self._choice.markers == "author-date":
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
            self._endnotes[key] = ReferenceItem(number, words, reference_key(f"{pending.spots[0].ref}/{number}"))
        return self._endnotes[key].number

    def _note(self, pending: Pending, number: int) -> tuple[Inline, ...]:
        own = self._entries.note(pending.spots, self._history.positions(pending.spots))
        return own or self._whole(pending.spots, number)

    def _whole(self, spots: Sequence[Spot], note: int = 0) -> tuple[Inline, ...]:
        """Whole entries for styles that have no form for notes; in later footnotes, where the entry stands."""
        parts: list[Inline] = []
        for spot in spots:
            parts += [Text(" ")] if parts else []
            first = self._first_note.setdefault(spot.ref, note) if note else note
            if first != note:
                name = short_name(self._entries.references[spot.ref])
                where = f", {in_words(spot)}" if spot.words else ""
                parts.append(Text(f"{name}{where}: {self._wording.phrases.see_note.format(number=first)}."))
            else:
                parts += self._entries.entry(spot.ref)
                parts += [Text(f" {in_words(spot).capitalize()}.")] if spot.words else []
        return tuple(parts)


class _History:
    """Which notes came before: what makes a later note a short one (CSL 1.0.2, "Choose", attribute `position`)."""

    def __init__(self) -> None:
        self.seen: dict[str, int] = {}
        self._count = 0
        self._last: tuple[Spot, ...] = ()

    def positions(self, spots: tuple[Spot, ...]) -> dict[str, frozenset[str]]:
        """The positions of each reference in the next note."""
        self._count += 1
        found = {spot.ref: frozenset(self._position(spot, alone=len(spots) == 1)) for spot in spots}
        self.seen.update(dict.fromkeys(found, self._count))
        self._last = spots
        return found

    def _position(self, spot: Spot, *, alone: bool) -> Iterator[str]:
        if spot.ref not in self.seen:
            yield "first"
            return
        yield "subsequent"
        if self._count - self.seen[spot.ref] <= _NEAR:
            yield "near-note"
        last = self._last[0] if alone and len(self._last) == 1 else None
        if last is None or last.ref != spot.ref or (last.words and not spot.words):
            return
        yield "ibid"
        if spot.words and spot != last:
            yield "ibid-with-locator"


_NEAR = 5
"""How many notes back is near, where a style does not say (CSL 1.0.2, "Note distance")."""


def _marker_inlines(marker: Marker) -> tuple[Inline, ...]:
    """One marker as a whole, several so that each leads to its own entry."""
    if len(marker.pieces) == 1:
        number, words = marker.pieces[0]
        return (Cite((number,), f"{marker.before}{words}{marker.after}"),)
    inlines: list[Inline] = [Text(marker.before)]
    for place, (number, words) in enumerate(marker.pieces):
        inlines += [Text(marker.between)] if place else []
        inlines.append(Cite((number,), words))
    return (*inlines, Text(marker.after))


def _joined(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Adjoining texts of one origin as one, empty ones left out."""
    last: Text | None = None
    for inline in inlines:
        if isinstance(inline, Text):
            if last is not None and replace(last, text="") == replace(inline, text=""):
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
