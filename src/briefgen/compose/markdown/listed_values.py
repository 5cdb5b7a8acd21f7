"""Filters that put several values into one text, and words beside a count."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from jinja2.runtime import Undefined
from markupsafe import Markup

from briefgen.compose.values.template_value import Shown, unwrap
from briefgen.compose.wording.wording_styles import DateStyle
from briefgen.model.values.date import Date
from briefgen.model.view import Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.compose.brief_state import Brief

_TITLES = ("title", "name", "label", "value", "text")
"""What a fact is called by, the first that it has."""


class ListedValues:
    """The filters of one brief that list values in a sentence."""

    brief: Brief

    def plural(self, count: int, one: object, other: object) -> object:
        """The words of two that stand beside a count, as the brief's language has it."""
        return one if self.brief.wording.cldr.plural(count) == "one" else other

    def joined(self, values: Sequence[object], separator: str | None = None) -> Markup | str:
        """`a, b and c`, each value keeping its origin."""
        if isinstance(values, Undefined):
            return str(values)
        tokens = [self._token(value) for value in values]
        if separator is not None:
            return self._token(separator).join(tokens)
        return Markup(self.brief.wording.joined([str(token) for token in tokens]))  # noqa: S704 - tokens and joining words only

    def cited(self, values: Sequence[object], field: object = "", *, inferred: object = "") -> Markup | str:
        """Facts by their titles, or by another field, each with its sources: `a [1], b [2] and c [1,3]`.

        One whose field `inferred` no source states is said to be so.
        """
        if isinstance(values, Undefined):
            return str(values)
        named = self.brief.said_plainly(field) if field else ""
        of = self.brief.said_plainly(inferred) if inferred else ""
        tokens = [self._titled(value, named, of) + self.brief.cited([value]) for value in values]
        return Markup(self.brief.wording.joined([str(token) for token in tokens]))  # noqa: S704 - as in `joined`

    def dated(self, values: Sequence[object], style: str = DateStyle.SHORT) -> Markup | str:
        """Values that hold for a time, each with it: `secretaries (2023), deputies (2022)`; 7 by 30 June 2021.

        A count of no time says so: later ones may have been counted, or none.
        """
        if isinstance(values, Undefined):
            return str(values)
        phrases = self.brief.wording.phrases
        told = [self._with_time(one, DateStyle(style)) for one in values if isinstance(one, Shown)]
        return self.brief.tokens((phrases.listed_apart if style == DateStyle.BY else phrases.listed).in_a_row(told))

    def latest(self, values: Iterable[object]) -> object:
        """The newest of several facts, the undated oldest; of one time the preferred, else the first; none of none."""
        if isinstance(values, Undefined):
            return str(values)
        found = [item for value in values if isinstance(item := unwrap(value), Item)]
        return self.brief.shown(max(found, key=_newness)) if found else None

    def _with_time(self, one: Shown, style: DateStyle) -> str:
        words, time = self._token(one.field("value")), one.field("as_of")
        if not isinstance(time, Shown) or not isinstance(time.raw, Date):
            unknown = self.brief.wording.phrases.by_when_unstated
            return words + Markup(f", {self.brief.worded(unknown, None)}") if style is DateStyle.BY else words  # noqa: S704 - a token
        date = str(self.brief.worded(self.brief.wording.date(time.raw, style), time))
        phrases = self.brief.wording.phrases
        return (phrases.value_by if style is DateStyle.BY else phrases.value_at).format(value=words, date=date)

    def parts(self, values: Sequence[object], field: object) -> object:
        """The parts of several facts in one list: each as `part`, with the fact that it is `of`."""
        if isinstance(values, Undefined):
            return str(values)
        found = [(one, one.field(self.brief.said_plainly(field))) for one in values if isinstance(one, Shown)]
        return tuple({"of": one, "part": part} for one, parts in found if isinstance(parts, tuple) for part in parts)

    def _titled(self, value: object, named: str, inferred: str) -> Markup:
        """A fact's title, or what stands in its place; what is inferred is said to be so."""
        fields = value.raw.fields if isinstance(value, Shown) and isinstance(value.raw, Item) else {}
        of = named or next((name for name in _TITLES if fields.get(name)), "")
        if not isinstance(value, Shown) or not of:
            return Markup()
        guessed = fields.get("inferred")
        is_inferred = inferred and isinstance(guessed, tuple) and inferred in map(str, guessed)
        words, wording = self._token(value.field(of)), self.brief.wording
        return self.brief.tokens(wording.remarked(words, wording.phrases.inferred)) if is_inferred else words

    def _token(self, value: object) -> Markup:
        said = self.brief.said(value)
        is_markup = isinstance(value, Markup | Shown)
        return Markup(said) if is_markup else self.brief.tokens(said)  # noqa: S704 - Markup before, or a token


def _newness(item: Item) -> tuple[dt.date, dt.date, bool]:
    """By the end of its time: what was counted up to 2021 is newer than what was counted in 2015."""
    last, first = (
        (item.dated.upper or dt.date.max, item.dated.lower or dt.date.min) if item.dated else (dt.date.min,) * 2
    )
    return last, first, item.fields.get("status") == "preferred"
