"""Series of figures: read with their units, grouped for an audience, told in words and charts."""

from __future__ import annotations

import pytest

from briefgen.load import load
from briefgen.model.traversal import in_rows
from briefgen.model.values.date import parse_date
from briefgen.view import Request
from briefgen.world import Memory
from rules.records import trade
from samples.composing import BASE, FOLDER, composed, loaded
from samples.relation_files import diagnostics_of
from samples.series_workspace import INDICATORS, SENTENCES, files, rows, sentences
from samples.shipped_briefs import ROOT


def told_of(table: str, indicators: str = INDICATORS, only: str = "BG2") -> list[str]:
    """What loading and checking say of a table of series, links and units first of all."""
    found = diagnostics_of({"series.csv": table, "data/indicators.yaml": indicators}, only=only)
    return [line for line in found if "series.csv" in line or "indicators.yaml" in line]


# ---------------------------------------------------------------- read


@pytest.mark.parametrize(
    ("line", "value", "unit", "half_unit"),
    [
        ("a,students,2019,PAK,BLR,4200", "4200", "students", None),
        ("a,students,2019,PAK,BLR,4200,,1,student", "4200", "students", None),
        ("a,students,2019,PAK,BLR,4.2,,1000,students", "4.2", "students", "0.05"),
        ("a,students,2019,PAK,BLR,4,,1000,", "4", "students", "0.5"),
        ("a,invested,2019,PAK,BLR,12,,1,USD", "12", "USD", "0.5"),
        ("a,invested,2019,PAK,BLR,12.5,,1000000,EUR", "12.5", "EUR", "0.05"),
        ("a,refused,2019,PAK,BLR,12", "12", "%", "0.5"),
        ("a,refused,2019,PAK,BLR,12.5,,,%", "12.5", "%", "0.05"),
        ("a,net,2019,PAK,BLR,-2.4,,1000000,USD", "-2.4", "USD", "0.05"),
        ("a,gas,2019,PAK,BLR,3,,,tonne", "3", "tonnes", None),
        ("a,air,2019,PAK,BLR,12,,,flights a week", "12", "flights a week", None),
    ],
)
def test_a_row_has_the_unit_of_its_indicator(line: str, value: str, unit: str, half_unit: str | None) -> None:
    workspace = loaded(Memory({path: text.encode() for path, text in files(rows(line)).items()}))
    [row] = workspace.relations[0].facts

    quantity = row.value  # type: ignore[attr-defined]  # a row of series
    assert (str(quantity.value), quantity.unit) == (value, unit)
    assert (None if quantity.half_unit is None else str(quantity.half_unit)) == half_unit


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("a,students,2019,PAK,BLR,4,,,visitors", "'a' is in 'visitors', and 'students' is counted in 'students'"),
        ("a,students,2019,PAK,BLR,4,,,USD", "'a' is in 'USD', and 'students' is counted in 'students'"),
        ("a,students,2019,PAK,BLR,4,,,%", "'a' is in '%', and 'students' is counted in 'students'"),
        ("a,students,2019,PAK,BLR,4,,,Students", "'a' is in 'Students', and 'students' is counted in 'students'"),
        ("a,gas,2019,PAK,BLR,4,,,tons", "'a' is in 'tons', and 'gas' is counted in 'tonnes'"),
        ("a,gas,2019,PAK,BLR,4,,,kg", "'a' is in 'kg', and 'gas' is counted in 'tonnes'"),
        ("a,refused,2019,PAK,BLR,4,,,per cent", "'a' is in 'per cent', and 'refused' is counted in '%'"),
        ("a,refused,2019,PAK,BLR,4,,,USD", "'a' is in 'USD', and 'refused' is counted in '%'"),
        ("a,invested,2019,PAK,BLR,4", "'a': the row names no currency, and 'invested' is measured in money"),
        ("a,invested,2019,PAK,BLR,4,,,US$", "'a': 'US$' is no currency (ISO 4217), and 'invested' is"),
        ("a,invested,2019,PAK,BLR,4,,,students", "'a': 'students' is no currency (ISO 4217)"),
        ("a,air,2019,PAK,BLR,4,,,flights", "'a' is in 'flights', and 'air' is counted in 'flights a week'"),
    ],
)  # fmt: skip
def test_another_unit_is_an_error_that_names_the_row(line: str, message: str) -> None:
    [told] = told_of(rows(line))

    assert "series.csv:2:" in told
    assert f"error[BG134] {message}" in told


@pytest.mark.parametrize("word", ["student", "studnets", "students-abroad", "Students"])
def test_an_indicator_that_nobody_declared_is_told_with_the_nearest(word: str) -> None:
    found = told_of(rows(f"a,{word},2019,PAK,BLR,4"))

    assert len(found) == 1
    assert "error[BG202] there is no indicator" in found[0] or "error[BG108]" in found[0]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("unit: USD", "the unit of 'x' is the currency USD"),
        ("unit: EUR, unit_plural: euros", "the unit of 'x' is the currency EUR"),
        ("unit: currency, unit_plural: currencies", "'x' is told in money: it has no plural"),
        ('unit: "%", unit_plural: per cents', "'x' is told in per cent: it has no plural"),
        ('unit: thing, phrase: "things of {who}"', "the phrase of 'x' has a place for 'who', which rows do not have"),
        ('unit: thing, phrase: "{whose} {towrds}"', "the phrase of 'x' has a place for 'towrds', which"),
        ('unit: thing, phrase: "things of {whose"', "the phrase of 'x' has a brace that opens or closes nothing"),
        ('unit: thing, phrase: "things"', "the phrase of 'x' does not say whose: 'things'"),
        ('unit: thing, phrase: {en: "of {whose}", ru: вещи}', "the phrase of 'x' does not say whose: 'вещи'"),
        ("unit: pupil, unit_plural: students", "'students' has other forms in 'students' than in 'x'"),
    ],
)  # fmt: skip
def test_an_indicator_that_no_row_can_be_told_in_is_an_error(fields: str, message: str) -> None:
    found = told_of(rows(), f"{INDICATORS}- {{id: x, name: x, measures: flow, {fields}}}\n", only="BG1")

    assert [line for line in found if f"error[BG136] {message}" in line]


# ---------------------------------------------------------------- told


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("a,students,2019,PAK,BLR,4200", "Students from Pakistan in Belarus: 4,200 students in 2019 [1]."),
        ("a,students,2019,PAK,BLR,1", "Students from Pakistan in Belarus: 1 student in 2019 [1]."),
        ("a,students,2019,PAK,BLR,0", "Students from Pakistan in Belarus: 0 students in 2019 [1]."),
        ("a,students,2019,PAK,BLR,1,more_than", "Students from Pakistan in Belarus: more than 1 student in 2019 [1]."),
        ("a,students,2019,PAK,BLR,1,,1000", "Students from Pakistan in Belarus: 1,000 students in 2019 [1]."),
        ("a,students,2019,PAK,BLR,38.9,about,1000",
         "Students from Pakistan in Belarus: about 38,900 students in 2019 [1]."),
        ("a,students,2019,WLD,BLR,9,about", "Students from the world in Belarus: about 9 students in 2019 [1]."),
        ("a,gas,2019,BLR,PAK,1.2,,1000000", "Gas sold by Belarus to Pakistan: 1.2 million tonnes in 2019 [1]."),
        ("a,gas,2019,BLR,PAK,1.0,,1", "Gas sold by Belarus to Pakistan: 1.0 tonnes in 2019 [1]."),
        ("a,air,2019,BLR,PAK,12", "Air service from Belarus to Pakistan: 12 flights a week in 2019 [1]."),
        ("a,air,2019,BLR,PAK,1", "Air service from Belarus to Pakistan: 1 flight a week in 2019 [1]."),
        ("a,invested,2019,BLR,PAK,12,,1000000,USD", "Direct investment of Belarus in Pakistan: US$12 million"),
        ("a,net,2019,BLR,PAK,-2.4,,1000000,USD",
         "Net investment (Belarus → Pakistan): minus US$2.4 million in 2019 [1]."),
        ("a,net,2019,BLR,,3,,1000000,USD", "Net investment (Belarus): US$3 million in 2019 [1]."),
        ("a,students,2019,PAK,,3", "Students (Pakistan): 3 students in 2019 [1]."),
        ("a,refused,2019,PAK,BLR,12.5", "The share of visas refused to Pakistan: 12.5% in 2019 [1]."),
    ],
)  # fmt: skip
def test_a_figure_is_told_with_its_unit_in_singular_and_plural(line: str, sentence: str) -> None:
    assert sentences(rows(line))[0].startswith(sentence)


def test_figures_are_grouped_by_indicator_and_direction_the_perspectives_first() -> None:
    table = rows(
        "d,gas,2019,BLR,PAK,1", "c,students,2018,BLR,PAK,1", "b,students,2019,PAK,BLR,3", "a,students,2018,PAK,BLR,2"
    )
    section = (
        "{% for one in series() %}\n{{ one }}: {{ one.values|map(attribute='figure')|list|joined }}.\n\n{% endfor %}"
    )

    assert sentences(table, section)[:3] == [
        "students from Pakistan in Belarus: 2 students and 3 students.",
        "students from Belarus in Pakistan: 1 student.",
        "gas sold by Belarus to Pakistan: 1 tonne.",
    ]


@pytest.mark.parametrize(
    ("call", "count"),
    [
        ("series()", 3), ('series("students")', 2),
        ('series("students", whose="PAK")', 1), ('series("gas,students")', 3),
        ('series(" gas , students ", towards="PAK")', 2), ('series("gas", whose="PAK")', 0), ('series("")', 3),
        ('series(whose="BLR")', 2),
    ],
)  # fmt: skip
def test_series_are_asked_for_by_indicator_and_side(call: str, count: int) -> None:
    table = rows("a,students,2019,PAK,BLR,1", "b,students,2019,BLR,PAK,1", "c,gas,2019,BLR,PAK,1")

    assert sentences(table, f"There are {{{{ {call}|count|number }}}}.\n")[0] == f"There are {count}."


def test_a_series_that_is_not_there_is_asked_for_and_told_where_it_is_used() -> None:
    table = rows("a,students,2019,PAK,BLR,1")
    assert sentences(table, '{% if series("gas") %}\nGas.\n{% else %}\nNone.\n{% endif %}')[0] == "None."

    for call in (
        '{% for one in series("studnets") %}{{ one }}{% endfor %}',
        '{{ series("studnets,students")|count }}.',
    ):
        made = files(table, f"Words.\n\n{call}\n")
        _, said = composed(loaded(Memory({path: text.encode() for path, text in made.items()})), "reader")
        assert [(d.code, d.message) for d in said] == [("BG412", "there is no series of the indicator 'studnets'")]
        assert "students" in (said[0].hint or "")


@pytest.mark.parametrize(
    ("claims", "shown"),
    [
        ("preferred", "5 students (sources differ), beside 4 students"),
        ("range", "4 to 5 students (sources differ), beside nothing"),
        ("none", "7 tonnes, beside nothing"),
        ("all", "5 students (sources differ), beside nothing; 4 students, 5 students"),
    ],
)
def test_claims_that_differ_are_shown_as_the_audience_wants_them(claims: str, shown: str) -> None:
    table = rows("a,students,2019,PAK,BLR,4", "b,students,2019,PAK,BLR,5,,,,,,,preferred", "c,gas,2019,BLR,PAK,7")
    section = (
        "{% for one in series() %}{% for value in one.values %}\n{{ value.figure|quantity }}, beside "
        "{% for claim in value.others %}{{ claim.value|quantity }}{% else %}nothing{% endfor %}"
        "{% if value.claims %}; {{ value.claims|map(attribute='value')|list|joined(', ') }}{% endif %}\n"
        "{% endfor %}{% endfor %}"
    )
    reader = files(table)["templates/audiences/reader.yaml"] + f"claims: {claims}\n"

    assert sentences(table, section, others={"templates/audiences/reader.yaml": reader})[0].startswith(shown)


def test_what_was_not_over_on_the_day_is_not_known() -> None:
    table = rows("a,students,2019,PAK,BLR,4", "b,students,2020-12-31,PAK,BLR,5", "c,gas,2020,BLR,PAK,1")
    earlier = sentences(table, request=Request(as_of=parse_date("2020-12-30")))

    assert earlier[0] == "Students from Pakistan in Belarus: 4 students in 2019 [1]."
    assert not [line for line in earlier if "Gas" in line]
    on_the_day = SENTENCES.replace(" in {{ last", " as of {{ last")
    assert any("as of 31 December 2020" in line for line in sentences(table, on_the_day))


def test_hidden_rows_and_their_indicators_leave_no_trace() -> None:
    seen = rows("a,students,2019,PAK,BLR,4")
    both = rows(
        "a,students,2019,PAK,BLR,4",
        "b,students,2020,PAK,BLR,9,,,,,,,,,restricted",
        "c,gas,2019,BLR,PAK,7,,,,,,,,,official",
    )

    assert sentences(seen) == sentences(both)


# ---------------------------------------------------------------- drawn


def drawn(table: str, call: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The alt texts of a call, and what was said."""
    made = files(table, f"Words.\n\n{call}\n")
    document, said = composed(loaded(Memory({path: text.encode() for path, text in made.items()})), "reader")
    return [block.alt for block in in_rows(document.blocks) if hasattr(block, "alt")], [
        (d.code, d.message) for d in said
    ]


def test_a_chart_names_the_unit_and_the_sides() -> None:
    alts, said = drawn(
        rows("a,gas,2018,BLR,PAK,900,,1000", "b,gas,2019,BLR,PAK,1.2,,1000000", "c,gas,2019,PAK,BLR,2,,1000000"),
        '{{ chart("bar", "Gas", series("gas")) }}',
    )

    assert said == []
    assert alts[0].startswith(
        "Gas. A bar chart; unit: million tonnes. Pakistan to Belarus: no figure in 2018; 2 in 2019."
    )
    assert "Belarus to Pakistan: 0.9 in 2018; 1.2 in 2019." in alts[0]


@pytest.mark.parametrize("kind", ["bar", "column", "line"])
def test_unlike_units_have_a_panel_each(kind: str) -> None:
    alts, said = drawn(
        rows("a,students,2019,PAK,BLR,3", "b,invested,2019,BLR,PAK,4,,1000000,USD"),
        f'{{{{ chart("{kind}", "Both", series("students,invested")) }}}}',
    )

    assert said == []
    assert alts[0].startswith("Both. Two panels")
    assert "students." in alts[0]
    assert "million US dollars." in alts[0]


@pytest.mark.parametrize("pair", ["students,gas", "net,invested", "gas,air", "invested,visitors", "refused,students"])
def test_stocks_and_flows_are_not_drawn_together(pair: str) -> None:
    first, second = pair.split(",")
    money = {"net", "invested"}
    lines = [
        f"{name[0]}{n},{name},2019,PAK,BLR,3,,,{'USD' if name in money else ''}"
        for n, name in enumerate((first, second))
    ]
    alts, said = drawn(rows(*lines), f'{{{{ chart("bar", "Both", series("{pair}")) }}}}')

    assert alts == []
    assert [code for code, _ in said] == ["BG420"]
    assert ": stock" in said[0][1]
    assert ": flow" in said[0][1]


def test_trade_and_series_are_not_given_to_one_chart() -> None:
    made = files(rows("a,students,2019,PAK,BLR,3"), '{{ chart("bar", "T", [trade[0], series()[0]]) }}\n')
    made[f"{FOLDER}/trade.csv"] = trade("t,2019,PAK,BLR,X,15.1")
    _, said = composed(loaded(Memory({path: text.encode() for path, text in made.items()})), "reader")

    assert [d.code for d in said] == ["BG404"]
    assert "an entry of trade is given" in said[0].message


def test_an_empty_table_says_nothing() -> None:
    outcome = load(Memory({path: text.encode() for path, text in files(rows()).items()}))

    assert outcome.diagnostics == ()


def test_series_of_unlike_definitions_have_names_of_their_own_in_a_chart() -> None:
    of_two = rows(
        "a,visitors,2019,PAK,BLR,3,,,,PAK,calendar,overnight", "b,visitors,2019,PAK,BLR,5,,,,PAK,calendar,at the border"
    )

    alts, said = drawn(of_two, '{{ chart("bar", "Visitors", series("visitors")) }}')

    assert said == []
    assert "(overnight): 3 in 2019." in alts[0]
    assert "(at the border): 5 in 2019." in alts[0]


REASON = "{% for one in series() %}{{ (one.values|last).not_compared or 'nothing to compare' }}{% endfor %}\n"


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (
            [*(f"m{n},visitors,2018-{n:02d},PAK,BLR,1,,,,PAK" for n in range(3, 13)),
             "y,visitors,2019,PAK,BLR,12,,,,PAK,calendar"],
            "nothing to compare",
        ),
        (["a,air,2018-03-18,PAK,BLR,3,,,,PAK", "b,air,2019-05-29,PAK,BLR,2,,,,PAK"], "nothing to compare"),
        (
            ["a,visitors,2018,PAK,BLR,3,,,,PAK,calendar", "b,visitors,2019,PAK,BLR,2,,,,BLR,calendar"],
            "The figures are from the statistics of different countries, so 2018 and 2019 are not compared.",
        ),
    ],
)  # fmt: skip
def test_a_reason_is_given_where_a_reader_may_ask_for_it(lines: list[str], sentence: str) -> None:
    assert sentences(rows(*lines), REASON) == [sentence]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2018,calendar", "FY2019-20,fiscal"),
        ("FY2017-18,fiscal", "2019,calendar"),
        ("FY2018-19,fiscal", "2019,calendar"),
        ("2015,calendar", "FY2018-19,fiscal"),
    ],
)
def test_calendar_and_fiscal_years_of_a_flow_are_told_apart_as_such_though_their_last_days_are_known(
    before: str, after: str
) -> None:
    told = [period.split(",") for period in (before, after)]
    lines = [f"v{n},visitors,{period},PAK,BLR,{100 + n},,,,PAK,{basis}" for n, (period, basis) in enumerate(told)]
    relation = BASE[f"{FOLDER}/relation.yaml"].replace("id: PAK,", 'id: PAK, fiscal_year_begins: "07-01",')
    [said] = sentences(rows(*lines), REASON, others={f"{FOLDER}/relation.yaml": relation})

    assert said.startswith("One is a calendar year and the other a fiscal year")


CHANGE = (
    "{% for one in series() %}{% set last = one.values|last %}"
    "{% if last.change %}{{ last.change|growth }} against {{ last.against|date }}"
    "{% else %}{{ last.not_compared or 'nothing to compare' }}{% endif %}{% endfor %}\n"
)


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        # What there was at the end of a year is held against what there was at the end of a December.
        (["a,students,2019,PAK,BLR,100,,,,PAK,calendar", "b,students,2020-12,PAK,BLR,110,,,,PAK"],
         "rose by 10.0% against 2019"),
        (["a,students,2019-12,PAK,BLR,100,,,,PAK", "b,students,2020,PAK,BLR,110,,,,PAK,calendar"],
         "rose by 10.0% against December 2019"),
        # Nobody knows on which day a year ends of which it is not known whose it is, or when.
        (["a,students,2019,PAK,BLR,100,,,,PAK", "b,students,2020-12,PAK,BLR,110,,,,PAK"], "nothing to compare"),
        (["a,students,2019~,PAK,BLR,100,,,,PAK,calendar", "b,students,2020-12,PAK,BLR,110,,,,PAK"],
         "nothing to compare"),
        # Of a flow a year and a month are of two lengths.
        (["a,visitors,2019,PAK,BLR,100,,,,PAK,calendar", "b,visitors,2020-12,PAK,BLR,110,,,,PAK"],
         "nothing to compare"),
    ],
)  # fmt: skip
def test_stocks_are_held_against_each_other_by_the_day_that_they_are_of(lines: list[str], sentence: str) -> None:
    assert sentences(rows(*lines), CHANGE) == [sentence]


YEARS = (
    "{% for one in series() %}{% for value in one.values %}"
    "{{ value.period|date }}: {{ value.figure|quantity }}. {% endfor %}{% endfor %}\n"
)
MONTHS_OF_2019 = [f"m{n},{{indicator}},2019-{n:02d},PAK,BLR,10,,,{{unit}},PAK" for n in range(1, 13)]


def test_shares_of_months_make_none_of_a_year() -> None:
    lines = [line.format(indicator="refused", unit="%") for line in MONTHS_OF_2019]

    assert not any("2019: " in said and "120" in said for said in sentences(rows(*lines), YEARS))
    assert "120" in sentences(rows(*(line.format(indicator="visitors", unit="") for line in MONTHS_OF_2019)), YEARS)[0]


def test_a_year_that_is_entered_is_not_added_up_again() -> None:
    lines = [line.format(indicator="visitors", unit="") for line in MONTHS_OF_2019]
    said = sentences(rows(*lines, "y,visitors,2019,PAK,BLR,125,,,,PAK,calendar"), YEARS)

    assert said == ["2019: 125 visitors."]


INDICATORS_TOLD = (
    "{% for told in series()[0].indicators %}{{ told.name|label }}"
    "{% if told.party %} of {{ told.party|name }}{% endif %}: {{ told|measure }}. {% endfor %}None more.\n"
)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["a,visitors,2017,PAK,BLR,100,,,,PAK,calendar", "b,visitors,2019,PAK,BLR,121,,,,PAK,calendar"],
         "annual growth: 10.0%. None more."),
        # It counts from the first year that the newest may be held against.
        (["x,visitors,2015,PAK,BLR,50,,,,BLR,calendar", "a,visitors,2017,PAK,BLR,100,,,,PAK,calendar",
          "b,visitors,2019,PAK,BLR,121,,,,PAK,calendar"],
         "annual growth: 10.0%. None more."),
        (["a,visitors,2017-03,PAK,BLR,100,,,,PAK", "b,visitors,2019-03,PAK,BLR,121,,,,PAK"], "None more."),
        (["a,refused,2017,PAK,BLR,10,,,%,PAK,calendar", "b,refused,2019,PAK,BLR,20,,,%,PAK,calendar"], "None more."),
        (["a,visitors,2019,PAK,BLR,30,,,,PAK,calendar", "b,visitors,2019,BLR,PAK,10,,,,PAK,calendar"],
         "share of both directions of Pakistan: 75.0%. None more."),
        (["a,visitors,2019,PAK,BLR,30,,,,PAK,calendar", "b,visitors,2018,BLR,PAK,10,,,,PAK,calendar"], "None more."),
        (["a,visitors,2019,PAK,BLR,30,,,,PAK,calendar", "b,visitors,2019,BLR,PAK,10,,,,BLR"], "None more."),
        (["a,refused,2019,PAK,BLR,30,,,%,PAK,calendar", "b,refused,2019,BLR,PAK,10,,,%,PAK,calendar"], "None more."),
        (["a,invested,2019,PAK,BLR,30,,1,USD,PAK,calendar", "b,invested,2019,BLR,PAK,10,,1,EUR,PAK,calendar"],
         "None more."),
    ],
)  # fmt: skip
def test_an_indicator_joins_only_what_may_be_joined(lines: list[str], said: str) -> None:
    assert sentences(rows(*lines), INDICATORS_TOLD) == [said]


@pytest.mark.parametrize(
    ("declared", "sentence"),
    [
        ("name: weekly flights", "Weekly flights (Pakistan → Belarus) numbered 12 at the end of 2019"),
        ("name: weekly flights, phrase: 'weekly flights of {whose}'", "Weekly flights of Pakistan numbered 12"),
        ("name: flights", "Flights (Pakistan → Belarus) stood at 12 weekly flights at the end of 2019"),
        (
            "name: weekly flights, phrase: 'air service of {whose}'",
            "Air service of Pakistan stood at 12 weekly flights",
        ),
    ],
)
def test_what_is_counted_is_named_once_in_a_sentence(declared: str, sentence: str) -> None:
    section = (ROOT / "templates/sections/series.md.j2").read_text(encoding="utf-8")
    indicators = f"- {{id: air, {declared}, measures: stock, unit: weekly flight, unit_plural: weekly flights}}\n"

    said = sentences(rows("a,air,2019,PAK,BLR,12"), section, others={"data/indicators.yaml": indicators})

    assert [line for line in said if line.startswith(sentence)] == said[:1]
