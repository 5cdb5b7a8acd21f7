"""references.bib: BibTeX as reference managers export it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.diagnostics import Report, print_short
from briefgen.load import load
from briefgen.load.references.bibtex import parse_bibtex
from briefgen.load.references.bibtex_types import TYPES
from briefgen.model.facts.parties_people_references import Author
from briefgen.model.values.sensitivity import Sensitivity
from briefgen.world import Memory
from samples.composing import BASE, FOLDER

if TYPE_CHECKING:
    from briefgen.model.facts.relation import Reference

ARTICLE = r"""% Exported
@string{press = "Press of " # {Minsk}}

@Article{raza2021,
  author = {Raza, Maryam and {Ministry of Trade and Commerce} and Vincent van Gogh and others},
  title = {The {Pakistan-Belarus} Trade: {\"U}ber \& Caf{\'e}, 50\% of {South Asia}},
  journal = "J. of " # {Trade},
  year = 2021, month = mar,
  pages = {4--6}, volume = {3}, number = {2},
  url = {https://example.org/a\_b%20c~d}, doi = {10.1/x_y},
  publisher = press,
}
"""


def bomb() -> str:
    """Strings of strings that come to 10^10 characters."""
    strings = ['@string{s0 = "0123456789"}'] + [
        f"@string{{s{n} = {' # '.join([f's{n - 1}'] * 10)}}}" for n in range(1, 10)
    ]
    return "\n".join([*strings, "@book{a, title = s9}"])


def parsed(text: str) -> tuple[list[Reference], list[str]]:
    """The references and what was reported."""
    report = Report()
    found = parse_bibtex(text, "r.bib", report)
    return found, [print_short(d) for d in report.diagnostics]


def test_an_article_is_read() -> None:
    found, told = parsed(ARTICLE)
    reference = found[0]

    assert told == []
    assert (reference.id, reference.type, str(reference.issued)) == ("raza2021", "article-journal", "2021-03")
    assert reference.title == "The Pakistan-Belarus Trade: Über & Café, 50% of South Asia"
    assert reference.authors == (
        Author(family="Raza", given="Maryam"),
        Author(family="Ministry of Trade and Commerce"),
        Author(family="van Gogh", given="Vincent", and_others=True),
    )
    assert (reference.container, reference.publisher) == ("J. of Trade", "Press of Minsk")
    assert (reference.url, reference.csl["DOI"]) == ("https://example.org/a_b%20c~d", "10.1/x_y")
    assert [reference.csl[name] for name in ("page", "volume", "issue")] == ["4-6", "3", "2"]
    assert str(reference.place) == "r.bib:4:1"


def test_braces_keep_the_capitals_of_names() -> None:
    custom = parsed(ARTICLE)[0][0].csl["custom"]

    assert custom == {"title_sentence": "The Pakistan-Belarus trade: über & café, 50% of South Asia"}
    assert parsed("@book{a, title = {The Trade of Asia}}")[0][0].csl["custom"] == {}


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_every_type_of_entry_is_read(kind: str) -> None:
    found, told = parsed(f"@{kind}{{a, title = {{T}}}}")

    assert told == []
    assert found[0].type == TYPES[kind]


def test_a_page_names_its_site_and_its_date_of_access() -> None:
    page = "@misc{a, title={T}, howpublished={\\url{https://e.org/x}}, organization={Site}, urldate={2021-04-23}}"
    reference = parsed(page)[0][0]

    assert (reference.type, reference.url, reference.container) == ("webpage", "https://e.org/x", "Site")
    assert str(reference.accessed) == "2021-04-23"


def test_own_fields_stand_beside_the_others() -> None:
    reference = parsed("@book{a, title={T}, date={2020-02}, source_class={official}, issued_inferred={by its cover}}")[
        0
    ][0]

    assert (reference.source_class, reference.issued_inferred, str(reference.issued)) == (
        "official", "by its cover", "2020-02",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\n@book{a, title={T}", "r.bib:2:1: error[BG104] the entry that begins here is not well-formed BibTeX"),
        ("@book{a, title={T}}\n@book{a, title={T}}", "r.bib:2:1: error[BG105] the entry 'a' is given twice"),
        (
            "@book{a,\n title={T}, title={U}}",
            "r.bib:1:1: warning[BG125] not all of 'a' is kept: 'title' is given twice",
        ),
        ("\n@boek{a, title={T}}", "r.bib:2:1: warning[BG125] not all of 'a' is kept: '@boek' is no type"),
        (
            "@book{a, title={T},\n publisher=pres}",
            "r.bib:1:1: warning[BG125] not all of 'a' is kept: there is no @string 'pres'",
        ),
        ("@book{a, author={B}}", "r.bib:1:1: warning[BG125] not all of 'a' is kept: it has no title"),
        ("@book{a, publisher={B}}", "r.bib:1:1: error[BG107] a reference needs 'title'"),
        ("@book{, title={T}}", "r.bib:1:1: warning[BG125] an entry without a key is left out"),
        ("@book{a, title={T}, source_class={rumour}}", "r.bib:1:1: error[BG109] 'rumour' is no source class"),
        (
            "@book{a, title={The Trade}, title_sentence={The goods}}",
            "r.bib:1:1: error[BG108] title_sentence has other words than the title",
        ),
        (bomb(), "r.bib:5:1: error[BG103] 's4' is longer than 10000 characters"),
        (
            f"@book{{a, title={{{'{' * 3000}x{'}' * 3000}}}}}",
            "r.bib:1:1: error[BG103] this entry is nested too deeply",
        ),
        ("@book{a, title={T}}\n" * 20_001, "r.bib: error[BG103] holds more than 20000 entries"),
        (f"@book{{a,\n title={{{'x' * 10_001}}}}}", "r.bib:2:1: error[BG103] 'title' is longer than 10000"),
        (
            f"@book{{a, title={{T}}, year=2020, month={'9' * 5000}}}",
            "r.bib:1:1: warning[BG125] not all of 'a' is kept: '2020-999",
        ),
        (
            f"@book{{a, title={{T}}, year=2020, month=1, day={'9' * 5000}}}",
            "r.bib:1:1: warning[BG125] not all of 'a' is kept: '2020-1-9",
        ),
        (
            "@book{a, title={T}, url={javascript:alert(1)}}",
            "r.bib:1:1: warning[BG125] not all of 'a' is kept: the address 'javascript:alert(1)' is none of",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, told: str, caplog: pytest.LogCaptureFixture) -> None:
    _, said = parsed(text)

    assert [line for line in said if line.startswith(told)], said
    assert "Traceback" not in caplog.text


def test_without_the_reader_the_file_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "bibtexparser", None)

    assert parsed(ARTICLE) == ([], ["r.bib:1: error[BG121] the reader of BibTeX is not installed"])


def loaded_refs(**files: str) -> tuple[list[str], list[str]]:
    """Ids of a relation's references, and what was said."""
    texts = {**BASE, "templates/sections/one.md.j2": "Words.\n"} | {f"{FOLDER}/{k}": v for k, v in files.items()}
    if files.get("references.json") == "":
        del texts[f"{FOLDER}/references.json"]
    outcome = load(Memory({name: text.encode() for name, text in texts.items()}))
    return list(outcome.value.relations[0].references), [print_short(d) for d in outcome.diagnostics]


def test_a_library_stands_beside_references_json_or_instead_of_it() -> None:
    assert loaded_refs(**{"references.bib": ARTICLE}) == (["ref", "other", "raza2021"], [])
    assert loaded_refs(**{"references.json": "", "references.bib": ARTICLE}) == (["raza2021"], [])
    assert loaded_refs(**{"references.json": ""})[1] == [f"{FOLDER}/references.json: error[BG101] is missing"]


def test_one_id_in_both_files_is_told() -> None:
    _, told = loaded_refs(**{"references.bib": "\n@book{ref, title={T}}"})

    assert told == [f"{FOLDER}/references.bib:2:1: error[BG201] the id 'ref' is used twice, first in line 1"]


_PIECES = st.sampled_from(
    ["@book{", "a", ",", "title", "=", "{", "}", '"', "#", "\\", "$", "x and y", "@string{", "@comment", "%", "\n", "~",
     "author = {", "von Last, Jr, F", "year = 20", "\\'", "\\emph{", "@", "(", ")"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=20))
def test_no_text_stops_the_reading(pieces: list[str]) -> None:
    parsed("".join(pieces))


@given(st.text(alphabet="aB{}\\\"'~$% &#^_-,", max_size=24))
def test_no_title_or_name_stops_the_reading(words: str) -> None:
    parsed(f"@book{{a, title = {{{words}}}, author = {{{words}}}, url = {{{words}}}, month = {{{words}}}}}")


def test_the_labels_of_an_entry_are_read() -> None:
    (reference,), told = parsed("@book{a, title = {A book}, sensitivity = {restricted}, topics = {defence, trade}}")

    assert told == []
    assert (str(reference.sensitivity.name), reference.topics) == ("RESTRICTED", ("defence", "trade"))  # type: ignore[union-attr]


@pytest.mark.parametrize("field", ["sensitivty", "sensitiviy", "topic", "Sensitivities"])
def test_a_label_that_is_misspelt_opens_nothing(field: str) -> None:
    found, (told,) = parsed(f"@book{{a, title = {{A book}}, {field} = {{restricted}}}}")

    assert found == []
    assert f"an entry has no field '{field.lower()}'" in told


def test_an_unknown_label_of_an_entry_is_an_error() -> None:
    (reference,), (told,) = parsed("@book{a, title = {A book}, sensitivity = {secret}}")

    assert "'secret' is no sensitivity" in told
    assert reference.sensitivity is Sensitivity.RESTRICTED
