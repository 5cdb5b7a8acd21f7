"""The entries of the wording: each is declared here, with what it is for and what it is handed.

What they say stands in `templates/wording/`, per language; an entry that is not declared is refused there, and one that
a language lacks too.
"""

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from inspect import get_annotations
from typing import Annotated, Any, get_args, get_origin

from briefgen.model.audience_choices import MemoField
from briefgen.model.comparability import Bar
from briefgen.model.facts.clearings import UNCLEARED, BriefState
from briefgen.model.timelines import TimeSign
from briefgen.model.values.date import Precision
from briefgen.model.values.map_frames import Bearing
from briefgen.model.values.quantity import Op
from briefgen.model.values.sensitivity import Sensitivity
from briefgen.model.wording.declared_entries import Declaration, Entries, Entry, ListOf, OfFacts
from briefgen.model.wording.news import NEWS
from briefgen.model.wording.patterns import NOTHING, Handed, Pattern, handed
from briefgen.records import dataclass


def _each(about: str, keys: Any, what: Handed = NOTHING) -> Entries:  # noqa: ANN401 - an enumeration or words
    return Entries(about, {str(key): what for key in keys})


_NUMBER = handed("number")
_DATE = handed("date")
_EITHER_FORM = handed(either=("number", "in_words"))
_RANGE = handed("low", "high")
_BOUNDED = ("estimate", "low", "high")
"""A change, and the least and the most that it can be, all without a sign."""
_EITHER_WAY = ("low", "high", "fall", "rise")
"""The bounds of a change with their signs, and how far it can fall and rise, without."""
_AT_MOST = ("estimate", "high")
"""A change whose least is next to nothing, and the most that it can be."""
_SHOWN = ("change", "earlier", "then")
"""A change in words, and the earlier time: `2024`, and `in 2024`."""
_COMPARED = handed("change", optional=("earlier", "then"))
LABEL = handed(by="count")
"""A label may have a form for one and a form for several."""
_COUNT = ("count",)
_UNIT = handed("unit")
_SERIES = handed("series", "start", "end")
_ENDS, _FLOWS = handed("start", "end"), handed("party", "other")
_EXTREME = handed("series", "label", "when")
_STATES = {
    BriefState.DRAFT: handed("edition"), BriefState.FOR_CLEARANCE: handed("edition"),
    BriefState.CLEARED: handed("name", "date"),
}  # fmt: skip
_LABELS = tuple(label.word for label in Sensitivity)
_BY_UNIT = ("bar", "column", "stacked", "line", "area", "pie", "dot")


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language's words, in the tone of one audience."""

    # numbers
    operators: Annotated[Mapping[str, Pattern], _each("A number in a sentence, by what is known of it.", Op, _NUMBER)]
    signs: Annotated[
        Mapping[str, Pattern],
        _each("A number in a table or chart, by the same; `in_words` is what `operators` say.", Op, _EITHER_FORM),
    ]
    edges: Annotated[
        Mapping[str, Pattern],
        _each("The least and the greatest share that can be printed.", (Op.LESS_THAN, Op.MORE_THAN), _NUMBER),
    ]
    scales: Annotated[
        Mapping[str, str], _each("Steps of a thousand, behind a number.", ("thousand", "million", "billion"))
    ]
    small_numbers: Annotated[tuple[str, ...], ListOf("Zero to nine.", 10)]
    ordinals: Annotated[tuple[str, ...], ListOf("First to fourth.", 4)]
    ordinal: Annotated[
        Pattern, Entry("A place in a row, by the ordinal category of its number.", handed("number", by="number"))
    ]
    between: Annotated[Pattern, Entry("A range of numbers, or of dates.", _RANGE)]
    below_zero: Annotated[Pattern, Entry("In a sentence: a number below zero.", _NUMBER)]
    per_cent: Annotated[str, Entry("The unit of an axis.")]
    contested: Annotated[str, Entry("Marks a figure that sources differ on.")]
    remarked: Annotated[
        Pattern,
        Entry("Words with a mark behind them, such as the last, `inferred` or `converted`.", handed("words", "remark")),
    ]
    bracketed: Annotated[
        Pattern, Entry("What a template sets in brackets, with what stands around it.", handed("words"))
    ]
    interval: Annotated[str, Entry("Head of a column: what the figures beside it may be.")]
    remark: Annotated[str, Entry("Head of such a column that holds other words alone.")]
    rate: Annotated[Pattern, Entry("A rate of exchange.", handed("number", "quoted", "base"))]
    converted: Annotated[str, Entry("Marks an amount in a table that was stated in another currency.")]
    converted_at: Annotated[Pattern, Entry("In a sentence: at which rate, and whose.", handed("rate", "whose"))]
    gap_in_unit: Annotated[str, Entry("In a panel of a chart, where another panel has the figure.")]
    other_unit: Annotated[str, Entry("In a table, for a figure that is in another unit.")]

    # changes
    up: Annotated[Pattern, Entry("A rise that is certain.", handed(optional=_BOUNDED))]
    down: Annotated[Pattern, Entry("A fall that is certain.", handed(optional=_BOUNDED))]
    up_exactly: Annotated[Pattern, Entry("A rise of just what is printed.", handed("estimate"))]
    down_exactly: Annotated[Pattern, Entry("Such a fall.", handed("estimate"))]
    up_rounded: Annotated[Pattern, Entry("A rise whose bounds are printed alike, and rounded.", handed("estimate"))]
    down_rounded: Annotated[Pattern, Entry("Such a fall.", handed("estimate"))]
    up_to: Annotated[Pattern, Entry("A rise that may be next to nothing.", handed(optional=_AT_MOST))]
    down_to: Annotated[Pattern, Entry("Such a fall.", handed(optional=_AT_MOST))]
    rise: Annotated[Pattern, Entry("A rise, as a noun.", handed(optional=_BOUNDED))]
    fall: Annotated[Pattern, Entry("A fall, as a noun.", handed(optional=_BOUNDED))]
    rise_exactly: Annotated[Pattern, Entry("A rise of just what is printed, as a noun.", handed("estimate"))]
    fall_exactly: Annotated[Pattern, Entry("Such a fall, as a noun.", handed("estimate"))]
    rise_rounded: Annotated[Pattern, Entry("A rise that is printed rounded, as a noun.", handed("estimate"))]
    fall_rounded: Annotated[Pattern, Entry("Such a fall, as a noun.", handed("estimate"))]
    rise_to: Annotated[Pattern, Entry("A rise that may be next to nothing, as a noun.", handed(optional=_AT_MOST))]
    fall_to: Annotated[Pattern, Entry("Such a fall, as a noun.", handed(optional=_AT_MOST))]
    no_change: Annotated[str, Entry("Two figures that are certainly the same.")]
    unchanged: Annotated[
        Pattern, Entry("No certain direction, and at most five per cent either way.", handed(optional=_EITHER_WAY))
    ]
    unclear: Annotated[
        Pattern, Entry("No certain direction, and possibly more than that.", handed(optional=_EITHER_WAY))
    ]
    no_fall: Annotated[Pattern, Entry("A rise, or no change at all.", handed(optional=_EITHER_WAY))]
    no_rise: Annotated[Pattern, Entry("A fall, or no change at all.", handed(optional=_EITHER_WAY))]
    hardly_risen: Annotated[
        Pattern, Entry("A rise of at most five per cent, or no change at all.", handed(optional=_EITHER_WAY))
    ]
    hardly_fallen: Annotated[
        Pattern, Entry("A fall of at most five per cent, or no change at all.", handed(optional=_EITHER_WAY))
    ]
    compared: Annotated[Pattern, Entry("Behind a figure: how it changed.", _COMPARED)]
    compared_briefly: Annotated[Pattern, Entry("The same with the change as a noun.", _COMPARED)]
    not_told: Annotated[Pattern, Entry("Behind a figure: that no direction is certain.", handed(optional=_SHOWN))]
    not_risen: Annotated[Pattern, Entry("The same of a rise, or no change.", handed(optional=_SHOWN))]
    not_fallen: Annotated[Pattern, Entry("The same of a fall, or no change.", handed(optional=_SHOWN))]
    not_compared: Annotated[
        Mapping[str, Pattern], _each("Why figures of two periods are not held against each other.", Bar, handed("what"))
    ]
    periods_between: Annotated[Pattern, Entry("Of several periods, not of two.", _RANGE)]
    not_compared_of: Annotated[Pattern, Entry("Of some figures alone.", handed("figures", "periods"))]

    # dates
    on_day: Annotated[Pattern, Entry("In a sentence: on a day.", _DATE)]
    in_span: Annotated[Pattern, Entry("In a sentence: in a month, a year or a part of one.", _DATE)]
    from_to: Annotated[Pattern, Entry("In a sentence: from a date to another.", handed("dates"))]
    since: Annotated[Pattern, Entry("From a date on.", _DATE)]
    until: Annotated[Pattern, Entry("Up to a date.", _DATE)]
    by_when_unstated: Annotated[str, Entry("Behind a count of which no date is stated.")]
    about_date: Annotated[Pattern, Entry("An approximate date.", _DATE)]
    uncertain: Annotated[Mapping[str, Pattern], _each("An uncertain date, by how finely it is told.", Precision, _DATE)]
    uncertain_short: Annotated[
        Pattern,
        Entry(
            "The same in a table or chart; `in_words` is what `uncertain` says.", handed(either=("date", "in_words"))
        ),
    ]
    uncertain_named: Annotated[
        Pattern,
        Entry(
            "The same as the name of a period beside others; `in_words` is what `uncertain` says.",
            handed(either=("date", "in_words")),
        ),
    ]
    parts_of_year: Annotated[
        Mapping[str, Pattern],
        _each(
            "Parts of a year in a sentence.", ("quarter", "half_year"), handed("year", optional=("ordinal", "number"))
        ),
    ]
    parts_of_year_short: Annotated[
        Mapping[str, Pattern],
        _each("Parts of a year in a table.", ("quarter", "half_year"), handed("year", optional=("ordinal", "number"))),
    ]
    fiscal_year: Annotated[Pattern, Entry("A fiscal year in a sentence.", handed("year"))]
    fiscal_year_short: Annotated[Pattern, Entry("A fiscal year in a table.", handed("year"))]
    fiscal_year_from: Annotated[
        Pattern, Entry("Where fiscal years of several beginnings are told.", handed("year", "begins"))
    ]
    fiscal_year_from_short: Annotated[Pattern, Entry("The same in a table.", handed("year", "begins"))]
    span_short: Annotated[Pattern, Entry("From a date to another in a table or chart.", _RANGE)]
    value_at: Annotated[Pattern, Entry("A value that holds for a time, with it.", handed("value", "date"))]
    value_by: Annotated[Pattern, Entry("The same of what was counted by a date.", handed("value", "date"))]
    listed: Annotated[Pattern, Entry("Dates, or values with theirs, in a row.", handed("before", "after"))]
    listed_apart: Annotated[Pattern, Entry("The same where each may have commas in it.", handed("before", "after"))]
    planned: Annotated[Pattern, Entry("What is to happen on a date.", _DATE)]
    planned_until: Annotated[Pattern, Entry("What is to happen up to a date.", _DATE)]
    planned_undated: Annotated[str, Entry("What is to happen on no date that is known.")]

    # offices, parties and places
    former: Annotated[Pattern, Entry("An office that was over before.", handed("title"))]
    acting: Annotated[Pattern, Entry("An office held for the time being.", handed("title"))]
    then: Annotated[Pattern, Entry("An office held at the time, and over since.", handed("title"))]
    with_portfolio: Annotated[
        Pattern, Entry("An office whose title does not say which fields it covers.", handed("title", "portfolio"))
    ]
    held: Annotated[Pattern, Entry("An office, with the dates on which it was held.", handed("title", "dates"))]
    exports_of: Annotated[Pattern, Entry("A party's exports, in a list of figures.", handed("adjective"))]
    turnover: Annotated[str, Entry("In such a list.")]
    balance: Annotated[str, Entry("In such a list.")]
    direction: Annotated[Pattern, Entry("From one party to the other, as a name of a series.", handed("one", "other"))]
    surplus: Annotated[Pattern, Entry("What a chart of the balance shows.", handed("party"))]
    world: Annotated[str, Entry("All countries.")]
    inferred: Annotated[str, Entry("Marks a place or time that no source states.")]
    online: Annotated[str, Entry("Where nobody met in a room.")]
    place: Annotated[Pattern, Entry("A city with its country.", handed("city", "country"))]
    beside: Annotated[Pattern, Entry("Where a meeting stood beside an event.", handed("event"))]
    and_: Annotated[str, Entry("Before the last of a list.")]

    # the front page and the running heads
    memo: Annotated[Mapping[str, str], _each("Labels of the memo line.", MemoField)]
    states: Annotated[Mapping[str, Pattern], Entries("What a memo line says of the state of a brief.", _STATES)]
    state_marks: Annotated[Mapping[str, str], _each("The same at the head and foot of each page.", BriefState)]
    portions: Annotated[Mapping[str, str], _each("Before a portion, by the strictest label of what it tells.", _LABELS)]
    portion_labels: Annotated[Mapping[str, str], _each("What such a mark means, in the memo line.", _LABELS)]
    numbered_copy: Annotated[Pattern, Entry("Which copy a numbered one is.", handed("number", "total"))]
    watermarks: Annotated[Mapping[str, str], _each("The same behind the text of each page.", UNCLEARED)]
    page: Annotated[Pattern, Entry("At the foot of a page.", handed("page", "pages"))]
    as_of: Annotated[Pattern, Entry("The day whose state a brief shows.", _DATE)]
    next_review: Annotated[Pattern, Entry("When it is looked through again.", _DATE)]
    review_overdue: Annotated[Pattern, Entry("Where that day is over.", _DATE)]
    next_review_overdue: Annotated[Pattern, Entry("The same behind the label of a memo line.", _DATE)]
    next_review_due: Annotated[Pattern, Entry("Behind that label, where the day is still to come.", _DATE)]
    meeting_of: Annotated[Pattern, Entry("A meeting of a body that has no title.", handed("what", "body"))]
    numbered: Annotated[Pattern, Entry("A meeting by its number, `13th session`.", handed("what", "number"))]
    meeting_when: Annotated[Pattern, Entry("A meeting that lies ahead.", handed("what", "date"))]
    meeting_undated: Annotated[Pattern, Entry("Such a meeting without a date.", handed("what"))]
    brief_title: Annotated[Pattern, Entry("What a brief of a relation is called.", handed("relation", "brief"))]
    contents: Annotated[str, Entry("Over the table of contents.")]
    latest: Annotated[str, Entry("Before the newest days of what is marked as old.")]

    # what is new in an edition
    news: Annotated[Mapping[str, Pattern], Entries("What is new since the edition before, by what became of it.", NEWS)]

    # notes and sources
    source: Annotated[str, Entry("Before the sources of an exhibit.")]
    note: Annotated[str, Entry("Before the note of an exhibit.")]
    see_note: Annotated[Pattern, Entry("In a note that repeats a source.", handed("number"))]
    authored: Annotated[
        Pattern, Entry("Authors with the year in which they wrote, as a source.", handed("who", "year"))
    ]
    accessed: Annotated[Pattern, Entry("When a page was read.", _DATE)]
    undated: Annotated[str, Entry("A source without a date.")]
    picture_credit: Annotated[Pattern, Entry("Whom to name for a picture, behind its sources.", handed("credit"))]

    # tables
    table: Annotated[Pattern, Entry("Before the title of a table.", handed("number"))]
    unstated: Annotated[str, Entry("What no source says.")]
    dash: Annotated[Pattern, Entry("What a dash in a table means.", handed("meaning"))]
    more_on_record: Annotated[str, Entry("Under a table that holds not all of its rows.")]
    left_out: Annotated[Pattern, Entry("Columns that say nothing, and stand not there.", handed("meaning", "columns"))]
    folded: Annotated[Pattern, Entry("Columns that say something in few rows.", handed("columns", by="columns"))]
    columns_of: Annotated[Pattern, Entry("Which columns a part of a table has.", handed("first", "last", "count"))]
    turned: Annotated[Pattern, Entry("The head of what stands beside it, not below.", handed("head"))]
    total: Annotated[str, Entry("Head of a column or row of sums.")]
    year: Annotated[str, Entry("Head of a column.")]
    date: Annotated[str, Entry("Head of a column.")]
    sign: Annotated[str, Entry("Head of a column.")]
    event: Annotated[str, Entry("Head of a column.")]
    events: Annotated[str, Entry("Head of a column.")]
    period: Annotated[str, Entry("Head of a column.")]
    count: Annotated[str, Entry("Head of a column of counts.")]
    no_month: Annotated[str, Entry("Head of a column, beside those of the months.")]
    landmark: Annotated[str, Entry("Head of a column: the event that is named.")]

    # charts
    figure: Annotated[Pattern, Entry("Before the title of a chart, timeline or picture.", handed("number"))]
    gap: Annotated[str, Entry("Where a series has none.")]
    chart_alt: Annotated[
        Mapping[str, Pattern],
        Entries(
            "The text that stands for a chart where it is not seen.",
            {
                **dict.fromkeys(_BY_UNIT, _UNIT), "panels": handed("count"), "panel": handed("number", "alt"),
                "in": handed("label", "period"), "on": handed("label", "period"),
                "from": handed("label", "first", "last"),
                "of_side": handed("side", "label"),
                "rivals": handed("label", "values"), "break": handed("period", "why"), "up": _SERIES, "down": _SERIES,
                "same": _SERIES, "unclear": _SERIES, "highest": _EXTREME, "lowest": _EXTREME,
            },
        ),
    ]  # fmt: skip
    chart_findings: Annotated[
        Mapping[str, Pattern],
        Entries(
            "What a chart shows, as its headline.",
            {
                "each_year": _FLOWS, "each_period": _FLOWS, "one_period": handed("party", "other", "when"),
                "trade_higher": _ENDS, "trade_lower": _ENDS, "series_higher": _SERIES, "series_lower": _SERIES,
            },
        ),
    ]  # fmt: skip
    chart_breaks: Annotated[
        Mapping[str, Pattern],
        Entries(
            "What stands at a break of a chart.",
            {"unlike": NOTHING, "unknown": NOTHING, "overlap": NOTHING, "gap": handed("gap", "periods")},
        ),
    ]
    chart_legend: Annotated[
        Mapping[str, Pattern],
        Entries(
            "What the shapes and signs of charts mean, in sentences.",
            {
                **dict.fromkeys(("bars", "columns", "lines", "dots", "ends", "contested", "arrow", "thin", "gap",
                                 "sides", "uncertain"), NOTHING),
                "breaks": handed("why"), "signs": handed("signs"), "sign": handed("sign", "meaning"),
            },
        ),
    ]  # fmt: skip
    sign_meanings: Annotated[Mapping[str, str], _each("What a sign before a number says.", "≈>≥<≤")]

    # maps
    map_alt: Annotated[Pattern, Entry("The text that stands for a map.", handed("first", "second"))]
    map_bearing: Annotated[
        Pattern,
        Entry("Where neither country reaches around the other.", handed("first", "second", "bearing")),
    ]
    bearings: Annotated[Mapping[str, str], _each("Points of the compass.", Bearing)]
    map_source: Annotated[str, Entry("Whose outlines they are.")]
    map_note: Annotated[str, Entry("Under a map.")]

    # timelines
    time_signs: Annotated[Mapping[str, str], _each("What the signs of a timeline mean.", TimeSign)]
    timeline_alt: Annotated[Pattern, Entry("The text that stands for a timeline.", handed("count", by="count"))]
    timeline_alt_planned: Annotated[Pattern, Entry("Behind it, where some lie ahead.", handed("count"))]
    band: Annotated[
        Pattern,
        Entry("Of a year; `months` is made of the next two.", handed("year", "months", optional=_COUNT, by="count")),
    ]
    in_month: Annotated[
        Pattern,
        Entry("Events of one month; one event has no number.", handed("month", optional=_COUNT, by="count")),
    ]
    with_no_month: Annotated[
        Pattern, Entry("Events of which no month is known.", handed(optional=("count",), by="count"))
    ]
    no_event: Annotated[Pattern, Entry("An empty year.", handed("first"))]
    no_events: Annotated[Pattern, Entry("Several empty years.", handed("first", "last"))]
    even_steps: Annotated[str, Entry("Under a timeline that is not to scale.")]
    dashes: Annotated[Pattern, Entry("What its dashes stand for.", handed("gaps"))]
    events_left_out: Annotated[Pattern, Entry("Where not all events are shown.", handed("shown", "count"))]
    as_list: Annotated[Pattern, Entry("The title of a list of what a drawing counts.", handed("title"))]
    main_in_bold: Annotated[str, Entry("Under such a list.")]
    next_event: Annotated[str, Entry("Behind an event of a list, where another one follows.")]

    # what is heard
    parts: Annotated[
        Mapping[str, Pattern],
        Entries(
            "What parts of a file are called that no words of the brief name.",
            {
                **dict.fromkeys(("skip", "contents", "notes", "key_figures", "category"), NOTHING), "back": _NUMBER,
            },
        ),
    ]  # fmt: skip
    spoken: Annotated[
        Mapping[str, Pattern],
        Entries(
            "Said to readers who hear a brief: where links lead, and what signs and abbreviations stand for.",
            {
                "source": handed("marker", "name"), "source_named": handed("name"), "note": _NUMBER,
                "section": handed("title"), "box": handed("title"),
                **dict.fromkeys(("minus", "span", "arrow", "fiscal_year", "undated", "FOB", "CIF"), NOTHING),
            },
        ),
    ]  # fmt: skip

    # codes
    fields: Annotated[Mapping[str, str], OfFacts("Names of the fields of facts, where a register tells of them.")]
    labels: Annotated[
        Mapping[str, Pattern],
        OfFacts("Words for what facts choose from, for their kinds and states, and for indicators.", LABEL),
    ]


@cache
def declarations() -> Mapping[str, Declaration]:
    """Name of each entry, or group of entries → what it is for."""
    hints = get_annotations(Phrases)
    return {name_of(one.name): get_args(hints[one.name])[1] for one in fields(Phrases)}


@cache
def made_of_patterns() -> frozenset[str]:
    """The attributes whose words have places, or forms: the others are plain words."""
    return frozenset(name for name, hint in get_annotations(Phrases).items() if Pattern in _parts(get_args(hint)[0]))


def _parts(type_: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a type
    return get_args(type_) if get_origin(type_) else (type_,)


def name_of(attribute: str) -> str:
    """The name of an entry, which may be a word that Python keeps for itself: `and_` is written `and`."""
    return attribute.rstrip("_")
