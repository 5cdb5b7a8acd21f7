"""Amounts in another currency: at the rate of their very period or its inverse, with all doubt, or not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.load import load
from briefgen.model.document import TextRun
from briefgen.model.traversal import inlines_in
from briefgen.model.values.conversion import converted
from briefgen.model.values.quantity import Op, Quantity, parse_quantity
from briefgen.world import Memory
from readers.document_words import document_words
from samples.composing import BASE, FOLDER, composed, loaded

TRADE = "id,period,exporter,importer,flow,value,scale,currency,year_basis,sources\n"
RATES = "id,period,from,to,rate,whose,status,sensitivity,sources\n"
ASKED = '{% set there = (trade|last).turnover|converted("USD") %}{% if there %}{{ there|money }}{% endif %}'
USUAL = "r,2020,USD,PKR,160.2,A bank,,public,ref"


def said(*rates: str, row: str = "2020,PAK,BLR,TURNOVER,320,1000000,PKR,", asked: str = ASKED) -> tuple[str, list[str]]:
    """What a section prints, and what is told of it."""
    files = {
        **BASE,
        f"{FOLDER}/trade.csv": f"{TRADE}t,{row},ref\n",
        "data/rates.csv": RATES + "\n".join(rates) + "\n",
        "templates/sections/one.md.j2": f"## S\n\nSaid: {asked}.\n",
    }
    document, told = composed(loaded(Memory({path: text.encode() for path, text in files.items()})), "reader")
    words = " ".join(document_words(document)).replace("\u00a0", " ")
    return words.partition("Said: ")[2].partition(" .")[0].removesuffix("."), [f"{d.code} {d.message}" for d in told]


@pytest.mark.parametrize(
    ("rate", "told"),
    [
        (USUAL, "about US$2.00 million (converted at 160.2 Pakistani rupees to one US dollar; A bank)"),
        ("r,2020?,USD,PKR,160.2,A bank,,public,ref",
         "about US$2.00 million (converted at 160.2 Pakistani rupees to one US dollar; A bank)"),
        ("r,2020,PKR,USD,0.00624,A bank,,public,ref",
         "about US$2.00 million (converted at 0.00624 US dollars to one Pakistani rupee; A bank)"),
        ("r,2020,USD,PKR,about 160,A bank,,public,ref",
         "about US$2.0 million (converted at about 160 Pakistani rupees to one US dollar; A bank)"),
    ],
)  # fmt: skip
def test_a_sentence_says_at_which_rate_and_whose(rate: str, told: str) -> None:
    words, problems = said(rate)

    assert (words, problems) == (told, [])


@pytest.mark.parametrize(
    "rate",
    [
        "r,2019,USD,PKR,160.2,A bank,,public,ref",
        "r,2021,USD,PKR,160.2,A bank,,public,ref",
        "r,2020-12,USD,PKR,160.2,A bank,,public,ref",
        "r,2020-12-31,USD,PKR,160.2,A bank,,public,ref",
        "r,2019/2020,USD,PKR,160.2,A bank,,public,ref",
        "r,2020/..,USD,PKR,160.2,A bank,,public,ref",
        "r,2020,EUR,PKR,160.2,A bank,,public,ref",
        "r,2020,USD,EUR,1.1,A bank,,public,ref",
        "r,2020,USD,PKR,160.2,A bank,superseded,public,ref",
        "r,2020,USD,PKR,160.2,A bank,,restricted,ref",
    ],
)
def test_no_other_rate_is_taken(rate: str) -> None:
    words, problems = said(rate)

    assert words == ""
    told = "an amount of 2020 in PKR is not converted into USD: there is no rate between the two for that very period"
    assert problems == [f"BG416 {told}"]


def test_rates_by_way_of_a_third_currency_are_not_joined() -> None:
    words, problems = said("r,2020,PKR,EUR,0.0054,A,,public,ref", "s,2020,EUR,USD,1.14,B,,public,ref")

    assert (words, len(problems)) == ("", 1)


def test_rates_that_contradict_each_other_convert_nothing_unless_one_is_preferred() -> None:
    other = "s,2020,USD,PKR,170,B,{},public,ref"

    words, problems = said(USUAL, other.format(""))
    assert (words, problems[0].partition(": ")[2]) == (
        "", "rates of that period contradict each other, and none is preferred"
    )  # fmt: skip
    assert said(USUAL, other.format("preferred"))[0].endswith("170 Pakistani rupees to one US dollar; B)")
    assert said(USUAL, "s,2020,USD,PKR,160,B,,public,ref")[0].endswith(
        "160.2 Pakistani rupees to one US dollar; A bank)"
    )


def test_what_is_in_the_currency_already_stays_as_it_is() -> None:
    assert said(USUAL, row="2020,PAK,BLR,TURNOVER,3,1000000,USD,") == ("US$3 million", [])


@pytest.mark.parametrize("period", ["FY2019-20", "2018/19", "2020-Q1", "2020~"])
def test_a_period_of_other_days_is_not_converted_at_the_rate_of_a_year(period: str) -> None:
    _, problems = said(USUAL, row=f"{period},PAK,BLR,TURNOVER,320,1000000,PKR,")

    assert "there is no rate between the two for that very period" in problems[0]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ('{{ (trade|last).turnover|converted("USD")|money("sign") }}', "≈ US$2.00 million (converted)"),
        ('{{ (trade|last).turnover|converted("USD")|money("value") }}', "≈ US$2.00"),
        ('{{ observations[0]|converted("USD")|money("sign") }}', "≈ US$2.00 million (converted)"),
        ('{% set a = (trade|last).turnover|converted("USD") %}{{ a.conversion.rate.whose }}', "A bank"),
        ('{% set a = (trade|last).turnover|converted("USD") %}{{ a.conversion.stated|money }}', "PKR 320 million"),
        ("{% for rate in rates %}{{ rate.rate|number }} {{ rate.into }}{% endfor %}", "160.2 PKR"),
    ],
)
def test_forms_for_tables_and_parts_of_a_conversion(asked: str, told: str) -> None:
    assert said(USUAL, asked=asked) == (told, [])


@pytest.mark.parametrize("asked", ["trade[0]", "trade[0].period", "parties[0].name", "rates[0]", "milestones|count"])
def test_what_is_no_money_of_a_period_is_told(asked: str) -> None:
    _, problems = said(USUAL, asked=f'{{% set a = ({asked})|converted("USD") %}}')

    assert [problem[:5] for problem in problems] == ["BG404"]


def test_the_origin_is_the_amount_and_the_rate_with_the_formula() -> None:
    files = {
        **BASE,
        f"{FOLDER}/trade.csv": f"{TRADE}t,2020,PAK,BLR,TURNOVER,320,1000000,PKR,,ref\n",
        "data/rates.csv": f"{RATES}{USUAL}\n",
        "templates/sections/one.md.j2": f"## S\n\nSaid: {ASKED}.\n",
    }
    document, _ = composed(loaded(Memory({path: text.encode() for path, text in files.items()})), "reader")
    [origin] = [i.origin for i in inlines_in(document.blocks) if isinstance(i, TextRun) and "converted" in i.text]

    assert origin is not None
    assert [fact.fact for fact in origin.facts] == ["t", "r"]
    assert origin.formula == "stated amount / rate"
    assert [fact.place.path for fact in origin.facts] == [f"{FOLDER}/trade.csv", "data/rates.csv"]


def test_a_relation_takes_rates_of_its_currencies_and_the_shared_references_of_these() -> None:
    shared = '[{"id": "bank", "type": "report", "title": "R"}, {"id": "unused", "type": "report", "title": "O"}]'
    files = {
        **BASE,
        f"{FOLDER}/trade.csv": f"{TRADE}t,2020,PAK,BLR,TURNOVER,320,1000000,PKR,,ref\n",
        "data/rates.csv": f"{RATES}{USUAL.replace('ref', 'bank')}\ns,2020,EUR,BYN,3,B,,public,unused\n",
        "data/references.json": shared,
    }
    found = load(Memory({path: text.encode() for path, text in files.items()}))
    [relation] = found.value.relations

    assert [fact.id for fact in relation.facts if fact.place.path == "data/rates.csv"] == ["r"]
    assert "bank" in relation.references
    assert "unused" not in relation.references
    assert [d.code for d in found.diagnostics if d.place.path.startswith("data")] == []


def test_a_hidden_rate_leaves_no_trace() -> None:
    hidden = USUAL.replace("public", "restricted")

    assert said(hidden) == said()
    everything = "{% for rate in rates %}{{ rate.id }}{% endfor %}{{ rates|count|number }}"
    assert said(hidden, asked=everything) == said(asked=everything)


AMOUNTS = st.builds(
    Quantity,
    st.decimals(min_value="0.1", max_value="99999", places=1),
    st.sampled_from([Op.EQ, Op.ABOUT]),
    st.none(),
    st.sampled_from([Decimal("0.05"), Decimal("0.5"), Decimal(5)]),
    st.just("PKR"),
    st.sampled_from([1, 1000, 1_000_000]),
)
NUMBERS = st.decimals(min_value="0.01", max_value="9999", places=2)


@given(AMOUNTS, NUMBERS, st.booleans(), st.floats(0, 1), st.floats(0, 1))
def test_every_amount_at_every_rate_that_is_meant_lies_within(
    amount: Quantity,
    number: Decimal,
    inverse: bool,  # noqa: FBT001
    one: float,
    other: float,
) -> None:
    rate = parse_quantity(f"{number:f}")
    found = converted(amount, rate, "USD", inverse=inverse)
    assert found is not None
    ends, half = amount.interval, rate.half_unit or Decimal(0)
    assert ends.low is not None
    assert ends.high is not None
    true_amount = ends.low + (ends.high - ends.low) * Decimal(one)
    true_rate = number - half + 2 * half * Decimal(other)
    result = true_amount / true_rate if inverse else true_amount * true_rate

    assert found.interval.low is not None
    assert found.interval.high is not None
    slack = abs(result) * Decimal("1e-12")
    assert found.interval.low - slack <= result <= found.interval.high + slack
    assert (found.unit, found.op) == ("USD", Op.ABOUT)


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        ("> 100 million PKR", Op.MORE_THAN), (">= 100 million PKR", Op.AT_LEAST), ("< 100 million PKR", Op.LESS_THAN),
        ("<= 100 million PKR", Op.AT_MOST), ("100..200 million PKR", Op.RANGE),
    ],
)  # fmt: skip
def test_bounds_and_ranges_stay_what_they_are(amount: str, told: Op) -> None:
    stated = parse_quantity(amount)
    found = converted(stated, parse_quantity("160.2"), "USD", inverse=True)

    assert found is not None
    assert found.op is told
    assert (found.interval.low is None, found.interval.high is None) == (
        stated.interval.low is None, stated.interval.high is None
    )  # fmt: skip


@pytest.mark.parametrize(
    ("whole", "low", "high"), [("83", "82.5", "83.5"), ("83.0", "82.95", "83.05"), ("100", "99.5", "100.5")]
)
def test_a_rate_is_as_fine_as_its_digits(whole: str, low: str, high: str) -> None:
    found = converted(Quantity(Decimal(1), unit="USD"), parse_quantity(whole), "INR", inverse=False)

    assert found is not None
    assert found.interval.low == Decimal(low)
    assert found.interval.high == Decimal(high)


FISCAL = "id,period,from,to,rate,whose,reporter,sensitivity,sources\n"


@pytest.mark.parametrize(
    ("reporter", "is_converted"), [("PAK", True), ("BLR", False), ("", False)],
)  # fmt: skip
def test_a_rate_of_a_fiscal_year_is_of_the_year_of_a_party(reporter: str, *, is_converted: bool) -> None:
    relation = BASE[f"{FOLDER}/relation.yaml"].replace("id: PAK,", 'id: PAK, fiscal_year_begins: "07-01",')
    trade = TRADE.replace("year_basis", "reporter") + "t,FY2019-20,PAK,BLR,TURNOVER,320,1000000,PKR,PAK,ref\n"
    files = {
        **BASE,
        f"{FOLDER}/relation.yaml": relation,
        f"{FOLDER}/trade.csv": trade,
        "data/rates.csv": f"{FISCAL}r,FY2019-20,USD,PKR,160.2,A bank,{reporter},public,ref\n",
        "templates/sections/one.md.j2": f"## S\n\nSaid: {ASKED}.\n",
    }
    document, told = composed(loaded(Memory({path: text.encode() for path, text in files.items()})), "reader")

    assert ("US$2.00" in " ".join(document_words(document)).replace("\u00a0", " ")) is is_converted
    assert bool(told) is not is_converted
