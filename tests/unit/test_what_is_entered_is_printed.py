"""The shipped sections print what an analyst enters, and call nothing "not stated" that is on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import BulletList, Callout, Table
from briefgen.model.traversal import document_units
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
    tables = [block for block in document.blocks if isinstance(block, Table)]
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
    assert bodies[1][1] == "political consultations; level, on which sources differ: deputy ministers or directors"
    assert bodies[1][2] == "2 on record, listed below"
    assert sessions == [
        ["Body", "No.", "Date", "Place"],
        ["Consultations", "15", "10 Aug 2018", "Minsk, Belarus"],
        ["Consultations", "16", "7 Aug 2019", "not stated"],
    ]
    assert "does not date them" not in words(document)


def test_products_stand_with_what_is_known_of_them() -> None:
    header = "id,exporter,importer,label,hs_code,hs_scheme,value,scale,currency,period,rank,sources\n"
    row = "p,BLR,PAK,tractors,8701,HS17,12.5,1000000,USD,2019,1,ref\nq,BLR,PAK,seeds,,,,,,,,ref\n"
    document = section("products", {"products.csv": header + row})

    [table] = rows(document)
    assert table == [
        ["Seller", "Product", "HS code", "Value", "Period", "Rank"],
        ["Belarus", "tractors", "8701 (HS17)", "US$12.5\u00a0million", "2019", "1"],
        ["Belarus", "seeds", "not stated", "not stated", "not stated", "–"],
    ]
    assert "do not give" not in words(document)


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

    assert "Pakistani exports came to US$15.1 million (contested)" in said
    assert "Other sources put Pakistani exports in 2019 at US$1.4 million [2]." in said
    assert "99" not in said
    assert "Other sources put Belarusian exports" not in said


def test_whoever_sees_all_claims_or_their_range_is_not_told_twice() -> None:
    for how in ("all", "range", "none"):
        said = words(section("trade", {"trade.csv": TRADE}, "chart: false", f"claims: {how}\n"))

        assert "Other sources put" not in said


def test_each_row_of_trade_can_stand_with_its_basis() -> None:
    document = section("trade", {"trade.csv": TRADE}, "chart: false, table: false, rows: true")

    [table] = rows(document)
    assert ["2019", "Pakistan → Belarus", "US$15.1\u00a0million", "preferred; reported by Pakistan; calendar year"] in [
        row[:4] for row in table
    ]


def test_bodies_without_dated_sessions_are_named() -> None:
    body = "- {{id: {0}, kind: joint_commission, name: {0} body, sources: [{{ref: ref}}], {1}}}\n"
    held = "sessions_held: [{value: 5 sessions}]"
    document = section("sensitivities", {"mechanisms.yaml": body.format("first", held) + body.format("second", held)})

    [box] = [block for block in document.blocks if isinstance(block, Callout)]
    [points] = [block for block in box.blocks if isinstance(block, BulletList)]
    assert len(points.items) == 2
    assert "No session of the first body is dated" in words(document)
    assert "No session of the second body is dated" in words(document)


def test_a_meeting_beside_an_event_has_a_place() -> None:
    visit = "- {{id: {0}, kind: meeting, title: T, date: 2019, sources: [{{ref: ref}}]{1}}}\n"
    files = {"visits.yaml": visit.format("a", ", venue: {event: oic}") + visit.format("b", "")}

    [table] = rows(section("politics", files))

    assert [row[3] for row in table[1:]] == ["beside the OIC summit", "not stated"]
