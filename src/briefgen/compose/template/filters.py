"""The filters of section templates: they speak the domain, and keep each value's origin."""

from __future__ import annotations

from decimal import Decimal
from functools import partial, wraps
from typing import TYPE_CHECKING

from jinja2.runtime import Undefined
from markupsafe import Markup

from briefgen.compose.markdown.listed_values import ListedValues
from briefgen.compose.source.absent_values import MissingText, ToldText, is_missing
from briefgen.compose.source.chosen_values import at_most, sayable, when
from briefgen.compose.source.source_map import readable, without_markers
from briefgen.compose.source.template_problems import LISTED
from briefgen.compose.structure.ranked_parts import LEAST_OF_A_LIST
from briefgen.compose.template.derived_figures import DerivedFigures, quantity_of
from briefgen.compose.template.filter_hints import FILTER_HINTS
from briefgen.compose.values.placeholders import TextSlot
from briefgen.compose.values.template_value import Shown, estimate_of, is_part_of_a_whole, named_kind, origins, unwrap
from briefgen.compose.wording.changes_in_words import compared_in_words
from briefgen.compose.wording.code_words import label
from briefgen.compose.wording.figure_parts import parts_of_change, parts_of_measure, parts_of_quantity
from briefgen.compose.wording.figure_wording import is_currency
from briefgen.compose.wording.office_titles import title_at
from briefgen.compose.wording.wording_styles import (
    ChangeStyle,
    DateStyle,
    MoneyStyle,
    NumberStyle,
    PercentStyle,
    QuantityStyle,
    is_style,
)
from briefgen.model.facts.parties_people_references import Actor, Person, Venue
from briefgen.model.origin import Origin
from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Estimate, Quantity
from briefgen.model.view import Change, Figure, Indicator, Item
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefgen.compose.wording.figure_parts import FigureParts
    from briefgen.model.view import Conversion

_WITH_MARK = frozenset({MoneyStyle.WORDS, MoneyStyle.SIGN, MoneyStyle.UNIT})
"""Styles that say of a figure that sources differ on it; `value` stands before a `unit`."""
_WITHOUT_MARK = frozenset({QuantityStyle.VALUE, QuantityStyle.BARE})


_IN_A_SENTENCE = frozenset({ChangeStyle.WORDS, ChangeStyle.NOUN})


class Filters(ListedValues, DerivedFigures):
    """The filters of one brief; `table()` names them."""

    def plain(self) -> dict[str, Callable[..., str | None]]:
        """Name → function of each filter that puts one bare value into words; it gives None for what it cannot take."""
        return {
            "date": self.date, "money": self.money, "quantity": self.quantity, "number": self.number,
            "percent": self.percent, "growth": self.growth, "compared": self.compared, "measure": self.measure,
            "name": self.name, "adjective": self.adjective, "actor": self.actor,
            "title_at": self.title_at, "place": self.place, "beside": self.beside, "label": self.label,
            "field": self.field,
            "capital": self.capital,
            "planned": self.planned, "address": self.address,
        }  # fmt: skip

    def table(self) -> dict[str, Callable[..., object]]:
        """Filter name → function."""
        guarded = {name: self._guarded(name, function) for name, function in self.plain().items()}
        return {**guarded, "joined": self.joined, "cited": self.cited, "dated": self.dated,
                "parts": self.parts, "count": self.count, "length": self.count,
                "latest": self.latest, "fitted": self.fitted, "when": when, "at_most": at_most, "plural": self.plural,
                "sayable": sayable, "unless_in": self.unless_in, "says": self.says, "news": self.news,
                **super().table()}  # fmt: skip

    def _guarded(self, name: str, function: Callable[..., str | None]) -> Callable[..., object]:
        """A filter that takes bare values and gives words with their origin; what it cannot take is reported."""

        @wraps(function)
        def apply(value: object, *args: object, **kwargs: object) -> object:
            if isinstance(value, Undefined):
                return ToldText(value)  # which tells what is not there
            if isinstance(value, str) and readable(value) != value:
                return self._of_joined(name, value)
            try:
                worded = self.of_field(name, value, function)
                words = worded(unwrap(value), *map(unwrap, args), **{k: unwrap(v) for k, v in kwargs.items()})
            except TypeError:
                words = None
            if words is None and self.brief.problems.falling and any(map(is_missing, args)):
                return MissingText()
            if words is None and value is None:
                self.brief.problems.nothing(f"'{name}' is asked to print what is not there", name)
                return ToldText()
            if words is None and name == "adjective" and isinstance(value, Shown):
                self.brief.problems.nothing(f"'{unwrap(value)}' is no party of the relation: it has no adjective", name)
                return ToldText()
            if words is None:
                if (args or kwargs) and self._takes(function, unwrap(value)):
                    given = readable(str(next(iter([*args, *kwargs.values()]))))
                    message = f"'{name}' has no form '{given}'"
                    self.brief.problems.at_current_line("BG404", message, FILTER_HINTS.get(name, LISTED), name)
                    return ToldText()
                kind = named_kind(unwrap(value))
                self.brief.problems.at_current_line(
                    "BG404", f"'{name}' cannot print {kind}", FILTER_HINTS.get(name, LISTED), name
                )
                return ToldText()
            with_number = not (args or kwargs) or MoneyStyle.UNIT not in {*args, *kwargs.values()}
            return self.brief.worded(words, value, *args, *kwargs.values(), with_number=with_number)

        return apply

    @staticmethod
    def _takes(function: Callable[..., str | None], value: object) -> bool:
        """Whether a filter can print a value, if nothing more is asked of it."""
        try:
            return function(value) is not None
        except TypeError:
            return False

    def _of_joined(self, name: str, joined: str) -> Markup:
        """A text with the tokens of values in it: it can have a capital letter, and is no value itself."""
        if name != "capital":
            message, hint = f"'{name}' cannot print a text that was joined", f"write it at the value: value|{name}"
            self.brief.problems.at_current_line("BG404", message, hint, name)
            return ToldText()
        whole = without_markers(joined).lstrip()
        text = whole if isinstance(joined, Markup) else self.brief.tokens(whole)
        pieces: list[Markup] = []
        for piece in self.brief.slots.pieces(text):
            if isinstance(piece, str):
                pieces.append(Markup(piece if pieces else _capital(piece)))  # noqa: S704 - it was markup before
            elif isinstance(piece, TextSlot) and not pieces:
                pieces.append(self.brief.slots.token(replace(piece, text=_capital(piece.text))))
            else:
                pieces.append(self.brief.slots.token(piece))
        return Markup("").join(pieces)

    # ------------------------------------------------------------ figures

    def money(self, value: object, style: str = "words") -> str | None:
        """An amount of money; styles as in `MoneyStyle`."""
        quantity = quantity_of(value)
        if quantity is None or not is_style(MoneyStyle, style):
            return None
        derived = isinstance(value, Figure) and value.derived
        wording = self.brief.wording_of(value)
        words = worded = wording.money(quantity, MoneyStyle(style), derived=derived)
        if isinstance(value, Figure) and value.conversion and style in _WITH_MARK:
            words = self._told_of_rate(words, value.conversion, MoneyStyle(style))
        words = self._marked(value, words) if style in _WITH_MARK else words
        if style == MoneyStyle.SIGN:
            signed = worded if is_currency(quantity.unit) else None
            self._keep(words, parts_of_quantity(quantity, wording, derived=derived, signed=signed), value)
        return words

    def quantity(self, value: object, style: str = "words") -> str | None:
        """An amount of anything with its unit; styles as in `QuantityStyle`."""
        quantity = quantity_of(value)
        if quantity is None or not is_style(QuantityStyle, style):
            return None
        derived = isinstance(value, Figure) and value.derived
        wording = self.brief.wording_of(value)
        worded = wording.quantity(quantity, QuantityStyle(style), derived=derived)
        words = self._marked(value, worded) if style not in _WITHOUT_MARK else worded
        if style == QuantityStyle.SIGN:
            self._keep(words, parts_of_quantity(quantity, wording, derived=derived, signed=worded), value)
        return words

    def _keep(self, words: str, parts: FigureParts, value: object) -> None:
        """Let tables know the parts of a figure that was printed for one."""
        phrases = self.brief.wording.phrases
        if isinstance(value, Figure) and value.conversion:
            parts = parts.with_remark(phrases.converted)
        if isinstance(value, Figure) and value.contested:
            parts = parts.with_remark(phrases.contested)
        self.brief.figures[words] = parts

    def _told_of_rate(self, words: str, conversion: Conversion, style: MoneyStyle) -> str:
        """That an amount was converted, and in a sentence at which rate and whose."""
        phrases, fields = self.brief.wording.phrases, conversion.rate.fields
        if style is not MoneyStyle.WORDS:
            return self.brief.wording.remarked(words, phrases.converted)
        rate = self.brief.wording.rate(fields["rate"], str(fields["currency"]), str(fields["into"]))
        told = phrases.converted_at.format(rate=rate, whose=str(fields["whose"]))
        return self.brief.wording.remarked(words, told)

    def _marked(self, value: object, words: str) -> str:
        """The words for a figure, with a mark where sources differ on it or on what it was computed from."""
        is_contested = isinstance(value, Figure) and value.contested
        return self.brief.wording.contested(words) if is_contested else words

    def number(self, value: object, style: str = "words") -> str | None:
        """A count without its unit; styles as in `NumberStyle`."""
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        quantity = Quantity(Decimal(str(value))) if is_whole else quantity_of(value)
        if quantity is None or not is_style(NumberStyle, style):
            return None
        return self.brief.wording_of(value).number(quantity, NumberStyle(style))

    def percent(self, value: object, places: int = 1, style: str = "words") -> str | None:
        """A share in per cent; styles as in `PercentStyle`."""
        quantity = quantity_of(value)
        if quantity is None or not is_style(PercentStyle, style):
            return None
        return self._marked(value, self.brief.wording.share(quantity.op, _estimate(value), places, PercentStyle(style)))

    def measure(self, value: object) -> str | None:
        """An indicator with its interval, for tables: `43.0% [42.8% … 43.2%]`."""
        figure = value.figure if isinstance(value, Indicator) else value
        if not isinstance(figure, Figure):
            return None
        is_share = is_part_of_a_whole(figure)
        words = self.brief.wording.measure(figure.estimate, of_a_whole=is_share)
        self.brief.figures[words] = parts_of_measure(figure.estimate, self.brief.wording, of_a_whole=is_share)
        return words

    def growth(self, value: object, style: str = "words") -> str | None:
        """A change in words that refuses a direction where there is none; styles as in `ChangeStyle`."""
        if not isinstance(value, Change) or not is_style(ChangeStyle, style):
            return None
        words = self._marked(value.estimate, self.brief.wording.change(value, ChangeStyle(style)))
        if style == ChangeStyle.SIGN:
            self._keep(words, parts_of_change(value, self.brief.wording), value.estimate)
        return words

    def compared(self, value: object, against: object, style: str = "words") -> str | None:
        """How a figure changed, for the end of a sentence on it: `, and rose by about 5% from 2024`."""
        if not isinstance(value, Change) or not isinstance(against, Date) or style not in _IN_A_SENTENCE:
            return None
        wording = self.brief.wording
        earlier = wording.date(against), wording.date(against, DateStyle.ON)
        return self._marked(value.estimate, compared_in_words(value, earlier, wording, ChangeStyle(style)))

    def count(self, values: Sequence[object]) -> object:
        """How many there are, with the origins of all."""
        if isinstance(values, Undefined):
            return str(values)
        origin = origins(iter(values))
        formula = f"count of {len(values)} records"
        counted = Origin(origin.facts, formula) if origin else None
        return self.brief.shown(Quantity(Decimal(len(values))), counted)

    def fitted(
        self, values: Sequence[object], least: int = LEAST_OF_A_LIST, *, order: Sequence[object] | None = None,
        newest: bool = False,
    ) -> object:  # fmt: skip
        """The members that the brief's pages hold, at least the first of the order; all where it keeps to its pages."""
        if isinstance(values, Undefined):
            return str(values)
        order = tuple(reversed(values)) if newest and order is None else order
        return self.brief.ranked.stay(tuple(values), None if order is None else tuple(order), least)

    # ------------------------------------------------------------ dates, names

    def date(self, value: object, style: str = "long") -> str | None:
        """A date as finely as it is known."""
        if not isinstance(value, Date) or not is_style(DateStyle, style):
            return None
        return self.brief.dated(value, DateStyle(style))

    def planned(self, value: object, style: str = "long") -> str | None:
        """When something that is yet to happen is planned for; nothing else has such words."""
        if not isinstance(value, Item) or not value.is_planned or not is_style(DateStyle, style):
            return None
        return self.brief.wording.planned(value.dated, DateStyle(style))

    def name(self, value: object) -> str | None:
        """The name behind a code or id, or of an actor."""
        if isinstance(value, Actor):
            return self.name(value.person) if value.person else value.role or self.name(value.party)
        return self.brief.name(value) if isinstance(value, str) else self.brief.words(value)

    def adjective(self, value: object) -> str | None:
        """`Pakistani`, for a party."""
        party = next((p for p in self.brief.view.parties if p.id == value), None)
        return self.brief.words(party.adjective) if party else None

    def actor(self, value: object, date: object = None) -> str | None:
        """Name and office at a date: `Alexander Lukashenko, President of Belarus`."""
        if not isinstance(value, Actor):
            return None
        name = self.name(value)
        office = self.title_at(value, date) if isinstance(date, Date) else ""
        return f"{name}, {office}" if office else name

    def title_at(self, value: object, date: object = None) -> str | None:
        """The office a person held at a date; `then` or `former` where it is known to be over; empty where unknown."""
        key = value.person if isinstance(value, Actor) else value
        person = key if isinstance(key, Person) else self.brief.view.people.get(str(key))
        if not isinstance(date, Date):
            return None
        return title_at(person, date, self.brief.view.as_of, self.brief.wording) if person else ""

    def place(self, value: object) -> str | None:
        """City and country, said to be inferred where they are, or that it was online; empty where nothing is known."""
        if not isinstance(value, Venue):
            return None
        country = self.brief.name(value.country) if value.country else None
        wording, words = self.brief.wording, value.city or country or ""
        if value.city and country:
            words = wording.phrases.place.format(city=value.city, country=country)
        if value.online:
            words = wording.joined([part for part in (words, wording.phrases.online) if part])
        return wording.remarked(words, wording.phrases.inferred) if words and value.inferred else words

    def beside(self, value: object) -> str | None:
        """The event that a meeting stood beside: `beside the SCO summit`; empty where it stood for itself."""
        if not isinstance(value, Venue):
            return None
        host = self.brief.view.organisations.get(value.event or "")
        event = self.brief.words(host.event or host.name) if host else None
        return self.brief.wording.phrases.beside.format(event=event) if event else ""

    # ------------------------------------------------------------ words

    def address(self, value: object) -> str | None:
        """What a link to a page or a mailbox leads to: `[{{ contact.mail }}]({{ contact.mail|address }})`."""
        if not isinstance(value, str):
            return None
        return f"mailto:{value}" if "@" in value and "/" not in value else value

    def label(self, value: object, beside: object = None, count: int = 1) -> str | None:
        """The words for a kind, role or state, `joint commission`, in the form that stands behind a count.

        Empty where what stands beside says them already.
        """
        return self._label_in("", value, beside, count)

    def _label_in(self, field: str, value: object, beside: object = None, count: int = 1) -> str | None:
        is_kind = isinstance(value, str) or hasattr(value, "_value_")
        words = label(str(value), self.brief.wording, count, field) if is_kind else None
        said = self.brief.words(beside) if beside is not None else ""
        if words is None or said is None:
            return None
        return "" if words.casefold() in said.casefold() else words

    def of_field(self, name: str, value: object, function: Callable[..., str | None]) -> Callable[..., str | None]:
        """A filter for a value of the view: a word of a list may be worded as its field means it."""
        if name == "label" and isinstance(value, Shown) and value.of:
            return partial(self._label_in, value.of[-1][1])
        return function

    def unless_in(self, value: object, beside: object) -> object:
        """The value, unless the words beside it say it already; then it is missing."""
        if is_missing(value) or is_missing(beside):
            return value
        said, words = (self.brief.said_plainly(one).casefold() for one in (value, beside))
        if said not in words:
            return value
        if isinstance(value, Shown):
            self.brief.use.tell_beside(value.of)
        return MissingText()

    def says(self, value: object) -> object:
        """What a fact says in its own words, whatever its kind; missing where it has none."""
        from briefgen.compose.own_words import own_words

        return (own_words(value, self.brief) if isinstance(value, Shown) else None) or MissingText()

    def news(self, value: object) -> object:
        """One of `changes` in a sentence without its stop; of the day `since` the heading over them."""
        from briefgen.compose.news_in_words import news_in_words

        return (news_in_words(value, self.brief) if isinstance(value, Shown) else None) or MissingText()

    def field(self, value: object) -> str | None:
        """The name of a field of facts, in words: what a register tells of as inferred."""
        return self.brief.wording.phrases.fields.get(value) if isinstance(value, str) else None

    def capital(self, value: object) -> str | None:
        """With a capital first letter."""
        words = value if isinstance(value, str) else self.brief.words(value)
        return _capital(words) if words is not None else None


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _estimate(value: object) -> Estimate:
    found = estimate_of(value)
    if found is None:
        raise TypeError
    return found
