"""Entries without a style file: briefgen's plain form, or names alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.compose.citations.locators import in_words
from briefgen.compose.citations.names_in_scripts import is_written_whole
from briefgen.compose.values.template_value import record_origin
from briefgen.compose.wording.wording_styles import DateStyle
from briefgen.late_patterns import late_pattern
from briefgen.model.document import Emphasis, Inline, Link, TextRun
from briefgen.model.values.address import address_of
from briefgen.model.values.written_date import written_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.compose.citations.locators import CitedSpot
    from briefgen.compose.wording.numbers_money_dates import Wording
    from briefgen.model.facts.parties_people_references import Author, Reference
    from briefgen.model.wording.phrases import Phrases

_MOST_NAMED = 2
_TAG = late_pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""BCP 47."""


class Marker(NamedTuple):
    """A citation in the text."""

    before: str
    pieces: tuple[tuple[int, str], ...]
    """The number of an entry, and what is printed for it."""
    between: str
    after: str


class PlainEntries:
    """Author. *Title*. Container, publisher, date. Address. Accessed; in the order of citation."""

    def __init__(self, references: Mapping[str, Reference], wording: Wording) -> None:
        self.references, self.wording = references, wording
        self.numbers: dict[str, int] = {}

    def ranked(self, refs: Sequence[str]) -> list[str]:
        """The references in the order of the list; from here on their numbers are known."""
        self.numbers = {ref: number for number, ref in enumerate(refs, 1)}
        return list(refs)

    def named(self, ref: str) -> str:
        """Who says it, in a few words."""
        return short_name(self.references[ref], self.wording.phrases)

    def marker(self, spots: Sequence[CitedSpot]) -> Marker:
        """`[1, 3]`, and `[1, p. 4; 3]` where a spot is named."""
        rising = sorted((self.numbers[spot.ref], spot) for spot in spots)
        pieces = tuple(
            (number, f"{number}, {in_words(spot)}" if spot.words else str(number)) for number, spot in rising
        )
        return Marker("[", pieces, "; " if any(spot.words for spot in spots) else ", ", "]")

    def note(self, _spots: Sequence[CitedSpot], _positions: Mapping[str, frozenset[str]]) -> tuple[Inline, ...] | None:
        """A note of its own form, or None where entries stand in the notes."""
        return None

    def entry(self, ref: str) -> tuple[Inline, ...]:
        """What the list says of a reference; parts that are not known fall away."""
        reference = self.references[ref]
        origin = record_origin(reference)
        authors = "; ".join(_listed(author) for author in reference.authors)
        authors += " et al." if reference.authors and reference.authors[-1].and_others else ""
        parts: list[Inline] = [TextRun(f"{authors.removesuffix('.')}. ", origin)] if authors else []
        parts.append(Emphasis((TextRun(reference.title, origin, self.language_of(ref)),)))
        parts.append(TextRun(f". {self._imprint(reference).removesuffix('.')}.", origin))
        if reference.url:
            parts += [
                TextRun(" ", origin),
                *_linked(reference, (TextRun(reference.url, origin),)),
                TextRun(".", origin),
            ]
        if reference.accessed:
            accessed = self.wording.date(reference.accessed)
            parts.append(TextRun(f" {self.wording.phrases.accessed.format(date=accessed)}.", origin))
        return tuple(parts)

    def language_of(self, ref: str) -> str:
        """The language of a reference's titles, where it is another one than the brief's; else nothing."""
        language = self.references[ref].csl.get("language")
        if not isinstance(language, str) or not _TAG.fullmatch(language):
            return ""
        return "" if _primary(language) == _primary(self.wording.language) else language

    def _imprint(self, reference: Reference) -> str:
        issued = self.wording.phrases.undated
        if (literal := _literal(reference)) is not None:
            issued = literal
        elif reference.issued:
            issued = self.wording.date(reference.issued, DateStyle.SHORT)
            issued = f"[{issued}]" if reference.issued_inferred else issued
        return ", ".join(part for part in (reference.container, reference.publisher, issued) if part)


def _listed(author: Author) -> str:
    """A name as a list has it."""
    if is_written_whole(author.family, author.given):
        return author.family + author.given
    return ", ".join(filter(None, (author.family, author.given)))


def _literal(reference: Reference) -> str | None:
    """The words of a date that is more than what can be counted of it."""
    value = reference.csl.get("issued")
    written = written_date(value) if value else None
    return written.literal or None if written else None


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()


class NamedEntries(PlainEntries):
    """Who says it, with the address behind the name; a name that would stand twice takes its title along."""

    def entry(self, ref: str) -> tuple[Inline, ...]:
        """The name of a reference."""
        reference, name = self.references[ref], self.named(ref)
        origin = record_origin(reference)
        language = self.language_of(ref)
        inlines: tuple[Inline, ...] = (TextRun(name, origin, language if name == reference.title else ""),)
        if sum(self.named(other) == name for other in self.references) > 1 and name != reference.title:
            inlines = (TextRun(f"{name}: ", origin), Emphasis((TextRun(reference.title, origin, language),)))
        return _linked(reference, inlines)


def _linked(reference: Reference, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Words that lead to where the reference is to be read, if that is known."""
    address = address_of(reference.url or "")
    return (Link(address, inlines),) if address else inlines


def short_name(reference: Reference, phrases: Phrases) -> str:
    """Who says it, in a few words: the authors' family names and the year, else the site."""
    families = [author.family for author in reference.authors]
    others = bool(families) and reference.authors[-1].and_others
    if not families:
        return reference.container or reference.publisher or reference.title
    who = " and ".join(families) if len(families) <= _MOST_NAMED and not others else f"{families[0]} et al."
    year = str(reference.issued.year or "") if reference.issued else ""
    return phrases.authored.format(who=who, year=year) if year else who
