"""Word's own features: fields, contents, lists that restart, header rows, languages."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from briefgen.model.document import Cite, NumberedList, Paragraph, ReferenceItem, ReferenceList, TextRun
from briefgen.model.looks.style import DEFAULT_STYLE, PageGeometry
from briefgen.render import render
from readers.docx import W, docx_words, part
from samples.feature_documents import featured
from samples.sample_document import document

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def made() -> bytes:
    return render(featured(), "docx", DEFAULT_STYLE).value.data


def fields(root: Element) -> list[tuple[str, str]]:
    """Code and result of every field in order; nested ones after what they stand in."""
    open_fields: list[list[str]] = []
    done: list[tuple[str, str]] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            open_fields.append(["", "", "code"])
        elif kind == "separate":
            open_fields[-1][2] = "result"
        elif kind == "end":
            code, result, _ = open_fields.pop()
            done.append((" ".join(code.split()), result))
        else:
            is_code = element.tag == f"{W}instrText"
            for one in open_fields[-1:] if is_code else open_fields:
                one[0 if is_code else 1] += element.text or ""
    assert open_fields == []
    return done


def test_references_are_fields_that_lead_to_bookmarks_and_say_what_stands_there_in_one_line() -> None:
    body = part(made(), "word/document.xml")
    names = {e.get(f"{W}name"): e for e in body.iter(f"{W}bookmarkStart")}
    references = [(code.split()[1], result) for code, result in fields(body) if code.startswith("REF ")]

    assert [result for _, result in references] == ["Table\u00a01", "Last"]
    for name, result in references:
        end = next(e for e in body.iter(f"{W}bookmarkEnd") if e.get(f"{W}id") == names[name].get(f"{W}id"))
        inside = []
        for element in names[name].itersiblings():
            if element is end:
                break
            inside += [t.text or "" for t in element.iter(f"{W}t")]
        assert "".join(inside) == result
        assert len(name) <= 40
    assert ("REF _to_table_1 \\h", "Table\u00a01") in fields(part(made(), "word/footnotes.xml"))


def cited(*words: str, numbers: tuple[int, ...] = (1, 2, 12), numbered: bool = True) -> bytes:
    """A file that cites an entry by some words, and lists entries of some numbers."""
    cites = tuple(Paragraph((Cite((numbers[-1],), word),)) for word in words)
    items = tuple(ReferenceItem(n, (TextRun(f"Entry {n}"),), f"k{n}") for n in numbers)
    return render(document(*cites, ReferenceList(items, numbered)), "docx", DEFAULT_STYLE).value.data


@pytest.mark.parametrize(
    ("words", "before", "behind"),
    [
        ("[12]", "[", "]"),
        ("12", "", ""),
        ("[12, p. 12]", "[", ", p. 12]"),
        ("[12, p. 3]", "[", ", p. 3]"),
        ("(12)", "(", ")"),
        ("[112, 12]", "[112, ", "]"),
        ("[p. 121; 12]", "[p. 121; ", "]"),
        ("№ 12", "№ ", ""),
        ("12.", "", "."),
        ("a12b", "a", "b"),
    ],
)
def test_the_number_of_a_citation_is_a_field_that_follows_its_entry(words: str, before: str, behind: str) -> None:
    body = part(cited(words), "word/document.xml")
    paragraph = next(p for p in body.iter(f"{W}p") if "REF" in "".join(c.text or "" for c in p.iter(f"{W}instrText")))
    begin = next(e for e in paragraph.iter(f"{W}fldChar"))
    runs = list(paragraph.iter(f"{W}r"))
    place = next(n for n, run in enumerate(runs) if begin in list(run))

    assert fields(paragraph) == [("REF _to_reference_12 \\r \\h", "12")]
    assert "".join(t.text or "" for t in paragraph.iter(f"{W}t")) == words
    assert "".join(t.text or "" for run in runs[:place] for t in run.iter(f"{W}t")) == before
    assert words == f"{before}12{behind}"


@pytest.mark.parametrize(
    ("words", "numbered"), [("(Raza 2021)", True), ("[121]", True), ("[12]", False), ("Raza 2012", True), ("", True)]
)
def test_a_citation_without_its_number_or_of_a_list_without_numbers_is_a_link(words: str, numbered: bool) -> None:  # noqa: FBT001 - a column
    body = part(cited(words, numbered=numbered), "word/document.xml")
    (link,) = body.iter(f"{W}hyperlink")

    assert [code for code, _ in fields(body) if code.startswith("REF")] == []
    assert link.get(f"{W}anchor") == "_to_reference_12"
    assert "".join(t.text or "" for t in link.iter(f"{W}t")) == words


@pytest.mark.parametrize(
    ("numbers", "starts"),
    [((1,), [1]), ((1, 2, 3), [1]), ((1, 3), [1, 3]), ((5, 6), [5]), ((1, 2, 7, 8, 20), [1, 7, 20]), ((3, 2), [3, 2])],
)
def test_entries_of_the_references_bear_their_own_numbers(numbers: tuple[int, ...], starts: list[int]) -> None:
    data = cited("x", numbers=numbers)
    body, numbering = part(data, "word/document.xml"), part(data, "word/numbering.xml")
    kinds = {n.get(f"{W}numId"): n for n in numbering.iter(f"{W}num")}
    entries = [p for p in body.iter(f"{W}p") if "Entry" in "".join(t.text or "" for t in p.iter(f"{W}t"))]
    lists = [e.get(f"{W}val") for p in entries for e in p.iter(f"{W}numId")]
    counted: list[int] = []
    last = None
    for one in lists:
        begin = kinds[one].find(f".//{W}startOverride")
        assert begin is not None
        counted.append(counted[-1] + 1 if one == last else int(begin.get(f"{W}val") or 0))
        last = one

    assert counted == list(numbers)
    assert [int(kinds[key].find(f".//{W}startOverride").get(f"{W}val")) for key in dict.fromkeys(lists)] == starts


def test_a_list_of_references_without_numbers_has_none() -> None:
    body = part(cited("x", numbered=False), "word/document.xml")

    assert list(body.iter(f"{W}numPr")) == []


def test_numbered_lists_and_references_count_apart() -> None:
    listed = NumberedList(((Paragraph((TextRun("one"),)),),), 4)
    entries = ReferenceList((ReferenceItem(1, (TextRun("Raza"),)), ReferenceItem(2, (TextRun("Nawaz"),))))
    data = render(document(listed, entries, listed), "docx", DEFAULT_STYLE).value.data
    numbers = [e.get(f"{W}val") for e in part(data, "word/document.xml").iter(f"{W}numId")]
    starts = [e.get(f"{W}val") for e in part(data, "word/numbering.xml").iter(f"{W}startOverride")]

    assert numbers == ["5", "6", "6", "7"]
    assert starts == ["4", "1", "4"]


def test_a_reference_to_what_is_not_there_stays_as_words() -> None:
    assert "Table 9" in " ".join(docx_words(made()))
    assert not [code for code, _ in fields(part(made(), "word/document.xml")) if "gone" in code]


def test_contents_are_words_own_filled_in_and_never_ask_to_be_updated() -> None:
    body = part(made(), "word/document.xml")
    control = next(body.iter(f"{W}sdt"))
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    code, result = next((code, result) for code, result in fields(body) if code.startswith("TOC"))

    assert gallery is not None
    assert gallery.get(f"{W}val") == "Table of Contents"
    assert code == 'TOC \\o "1-2" \\h \\z'
    assert result == "First part1Again1Last1"
    assert b"updateFields" not in made()
    assert part(made(), "word/settings.xml").find(f"{W}updateFields") is None
    assert [e.get(f"{W}dirty") for e in body.iter(f"{W}fldChar")] == [None] * len(list(body.iter(f"{W}fldChar")))


def test_numbered_lists_restart_and_their_further_paragraphs_carry_no_number() -> None:
    body, numbering = part(made(), "word/document.xml"), part(made(), "word/numbering.xml")
    numbers = [e.get(f"{W}val") for e in body.iter(f"{W}numId")]
    restarted = {n.get(f"{W}numId") for n in numbering.iter(f"{W}num") if n.find(f".//{W}startOverride") is not None}

    assert numbers == ["5", "5", "6", "6"]
    assert [e.get(f"{W}val") for e in numbering.iter(f"{W}startOverride")] == ["1", "5"]
    assert set(numbers) <= restarted
    styles = [e.get(f"{W}val") for e in body.iter(f"{W}pStyle")]
    assert styles.count("ListContinue") == 2


def test_rows_hold_together_the_head_repeats_and_captions_stay_with_their_tables() -> None:
    body, styles = part(made(), "word/document.xml"), part(made(), "word/styles.xml")
    rows = list(body.iter(f"{W}tr"))
    keeping = {s.get(f"{W}styleId") for s in styles.iter(f"{W}style") if s.find(f"{W}pPr/{W}keepNext") is not None}

    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert {"Heading1", "Heading2", "Heading3", "Caption", "TableHead", "Exhibit"} <= keeping


def test_pages_are_counted_and_words_of_another_language_are_marked() -> None:
    footer = part(made(), "word/footer1.xml")
    languages = {e.get(f"{W}val") for e in part(made(), "word/document.xml").iter(f"{W}lang")}
    default = part(made(), "word/styles.xml").find(f"{W}docDefaults//{W}lang")

    assert [code for code, _ in fields(footer)] == ["PAGE", "NUMPAGES"]
    assert languages == {"ru"}
    assert default is not None
    assert default.get(f"{W}val") == "en-GB"


def test_letter_paper_comes_from_the_style() -> None:
    letter = dataclasses.replace(DEFAULT_STYLE, page=PageGeometry(width_mm=215.9, height_mm=279.4))
    data = render(featured(), "docx", letter).value.data
    size = part(data, "word/document.xml").find(f".//{W}pgSz")

    assert size is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("12240", "15840")
