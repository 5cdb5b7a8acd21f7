"""The shipped citation styles, word for word: the strings that editors of the paper's house and two manuals expect."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefgen.compose.citations.csl import CitedItem, Locator, inlines_of, prepared, record_of, words_of
from briefgen.diagnostics import Report
from briefgen.load.references.csl_json import parse_references
from briefgen.load.references.csl_styles import read_citation_style
from briefgen.model.document import Emphasis, Link, TextRun

if TYPE_CHECKING:
    from briefgen.compose.citations.csl import Prepared
    from briefgen.model.document import Inline
    from briefgen.model.facts.relation import Reference

ROOT = Path(__file__).parents[2]
EMBASSY, DIGEST, PAPER = "pakembminsk-overview", "belarusdigest-best-friend", "raza-nawaz-2021"
FIRST, LATER = frozenset({"first"}), frozenset({"subsequent"})


def references(path: str = "data/pakistan-belarus/references.json") -> dict[str, Reference]:
    """The references of the first relation."""
    report = Report()
    found = parse_references((ROOT / path).read_text(encoding="utf-8"), path, report)
    assert report.diagnostics == ()
    return {reference.id: reference for reference in found}


def style(name: str, language: str = "en-GB") -> Prepared:
    """A shipped style."""
    return prepared((ROOT / f"templates/citations/{name}.csl").read_text(encoding="utf-8"), language)


def item(ref: str, number: int = 1, page: str = "", positions: frozenset[str] = FIRST) -> CitedItem:
    """A reference where it is cited."""
    spot = Locator("page", page) if page else None
    return CitedItem(record_of(references()[ref], str), number, spot, positions)


def shown(inlines: tuple[Inline, ...]) -> str:
    """Inlines as text, with asterisks around what is set in italics."""
    parts = []
    for inline in inlines:
        match inline:
            case TextRun():
                parts.append(inline.text)
            case Emphasis():
                parts.append(f"*{shown(inline.inlines)}*")
            case Link():
                parts.append(shown(inline.inlines))
            case _:
                pytest.fail(f"nobody expected {inline}")
    return "".join(parts)


def entry(name: str, ref: str, language: str = "en-GB") -> str:
    """What the list says."""
    chosen = style(name, language)
    return shown(inlines_of(chosen.entry(item(ref)), chosen.quotes, None))


def cited(name: str, *items: CitedItem) -> str:
    """A whole citation."""
    chosen = style(name)
    return words_of(chosen.citation(items), chosen.quotes)


GOST = {
    EMBASSY: "Overview of Pakistan-Belarus Bilateral Relations // Embassy of Pakistan Minsk – Belarus. "
    "URL: <https://pakembminsk.org/bilateral-relation> (date of access: 23.04.2021).",
    DIGEST: "Pakistan: Belarus's 'new best friend' in South Asia // Belarus Digest. "
    "URL: <https://belarusdigest.com/story/pakistan-belarus-new-best-friend-in-south-asia/> "
    "(date of access: 23.04.2021).",
    PAPER: "Raza M., Nawaz P. Reinvigorating Pakistan-Belarus Partnership with a Progressive Political and Economic "
    "Framework. Islamabad: Center for Global and Strategic Studies (CGSS), [2021].",
}
SHORT = {
    EMBASSY: "Overview of Pakistan-Belarus Bilateral Relations, Embassy of Pakistan Minsk – Belarus, accessed 2021.",
    DIGEST: "Pakistan: Belarus's 'new best friend' in South Asia, Belarus Digest, accessed 2021.",
    PAPER: "Raza, Nawaz: Reinvigorating Pakistan-Belarus Partnership with a Progressive Political and Economic "
    "Framework, Center for Global and Strategic Studies (CGSS), [2021].",
}
GOST_RUSSIAN = (
    "Overview of Pakistan-Belarus Bilateral Relations // Embassy of Pakistan Minsk – Belarus. "
    "URL: https://pakembminsk.org/bilateral-relation (дата обращения: 23.04.2021)."
)
APA = {
    DIGEST: 'Belarus Digest. (n.d.). *Pakistan: Belarus\'s "new best friend" in South Asia*. Retrieved April 23, 2021, '
    "from https://belarusdigest.com/story/pakistan-belarus-new-best-friend-in-south-asia/",
    EMBASSY: "Embassy of Pakistan Minsk – Belarus. (n.d.). *Overview of Pakistan-Belarus bilateral relations*. "
    "Retrieved April 23, 2021, from https://pakembminsk.org/bilateral-relation",
    PAPER: "Raza, M., & Nawaz, P. (ca. 2021). *Reinvigorating Pakistan-Belarus partnership with a progressive "
    "political and economic framework*. Center for Global and Strategic Studies (CGSS).",
}
CHICAGO = {
    DIGEST: "Belarus Digest. “Pakistan: Belarus’s ‘New Best Friend’ in South Asia.” Accessed April 23, 2021. "
    "https://belarusdigest.com/story/pakistan-belarus-new-best-friend-in-south-asia/.",
    EMBASSY: "Embassy of Pakistan Minsk – Belarus. “Overview of Pakistan-Belarus Bilateral Relations.” "
    "Accessed April 23, 2021. https://pakembminsk.org/bilateral-relation.",
    PAPER: "Raza, Maryam, and Palwasha Nawaz. “Reinvigorating Pakistan-Belarus Partnership with a Progressive "
    "Political and Economic Framework.” Islamabad: Center for Global and Strategic Studies (CGSS), [2021].",
}
CHICAGO_NOTES = {
    EMBASSY: "“Overview of Pakistan-Belarus Bilateral Relations,” Embassy of Pakistan Minsk – Belarus, "
    "accessed April 23, 2021, https://pakembminsk.org/bilateral-relation.",
    DIGEST: "“Pakistan: Belarus’s ‘New Best Friend’ in South Asia,” Belarus Digest, accessed April 23, 2021, "
    "https://belarusdigest.com/story/pakistan-belarus-new-best-friend-in-south-asia/.",
}


@pytest.mark.parametrize("ref", GOST)
def test_gost_has_the_form_of_the_paper(ref: str) -> None:
    assert entry("gost", ref) == GOST[ref]


@pytest.mark.parametrize("ref", SHORT)
def test_a_short_entry_says_who_what_where_and_when(ref: str) -> None:
    assert entry("short", ref) == SHORT[ref]
    assert cited("short", item(ref), item(PAPER, 2)) == "[1,2]"


def test_gost_speaks_russian_where_the_brief_does() -> None:
    assert entry("gost", EMBASSY, "ru-RU") == GOST_RUSSIAN


@pytest.mark.parametrize("ref", APA)
def test_apa_has_the_form_of_its_manual(ref: str) -> None:
    assert entry("apa", ref) == APA[ref]


@pytest.mark.parametrize("ref", CHICAGO)
def test_chicago_has_the_form_of_its_manual(ref: str) -> None:
    assert entry("chicago", ref) == CHICAGO[ref]


@pytest.mark.parametrize("ref", CHICAGO_NOTES)
def test_a_first_note_tells_the_whole_source(ref: str) -> None:
    assert cited("chicago", item(ref)) == CHICAGO_NOTES[ref]


def test_a_later_note_is_short() -> None:
    assert cited("chicago", item(EMBASSY, positions=LATER)) == "“Overview of Pakistan-Belarus Bilateral Relations.”"
    short = "Raza and Nawaz, “Reinvigorating Pakistan-Belarus Partnership with a Progressive Political and Economic"
    assert cited("chicago", item(PAPER, page="4", positions=LATER)) == f"{short} Framework,” 4."


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ((item(PAPER, 1),), "[1]"),
        ((item(PAPER, 1), item(EMBASSY, 2)), "[1,2]"),
        ((item(PAPER, 1, "4"),), "[1, p. 4]"),
        ((item(PAPER, 1, "4–6"),), "[1, pp. 4–6]"),
        ((item(PAPER, 1, "4"), item(EMBASSY, 2)), "[1, p. 4; 2]"),
    ],
)
def test_gost_cites_by_numbers(items: tuple[CitedItem, ...], text: str) -> None:
    assert cited("gost", *items) == text


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ((item(EMBASSY),), "(Embassy of Pakistan Minsk – Belarus, n.d.)"),
        ((item(PAPER, page="4"),), "(Raza & Nawaz, ca. 2021, p. 4)"),
        ((item(PAPER), item(DIGEST)), "(Raza & Nawaz, ca. 2021; Belarus Digest, n.d.)"),
    ],
)
def test_apa_cites_by_author_and_date(items: tuple[CitedItem, ...], text: str) -> None:
    assert cited("apa", *items) == text


@pytest.mark.parametrize(
    ("name", "order"),
    [("gost", [PAPER, EMBASSY, DIGEST]), ("apa", [DIGEST, EMBASSY, PAPER]), ("chicago", [DIGEST, EMBASSY, PAPER])],
)
def test_lists_follow_the_text_or_the_alphabet(name: str, order: list[str]) -> None:
    items = {id(made := item(ref)): (ref, made) for ref in (PAPER, EMBASSY, DIGEST)}
    ranked = style(name).ranked([made for _, made in items.values()])

    assert [items[id(made)][0] for made in ranked] == order


def test_an_address_is_a_link() -> None:
    chosen = style("gost")
    links = [i for i in inlines_of(chosen.entry(item(EMBASSY)), chosen.quotes, None) if isinstance(i, Link)]

    assert [link.url for link in links] == ["https://pakembminsk.org/bilateral-relation"]


# ---------------------------------------------------------------- other kinds of sources

KINDS: list[dict[str, object]] = [
    {"id": "article", "type": "article-journal", "title": "Trade and 'soft' connectivity", "volume": "3", "issue": "2",
     "author": [{"family": "Raza", "given": "Maryam"}, {"family": "Nawaz", "given": "P. Q."}], "page": "104-119",
     "issued": {"date-parts": [[2021, 3, 2]]}, "container-title": "Journal of Trade", "DOI": "10.1000/x"},
    {"id": "book", "type": "book", "title": "The silk road again", "author": [{"literal": "Ministry of Trade"}],
     "issued": "2020~", "publisher": "Press", "publisher-place": "Minsk"},
    {"id": "chapter", "type": "chapter", "title": "A chapter", "container-title": "The Book", "page": "5-9",
     "author": [{"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}], "issued": "2019",
     "editor": [{"family": "Ed", "given": "Fay"}], "publisher": "Press", "publisher-place": "Lahore"},
    {"id": "report", "type": "report", "title": "Outlook 2020: what next?", "publisher": "World Bank",
     "issued": "2020", "URL": "https://e.org/r", "accessed": "2021-04-01"},
    {"id": "news", "type": "article-newspaper", "title": "Leaders meet", "container-title": "Dawn",
     "author": [{"family": "Khan", "given": "Ali"}], "issued": "2020-05-09", "URL": "https://dawn.com/1",
     "accessed": "2021-04-01"},
    {"id": "treaty", "type": "treaty", "title": "Treaty of Friendship", "issued": "2015-08-10"},
    {"id": "bare", "type": "document", "title": "Only a title"},
]  # fmt: skip
EXPECTED = {
    "gost": [
        (
            "Raza M., Nawaz P.Q. Trade and 'soft' connectivity // Journal of Trade. 2021. Vol. 3. No. 2. P. 104–119. "
            "DOI: 10.1000/x."
        ),
        "Ministry of Trade. The silk road again. Minsk: Press, [2020].",
        "Gogh V. van. A chapter // The Book. Lahore: Press, 2019. P. 5–9.",
        "Outlook 2020: what next? World Bank, 2020. URL: <https://e.org/r> (date of access: 01.04.2021).",
        "Khan A. Leaders meet // Dawn. 09.05.2020. URL: <https://dawn.com/1> (date of access: 01.04.2021).",
        "Treaty of Friendship. 10.08.2015.",
        "Only a title.",
    ],
    "apa": [
        (
            'Raza, M., & Nawaz, P. Q. (2021). Trade and "soft" connectivity. *Journal of Trade*, *3*(2), 104–119. '
            "https://doi.org/10.1000/x"
        ),
        "Ministry of Trade. (ca. 2020). *The silk road again*. Press.",
        "van Gogh, V. (2019). A chapter. In F. Ed (Ed.), *The Book* (pp. 5–9). Press.",
        "World Bank. (2020). *Outlook 2020: what next?* https://e.org/r",
        "Khan, A. (2020, May 9). Leaders meet. *Dawn*. https://dawn.com/1",
        "*Treaty of Friendship*. (2015, August 10).",
        "*Only a title*. (n.d.).",
    ],
    "chicago": [
        (
            "Raza, Maryam, and P. Q. Nawaz. “Trade and ‘Soft’ Connectivity.” *Journal of Trade* 3, no. 2 (2021): "
            "104–19. https://doi.org/10.1000/x."
        ),
        "Ministry of Trade. *The Silk Road Again*. Minsk: Press, [2020].",
        "Gogh, Vincent van. “A Chapter.” In *The Book*, edited by Fay Ed. Lahore: Press, 2019.",
        "World Bank. *Outlook 2020: What Next?* 2020. https://e.org/r.",
        "Khan, Ali. “Leaders Meet.” *Dawn*. May 9, 2020. https://dawn.com/1.",
        "*Treaty of Friendship*. August 10, 2015.",
        "“Only a Title.”",
    ],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_other_kinds_of_sources_have_their_form(name: str) -> None:
    report, chosen = Report(), style(name)
    found = parse_references(json.dumps(KINDS), "kinds.json", report)
    entries = [chosen.entry(CitedItem(record_of(reference, str), 1)) for reference in found]

    assert report.diagnostics == ()
    assert [shown(inlines_of(text, chosen.quotes, None)) for text in entries] == EXPECTED[name]


# ---------------------------------------------------------------- a style of another shape

OTHER = """\
<?xml version="1.0" encoding="iso-8859-1"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" initialize-with="" name-as-sort-order="all"
       sort-separator=" " et-al-min="3" et-al-use-first="2" default-locale="de-DE">
  <info><title>Raised numbers, alphabetical</title><id>urn:x</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <locale xml:lang="de"><terms><term name="et-al">u. a.</term></terms></locale>
  <macro name="who">
    <names variable="author"><substitute><names variable="editor"/><text macro="what"/></substitute></names>
  </macro>
  <macro name="what"><text variable="title" quotes="true"/></macro>
  <citation collapse="citation-number">
    <sort><key variable="citation-number"/></sort>
    <layout vertical-align="sup" delimiter=","><text variable="citation-number"/></layout>
  </citation>
  <bibliography second-field-align="flush">
    <sort><key macro="who"/></sort>
    <layout suffix=".">
      <text variable="citation-number" suffix=". "/>
      <group delimiter=": ">
        <text macro="who" font-variant="small-caps"/>
        <text macro="what"/>
      </group>
      <choose>
        <if disambiguate="true"><text value="[never]"/></if>
        <else-if type="book report" match="any">
          <text variable="publisher" prefix=", " font-weight="bold"/>
          <number variable="number-of-pages" prefix=", "/>
          <label variable="number-of-pages" form="short" prefix=" "/>
        </else-if>
      </choose>
      <date variable="issued" form="numeric" date-parts="year" prefix=", "/>
    </layout>
  </bibliography>
</style>
"""


def test_a_style_of_another_shape_works_as_well() -> None:
    checked, report = Report(), Report()
    records = [
        {**KINDS[1], "title": 'Über "Handel"', "number-of-pages": "200"},
        {"id": "two", "type": "book", "title": "Anon"},
        {"id": "three", "type": "book", "title": "C", "author": [{"family": f, "given": "Ann Bea"} for f in "ZYX"]},
    ]
    read = read_citation_style("other", OTHER, "other.csl", checked)
    chosen = prepared(OTHER, "en-GB")
    items = [
        CitedItem(record_of(r, str), n) for n, r in enumerate(parse_references(json.dumps(records), "r", report), 1)
    ]
    ranked = chosen.ranked(items)

    assert (read.gives if read else None, checked.diagnostics, report.diagnostics) == ("numbers", (), ())
    assert [words_of(chosen.entry(made), chosen.quotes) for made in ranked] == [
        "„Anon“.",
        "Ministry of Trade: „Über ‚Handel‘“, Press, 200 S., 2020.",
        "Z AB, Y AB, u. a.: „C“.",
    ]
    assert chosen.around(items) == ("[", ",", "]")
