"""What a brief cites: markers, notes and lists, as the audience asks for them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefgen.diagnostics import print_short
from briefgen.model.document import Cite, NoteRef, ReferenceList, TextRun
from briefgen.model.formats import FORMATS
from briefgen.model.traversal import in_rows, inlines_in
from briefgen.world import Memory
from readers.document_words import words_of_inlines
from readers.every_reader import READERS, words_in
from samples.composing import BASE, FOLDER, composed, loaded
from samples.rendering import rendered

if TYPE_CHECKING:
    from briefgen.model.document import Document

ROOT = Path(__file__).parents[2]
STYLES = {name: (ROOT / f"templates/citations/{name}.csl").read_bytes() for name in ("gost", "apa", "chicago")}

YEAR = {"issued": {"date-parts": [[2020]]}}
LIBRARY = [
    {"id": "zed", "type": "book", "title": "Zed", "author": [{"family": "Zuse", "given": "K."}], **YEAR},
    {"id": "abel", "type": "book", "title": "Abel", "author": [{"family": "Abel", "given": "N."}], **YEAR},
    {"id": "abel-2", "type": "book", "title": "Later", "author": [{"family": "Abel", "given": "N."}], **YEAR},
]
FACTS = """\
- {id: one, kind: other, title: One, date: 2015, sources: [{ref: zed, locator: 'p. 4'}]}
- {id: two, kind: other, title: Two, date: 2016, sources: [{ref: abel}, {ref: zed, locator: '7-9'}]}
- {id: three, kind: other, title: Three, date: 2017, sources: [{ref: abel-2}]}
- {id: four, kind: other, title: Four, date: 2018, sources: [{ref: zed, locator: 'p. 4'}]}
"""
TEMPLATE = """\
{% for step in milestones %}
{{ step.title }}{{ cite(step) }}.

{% endfor %}
{{ reference_list() }}
"""


def brief(citations: str, template: str = TEMPLATE, library: object = LIBRARY, **files: bytes) -> Document:
    """A brief for an audience that cites in a way; nothing is said while it is made."""
    document, said = told(citations, template, library, **files)
    assert said == []
    return document


def told(
    citations: str, template: str = TEMPLATE, library: object = LIBRARY, **files: bytes
) -> tuple[Document, list[str]]:
    """The brief, and what was said."""
    texts = {
        **BASE,
        f"{FOLDER}/references.json": json.dumps(library),
        f"{FOLDER}/milestones.yaml": FACTS,
        "templates/sections/one.md.j2": template,
        "templates/audiences/reader.yaml": BASE["templates/audiences/reader.yaml"] + f"citations: {citations}\n",
    }
    placed = {f"templates/citations/{name}.csl": source for name, source in {**STYLES, **files}.items()}
    world = Memory({name: text.encode() for name, text in texts.items()} | placed)
    document, said = composed(loaded(world), "reader")
    return document, [print_short(diagnostic) for diagnostic in said]


def text_of(document: Document) -> list[str]:
    """Paragraphs, then the list with its numbers, then the footnotes."""
    lines = []
    for block in in_rows(document.blocks):
        if isinstance(block, ReferenceList):
            lead = "{}. " if block.numbered else ""
            lines += [lead.format(item.number) + words_of_inlines(item.inlines) for item in block.items]
        else:
            lines.append(words_of_inlines(block.inlines).replace("\u00a0", " "))  # type: ignore[union-attr]
    return [*lines, *(f"({note.number}) {words_of_inlines(note.inlines)}" for note in document.notes)]


def test_numbers_follow_the_text_in_gost() -> None:
    assert text_of(brief("{style: gost}")) == [
        "One [1].", "Two [1,2].", "Three [3].", "Four [1].",
        "1. Zuse K. Zed. 2020.", "2. Abel N. Abel. 2020.", "3. Abel N. Later. 2020.",
    ]  # fmt: skip


def test_locators_stand_where_they_are_asked_for() -> None:
    found = text_of(brief("{style: gost, locators: true}"))

    assert found[:4] == ["One [1, p. 4].", "Two [1, pp. 7–9; 2].", "Three [3].", "Four [1, p. 4]."]


def test_numbers_follow_the_list_in_an_alphabetical_style() -> None:
    assert text_of(brief("{style: chicago}")) == [
        "One [3].", "Two [1, 3].", "Three [2].", "Four [3].",
        "1. Abel, N. Abel. 2020.", "2. Abel, N. Later. 2020.", "3. Zuse, K. Zed. 2020.",
    ]  # fmt: skip


def test_like_authors_and_years_are_told_apart() -> None:
    assert text_of(brief("{style: apa, markers: author-date, locators: true}")) == [
        "One (Zuse, 2020, p. 4).", "Two (Abel, 2020a; Zuse, 2020, pp. 7–9).", "Three (Abel, 2020b).",
        "Four (Zuse, 2020, p. 4).", "Abel, N. (2020a). Abel.", "Abel, N. (2020b). Later.", "Zuse, K. (2020). Zed.",
    ]  # fmt: skip


def test_each_marker_of_several_leads_to_its_own_entry() -> None:
    document = brief("{style: apa, markers: author-date}")
    listed = next(block for block in in_rows(document.blocks) if isinstance(block, ReferenceList))
    cites = [inline for inline in inlines_in(document.blocks) if isinstance(inline, Cite)]

    assert [(c.numbers, c.text) for c in cites[1:3]] == [((1,), "Abel,\u00a02020a"), ((3,), "Zuse,\u00a02020")]
    assert [item.number for item in listed.items] == [1, 2, 3]


def test_footnotes_of_a_style_for_notes_are_whole_at_first_and_short_later() -> None:
    document = brief("{style: chicago, place: footnotes, locators: true}")

    assert text_of(document) == [
        "One.", "Two.", "Three.", "Four.",
        "Abel, N. Abel. 2020.", "Abel, N. Later. 2020.", "Zuse, K. Zed. 2020.",
        "(1) K. Zuse, Zed (2020), 4.", "(2) N. Abel, Abel (2020); Zuse, Zed, 7–9.", "(3) N. Abel, Later (2020).",
        "(4) Zuse, Zed, 4.",
    ]  # fmt: skip
    assert sum(isinstance(inline, NoteRef) for inline in inlines_in(document.blocks)) == 4


def test_footnotes_of_another_style_hold_its_entries_and_then_point_back() -> None:
    assert text_of(brief("{style: gost, place: footnotes, locators: true}"))[-4:] == [
        "(1) Zuse K. Zed. 2020. P. 4.", "(2) Abel N. Abel. 2020. Zuse (2020), pp.\u00a07–9: see note 1.",
        "(3) Abel N. Later. 2020.", "(4) Zuse (2020), p.\u00a04: see note 1.",
    ]  # fmt: skip


def test_endnotes_stand_where_the_list_would() -> None:
    assert text_of(brief("{style: chicago, place: endnotes}")) == [
        "One [1].", "Two [2].", "Three [3].", "Four [4].",
        "1. K. Zuse, Zed (2020).", "2. N. Abel, Abel (2020); Zuse, Zed.", "3. N. Abel, Later (2020).", "4. Zuse, Zed.",
    ]  # fmt: skip


def test_endnotes_of_another_style_are_told_once() -> None:
    assert text_of(brief("{style: gost, place: endnotes}")) == [
        "One [1].", "Two [2].", "Three [3].", "Four [1].",
        "1. Zuse K. Zed. 2020.", "2. Abel N. Abel. 2020. Zuse K. Zed. 2020.", "3. Abel N. Later. 2020.",
    ]  # fmt: skip


def test_what_is_leant_on_without_a_marker_is_listed_too() -> None:
    silent = "{% for step in milestones %}\n{{ step.title }}.\n\n{% endfor %}\n{{ reference_list() }}\n"

    assert len(text_of(brief("{style: gost}", silent))) == 4 + 3
    assert text_of(brief("{style: gost, place: endnotes}", silent))[4:] == [
        "1. Zuse K. Zed. 2020.", "2. Abel N. Abel. 2020.", "3. Abel N. Later. 2020.",
    ]  # fmt: skip


@pytest.mark.parametrize("markers", ["none", "exhibits"])
def test_readers_without_markers_see_none_in_the_text(markers: str) -> None:
    assert text_of(brief(f"{{style: gost, markers: {markers}}}"))[:4] == ["One.", "Two.", "Three.", "Four."]


TABLE = """\
{% call table("Steps") %}
| Step |
| --- |
{% for step in milestones %}
| {{ step.title }} |
{% endfor %}
{% endcall %}
"""


@pytest.mark.parametrize(
    ("citations", "source"),
    [
        ("{style: gost}", "[1,2,3]."),
        ("{style: apa, markers: author-date}", "Abel, 2020a; Abel, 2020b; Zuse, 2020."),
        ("{style: gost, markers: exhibits}", "Zuse (2020) [1]; Abel (2020) [2,3]."),
        ("{style: names, markers: none}", "Zuse (2020); Abel (2020)."),
        ("{style: chicago, place: footnotes}", "Zuse (2020); Abel (2020)."),
        ("{style: chicago, place: endnotes}", "[1]."),
    ],
)
def test_a_source_line_has_the_audiences_form(citations: str, source: str) -> None:
    block = next(in_rows(brief(citations, TABLE).blocks))

    assert words_of_inlines(block.caption.source).replace("\u00a0", " ") == source  # type: ignore[union-attr]


def test_names_alone_take_their_title_where_two_are_alike() -> None:
    assert text_of(brief("{style: names, markers: none}"))[4:] == [
        "Zuse (2020)",
        "Abel (2020): Abel",
        "Abel (2020): Later",
    ]


def test_a_citation_inside_a_footnote_stays_in_it() -> None:
    template = 'Text{{ note("See" ~ cite(milestones[0])) }}.\n\n{{ reference_list() }}\n'
    document = brief("{style: chicago, place: footnotes}", template)

    assert [words_of_inlines(note.inlines) for note in document.notes] == ["See\u00a0K. Zuse, Zed (2020)."]
    assert brief("{style: gost}", template).notes[0].inlines[-1] == Cite((1,), "[1]")


def test_every_word_of_an_entry_leads_to_its_record() -> None:
    listed = next(b for b in in_rows(brief("{style: gost}").blocks) if isinstance(b, ReferenceList))
    texts = [inline for inline in inlines_in([listed]) if isinstance(inline, TextRun)]

    assert [t.origin.facts[0].fact for t in texts if t.origin] == ["zed", "abel", "abel-2"]
    assert all(t.origin and t.origin.facts[0].place.path == f"{FOLDER}/references.json" for t in texts)


@pytest.mark.parametrize(
    "citations",
    [
        "{style: apa, markers: author-date, locators: true}",
        "{style: chicago, place: footnotes, locators: true}",
        "{style: chicago, place: endnotes}",
        "{style: gost, markers: exhibits}",
        "{style: names, markers: none}",
    ],
)
def test_every_way_of_citing_reads_the_same_in_every_format(citations: str) -> None:
    workspace = loaded(Memory({name: text.encode() for name, text in BASE.items()} | {
        "templates/sections/one.md.j2": b"",
    }))  # fmt: skip
    document = brief(citations, f"## Steps\n\n{TEMPLATE}\n\n{TABLE}")
    said = {name: READERS[name](rendered(document, name, workspace.style)) for name in FORMATS}

    assert said == {name: words_in(document, name) for name in FORMATS}


def test_a_style_that_prints_nothing_leaves_the_plain_form() -> None:
    silent = b"""<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
    <citation><layout><text variable="DOI"/></layout></citation>
    <bibliography><layout><text variable="DOI"/></layout></bibliography></style>"""

    assert text_of(brief("{style: silent}", silent=silent))[-1] == "3. Abel, N. Later. 2020."


def test_a_style_that_fails_on_a_record_leaves_the_plain_form_and_is_told() -> None:
    failing = b"""<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
    <citation><layout prefix="(" suffix=")"><text variable="citation-number"/></layout></citation>
    <bibliography><layout><text variable="title"/><date variable="DOI"><date-part name="year"/></date></layout>
    </bibliography></style>"""
    library = [{**LIBRARY[0], "DOI": "10.1/x"}, *LIBRARY[1:]]
    document, said = told("{style: failing}", library=library, failing=failing)

    assert said == [
        (
            "templates/citations/failing.csl:1:1: warning[BG411] the style 'failing' fails on 'zed': "
            "the plain form stands in"
        )
    ]
    assert text_of(document)[4:] == ["1. Zuse, K. Zed. 2020.", "2. Abel", "3. Later"]


def test_the_order_of_dates_leaves_no_trace_in_later_ones() -> None:
    """One date's form must not stay on the language's date: the second list would differ from the first."""
    mixed = b"""<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
    <citation><layout><text variable="citation-number"/></layout></citation>
    <bibliography><layout><group delimiter=" | "><date variable="issued" form="text"/>
    <date variable="accessed" form="text"><date-part name="month" form="numeric" suffix="/"/></date></group></layout>
    </bibliography></style>"""
    days = {"issued": {"date-parts": [[2020, 3, 2]]}, "accessed": {"date-parts": [[2021, 4, 23]]}}
    library = [{**record, **days} for record in LIBRARY]

    assert text_of(brief("{style: mixed}", library=library, mixed=mixed))[4:] == [
        f"{number}. March\u00a02, 2020 | 4/23, 2021" for number in (1, 2, 3)
    ]


EVERYWHERE = """\
## Head{{ cite(milestones[0]) }}

**Strong{{ cite(milestones[0]) }}** and *stressed{{ cite(milestones[1]) }}*

{% call callout("Box") %}
- Item{{ cite(milestones[0]) }}
{% endcall %}

## Figures

{% call key_figures() %}
- **5** sessions{{ cite(milestones[0]) }}\\
  held{{ cite(milestones[1]) }}
{% endcall %}

{% call table("Steps") %}
| Step |
| --- |
| {{ milestones[0].title }}{{ cite(milestones[0]) }} |
{% endcall %}

{{ timeline("Steps", milestones) }}

{{ reference_list() }}
"""


@pytest.mark.parametrize("place", ["list", "footnotes", "endnotes"])
def test_no_citation_is_left_without_words_wherever_it_stands(place: str) -> None:
    document = brief(f"{{style: chicago, place: {place}}}", EVERYWHERE)
    cites = [inline for inline in inlines_in(document.blocks) if isinstance(inline, Cite)]
    noted = [inline for note in document.notes for inline in note.inlines]

    assert all(cite.text and cite.numbers and type(cite) is Cite for cite in cites)
    assert len(cites) == {"list": 13, "footnotes": 0, "endnotes": 9}[place]
    assert len(document.notes) == (7 if place == "footnotes" else 0)
    assert not [inline for inline in noted if isinstance(inline, Cite)]


def test_the_plain_form_needs_no_style() -> None:
    assert text_of(brief("{style: plain}"))[4:] == text_of(brief("{markers: numbers}"))[4:] == [
        "1. Zuse, K. Zed. 2020.", "2. Abel, N. Abel. 2020.", "3. Abel, N. Later. 2020.",
    ]  # fmt: skip
