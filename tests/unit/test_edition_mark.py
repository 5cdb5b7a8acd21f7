"""An edition has one mark in all formats: another once the brief says something else, the same in any style."""

from __future__ import annotations

import dataclasses
import io
import re
from typing import TYPE_CHECKING

import pikepdf
import pytest

from briefgen.compose.structure.edition_mark import edition_of
from briefgen.diagnostics import Place
from briefgen.model.audience_choices import PdfStandard
from briefgen.model.charts import Chart
from briefgen.model.document import Exhibit, Paragraph, Table, TextRun
from briefgen.model.formats import FORMATS
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.origin import FactOrigin, Origin
from briefgen.model.traversal import in_rows
from briefgen.model.values.date import parse_date
from briefgen.world import Memory
from readers.docx import part
from readers.eml import eml_page
from samples.composing import BASE, FOLDER, composed, loaded
from samples.house_styles import house
from samples.rendering import rendered
from samples.sample_document import document, sample_document, text
from samples.shipped_briefs import AUDIENCES, RELATION, brief

if TYPE_CHECKING:
    from briefgen.model.document import Block, Document
from briefgen.model.looks.style import Style

AS_OF = parse_date("2021-04-23")
XMPMM = "{http://ns.adobe.com/xap/1.0/mm/}"
CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"


def told(source: Document, format_name: str, style: Style = DEFAULT_STYLE) -> str:
    """The edition that a file of a format names."""
    data = rendered(source, format_name, style)
    match format_name:
        case "pdf":
            with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as meta:
                return str(meta[f"{XMPMM}VersionID"])
        case "docx":
            named = {p.get("name"): "".join(p.itertext()) for p in part(data, "docProps/custom.xml")}
            core = part(data, "docProps/core.xml").findtext(f"{CP}version")
            assert core == named["Edition"]
            assert len(named["Content"]) == 64
            return named["Edition"]
        case "md":
            return data.decode().splitlines()[-1]
        case "eml":
            return str(eml_page(data).xpath("(//br)[last()]")[0].tail).strip()
        case _:
            found = re.search(r'<meta name="edition" content="([^"]*)">', data.decode())
            return found[1] if found else ""


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_formats_of_a_brief_name_one_edition(audience: str) -> None:
    editions = {told(brief(audience), name) for name in FORMATS}

    assert editions == {brief(audience).front.edition}
    assert re.fullmatch(rf"{RELATION.as_of}\.[0-9a-f]{{8}}", editions.pop())


def test_briefs_of_five_audiences_are_five_editions() -> None:
    assert len({brief(audience).front.edition for audience in AUDIENCES}) == len(AUDIENCES)


def test_another_house_style_is_no_other_edition() -> None:
    source = brief("minister")
    ministry = house("french.docx").style

    for name in FORMATS:
        assert told(source, name, ministry) == told(source, name) == source.front.edition


def composed_from(figure: str, remark: str = "") -> Document:
    """A brief that prints one figure of trade; a remark moves its row to another line of the file."""
    head = "id,period,exporter,importer,flow,value,scale,currency,sources"
    files = {
        **BASE,
        f"{FOLDER}/trade.csv": f"{head}\n{remark}t1,2019,PAK,BLR,TURNOVER,{figure},1,USD,ref\n",
        "templates/sections/one.md.j2": '{{ chart("column", "Turnover", trade, what="turnover") }}\n',
    }
    return composed(loaded(Memory({name: words.encode() for name, words in files.items()})), "reader")[0]


def test_a_figure_changed_in_the_data_makes_another_edition_and_a_moved_line_does_not() -> None:
    first, moved, second = composed_from("50"), composed_from("50", remark="\n\n"), composed_from("51")

    assert first.front.edition == moved.front.edition
    assert [told(first, name) == told(second, name) for name in FORMATS] == [False] * len(FORMATS)


def fronted(source: Document, *, handling: str = "OFFICIAL", standard: PdfStandard = PdfStandard.UA1) -> Document:
    return dataclasses.replace(source, front=dataclasses.replace(source.front, handling=handling, standard=standard))


def changed_chart(source: Document) -> Document:
    """The sample with one value of its chart changed, its words left alone."""
    blocks: list[Block] = []
    for block in in_rows(source.blocks):
        if isinstance(block, Exhibit) and isinstance(block.graphic, Chart):
            first, *others = block.graphic.series
            point = first.points[0]
            assert point is not None
            moved = dataclasses.replace(point, value=point.value + 1)
            series = (dataclasses.replace(first, points=(moved, *first.points[1:])), *others)
            blocks.append(dataclasses.replace(block, graphic=dataclasses.replace(block.graphic, series=series)))
        else:
            blocks.append(block)
    return dataclasses.replace(source, blocks=tuple(blocks))


def changed_cell(source: Document) -> Document:
    """The sample with the figure of one cell changed."""
    index, table = next((i, b) for i, b in enumerate(source.blocks) if isinstance(b, Table))
    first, *rows = table.rows
    row = (*first[:-1], dataclasses.replace(first[-1], inlines=text("≈ 16")))
    blocks = list(source.blocks)
    blocks[index] = dataclasses.replace(table, rows=(row, *rows))
    return dataclasses.replace(source, blocks=tuple(blocks))


def test_what_a_reader_reads_makes_the_edition() -> None:
    sample = sample_document()
    swapped = dataclasses.replace(sample, blocks=(*sample.blocks[1:], sample.blocks[0]))
    others = [changed_chart(sample), changed_cell(sample), swapped, fronted(sample, handling="RESTRICTED"),
              dataclasses.replace(sample, notes=sample.notes[:1])]  # fmt: skip
    marks = {edition_of(each, AS_OF) for each in (sample, *others)}

    assert len(marks) == len(others) + 1
    assert edition_of(sample, AS_OF) != edition_of(sample, parse_date("2021-04-24"))


def test_where_words_came_from_and_what_the_file_claims_do_not_make_it() -> None:
    origin = Origin((FactOrigin("a", Place("data/x.yaml", 7)),))
    moved = Origin((FactOrigin("a", Place("data/x.yaml", 9)),))
    here = document(Paragraph((TextRun("52", origin=origin),), key="a"))
    there = document(Paragraph((TextRun("52", origin=moved),), key="b"))

    assert edition_of(here, AS_OF) == edition_of(there, AS_OF)
    assert edition_of(fronted(here, standard=PdfStandard.UA2), AS_OF) == edition_of(here, AS_OF)


def test_a_document_without_an_edition_names_none() -> None:
    page = rendered(sample_document(), "html", DEFAULT_STYLE)

    assert b'name="edition"' not in page
