"""Entries of BibLaTeX: types, names with named parts, what is inherited, dates, kinds, addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.diagnostics import Report, Severity, print_short
from briefgen.load.references.bibtex import parse_bibtex
from briefgen.load.references.bibtex_types import READ, TYPES
from briefgen.model.facts.parties_people_references import Author

if TYPE_CHECKING:
    from briefgen.model.facts.parties_people_references import Reference


def parsed(text: str) -> tuple[list[Reference], list[str]]:
    """The references and what was reported."""
    report = Report()
    found = parse_bibtex(text, "r.bib", report)
    return found, [print_short(d) for d in report.diagnostics]


def one(fields: str, kind: str = "book") -> Reference:
    """The reference of an entry of which all is kept."""
    (found,), told = parsed(f"@{kind}{{a, {fields}}}")
    assert told == []
    return found


def told_of(fields: str, kind: str = "book") -> str:
    """What is told of an entry that is read all the same, once."""
    found, told = parsed(f"\n@{kind}{{a, {fields}}}")
    assert len(found) == len(told) == 1
    assert told[0].startswith("r.bib:2:1: warning[BG125] not all of 'a' is kept: ")
    return told[0].removeprefix("r.bib:2:1: warning[BG125] not all of 'a' is kept: ")


# ------------------------------------------------------------ types


@pytest.mark.parametrize(
    ("kind", "csl"),
    [
        ("inreference", "entry-encyclopedia"), ("video", "motion_picture"), ("patent", "patent"), ("mvbook", "book"),
        ("software", "software"), ("letter", "personal_communication"), ("audio", "song"), ("standard", "standard"),
        ("jurisdiction", "legal_case"), ("legislation", "legislation"), ("periodical", "periodical"),
        ("image", "graphic"), ("map", "map"), ("dataset", "dataset"), ("commentary", "book"), ("legal", "treaty"),
    ],
)  # fmt: skip
def test_a_type_of_biblatex_is_read(kind: str, csl: str) -> None:
    assert one("title = {T}", kind).type == csl


def test_a_type_that_nobody_knows_is_a_document_and_told() -> None:
    assert told_of("title = {T}", "boook").startswith("'@boook' is no type that briefgen knows (did you mean '@book'?)")
    assert parsed("@zzz{a, title = {T}}")[0][0].type == "document"


def test_a_set_is_no_reference_and_told() -> None:
    found, told = parsed("@set{a, entryset = {b, c}}")

    assert found == []
    assert "'@set' is no reference of its own" in told[0]


@pytest.mark.parametrize(
    ("fields", "kind", "genre"),
    [
        ("title = {T}", "phdthesis", "PhD thesis"),
        ("title = {T}", "mastersthesis", "Master’s thesis"),
        ("title = {T}, type = {mathesis}", "thesis", "MA thesis"),
        ("title = {T}, type = {phdthesis}", "thesis", "PhD thesis"),
        ("title = {T}, type = {Diplomarbeit}", "mastersthesis", "Diplomarbeit"),
        ("title = {T}, type = {techreport}", "report", "technical report"),
        ("title = {T}, type = {Country Report}", "techreport", "Country Report"),
        ("title = {T}, type = {patenteu}", "patent", "European patent"),
        ("title = {T}, type = {patreqde}", "patent", "German patent request"),
        ("title = {T}, type = {audiocd}", "audio", "audio CD"),
        ("title = {T}", "workingpaper", "working paper"),
    ],
)
def test_the_kind_of_a_work_is_said_in_words(fields: str, kind: str, genre: str) -> None:
    assert one(fields, kind).csl["genre"] == genre


def test_an_article_of_a_newspaper_is_one() -> None:
    assert one("title = {T}, entrysubtype = {newspaper}", "article").type == "article-newspaper"
    assert one("title = {T}, entrysubtype = {magazine}", "article").type == "article-magazine"
    assert one("title = {T}, eventtitle = {A meeting}", "unpublished").type == "speech"


# ------------------------------------------------------------ names


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("family=Meij, given=Hans, prefix=van der, useprefix=true", [("van der Meij", "Hans")]),
        ("family=Meij, given=Hans, prefix=van der", [("van der Meij", "Hans")]),
        ("family=Meij, given=Hans, prefix=van der, useprefix=false", [("Meij", "Hans van der")]),
        ("family={Meij}, given={Hans}, prefix={van der} and family=Roe", [("van der Meij", "Hans"), ("Roe", "")]),
        ("given=Simon, family=Beumont, suffix=Jr", [("Beumont", "Simon, Jr")]),
        ("family=Doe, given=Ann, given-i=A", [("Doe", "Ann")]),
        ("van der Meij, Hans", [("van der Meij", "Hans")]),
        ("Doe, Jr, Ann", [("Doe", "Ann, Jr")]),
        ("{Ministry of Trade and Commerce}", [("Ministry of Trade and Commerce", "")]),
        (r"{\'E}mile Zola AND Ann Doe", [("Zola", "Émile"), ("Doe", "Ann")]),
        (r"Ne\~set\~ril, Jaroslav", [("Nes\u0303etr\u0303il", "Jaroslav")]),
        ("{World Bank} and {IMF}", [("World Bank", ""), ("IMF", "")]),
        ("UNESCO", [("UNESCO", "")]),
        ("useprefix=false and nosortothers=true and von Animal, Alan", [("von Animal", "Alan")]),
        ("王, 小明", [("王", "小明")]),
    ],
)
def test_names_are_read(typed: str, names: list[tuple[str, str]]) -> None:
    found = one(f"title = {{T}}, author = {{{typed}}}").authors

    assert [(author.family, author.given) for author in found] == names


@pytest.mark.parametrize("others", ["others", "OTHERS", "et al."])
def test_others_that_are_not_named_are_kept(others: str) -> None:
    found = one(f"title = {{T}}, author = {{{{Food and Agriculture Organization}} and {others}}}").authors

    assert found == (Author(family="Food and Agriculture Organization", and_others=True),)


def test_editors_with_a_role_have_it() -> None:
    found = one("title={T}, editor={Doe, A.}, editortype={compiler}, editora={Roe, R.}, editoratype={director}").csl

    assert found["compiler"] == [{"family": "Doe", "given": "A."}]
    assert found["director"] == [{"family": "Roe", "given": "R."}]
    assert "is printed as that of an editor" in told_of("title={T}, editor={Doe, A.}, editortype={hero}")


# ------------------------------------------------------------ what is inherited

PARENT = """
@proceedings{p, title={The Meeting}, subtitle={A record}, editor={Poe, P.}, publisher={House}, year={2004},
  author={Not Me}, sensitivity={restricted}, keywords={x}}
@xdata{x, publisher={Data House}, location={Delhi}}
@mvbook{mv, title={All works}, author={Doe, A.}, publisher={House}, year={1999}}
@book{bk, title={One volume}, volume={2}, crossref={mv}}
@periodical{pe, title={Journal of Trade}, editor={Roe, R.}, year={2001}}
"""


def child(text: str) -> tuple[dict[str, Any], list[str]]:
    """The last record of a library, and what was told."""
    found, told = parsed(PARENT + text)
    return {**found[-1].csl}, told


def test_a_paper_takes_from_its_proceedings() -> None:
    record, told = child("@inproceedings{a, title={Paper}, author={Doe, A.}, crossref={P}}")

    assert told == []
    assert (record["title"], record["container-title"]) == ("Paper", "The Meeting: A record")
    assert (record["publisher"], record["issued"]) == ("House", {"raw": "2004"})
    assert record["editor"] == [{"family": "Poe", "given": "P."}]
    assert record["author"] == [{"family": "Doe", "given": "A."}]


def test_what_hides_a_parent_hides_what_shows_its_title() -> None:
    assert child("@inproceedings{a, title={Paper}, crossref={p}}")[0]["custom"] == {"sensitivity": "restricted"}
    own = child("@inproceedings{a, title={Paper}, crossref={p}, sensitivity={public}}")[0]["custom"]
    assert own == {"sensitivity": "public"}


def test_fields_of_one_s_own_win() -> None:
    record, _ = child("@inproceedings{a, title={Paper}, publisher={Mine}, crossref={p}, booktitle={Short}}")

    assert (record["publisher"], record["container-title"]) == ("Mine", "Short: A record")


def test_data_for_many_are_taken_as_they_are() -> None:
    record, told = child("@book{a, title={T}, xdata={x}}")

    assert told == []
    assert (record["publisher"], record["publisher-place"]) == ("Data House", "Delhi")


def test_grandparents_give_too() -> None:
    record, told = child("@inbook{a, title={Chapter}, crossref={bk}}")

    assert told == []
    assert (record["container-title"], record["volume"]) == ("All works: One volume", "2")
    assert record["container-author"] == [{"family": "Doe", "given": "A."}]


def test_an_article_takes_its_journal() -> None:
    record, _ = child("@article{a, title={Paper}, crossref={pe}}")

    assert (record["container-title"], record["issued"]) == ("Journal of Trade", {"raw": "2001"})


def test_a_parent_that_is_not_there_is_told() -> None:
    _, told = child("\n\n@inproceedings{a, title={Paper}, crossref={gone}}")

    assert "there is no entry 'gone' to take fields from" in told[0]


def test_entries_that_point_to_each_other_are_read() -> None:
    found, told = parsed("@book{a, title={A}, crossref={b}}\n@book{b, title={B}, crossref={a}, publisher={P}}")

    assert told == []
    assert [reference.publisher for reference in found] == ["P", "P"]


# ------------------------------------------------------------ titles


@pytest.mark.parametrize(
    ("fields", "kind", "title", "container"),
    [
        ("title={T}, subtitle={S}", "book", "T: S", None),
        ("title={What?}, subtitle={S}", "book", "What? S", None),
        ("title={T}, titleaddon={An addition}", "book", "T. An addition", None),
        ("title={T}, journaltitle={J}, journalsubtitle={JS}", "article", "T", "J: JS"),
        ("title={T}, journal={J}", "article", "T", "J"),
        ("title={T}, booktitle={B}, booksubtitle={BS}", "incollection", "T", "B: BS"),
        ("title={T}, maintitle={M}, booktitle={B}", "inbook", "T", "M: B"),
        ("title={T}, maintitle={M}", "book", "T", "M"),
        ("title={J}, issuetitle={Special}", "periodical", "Special", "J"),
        ("title={T}, organization={Site}, url={https://e.org/}", "online", "T", "Site"),
    ],
)
def test_titles_are_put_together(fields: str, kind: str, title: str, container: str | None) -> None:
    found = one(fields, kind)

    assert (found.title, found.container) == (title, container)


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ("booktitle={B}", "B"), ("maintitle={M}", "M"), ("eventtitle={E}", "E"), ("journaltitle={J}", "J"),
        ("note={To the ministry}", "To the ministry"), ("howpublished={Leaflet}", "Leaflet"),
        ("number={17-FZ}", "17-FZ"),
        ("series={S}", "S"), ("doi={10.1/x}", "10.1/x"), ("shorttitle={Short}", "Short"),
        ("author={Doe, A.}", "[misc]"),
    ],
)  # fmt: skip
def test_an_entry_without_a_title_has_another_name_and_that_is_told(fields: str, title: str) -> None:
    assert told_of(fields, "misc").startswith("it has no title, and ")
    assert parsed(f"@misc{{a, {fields}}}")[0][0].title == title


# ------------------------------------------------------------ dates


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year={2019}, month={March--April}", "2019-03/2019-04"),
        ("year={2019}, month=mar # {--} # apr", "2019-03/2019-04"),
        ("year={2019}, month={3}, day={5}", "2019-03-05"),
        ("year={2019}, month={April 30--May 2}", "2019-04-30/2019-05-02"),
        ("year={1990--92}", "1990/1992"),
        ("year={c. 1990}", "1990~"),
        ("year={[1990]}", "1990?"),
        ("date={2019-03-04T10:00:00Z}", "2019-03-04"),
        ("date={2019~}", "2019~"),
        ("date={2019?}", "2019?"),
        ("date={2019/}", "2019/.."),
        ("date={/2019}", "../2019"),
        ("date={2019-02/2019-05}", "2019-02/2019-05"),
        ("date={196X}", "1960/1969"),
        ("year={1990}, endyear={1992}", "1990/1992"),
        ("year={Michaelmas 2019}", "2019"),
        ("year={forthcoming}", "None"),
        ("pubstate={inpress}", "None"),
    ],
)
def test_dates_are_read(fields: str, date: str) -> None:
    assert str(one(f"title={{T}}, {fields}").issued) == date


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        ("date={2019-13}", "'2019-13' is no date, and only the year 2019 is kept"),
        ("date={2019-02-30}", "'2019-02-30' is no date, and only the year 2019 is kept"),
        ("year={2019}, month={13}", "'2019-13' is no date, and only the year 2019 is kept"),
        ("date={2019-21/2019-22}", "'2019-21/2019-22' is no date, and only the year 2019 is kept"),
        ("urldate={0000-01}", "'0000-01' is no date, and it is left out"),
    ],
)
def test_what_is_no_date_is_told(fields: str, kept: str) -> None:
    assert told_of(f"title={{T}}, {fields}").startswith(kept)


# ------------------------------------------------------------ addresses and numbers


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ("eprint={2001.1}, eprinttype={arxiv}", "https://arxiv.org/abs/2001.1"),
        ("eprint={2001.1}, archiveprefix={arXiv}", "https://arxiv.org/abs/2001.1"),
        ("eprint={123}, eprinttype={jstor}", "https://www.jstor.org/stable/123"),
        ("eprint={1/2}, eprinttype={hdl}", "https://hdl.handle.net/1/2"),
        ("eprint={9}, eprinttype={pubmed}", "https://pubmed.ncbi.nlm.nih.gov/9/"),
        ("pmid={9}", "https://pubmed.ncbi.nlm.nih.gov/9/"),
        ("pmcid={PMC9}", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC9/"),
        ("pmid={9}, url={https://e.org/}", "https://e.org/"),
        (r"url={https://e.org/a\_b{\_}c}", "https://e.org/a_b_c"),
        ("howpublished={https://e.org/x}", "https://e.org/x"),
    ],
)
def test_addresses_are_found(fields: str, url: str) -> None:
    assert one(f"title={{T}}, {fields}", "misc").url == url


@pytest.mark.parametrize("url", ["ftp://e.org/x", "https://e.org/a b", "http://", "www.e.org"])
def test_an_address_that_leads_nowhere_is_left_out_and_told(url: str) -> None:
    assert told_of(f"title={{T}}, url={{{url}}}").startswith(f"the address '{url}'")


@pytest.mark.parametrize(
    ("fields", "kind", "variable", "said"),
    [
        ("number={4}", "article", "issue", "4"),
        ("number={4}, issue={Spring}", "article", "issue", "4, Spring"),
        ("number={12/345}", "techreport", "number", "12/345"),
        ("number={17-FZ}", "legislation", "number", "17-FZ"),
        ("number={7}, series={S}", "book", "collection-number", "7"),
        ("volume={2}, part={1}", "book", "volume", "2.1"),
        ("pages={4 -- 6}", "article", "page", "4-6"),
        ("eid={e12}", "article", "page", "e12"),
        ("publisher={House}, organization={Body}", "book", "publisher", "House, Body"),
        ("note={One}, addendum={Two.}", "book", "note", "One. Two."),
        ("pagetotal={xii, 90}", "book", "number-of-pages", "xii, 90"),
        ("langid={brazilian}", "book", "language", "pt-BR"),
        ("language={Russian}", "book", "language", "ru"),
        ("version={2.1}", "software", "version", "2.1"),
    ],
)
def test_numbers_and_words_have_their_variables(fields: str, kind: str, variable: str, said: str) -> None:
    assert one(f"title={{T}}, {fields}", kind).csl[variable] == said


# ------------------------------------------------------------ what is told


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("title={T}, annotator={Doe, A.}", "no style of citation has a place for 'annotator'"),
        ("title={T}, publsher={P}", "nobody reads a field 'publsher' (did you mean 'publisher'?)"),
        ("title={T}, journal={J}, issuetitle={I}", "no style of citation has a place for 'issuetitle'"),
        (r"title={T \foo{x}}", r"nobody knows the command '\foo', and only the words in its braces are kept"),
        ("title={$x^2_i$}", "the formula '$x^2_i$' has no form in plain letters"),
        (r"title={T}, note={\href{https://x.org}{text}}", r"the address of '\href{https://x.org}' is left out"),
        ("title={T}, publisher=nobody", "there is no @string 'nobody' for 'publisher', and the word itself is printed"),
        ("title={T}, title={U}", "'title' is given twice, and the first is read"),
        ("title={T}, author={xdata=x and Doe, A.}", "names of 'author' that another entry lists (xdata=) are left out"),
        ("title={T}, eprint={9}, eprinttype={xyz}", "nobody knows where 'eprint' leads ('xyz')"),
    ],
)
def test_what_cannot_be_kept_is_told_once(fields: str, said: str) -> None:
    assert told_of(fields) == said


def test_many_losses_of_an_entry_are_one_message() -> None:
    said = told_of(r"title={\a{1} \aa \foo{1} \fob{2} \foc{3} \fod{4} \foe{5} \fof{6}}")

    assert said.endswith("; and 2 more")


@pytest.mark.parametrize("name", ["abstract", "keywords", "file", "mrnumber", "mendeley-tags", "bdsk-url-1", "x"])
def test_what_only_a_library_needs_is_not_told(name: str) -> None:
    assert one(f"title={{T}}, {name}={{words}}").title == "T"


# ------------------------------------------------------------ no text stops the reading

_TEXTS = st.lists(
    st.sampled_from([r"\href{x}{y}", r"\href", r"\sqrt", r"\verb|x|", r"\verb", "$x$", "$", "{", "}", "{}", "~", "\\",
                     '"', "and", "others", ",", "=", "family=", "prefix", "2019", "--", "/", "X", "jan", " ", "{a}",
                     "é", "#"]),
    max_size=8,
).map("".join)  # fmt: skip


@settings(max_examples=300)
@given(
    st.sampled_from(sorted({*TYPES, "xdata", "set", "nothing"})),
    st.dictionaries(st.sampled_from(sorted(READ)), _TEXTS, max_size=6),
)
def test_no_value_of_any_field_stops_the_reading(kind: str, values: dict[str, str]) -> None:
    fields = ", ".join(f"{name} = {{{value}}}" for name, value in values.items())
    report = Report()
    found = parse_bibtex(f"\n@{kind}{{a, {fields}}}\n", "r.bib", report)

    assert found or kind == "xdata" or report.diagnostics
    assert all(d.place.line >= len("ab") for d in report.diagnostics)
    assert all(d.severity in set(Severity) for d in report.diagnostics)
