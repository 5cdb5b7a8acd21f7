"""Behind every table stands a paragraph with room above it, its properties in schema order."""

from __future__ import annotations

import pytest

from briefgen.model.document import Align, Block, BulletList, Callout, CalloutKind, Heading, Paragraph, Table
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render import sample_house
from briefgen.render.docx import write_docx
from briefgen.render.docx.body.word_tables import settled
from readers.docx import W, part
from samples.sample_document import cell, document, text

TABLE = Table("t", (Align.START, Align.END), (cell("A"), cell("B")), ((cell("one"), cell("two")),))


def behind(*blocks: Block) -> list[tuple[list[str], str | None]]:
    """For each table, the properties of the paragraph behind it and the room above that paragraph."""
    body = part(write_docx(document(*blocks), DEFAULT_STYLE).value.data, "word/document.xml")[0]
    found = []
    for table in body.iter(f"{W}tbl"):
        following = table.getnext()
        assert following is not None
        assert following.tag == f"{W}p"
        properties = following.findall(f"{W}pPr/*")
        room = next((p.get(f"{W}before") for p in properties if p.tag == f"{W}spacing"), None)
        found.append(([p.tag.removeprefix(W) for p in properties], room))
    return found


@pytest.mark.parametrize(
    ("block", "properties", "room"),
    [
        (Paragraph(text("Words")), ["pStyle", "spacing"], "200"),
        (BulletList(((Paragraph(text("Item")),),)), ["pStyle", "numPr", "spacing"], "200"),
        (Callout(CalloutKind.NOTE, text("Box"), (Paragraph(text("Words")),)), ["pStyle", "spacing"], "200"),
        (
            Callout(CalloutKind.NOTE, (), (BulletList(((Paragraph(text("Item")),),)),)),
            ["pStyle", "numPr", "spacing", "ind"],
            "200",
        ),
        (Heading(1, text("Words"), "h"), ["pStyle"], None),
    ],
)
def test_a_paragraph_behind_a_table_gets_room_unless_its_style_has_some(
    block: Block, properties: list[str], room: str | None
) -> None:
    [found] = behind(TABLE, block, Paragraph(text("End")))

    assert found == (properties, room)


def test_room_stands_before_the_properties_that_follow_it_in_the_schema() -> None:
    start, behind_it = '</w:tbl><w:p><w:pPr><w:pStyle w:val="X"/>', '<w:ind w:left="1"/><w:jc w:val="right"/></w:pPr>'

    assert "".join(settled(start + behind_it)) == f'{start}<w:spacing w:before="200"/>{behind_it}'


def test_tables_in_a_row_and_at_the_end_get_a_small_paragraph() -> None:
    assert behind(TABLE, TABLE) == [(["spacing"], "0")] * 2


def test_a_house_file_to_start_from_names_no_moment() -> None:
    core = part(sample_house(DEFAULT_STYLE, "en-GB"), "docProps/core.xml")

    assert {e.text for e in core if e.tag.endswith(("}created", "}modified"))} == {"2000-01-01T00:00:00Z"}
