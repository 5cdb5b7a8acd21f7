"""Entries, markers and notes in a CSL style. Only briefs with a style import this, and citeproc with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from citeproc.source import VariableError

from briefgen.compose.citations import csl
from briefgen.compose.citations.plain_entries import Marker, PlainEntries
from briefgen.compose.values.template_value import record_origin
from briefgen.model.looks.citation_style import StyleKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefgen.compose.citations.locators import CitedSpot
    from briefgen.compose.source.template_problems import Problems
    from briefgen.compose.wording.numbers_money_dates import Wording
    from briefgen.model.document import Inline
    from briefgen.model.facts.parties_people_references import Reference
    from briefgen.model.looks.citation_style import CitationStyle

T = TypeVar("T")
_FAILURES = (ArithmeticError, AssertionError, AttributeError, LookupError, NameError, RecursionError, TypeError,
             ValueError, VariableError)  # fmt: skip
"""What citeproc raises on a style or a record that it cannot take."""
_FIRST = frozenset({"first"})


class StyledEntries(PlainEntries):
    """The references of one brief in one style. Where the style fails, the plain form stands in, and that is told."""

    def __init__(
        self,
        references: Mapping[str, Reference],
        wording: Wording,
        style: CitationStyle,
        problems: Problems,
        *,
        own_markers: bool,
    ) -> None:
        super().__init__(references, wording)
        self._own_markers = own_markers
        self._style, self._problems = style, problems
        self._prepared = self._tried("", lambda: csl.prepared(style.source, wording.language))
        self._markers: dict[tuple[CitedSpot, ...], Marker] = {}
        """Most facts lean on few sources, and the style takes its time over each."""
        self._records = {ref: self._record(ref) for ref in references} if self._prepared else {}

    def ranked(self, refs: Sequence[str]) -> list[str]:
        """The references in the order of the style's list; from here on their numbers are known."""
        items = {ref: self._item(ref, number) for number, ref in enumerate(refs, 1)}
        found = self._asked("", lambda style: style.ranked([item for item in items.values() if item]))
        order = super().ranked(refs)
        if found and len(found) == len(items):
            ref_of = {id(item): ref for ref, item in items.items()}
            order = [ref_of[id(item)] for item in found]
        super().ranked(order)
        self._tell_apart(order)
        return order

    def _tell_apart(self, order: Sequence[str]) -> None:
        """2021a and 2021b, where the style wants that for markers that read alike."""
        if self._prepared and self._prepared.has_suffixes:
            for ref, suffix in zip(order, csl.year_suffixes([self._short(ref) for ref in order]), strict=True):
                if suffix and self._records[ref]:
                    self._records[ref].update({"year-suffix": suffix, "year_suffix": suffix})

    def _short(self, ref: str) -> str:
        item = self._item(ref, self.numbers[ref])
        words = self._asked(ref, lambda style: csl.words_of(style.marker(item), style.quotes)) if item else None
        return words or ref

    # ------------------------------------------------------------ what is printed

    def entry(self, ref: str) -> tuple[Inline, ...]:
        """What the list says of a reference."""
        item, origin = self._item(ref, self.numbers.get(ref, 1)), record_origin(self.references[ref])
        if not item:
            return super().entry(ref)
        language = self.language_of(ref)
        made = self._asked(ref, lambda style: csl.inlines_of(style.entry(item), style.quotes, origin, language))
        return made or super().entry(ref)

    def marker(self, spots: Sequence[CitedSpot]) -> Marker:
        """A citation in the text."""
        key = tuple(spots)
        if key not in self._markers:
            self._markers[key] = self._made(spots)
        return self._markers[key]

    def _made(self, spots: Sequence[CitedSpot]) -> Marker:
        items = [item for spot in spots if (item := self._item(spot.ref, self.numbers[spot.ref], spot))]
        if not self._own_markers or len(items) < len(spots):
            return super().marker(spots)
        return self._asked(spots[0].ref, lambda style: _marker_of(style, items)) or super().marker(spots)

    def note(self, spots: Sequence[CitedSpot], positions: Mapping[str, frozenset[str]]) -> tuple[Inline, ...] | None:
        """A note of a style that is made for notes: the whole source at first, a short form later."""
        items = [self._item(spot.ref, self.numbers[spot.ref], spot, positions[spot.ref]) for spot in spots]
        known = [item for item in items if item]
        if self._style.gives is not StyleKind.NOTES or len(known) < len(spots):
            return None
        origin = record_origin(self.references[spots[0].ref])
        for spot in spots[1:]:
            origin = origin.joined(record_origin(self.references[spot.ref]))
        tongues = {self.language_of(spot.ref) for spot in spots}
        language = tongues.pop() if len(tongues) == 1 else ""
        return self._asked(
            spots[0].ref, lambda style: csl.inlines_of(style.citation(known), style.quotes, origin, language) or None
        )

    # ------------------------------------------------------------ asking the style

    def _record(self, ref: str) -> Any:  # noqa: ANN401 - citeproc has no types
        return self._tried(ref, lambda: csl.record_of(self.references[ref], self.wording.date))

    def _item(
        self, ref: str, number: int, spot: CitedSpot | None = None, positions: frozenset[str] = _FIRST
    ) -> csl.CitedItem | None:
        record = self._records.get(ref)
        where = csl.Locator(spot.label, spot.words) if spot and spot.words else None
        return csl.CitedItem(record, number, where, positions) if record else None

    def _asked(self, ref: str, ask: Callable[[csl.Prepared], T]) -> T | None:
        """What the style answers; one brief at a time, since citeproc notes things on the style itself."""
        prepared = self._prepared
        if prepared is None:
            return None
        with prepared.lock:
            return self._tried(ref, lambda: ask(prepared))

    def _tried(self, ref: str, run: Callable[[], T]) -> T | None:
        try:
            return run()
        except _FAILURES:
            of = f" on '{ref}'" if ref else ""
            message = f"the style '{self._style.id}' fails{of}: the plain form stands in"
            hint = "write that part of the style in another way, or choose another style"
            self._problems.report.warning("BG411", self._style.place, message, hint)
            return None


def _marker_of(style: csl.Prepared, items: Sequence[csl.CitedItem]) -> Marker | None:
    before, between, after = style.around(items)
    ordered = style.cited_order(items)
    pieces = tuple((item.number, csl.words_of(style.marker(item), style.quotes)) for item in ordered)
    return Marker(before, pieces, between, after) if all(words for _, words in pieces) else None
