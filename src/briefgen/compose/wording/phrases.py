"""The few words that sentences are joined with, per language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.model.worded_languages import WordedLanguage, worded_language

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language's words; braces name what is filled in."""

    operators: Mapping[str, str]
    """Op → words before a number, a blank behind."""
    signs: Mapping[str, str]
    """Op → sign before a number."""
    edges: Mapping[str, str]
    """Before the least and the greatest share that can be printed, where less, or more, is meant."""
    scales: Mapping[int, str]
    small_numbers: tuple[str, ...]
    """Zero to nine."""
    between: str
    since: str
    until: str
    about_date: str
    uncertain: str
    ordinals: tuple[str, ...]
    """First to fourth."""
    parts_of_year: Mapping[int, str]
    """Months that they last → quarter and half-year, in a sentence."""
    parts_of_year_short: Mapping[int, str]
    fiscal_year: str
    fiscal_year_short: str
    planned: str
    planned_until: str
    planned_undated: str
    former: str
    acting: str
    """Of an office that is held for the time being."""
    then: str
    """Of an office that is over since."""
    up: str
    down: str
    up_exactly: str
    """Where no bound differs from the estimate as printed."""
    down_exactly: str
    unchanged: str
    """Where two figures are certainly the same."""
    unclear: str
    contested: str
    """Marks a figure that sources differ on."""
    not_compared: Mapping[str, str]
    """Why figures of two periods are not held against each other, by the reason; `what` is "2019 and 2020"."""
    periods_between: str
    """Of some of the periods from one to another, not of two."""
    not_compared_of: str
    """Of some figures of the two periods alone."""
    exports_of: str
    turnover: str
    balance: str
    and_: str
    source: str
    picture_credit: str
    """Whom to name for a picture, behind its sources."""
    note: str
    table: str
    figure: str
    page: str
    as_of: str
    next_review: str
    memo: Mapping[str, str]
    """Labels of the memo line, by their fields."""
    review_overdue: str
    """Of a review whose day was over on the day of the brief."""
    next_review_overdue: str
    """The same in a memo line, which says before it that it is the next review."""
    meeting_of: str
    """A meeting of a body that has no title: `session 13 of the Joint Commission`."""
    meeting_when: str
    """A meeting that lies ahead, with its date."""
    meeting_undated: str
    brief_title: str
    """What a brief is called where several are made of one relation."""
    time_signs: Mapping[str, str]
    """What the signs of a timeline mean."""
    accessed: str
    undated: str
    see_note: str
    chart_alt: Mapping[str, str]
    chart_breaks: Mapping[str, str]
    """What stands at a break of a chart."""
    chart_legend: Mapping[str, str]
    """What the shapes and signs of charts mean, in sentences."""
    sign_meanings: Mapping[str, str]
    """Sign → what it says."""
    direction: str
    """From one party to the other, as a name of a series."""
    per_cent: str
    """As the unit of an axis."""
    map_alt: str
    map_bearing: str
    """Of a map on which neither country reaches around the other."""
    bearings: Mapping[str, str]
    """Points of the compass, by their names."""
    map_source: str
    map_note: str
    timeline_alt: str
    timeline_alt_one: str
    timeline_alt_planned: str
    band_one: str
    band_many: str
    """What happened in a year, by month; `months` is made of the next two."""
    in_month: str
    with_no_month: str
    no_event: str
    """Of one empty year, and of several."""
    no_events: str
    even_steps: str
    dashes: str
    no_month: str
    """The heads of a table that counts events by month."""
    count: str
    landmark: str
    total: str
    columns_of: str
    """Which columns of a table a part of it has."""
    turned: str
    """Behind the head of the first column, where it is said of what stands beside it."""
    events_left_out: str
    as_list: str
    """Behind the title of a list of what a drawing counts."""
    main_in_bold: str
    next_event: str
    """Behind an event of a list, where another one follows in its line or the next."""
    year: str
    date: str
    sign: str
    event: str
    events: str
    gap: str
    world: str
    converted: str
    """Marks an amount in a table that was stated in another currency."""
    converted_at: str
    """The same in a sentence, which says at which rate and whose."""
    rate: str
    other_unit: str
    """Where a table would hold a figure that is in another unit."""
    surplus: str
    """What a chart of the balance shows, by the party that sells more."""
    unstated: str
    dash: str
    """What a dash in a table means."""
    left_out: str
    """Of columns that are left out of a table, since they say nothing."""
    folded: str
    """Of columns that are left out of a table, since they say something in few rows only."""
    folded_one: str
    interval: str
    """Over the column of what the figures beside it may be."""
    remark: str
    """Over such a column that holds other words alone."""
    inferred: str
    online: str
    """Where nobody met in a room."""
    contents: str
    period: str
    latest: str


ENGLISH = Phrases(
    operators={
        "eq": "", "about": "about ", "more_than": "more than ", "at_least": "at least ", "less_than": "less than ",
        "at_most": "at most ", "range": "",
    },
    signs={
        "eq": "", "about": "≈\u00a0", "more_than": ">\u00a0", "at_least": "≥\u00a0", "less_than": "<\u00a0",
        "at_most": "≤\u00a0", "range": "",
    },
    edges={"less_than": "under ", "more_than": "over "},
    scales={1: "", 1_000: "thousand", 1_000_000: "million", 1_000_000_000: "billion"},
    small_numbers=("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    between="{low} to {high}",
    since="since {date}",
    until="by {date}",
    about_date="about {date}",
    uncertain="{date} (uncertain)",
    ordinals=("first", "second", "third", "fourth"),
    parts_of_year={3: "the {ordinal} quarter of {year}", 6: "the {ordinal} half of {year}"},
    parts_of_year_short={3: "Q{number} {year}", 6: "H{number} {year}"},
    fiscal_year="the fiscal year {year}",
    fiscal_year_short="FY {year}",
    planned="planned for {date}",
    planned_until="planned {date}",
    planned_undated="planned, with no date given",
    former="former {title}",
    acting="acting {title}",
    then="then {title}",
    up="rose by about {estimate} ({low} to {high})",
    down="fell by about {estimate} ({low} to {high})",
    up_exactly="rose by {estimate}",
    down_exactly="fell by {estimate}",
    unchanged="did not change",
    unclear="cannot be said to have risen or fallen ({low} to {high})",
    contested="contested",
    not_compared={
        "unit": "The figures are in different currencies, so {what} are not compared.",
        "counted": "One figure counts goods and the other services or both, so {what} are not compared.",
        "length": "The periods are not of one length, so {what} are not compared.",
        "years": "One is a calendar year and the other a fiscal year, or fiscal years that begin on different days, so "
        "{what} are not compared.",
        "season": "The periods are not the same part of the year, so {what} are not compared.",
        "overlap": "The periods overlap, so {what} are not compared.",
        "years_unknown": "The sources do not say whether they count calendar or fiscal years, so {what} are not "
        "compared.",
        "beginning_unknown": "It is not known when these fiscal years begin, so {what} are not compared.",
        "reporter_unknown": "The sources do not say whose statistics these are, so {what} are not compared.",
        "reporter": "The figures are from the statistics of different countries, so {what} are not compared.",
        "side_unknown": "The sources do not say whether the goods were counted when they left or when they arrived, so "
        "{what} are not compared.",
        "side": "One figure counts the goods as exports and the other as imports, so {what} are not compared.",
        "valuation_unknown": "The sources do not say whether freight and insurance are counted, so {what} are not "
        "compared.",
        "valuation": "One figure counts freight and insurance and the other does not, so {what} are not compared.",
        "mixed": "The figures join statistics that are not alike, so {what} are not compared.",
    },
    periods_between="some of the periods from {low} to {high}",
    not_compared_of="the {figures} of {periods}",
    exports_of="{adjective} exports",
    turnover="turnover",
    balance="balance",
    and_="and",
    source="Source",
    picture_credit="Picture: {credit}.",
    note="Note",
    table="Table {number}",
    figure="Figure {number}",
    page="page {page} of {pages}",
    as_of="as of {date}",
    next_review="next review {date}",
    memo={
        "to": "To", "from": "From", "as_of": "As of", "meeting": "Next meeting", "handling": "Handling",
        "review": "Next review",
    },
    review_overdue="review overdue since {date}",
    next_review_overdue="overdue since {date}",
    meeting_of="{what} of the {body}",
    meeting_when="{what}, {date}",
    meeting_undated="{what}, date open",
    brief_title="{relation}: {brief}",
    time_signs={
        "day": "day known", "month": "month known", "year": "year or span known", "since": "from this time on",
        "until": "by this time", "planned": "planned",
    },
    accessed="Accessed {date}",
    undated="n.d.",
    see_note="see note {number}",
    chart_alt={
        "bar": "A bar chart, counted in {unit}.",
        "column": "A column chart, counted in {unit}.",
        "stacked": "A chart of stacked columns, counted in {unit}.",
        "line": "A line chart, counted in {unit}.",
        "area": "A chart of stacked bands, counted in {unit}.",
        "pie": "A pie chart, counted in {unit}.",
        "dot": "A chart of dots, counted in {unit}.",
        "panels": "{count} panels, each with a unit and an axis of its own.",
        "panel": "Panel {number}: {alt}",
        "in": "{label} in {period}",
        "on": "{label} on {period}",
        "from": "{label} from {first} to {last}",
        "of_side": "a {side} of {label}",
        "break": "The figures before and from {period} are not to be compared: {why}.",
        "up": "{series} rises from {start} to {end}.",
        "down": "{series} falls from {start} to {end}.",
        "unclear": "Whether {series} rises or falls from {start} to {end} cannot be told.",
        "highest": "The highest value of {series} is {label}, in {category}.",
        "lowest": "The lowest value of {series} is {label}, in {category}.",
    },
    chart_breaks={
        "unlike": "counted differently: do not compare",
        "unknown": "not known to be counted alike: do not compare",
        "overlap": "the periods overlap: do not compare",
        "gap": "{gap} for {periods}",
    },
    chart_legend={
        "bars": "Bars are solid to the lowest value and open to the highest.",
        "columns": "Columns are solid to the lowest value and open to the highest.",
        "lines": "An upright line reaches from the lowest to the highest value.",
        "dots": "A line through a dot reaches from the lowest to the highest value.",
        "ends": "A line between two ends, without a dot, is known by its ends alone.",
        "contested": "An open dot is a value that sources differ on.",
        "arrow": "An arrow has no highest value.",
        "thin": "Doubt that is narrower than a line is not drawn.",
        "gap": "The line stops where a figure is missing.",
        "breaks": "Across a break: {why}.",
        "sides": "Side and colour say whose surplus it is.",
        "signs": "Signs: {signs}.",
        "sign": "{sign} {meaning}",
        "uncertain": "A question mark stands behind a period that is uncertain.",
    },
    sign_meanings={"≈": "about", ">": "more than", "≥": "at least", "<": "less than", "≤": "at most"},
    direction="{one} to {other}",
    per_cent="per cent",
    map_alt="Map: {first} and {second}.",
    map_bearing="On it, {second} lies to the {bearing} of {first}.",
    bearings={
        "north": "north", "north_east": "north-east", "east": "east", "south_east": "south-east", "south": "south",
        "south_west": "south-west", "west": "west", "north_west": "north-west",
    },
    map_source="Natural Earth.",
    map_note="Boundaries as Natural Earth draws them; no opinion on the status of any territory is meant.",
    timeline_alt="Timeline of {count} events.",
    timeline_alt_one="Timeline of one event.",
    timeline_alt_planned="Planned beside what has happened: {count}.",
    band_one="In {year}: one event, {months}.",
    band_many="In {year}: {count} events, {months}.",
    in_month="{count}in {month}",
    with_no_month="{count}with no month given",
    no_event="no event shown in {first}",
    no_events="no event shown from {first} to {last}",
    even_steps="The steps show the order of events, not the time between them.",
    dashes="Dashes: {gaps}.",
    no_month="no month",
    count="No.",
    landmark="Main event",
    total="Total",
    columns_of="columns {first} to {last} of {count}",
    turned="\u00a0→",
    events_left_out="{shown} of {count} events are shown: main events before others, and newer before older.",
    as_list=" (list)",
    main_in_bold="Main events are set in bold.",
    next_event=";",
    year="Year",
    date="Date",
    sign="Sign",
    event="Event",
    events="Events",
    gap="no figure",
    world="the world",
    other_unit="in another unit",
    converted="converted",
    converted_at="converted at {rate}; {whose}",
    rate="{number} {quoted} to one {base}",
    surplus="surplus of {party}",
    unstated="not stated",
    dash="A dash: {meaning}.",
    left_out="{meaning}: {columns}.",
    folded="{columns} stand in brackets behind the first words of a row, where they are stated.",
    folded_one="{columns} stands in brackets behind the first words of a row, where it is stated.",
    interval="interval",
    remark="remark",
    inferred="inferred",
    online="online",
    contents="Contents",
    period="Period",
    latest="Latest available",
)  # fmt: skip


def phrases_for(language: str) -> Phrases:
    """The words for a BCP 47 tag.

    Raises:
        ValueError: for a language without words, which the settings do not let through.
    """
    match worded_language(language):
        case WordedLanguage.ENGLISH:
            return ENGLISH
        case None:
            raise ValueError(f"briefs have no words in {language}")
