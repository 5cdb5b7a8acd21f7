"""Dates, titles and codes in words: a date is as fine as it is known, and `former` is computed."""

from __future__ import annotations

import pytest

from briefgen.compose.wording.code_words import label
from briefgen.compose.wording.numbers_money_dates import Wording
from briefgen.compose.wording.office_titles import title_at
from briefgen.compose.wording.wording_styles import DateStyle
from briefgen.diagnostics import Place, Report
from briefgen.load.wording.wording_files import read_wordings
from briefgen.model.audience import NumberOptions
from briefgen.model.audience_choices import DateOrder
from briefgen.model.facts.parties_people_references import Person, Term
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.model.values.date import parse_date
from briefgen.model.values.period import parse_period
from briefgen.model.values.text import Text
from briefgen.model.worded_languages import EXAMPLES, WordedLanguage, worded_language
from briefgen.world import NOTHING
from samples.english_words import english

WORDS = read_wordings(NOTHING, (), SHIPPED_KINDS.values(), Report())
PLAIN, GERMAN = Wording("en-GB", NumberOptions(), english()), Wording("de", NumberOptions(), english())


@pytest.mark.parametrize(
    ("written", "long", "short"),
    [
        ("1994-02-03", "3 February 1994", "3 Feb 1994"),
        ("1994-02", "February 1994", "Feb 1994"),
        ("1994", "1994", "1994"),
        ("1994~", "about 1994", "≈\u00a01994"),
        ("1994-02~", "about February 1994", "≈\u00a0Feb 1994"),
        ("1994?", "1994 (year uncertain)", "1994?"),
        ("1994%", "about 1994 (year uncertain)", "≈\u00a01994?"),
        ("2015/2018", "2015 to 2018", "2015–2018"),
        ("2015-03/2016", "March 2015 to 2016", "Mar 2015–2016"),
        ("2015-03/..", "since March 2015", "since Mar 2015"),
        ("../2018-03", "by March 2018", "by Mar 2018"),
    ],
)
def test_a_date_is_worded_as_finely_as_it_is_known(written: str, long: str, short: str) -> None:
    assert PLAIN.date(parse_date(written)) == long
    assert PLAIN.date(parse_date(written), DateStyle.SHORT) == short


@pytest.mark.parametrize(
    ("written", "long", "short"),
    [
        ("FY2011-12", "the fiscal year 2011/12", "FY 2011/12"),
        ("1999/00", "the fiscal year 1999/00", "FY 1999/00"),
        ("2019-20", "the fiscal year 2019/20", "FY 2019/20"),
        ("2019-20?", "the fiscal year 2019/20 (year uncertain)", "FY 2019/20?"),
        ("2019-20~", "about the fiscal year 2019/20", "≈\u00a0FY 2019/20"),
        ("2023-Q1", "the first quarter of 2023", "Q1 2023"),
        ("2023-Q2", "the second quarter of 2023", "Q2 2023"),
        ("2023-Q3", "the third quarter of 2023", "Q3 2023"),
        ("2023-Q4", "the fourth quarter of 2023", "Q4 2023"),
        ("2023-Q4~", "about the fourth quarter of 2023", "≈\u00a0Q4 2023"),
        ("2023-H1", "the first half of 2023", "H1 2023"),
        ("2023-H2?", "the second half of 2023 (half-year uncertain)", "H2 2023?"),
        ("2023-01/2023-09", "January to September 2023", "Jan–Sept 2023"),
        ("2023-01/2024-09", "January 2023 to September 2024", "Jan 2023–Sept 2024"),
        ("2024-01-09/2024-01-11", "9 to 11 January 2024", "9–11 Jan 2024"),
        ("2024-01-31/2024-02-02", "31 January to 2 February 2024", "31 Jan–2 Feb 2024"),
        ("2023-12-30/2024-01-02", "30 December 2023 to 2 January 2024", "30 Dec 2023–2 Jan 2024"),
        ("2023-01-30/2024-01-30", "30 January 2023 to 30 January 2024", "30 Jan 2023–30 Jan 2024"),
        ("2024-01-09/2024-01-09", "9 January 2024", "9 Jan 2024"),
        ("2024-01~/2024-03", "about January 2024 to March 2024", "≈\u00a0Jan 2024–Mar 2024"),
        ("2024-01/2024-03?", "January 2024 to March 2024 (month uncertain)", "Jan 2024–Mar 2024?"),
        ("2024-01-09/2024-03", "9 January 2024 to March 2024", "9 Jan 2024–Mar 2024"),
        ("2024-02-10/..", "since 10 February 2024", "since 10 Feb 2024"),
    ],
)
def test_a_period_is_named_for_what_it_is(written: str, long: str, short: str) -> None:
    period = parse_period(written)
    assert PLAIN.date(period) == long
    assert PLAIN.date(period, DateStyle.SHORT) == short
    if "/" not in period.text:
        assert PLAIN.date(period, DateStyle.BY) == f"by {long}"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1994-02-03", "by 3 February 1994"),
        ("1994", "by 1994"),
        ("../2018-03", "by March 2018"),
        ("2015/2018", "by 2018"),
        ("2015-03/..", "since March 2015"),
    ],
)
def test_what_was_counted_up_to_a_date_is_said_so(written: str, said: str) -> None:
    assert PLAIN.date(parse_date(written), DateStyle.BY) == said


def test_months_have_the_names_of_the_language() -> None:
    assert GERMAN.date(parse_date("1994-02-03")) == "3 Februar 1994"


def test_a_region_does_not_change_the_words() -> None:
    assert WORDS.phrases("en-US") == WORDS.phrases("en") == WORDS.phrases("EN-gb")


@pytest.mark.parametrize("tag", ["fr", "de-CH", "enm", "xx-YY", ""])
def test_no_language_gets_the_words_of_another(tag: str) -> None:
    with pytest.raises(ValueError, match="no words"):
        WORDS.phrases(tag)


def test_each_language_with_words_has_a_tag_to_write() -> None:
    for language in WordedLanguage:
        assert worded_language(EXAMPLES[language]) is language
        assert WORDS.phrases(language).since.text


# ---------------------------------------------------------------- titles


FILE = Place("data/people.yaml")


def term(title: str, held: str, *, complete: bool = False, over_by: str | None = None) -> Term:
    over = parse_date(over_by) if over_by else None
    words, time = Text.plain(title), parse_date(held)
    return Term(title=words, party="BLR", level="other", held=time, complete=complete, over_by=over, place=FILE)


def person(*terms: Term) -> Person:
    return Person(id="p", name="Ann One", sort_name="One", terms=terms, place=FILE)


@pytest.mark.parametrize(
    ("terms", "day", "title"),
    [
        ([term("President", "2015/2018")], "2016-05", "President"),
        ([term("President", "2015/2018")], "2018-12-31", "President"),
        ([term("President", "2015/2018")], "2019", ""),
        ([term("President", "2015/2018", complete=True)], "2019", "former President"),
        ([term("President", "2015/2018", complete=True)], "2014", ""),
        ([term("President", "2015", over_by="2017-03")], "2017-02", ""),
        ([term("President", "2015", over_by="2017-03")], "2017-03", "former President"),
        ([term("President", "2015/..")], "2030", "President"),
        ([term("Minister", "2010/2014", complete=True), term("President", "2015/..")], "2016", "President"),
        ([], "2016", ""),
    ],
)
def test_a_title_is_the_one_of_the_day_and_former_once_it_is_known_to_be_over(
    terms: list[Term], day: str, title: str
) -> None:
    assert title_at(person(*terms), parse_date(day), parse_date(day), PLAIN) == title


# ---------------------------------------------------------------- codes


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("PAK", "Pakistan"),
        ("BLR", "Belarus"),
        ("joint_commission", "joint commission"),
        ("treaty", "treaty"),
        ("mou", "memorandum of understanding"),
        ("fdi", "foreign direct investment"),
        ("in_force", "in force"),
        ("unknown", "not stated"),
        ("tradeobservation", "trade figure"),
        ("intra_industry_trade", "intra-industry trade"),
        ("WLD", "the world"),
        ("XYZ", None),
        ("Treaty", None),
        ("hs17", None),
        ("_", None),
    ],
)
def test_a_code_has_its_words_or_none(code: str, words: str | None) -> None:
    assert label(code, PLAIN) == words


@pytest.mark.parametrize(
    ("field", "code", "words"),
    [
        ("horizon", "1y", "within a year"),
        ("horizon", "open", "not stated"),
        ("binding", "no", "not binding"),
        ("binding", "unknown", "not stated"),
        ("form", "open", "open"),
        ("", "yes", "yes"),
    ],
)
def test_a_code_has_the_words_of_its_field_or_those_of_all(field: str, code: str, words: str) -> None:
    assert label(code, PLAIN, field=field) == words


def test_a_country_has_its_name_in_the_language_of_the_brief() -> None:
    assert label("BLR", Wording("fr", NumberOptions(), english())) == "Biélorussie"


# ---------------------------------------------------------------- orders

DAY_FIRST = Wording("en-US", NumberOptions(), english(), dates=DateOrder.DAY_FIRST)
MONTH_FIRST = Wording("en-GB", NumberOptions(), english(), dates=DateOrder.MONTH_FIRST)
AMERICAN = Wording("en-US", NumberOptions(), english())


@pytest.mark.parametrize(
    ("date", "style", "words"),
    [
        ("2021-04-23", DateStyle.LONG, "April 23, 2021"),
        ("2021-04-23", DateStyle.SHORT, "Apr 23, 2021"),
        ("2021-04", DateStyle.LONG, "April 2021"),
        ("2021", DateStyle.LONG, "2021"),
        ("2024-01-09/2024-01-11", DateStyle.LONG, "January 9 to 11, 2024"),
        ("2024-01-09/2024-01-11", DateStyle.SHORT, "Jan 9–11, 2024"),
        ("2024-01-30/2024-02-02", DateStyle.LONG, "January 30 to February 2, 2024"),
        ("2023-12-30/2024-01-02", DateStyle.LONG, "December 30, 2023 to January 2, 2024"),
        ("2024-01/2024-03", DateStyle.LONG, "January to March 2024"),
        ("2021-04-23~", DateStyle.LONG, "about April 23, 2021"),
        ("../2021-04-23", DateStyle.LONG, "by April 23, 2021"),
        ("2021-04-23", DateStyle.BY, "by April 23, 2021"),
    ],
)
def test_a_date_may_begin_with_its_month(date: str, style: DateStyle, words: str) -> None:
    assert MONTH_FIRST.date(parse_date(date), style) == words
    assert AMERICAN.date(parse_date(date), style) == words


def test_an_audience_may_have_the_day_first_in_american_english() -> None:
    assert DAY_FIRST.date(parse_date("2021-04-23")) == "23 April 2021"
    assert DAY_FIRST.date(parse_date("2024-01-09/2024-01-11"), DateStyle.SHORT) == "9–11 Jan 2024"


def test_a_language_has_its_own_order_where_nothing_is_asked_for() -> None:
    assert PLAIN.date(parse_date("2021-04-23")) == "23 April 2021"


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2021-04-23", "on 23 April 2021"),
        ("2021-04", "in April 2021"),
        ("2021", "in 2021"),
        ("2021~", "in about 2021"),
        ("2021?", "in 2021 (year uncertain)"),
        ("2024-01-09/2024-01-11", "from 9 to 11 January 2024"),
        ("2017/..", "since 2017"),
        ("../2021", "by 2021"),
    ],
)
def test_a_date_in_a_sentence_has_its_preposition(date: str, words: str) -> None:
    assert PLAIN.date(parse_date(date), DateStyle.ON) == words
