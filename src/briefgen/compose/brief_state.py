"""The brief that is being composed: what its filters, functions and blocks share."""

from __future__ import annotations

import enum
from functools import cached_property
from typing import TYPE_CHECKING, assert_never

from jinja2.runtime import Undefined
from markupsafe import Markup

from briefgen.compose.citations.citation_collector import CitationCollector
from briefgen.compose.source.source_map import without_markers
from briefgen.compose.structure.cross_references import CrossRefs
from briefgen.compose.structure.ranked_parts import RankedParts
from briefgen.compose.typography.quotation_signs import with_signs
from briefgen.compose.values.note_kinds import NOTE, NOTE_KIND, notes_on_origin
from briefgen.compose.values.placeholders import ABSENT, CiteSlot, Slots, TextSlot
from briefgen.compose.values.template_value import Shown, estimate_of, field_names, named_kind, origins, wrap
from briefgen.compose.wording.code_words import label
from briefgen.compose.wording.comparisons import not_compared
from briefgen.compose.wording.digits import UnitForms
from briefgen.compose.wording.fiscal_years_in_words import begin_apart
from briefgen.compose.wording.numbers_money_dates import Wording
from briefgen.compose.wording.wording_styles import DateStyle
from briefgen.diagnostics import with_article
from briefgen.model.audience_choices import NO_MARKERS, NoteChoice
from briefgen.model.document import Inline, Note
from briefgen.model.facts.declared_indicators import DeclaredIndicator, Side, pieces_of
from briefgen.model.facts.parties_people_references import Organisation, Party, Person, Reference, Source
from briefgen.model.values.countries import WORLD
from briefgen.model.values.date import Date, Precision
from briefgen.model.values.prose_text import ProseText
from briefgen.model.values.quantity import Quantity
from briefgen.model.values.text import Text as Wordings
from briefgen.model.view import Change, Figure, IndicatorSeries, Item, NotCompared
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from briefgen.compose.source.template_problems import Problems
    from briefgen.compose.values.field_use import FieldOf, FieldUse
    from briefgen.compose.wording.figure_parts import FigureParts
    from briefgen.diagnostics import Place
    from briefgen.model.origin import Origin
    from briefgen.model.values.picture_file import PictureFile
    from briefgen.model.view import View
    from briefgen.model.wording.phrases import Phrases


class Counted(enum.Enum):
    """What has a number of its own in a brief."""

    TABLE = enum.auto()
    FIGURE = enum.auto()
    """A chart, timeline or picture, under the word that captions have for them."""


class Brief:
    """One brief's state."""

    def __init__(
        self, view: View, problems: Problems, use: FieldUse, phrases: Phrases,
        pictures: Mapping[str, PictureFile] | None = None, ranked: RankedParts | None = None,
    ) -> None:  # fmt: skip
        self.view, self.problems, self.use = view, problems, use
        self.pictures = pictures or {}
        """Those that templates name by their files."""
        self.ranked = ranked or RankedParts()
        """What of it may fall, and has fallen."""
        self.slots = Slots()
        self.wording = Wording(
            view.language, view.audience.numbers, phrases, _units_of(view), view.audience.dates, begin_apart(view)
        )
        self.citations = CitationCollector(view.references, self.wording, view.audience.citations, problems)
        self.crossrefs = CrossRefs(problems)
        self.figures: dict[str, FigureParts] = {}
        """The words of figures that were printed for a table → their parts."""
        self.dates: dict[str, Date] = {}
        """The words of dates that were printed, and are no span → the date."""
        self.notes: list[Note] = []
        self.headings: dict[str, int] = {}
        self.heading_level = 1
        """Of the last heading, as templates count: `##` is 2, and the title 1."""
        self.section_level = 1
        """Of the last heading that the section itself has: texts that it places come under it."""
        self.boxes: dict[str, Place] = {}
        """Id of a box's title → where a template places the box."""
        self.placed: set[str] = set()
        """Ids of the prose that stands in the brief."""
        self.picture_bytes = 0
        """Of all pictures that are placed, each as often as it is."""
        self._exhibits = dict.fromkeys(Counted, 0)
        self._dashes: set[str] = set()
        """Meanings of a dash that are told."""

    def is_printed_note(self, of: Collection[FieldOf]) -> bool:
        """Whether a note is one of those that the audience reads: what it is about decides, and never its words."""
        self.use.read.update((fact, NOTE_KIND) for fact, name in of if name == NOTE)
        match self.view.audience.notes:
            case NoteChoice.ALL:
                return True
            case NoteChoice.ESSENTIAL:
                return not of or not all(name == NOTE and fact in self._on_origin for fact, name in of)
            case _:
                assert_never(self.view.audience.notes)

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Id → every fact, part and plan that the audience may know."""
        every = [*(item for found in self.view.items.values() for item in found), *self.view.planned]
        return {part.id: part for item in every for part in (*_parts(item), item)}

    @cached_property
    def _on_origin(self) -> frozenset[str]:
        return notes_on_origin(self.view)

    def wording_of(self, value: object) -> Wording:
        """How a value is worded: a figure that must be told from another in as many digits as that takes."""
        least = value.least_digits if isinstance(value, Figure) else 0
        digits = self.wording.numbers.digits
        if digits is None or least <= digits:
            return self.wording
        return replace(self.wording, numbers=replace(self.wording.numbers, digits=least))

    def shown(self, value: object, origin: Origin | None = None) -> object:
        """A value as templates see it."""
        return wrap(value, origin, self.printed)

    def worded(self, words: str, of: object, *others: object, with_number: bool = True) -> Shown:
        """Words that a filter made of a value, and with others: they keep its origin, and the number that they say."""
        origin = of.origin if isinstance(of, Shown) else None
        fields = of.of if isinstance(of, Shown) else ()
        for other in others:
            fields += other.of if isinstance(other, Shown) else ()
        return Shown(words, origin, self.printed, estimate_of(of) if with_number else None, fields)

    def printed(self, shown: Shown) -> Markup:
        """The token for a value in its usual words."""
        words = self.words(shown.raw)
        if words is None:
            hint = f"name one field of it, such as .{_first_field(shown)}" if _first_field(shown) else None
            hint = 'place it: {{ prose("background") }}' if isinstance(shown.raw, ProseText) else hint
            self.problems.at_current_line("BG404", f"{with_article(named_kind(shown.raw))} cannot be printed", hint)
            return ABSENT
        self.use.print(shown.of)
        other = shown.raw.wording(self._tongue)[0] if isinstance(shown.raw, Wordings) else ""
        return self.slots.token(TextSlot(words, shown.origin, other, estimate_of(shown)))

    def cited(self, values: Iterable[object]) -> Markup:
        """A marker for the references of some values, where the audience sees markers in the text."""
        origin = origins(iter(values))
        if origin is None or self.view.audience.citations.markers in NO_MARKERS:
            return Markup()
        return self.slots.token(CiteSlot(origin.refs, origin.locators))

    def said(self, value: object) -> str:
        """The text of an argument or of a member of a list, with its tokens; what is no text is told."""
        if isinstance(value, Shown):
            return str(self.printed(value))
        if isinstance(value, str):
            return without_markers(value)
        if isinstance(value, Undefined) or (isinstance(value, int | float) and not isinstance(value, bool)):
            return str(value)
        self.problems.unprintable(value)
        return str(ABSENT)

    def standing(self, text: str) -> str:
        """A text that a template has written, without the clauses that refer to what is not placed."""
        return self.slots.standing(text, self.crossrefs.is_placed)

    def said_plainly(self, value: object) -> str:
        """The words of an argument that is a name, a kind or a reason: it is looked up, and never printed."""
        return self.slots.plain(self.said(value))

    def tokens(self, text: str, origin: Origin | None = None) -> Markup:
        """Words that are never read as Markdown; the tokens in them stay."""
        pieces = (TextSlot(p, origin) if isinstance(p, str) else p for p in self.slots.pieces(text))
        return Markup("").join(self.slots.token(piece) for piece in pieces)

    @property
    def _tongue(self) -> str:
        """The brief's language without its region."""
        return self.view.language.split("-", maxsplit=1)[0]

    def words(self, value: object) -> str | None:  # noqa: C901, PLR0912 - one case a kind of value
        """The usual words for a value, or None when it has none."""
        match value:
            case str():
                return with_signs(value, self.view.language)
            case int():
                return str(value)
            case Wordings():
                other, words = value.wording(self._tongue)
                return with_signs(words, other or self.view.language)
            case Date():
                return self.dated(value)
            case Quantity():
                return self.wording.quantity(value)
            case Figure():
                return self.wording_of(value).quantity(value.quantity, derived=value.derived)
            case DeclaredIndicator():
                return self.words(value.name)
            case IndicatorSeries():
                return self._phrase(value)
            case Change():
                return self.wording.change(value)
            case NotCompared():
                return self._not_compared(value)
            case Party() | Organisation():
                return self.words(value.name)
            case Person():
                return value.name
            case Reference():
                return value.title
            case Source():
                return value.ref
            case _:
                return None

    def dated(self, date: Date, style: DateStyle = DateStyle.LONG) -> str:
        """A date as a template prints it; what has a small word of its own needs none before it."""
        words = self.wording.date(date, style)
        if style in {DateStyle.LONG, DateStyle.SHORT} and date.precision is not Precision.INTERVAL:
            self.dates[words] = date
        return words

    def _phrase(self, series: IndicatorSeries) -> str:
        """What a series is of, with its sides: `students from Pakistan in Belarus`."""
        sides = {Side.WHOSE: series.whose, Side.TOWARDS: series.towards}
        names = {side: self.name(code) or code for side, code in sides.items() if code}
        beside = self.wording.phrases.remarked.format(words="", remark=series.definition) if series.definition else ""
        phrase = self.words(series.indicator.phrase) if series.indicator.phrase else None
        if phrase is None or any(side.place in phrase for side in sides if side not in names):
            name = self.words(series.indicator.name) or series.indicator.id
            between = " → ".join(names.values())
            return f"{self.wording.phrases.remarked.format(words=name, remark=between)}{beside}"
        return "".join(names[piece] if isinstance(piece, Side) else piece for piece in pieces_of(phrase)) + beside

    def _not_compared(self, told: NotCompared) -> str:
        """Why figures of two periods are not held against each other, in a sentence."""
        parties = {party.id: party for party in self.view.parties}
        phrases = self.wording.phrases
        named = {
            **{
                id_: phrases.exports_of.format(adjective=self.words(party.adjective) or "")
                for id_, party in parties.items()
            },
            "turnover": phrases.turnover,
            "balance": phrases.balance,
        }
        return not_compared(told, [named[name] for name in told.of], self.wording)

    def exhibit_label(self, kind: Counted) -> str:
        """`Table 2`, `Figure 1`: counted in the order of the brief."""
        self._exhibits[kind] += 1
        phrases = self.wording.phrases
        match kind:
            case Counted.TABLE:
                return phrases.table.format(number=self._exhibits[kind])
            case Counted.FIGURE:
                return phrases.figure.format(number=self._exhibits[kind])

    def columns_told(self, meaning: str, columns: str) -> str:
        """Which columns a table leaves out, since a dash would stand in each of their rows: `Not stated: Value.`."""
        words = meaning or self.wording.phrases.unstated
        return self.wording.phrases.left_out.format(meaning=f"{words[:1].upper()}{words[1:]}", columns=columns)

    def dash_told(self, meaning: str) -> str:
        """What a dash in a table means, said once in a brief for each meaning."""
        words = meaning or self.wording.phrases.unstated
        if words in self._dashes:
            return ""
        self._dashes.add(words)
        return self.wording.phrases.dash.format(meaning=words)

    def add_note(self, inlines: tuple[Inline, ...]) -> int:
        """Keep a footnote; its number."""
        self.notes.append(Note(len(self.notes) + 1, inlines))
        return len(self.notes)

    def heading_id(self, text: str) -> str:
        """A unique id made from a heading's words."""
        base = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in text.lower()).split()) or "section"
        self.headings[base] = self.headings.get(base, 0) + 1
        return base if self.headings[base] == 1 else f"{base}-{self.headings[base]}"

    def box_id(self, title: str, place: Place) -> str:
        """A unique id for the title of a box, which takes none from a heading; empty for a box without one."""
        if not title:
            return ""
        found = self.heading_id(f"box {title}")
        self.boxes[found] = place
        return found

    def source_line(self, refs: tuple[str, ...]) -> tuple[Inline, ...]:
        """What stands behind `Source:` under an exhibit."""
        return self.citations.source_line(refs)

    def name(self, code: str) -> str | None:
        """The name of a party, country, person, organisation or indicator by its code or id."""
        party = next((p for p in self.view.parties if p.id == code), None)
        if code == WORLD:
            return self.wording.phrases.world
        known = (
            party or self.view.people.get(code) or self.view.organisations.get(code) or self.view.indicators.get(code)
        )
        return self.words(known) if known else label(code, self.wording)


def _parts(item: Item) -> list[Item]:
    """The parts of a fact; where a field holds them, it holds nothing else."""
    tuples = [value for value in item.fields.values() if type(value) is tuple and value]
    return [part for value in tuples if isinstance(value[0], Item) for part in value]


def _units_of(view: View) -> dict[str, UnitForms]:
    """The forms of every unit that an indicator of the view declares, in the brief's language."""
    tongue = view.language.split("-", maxsplit=1)[0]
    declared = [indicator for indicator in view.indicators.values() if not indicator.in_money]
    return {
        one.counted_in: UnitForms(one.unit.in_language(tongue), (one.unit_plural or one.unit).in_language(tongue))
        for one in declared
    }


def _first_field(shown: Shown) -> str | None:
    names = field_names(shown.raw)
    return next((name for name in ("title", "name", "text") if name in names), names[0] if names else None)
