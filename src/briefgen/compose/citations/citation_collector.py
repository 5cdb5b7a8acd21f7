"""What the text cites: noted while the brief is composed, numbered and written once all of it is known.

Where a citation stands, the text first holds a `Pending` marker. `settled()` puts the real one in its place: only
then is it known which references the brief leans on, in which order their style lists them, and which look alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.citations.locators import CitedSpot, spots_of
from briefgen.compose.citations.markers_and_notes import Pending, Written, joined
from briefgen.compose.citations.plain_entries import NamedEntries, PlainEntries, short_name
from briefgen.compose.values.template_value import record_origin
from briefgen.model.audience_choices import CitationPlace, MarkerChoice
from briefgen.model.document import Cite, Note, ReferenceList, Row, TextRun
from briefgen.model.looks.citation_style import StyleKind
from briefgen.model.origin import Origin
from briefgen.model.traversal import mapped, regrouped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefgen.compose.source.template_problems import Problems
    from briefgen.compose.wording.numbers_money_dates import Wording
    from briefgen.model.audience import CitationOptions
    from briefgen.model.document import Block, Inline
    from briefgen.model.facts.parties_people_references import Reference


class CitationCollector:
    """The citations of one brief; computed per brief, after filtering."""

    def __init__(
        self, references: Mapping[str, Reference], wording: Wording, choice: CitationOptions, problems: Problems
    ) -> None:
        self._references, self._wording, self._choice = references, wording, choice
        self._problems = problems
        self._used: dict[str, None] = {}
        """The references that the brief leans on, in the order of the text."""

    # ------------------------------------------------------------ while the text is made

    @property
    def in_footnotes(self) -> bool:
        """Whether a citation is a footnote."""
        return self._choice.where is CitationPlace.FOOTNOTES

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
        if self._choice.markers is MarkerChoice.NONE or self.in_footnotes:
            names = dict.fromkeys(short_name(self._references[ref], self._wording.phrases) for ref in known)
            return (TextRun("; ".join(names), self._origin(known)), TextRun("."))
        if self._choice.markers is MarkerChoice.EXHIBITS:
            return tuple(joined(self._named(known)))
        marker = self.cite(known, bare=True)
        return (marker, TextRun(".")) if marker else ()

    def _known(self, refs: Iterable[str]) -> list[str]:
        known = [ref for ref in dict.fromkeys(refs) if ref in self._references]
        self._used.update(dict.fromkeys(known))
        return known

    def _origin(self, refs: Sequence[str]) -> Origin:
        records = (record_origin(self._references[ref]) for ref in refs)
        return Origin(tuple(fact for record in records for fact in record.facts))

    def _named(self, refs: Sequence[str]) -> Iterator[Inline]:
        """Names with their numbers, for readers who see markers under exhibits only; a name stands once."""
        of_name: dict[str, list[str]] = {}
        for ref in refs:
            of_name.setdefault(short_name(self._references[ref], self._wording.phrases), []).append(ref)
        for place, (name, told) in enumerate(of_name.items()):
            yield TextRun(f"{'; ' if place else ''}{name}\u00a0", self._origin(told))
            yield Pending((), "", tuple(CitedSpot(ref) for ref in told))
        yield TextRun(".")

    # ------------------------------------------------------------ when all of it is known

    def is_needed(self, refs: Iterable[str]) -> bool:
        """Whether a list of references would hold anything; `refs` are leant on without a marker in the text."""
        return bool(self._used) or any(ref in self._references for ref in refs)

    def settled(
        self, rows: Sequence[Block], notes: Sequence[Note], refs: Iterable[str]
    ) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
        """Rows and notes with their citations written; `refs` are leant on without a marker in the text."""
        self._known(refs)
        entries = self._entries()
        order = entries.ranked(list(self._used))
        written = Written(entries, self._wording, self._choice)
        settled_rows = [mapped(row, written.in_text) for row in rows]
        settled_notes = tuple(Note(note.number, written.in_note(note)) for note in notes)
        listed = ReferenceList(written.items(order), numbered=self._is_numbered)
        return tuple(_with_list(row, listed) for row in settled_rows), settled_notes

    @property
    def _is_numbered(self) -> bool:
        return not self.in_footnotes and self._choice.markers in {MarkerChoice.NUMBERS, MarkerChoice.EXHIBITS}

    def _entries(self) -> PlainEntries:
        style = self._choice.style
        match style.gives:
            case StyleKind.NAMES:
                return NamedEntries(self._references, self._wording)
            case StyleKind.PLAIN:
                return PlainEntries(self._references, self._wording)
            case StyleKind.NUMBERS | StyleKind.AUTHOR_DATE | StyleKind.NOTES:
                from briefgen.compose.citations.styled_entries import StyledEntries

                # A style may be asked for numbers that has author and date, or is made for notes: then they are ours.
                by_date = self._choice.markers is MarkerChoice.AUTHOR_DATE
                own = style.gives is (StyleKind.AUTHOR_DATE if by_date else StyleKind.NUMBERS)
                return StyledEntries(self._references, self._wording, style, self._problems, own_markers=own)


def _with_list(block: Block, listed: ReferenceList) -> Block:
    """A row with the list of references where it stands; one without entries is left out."""
    if not isinstance(block, Row):
        return block
    put = (listed,) if listed.items else ()
    return regrouped(block, [put if isinstance(inner, ReferenceList) else (inner,) for inner in block.blocks])
