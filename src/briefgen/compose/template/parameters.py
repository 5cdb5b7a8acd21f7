"""What each function and filter of templates takes, declared once.

The check of a call (`argument_checks.py`), its hints and the table in docs/templates.md derive from here.
"""

from __future__ import annotations

import enum
from functools import cached_property
from itertools import chain, repeat
from typing import TYPE_CHECKING

from briefgen.compose.charts.charted_trade import ChartedFigures
from briefgen.compose.charts.timelines.timeline_forms import WantedForm
from briefgen.compose.structure.ranked_parts import LEAST_OF_A_LIST
from briefgen.compose.wording.wording_styles import (
    ChangeStyle,
    DateStyle,
    MoneyStyle,
    NumberStyle,
    PercentStyle,
    QuantityStyle,
)
from briefgen.model.charts import ChartKind
from briefgen.model.comparability import PeriodForm
from briefgen.model.document import CalloutKind
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class Takes(enum.Enum):
    """What an argument must be; the words are those of messages and of the documentation."""

    WORDS = "words"
    """Printed: a title, a note."""
    WORD = "one word of a list"
    NAME = "a text"
    """Looked up and never printed: a name, an id, a code, a reason."""
    FIELD = "the name of a field"
    """Of the members of the list before the bar."""
    WIDTHS = 'whole numbers with commas between, such as "30,70"'
    TRUTH = "true or false"
    WHOLE = "a whole number"
    COUNT = "a count"
    """A whole number, or how many there are: `treaties|count`."""
    SHARE = "a whole number from 10 to 100"
    PLACES = "a whole number from 0 to 9"
    TRADE = "a list of entries of `trade`"
    FIGURES = "a list of entries of `trade`, or of `series()`"
    FACTS = "a list of facts"
    LIST = "a list"
    IDS = "an id, or a list of ids"
    SOURCED = "values of the data"
    EXHIBIT = "a table, chart, timeline, picture or map"
    PICTURE = "a picture, the id of one, or the name of a file in templates/pictures/"
    ANY = "any value"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument."""

    name: str
    takes: Takes
    default: str = ""
    """As one writes it; empty where the argument must be given."""
    one_of: tuple[str, ...] = ()
    is_named: bool = False
    """Whether it is given by its name only: `note="..."`."""
    is_many: bool = False
    """Whether any number may follow, at least one."""

    said: str = ""
    """What a filter prints, where it is told more closely than by what it takes."""

    @property
    def told(self) -> str:
        """What it must be, in words."""
        return self.said or self.takes.value

    @property
    def is_needed(self) -> bool:
        """Whether a call without it says nothing."""
        return not self.default


@dataclass(frozen=True)
class Signature:
    """What a function or filter takes; of a filter, the value before the bar is the first."""

    example: str
    """As one writes a call."""
    parameters: tuple[Parameter, ...] = ()
    is_around: bool = False
    """Whether it stands around a text: `{% call table(...) %} ... {% endcall %}`."""
    is_open: bool = False
    """Whether what follows the last of its arguments is taken by another filter, or by a test."""
    at_least_one: tuple[str, ...] = ()
    """Arguments without all of which a call says nothing."""

    @cached_property
    def in_a_row(self) -> tuple[Parameter, ...]:
        """Those that may stand without their name."""
        return tuple(parameter for parameter in self.parameters if not parameter.is_named)

    @cached_property
    def takes_anything(self) -> bool:
        """Whether each of its arguments may be any value."""
        return all(parameter.takes is Takes.ANY for parameter in self.parameters)

    @cached_property
    def asks_for_a_field(self) -> bool:
        """Whether one of its arguments names a field of the value before the bar."""
        return any(parameter.takes is Takes.FIELD for parameter in self.parameters)

    def paired(self, values: Sequence[object]) -> Iterator[tuple[Parameter | None, object]]:
        """Each argument without a name and what is declared of it; None of what goes on to another filter or test."""
        row = self.in_a_row
        return zip(chain(row, repeat(row[-1] if row and row[-1].is_many else None)), values, strict=False)


def _named(name: str, takes: Takes, default: str = '""', one_of: tuple[str, ...] = ()) -> Parameter:
    return Parameter(name, takes, default, one_of, is_named=True)


def _style(styles: type[enum.StrEnum], default: str) -> Parameter:
    return Parameter("style", Takes.WORD, f'"{default}"', tuple(styles))


_NOTE, _NAME = _named("note", Takes.WORDS), _named("name", Takes.NAME)


def _of(said: str) -> Parameter:
    """The value before the bar, which the filter itself looks at."""
    return Parameter("value", Takes.ANY, said=said)


_VALUE, _VALUES = _of("any value"), Parameter("values", Takes.LIST)
_DATE = Parameter("date", Takes.ANY, "none", said="a date")
_CASE = Parameter("case_sensitive", Takes.TRUTH, "false")
_ATTRIBUTE = Parameter("attribute", Takes.FIELD, "none")

FUNCTIONS: Mapping[str, Signature] = {
    "table": Signature('{% call table("Caption") %} ... {% endcall %}', (
        Parameter("caption", Takes.WORDS, '""'), _named("rows", Takes.LIST, "none"), _NOTE,
        _named("widths", Takes.WIDTHS), _named("row_header", Takes.TRUTH, "true"),
        _named("turned", Takes.TRUTH, "false"), _named("dash", Takes.WORDS), _NAME,
    ), is_around=True),
    "callout": Signature('{% call callout("Title") %} ... {% endcall %}', (
        Parameter("title", Takes.WORDS, '""'),
        Parameter("kind", Takes.WORD, f'"{CalloutKind.SUMMARY}"', tuple(CalloutKind)),
    ), is_around=True),
    "key_figures": Signature("{% call key_figures() %} ... {% endcall %}", (
        _named("margin", Takes.TRUTH, "false"),
    ), is_around=True),
    "chart": Signature('{{ chart("bar", "Title", trade) }}', (
        Parameter("kind", Takes.WORD, one_of=tuple(ChartKind)), Parameter("title", Takes.WORDS),
        Parameter("years", Takes.FIGURES),
        _named("what", Takes.WORD, f'"{ChartedFigures.EXPORTS}"', tuple(ChartedFigures)),
        _named("length", Takes.WORD, one_of=tuple(PeriodForm)), _named("currency", Takes.NAME),
        _named("headline", Takes.WORDS), _NOTE, _NAME, _named("data", Takes.TRUTH, "false"),
    )),
    "timeline": Signature('{{ timeline("Title", events()) }}', (
        Parameter("title", Takes.WORDS), Parameter("items", Takes.FACTS),
        _named("form", Takes.WORD, f'"{WantedForm.AUTO}"', tuple(WantedForm)), _named("most", Takes.WHOLE, "0"),
        _named("headline", Takes.WORDS), _NOTE, _NAME,
    )),
    "picture": Signature('{{ picture("visit-2015", width=60) }}', (
        Parameter("picture", Takes.PICTURE), _named("width", Takes.SHARE, "100"), _named("caption", Takes.WORDS),
        _named("alt", Takes.WORDS), _NOTE, _NAME,
    )),
    "locator_map": Signature('{{ locator_map("Where the two lie") }}', (
        Parameter("title", Takes.WORDS), _NOTE, _NAME,
    )),
    "margin": Signature('{% call margin("Lead") %} ... {% endcall %}', (
        Parameter("lead", Takes.WORDS, '""'),
    ), is_around=True),
    "margin_note": Signature('{{ margin_note("Words") }}', (
        Parameter("words", Takes.WORDS), _named("lead", Takes.WORDS),
    )),
    "side_notes": Signature("{% call side_notes(chart(...)) %} ... {% endcall %}", (
        Parameter("exhibit", Takes.EXHIBIT),
    ), is_around=True),
    "ref": Signature('{{ ref("name") }}', (Parameter("name", Takes.NAME),)),
    "cite": Signature("{{ cite(visit) }}", (Parameter("values", Takes.SOURCED, is_many=True),)),
    "note": Signature("{{ note(visit.note) }}", (Parameter("text", Takes.WORDS),)),
    "typed": Signature("{{ typed('2030', 'the name of the agenda') }}", (
        Parameter("words", Takes.WORDS), Parameter("why", Takes.NAME, '""'),
    )),
    "prose": Signature('{{ prose("background") }}', (Parameter("name", Takes.NAME),)),
    "reference_list": Signature("{{ reference_list() }}"),
    "events": Signature("events(major=true, since=2015)", (
        _named("major", Takes.TRUTH, "false"), _named("since", Takes.WHOLE, "0"),
    )),
    "facts": Signature("facts()"),
    "find": Signature("find(recommendation.facts)", (Parameter("ids", Takes.IDS),)),
    "party": Signature('party("PAK")', (Parameter("code", Takes.NAME),)),
    "organisation": Signature('organisation("sco")', (Parameter("code", Takes.NAME),)),
    "periods": Signature("periods(years=3)", (
        _named("years", Takes.WHOLE, "0"), _named("months", Takes.TRUTH, "false"),
        _named("quarters", Takes.TRUTH, "false"), _named("half_years", Takes.TRUTH, "false"),
    )),
    "people": Signature("people()", (Parameter("others", Takes.LIST, "none"),)),
    "series": Signature('series("students")', (
        Parameter("indicator", Takes.NAME, '""'), _named("whose", Takes.NAME), _named("towards", Takes.NAME),
    )),
    "range": Signature("range(5)", (
        Parameter("from", Takes.WHOLE), Parameter("to", Takes.WHOLE, "none"), Parameter("step", Takes.WHOLE, "1"),
    )),
}  # fmt: skip
"""Function → what it takes."""

FILTERS: Mapping[str, Signature] = {
    "money": Signature('year.turnover|money("sign")', (_of("a figure of money"), _style(MoneyStyle, MoneyStyle.WORDS))),
    "quantity": Signature('value.figure|quantity("sign")', (
        _of("a figure of any unit"), _style(QuantityStyle, QuantityStyle.WORDS),
    )),
    "number": Signature('visits|count|number("spelled")', (
        _of("a count or measure"), _style(NumberStyle, NumberStyle.WORDS),
    )),
    "percent": Signature('year.shares[party.id]|percent(0, "sign")', (
        _of("a share"), Parameter("places", Takes.PLACES, "1"), _style(PercentStyle, PercentStyle.WORDS),
    )),
    "measure": Signature("indicator|measure", (_of("an indicator"),)),
    "growth": Signature('year.changes.turnover|growth("sign")', (
        _of("a change"), _style(ChangeStyle, ChangeStyle.WORDS),
    )),
    "compared": Signature("year.changes.turnover|compared(year.against)", (
        _of("a change"), Parameter("against", Takes.ANY, said="the period that it is held against"),
        Parameter("style", Takes.WORD, '"words"', ("words", "noun")),
    )),
    "total": Signature('visits|map(attribute="count")|total', (_VALUES,)),
    "sums": Signature('investments|sums("amount", by="stage")', (
        Parameter("values", Takes.FACTS), Parameter("field", Takes.FIELD), _named("by", Takes.FIELD),
    )),
    "cited": Signature("visits|cited", (
        Parameter("values", Takes.FACTS), Parameter("field", Takes.FIELD, '""'), _named("inferred", Takes.FIELD),
    )),
    "dated": Signature('body.sessions_held|dated("by")', (
        Parameter("values", Takes.FACTS), _style(DateStyle, DateStyle.SHORT),
    )),
    "parts": Signature('mechanisms|parts("sessions")', (
        Parameter("values", Takes.FACTS), Parameter("field", Takes.FIELD),
    )),
    "latest": Signature("body.sessions_held|latest", (Parameter("values", Takes.FACTS),)),
    "fitted": Signature("visits|fitted(least=2)", (
        _VALUES, Parameter("least", Takes.WHOLE, str(LEAST_OF_A_LIST)), _named("order", Takes.LIST, "none"),
        _named("newest", Takes.TRUTH, "false"),
    )),
    "at_most": Signature("forums|at_most(options.limit)", (_VALUES, Parameter("count", Takes.WHOLE))),
    "sayable": Signature("visits|sayable", (Parameter("values", Takes.FACTS),)),
    "when": Signature('body.created|when(body.state == "active")', (_VALUE, Parameter("condition", Takes.ANY))),
    "says": Signature("fact|says", (_of("a fact"),)),
    "news": Signature("change|news", (_of("one of `changes`, or `since`"),)),
    "unless_in": Signature("contact.city|unless_in(contact.name)", (
        _VALUE, Parameter("beside", Takes.ANY, said="a title or name"),
    )),
    "plural": Signature('visits|count|plural("visit", "visits")', (
        Parameter("count", Takes.COUNT), Parameter("one", Takes.WORDS), Parameter("other", Takes.WORDS),
    )),
    "newest": Signature("trade_periods|newest", (Parameter("values", Takes.TRADE),)),
    "last_years": Signature("trade_periods|last_years(3)", (
        Parameter("values", Takes.TRADE), Parameter("years", Takes.WHOLE, "0"),
    )),
    "reasons": Signature("trade|reasons", (Parameter("values", Takes.TRADE),)),
    "computed": Signature("trade|computed", (Parameter("values", Takes.TRADE),)),
    "other_claims": Signature("trade|other_claims", (Parameter("values", Takes.TRADE),)),
    "computed_earlier": Signature("trade|computed_earlier", (Parameter("values", Takes.TRADE),)),
    "growth_since": Signature("trade|growth_since", (Parameter("values", Takes.TRADE),)),
    "uncomputed": Signature("trade|uncomputed", (Parameter("values", Takes.TRADE),)),
    "seen": Signature("trade|seen", (
        Parameter("values", Takes.FIGURES),
        Parameter("what", Takes.WORD, f'"{ChartedFigures.EXPORTS}"', tuple(ChartedFigures)),
    )),
    "converted": Signature('year.turnover|converted("USD")', (
        _of("a figure of money, or a fact with a value and a period"), Parameter("currency", Takes.NAME),
        _named("others", Takes.TRUTH, "false"),
    )),
    "count": Signature("visits|count", (_VALUES,)),
    "length": Signature("visits|length", (_VALUES,)),
    "date": Signature('visit.date|date("short")', (_of("a date"), _style(DateStyle, DateStyle.LONG))),
    "planned": Signature('plan|planned("short")', (_of("one of `planned`"), _style(DateStyle, DateStyle.LONG))),
    "name": Signature("visit.host|name", (_of("a code, id or actor"),)),
    "adjective": Signature("party.id|adjective", (_of("the code of a party"),)),
    "address": Signature("contact.mail|address", (_of("the address of a page or a mailbox"),)),
    "actor": Signature("visit.visitor|actor(visit.date)", (_of("an actor"), _DATE)),
    "title_at": Signature("visit.visitor|title_at(visit.date)", (_of("a person or actor"), _DATE)),
    "place": Signature("visit.venue|place", (_of("a venue"),)),
    "beside": Signature("visit.venue|beside", (_of("a venue"),)),
    "label": Signature("visit.kind|label(visit.title)", (
        _of("a kind, role or state"), Parameter("beside", Takes.ANY, "none", said="a title or name"),
        Parameter("count", Takes.COUNT, "1"),
    )),
    "field": Signature("name|field", (_of("the name of a field"),)),
    "capital": Signature("visit.kind|label|capital", (_of("words"),)),
    "joined": Signature("names|joined", (_VALUES, Parameter("separator", Takes.WORDS, "none"))),
}  # fmt: skip
"""Filter → what it takes."""


def _default(name: str) -> Signature:
    instead = Parameter("default_value", Takes.ANY, '""')
    return Signature(f'visit.note|{name}("not stated")', (_VALUE, instead, Parameter("boolean", Takes.TRUTH, "false")))


def stock_filters(filters: tuple[str, ...], tests: tuple[str, ...]) -> Mapping[str, Signature]:
    """What the filters of the template language take; some pass on to another filter, or ask a test."""
    test = Parameter("test", Takes.WORD, "none", tests)
    attribute = Parameter("attribute", Takes.FIELD)
    by_test, by_field = (_VALUES, test), (_VALUES, attribute, test)
    return {
        "default": _default("default"), "d": _default("d"),
        "first": Signature("visits|first", (_VALUES,)), "last": Signature("visits|last", (_VALUES,)),
        "list": Signature("visits|list", (_VALUES,)), "reverse": Signature("visits|reverse", (_VALUES,)),
        "groupby": Signature('projects|groupby("kind")', (
            _VALUES, attribute, Parameter("default", Takes.ANY, "none"), _CASE,
        )),
        "map": Signature('visits|map(attribute="title")', (
            _VALUES, Parameter("filter", Takes.WORD, "none", filters), _named("attribute", Takes.FIELD, "none"),
            _named("default", Takes.ANY, "none"),
        ), is_open=True, at_least_one=("filter", "attribute")),
        "max": Signature("figures|max", (_VALUES, _CASE, _ATTRIBUTE)),
        "min": Signature("figures|min", (_VALUES, _CASE, _ATTRIBUTE)),
        "unique": Signature('visits|unique(attribute="kind")', (_VALUES, _CASE, _ATTRIBUTE)),
        "sort": Signature('visits|sort(attribute="date")', (
            _VALUES, Parameter("reverse", Takes.TRUTH, "false"), _CASE, _ATTRIBUTE,
        )),
        "select": Signature('names|select("defined")', by_test, is_open=True),
        "reject": Signature('names|reject("none")', by_test, is_open=True),
        "selectattr": Signature('visits|selectattr("kind", "equalto", "state")', by_field, is_open=True),
        "rejectattr": Signature('visits|rejectattr("kind", "equalto", "state")', by_field, is_open=True),
    }  # fmt: skip


_COMPARING = frozenset({"eq", "equalto", "==", "ne", "!=", "lt", "<", "gt", ">", "le", "<=", "ge", ">=", "in",
                        "divisibleby"})  # fmt: skip


def test_takes(name: str) -> Signature:
    """What a test takes: comparisons want something to compare with, all others nothing."""
    other = (Parameter("other", Takes.ANY),) if name in _COMPARING else ()
    return Signature(f"{{% if value is {name}{'(other)' if other else ''} %}}", (_VALUE, *other))
