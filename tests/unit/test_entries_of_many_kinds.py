"""References as the shipped styles print them: kinds, numbers, dates, names of other scripts and languages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefgen.compose.citations.csl import CitedItem, inlines_of, prepared, record_of, words_of
from briefgen.compose.citations.csl.reference_order import sorted_by
from briefgen.compose.citations.csl.text_case import in_case
from briefgen.compose.citations.names_in_scripts import is_written_whole, takes_initials
from briefgen.compose.citations.plain_entries import PlainEntries, short_name
from briefgen.compose.wording.numbers_money_dates import Wording
from briefgen.diagnostics import Report
from briefgen.load.references.csl_json import parse_references
from briefgen.model.audience import NumberOptions
from briefgen.model.document import TextRun
from briefgen.model.traversal import leaves
from samples.english_words import english

ROOT = Path(__file__).parents[2]
WORDING = Wording("en-GB", NumberOptions(), english())


def reference(**fields: Any) -> Any:  # noqa: ANN401 - any JSON
    """A record of CSL-JSON, read."""
    given = {name.replace("_", "-"): value for name, value in fields.items()}
    record = {"id": "a", "type": "book", "title": "A study of trade", **given}
    report = Report()
    found = parse_references(json.dumps([record]), "r.json", report)
    assert report.diagnostics == ()
    return found[0]


def entry(style: str, language: str = "en-US", **fields: Any) -> str:  # noqa: ANN401 - any JSON
    """What the list of a brief in a language says."""
    made = prepared((ROOT / f"templates/citations/{style}.csl").read_text(encoding="utf-8"), language)
    return words_of(made.entry(CitedItem(record_of(reference(**fields), WORDING.date), 1)), made.quotes)


DOE = [{"family": "Doe", "given": "Ann"}]


def parts(*points: list[int]) -> dict[str, list[list[int]]]:
    """A date."""
    return {"date-parts": list(points)}


LAW = {"type": "legislation", "title": "Customs Act", "number": "17-FZ", "issued": parts([2014, 5, 6])}
REPORT = {
    "type": "report", "title": "Country report", "author": [{"literal": "IMF"}], "publisher": "IMF",
    "genre": "Country report",
    "number": "12/345", "issued": parts([2015]),
}  # fmt: skip
BOOK = {"author": DOE, "publisher": "Press", "edition": "2", "volume": "3", "issued": parts([2015])}
THESIS = {
    "type": "thesis", "author": DOE, "publisher": "University of Oslo", "genre": "PhD thesis", "issued": parts([2012])
}  # fmt: skip
TREATY = {"type": "treaty", "title": "Treaty of Friendship", "number": "I-12345", "issued": parts([2014, 6, 12])}
STANDARD = {"type": "standard", "title": "References", "number": "ISO 690:2021", "author": [{"literal": "ISO"}]}
PATENT = {"type": "patent", "author": DOE, "genre": "European patent", "number": "EP 17", "issued": parts([2006])}
SOFTWARE = {"type": "software", "author": DOE, "version": "2.1", "issued": parts([2020])}


@pytest.mark.parametrize(
    ("style", "fields", "said"),
    [
        ("apa", LAW, "Customs Act (No. 17-FZ). (2014, May 6)."),
        ("gost", LAW, "Customs Act. No. 17-FZ. 06.05.2014."),
        ("chicago", LAW, "Customs Act. No. 17-FZ. May 6, 2014."),
        ("short", LAW, "Customs Act, 17-FZ, 2014."),
        ("short", REPORT, "IMF: Country report, 12/345, IMF, 2015."),
        ("short", BOOK, "Doe: A study of trade, Press, 2015."),
        ("short", THESIS, "Doe: A study of trade, University of Oslo, 2012."),
        ("short", TREATY, "Treaty of Friendship, I-12345, 2014."),
        ("short", SOFTWARE, "Doe: A study of trade, 2020."),
        ("apa", REPORT, "IMF. (2015). Country report (Country report No. 12/345). IMF."),
        ("gost", REPORT, "IMF. Country report. Country report No. 12/345. IMF, 2015."),
        ("chicago", REPORT, "IMF. Country Report. Country report no. 12/345. IMF, 2015."),
        ("apa", BOOK, "Doe, A. (2015). A study of trade (2nd ed., Vol. 3). Press."),
        ("gost", BOOK, "Doe A. A study of trade. 2nd ed. Vol. 3. Press, 2015."),
        ("chicago", BOOK, "Doe, Ann. A Study of Trade. 2nd ed. Vol. 3. Press, 2015."),
        ("apa", THESIS, "Doe, A. (2012). A study of trade [PhD thesis, University of Oslo]."),
        ("gost", THESIS, "Doe A. A study of trade. PhD thesis. University of Oslo, 2012."),
        ("chicago", THESIS, "Doe, Ann. “A Study of Trade.” PhD thesis. University of Oslo, 2012."),
        ("apa", TREATY, "Treaty of Friendship (I-12345). (2014, June 12)."),
        ("gost", TREATY, "Treaty of Friendship. I-12345. 12.06.2014."),
        ("chicago", TREATY, "Treaty of Friendship. I-12345. June 12, 2014."),
        ("apa", STANDARD, "ISO. (n.d.). References (ISO 690:2021)."),
        ("gost", STANDARD, "ISO. References. ISO 690:2021."),
        ("apa", PATENT, "Doe, A. (2006). A study of trade (European patent EP 17)."),
        ("gost", PATENT, "Doe A. A study of trade. European patent EP 17. 2006."),
        ("apa", SOFTWARE, "Doe, A. (2020). A study of trade (Version 2.1)."),
        ("chicago", SOFTWARE, "Doe, Ann. “A Study of Trade.” Version 2.1. 2020."),
        (
            "gost",
            {**BOOK, "edition": "revised edition"},
            "Doe A. A study of trade. Revised edition. Vol. 3. Press, 2015.",
        ),
    ],
)
def test_number_edition_and_kind_are_printed(style: str, fields: dict[str, Any], said: str) -> None:
    assert entry(style, **fields) == said


def test_a_russian_list_counts_in_russian() -> None:
    assert entry("gost", "ru", **BOOK) == "Doe A. A study of trade. 2-е изд. Т. 3. Press, 2015."
    assert entry("gost", "ru", **LAW) == "Customs Act. № 17-FZ. 06.05.2014."


# ------------------------------------------------------------ dates

MAGAZINE: dict[str, Any] = {"type": "article-magazine", "author": DOE, "container_title": "Monthly"}


@pytest.mark.parametrize(
    ("style", "issued", "said"),
    [
        ("apa", parts([2019, 3], [2019, 4]), "(2019, March–April)"),
        ("apa", parts([2003, 8, 10], [2003, 8, 23]), "(2003, August 10–23)"),
        ("apa", parts([2003, 8, 30], [2003, 9, 2]), "(2003, August 30–September 2)"),
        ("apa", parts([2019, 12], [2020, 1]), "(2019–2020, December–January)"),
        ("apa", parts([2019], [2020]), "(2019–2020)"),
        ("apa", {**parts([2019]), "season": 3}, "(2019, Autumn)"),
        ("apa", {**parts([2019]), "circa": True}, "(ca. 2019)"),
        ("apa", {"literal": "forthcoming"}, "(forthcoming)"),
        ("apa", {"raw": "2017/.."}, "(since 2017)"),
        ("chicago", parts([2019, 3], [2019, 4]), " March–April 2019."),
        ("chicago", parts([2003, 8, 10], [2003, 8, 23]), " August 10–23, 2003."),
        ("chicago", parts([2003, 8, 30], [2003, 9, 2]), " August 30–September 2, 2003."),
        ("chicago", parts([2019, 12], [2020, 1]), " December 2019–January 2020."),
        ("chicago", {**parts([2019]), "season": 1}, " Spring 2019."),
        ("chicago", {"literal": "in press"}, " in press."),
        ("chicago", {**parts([2019]), "circa": True}, " [2019]."),
        ("gost", parts([2019, 3], [2019, 4]), " 03–04.2019."),
        ("gost", parts([2003, 8, 10], [2003, 8, 23]), " 10–23.08.2003."),
        ("gost", {**parts([2019]), "season": 4}, " Winter 2019."),
        ("gost", {**parts([2019]), "circa": True}, " [2019]."),
    ],
)
def test_spans_and_doubt_are_printed_once(style: str, issued: dict[str, Any], said: str) -> None:
    whole = entry(style, **(MAGAZINE | {"issued": issued}))

    assert said in whole
    assert whole.count(said.strip()) == 1


def test_a_date_in_words_is_what_the_plain_form_says() -> None:
    found = reference(issued={"literal": "forthcoming"})

    assert "forthcoming" in "".join(
        run.text for run in leaves(PlainEntries({"a": found}, WORDING).entry("a")) if isinstance(run, TextRun)
    )


# ------------------------------------------------------------ names


@pytest.mark.parametrize(
    ("family", "given", "apa", "gost"),
    [
        ("王", "小明", "王小明.", "王小明."),
        ("山田", "太郎", "山田太郎.", "山田太郎."),
        ("やまだ", "たろう", "やまだたろう.", "やまだたろう."),
        ("김", "철수", "김철수.", "김철수."),
        ("スミス", "ジョン", "スミス, ジョン.", "スミス ジョン."),
        ("خان", "علی", "خان, علی.", "خان علی."),
        ("כהן", "דוד", "כהן, דוד.", "כהן דוד."),
        ("शर्मा", "राम", "शर्मा, राम.", "शर्मा राम."),
        ("ბერიძე", "გიორგი", "ბერიძე, გიორგი.", "ბერიძე გიორგი."),
        ("Иванов", "Иван Петрович", "Иванов, И. П.", "Иванов И.П."),
        ("Παπαδόπουλος", "Νίκος", "Παπαδόπουλος, Ν.", "Παπαδόπουλος Ν."),
        ("Wang", "Xiaoming", "Wang, X.", "Wang X."),
        ("hooks", "bell", "hooks, bell.", "hooks bell."),
        ("Lima", "Maria R. S. de", "Lima, M. R. S. de.", "Lima M.R.S. de."),
    ],
)
def test_names_have_the_habits_of_their_script(family: str, given: str, apa: str, gost: str) -> None:
    name = [{"family": family, "given": given}]

    assert entry("apa", author=name).startswith(f"{apa} (")
    assert entry("gost", author=name).startswith(f"{gost} A study")


def test_the_plain_form_writes_names_in_one_piece_too() -> None:
    found = reference(author=[{"family": "王", "given": "小明"}])
    said = PlainEntries({"a": found}, WORDING).entry("a")

    assert leaves(said)[0].text == "王小明. "  # type: ignore[union-attr]


def test_which_names_are_written_whole() -> None:
    assert is_written_whole("王", "小明")
    assert not is_written_whole("王", "")
    assert not is_written_whole("Wang", "小明")
    assert not takes_initials("小明")
    assert takes_initials("Émile")


@pytest.mark.parametrize(
    "last", [{"literal": "others"}, {"family": "others"}, {"literal": "et al."}, {"family": "Others"}]
)
@pytest.mark.parametrize(
    ("style", "said"), [("apa", "FAO et al. (n.d.)"), ("gost", "FAO et al. A study"), ("chicago", "FAO et al. A Study")]
)
def test_others_are_et_al(style: str, said: str, last: dict[str, str]) -> None:
    assert entry(style, author=[{"literal": "FAO"}, last]).startswith(said)


def test_others_follow_the_names_that_a_style_shows() -> None:
    many = [{"family": f"N{n}", "given": "A."} for n in range(5)]

    assert entry("gost", author=[*many, {"literal": "others"}]).startswith("N0 A., N1 A., N2 A., et al.")
    assert entry("gost", author=[*many[:2], {"literal": "others"}]).startswith("N0 A., N1 A., et al.")
    assert short_name(reference(author=[*many[:1], {"literal": "others"}]), english()) == "N0 et al."


def test_others_in_another_language() -> None:
    assert entry("gost", "ru", author=[{"literal": "ФАО"}, {"literal": "others"}]).startswith("ФАО и др. A study")


# ------------------------------------------------------------ order, case, language


@pytest.mark.parametrize(
    ("name", "before", "behind"),
    [
        ("Łukasz", "Lv", "Lt"), ("Østby", "Ot", "Or"), ("Đorđević", "Dp", "Dn"), ("Ærø", "Af", "Ad"),
        ("Œuvre", "Of", "Od"), ("Ħal", "Hb", "H"), ("Þór", "Ti", "Tg"), ("Ðalur", "Db", "D"), ("Ŧest", "Tf", "Td"),
        ("ßa", "Sz", "Sr"), ("Škoda", "Sl", "Sj"), ("Ơn", "Oo", "Om"), ("ızmir", "Izn", "Izl"), ("Ґалаґан", "Ґб", "Ва"),
    ],
)  # fmt: skip
def test_letters_stand_beside_their_kin(name: str, before: str, behind: str) -> None:
    assert sorted_by(behind) < sorted_by(name) < sorted_by(before)


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("J. of Trade", "J. of Trade"), ("Int. J. of the Law of the Sea", "Int. J. of the Law of the Sea"),
        ("Proc. of the Acad. of Sci.", "Proc. of the Acad. of Sci."), ("Trans. on Networks", "Trans. on Networks"),
        ("Rev. in Asian Studies", "Rev. in Asian Studies"), ("Bull. for Trade", "Bull. for Trade"),
        ("Ann. de Droit", "Ann. de Droit"), ("trade: a study", "Trade: A Study"),
        ("who pays? the state", "Who Pays? The State"),
        ("Pakistan v. India", "Pakistan v. India"),
        ("Revista Brasileira de Política", "Revista Brasileira de Política"),
        ("what we live for", "What We Live For"),
    ],
)  # fmt: skip
def test_small_words_stay_small_behind_an_abbreviation(typed: str, set_as: str) -> None:
    assert in_case(typed, "title", english=True) == set_as


@pytest.mark.parametrize("style", ["apa", "gost", "chicago"])
def test_a_title_in_another_language_says_so(style: str) -> None:
    found = reference(title="Отношения двух стран", language="ru", publisher="Press", author=DOE)
    made = prepared((ROOT / f"templates/citations/{style}.csl").read_text(encoding="utf-8"), "en-GB")
    runs = leaves(inlines_of(made.entry(CitedItem(record_of(found, str), 1)), made.quotes, None, "ru"))
    marked = "".join(run.text for run in runs if isinstance(run, TextRun) and run.language == "ru")

    assert marked == "Отношения двух стран"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ru", "ru"), ("Russian", "ru"), ("ru-RU", "ru-RU"), ("pt_BR", "pt-BR"), ("en", ""), ("en-US", ""),
        ("English", ""),
        ("Klingon?", ""), ("", ""), ("ngerman", "de"),
    ],
)  # fmt: skip
def test_a_language_is_told_where_it_is_not_the_briefs(language: str, told: str) -> None:
    assert PlainEntries({"a": reference(language=language)}, WORDING).language_of("a") == told
