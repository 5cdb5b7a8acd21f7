"""Everything that a Word file looks like comes from its styles: what an editor changes there changes everywhere."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from briefgen.model.document import (
    Align,
    BulletList,
    Callout,
    CalloutKind,
    Cell,
    Emphasis,
    Heading,
    Link,
    NumberedList,
    Paragraph,
    Strong,
    Table,
    TextRun,
)
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.values.address import Address
from briefgen.render import render
from briefgen.render.docx.package.word_styles import OVER_UNIT
from readers.docx import W, part
from samples import second_relation
from samples.feature_documents import featured
from samples.pictures import pictures_document
from samples.sample_document import cell, document, sample_document, text, torture_document
from samples.shipped_briefs import AUDIENCES, brief

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from briefgen.model.document import Block, Document, Inline

PARAGRAPH = {
    "pStyle": "its style",
    "numPr": "the list that it is an item of: a list that begins anew is one of its own",
    "keepNext": "which rows of a table stay together is the table's, and what a line leads in is that line's",
    "ind": "the place of a decimal point is that figure's own (only w:right, in a cell)",
    "framePr": "the frame of a note in the margin, the same as its style's: LibreOffice takes none from a style",
    "bidi": "which way it runs",
}
RUN = {
    "rStyle": "its style",
    "lang": "the language of its words",
    "rtl": "which way they run",
    "b": "the unit beside a bold key figure, which no style can make lighter (only off)",
    "bCs": "likewise",
    "sz": "letters made smaller so that no word of a wide table breaks (only in a cell)",
    "szCs": "likewise",
    "noProof": "a watermark",
}
"""What a paragraph or run may say of itself, and why."""
SOURCES = {
    **{audience: brief(audience) for audience in AUDIENCES},
    **{f"india-czechia/{name}": second_relation.brief(name) for name in ("minister", "researcher", "public")},
    "sample": sample_document(),
    "torture": torture_document(3),
    "features": featured(),
    "pictures": pictures_document(),
}
PARTS = ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml")


def said(source: Document) -> tuple[Counter[str], Counter[str]]:
    """What paragraphs and runs of a file's own stories say of themselves."""
    data = render(source, "docx", DEFAULT_STYLE).value.data
    roots = [part(data, name) for name in PARTS]
    both = [
        Counter(child.tag.removeprefix(W) for root in roots for e in root.iter(f"{W}{group}") for child in e)
        for group in ("pPr", "rPr")
    ]
    return both[0], both[1]


@pytest.mark.parametrize("name", SOURCES)
def test_paragraphs_and_runs_say_nothing_of_their_look(name: str) -> None:
    paragraphs, runs = said(SOURCES[name])
    spacing = part(render(SOURCES[name], "docx", DEFAULT_STYLE).value.data, "word/footnotes.xml").iter(f"{W}spacing")

    # The two lines that part notes from the text are Word's own, and say so in every file.
    assert len(list(spacing)) == paragraphs.pop("spacing", 0) == 2
    assert set(paragraphs) <= set(PARAGRAPH)
    assert set(runs) <= set(RUN)


def announces_exhibit(kept: Element) -> bool:
    """Whether the next paragraph of the column is a caption whose number this one's words lead to."""
    said = next(kept.iterancestors(f"{W}p"))
    caption = next(p for p in said.itersiblings(f"{W}p") if p.find(f"{W}pPr/{W}framePr") is None)
    style = caption.find(f"{W}pPr/{W}pStyle")
    assert style is not None
    targets = {(e.text or "").split()[1] for e in said.iter(f"{W}instrText")}
    named = {e.attrib[f"{W}name"] for e in caption.iter(f"{W}bookmarkStart")}
    return style.get(f"{W}val") in {"Caption", OVER_UNIT} and not targets.isdisjoint(named)


@pytest.mark.parametrize("name", SOURCES)
def test_what_is_allowed_to_a_run_or_cell_stands_nowhere_else(name: str) -> None:
    body = part(render(SOURCES[name], "docx", DEFAULT_STYLE).value.data, "word/document.xml")
    units = [r for r in body.iter(f"{W}rPr") if r.find(f"{W}b") is not None]

    assert all(in_cell(e) for tag in ("sz", "szCs", "ind") for e in body.iter(f"{W}{tag}"))
    kept = [e for p in body.iter(f"{W}pPr") for e in p.findall(f"{W}keepNext")]
    assert all(in_cell(e) or _said(e).endswith(":") or announces_exhibit(e) for e in kept)
    assert {tuple(e.attrib) for e in body.iter(f"{W}ind")} <= {(f"{W}right",)}
    assert {(style(r), *(e.get(f"{W}val") for e in r.findall(f"{W}b"))) for r in units} <= {("CardUnit", "0")}


@pytest.mark.parametrize("name", SOURCES)
def test_a_note_in_the_margin_has_its_styles_frame_and_nothing_else_has_one(name: str) -> None:
    data = render(SOURCES[name], "docx", DEFAULT_STYLE).value.data
    said = {s.get(f"{W}styleId"): s.find(f"{W}pPr/{W}framePr") for s in part(data, "word/styles.xml").iter(f"{W}style")}
    of_style = {key: dict(frame.attrib) for key, frame in said.items() if frame is not None}

    for properties in part(data, "word/document.xml").iter(f"{W}pPr"):
        named, frame = properties.find(f"{W}pStyle"), properties.find(f"{W}framePr")
        key = "" if named is None else named.get(f"{W}val")
        assert (None if frame is None else dict(frame.attrib)) == of_style.get(key)


def _said(element: Element) -> str:
    """What the paragraph says whose look an element is part of."""
    paragraph = next(element.iterancestors(f"{W}p"))
    return "".join(word.text or "" for word in paragraph.iter(f"{W}t")).strip()


def in_cell(element: Element) -> bool:
    return next(element.iterancestors(f"{W}tc"), None) is not None


def style(properties: Element) -> str:
    found = properties.find(f"{W}rStyle")
    return "" if found is None else found.get(f"{W}val") or ""


@pytest.mark.parametrize("name", SOURCES)
def test_lines_around_a_cell_are_those_of_a_timeline_and_follow_the_theme(name: str) -> None:
    body = part(render(SOURCES[name], "docx", DEFAULT_STYLE).value.data, "word/document.xml")
    tables = {next(e.iterancestors(f"{W}tbl")) for e in body.iter(f"{W}tcBorders")}
    lines = [line for e in body.iter(f"{W}tcBorders") for line in e]

    assert {t.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") for t in tables} <= {"TimelineTable"}
    hairline = DEFAULT_STYLE.palette.hairline.lstrip("#").upper()
    assert all(line.get(f"{W}themeColor") or line.get(f"{W}color") == hairline for line in lines)
    assert all(t.find(f"{W}tblPr/{W}tblStyle") is not None for t in body.iter(f"{W}tbl"))
    assert list(body.iter(f"{W}tblBorders", f"{W}shd", f"{W}tblCellMar")) == []


def body_of(*blocks: Block) -> Element:
    return part(render(document(*blocks), "docx", DEFAULT_STYLE).value.data, "word/document.xml")


def paragraph_styles(*blocks: Block) -> list[str]:
    """The styles of blocks, without those of what a document begins with."""
    opening, whole = ([e.get(f"{W}val") or "" for e in body_of(*some).iter(f"{W}pStyle")] for some in ((), blocks))
    return whole[len(opening) :]


WORDS = Paragraph(text("Words"))
ITEM = (WORDS,)


@pytest.mark.parametrize("kind", [CalloutKind.SUMMARY, CalloutKind.NOTE, CalloutKind.CAUTION])
@pytest.mark.parametrize(
    ("blocks", "styles"),
    [
        ((WORDS,), ["Title", "Last"]),
        ((WORDS, WORDS), ["Title", "", "Last"]),
        ((BulletList((ITEM,)),), ["Title", "BulletLast"]),
        ((BulletList((ITEM, ITEM)),), ["Title", "Bullet", "BulletLast"]),
        ((WORDS, BulletList((ITEM,))), ["Title", "", "BulletLast"]),
        ((BulletList((ITEM,)), WORDS), ["Title", "Bullet", "Last"]),
        ((BulletList(((WORDS, WORDS), ITEM)),), ["Title", "Bullet", "", "BulletLast"]),
        ((), ["Title"]),
    ],
)
def test_a_box_is_made_of_styles_and_its_last_paragraph_has_the_room_behind_it(
    kind: CalloutKind, blocks: tuple[Block, ...], styles: list[str]
) -> None:
    name = "Caution" if kind is CalloutKind.CAUTION else "Callout"

    assert paragraph_styles(Callout(kind, text("Box"), blocks)) == [f"{name}{style}" for style in styles]


@pytest.mark.parametrize("depth", range(1, 8))
def test_further_paragraphs_of_an_item_stand_under_its_words_by_their_style(depth: int) -> None:
    nested: Block = NumberedList(((WORDS, WORDS),))
    for _ in range(depth - 1):
        nested = BulletList(((WORDS, nested),))
    want = "ListContinue" if depth == 1 else f"ListContinue{min(depth, 5)}"

    assert paragraph_styles(nested)[-1] == want


def run_styles(inline: Inline, *, bold: bool = False) -> list[str]:
    """The styles of the runs of an inline in running text or in a heading."""
    block = Heading(1, (inline,), "h") if bold else Paragraph((inline,))
    opening, whole = ([e.getparent() for e in body_of(*some).iter(f"{W}t")] for some in ((), (block,)))
    looks = (run.find(f"{W}rPr") for run in whole[len(opening) :] if run is not None)
    return ["" if look is None else style(look) for look in looks]


WORD, ADDRESS = TextRun("word"), Address("https://example.org/")


@pytest.mark.parametrize(
    ("inline", "style", "in_bold"),
    [
        (WORD, "", ""),
        (Strong((WORD,)), "Strong", ""),
        (Emphasis((WORD,)), "Emphasis", "Emphasis"),
        (Strong((Emphasis((WORD,)),)), "IntenseEmphasis", "Emphasis"),
        (Emphasis((Strong((WORD,)),)), "IntenseEmphasis", "Emphasis"),
        (Strong((Strong((WORD,)),)), "Strong", ""),
        (Link(ADDRESS, (WORD,)), "Hyperlink", "Hyperlink"),
        (Link(ADDRESS, (Strong((WORD,)),)), "HyperlinkStrong", "Hyperlink"),
        (Strong((Link(ADDRESS, (WORD,)),)), "HyperlinkStrong", "Hyperlink"),
        (Link(ADDRESS, (Emphasis((WORD,)),)), "HyperlinkEmphasis", "HyperlinkEmphasis"),
        (Emphasis((Link(ADDRESS, (Strong((WORD,)),)),)), "HyperlinkIntense", "HyperlinkEmphasis"),
    ],
)
def test_words_have_their_weight_from_a_style_that_does_not_turn_over_a_bold_paragraph(
    inline: Inline, style: str, in_bold: str
) -> None:
    assert run_styles(inline) == [style]
    assert run_styles(inline, bold=True) == [in_bold]


@pytest.mark.parametrize(
    ("align", "style"), [(Align.START, "TableRowHead"), (Align.END, "TableRowNumber"), (Align.CENTRE, "TableRowHead")]
)
def test_words_in_a_cell_that_names_its_row_are_bold_by_its_style_alone(align: Align, style: str) -> None:
    heavy = Cell((Strong((WORD,)), Emphasis((Strong((WORD,)),))))
    table = Table("t", (align, Align.START), (cell("A"), cell("B")), ((heavy, heavy),), row_header=True)
    _, row = body_of(table).iter(f"{W}tr")
    named = [p.find(f"{W}pPr/{W}pStyle") for p in row.iter(f"{W}p")]
    looks = [[e.get(f"{W}val") for e in p.iter(f"{W}rStyle")] for p in row.iter(f"{W}p")]

    assert [e.get(f"{W}val") for e in named if e is not None] == [style, "TableText"]
    assert looks == [["Emphasis"], ["Strong", "IntenseEmphasis"]]


def test_every_style_of_words_that_a_run_may_have_is_defined() -> None:
    styles = part(render(sample_document(), "docx", DEFAULT_STYLE).value.data, "word/styles.xml")
    known = {s.get(f"{W}styleId") for s in styles.iter(f"{W}style") if s.get(f"{W}type") == "character"}

    assert {"Strong", "Emphasis", "IntenseEmphasis", "Hyperlink", "HyperlinkStrong", "HyperlinkEmphasis",
            "HyperlinkIntense", "CitationMark", "CardUnit"} <= known  # fmt: skip


def test_a_joined_cell_is_set_in_a_style_of_tables() -> None:
    rows = ((Cell(text("both"), columns=2),), (cell("1"), cell("2")))
    wide = Table("t", (Align.START, Align.END), (cell("A"), cell("B")), rows)

    assert paragraph_styles(wide)[:5] == ["TableHead", "TableHeadNumber", "TableText", "TableText", "TableNumber"]
