"""Prose prints years of trade and values of series: all that a section can reach, traced, and withheld as facts are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefgen.load import load
from briefgen.pipeline import Order, check, make
from briefgen.view import Request, view
from briefgen.world import Disk, Memory, Overlay, shipped_root
from readers.document_words import document_words
from samples import second_relation
from samples.broken_prose import FILES, HEAD, PATH
from samples.composing import FOLDER, composed

ROOT = Path(__file__).parents[2]
TRADE = """\
id,period,exporter,importer,flow,value,half_unit,scale,currency,reporter,year_basis,valuation,sensitivity,sources
x18,2018,PAK,BLR,X,12.5,0.05,1000000,USD,PAK,calendar,FOB,,ref
m18,2018,BLR,PAK,X,37.5,0.05,1000000,USD,PAK,calendar,FOB,,ref
x19,2019,PAK,BLR,X,15,0.05,1000000,USD,PAK,calendar,FOB,,ref
m19,2019,BLR,PAK,X,45,0.05,1000000,USD,PAK,calendar,FOB,,ref
q,2020-Q1,PAK,BLR,TURNOVER,9.5,0.05,1000000,USD,PAK,calendar,FOB,,ref
h17,2017,PAK,BLR,X,10,0.05,1000000,USD,PAK,calendar,FOB,restricted,ref
m17,2017,BLR,PAK,X,20,0.05,1000000,USD,PAK,calendar,FOB,,ref
"""
MONTHS = "id,period,exporter,importer,flow,value,scale,currency,sources\n" + "".join(
    f"t{month:02},2019-{month:02},PAK,BLR,TURNOVER,{month},1000000,USD,ref\n" for month in range(1, 13)
)
SERIES = """\
id,indicator,period,whose,towards,value,unit,reporter,year_basis,sensitivity,sources
s18,students,2018,PAK,BLR,40,student,BLR,calendar,,ref
s19,students,2019?,PAK,BLR,44,student,BLR,calendar,,ref
b19,students,2019,BLR,PAK,7,student,BLR,calendar,,ref
h20,students,2020,PAK,BLR,90,student,BLR,calendar,restricted,ref
"""
INDICATORS = """\
- {id: students, name: students, measures: stock, unit: student, unit_plural: students,
   phrase: "students from {whose} in {towards}"}
"""
MORE = {
    f"{FOLDER}/trade.csv": TRADE, f"{FOLDER}/series.csv": SERIES, "data/indicators.yaml": INDICATORS,
}  # fmt: skip


def world(body: str, more: dict[str, str] | None = None) -> Memory:
    files = {**FILES, **MORE, PATH: f"{HEAD}{body}\n", **(more or {})}
    return Memory({path: text.encode() for path, text in files.items()})


def said(asked: str, more: dict[str, str] | None = None) -> str:
    """What the reader's brief prints for it."""
    document, told = composed(load(world(f"It says {{{{ {asked} }}}} here.", more)).value, "reader")
    words = " ".join(document_words(document)).replace("\u00a0", " ")
    assert [d for d in told if d.severity == "error"] == []
    return words.partition("It says ")[2].partition(" here")[0]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ('trade("2019").turnover|money("sign")', "US$60 million"),
        ('trade("2019").turnover|money', "US$60 million"),
        ('trade("2019").exports.PAK|money("sign")', "US$15 million"),
        ('trade("2019").exports.BLR|money("sign")', "US$45 million"),
        ('trade("2019").balance|money("sign")', "US$30 million"),
        ('trade("2019").surplus_party|name', "Belarus"),
        ('trade("2019").shares.PAK|percent', "about 25.0%"),
        ('trade("2019").changes.turnover|growth', "rose by between 19.6% and 20.4%"),
        ('trade("2019").period|date', "2019"),
        ('trade("2018").turnover|money("sign")', "US$50.0 million"),
        ('trade("2020-Q1").turnover|money("sign")', "US$9.5 million"),
        ('series("students", "2018").figure|quantity', "40 students"),
        ('series("students", "2019", whose="PAK").figure|quantity', "44 students"),
        ('series("students", "2019", whose="BLR").figure|quantity', "7 students"),
        ('series("students", "2019?", towards="BLR").figure|quantity', "44 students"),
        ('series("students", "2019", whose="PAK", towards="BLR").change|growth', "rose by 10.0%"),
        ('series("students", "2018").period|date', "2018"),
    ],
)  # fmt: skip
def test_a_year_of_trade_and_a_value_of_a_series_are_printed(asked: str, words: str) -> None:
    found = said(asked)

    assert found.startswith(words), found


@pytest.mark.parametrize("period", ["FY2016-17", "2016/17", "2016-17"])
def test_a_fiscal_year_is_named_as_tables_have_it(period: str) -> None:
    rows = f"{TRADE.partition(chr(10))[0]}\nf,FY2016-17,PAK,BLR,TURNOVER,40,0.05,1000000,USD,PAK,fiscal,FOB,,ref\n"

    assert said(f'trade("{period}").turnover|money("sign")', {f"{FOLDER}/trade.csv": rows}) == "US$40 million"


def test_a_year_that_is_the_sum_of_its_months_is_reached_too() -> None:
    assert said('trade("2019").turnover|money("sign")', {f"{FOLDER}/trade.csv": MONTHS}).endswith("US$80 million")
    assert said('trade("2019-03").turnover|money("sign")', {f"{FOLDER}/trade.csv": MONTHS}) == "US$3 million"


def test_a_figure_leads_back_to_the_rows_that_it_was_made_of() -> None:
    made = world('They sold {{ trade("2019").turnover|money }} and {{ series("students", "2018").figure|quantity }}.')
    make(made, Order(formats=("html", "pdf", "docx", "md")))
    (sidecar,) = [data for path, data in made.files.items() if path.endswith("reader.trace.json")]
    found = {(cause["id"], cause.get("file")) for cause in json.loads(sidecar)["causes"]}

    assert {("x19", f"{FOLDER}/trade.csv"), ("m19", f"{FOLDER}/trade.csv"), ("s18", f"{FOLDER}/series.csv")} <= found


# ---------------------------------------------------------------- what an audience may not know

HIDDEN = {
    "a figure whose row is hidden": 'trade("2017").exports.PAK|money',
    "what is computed from a hidden row": 'trade("2017").turnover|money',
    "a share of it": 'trade("2017").shares.BLR|percent',
    "a value of a series": 'series("students", "2020").figure|quantity',
    "its change": 'series("students", "2020").change|growth',
}
OPEN = {
    "what is left of that year": 'trade("2017").exports.BLR|money',
    "another year": 'trade("2018").turnover|money',
    "another value": 'series("students", "2018").figure|quantity',
}


def of_reader(made: Memory) -> str:
    found = load(made).value
    return repr(view(found.relations[0], found.audiences[0], Request()).value)


@pytest.mark.parametrize("why", [*HIDDEN, *OPEN])
def test_prose_that_asks_for_a_hidden_figure_is_left_out_whole(why: str) -> None:
    asked = HIDDEN.get(why) or OPEN[why]
    made = world(f"A quiet word.\n\nMore {{{{ {asked} }}}}.")
    told = [f"{d.place} {d.code}" for d in check(made, Order()).report.diagnostics if d.code.startswith("BG30")]

    assert ("A quiet word" in of_reader(made)) is (why in OPEN)
    assert told == ([] if why in OPEN else [f"{PATH}:8:{9 + asked.index('(') + 2}  BG304".replace("  ", " ")])


def test_one_without_the_hidden_row_is_another_error_and_no_leak() -> None:
    rows = "\n".join(line for line in TRADE.split("\n") if not line.startswith("h17"))
    made = world('More {{ trade("2017").turnover|money }}.', {f"{FOLDER}/trade.csv": rows})
    (told,) = [d for d in check(made, Order()).report.diagnostics if d.code == "BG422"]

    assert "'turnover' of 'trade(\"2017\")' is empty" in told.message


# ---------------------------------------------------------------- slips


@pytest.mark.parametrize(
    ("asked", "code", "at", "message", "hint"),
    [
        ("trade().turnover", "BG138", "()", "')' cannot stand", 'trade("2019")'),
        ("trade(2019).turnover", "BG138", "2019", "'2019' cannot stand", 'trade("2019")'),
        ('trade("").turnover', "BG138", '""', "no period stands here", "trade.csv"),
        ('trade("last").turnover', "BG138", '"last"', "'last' is no period", "trade.csv"),
        ('trade("2019-13").turnover', "BG138", '"2019-13"', "'2019-13' is no period", "trade.csv"),
        ('trade("2019", "2020").turnover', "BG138", ', "2020"', "',' cannot stand", "one period"),
        ('trade["2019"].turnover', "BG138", "[", "'[' cannot stand", ""),
        ('trade("2015").turnover', "BG422", '2015"', "no period of trade '2015'", "did you mean"),
        ('trade("2019").turnovr', "BG422", "turnovr", "has no field 'turnovr'", "did you mean 'turnover'?"),
        ('trade("2019").exports', "BG422", "exports", "cannot be printed", "choose one"),
        ('trade("2019").exports.DEU|money', "BG422", "DEU", "has no field 'DEU'", "it has: BLR, PAK"),
        ('trade("2017").changes.turnover|growth', "BG422", "changes", "'changes' of", "prose cannot ask"),
        ('trade("2019")', "BG422", '2019"', "an entry of trade cannot be printed", "such as .turnover"),
        ('trade("2019")|money', "BG423", "money", "'money' cannot print an entry of trade", ""),
        ('trade("2019").turnover|date', "BG423", "date", "'date' cannot print a figure", "money"),
        ('series("students").figure', "BG138", ")", "')' cannot stand", 'series("students", "2019"'),
        ('series("students", 2019).figure', "BG138", "2019", "the period stands behind", 'series("students", "2019"'),
        ('series("students", "soon").figure', "BG138", '"soon"', "'soon' is no period", "trade.csv"),
        ('series("students", "2019", "PAK").figure', "BG138", '"PAK"', "whose it is", 'whose="PAK"'),
        ('series("students", "2019", who="PAK").figure', "BG138", "who", "whose it is", 'whose="PAK"'),
        ('series("students", "2019", whose="PAK", whose="BLR").figure', "BG138", 'whose="B', "whose it is", "towards"),
        ('series("", "2019").figure', "BG138", '""', "'' is no id of an indicator", "series("),
        ('series("studnets", "2019").figure', "BG422", "studnets", "no series 'studnets'", "did you mean 'students'?"),
        ('series("students", "2019").figure', "BG422", "students", "has 2 figures", 'whose="PAK" or whose="BLR"'),
        ('series("students", "2011").figure', "BG422", "students", "has no figure of 2011", ""),
        ('series("students", "2019", whose="DEU").figure', "BG422", "students", "no figure of 2019 like that", ""),
        ('series("students", "2018").figur', "BG422", "figur", "has no field 'figur'", "'figure'"),
        ('series("students", "2018")', "BG422", "students", "a value of a series cannot be printed", "such as .figure"),
        ('series("students", "2018").values', "BG422", "values", "has no field 'values'", ""),
        ('series("students", "2018").change|growth', "BG422", "change", "'change' of", "prose cannot ask"),
    ],
)  # fmt: skip
def test_a_slip_is_told_once_at_its_place_with_the_next_step(
    asked: str, code: str, at: str, message: str, hint: str
) -> None:
    body = f"Words {{{{ {asked} }}}}."
    found = [d for d in check(world(body), Order()).report.diagnostics if d.severity == "error"]

    assert [d.code for d in found] == [code], found
    column = body.index("{{ ") + 4 + asked.index(at) + (at == "()")
    assert str(found[0].place) == f"{PATH}:6:{column}"
    assert message in found[0].message
    assert hint in (found[0].hint or "")


# ---------------------------------------------------------------- of both relations


def everything(files: dict[str, bytes], folder: str, audience: str) -> tuple[dict[str, bytes], list[str]]:
    """A relation with prose that asks for every figure that an audience sees, and what was asked for."""
    made = load(laid_over(files)).value
    chosen = next(one for one in made.audiences if one.id == audience)
    seen = view(made.relations[0], chosen, Request()).value
    asked = [
        f'trade("{year.period}").{name}|money'
        for year in (*seen.trade, *seen.trade_periods)
        for name in (*(f"exports.{party}" for party in year.exports), *(["turnover"] if year.turnover else []))
    ]
    asked += [
        f'series("{one.indicator.id}", "{value.period}", whose="{one.whose}"'
        + (f', towards="{one.towards}"' if one.towards else "")
        + (f', definition="{one.definition}"' if one.definition else "")
        + ").figure|quantity"
        for one in seen.series
        for value in one.values
    ]
    text = "".join(f"Here it says {{{{ {one} }}}}.\n\n" for one in asked)
    head = "---\nsensitivity: public\nsources: [{ref: " + next(iter(seen.references)) + "}]\n---\n"
    section = b'{% if prose("every") %}\n## All\n\n{{ prose("every") }}\n{% endif %}\n'
    path = f"templates/audiences/{audience}.yaml"
    reader = laid_over(files).read(path, 100_000).decode()
    before, _, _ = reader.partition("\nsections:")
    more = {
        f"{folder}/prose/every.md": f"{head}{text}".encode(),
        "templates/sections/every.md.j2": section,
        path: f"{before}\nsections: [every, sources]\n".encode(),
    }
    return {**files, **more}, asked


def laid_over(files: dict[str, bytes]) -> Overlay[Memory]:
    return Overlay(Memory(dict(files)), Disk(shipped_root()))


SHIPPED = {
    path.relative_to(ROOT).as_posix(): path.read_bytes() for path in (ROOT / "data").rglob("*") if path.is_file()
}


@pytest.mark.parametrize("audience", ["public", "business", "researcher"])
@pytest.mark.parametrize(("files", "folder"), [(SHIPPED, "data/pakistan-belarus"),
                                               (second_relation.files(), "data/india-czechia")],
                         ids=["pakistan-belarus", "india-czechia"])  # fmt: skip
def test_every_figure_that_an_audience_sees_is_reached_and_withholds_nothing(
    files: dict[str, bytes], folder: str, audience: str
) -> None:
    with_prose, asked = everything(files, folder, audience)
    document, said = composed(load(laid_over(with_prose)).value, audience)

    assert len(asked) > 3
    assert [f"{d.place} {d.message}" for d in said if d.severity == "error"] == []
    assert sum(words.count("Here it says") for words in [" ".join(document_words(document))]) == len(asked)
