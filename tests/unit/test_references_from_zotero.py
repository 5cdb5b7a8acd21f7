"""What Zotero and its extension Better BibTeX write is read by its citation keys, with what is briefgen's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from briefgen.cli import main
from briefgen.diagnostics import Report
from briefgen.load.references.bibtex import parse_bibtex
from briefgen.load.references.csl_json import parse_references
from briefgen.model.values.sensitivity import Sensitivity

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.facts.parties_people_references import Reference

ROOT = Path(__file__).parents[2]
CSL = [
    {
        "id": "embassyBilateral2021", "citation-key": "embassyBilateral2021", "type": "webpage",
        "title": "Bilateral relations", "author": [{"literal": "Embassy in Minsk"}], "container-title": "Embassy pages",
        "issued": {"date-parts": [[2021]]}, "accessed": {"date-parts": [[2021, 4, 20]]}, "language": "en-GB",
        "URL": "https://example.org/bilateral", "abstract": "An overview.", "note": "Seen by two.",
    },
    {
        "id": "martinTrade2021", "citation-key": "martinTrade2021", "type": "article-journal", "title": "Trade of two",
        "title-short": "Trade", "author": [{"family": "Martin", "given": "A."}], "container-title": "Journal of Two",
        "issued": {"date-parts": [[2021, 3]]}, "volume": "7", "issue": "2", "page": "1-20", "DOI": "10.1000/182",
    },
]  # fmt: skip
OF_ZOTERO = [
    {**record, "id": f"http://zotero.org/users/12345/items/AAAA000{number}",
     "issued": {"date-parts": [[str(part) for part in record["issued"]["date-parts"][0]]]}}  # type: ignore[index]
    for number, record in enumerate(CSL)
]  # fmt: skip
BIBLATEX = """
@online{embassyBilateral2021,
  title = {Bilateral Relations},
  author = {{Embassy in Minsk}},
  date = {2021},
  url = {https://example.org/bilateral},
  urldate = {2021-04-20},
  abstract = {An overview.},
  langid = {british},
  organization = {Embassy pages},
  source_class = {official},
  sensitivity = {restricted},
  file = {/home/somebody/Zotero/storage/AAAA0000/page.html}
}

@article{martinTrade2021,
  title = {Trade of Two},
  shorttitle = {Trade},
  author = {Martin, A.},
  date = {2021-03},
  journaltitle = {Journal of Two},
  volume = {7},
  number = {2},
  pages = {1--20},
  doi = {10.1000/182},
  keywords = {trade}
}
"""
BIBTEX = (
    BIBLATEX.replace("@online", "@misc")
    .replace("date = {2021-03}", "year = 2021,\n  month = mar")
    .replace("  date = {2021},", "  year = 2021,")
    .replace("  url = {", "  howpublished = {")
    .replace("journaltitle", "journal")
)


def read(parse: Callable[..., list[Reference]], text: str) -> list[Reference]:
    report = Report()
    found = parse(text, "references", report)
    assert [said.message for said in report.diagnostics] == []
    return found


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        (parse_references, json.dumps(CSL)), (parse_references, json.dumps(OF_ZOTERO)),
        (parse_bibtex, BIBLATEX), (parse_bibtex, BIBTEX),
    ],
    ids=["Better CSL JSON", "CSL JSON", "Better BibLaTeX", "Better BibTeX"],
)  # fmt: skip
def test_each_format_gives_the_same_references_by_the_same_keys(
    parse: Callable[..., list[Reference]], text: str
) -> None:
    page, paper = read(parse, text)

    assert (page.id, page.authors[0].family, str(page.issued)) == ("embassyBilateral2021", "Embassy in Minsk", "2021")
    assert (page.type, page.url, str(page.accessed)) == ("webpage", "https://example.org/bilateral", "2021-04-20")
    assert (paper.id, paper.type, str(paper.issued)) == ("martinTrade2021", "article-journal", "2021-03")
    assert (paper.container, paper.doi) == ("Journal of Two", "10.1000/182")


def test_what_is_briefgens_own_comes_along_with_an_entry() -> None:
    page, paper = read(parse_bibtex, BIBLATEX)

    assert (page.source_class, page.sensitivity) == ("official", Sensitivity.RESTRICTED)
    assert paper.source_class == "unknown"


def test_a_record_whose_id_is_a_name_keeps_it() -> None:
    (found,) = read(parse_references, json.dumps([{**CSL[0], "id": "mine"}]))

    assert found.id == "mine"


def fields(*arguments: str) -> object:
    result = CliRunner().invoke(main, ["fields", *arguments, "--workspace", str(ROOT)])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_each_reference_is_listed_as_prose_cites_it() -> None:
    found = fields("citation", "--format", "json")

    assert isinstance(found, list)
    (cited,) = [word for word in found if word["name"] == "[@raza-nawaz-2021]"]
    assert cited["example"] == "Raza, 2021"
    assert "public" in cited["audiences"]


def test_an_editor_completes_keys_and_names() -> None:
    found = fields("--format", "snippets")

    assert isinstance(found, dict)
    assert found["citation [@raza-nawaz-2021]"]["prefix"] == "@raza-nawaz-2021"
    assert found["citation [@raza-nawaz-2021]"]["body"] == "[@raza-nawaz-2021]"
    assert found["filter money"]["body"] == 'year.turnover|money("sign")'
    assert found["function reference_list"]["body"] == "{{ reference_list() \\}\\}"
