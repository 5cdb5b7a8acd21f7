"""What is new since the edition before, in sentences: each value in them keeps its origin."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefgen.compose.own_words import own_words
from briefgen.compose.values.template_value import Shown
from briefgen.compose.wording.code_words import label
from briefgen.compose.wording.wording_styles import DateStyle, QuantityStyle
from briefgen.model.editions.differences import EditionChange
from briefgen.model.editions.edition_changes import CHANGE
from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Quantity
from briefgen.model.view import Figure, Item
from briefgen.records import replace

if TYPE_CHECKING:
    from markupsafe import Markup

    from briefgen.compose.brief_state import Brief

_CLAIM, _VALUE = "claim", "value"
"""What is stated of a time, such as a count of sessions, and its field."""
_SEVERAL = 2


def news_in_words(of: Shown, brief: Brief) -> Markup | None:
    """A change in a sentence without its stop, or the heading over those since a day; None of anything else."""
    if isinstance(of.raw, Date):
        return _Words(brief).say("since", date=of)
    is_change = isinstance(of.raw, Item) and of.raw.kind == CHANGE
    return _Sentence(of, brief).whole() if is_change else None


def edition_in_words(mark: str, as_of: Date, brief: Brief) -> Markup:
    """The heading over what was new in an edition."""
    return _Words(brief).say("edition", edition=mark, date=brief.shown(as_of, brief.view.origin))


class _Words:
    """Words of the wording, filled with tokens."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief

    def say(self, key: str, **filled: object) -> Markup:
        """An entry, each place filled with a value, with words of the wording or with what was said before."""
        said = {name: self.brief.said(value) for name, value in filled.items()}
        return self.brief.tokens(self.brief.wording.phrases.news[key].format(**said))


class _Sentence(_Words):
    """One change."""

    def __init__(self, change: Shown, brief: Brief) -> None:
        super().__init__(brief)
        self._change = change
        self._item: Item = change.raw  # type: ignore[assignment]  # who makes one has looked

    def whole(self) -> Markup:
        """The sentence for what became of it."""
        became = EditionChange(str(self._item.fields["change"]))
        match became:
            case EditionChange.STALE:
                return self.say("stale", what=self._kind(_SEVERAL), date=self._field("date"))
            case EditionChange.GONE:
                return self._gone()
            case EditionChange.WITHDRAWN:
                return self._withdrawn()
            case _ if self._item.fields["figure"]:
                return self._of_figure(became)
            case EditionChange.REVISED:
                return self._revised()
            case EditionChange.ADDED | EditionChange.PASSED | EditionChange.MOVED:
                return self.say(became.value, what=self._dated())

    def _field(self, name: str) -> object:
        return self._change.field(name)

    def _kind(self, count: int = 1) -> str:
        """The words for the kind of the fact, in the form that stands behind a count."""
        kind = str(self._item.fields["of"])
        return label(kind, self.brief.wording, count) or kind.replace("_", " ")

    def _gone(self) -> Markup:
        count = int(str(self._item.fields["count"]))
        words = self.brief.wording.number(Quantity(Decimal(count)))
        return self.say("gone", count=self.brief.worded(words, self._change), what=self._kind(count))

    def _withdrawn(self) -> Markup:
        kind = self._kind()
        is_dated = self._item.fields["date"] is not None
        return self.say("withdrawn", what=self.say("dated", what=kind, date=self._field("date")) if is_dated else kind)

    # ------------------------------------------------------------ facts

    def _named(self) -> object:
        """What the fact is called; of a part its whole with what the part is, of what has no name what it says."""
        about = self._field("about")
        is_part = isinstance(about, Shown) and isinstance(about.raw, Item) and about.raw.id != self._item.id
        if self._item.fields["what"]:
            whole = self._field("what")
            return self.say("part", whole=whole, kind=self._part()) if is_part else whole
        words = own_words(about, self.brief) if isinstance(about, Shown) else None
        return self.say("untitled", kind=self._kind(), words=words) if words else self._kind()

    def _part(self) -> str:
        """What a part is; of a value that is stated for a time, what it counts."""
        return self._field_name(str(self._item.fields["part"])) if self._item.fields["of"] == _CLAIM else self._kind()

    def _field_name(self, name: str) -> str:
        return self.brief.wording.phrases.fields.get(name, name.replace("_", " "))

    def _dated(self) -> object:
        """With its day, unless its own words are all that it is called by: they tell it; of a plan that it is one."""
        if plan := self._of_plan():
            return plan
        is_told = not self._item.fields["what"] or not self._item.fields["date"]
        return self._named() if is_told else self.say("dated", what=self._named(), date=self._field("date"))

    def _revised(self) -> Markup:
        name = str(self._item.fields["field"])
        field, values = self._field_name(name), self._values("new", "old")
        if values is None:
            return self.say("reworded", what=self._of_plan() or self._named(), field=field)
        if self._item.fields["of"] == _CLAIM and name == _VALUE and self._item.fields["what"]:
            return self.say("revised", what=self._field("what"), field=self._part(), values=values)
        return self.say("revised", what=self._of_plan() or self._named(), field=field, values=values)

    def _of_plan(self) -> object:
        """What is planned, with the word that it is; None of what is not."""
        about = self._field("about")
        if not isinstance(about, Shown) or not isinstance(about.raw, Item) or not about.raw.is_planned:
            return None
        words = self.brief.wording.planned(about.raw.dated)
        return self.say("dated", what=self._named(), date=self.brief.worded(words, about))

    # ------------------------------------------------------------ figures

    def _of_figure(self, became: EditionChange) -> Markup:
        if became is EditionChange.ADDED:
            return self.say("figure_added", what=self._figure(), value=self._value("figure"))
        return self.say(f"figure_{became.value}", what=self._figure(), values=self._values("figure", "was"))

    def _figure(self) -> Markup:
        """`turnover in 2019`."""
        figure, wording = self._field("figure"), self.brief.wording
        period = self._item.fields["period"]
        when = wording.date(period, DateStyle.ON) if isinstance(period, Date) else ""
        return self.say("figure", of=self._subject(), when=self.brief.worded(when, figure, with_number=False))

    def _subject(self) -> object:
        """What the figure is of."""
        fields, phrases = self._item.fields, self.brief.wording.phrases
        if fields["series"]:
            return self._field("series")
        figure = self._field("figure")
        if fields["name"]:
            named = {"turnover": phrases.turnover, "balance": phrases.balance}
            return named[str(fields["name"])]
        party = next(party for party in self.brief.view.parties if party.id == fields["party"])
        words = phrases.exports_of.format(adjective=self.brief.words(party.adjective) or "")
        return self.brief.worded(words, figure, with_number=False)

    def _values(self, new: str, old: str) -> Markup | None:
        """The value and the one before, as far as they are printed; None where not even the new one is."""
        value = self._value(new)
        if value is None:
            return None
        if self._item.fields[old] is None:
            return self.say("now", new=value)
        return self.say("now_and_before", new=value, old=self._value(old))

    def _value(self, name: str) -> object:
        """A value in its usual words, a word of a list in those that its field has for it; None of one without."""
        value = self._field(name)
        match value.raw if isinstance(value, Shown) else None:
            case Figure() as figure:
                return self._of_known(figure, value)
            case str() as code:
                words = label(code, self.brief.wording, field=str(self._item.fields["field"]))
                return self.brief.worded(words, value) if words else None
            case _:
                return value

    def _of_known(self, figure: Figure, value: object) -> Shown:
        """A figure, without a unit that stands in what it is of, and marked where sources differ on it."""
        wording, of = self.brief.wording_of(figure), self._item.fields["series"]
        named = (self.brief.words(of) or "") if of else ""
        is_named = wording.unit(replace(figure.quantity, value=Decimal(_SEVERAL))) in named.split()
        style = QuantityStyle.COUNT if is_named else QuantityStyle.WORDS
        words = wording.quantity(figure.quantity, style, derived=figure.derived)
        return self.brief.worded(wording.contested(words) if figure.contested else words, value)
