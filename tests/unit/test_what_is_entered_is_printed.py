"""The shipped sections print what an analyst enters, and call nothing "not stated" that is on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.model.document import BulletList, Table
from briefgen.model.traversal import document_units, in_rows
from briefgen.world import Memory
from readers.document_words import words_of_inlines
from samples.composing import BASE, FOLDER, composed, loaded
from samples.shipped_briefs import ROOT

if TYPE_CHECKING:
    from briefgen.model.document import Document

READER = "templates/audiences/reader.yaml"


def section(name: str, files: dict[str, str], options: str = "", more: str = "") -> Document:
    """A brief of one shipped section."""
    path = f"templates/sections/{name}.md.j2"
    placed = {f"{FOLDER}/{file}": text for file, text in files.items()}
    reader = BASE[READER].replace("[one]", f"[{{{name}: {{{options}}}}}]") + more
    contents = {**BASE, path: (ROOT / path).read_text(encoding="utf-8"), READER: reader, **placed}
    document, said = composed(loaded(Memory({file: text.encode() for file, text in contents.items()})), "reader")
    assert [d for d in said if d.severity.value == "error"] == []
    return document


def words(document: Document) -> str:
    """All that a brief says, in order."""
    texts = (words_of_inlines(run) for unit in document_units(document) for run in unit.runs)
    return " | ".join(" ".join(text.replace("\u00a0", " ").split()) for text in texts if text)


def rows(document: Document) -> list[list[list[str]]]:
    """The cells of each table."""
    tables = [block for block in in_rows(document.blocks) if isinstance(block, Table)]
    return [[[words_of_inlines(cell.inlines) for cell in row] for row in (t.header, *t.rows)] for t in tables]


CONSULTATIONS = """\
- id: consultations
  kind: political_consultations
  name: Consultations
  aliases: [BPC]
  levels: [{value: deputy ministers}, {value: directors}]
  sources: [{ref: ref}]
  sessions:
    - {number: 15, date: 2022-08-10, venue: {city: Minsk, country: BLR}}
    - {number: 16, date: 2023-08-07, note: Held by video.}
"""


def test_sessions_stand_with_number_date_and_place() -> None:
    document = section("mechanisms", {"mechanisms.yaml": CONSULTATIONS.replace("2022", "2018").replace("2023", "2019")})
    bodies, sessions = rows(document)

    assert bodies[1][0] == "Consultations (sources also write: BPC)"
    assert bodies[1][1] == "political consultations; level: deputy ministers, directors (sources differ)"
    assert bodies[1][2] == "2 on record, see below"
    assert sessions == [
        ["Body", "No.", "Date", "Place"],
        ["Consultations", "15", "10\u00a0Aug 2018", "Minsk, Belarus"],
        ["Consultations", "16", "7\u00a0Aug 2019", "–"],
    ]
    assert "does not date them" not in words(document)


@pytest.mark.parametrize(
    ("told", "venue", "beside"),
    [
        ("A consulate opens", ", venue: {city: Minsk, country: BLR}", " (mission of Pakistan; Minsk, Belarus)"),
        ("A consulate opens", "", " (mission of Pakistan in Belarus)"),
        ("The consulate in Belarus opens", ", venue: {country: BLR}", " (mission of Pakistan)"),
        ("Pakistan opens a consulate", "", " (in Belarus)"),
        ("Pakistan opens a consulate", ", venue: {city: Minsk}", " (Minsk)"),
        ("Pakistan opens a consulate in Belarus", ", venue: {country: BLR}", ""),
    ],
)
def test_whose_a_mission_is_and_where_stands_beside_a_sentence_that_does_not_say_so(
    told: str, venue: str, beside: str
) -> None:
    fact = f"id: m, kind: consulate, date: 2015, title: Mission, text: {told}, sending: PAK, host: BLR{venue}"
    said = words(section("politics", {"milestones.yaml": f"- {{{fact}, sources: [{{ref: ref}}]}}\n"}))

    assert f"2015: {told}{beside} [1]" in said


def test_products_stand_with_what_is_known_of_them() -> None:
    header = "id,exporter,importer,label,hs_code,hs_scheme,value,scale,currency,period,rank,sources\n"
    row = "p,BLR,PAK,tractors,8701,HS17,12.5,1000000,USD,2019,1,ref\nq,BLR,PAK,seeds,,,,,,,,ref\n"
    document = section("products", {"products.csv": header + row})

    [table] = rows(document)
    assert table == [
        ["Product", "Seller", "HS code", "Value, US$\u00a0million", "Period", "Rank"],
        ["tractors", "Belarus", "8701 (HS17)", "12.5", "2019", "1"],
        ["seeds", "Belarus", "–", "–", "–", "–"],
    ]
    assert "Not stated" not in words(document)


TRADE = (
    "id,period,exporter,importer,flow,value,half_unit,scale,currency,status,sources,reporter,year_basis\n"
    "low,2019,PAK,BLR,X,1.4,0.05,1000000,USD,asserted,other,,\n"
    "high,2019,PAK,BLR,X,15.1,0.05,1000000,USD,preferred,ref,PAK,calendar\n"
    "back,2019,BLR,PAK,X,35,0.5,1000000,USD,asserted,ref,,\n"
    "twin,2019,BLR,PAK,X,35,0.5,1000000,USD,asserted,other,,\n"
    "old,2019,PAK,BLR,X,99,0.5,1000000,USD,superseded,other,,\n"
)


def test_a_contested_figure_stands_with_what_it_is_contested_by() -> None:
    said = words(section("trade", {"trade.csv": TRADE}, "chart: false"))

    assert "Pakistani exports came to US$15.1 million (sources differ)" in said
    assert (
        "Sources differ over 2019: they put Pakistani exports at US$15.1 million [1], but also at US$1.4 million [2]."
        in said
    )
    assert "99" not in said
    assert "Belarusian exports at" not in said


def test_a_contested_figure_has_its_counterpart_in_the_bottom_line_and_in_key_figures_too() -> None:
    turnover = TRADE + (
        "t,2019,PAK,BLR,TURNOVER,50,0.5,1000000,USD,preferred,ref,,\n"
        "u,2019,PAK,BLR,TURNOVER,60,0.5,1000000,USD,contested,other,,\n"
        "b,2019,BLR,PAK,BALANCE,20,0.5,1000000,USD,preferred,ref,,\n"
        "c,2019,BLR,PAK,BALANCE,30,0.5,1000000,USD,contested,other,,\n"
    )
    line = words(section("summary", {"trade.csv": turnover}))
    cards = words(section("key_figures", {"trade.csv": turnover}))

    assert (
        "they put Pakistani exports at US$15.1 million [1], but also at US$1.4 million [2]; turnover at US$50" in line
    )
    assert "but also at US$60 million [2]; the balance at US$20 million [1], but also at US$30 million [2]." in line
    assert "total trade in 2019; also given as US$60 million" in cards
    assert "surplus of Belarus in 2019; also given as US$30 million" in cards


def test_a_key_figure_that_was_computed_of_contested_ones_says_so() -> None:
    cards = words(section("key_figures", {"trade.csv": TRADE.replace("PAK,calendar", ",")}))

    assert "total trade in 2019, by our calculation; sources differ on its parts" in cards
    assert "surplus of Belarus in 2019, by our calculation; sources differ on its parts" in cards


COUNTED = "id,period,exporter,importer,flow,value,scale,currency,counts,sources\n"


@pytest.mark.parametrize(
    ("counts", "said", "caption"),
    [
        ("goods", "Total trade in goods was", "Trade in goods, both directions"),
        ("services", "Total trade in services was", "Trade in services, both directions"),
        ("goods_and_services", "Total trade in goods and services was", "Trade in goods and services, both directions"),
        ("unknown", "Total trade was", "Trade, both directions"),
        ("", "Total trade was", "Trade, both directions"),
    ],
)
def test_only_goods_are_called_goods(counts: str, said: str, caption: str) -> None:
    rows_of = f"a,2019,PAK,BLR,X,15,1000000,USD,{counts},ref\nb,2019,BLR,PAK,X,35,1000000,USD,{counts},ref\n"
    told = words(section("trade", {"trade.csv": COUNTED + rows_of}, "chart: true"))

    assert said in told
    assert caption in told
    assert caption.replace(", both directions", " by direction") in told


def test_goods_and_all_trade_of_one_period_are_no_rival_claims() -> None:
    rows_of = (
        "a,2019,PAK,BLR,TURNOVER,50,1000000,USD,goods,ref\nb,2019,PAK,BLR,TURNOVER,90,1000000,USD,goods_and_services,ref\n"
        "c,2020,PAK,BLR,TURNOVER,52,1000000,USD,goods,ref\n"
    )
    told = words(section("trade", {"trade.csv": COUNTED + rows_of}, "chart: false"))

    assert "contested" not in told
    assert "90" not in told
    assert "Total trade in goods was US$52 million" in told


def test_periods_that_count_different_things_are_not_compared() -> None:
    rows_of = "a,2018,PAK,BLR,TURNOVER,50,1000000,USD,goods,ref\nb,2019,PAK,BLR,TURNOVER,90,1000000,USD,services,ref\n"
    told = words(section("trade", {"trade.csv": COUNTED + rows_of}, "chart: false, balance: true"))

    assert "What is counted is not the same in all periods." in told
    assert "Change" not in told
    assert "Total trade in services was US$90 million" in told
    assert "Trade, both directions" in told


def test_columns_that_hold_nothing_are_left_out_and_one_empty_cell_has_a_dash() -> None:
    turnover = "a,2018,PAK,BLR,TURNOVER,50,1000000,USD,,ref\nb,2019,PAK,BLR,TURNOVER,52,1000000,USD,,ref\n"
    [table] = rows(section("trade", {"trade.csv": COUNTED + turnover}, "chart: false"))
    assert table == [["Period\N{NO-BREAK SPACE}→", "2018", "2019"], ["Turnover", "50", "52"]]

    flows = (("e", "2018,PAK,BLR,X,15"), ("f", "2018,BLR,PAK,X,35"), ("g", "2019,PAK,BLR,X,16"))
    gap = "".join(f"{key},{row},1000000,USD,,ref\n" for key, row in flows)
    document = section("trade", {"trade.csv": COUNTED + gap}, "chart: false")
    [table] = rows(document)
    assert [row[2] for row in table] == ["2019", "16", "–", "–", "–"]
    assert "A dash: not stated, and not to be told from what is." in words(document)
    assert "US$ million" in words(document)


def test_what_is_in_another_currency_stands_in_another_table() -> None:
    mixed = "c,2019,PAK,BLR,X,15,1000000,USD,,ref\nd,2019,BLR,PAK,X,900,1000000,PKR,,ref\n"
    before = "e,2018,PAK,BLR,X,15,1000000,USD,,ref\nf,2018,BLR,PAK,X,35,1000000,USD,,ref\n"
    after = "g,2020,PAK,BLR,TURNOVER,15,1000000,USD,,ref\n"
    document = section("trade", {"trade.csv": COUNTED + before + mixed + after}, "chart: false")
    dollars, both = rows(document)

    assert dollars[0] == ["Period\N{NO-BREAK SPACE}→", "2018", "2020"]
    assert both == [
        ["Period\N{NO-BREAK SPACE}→", "2019"],
        ["Pakistani exports", "US$15\u00a0million"],
        ["Belarusian exports", "PKR\u00a0900\u00a0million"],
    ]
    assert words(document).count("2019 is told in USD and PKR: nothing is computed across them.") == 1
    assert "Trade, both directions, in US dollars" in words(document)
    assert "Trade, both directions, in US dollars and Pakistani rupees" in words(document)


@pytest.mark.parametrize(
    ("sold", "index"),
    [
        (("a,PAK,BLR,rice,30,1,USD,2019", "b,PAK,BLR,tea,70,1,USD,2019"), "≈\u00a00.580"),
        (("a,PAK,BLR,rice,30,1000,USD,2019", "b,PAK,BLR,tea,70000,1,USD,2019"), "≈\u00a00.580"),
        (("a,PAK,BLR,rice,30,1,USD,2019",), "1.000"),
        (("a,PAK,BLR,rice,30,1,USD,2019", "b,PAK,BLR,tea,70,1,EUR,2019"), "the inputs have different units"),
        (("a,PAK,BLR,rice,30,1,USD,2019", "b,PAK,BLR,tea,,,,2019"), "not every product that is named has a value"),
        (("a,PAK,BLR,rice,30,1,USD,2019", "b,PAK,BLR,tea,70,1,USD,"), "not every product that is named has a value"),
        (("a,PAK,BLR,rice,30,1,USD,2018", "b,PAK,BLR,tea,70,1,USD,2018"), "no series by product is on record"),
        (("a,PAK,BLR,rice,,,,", "b,PAK,BLR,tea,,,,"), "no series by product is on record"),
        (("a,BLR,PAK,rice,30,1,USD,2019",), "no series by product is on record"),
    ],
)
def test_the_concentration_of_products_comes_from_what_is_named_where_all_have_values(
    sold: tuple[str, ...], index: str
) -> None:
    trade = COUNTED + "a1,2019,PAK,BLR,X,15,1000000,USD,,ref\nb1,2019,BLR,PAK,X,35,1000000,USD,,ref\n"
    products = "id,exporter,importer,label,value,scale,currency,period,sources\n" + "".join(f"{r},ref\n" for r in sold)
    document = section("trade", {"trade.csv": trade, "products.csv": products}, "chart: false, indicators: true")
    cells = [row[2] for table in rows(document) for row in table if row[0].startswith("Concentration of products, Pak")]
    told = [cell for cell in cells if cell != "–"] or [words(document)]

    assert index in told[0]


def test_whoever_sees_all_claims_or_their_range_is_not_told_twice() -> None:
    for how in ("all", "range", "none"):
        said = words(section("trade", {"trade.csv": TRADE}, "chart: false", f"claims: {how}\n"))

        assert "Sources differ" not in said


def test_each_row_of_trade_can_stand_with_its_basis() -> None:
    document = section("trade", {"trade.csv": TRADE}, "chart: false, table: false, rows: true")

    [table] = rows(document)
    assert table[0][2] == "Value, US$\u00a0million"
    assert ["2019", "Pakistan → Belarus", "15.1", "preferred; reported by Pakistan; calendar year"] in [
        row[:4] for row in table
    ]


def test_bodies_without_dated_sessions_are_named() -> None:
    body = "- {{id: {0}, kind: joint_commission, name: {0} body, sources: [{{ref: ref}}], {1}}}\n"
    held = "sessions_held: [{value: 5 sessions}]"
    document = section("sensitivities", {"mechanisms.yaml": body.format("first", held) + body.format("second", held)})

    [points] = [block for block in in_rows(document.blocks) if isinstance(block, BulletList)]
    assert len(points.items) == 1
    assert (
        "Do not name dates for past sessions of these bodies, for none is on record: first body and second body"
        in words(document)
    )


def test_a_meeting_beside_an_event_has_a_place() -> None:
    visit = "- {{id: {0}, kind: meeting, title: T, date: 2019, sources: [{{ref: ref}}]{1}}}\n"
    files = {"visits.yaml": visit.format("a", ", venue: {event: oic}") + visit.format("b", "")}

    [table] = rows(section("politics", files))

    assert [row[2] for row in table[1:]] == ["beside the OIC summit", "–"]
