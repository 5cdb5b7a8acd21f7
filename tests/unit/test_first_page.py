"""What a brief opens with: titles that name their audience, and the memo line that says what the paper itself is."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pytest

from briefgen.compose import FieldUse, Ingredients, compose
from briefgen.load import load
from briefgen.model.audience_choices import MemoField
from briefgen.model.document import MemoEntry, TextRun
from briefgen.model.formats import FORMATS
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.traversal import document_units, heading_of, origins_in
from briefgen.model.values.date import parse_date
from briefgen.model.values.spoken_words import SILENT
from briefgen.reading import faults_of
from briefgen.render import render
from briefgen.render.headline import with_fitted_headline
from briefgen.render.memo_rows import memo_rows
from briefgen.render.pdf.layout.boxes import Column, TextLine
from briefgen.render.pdf.layout.layout_context import MM, Workshop
from briefgen.render.pdf.layout.opening_layout import opening_slices
from briefgen.render.pdf.objects.tag_tree import Tag
from briefgen.render.spoken_brief import SpokenBrief
from briefgen.trace import trace_of
from briefgen.view import Request, view
from readers.document_words import words_of_inlines
from readers.docx import DC, W, part, style_of
from readers.every_reader import READERS, words_in
from readers.html import page
from readers.pdf import structure
from samples.composing import BASE, FOLDER, composed, loaded
from samples.relation_files import world
from samples.rendering import rendered
from samples.shipped_briefs import brief

if TYPE_CHECKING:
    from briefgen.model.document import Document, FrontMatter
    from briefgen.model.workspace import Workspace

READER = "templates/audiences/reader.yaml"
SECTION = {"templates/sections/one.md.j2": "## Words\n\nSome.\n"}
VISIT = "{id: v, kind: official, title: A visit, visitor: {party: BLR, person: head}, host: PAK, sources: [{ref: ref}]"
PLANNED = f"{VISIT}, planned: true, recorded: 2021-01-01"
FIELDS = [field.value for field in MemoField if field is not MemoField.STATE]
"""Those that are known before the brief is whole; its state is told of its edition."""


def workspace(audience: str = "", relation: str = "", **files: str) -> Workspace:
    """A workspace with one reader, whose file says more than the least, and further files of the relation."""
    head = f"{FOLDER}/relation.yaml"
    more = {f"{FOLDER}/{name}.yaml": text for name, text in files.items()}
    given = {**BASE, **SECTION, **more, READER: BASE[READER] + audience, head: BASE[head] + relation}
    return loaded(world(given))


def opening(audience: str = "", relation: str = "", as_of: str = "2021-04-23", **files: str) -> FrontMatter:
    """What the reader's brief opens with."""
    document, said = composed(workspace(audience, relation, **files), "reader", Request(parse_date(as_of)))
    assert [told for told in said if told.code != "BG301"] == []
    return document.front


def fields(front: FrontMatter) -> dict[str, str]:
    """Field → what stands there."""
    return {entry.field.value: words_of_inlines(entry.value).replace("\u00a0", " ") for entry in front.memo}


# ---------------------------------------------------------------- titles


@pytest.mark.parametrize("audience", ["business", "minister", "parliament", "public", "researcher"])
def test_every_format_is_called_after_relation_and_audience(audience: str) -> None:
    document = brief(audience)
    title = document.front.title
    pdf, docx, html = (render(document, name, DEFAULT_STYLE).value.data for name in ("pdf", "docx", "html"))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.docinfo.Title) == title
        assert opened.open_metadata()["dc:title"] == title
    core = part(docx, "docProps/core.xml")

    assert title.startswith("Pakistan–Belarus relations: ")
    assert core.findtext(f"{DC}title") == title
    assert core.findtext(f"{DC}creator") == "Desk for Eastern Europe and Central Asia"
    assert page(html).findtext(".//title") == title
    heading = words_of_inlines(heading_of(document.front))
    assert f"# {heading}\n" in render(document, "md", DEFAULT_STYLE).value.data.decode()


def test_no_two_shipped_briefs_are_called_the_same() -> None:
    names = ("business", "minister", "parliament", "public", "researcher")

    assert len({brief(name).front.title for name in names}) == len(names)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("brief for the press", "brief for the press", True),
        ("brief for the press", "Brief  for the Press", True),
        ("{en: note, de: Papier}", "{en: other, de: Papier}", False),
        ("{en: note}", "note", True),
        ("{de: Papier}", "Papier", True),
        ("brief for the press", "brief for the public", False),
        ("{en: note, de: Papier}", "{en: other, de: Blatt}", False),
    ],
)
def test_two_briefs_that_would_be_called_the_same_are_told(one: str, other: str, told: bool) -> None:  # noqa: FBT001
    reader = BASE[READER].replace("brief_for: brief for the reader", "brief_for: {}")
    path = "templates/audiences/second.yaml"
    outcome = load(world({**BASE, **SECTION, READER: reader.format(one), path: reader.format(other)}))

    assert [f"{d.code} {d.place}" for d in outcome.diagnostics] == [f"BG160 {path}:2:12"] * told


def test_a_headline_stands_largest_and_the_title_stays_in_the_properties() -> None:
    document, _ = composed(workspace("headline: Turn a framework into trade\n"), "reader")
    pdf = render(document, "pdf", DEFAULT_STYLE).value.data
    (h1,) = (element for element in structure(pdf).walk() if element.kind == "H1")

    assert h1.text().strip() == "Turn a framework into trade"
    assert document.front.title == "Relations: brief for the reader"
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.docinfo.Title) == "Relations: brief for the reader"
        outline = opened.Root.Outlines.First
        assert str(outline.Title) == "Turn a framework into trade"


@pytest.mark.parametrize(
    ("headline", "told_of"),
    [
        ("x " * 36, ""),
        ("word " * 14, ""),
        ("word " * 15, "BG446"),
        ("白俄羅斯與巴基斯坦 " * 3, ""),
        ("白俄羅斯與巴基斯坦 " * 4, "BG446"),
        ("پاکستان اور بیلاروس " * 3, ""),
        ("پاکستان اور بیلاروس " * 4, "BG446"),
        ("Отношения Пакистана и Беларуси " * 4, "BG446"),
        ("unbreakable" * 12, "BG446"),
        ("short", ""),
    ],
)
def test_a_headline_that_two_lines_cannot_hold_is_told(headline: str, told_of: str) -> None:
    document, said = composed(workspace(f"headline: {headline.strip()}\n"), "reader")

    assert [told.code for told in said if told.code == "BG446"] == told_of.split()
    assert words_of_inlines(heading_of(document.front)) == headline.strip()


@pytest.mark.parametrize(
    ("audience", "told"),
    [
        ("headline: Trade is small\n", []),
        ("headline: Trade of US$52 million\n", ["headline 52"]),
        ("headline: Busier since 2015\n", ["headline 2015"]),
        ("standfirst: About 1,250.5 of them.\n", ["standfirst 1,250.5"]),
        ("headline: 5 of 9\nstandfirst: 80 documents\n", ["headline 5", "standfirst 80"]),
        ("headline: {en: none, ru: 'около 52'}\n", ["headline 52"]),
        ("headline: Five of nine\n", []),
        ("headline: {ar: '٥٢ مليون'}\n", ["headline ٥٢"]),
        ("to: Room 52\n", []),
        ("from: Desk 3\n", []),
    ],
)
def test_a_figure_that_no_source_stands_behind_is_told(audience: str, told: list[str]) -> None:
    _, said = composed(workspace(audience), "reader")

    found = [d.message for d in said if d.code == "BG448"]

    assert [f"{message.split()[1]} {message.split(chr(39))[3]}" for message in found] == told


# ---------------------------------------------------------------- the memo


def test_a_plain_opening_says_the_day_and_nothing_that_is_not_known() -> None:
    front = opening()

    assert fields(front) == {"as_of": "23 April 2021"}
    assert not front.has_memo_line
    assert (front.headline, front.standfirst, front.subtitle) == ((), (), "What is known")


def test_all_that_is_known_stands_in_its_field() -> None:
    front = opening(
        "opening: memo\nto: The Head\nhandling: OFFICIAL\npurpose: For the talks\n",
        "owner: A desk\nreview_by: 2022-04-01\ncontact: desk@example.org\n",
        visits=f"- {PLANNED}, date: 2021-06}}\n",
    )

    assert front.has_memo_line
    assert fields(front) == {
        "to": "The Head",
        "from": "A desk",
        "purpose": "For the talks",
        "as_of": "23 April 2021",
        "meeting": "A visit, June 2021",
        "handling": "OFFICIAL",
        "review": "due 1 April 2022",
        "contact": "desk@example.org",
    }
    assert [entry.label for entry in front.memo] == [
        "To", "From", "Purpose", "As of", "Next meeting", "Handling", "Review", "Contact",
    ]  # fmt: skip


@pytest.mark.parametrize("left_out", [*FIELDS, ""])
def test_a_field_of_which_nothing_is_known_is_left_out(left_out: str) -> None:
    lines = {
        "handling": "handling: OFFICIAL\n", "purpose": "purpose: For the talks\n", "portions": "portions: true\n",
    }  # fmt: skip
    heads = {"from": "owner: A desk\n", "review": "review_by: 2022-04-01\n", "contact": "contact: The desk\n"}
    front = opening(
        "opening: memo\n" + "".join(line for name, line in lines.items() if name != left_out),
        "".join(line for name, line in heads.items() if name != left_out),
        **({} if left_out == "meeting" else {"visits": f"- {PLANNED}, date: 2021-06}}\n"}),
    )

    wanted = set(FIELDS) - ({left_out} - {"to", "as_of"})
    assert set(fields(front)) == wanted


def test_a_memo_is_to_the_audience_by_its_name_where_nobody_is_named() -> None:
    assert fields(opening("opening: memo\n"))["to"] == "Reader"


def test_whom_it_is_from_can_be_said_for_an_audience() -> None:
    assert fields(opening("from: The Ministry\n", "owner: A desk\n"))["from"] == "The Ministry"


@pytest.mark.parametrize(
    ("due", "as_of", "said"),
    [
        ("2022-04-01", "2021-04-23", "due 1 April 2022"),
        ("2022-04-01", "2022-04-01", "due 1 April 2022"),
        ("2022-04-01", "2022-04-02", "overdue since 1 April 2022"),
        ("2022-04", "2022-04-30", "due April 2022"),
        ("2022-04", "2022-05-01", "overdue since April 2022"),
        ("2021", "2021-04-23", "due 2021"),
        ("2020", "2021-04-23", "overdue since 2020"),
    ],
)
def test_a_review_whose_day_is_over_is_overdue(due: str, as_of: str, said: str) -> None:
    front = opening(relation=f"review_by: {due}\n", as_of=as_of)

    assert fields(front)["review"] == said
    assert front.date_line.replace("\u00a0", " ").endswith(f" · review {said}")


@pytest.mark.parametrize(
    ("audience", "relation", "said"),
    [
        ("", "", None),
        ("", "contact: desk@example.org\n", "desk@example.org"),
        ("contact: The private office\n", "", "The private office"),
        ("contact: The press office\n", "contact: desk@example.org\n", "The press office"),
        ("contact: {en: The press office}\n", "contact: desk@example.org\n", "The press office"),
        ("opening: memo\n", "contact: Room 12\n", "Room 12"),
        ("opening: standfirst\n", "contact: Room 12\n", "Room 12"),
        ("opening: plain\n", "contact: 'The desk, room 12'\n", "The desk, room 12"),
        ("", "contact:\n", None),
        ("contact:\n", "contact: Room 12\n", "Room 12"),
    ],
)
def test_whom_to_ask_is_said_for_an_audience_else_for_the_relation(
    audience: str, relation: str, said: str | None
) -> None:
    assert fields(opening(audience, relation)).get("contact") == said


@pytest.mark.parametrize("name", ["minister", "public"])
def test_whom_one_audience_may_ask_is_not_said_to_another(name: str) -> None:
    other = {f"templates/audiences/{name}.yaml": BASE[READER].replace("the reader", name) + "contact: A secret room\n"}
    given = {**BASE, **SECTION, **other}
    views = [view(one.relations[0], one.audiences[-1], Request()).value for one in (loaded(world(given)),)]

    assert all("secret" not in str(seen) for seen in views)


# ---------------------------------------------------------------- the next meeting

SESSIONS = "- {{id: jc, kind: joint_commission, name: Joint Commission, sources: [{{ref: ref}}], sessions: [{}]}}\n"
SESSION = "{{number: {}, date: {}, planned: true, recorded: 2021-01-01, sources: [{{ref: ref}}]}}"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"visits": f"- {PLANNED}, date: 2021-06-12}}\n"}, "A visit, 12 June 2021"),
        ({"visits": f"- {PLANNED}}}\n"}, "A visit, date open"),
        ({"visits": f"- {PLANNED}}}\n- {PLANNED.replace('id: v', 'id: w')}, date: 2022}}\n"}, "A visit, 2022"),
        ({"mechanisms": SESSIONS.format(SESSION.format(6, 2021))}, "6th session of the Joint Commission, 2021"),
        ({"mechanisms": SESSIONS.format(SESSION.format(6, "../2022"))}, "6th session of the Joint Commission, by 2022"),
        (
            {
                "visits": f"- {PLANNED}, date: 2021-09}}\n",
                "mechanisms": SESSIONS.format(SESSION.format(6, "2021-05")),
            },
            "6th session of the Joint Commission, May 2021",
        ),
        ({"visits": f"- {PLANNED.replace('official', 'private')}, date: 2021-06}}\n"}, None),
        ({"visits": f"- {PLANNED.replace('official', 'transit')}, date: 2021-06}}\n"}, None),
        ({"visits": f"- {PLANNED}, date: 2021-03}}\n"}, None),
        ({"visits": f"- {VISIT}, date: 2020-06}}\n"}, None),
        ({"visits": f"- {PLANNED}, date: 2021-06, sensitivity: restricted}}\n"}, None),
        (
            {"visits": f"- {PLANNED}, date: 2021-06, sensitivity: restricted}}\n"
                       f"- {PLANNED.replace('id: v', 'id: w')}, date: 2022}}\n"},
            "A visit, 2022",
        ),
        (
            {"agreements": "- {id: a, kind: treaty, title: A treaty, signed: 2021-06, planned: true, "
                           "recorded: 2021-01-01, sources: [{ref: ref}]}\n"},
            None,
        ),
        (
            {"milestones": "- {id: m, kind: other, title: A day, date: 2021-06, planned: true, recorded: 2021-01-01, "
                           "text: It comes., sources: [{ref: ref}]}\n"},
            None,
        ),
    ],
)  # fmt: skip
def test_the_next_meeting_is_the_first_that_lies_ahead_and_the_reader_may_know(
    files: dict[str, str], said: str | None
) -> None:
    assert fields(opening("opening: memo\n", **files)).get("meeting") == said


def test_no_other_opening_says_for_which_meeting_a_brief_is() -> None:
    visits = f"- {PLANNED}, date: 2021-06}}\n"

    assert "meeting" not in fields(opening("opening: plain\n", visits=visits))
    assert "meeting" not in fields(opening("opening: standfirst\n", visits=visits))


def test_a_meeting_that_is_hidden_changes_nothing() -> None:
    hidden = f"- {PLANNED}, date: 2021-06, sensitivity: restricted}}\n"
    shown = f"- {VISIT}, date: 2020-06}}\n"

    assert opening("opening: memo\n", visits=shown + hidden.replace("id: v", "id: w")) == opening(
        "opening: memo\n", visits=shown
    )


def test_the_next_meeting_is_traced_and_counts_as_shown() -> None:
    made = workspace("opening: memo\n", visits=f"- {PLANNED}, date: 2021-06}}\n")
    use = FieldUse()
    reader = next(audience for audience in made.audiences if audience.id == "reader")
    seen = view(made.relations[0], reader, Request()).value
    document = compose(Ingredients(seen, made.sections, made.partials, made.wording.of(seen)), use=use).value
    facts = {fact.fact for origin in origins_in(document_units(document)) for fact in origin.facts}
    passages = [passage for passage in trace_of(document).passages if "A visit" in str(passage)]

    assert "v" in facts
    assert passages
    assert {("v", "title"), ("v", "date")} <= use.printed


# ---------------------------------------------------------------- rows of boxes


def entries(*letters: int) -> list[MemoEntry]:
    """Fields of so many letters."""
    return [MemoEntry(MemoField.TO, "To", (TextRun("x" * count),)) for count in letters]


@pytest.mark.parametrize(
    ("letters", "rows"),
    [
        ((), []),
        ((5,), [1]),
        ((300,), [1]),
        ((20, 20, 20, 20), [4]),
        ((200, 200, 200, 200), [4]),
        ((12, 40, 13, 12, 11), [5]),
        ((12, 41, 13, 12, 11), [3, 2]),
        ((10, 10, 10, 10, 10, 10), [6]),
        ((12, 40, 13, 30, 8, 11), [3, 3]),
        ((1, 1, 1, 1, 1), [5]),
    ],
)
def test_fields_stand_in_one_row_where_they_fit(letters: tuple[int, ...], rows: list[int]) -> None:
    assert [len(row) for row in memo_rows(entries(*letters))] == rows


# ---------------------------------------------------------------- in every format

OPENINGS = (
    "opening: memo\nto: The Head\nhandling: OFFICIAL\n",
    "opening: memo\n",
    "opening: standfirst\nstandfirst: A few sentences. They say more.\nhandling: OFFICIAL\n",
    "opening: standfirst\n",
    "opening: plain\nto: Members\n",
    "headline: 'A line: with a colon'\nstandfirst: Words under it.\n",
    "to: {ur: وزیر خارجہ}\nopening: memo\nheadline: {ur: پاکستان اور بیلاروس}\n",
    "to: {ru: Министру}\nfrom: {ru: Отдел}\n",
    "opening: memo\nto: {zh: 部長}\n",
    "opening: memo\nto: '*Not* _markup_ <b>'\nheadline: '# [no](link) | `x`'\n",
    f"opening: memo\nto: {'A very long name of an office ' * 9}\nhandling: {'OFFICIAL ' * 9}\n",
)


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("audience", OPENINGS)
@pytest.mark.parametrize("relation", ["", "owner: A desk\nreview_by: 2022-04-01\n"])
def test_every_format_opens_with_the_same_words_in_the_same_order(form: str, audience: str, relation: str) -> None:
    document, _ = composed(workspace(audience, relation, visits=f"- {PLANNED}}}\n"), "reader")
    data = rendered(document, form, DEFAULT_STYLE)

    assert READERS[form](data) == words_in(document, form)
    assert faults_of(FORMATS[form], data) == []


def headline_lines(words: str) -> list[tuple[str, float]]:
    """The lines of a headline on the page, with the size of their letters."""
    document, _ = composed(workspace(f"headline: '{words}'\n"), "reader")
    workshop = Workshop(DEFAULT_STYLE, [], "en-GB", SpokenBrief(SILENT, ()))
    page = DEFAULT_STYLE.page
    column = Column(page.left_mm * MM, page.column_mm * MM)
    slices = opening_slices(document.front, column, Tag("Document"), workshop)
    texts = [item.line for piece in slices for item in piece.items if isinstance(item, TextLine)]
    title = [line for line in texts if line.largest > DEFAULT_STYLE.text["subtitle"].size]
    return [(line.text.strip(), line.largest) for line in title]


@pytest.mark.parametrize(
    ("words", "lines", "size"),
    [
        ("One line", ["One line"], 26),
        ("Peru–Belarus relations: brief for the minister", ["Peru–Belarus relations:", "brief for the minister"], 26),
        ("Pakistan–Belarus relations: public edition", ["Pakistan–Belarus relations:", "public edition"], 26),
        ("Belarus: turn a working framework into trade", ["Belarus: turn a working", "framework into trade"], 26),
        ("Many meetings so far, and little trade", ["Many meetings so", "far, and little trade"], 26),
        ("Short: fits", ["Short: fits"], 26),
    ],
)  # fmt: skip
def test_a_headline_stands_in_two_lines_of_about_one_length(words: str, lines: list[str], size: float) -> None:
    assert headline_lines(words) == [(line, size) for line in lines]


@pytest.mark.parametrize("count", [9, 10, 12, 14, 16, 18])
def test_a_long_headline_is_set_smaller_rather_than_in_three_lines(count: int) -> None:
    found = headline_lines(" ".join(["word"] * count))
    sizes = {size for _, size in found}

    assert len(sizes) == 1
    assert len(found) <= 2 or sizes == {26 * 0.7}
    assert min(sizes) >= 26 * 0.7


@pytest.mark.parametrize(
    ("words", "size", "lines"),
    [
        ("One line", 26, ["One line"]),
        ("Short: fits", 26, ["Short: fits"]),
        ("Peru–Belarus relations: brief for the minister", 26,
         ["Peru–Belarus relations:", "brief for the minister"]),
        ("Belarus: turn a working framework into trade", 26, ["Belarus: turn a working framework into trade"]),
        ("Pakistan and Belarus: many documents, few dates on record", 23.4,
         ["Pakistan and Belarus: many documents, few dates on record"]),
        (" ".join(["word"] * 40), 18.2, [" ".join(["word"] * 40)]),
    ],
)  # fmt: skip
def test_in_other_formats_a_headline_has_the_size_and_the_parts_of_the_page(
    words: str, size: float, lines: list[str]
) -> None:
    document, _ = composed(workspace(f"headline: '{words}'\n"), "reader")
    word, html = (render(document, name, DEFAULT_STYLE).value.data for name in ("docx", "html"))
    body, styles = part(word, "word/document.xml"), part(word, "word/styles.xml")
    title = next(p for p in body.iter(f"{W}p") if style_of(p) == "Title")
    (look,) = styles.xpath("//*[@*[local-name()='styleId']='Title']//*[local-name()='sz']/@*")
    (rule,) = re.findall(r"\nh1\{font:700 ([\d.]+)rem", html.decode())

    assert (
        "".join("\n" if e.tag == f"{W}br" else e.text or "" for e in title.iter(f"{W}t", f"{W}br")).split("\n") == lines
    )
    assert int(look) == round(size * 2)
    assert float(rule) == pytest.approx(size * 9 / 80, abs=0.001)


def test_the_headline_of_a_teams_word_file_is_as_large_as_the_file_says() -> None:
    document, _ = composed(workspace(f"headline: '{' '.join(['word'] * 40)}'\n"), "reader")
    housed = replace(DEFAULT_STYLE, word=b"a file")

    assert with_fitted_headline(housed, document.front) is housed


def test_in_word_the_memo_stands_in_the_margin_beside_the_headline() -> None:
    document, _ = composed(workspace("handling: OFFICIAL\n", "owner: A desk\n"), "reader")
    page = replace(DEFAULT_STYLE.page, margin_mm=0.0)
    beside, below = (
        [style_of(p) for p in part(render(document, "docx", style).value.data, "word/document.xml").iter(f"{W}p")]
        for style in (DEFAULT_STYLE, replace(DEFAULT_STYLE, page=page))
    )

    count = len(document.front.memo)
    assert beside[: count + 1] == ["MarginNote"] * count + ["Title"]
    assert "MemoList" not in beside
    assert below[0] == "Title"
    assert below.count("MemoList") == count


def memo_document(audience: str = "opening: memo\nto: {ur: وزیر}\nhandling: OFFICIAL\n") -> Document:
    return composed(workspace(audience, "owner: A desk\n"), "reader")[0]


def test_words_in_another_language_say_so() -> None:
    document = memo_document()
    spans = structure(render(document, "pdf", DEFAULT_STYLE).value.data).walk()
    html = page(render(document, "html", DEFAULT_STYLE).value.data)

    assert html.xpath("string(//*[@lang='ur'])") == "وزیر"
    assert any(element.kind == "Span" and "وزیر" in element.text() for element in spans)


def test_the_memo_is_a_list_of_labels_and_values_for_who_hears_it() -> None:
    data = render(memo_document(), "pdf", DEFAULT_STYLE).value.data
    first = next(element for element in structure(data).walk() if element.kind == "L")
    html = page(render(memo_document(), "html", DEFAULT_STYLE).value.data)

    assert [element.kind for element in first.walk()][:4] == ["L", "LI", "LBody", "P"]
    assert [element.text_content() for element in html.xpath("//dl/div/dt")] == ["To", "From", "As of", "Handling"]


def test_in_word_the_memo_line_is_one_small_table_of_its_own_style() -> None:
    body = part(render(memo_document(), "docx", DEFAULT_STYLE).value.data, "word/document.xml")
    tables = list(body.iter(f"{W}tbl"))
    styles = [style.get(f"{W}val") for style in tables[0].iter(f"{W}pStyle")]

    assert len(tables) == 1
    assert tables[0].find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "MemoLine"
    assert styles == ["Memo"] * 4
