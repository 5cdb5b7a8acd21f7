"""Word's own features: fields, contents, lists that restart, header rows, languages."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from briefgen.model.looks.style import DEFAULT_STYLE, PageGeometry
from briefgen.render import render
from readers.docx import W, docx_words, part
from samples.feature_documents import featured

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
            for one in open_fields:
                one[0 if element.tag == f"{W}instrText" and one is open_fields[-1] else 1] += element.text or ""
    assert open_fields == []
    return done


def test_references_are_fields_that_lead_to_bookmarks_and_say_what_stands_there() -> None:
    body = part(made(), "word/document.xml")
    names = {e.get(f"{W}name"): e for e in body.iter(f"{W}bookmarkStart")}
    references = [(code.split()[1], result) for code, result in fields(body) if code.startswith("REF ")]

    assert [result for _, result in references] == ["Table 1", "Last"]
    for name, result in references:
        end = next(e for e in body.iter(f"{W}bookmarkEnd") if e.get(f"{W}id") == names[name].get(f"{W}id"))
        inside = []
        for element in names[name].itersiblings():
            if element is end:
                break
            inside += [t.text or "" for t in element.iter(f"{W}t")]
        assert "".join(inside) == result
        assert len(name) <= 40
    assert ("REF _to_table_1 \\h", "Table 1") in fields(part(made(), "word/footnotes.xml"))


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
    assert code == 'TOC \\n \\o "1-2" \\h'
    assert result == "First partAgainLast"
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
