"""What a text of the relation asks for between braces: looked up, put into words, and left behind as a token.

Filters are those of templates, and take what is declared of them. What is wrong is told at its place in the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, assert_never

from markupsafe import Markup

from briefgen.compose.source.template_problems import suggestion
from briefgen.compose.template.argument_kinds import Wrong, fitted, what_is
from briefgen.compose.template.call_shapes import Call
from briefgen.compose.template.filters import Filters
from briefgen.compose.template.parameters import FILTERS
from briefgen.compose.template.picture_function import picture_of, with_room
from briefgen.compose.values.placeholders import BlockSlot
from briefgen.compose.values.template_value import Shown, field_names, unwrap
from briefgen.diagnostics import Diagnostic, Place, Severity
from briefgen.model.values.date import parse_date
from briefgen.model.values.prose_text import ProseCall
from briefgen.model.values.quantity import Quantity
from briefgen.model.view import Item, values_of_series, year_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefgen.compose.brief_state import Brief
    from briefgen.compose.template.parameters import Parameter, Signature
    from briefgen.model.values.prose_text import Argument, Asked, FieldStep, FilterStep, TextSpot
    from briefgen.model.view import Figure, TradeYear, View

_A_DATE = "a date"
"""What a filter says of an argument that is a date: prose writes it in quotes."""
_CONTESTED = "contested"


class _Told(Exception):  # noqa: N818 - not an error: ends one value whose problem was reported
    pass


class ProseValues:
    """The values that the texts of one brief print."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._filters = Filters(brief)

    @cached_property
    def _disputed(self) -> frozenset[str]:
        return frozenset(_disputed(self._brief.view))

    def token(self, asked: Asked, path: str, record: str = "") -> Markup:
        """What stands in the text for what it asks for; nothing where that was wrong, which is told.

        Of a text in a record of a file that holds several, `record` is its id: what is wrong is told of the record.
        """
        asking = _Asking(self._brief, self._filters, self._brief.items, self._disputed, path, record)
        match asked.call:
            case ProseCall.FACT | ProseCall.TRADE | ProseCall.SERIES:
                return asking.printed(asked)
            case ProseCall.PICTURE:
                return asking.placed(asked)
            case _:
                assert_never(asked.call)


def _disputed(view: View) -> Iterator[str]:
    """Ids of the rows of trade behind figures that sources differ on."""
    for year in view.trade:
        figures: list[Figure] = [*year.exports.values(), *filter(None, (year.turnover, year.balance))]
        yield from (fact.fact for figure in figures if figure.contested for fact in figure.origin.facts)


class _Asking:
    """One value of a text in one file."""

    def __init__(
        self, brief: Brief, filters: Filters, items: Mapping[str, Item],
        disputed: frozenset[str], path: str, record: str,
    ) -> None:  # fmt: skip
        self._brief, self._items, self._disputed = brief, items, disputed
        self._own, self._filters = filters, filters.plain()
        self._path, self._record = path, record

    def printed(self, asked: Asked) -> Markup:
        """The token."""
        try:
            return self._token(asked)
        except _Told:
            return Markup()

    def placed(self, asked: Asked) -> Markup:
        """The token of a picture."""
        item = self._items.get(asked.id)
        found = picture_of(self._brief, item) if item else None
        if found is None:
            hint = suggestion(asked.id, [key for key, one in self._items.items() if picture_of(self._brief, one)])
            self._tell("BG422", Severity.ERROR, asked.spot, f"there is no picture '{asked.id}'", hint)
            return Markup()
        if not with_room(self._brief, found, Place(self._path, *asked.spot)):
            return Markup()
        return self._brief.slots.token(BlockSlot(lambda: (found.placed(self._brief),)))

    def _wrong(self, code: str, spot: TextSpot, message: str, hint: str) -> _Told:
        self._tell(code, Severity.ERROR, spot, message, hint)
        return _Told()

    def _tell(self, code: str, severity: Severity, spot: TextSpot, message: str, hint: str) -> None:
        place = Place(self._path) if self._record else Place(self._path, *spot)
        self._brief.problems.report.add(Diagnostic(code, severity, place, message, hint, about=self._record))

    def _token(self, asked: Asked) -> Markup:
        found = self._asked_for(asked)
        value, spot = self._brief.shown(found), asked.spot
        for step in asked.fields:
            value, spot = self._field(value, step, asked.said), step.spot
        is_contested = isinstance(found, Item) and self._is_contested(found)
        for named in asked.filters:
            value, spot = self._filtered(value, named, is_contested=is_contested), named.spot
        return self._final(value, spot, has_filter=bool(asked.filters))

    def _asked_for(self, asked: Asked) -> object:
        """The fact, period of trade or value of a series."""
        view = self._brief.view
        found: Item | TradeYear | None
        match asked.call:
            case ProseCall.FACT | ProseCall.PICTURE:
                found, known = self._items.get(asked.id), [*self._items]
            case ProseCall.TRADE:
                every = (*view.trade, *view.trade_periods)
                found, known = year_of(every, asked), list(dict.fromkeys(str(year.period) for year in every))
            case ProseCall.SERIES:
                return self._of_series(asked)
            case _:
                assert_never(asked.call)
        if found is None:
            what = "fact" if asked.call is ProseCall.FACT else "period of trade"
            raise self._wrong("BG422", asked.spot, f"there is no {what} '{asked.id}'", suggestion(asked.id, known))
        return found

    def _of_series(self, asked: Asked) -> object:
        """The one value of a series; that there is none, or more than one, is told."""
        found = values_of_series(self._brief.view.series, asked)
        if len(found) == 1:
            return found[0]
        named = [one for one in self._brief.view.series if one.indicator.id == asked.id]
        if found:
            sides = [f'whose="{one.whose}"' for one in named]
            if len({one.definition for one in named}) > 1:
                sides += [f'definition="{one.definition}"' for one in named if one.definition]
            message, hint = (
                f"'{asked.id}' has {len(found)} figures of {asked.period}",
                f"say which: {' or '.join(dict.fromkeys(sides))}",
            )
        elif named:
            message = f"'{asked.id}' has no figure of {asked.period} like that"
            hint = suggestion(asked.period, [str(value.period) for one in named for value in one.values])
        else:
            message = f"there is no series '{asked.id}'"
            hint = suggestion(asked.id, [one.indicator.id for one in self._brief.view.series])
        raise self._wrong("BG422", asked.spot, message, hint)

    # ------------------------------------------------------------ fields

    def _field(self, value: object, step: FieldStep, of: str) -> object:
        if isinstance(value, Mapping) and step.name in value:
            return value[step.name]
        bare = unwrap(value)
        names = sorted(value) if isinstance(value, Mapping) else field_names(bare) if isinstance(value, Shown) else []
        if not isinstance(value, Shown) or step.name not in names:
            hint = suggestion(step.name, names, what="it has") if names else "print it as it is: it has no fields"
            raise self._wrong("BG422", step.spot, f"{what_is(value)} has no field '{step.name}'", hint)
        found = value.field(step.name)
        if found is None or found in ((), "", {}):
            hint = "fill it in, or write the text without it: prose cannot ask whether something is there"
            raise self._wrong("BG422", step.spot, f"'{step.name}' of '{of}' is empty", hint)
        return found

    # ------------------------------------------------------------ filters

    def _filtered(self, value: object, named: FilterStep, *, is_contested: bool) -> Shown:
        function, signature = self._filters.get(named.name), FILTERS.get(named.name)
        if function is None or signature is None:
            what = "a filter of sections alone" if signature else "no filter"
            hint = suggestion(named.name, self._filters, what="there are")
            raise self._wrong("BG423", named.spot, f"'{named.name}' is {what}", hint)
        row, by_name = self._arguments(named, signature)
        words = _applied(self._own.of_field(named.name, value, function), unwrap(value), *row, **by_name)
        if words is None:
            raise self._unfit(value, named)
        if not words:
            hint = "enter what is missing, or write the text without it"
            raise self._wrong("BG422", named.spot, f"'{named.name}' has no words here: nothing is on record", hint)
        if isinstance(unwrap(value), Quantity) and is_contested:
            words = self._brief.wording.contested(words)
        return self._brief.worded(words, value, *row, *by_name.values())

    def _is_contested(self, item: Item) -> bool:
        return item.id in self._disputed or str(item.fields.get("status")) == _CONTESTED

    def _unfit(self, value: object, named: FilterStep) -> _Told:
        bare = unwrap(value)
        fitting = sorted(name for name, function in self._filters.items() if _applied(function, bare))
        if isinstance(bare, Item):
            hint = "name one field of it before the filter, such as .title"
        else:
            hint = f"it can be printed by: {', '.join(fitting)}" if fitting else "print another field"
        return self._wrong("BG423", named.spot, f"'{named.name}' cannot print {what_is(value)}", hint)

    def _arguments(self, named: FilterStep, signature: Signature) -> tuple[list[object], dict[str, object]]:
        """What the filter is given, held to what it takes."""
        row = [argument for argument in named.arguments if not argument.name]
        by_name = {argument.name: argument for argument in named.arguments if argument.name}
        known = {parameter.name: parameter for parameter in signature.parameters}
        shape = Call(named.name, signature, len(row) + 1, tuple(by_name), before=1, is_around=False)
        with self._told_at(named.spot, signature):
            shape.check()
        pairs = zip(signature.in_a_row[1:], row, strict=False)
        given = [self._fitted(named.name, parameter, argument, signature) for parameter, argument in pairs]
        others = {key: self._fitted(named.name, known[key], one, signature) for key, one in by_name.items()}
        return given, others

    @contextmanager
    def _told_at(self, spot: TextSpot, signature: Signature) -> Iterator[None]:
        """What is wrong with a call, at its place."""
        try:
            yield
        except Wrong as wrong:
            hint = wrong.hint or f"write it as |{signature.example.partition('|')[2]}"
            raise self._wrong("BG423", spot, wrong.message, hint) from None

    def _fitted(self, name: str, parameter: Parameter, argument: Argument, signature: Signature) -> object:
        with self._told_at(argument.spot, signature):
            if parameter.said != _A_DATE:
                return unwrap(fitted(name, parameter, argument.value, self._brief))
            try:
                return parse_date(str(argument.value))
            except ValueError:
                hint = f'write a date in quotes: |{name}("2015-05-29")'
                raise Wrong(f"'{argument.value}' is no date", hint) from None

    # ------------------------------------------------------------ printing

    def _final(self, value: object, spot: TextSpot, *, has_filter: bool) -> Markup:
        if isinstance(value, Shown) and self._brief.words(value.raw) is not None:
            if not has_filter:
                self._tell_code(value.raw, spot)
            return self._brief.printed(value)
        bare = unwrap(value)
        names = field_names(bare) if isinstance(value, Shown) else []
        hint = f"name one field of it, such as .{_first(names)}" if names else "prose prints single values: choose one"
        if isinstance(bare, bool):
            hint = "say it in words: prose prints no yes or no"
        raise self._wrong("BG422", spot, f"{what_is(value)} cannot be printed", hint)

    def _tell_code(self, raw: object, spot: TextSpot) -> None:
        """Warn of a code that readers would see as it stands in a file."""
        if hasattr(raw, "_value_"):
            name = "label"
        elif isinstance(raw, str) and self._brief.name(raw) not in (None, raw):
            name = "name"
        else:
            return
        message = f"the code '{raw}' is printed as it stands"
        self._tell("BG425", Severity.WARNING, spot, message, f"print it in words: |{name}")


def _applied(function: Callable[..., str | None], *args: object, **kwargs: object) -> str | None:
    """The words of a filter; None where it does not take such a value."""
    try:
        return function(*args, **kwargs)
    except TypeError:
        return None


def _first(names: list[str]) -> str:
    return next((name for name in ("title", "name", "text", "turnover", "figure") if name in names), names[0])
