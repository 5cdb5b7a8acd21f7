"""What is said to readers who do not see the page: of links, of signs and acronyms, in each format."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from briefgen.compose.wording.introduced_acronyms import introduced_in, is_acronym
from briefgen.model.audience_choices import PdfStandard
from briefgen.model.document import (
    Align,
    Callout,
    CalloutKind,
    Caption,
    Cell,
    Cite,
    CrossRef,
    Document,
    Heading,
    Link,
    Note,
    NoteRef,
    Paragraph,
    ReferenceItem,
    ReferenceList,
    Table,
    TextRun,
)
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.values.address import parse_address
from briefgen.model.values.spoken_words import SILENT, ExpandedWhere, Expansion, SpokenWords
from briefgen.render import render
from briefgen.render.spoken_brief import SpokenBrief, plain_address
from briefgen.world import Memory
from samples.composing import BASE, FOLDER, composed, loaded
from samples.hostile_words import MARKUP, TAGS
from samples.sample_document import front, text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EXPANSIONS = (
    Expansion("EAEU", "Eurasian Economic Union"),
    Expansion("US$", "US dollars", ExpandedWhere.CURRENCY),
    Expansion("CZK", "Czech korunas"),
    Expansion("SCO", "Shanghai Cooperation Organisation"),
    Expansion("FY", "fiscal year"),
    Expansion("€", "euros", ExpandedWhere.CURRENCY),
    Expansion("≈", "about", ExpandedWhere.SIGN),
    Expansion("<", "less than", ExpandedWhere.SIGN),
    Expansion("−", "minus", ExpandedWhere.SIGN),
    Expansion("–", "to", ExpandedWhere.SPAN),
    Expansion("…", "to", ExpandedWhere.SPAN),
    Expansion("→", "to", ExpandedWhere.ARROW),
)
WORDS = SpokenWords(
    "Source {marker}, {name}", "Source: {name}", "Note {number}", "Section {title}", "Box {title}", EXPANSIONS
)


def document_of(*blocks: Heading | Paragraph | Table | Callout | ReferenceList, words: SpokenWords = WORDS) -> Document:
    """A document with a footnote, and with these words."""
    return Document(replace(front(), spoken=words), blocks, (Note(1, text("A note.")),))


def said_of(words: str, spoken: SpokenWords = WORDS, language: str = "") -> str:
    """A text as it is heard: in angle brackets what is said in the place of what is printed."""
    found = SpokenBrief(spoken, ()).pieces(TextRun(words, None, language))
    return "".join(piece if expansion is None else f"⟨{expansion.words}⟩" for piece, expansion in found)


@pytest.mark.parametrize(
    ("printed", "heard"),
    [
        ("≈ US$15 million", "⟨about⟩ ⟨US dollars⟩15 million"),
        ("≈\u00a015.1", "⟨about⟩\u00a015.1"),
        ("[19.5–20.5]", "[19.5⟨to⟩20.5]"),
        ("2019–2021", "2019⟨to⟩2021"),
        ("−0.85–−0.75", "⟨minus⟩0.85⟨to⟩⟨minus⟩0.75"),
        ("27–29 Apr", "27⟨to⟩29 Apr"),
        ("2023–Mar 2024", "2023⟨to⟩Mar 2024"),
        ("[+3.8% … +7.0%]", "[+3.8% ⟨to⟩ +7.0%]"),
        ("≈ −3.9%", "⟨about⟩ ⟨minus⟩3.9%"),
        ("−US$2.4 million", "⟨minus⟩⟨US dollars⟩2.4 million"),
        ("< CZK 3", "⟨less than⟩ ⟨Czech korunas⟩ 3"),
        ("€5, (€ million)", "⟨euros⟩5, (⟨euros⟩ million)"),
        ("Czechia → India", "Czechia ⟨to⟩ India"),
        ("FY 2024/25", "⟨fiscal year⟩ 2024/25"),
        ("the EAEU’s members", "the ⟨Eurasian Economic Union⟩’s members"),
        ("non-EAEU states", "non-⟨Eurasian Economic Union⟩ states"),
        ("a summit (SCO)", "a summit (⟨Shanghai Cooperation Organisation⟩)"),
    ],
)  # fmt: skip
def test_what_stands_for_words_is_heard_as_words(printed: str, heard: str) -> None:
    assert said_of(printed) == heard


@pytest.mark.parametrize(
    "words",
    [
        "Pakistan–Belarus relations",  # no span
        "a word … and another",
        "He left – and came back",
        "Country →",  # the mark of a table that is turned
        "SCOPE, EAEUs, FYI",
        "https://example.org/SCO/2019–2021",
        "write to SCO@example.org",
        "the file SCO.txt, EAEU/2015",
        "x<y and a≈b",
        "the R&SCO programme",
        "A$5",
        "2019-2021",
    ],
)
def test_what_means_something_else_stays_as_it_is(words: str) -> None:
    assert said_of(words) == words


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("the Eurasian Economic Union (EAEU) met", "the Eurasian Economic Union (EAEU) met"),
        ("the EURASIAN economic union (EAEU)", "the EURASIAN economic union (EAEU)"),
        ("(EAEU) met", "(EAEU) met"),  # the name stands in another run: bold
        ("the Union (EAEU) met", "the Union (⟨Eurasian Economic Union⟩) met"),
        ("Eurasian Economic Union (EAEU, Minsk)", "Eurasian Economic Union (⟨Eurasian Economic Union⟩, Minsk)"),
    ],
)
def test_a_name_is_not_said_twice(words: str, heard: str) -> None:
    assert said_of(words) == heard


def test_a_text_in_another_language_is_not_heard_in_the_brief_s() -> None:
    assert said_of("саммит SCO 2019–2021", language="ru") == "саммит SCO 2019–2021"
    assert said_of("SCO", SILENT) == "SCO"


@settings(max_examples=200)
@given(st.text(alphabet="EAEUSCO US$€≈<−–…→()19 .%a/@", max_size=30))
def test_no_letter_is_lost_or_said_twice(words: str) -> None:
    pieces = list(SpokenBrief(WORDS, ()).pieces(TextRun(words)))

    assert "".join(piece for piece, _ in pieces) == words
    assert all(expansion is None or expansion.short == piece for piece, expansion in pieces)
    assert SpokenBrief(WORDS, ()).is_plain(TextRun(words)) or len(pieces) >= 1


# ---------------------------------------------------------------- links


REFERENCES = ReferenceList((ReferenceItem(1, text("Raza and Nawaz. A report."), "", "Raza and Nawaz (2021)"),))
TABLE = Table(
    "visits", (Align.START,), (Cell(text("Day")),), ((Cell(text("1 May")),),), Caption("Table 2", text("Visits"))
)
BOX = Callout(CalloutKind.NOTE, text("Bottom line"), (), "", "box-1")
SPOTS = (Heading(1, text("Trade"), "trade"), BOX, TABLE, REFERENCES)
SPOKEN = SpokenBrief(WORDS, SPOTS)


def link(url: str, words: str) -> Link:
    return Link(parse_address(url), text(words))


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (SPOKEN.source(1, "[1]"), "Source 1, Raza and Nawaz (2021)"),
        (SPOKEN.source(1, "1"), "Source 1, Raza and Nawaz (2021)"),
        (SPOKEN.source(1, "[1, p. 4]"), "Source 1, p. 4, Raza and Nawaz (2021)"),
        (SPOKEN.source(2, "(Author, 2020)"), "Source: Author, 2020"),  # of no entry with a number
        (SPOKEN.note(3), "Note 3"),
        (SPOKEN.place("trade", "Trade"), "Section Trade"),
        (SPOKEN.place("box-1", "Bottom line"), "Box Bottom line"),
        (SPOKEN.place("visits", "Table 2"), "Table 2, Visits"),
        (SPOKEN.place("nowhere", "there"), "there"),
        (SPOKEN.address(link("https://www.unesco.org/en/a?x=1", "https://www.unesco.org/en/a?x=1")), "unesco.org/en/a"),
        (SPOKEN.address(link("https://www.unesco.org/en/a", "the report")), "the report, unesco.org"),
        (SPOKEN.address(link("https://unesco.org/", "at unesco.org")), "at unesco.org"),
        (SPOKEN.address(link("https://doi.org/10.1/x", "")), "doi.org/10.1/x"),
        (SpokenBrief(SILENT, SPOTS).source(1, "[1]"), "[1]"),
        (SpokenBrief(SILENT, SPOTS).note(3), "3"),
    ],
)
def test_a_link_says_where_it_leads(found: str, wanted: str) -> None:
    assert found == wanted


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("https://example.org", "example.org"),
        ("http://www.example.org/", "example.org"),
        ("https://me@example.org:8080/a/b.html#c", "example.org:8080/a/b.html"),
        (f"https://example.org/{'x' * 80}", "example.org"),
        ("mailto:desk@example.org", "desk@example.org"),
    ],
)
def test_an_address_is_said_without_what_only_machines_read(url: str, plain: str) -> None:
    assert plain_address(url) == plain


# ---------------------------------------------------------------- acronyms


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("of the World Health Organization (WHO)", "World Health Organization"),
        ("African Development Bank (AfDB)", "African Development Bank"),
        ("by the Organisation for Economic Co-operation (OEC)", "Organisation for Economic Co-operation"),
        ("The China-Pakistan Economic Corridor (CPEC)", "China-Pakistan Economic Corridor"),
        ("Parliamentary Assembly of the Council of Europe (PACE)", "Parliamentary Assembly of the Council of Europe"),
        ("Lithuania, Joint Working Groups (JWG)", "Joint Working Groups"),
        ("Trade in goods (INR)", None),
        ("In Minsk (BLR)", None),
        ("the visit of the Minister (MFA)", None),
        ("union of states (UoS)", None),  # no name: no capitals
        ("World Trade (2019)", None),
        ("World Health Organization(WHO)", None),
        ("Visegrad Group (V4)", None),
        ("(WHO)", None),
        ("World Health Organization. (WHO)", None),
    ],
)  # fmt: skip
def test_an_acronym_is_taken_from_the_words_before_it(words: str, found: str | None) -> None:
    assert [name for _, name in introduced_in(words)] == ([found] if found else [])


def test_a_short_name_is_an_acronym_by_its_capitals() -> None:
    assert [short for short in ("OIC", "AfDB", "ЕАЭС", "Quad", "G7", "Two Words", "") if is_acronym(short)] == [
        "OIC", "AfDB", "ЕАЭС"
    ]  # fmt: skip


# ---------------------------------------------------------------- from the data


def brief_of(milestones: str, template: str) -> Document:
    """A brief with these events."""
    made_of = {**BASE, f"{FOLDER}/milestones.yaml": milestones, "templates/sections/one.md.j2": template}
    document, _ = composed(loaded(Memory({name: text.encode() for name, text in made_of.items()})), "reader")
    return document


def expanded(document: Document) -> dict[str, str]:
    return {one.short: one.words for one in document.front.spoken.expansions}


def milestone(title: str, more: str = "") -> str:
    return f"- {{id: {title[:1].lower()}, kind: other, title: '{title}', date: 2015, {more}sources: [{{ref: ref}}]}}\n"


TITLES = "{% for one in milestones %}{{ one.title }}.\n{% endfor %}"
OF_OIC = "venue: {event: oic}, "


def test_only_signs_and_acronyms_of_the_brief_are_expanded() -> None:
    document = brief_of(milestone("A summit, 2015–2016"), "{{ milestones[0].title }} costs ≈ 5.\n")

    assert expanded(document) == {"–": "to", "≈": "about"}


def test_an_organisation_is_expanded_where_a_fact_names_it() -> None:
    assert expanded(brief_of(milestone("The OIC meets", OF_OIC), TITLES)) == {"OIC": "A Large Organisation"}
    assert expanded(brief_of(milestone("The OIC meets"), TITLES)) == {}


def test_an_organisation_that_only_hidden_facts_name_is_not_expanded() -> None:
    seen = milestone("The OIC meets")
    hidden = milestone("Hidden", f"sensitivity: restricted, {OF_OIC}")

    assert brief_of(seen + hidden, TITLES) == brief_of(seen, TITLES)


def test_an_acronym_that_two_names_share_is_left_alone() -> None:
    title = "World Health Organization (WHO) and Western Hemisphere Office (WHO)"

    assert "WHO" not in expanded(brief_of(milestone(title), TITLES))
    assert "OIC" not in expanded(brief_of(milestone("Office for Insurance of Crops (OIC)", OF_OIC), TITLES))


def test_a_source_is_called_by_its_authors() -> None:
    template = "{{ milestones[0].title }}{{ cite(milestones[0]) }}\n\n{{ reference_list() }}\n"
    document = brief_of(milestone("A summit"), template)

    assert SpokenBrief(document.front.spoken, document.blocks).source(1, "[1]") == "Source 1, Author (2020)"


# ---------------------------------------------------------------- in the formats


LINKS = (
    TextRun("The EAEU: ≈ US$15. "), Cite((1,), "[1]"), NoteRef(1), CrossRef("visits", "Table 2"),
    link("https://unesco.org/a", "report"),
)  # fmt: skip
BRIEF = document_of(SPOTS[0], Paragraph(LINKS), TABLE, REFERENCES)
HEARD = {"Source 1, Raza and Nawaz (2021)", "Note 1", "Table 2, Visits"}


def made(document: Document, name: str) -> bytes:
    return render(document, name, DEFAULT_STYLE).value.data


@pytest.mark.parametrize("standard", PdfStandard)
def test_a_pdf_describes_links_and_expands_spans(standard: PdfStandard) -> None:
    data = made(replace(BRIEF, front=replace(BRIEF.front, standard=standard)), "pdf")
    with pikepdf.open(io.BytesIO(data)) as file:
        contents = {str(note.Contents) for page in file.pages for note in page.obj.get("/Annots", [])}
        elements = [thing for thing in file.objects if isinstance(thing, pikepdf.Dictionary) and "/E" in thing]
        spans = [(str(element.S), str(element.E)) for element in elements]

    assert contents == HEARD | {"report, unesco.org"}
    assert sorted(spans) == [("/Span", "Eurasian Economic Union"), ("/Span", "US dollars"), ("/Span", "about")]


def test_a_page_names_links_once_and_marks_abbreviations() -> None:
    page = html.fromstring(made(BRIEF, "html").decode())
    named = {a.get("aria-label"): a.text_content() for a in page.iterfind(".//article//a[@aria-label]")}

    assert named == {"Source 1, Raza and Nawaz (2021)": "[1]", "Note 1": "1", "Table 2, Visits": "Table 2"}
    assert all(printed.strip("[]") in heard for heard, printed in named.items())  # asked for by voice
    assert [a.get("title") for a in page.iterfind(".//article//a[@title]")] == ["unesco.org"]
    assert page.xpath("//a[@aria-label and @title]") == []
    abbreviations = {one.text: one.get("title") for one in page.iter("abbr")}
    assert abbreviations == {"EAEU": "Eurasian Economic Union", "≈": "about", "US$": "US dollars"}


def test_a_word_file_says_it_where_word_has_room_for_it() -> None:
    unnumbered = replace(REFERENCES, numbered=False)
    document = document_of(Paragraph((Cite((1,), "(Raza, 2021)"), *LINKS[2:])), unnumbered)
    with zipfile.ZipFile(io.BytesIO(made(document, "docx"))) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    tips = {one.get(f"{W}tooltip") for one in body.iter(f"{W}hyperlink")}

    assert tips == {"report, unesco.org", "Source: Raza, 2021"}
    assert list(body.iterfind(f".//{W}hyperlink//{W}instrText")) == []  # a field that counts is no link in a link


def test_a_tip_is_as_long_as_word_shows_it() -> None:
    document = document_of(Paragraph((link("https://example.org/", "x" * 400),)))
    with zipfile.ZipFile(io.BytesIO(made(document, "docx"))) as package:
        body = etree.fromstring(package.read("word/document.xml"))

    assert [len(one.get(f"{W}tooltip", "")) for one in body.iter(f"{W}hyperlink")] == [255]


@pytest.mark.parametrize("words", [*MARKUP, *TAGS])
def test_whatever_a_name_holds_is_words(words: str) -> None:
    listed = ReferenceList((ReferenceItem(1, text("A"), "", words),))
    spoken = replace(WORDS, expansions=(Expansion("EAEU", words),))
    led = link("https://example.org/", words)
    document = document_of(Paragraph((TextRun("EAEU "), Cite((1,), "[1]"), led)), listed, words=spoken)
    page = html.fromstring(made(document, "html").decode())
    with zipfile.ZipFile(io.BytesIO(made(document, "docx"))) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    with pikepdf.open(io.BytesIO(made(document, "pdf"))) as file:
        expanded = [str(one.E) for one in file.objects if isinstance(one, pikepdf.Dictionary) and "/E" in one]
        described, *_ = (str(note.Contents) for one in file.pages for note in one.obj.get("/Annots", []))

    assert [one.get("title") for one in page.iter("abbr")] == [words] == expanded
    assert described == f"Source 1, {words}"
    assert [a.get("aria-label") for a in page.iterfind(".//article//a[@aria-label]")] == [described]
    assert [one.get(f"{W}tooltip") for one in body.iter(f"{W}hyperlink")] == [SPOKEN.address(led)]
