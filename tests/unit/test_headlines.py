"""Headlines of a desk: printed, chosen, withheld, told where they are out of date, and traced."""

from __future__ import annotations

import io
import json

import pikepdf
import pytest

from briefgen.load import load
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.traversal import plain_text
from briefgen.model.values.date import parse_date
from briefgen.model.values.quantity import parse_quantity
from briefgen.model.values.text import Text
from briefgen.pipeline import Order, check, coverage
from briefgen.trace import trace_of
from briefgen.view import Request, view
from briefgen.view.outdated_headlines import is_said_by
from briefgen.world import Memory
from readers.every_reader import READERS
from samples.broken_prose import FILES as OF_PROSE
from samples.composing import FOLDER, composed, loaded
from samples.rendering import rendered

PATH = f"{FOLDER}/headlines.yaml"
SECTION = {"templates/sections/one.md.j2": "## One\n\nIt goes on.\n"}
OTHER = {
    "templates/audiences/insider.yaml": (
        "name: Insider\nbrief_for: brief for the insider\nsubtitle: All of it\nclearance: restricted\nsections: [one]\n"
    )
}
FILES = {**OF_PROSE, **SECTION, **OTHER}
QUIET = "- {id: deal, kind: mou, title: Quiet deal, signed: 2018, sensitivity: restricted, sources: [{ref: ref}]}\n"


def record(**fields: object) -> str:
    """A headline; what is None is left out."""
    whole = {
        "id": "above", "audiences": ["reader"], "headline": "Ties are old, trade is small", "leans_on": ["ties"],
        "written": "2021-04-01", **fields,
    }  # fmt: skip
    return f"- {json.dumps({name: value for name, value in whole.items() if value is not None})}\n"


def world(records: str) -> Memory:
    return with_files(records, {})


def with_files(records: str, files: dict[str, str]) -> Memory:
    return Memory({path: text.encode() for path, text in {**FILES, PATH: records, **files}.items()})


def told(source: Memory, as_of: str | None = None, *, discreet: bool = False) -> list[tuple[str, str, str]]:
    """Place, code and message of what `check` says of headlines, and of their audiences."""
    order = Order(discreet=discreet, as_of=parse_date(as_of) if as_of else None)
    found = check(source, order).report.diagnostics
    return [(str(d.place), d.code, d.message) for d in found if d.place.path == PATH]


def opening(source: Memory, audience: str = "reader", as_of: str | None = None) -> tuple[str, str]:
    """Headline and standfirst of a brief, empty where the plain title stands."""
    document, _ = composed(loaded(source), audience, Request(parse_date(as_of)) if as_of else None)
    front = document.front
    return tuple(plain_text(words).replace("\u00a0", " ") for words in (front.headline, front.standfirst))  # type: ignore[return-value]


# ---------------------------------------------------------------- printed


def test_it_stands_above_the_brief_and_the_title_stays_what_it_was() -> None:
    document, said = composed(loaded(world(record(standfirst="A sentence."))), "reader")

    assert plain_text(document.front.headline) == "Ties are old, trade is small"
    assert plain_text(document.front.standfirst) == "A sentence."
    assert document.front.title == "Relations: brief for the reader"
    assert [d for d in said if d.code != "BG409"] == []


@pytest.mark.parametrize("name", sorted(READERS))
def test_every_format_prints_it_and_keeps_its_title(name: str) -> None:
    asked = 'Since {{ fact("ties").date|date }}.'
    document, _ = composed(loaded(world(record(standfirst=asked))), "reader")
    data = rendered(document, name, DEFAULT_STYLE)
    words = " ".join(READERS[name](data)).replace("\u00a0", " ")

    assert "Ties are old, trade is small" in words
    assert "Since 3 February 1994." in words
    if name == "pdf":
        with pikepdf.open(io.BytesIO(data)) as opened:
            assert str(opened.docinfo.Title) == "Relations: brief for the reader"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ('Since {{ fact("ties").date|date }}', "Since 3 February 1994"),
        ('{{ fact("t19").value|money("sign") }} in {{ fact("t19").period|date }}', "US$15.1 million in 2019"),
        ('{{ trade("2019").turnover|money }}', None),
        ('The {{ fact("session-2").number|number("ordinal") }} session', "The 2nd session"),
        ("Two  blanks\n and a line", "Two blanks and a line"),
        ("**No** markup, <b>none</b> & [none](https://example.org)", "**No** markup, <b>none</b> & [none](https://example.org)"),
        (r"A \{\{ brace and \[@none]", "A {{ brace and [@none]"),
        ("Pakistan's \"ties\"", "Pakistan’s “ties”"),
        ({"en": "In English", "ru": "По-русски"}, "In English"),
        ({"ru": "По-русски"}, "По-русски"),
    ],
)  # fmt: skip
def test_its_words_are_plain_and_its_values_are_those_of_the_data(written: object, printed: str | None) -> None:
    if printed is None:
        _, said = composed(loaded(world(record(headline=written))), "reader")
        assert [(d.code, d.about) for d in said if d.severity == "error"] == [("BG422", "above")]
    else:
        assert opening(world(record(headline=written)))[0] == printed


def test_without_a_standfirst_of_its_own_the_audiences_stays() -> None:
    audience = FILES["templates/audiences/reader.yaml"] + "opening: standfirst\nheadline: Plain\nstandfirst: As ever.\n"
    files = {"templates/audiences/reader.yaml": audience}

    assert opening(with_files(record(), files)) == ("Ties are old, trade is small", "As ever.")
    assert opening(with_files("", files)) == ("Plain", "As ever.")


def test_a_value_and_the_words_around_it_know_where_they_are_from() -> None:
    asked = 'Since {{ fact("ties").date|date }} friends'
    document, _ = composed(loaded(world(record(headline=asked, leans_on=["visit-2015", "session-2"]))), "reader")
    origins = [tuple(fact.fact for fact in run.origin.facts) for run in document.front.headline]  # type: ignore[union-attr]
    traced = str(trace_of(document).passages)

    assert origins == [("above", "visit-2015", "session-2"), ("ties",), ("above", "visit-2015", "session-2")]
    assert "text='3 February 1994'" in traced.replace("\\xa0", " ")
    assert {"above", "ties", "visit-2015", "session-2"} <= {cause.id for cause in trace_of(document).causes}


# ---------------------------------------------------------------- which one, for whom


def test_no_other_audience_has_it_or_may_know_it() -> None:
    source = world(record())

    assert opening(source, "insider") == ("", "")
    verdicts = {
        (of.audience, verdict.fact): str(verdict.reason)
        for of in coverage(source, Order())[1]
        for verdict in of.verdicts
        if verdict.fact == "above"
    }
    assert verdicts == {("reader", "above"): "None", ("insider", "above"): "other audiences"}


@pytest.mark.parametrize(
    ("days", "as_of", "stands"),
    [
        (["2019", "2021-04-01"], None, 1),
        (["2021-04-01", "2019"], None, 0),
        (["2021-04-01", "2021-04-01"], None, 0),
        (["2019", "2021-04-01"], "2020-06-30", 0),
        (["2019", "2021-04-01"], "2018", None),
        (["2021-04", "2021-03-31"], None, 0),
        (["2016", "2017", "2018"], "2017-12-31", 1),
        (["2016", "2017", "2018"], None, 2),
        (["2020-02", "2020-02-28"], None, 1),
        (["2021-04-23"], None, 0),
        (["2021-04-23"], "2021-04-22", None),
    ],
)
def test_the_one_that_was_written_last_stands_there(days: list[str], as_of: str | None, stands: int | None) -> None:
    records = "".join(record(id=f"h{n}", headline=f"Number {'abc'[n]}", written=day) for n, day in enumerate(days))

    assert opening(world(records), as_of=as_of)[0] == ("" if stands is None else f"Number {'abc'[stands]}")


def test_a_hidden_one_succeeds_no_other() -> None:
    older = record(id="older", headline="For all", written="2019")
    newer = record(headline="For few", sensitivity="restricted", audiences=["reader", "insider"])

    assert opening(world(older + newer))[0] == "For all"
    assert opening(world(older + newer), "insider")[0] == "For few"


@pytest.mark.parametrize(
    ("name", "known"), [("reader", True), ("insider", True), ("readr", False), ("Reader", False), ("", True)]
)
def test_an_audience_that_there_is_none_of_is_told(name: str, known: bool) -> None:  # noqa: FBT001 - a case
    said = load(world(record(audiences=["reader", name] if name else ["reader"]))).diagnostics

    assert [(d.code, d.place.path) for d in said] == ([] if known else [("BG113", PATH)])


def test_that_others_do_not_have_it_is_no_gap() -> None:
    older = record(id="older", headline="As before", written="2019")
    found = check(world(older + record()), Order()).report.diagnostics

    assert [d.message for d in found if d.code == "BG320" and "headlines" in d.message] == []


# ---------------------------------------------------------------- withheld


@pytest.mark.parametrize(
    "fields",
    [
        {"leans_on": ["ties", "deal"]},
        {"leans_on": ["deal"]},
        {"leans_on": [{"fact": "deal", "field": "title", "value": "Quiet deal"}]},
        {"headline": 'After {{ fact("deal").title }}'},
        {"standfirst": 'After {{ fact("deal").signed|date }}'},
        {"headline": {"en": "In English", "ru": '{{ fact("deal").title }}'}},
        {"leans_on": ["ties", "older"]},
        {"sensitivity": "official"},
        {"topics": ["defence"]},
        {"embargo_until": "2021-05"},
        {"recorded": "2021-04-24"},
        {"status": "retracted"},
    ],
)
def test_who_may_not_know_what_it_leans_on_does_not_get_it(fields: dict[str, object]) -> None:
    hides = {
        "templates/audiences/reader.yaml": FILES["templates/audiences/reader.yaml"] + "hide: {topics: [defence]}\n"
    }
    older = record(id="older", audiences=["insider"], headline="Elsewhere", written="2018")
    source = with_files(older + record(**fields), {f"{FOLDER}/agreements.yaml": QUIET, **hides})

    assert opening(source) == ("", "")


def test_the_owner_is_told_what_withholds_it_and_a_discreet_log_is_not() -> None:
    source = with_files(record(leans_on=["ties", "deal"]), {f"{FOLDER}/agreements.yaml": QUIET})

    message = "'above' is left out for 'reader': it leans on what that audience may not know"
    assert [one for one in told(source) if one[1] == "BG304"] == [(f"{PATH}:1:109", "BG304", message)]
    assert told(source, discreet=True) == []


def test_two_relations_that_differ_in_what_a_headline_hides_have_one_view() -> None:
    def seen(records: str) -> object:
        workspace = load(with_files(records, {f"{FOLDER}/agreements.yaml": QUIET})).value
        reader = next(audience for audience in workspace.audiences if audience.id == "reader")
        return view(workspace.relations[0], reader, Request()).value

    hidden = (
        "", record(leans_on=["deal"]), record(sensitivity="restricted"), record(audiences=["insider"]),
        record(headline='{{ fact("deal").title }}'),
    )  # fmt: skip
    first, *others = map(seen, hidden)
    assert all(other == first for other in others)


def test_what_requires_sources_takes_those_that_it_leans_on() -> None:
    strict = {"templates/audiences/reader.yaml": FILES["templates/audiences/reader.yaml"] + "require_source: true\n"}

    assert opening(with_files(record(), strict))[0] == "Ties are old, trade is small"
    assert opening(with_files(record(leans_on=[]), strict))[0] == ""
    assert [code for _, code, _ in told(world(record()))] == []
    assert [code for _, code, _ in told(world(record(leans_on=[])))] == ["BG214"]


# ---------------------------------------------------------------- out of date


@pytest.mark.parametrize(
    ("ground", "now"),
    [
        ({"fact": "t19", "value": "15.1"}, None),
        ({"fact": "t19", "value": "15.10 million USD"}, None),
        ({"fact": "t19", "value": "15.2"}, "15.1"),
        ({"fact": "t19", "value": "about 15.1"}, None),
        ({"fact": "t19", "field": "period", "value": "2019"}, None),
        ({"fact": "t19", "field": "period", "value": "2018"}, "2019"),
        ({"fact": "ties", "field": "date", "value": "1994-02-03"}, None),
        ({"fact": "ties", "field": "date", "value": "1994-02-04"}, "1994-02-03"),
        ({"fact": "ties", "field": "kind", "value": "diplomatic_relations"}, None),
        ({"fact": "ties", "field": "kind", "value": "recognition"}, "diplomatic_relations"),
        ({"fact": "ties", "field": "title", "value": "Relations  begin"}, None),
        ({"fact": "ties", "field": "title", "value": "Relations end"}, "Relations begin"),
        ({"fact": "ties", "field": "major", "value": "false"}, None),
        ({"fact": "session-2", "field": "number", "value": "2"}, None),
        ({"fact": "session-2", "field": "number", "value": "3"}, "2"),
        ({"fact": "visit-2015", "field": "host", "value": "BLR"}, "PAK"),
    ],
)
def test_a_value_that_is_another_one_now_is_told_with_both_places(ground: dict[str, str], now: str | None) -> None:
    found = [one for one in told(world(record(leans_on=[ground]))) if one[1] == "BG350"]

    assert len(found) == (now is not None)
    for place, _, message in found:
        assert place.startswith(f"{PATH}:1:")
        assert f"now it is {now} (data/x-y/" in message
        assert f"'{ground['value']}'" in message or ground["value"] in message


@pytest.mark.parametrize(
    ("entered", "said", "is_one"),
    [
        ("> 80 documents", "> 80", True),
        ("> 80 documents", ">80 documents", True),
        ("> 80 documents", "80", False),
        ("> 80 documents", "more than 80", True),
        ("> 80 documents", "at least 80", False),
        (">= 80 documents", "> 80", False),
        ("about 37", "37", True),
        ("37", "about 37", True),
        ("37", "> 37", False),
        ("2..4 groups", "2..4", True),
        ("2..4 groups", "2", False),
        ("1250 documents", "1,250", True),
        ("5 sessions", "five", False),
        ("5 sessions", "", False),
        ("-3 %", "-3", True),
        ("< 5 %", "< 5", True),
        ("< 5 %", "> 5", False),
    ],
)
def test_a_quantity_is_the_same_by_its_numbers_and_its_bounds(entered: str, said: str, is_one: bool) -> None:  # noqa: FBT001 - a case
    assert is_said_by(said, parse_quantity(entered)) is is_one


def test_of_a_text_any_language_will_do() -> None:
    assert is_said_by("Да", Text((("en", "Yes"), ("ru", "Да"))))
    assert not is_said_by("Нет", Text((("en", "Yes"), ("ru", "Да"))))


LATER = "t20,2020,PAK,BLR,X,16.1,1000000,USD,ref\n"
OTHER_WAY = "t20,2020,BLR,PAK,X,16.1,1000000,USD,ref\n"


@pytest.mark.parametrize(
    ("written", "leans_on", "rows", "as_of", "said"),
    [
        ("2020-06-30", ["t19"], LATER, None, "goes on in 't20', known from 2020-12-31 on (data/x-y/trade.csv:3)"),
        ("2021", ["t19"], LATER, None, None),
        ("2020-06-30", ["t19"], LATER, "2020-10-01", None),
        ("2020-06-30", ["t19"], OTHER_WAY, None, None),
        ("2020-06-30", ["ties"], LATER, None, None),
        ("2019-06-30", ["t19"], "", None, "has a date of 2019-12-31 (data/x-y/trade.csv:2)"),
        ("2019-12-31", ["t19"], "", None, None),
        ("2016-06-01", ["body"], "", None, "has a date of 2017-01-01 (data/x-y/mechanisms.yaml:1)"),
        ("2017", ["body"], "", None, None),
        ("2016-06-01", ["session-2"], "", None, "has a date of 2017-01-01 (data/x-y/mechanisms.yaml:4)"),
        ("2015-04", ["visit-2015"], "", None, "has a date of 2015-05-01 (data/x-y/visits.yaml:1)"),
        ("2015-05", ["visit-2015"], "", None, None),
    ],
)
def test_what_became_known_after_it_was_written_is_told(
    written: str, leans_on: list[str], rows: str, as_of: str | None, said: str | None
) -> None:
    trade = {f"{FOLDER}/trade.csv": FILES[f"{FOLDER}/trade.csv"] + rows}
    source = with_files(record(written=written, leans_on=leans_on), trade)
    found = [one for one in told(source, as_of) if one[1] == "BG351"]

    assert len(found) == (said is not None)
    for _, _, message in found:
        assert said is not None
        assert message.endswith(said)


def test_who_does_not_get_it_is_told_of_no_value() -> None:
    ground = {"fact": "deal", "field": "title", "value": "Loud deal"}
    secret = {f"{FOLDER}/agreements.yaml": QUIET}

    assert [code for _, code, _ in told(with_files(record(leans_on=[ground]), secret))] == ["BG304"]
    both = record(leans_on=[ground], audiences=["reader", "insider"])
    assert sorted(code for _, code, _ in told(with_files(both, secret))) == ["BG304", "BG350"]


# ---------------------------------------------------------------- wrong


@pytest.mark.parametrize(
    ("fields", "code", "message"),
    [
        ({"leans_on": ["tis"]}, "BG292", "there is no fact 'tis'"),
        ({"leans_on": [{"fact": "ties", "field": "dat", "value": "1994"}]}, "BG292", "a milestone has no field 'dat'"),
        ({"leans_on": [{"fact": "ties", "value": "1"}]}, "BG292", "a milestone has no field 'value'"),
        ({"leans_on": ["body/sessions/1"]}, "BG292", "'body/sessions/1' is a part without an id of its own"),
        ({"leans_on": ["above"]}, "BG292", "there is no fact 'above'"),
        ({"leans_on": [{"value": "1"}]}, "BG107", "a ground needs 'fact'"),
        ({"leans_on": [{"fact": "ties", "valu": "1"}]}, "BG106", "a ground has no field 'valu'"),
        ({"leans_on": ["Not An Id"]}, "BG108", "'Not An Id': an id is lower-case letters, digits and hyphens"),
        ({"leans_on": None}, "BG107", "a headline needs 'leans_on'"),
        ({"written": None}, "BG107", "a headline needs 'written'"),
        ({"audiences": None}, "BG107", "a headline needs 'audiences'"),
        ({"headline": None}, "BG107", "a headline needs 'headline'"),
        ({"written": "April"}, "BG110", "'April'"),
        ({"written": "2021-05"}, "BG208", "2021-05"),
        ({"headline": '{{ fact("tis").date|date }}'}, "BG292", "there is no fact 'tis'"),
        ({"headline": '{{ fact("ties").day|date }}'}, "BG292", "a milestone has no field 'day'"),
        ({"headline": '{{ fact("ties").date|dat }}'}, "BG423", "'dat' is no filter"),
        ({"headline": '{{ fact("ties") }}'}, "BG422", "a milestone cannot be printed"),
        ({"headline": '{{ fact("ties").date '}, "BG138", "'{{' is never closed"),
        ({"headline": "{% if x %}"}, "BG138", "prose holds no tags such as '{%'"),
        ({"headline": "As they say [@ref]"}, "BG138", "a headline or standfirst cites nothing"),
        ({"standfirst": '{{ picture("x") }}'}, "BG138", "a headline or standfirst holds no picture"),
        ({"headline": "x" * 501}, "BG103", "this has 501 characters, a title or name at most 500"),
        ({"headline": "word " * 15}, "BG446", "two lines hold about 72"),
        ({"headline": "Trade of 15.1 million"}, "BG275", "the figure 15.1 is typed into the headline of 'above'"),
        ({"standfirst": "A rise of 3 per cent"}, "BG275", "the figure 3 is typed into the standfirst of 'above'"),
        ({"headline": "TODO: say it"}, "BG256", "TODO"),
        ({"standfirst": "Unprecedented trade"}, "BG255", "Unprecedented"),
        ({"id": "ties"}, "BG201", "ties"),
    ],
)
def test_what_is_wrong_is_told_once_at_its_line(fields: dict[str, object], code: str, message: str) -> None:
    found = [one for one in told(world(record(**fields))) if one[1] not in {"BG301", "BG409"}]

    assert [one[1] for one in found] == [code]
    assert message in found[0][2]
    assert found[0][0].startswith(f"{PATH}:1:")


@pytest.mark.parametrize("words", ["Busier since 2015", "The G20 and COVID-19", "Twelve of them"])
def test_a_year_a_name_and_a_word_are_no_figures(words: str) -> None:
    assert told(world(record(headline=words))) == []
