"""Behind every table stands a paragraph whose style has room above it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.model.document import (
    Align,
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Caption,
    Heading,
    NumberedList,
    Paragraph,
    ReferenceItem,
    ReferenceList,
    Table,
)
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render import sample_house
from briefgen.render.docx import write_docx
from briefgen.render.docx.package.word_styles import AFTER_EXHIBIT, OWN_ROOM, VARIANTS
from readers.docx import W, part
from samples.sample_document import cell, document, text

TABLE = Table("t", (Align.START, Align.END), (cell("A"), cell("B")), ((cell("one"), cell("two")),))


def behind(*blocks: Block) -> list[list[str]]:
    """For each table, the styles of the paragraphs behind it up to the first with words."""
    body = part(write_docx(document(*blocks), DEFAULT_STYLE).value.data, "word/document.xml")[0]
    found = []
    for table in body.iter(f"{W}tbl"):
        styles: list[str] = []
        for following in table.itersiblings():
            named = following.find(f"{W}pPr/{W}pStyle")
            if following.tag != f"{W}p" or named is None:
                break
            styles.append(named.get(f"{W}val") or "")
            if next(following.iter(f"{W}t"), None) is not None:
                break
        found.append(styles)
    return found


def box(title: str, *blocks: Block) -> Callout:
    return Callout(CalloutKind.NOTE, text(title) if title else (), blocks)


ITEM = (Paragraph(text("Item")),)


@pytest.mark.parametrize(
    ("block", "styles"),
    [
        (Paragraph(text("Words")), ["BodyTextAfterExhibit"]),
        (BulletList((ITEM,)), ["ListBulletAfterExhibit"]),
        (NumberedList((ITEM,)), ["ListNumberAfterExhibit"]),
        (box("Box", Paragraph(text("Words"))), ["CalloutTitle"]),
        (box("", Paragraph(text("Words"))), ["Spacer", "CalloutLast"]),
        (box("", BulletList((ITEM,))), ["Spacer", "CalloutBulletLast"]),
        (Heading(1, text("Words"), "h"), ["Heading1"]),
        (ReferenceList((ReferenceItem(1, text("Raza")),)), ["Spacer", "ReferenceEntry"]),
        (replace(TABLE, id="u", caption=Caption("Table 1", text("T"))), ["Caption"]),
    ],
)
def test_a_paragraph_behind_a_table_has_room_by_its_style(block: Block, styles: list[str]) -> None:
    found, *_ = behind(TABLE, block, Paragraph(text("End")))

    assert found == styles


def test_every_style_behind_a_table_has_room_above() -> None:
    styles = part(write_docx(document(TABLE), DEFAULT_STYLE).value.data, "word/styles.xml")
    room = {s.get(f"{W}styleId"): s.find(f"{W}pPr/{W}spacing") for s in styles.iter(f"{W}style")}
    above = {key: int(found.get(f"{W}before") or 0) for key, found in room.items() if found is not None and key}

    assert all(above.get(key) or key in VARIANTS for key in OWN_ROOM)
    assert {above[key] for key in AFTER_EXHIBIT.values()} == {200}


def test_tables_in_a_row_and_at_the_end_get_a_small_paragraph() -> None:
    assert behind(TABLE, TABLE) == [["Spacer"]] * 2


def test_a_house_file_to_start_from_names_no_moment() -> None:
    core = part(sample_house(DEFAULT_STYLE, "en-GB"), "docProps/core.xml")

    assert {e.text for e in core if e.tag.endswith(("}created", "}modified"))} == {"2000-01-01T00:00:00Z"}
