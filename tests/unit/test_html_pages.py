"""A page on paper and on a phone: marked on every sheet, read without scrolling sideways, its parts named."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.model.document import Align, Caption, Cell, Document, Heading, Note, NoteRef, Paragraph, Table, TextRun
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.values.spoken_words import PartNames
from briefgen.render import render
from briefgen.render.css import css_string, families_beyond
from readers.html import html_words, page
from samples.sample_document import cell, document, front, sample_document, text

if TYPE_CHECKING:
    from briefgen.model.document import FrontMatter


def made_with(said: FrontMatter) -> bytes:
    return render(replace(document(Paragraph(text("Words."))), front=said), "html", DEFAULT_STYLE).value.data


def boxes(said: FrontMatter) -> dict[str, str]:
    """Place on a sheet of paper → what stands there, the escapes undone."""
    (rules,) = re.findall(r"@page\{(@.*)\}\n", made_with(said).decode())
    plain = re.sub(r"\\([0-9a-f]{6})", lambda code: chr(int(code[1], 16)), rules)
    return dict(re.findall(r"@([\w-]+)\{content:(.*?);font", plain))


def test_every_sheet_says_how_it_is_handled_what_it_is_and_its_number() -> None:
    said = replace(
        front(), handling="OFFICIAL", audience="A brief", date_line="as of 1 May", page_label="{page}/{pages}"
    )

    assert boxes(said) == {
        "top-left": "'OFFICIAL'",
        "top-right": "'A brief'",
        "bottom-left": "'OFFICIAL · as of 1 May'",
        "bottom-right": "counter(page) '/' counter(pages)",
    }


@pytest.mark.parametrize("words", ["a'b", 'a"b', "a\\b", "</style>", "a;b}", "сов. секретно", "機密"])
def test_no_word_of_a_mark_ends_the_style_sheet(words: str) -> None:
    said = replace(front(), handling=words)

    assert boxes(said)["top-left"] == f"'{words}'"
    assert made_with(said).count(b"</style>") == 1


def test_without_a_mark_there_is_none() -> None:
    assert "top-left" not in boxes(replace(front(), handling=""))


def test_letters_on_paper_are_as_large_as_in_the_pdf() -> None:
    data = render(sample_document(), "html", DEFAULT_STYLE).value.data.decode()
    rem = float(re.findall(r"@media print\{html\{font-size:([\d.]+)pt\}", data)[0])
    size = float(re.findall(r"\nbody\{font:400 ([\d.]+)rem", data)[0])

    assert rem * size == pytest.approx(DEFAULT_STYLE.text["body"].size, rel=0.01)


def table(columns: int, *, joined: bool = False) -> Table:
    cells = tuple(Cell(text(f"Head {number}")) for number in range(columns))
    first = (Cell(text("wide"), columns=2), *(Cell(text("x")),) * (columns - 2)) if joined else cells
    return Table("t", (Align.START,) * columns, cells, (first,), Caption("Table 1", text("Some")), row_header=True)


@pytest.mark.parametrize(
    ("columns", "joined", "stacks"), [(3, False, False), (4, False, True), (9, False, True), (6, True, False)]
)
def test_rows_of_many_columns_are_read_one_by_one_on_a_phone(columns: int, joined: bool, stacks: bool) -> None:  # noqa: FBT001
    (found,) = page(render(document(table(columns, joined=joined)), "html", DEFAULT_STYLE).value.data).iter("table")

    assert (found.get("class") == "stacks") is stacks
    if stacks:
        cells = list(found.find("tbody").iter("th", "td"))
        assert [cell.get("data-head") for cell in cells] == [f"Head {number}" for number in range(columns)]
        assert [cell.get("role") for cell in cells] == ["rowheader", *["cell"] * (columns - 1)]
        assert {head.get("role") for head in found.find("thead").iter("th")} == {"columnheader"}
        assert (found.get("role"), found.find("tbody").get("role")) == ("table", "rowgroup")


@pytest.mark.parametrize(
    ("sections", "contents", "offered"), [(5, "", False), (6, "", True), (9, "", True), (9, "Contents", False)]
)
def test_long_pages_offer_their_headings(sections: int, contents: str, offered: bool) -> None:  # noqa: FBT001
    headings = [Heading(1, text(f"Part {number}"), f"part-{number}") for number in range(sections)]
    made = replace(document(*headings), front=replace(front(), contents=contents))
    data = render(made, "html", DEFAULT_STYLE).value.data
    found = page(data).findall(".//nav[@class='outline']")

    assert len(found) == offered
    if offered:
        assert [link.get("href") for link in found[0].iter("a")] == [f"#part-{number}" for number in range(sections)]
        assert found[0].get("aria-label") == "Contents"
        assert "Contents" not in html_words(data)


def test_notes_are_a_list_and_the_way_back_has_a_name() -> None:
    shown = page(render(sample_document(), "html", DEFAULT_STYLE).value.data)
    (notes,) = shown.findall(".//section[@role='doc-endnotes']")

    assert [item.get("role") for item in notes.iter("li")] == [None] * len(list(notes.iter("li")))
    names = [" ".join("".join(link.itertext()).split()) for link in notes.findall(".//a[@role='doc-backlink']")]
    assert names
    assert all(re.fullmatch(r"↩Back to note \d+ in the text", name) for name in names)


def test_columns_have_the_shares_of_what_they_hold() -> None:
    said = render(document(table(3)), "html", DEFAULT_STYLE).value.data.decode()
    shares = [float(share) for share in re.findall(r'<col style="width:([\d.]+)%">', said)]
    assert len(shares) == 3
    assert sum(shares) == pytest.approx(100, abs=0.3)


@pytest.mark.parametrize(
    ("words", "stacks"),
    [
        ("short", False),
        ("15.1", False),
        ("two words", False),
        ("a text of several words that takes a good many lines in a narrow column", True),
        ("Donaudampfschifffahrtsgesellschaft", True),
    ],
)
def test_three_columns_stack_where_their_words_would_break_or_grow_long(words: str, stacks: bool) -> None:  # noqa: FBT001
    cell = Cell(text(words))
    made = Table("", (Align.START,) * 3, (Cell(text("A")), Cell(text("B")), Cell(text("C"))), ((cell,) * 3,) * 2)
    said = render(document(made), "html", DEFAULT_STYLE).value.data.decode()
    assert ('class="stacks' in said) is stacks


def test_no_two_places_are_called_alike() -> None:
    bare = table(2)
    named = replace(bare, id="t", caption=Caption("Table 1", text("Trade"), ()))
    said = render(document(bare, bare, named, named), "html", DEFAULT_STYLE).value.data.decode()
    names = re.findall(r'role="region" aria-label="([^"]*)"', said)
    assert len(set(names)) == len(names) == 4
    assert names[2:] == ["Table 1. Trade", "Table 1. Trade (2)"]
    assert all(name.startswith(names[0]) for name in names[:2])


def test_a_page_says_no_word_that_its_brief_does_not_hold() -> None:
    names = PartNames("Zum Text", "Inhalt", "Anmerkungen", "Zurück zu Anmerkung {number}", "Kennzahlen", "Vermerk")
    headings = [Heading(1, text(f"Teil {number}"), f"h{number}") for number in range(8)]
    noted = Paragraph((TextRun("Wort"), NoteRef(1)))
    made = Document(front(language="de", title="", audience=""), (*headings, noted), (Note(1, text("Notiz")),))
    said = render(replace(made, front=replace(made.front, parts=names)), "html", DEFAULT_STYLE).value.data.decode()
    assert all(words in said for words in ("Zum Text", "Inhalt", "Anmerkungen", "Zurück zu Anmerkung 1"))
    assert not re.search(
        "Skip|Contents|Notes|Back to|without a number", re.sub("<style>.*?</style>", "", said, flags=re.DOTALL)
    )


@pytest.mark.parametrize(
    ("words", "family"),
    [
        ("李克强", "Microsoft YaHei"), ("安倍さん", "Yu Gothic"), ("윤석열", "Malgun Gothic"), ("Նիկոլ", "Sylfaen"),
        ("አቢይ", "Ebrima"), ("नरेन्द्र", "Nirmala UI"), ("ประยุทธ์", "Leelawadee UI"), ("სალომე", "Sylfaen"),
        ("محمد", "Geeza Pro"), ("יצחק", "Arial Hebrew"), ("বাংলা", "Noto Sans Bengali"), ("ខ្មែរ", "Noto Sans Khmer"),
    ],
)  # fmt: skip
def test_families_for_the_letters_of_a_page_stand_in_for_ours(words: str, family: str) -> None:
    said = render(document(Paragraph(text(f"From {words} to us"))), "html", DEFAULT_STYLE).value.data.decode()
    assert css_string(family) in said
    assert (
        css_string(family) not in render(document(Paragraph(text("To us"))), "html", DEFAULT_STYLE).value.data.decode()
    )


def test_kana_or_hangul_come_before_chinese_families() -> None:
    assert families_beyond("安倍さん")[0] == "Yu Gothic"
    assert families_beyond("尹 윤")[0] == "Malgun Gothic"
    assert families_beyond("Pākistān, Ελλάς, Россия — 15–20 €") == ()


@pytest.mark.parametrize(
    ("words", "look"), [("35.8885–35.8895", "end"), ("688.1143–688.1155, sources differ", "end wraps")]
)
def test_a_long_figure_may_go_on_in_the_next_line_of_its_cell(words: str, look: str) -> None:
    cells = (cell("2022"), cell(words))
    table = Table("t", (Align.START, Align.END), (cell("Period"), cell("interval")), (cells,))
    html = render(document(table), "html", DEFAULT_STYLE).value.data.decode()

    assert f'<td class="{look}">{words}</td>' in html
    assert ".interval,.wraps{white-space:normal}" in html
