"""The Word file that `briefgen style new` writes, as an editor changes it and briefs are put into it."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from briefgen.diagnostics import Place, Report
from briefgen.load.word_house import house_of
from briefgen.load.word_package import open_word
from briefgen.model.style import DEFAULT_STYLE
from briefgen.publish.inspect import faults_of
from briefgen.render import render, sample_house
from judges import open_xml_faults, openxml_audit_faults
from reading_docx import W, docx_words, part
from unit.test_shipped_briefs import brief

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.model.style import Style


def starter(*changes: tuple[str, str, str]) -> Style:
    """The house style of the starter in which an editor changed some words: part, old, new."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sample_house(DEFAULT_STYLE, "en-GB"))) as old, zipfile.ZipFile(out, "w") as new:
        members = {name: old.read(name).decode() for name in old.namelist()}
        for name, was, now in changes:
            assert was in members[name]
            members[name] = members[name].replace(was, now)
        for name, text in members.items():
            new.writestr(name, text)
    parts = open_word(out.getvalue(), Place("starter.docx"), Report())
    assert parts is not None
    return house_of(parts).style


@pytest.mark.parametrize("audience", ["minister", "researcher"])
def test_a_brief_in_the_untouched_starter_is_sound_and_says_what_it_says_without_a_house_file(
    audience: str, tmp_path: Path
) -> None:
    plain = render(brief(audience), "docx", DEFAULT_STYLE).value.data
    file = tmp_path / "brief.docx"
    file.write_bytes(render(brief(audience), "docx", starter()).value.data)

    assert docx_words(file.read_bytes()) == docx_words(plain)
    assert open_xml_faults(file) == []
    assert openxml_audit_faults(file) == ""
    assert faults_of("brief.docx", file.read_bytes()) == []


def stories(data: bytes) -> dict[str, str]:
    """The words of every running head and foot."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [name for name in package.namelist() if name.startswith(("word/header", "word/footer"))]
    return {name[5:-4]: "".join(t.text or "" for t in part(data, name).iter(f"{W}t")) for name in names}


def test_the_handling_mark_stands_at_head_and_foot_of_the_starter_once() -> None:
    found = stories(render(brief("minister"), "docx", starter()).value.data)
    none = stories(render(brief("public"), "docx", starter()).value.data)

    assert {name: words.count("OFFICIAL") for name, words in found.items()} == {"header1": 1, "footer1": 1}
    assert not any("OFFICIAL" in words or "HANDLING" in words for words in none.values())


_MARK = "briefgen:handling"
_TITLE_PAGE = ("word/document.xml", "</w:sectPr>", "<w:titlePg/></w:sectPr>")


@pytest.mark.parametrize(
    ("changes", "count"),
    [
        ([("word/footer1.xml", _MARK, "gone")], 2),
        ([("word/header1.xml", _MARK, "gone")], 2),
        ([("word/header1.xml", _MARK, "gone"), ("word/footer1.xml", _MARK, "gone")], 2),
        ([_TITLE_PAGE], 4),
        ([("word/document.xml", '<w:footerReference w:type="default"', '<w:footerReference w:type="even"')], 3),
    ],
)
def test_a_head_or_foot_without_a_slot_or_a_page_without_either_has_the_handling_mark_all_the_same(
    changes: list[tuple[str, str, str]], count: int, tmp_path: Path
) -> None:
    file = tmp_path / "brief.docx"
    file.write_bytes(render(brief("minister"), "docx", starter(*changes)).value.data)
    found = stories(file.read_bytes())

    assert [words.count("OFFICIAL") for words in found.values()] == [1] * count
    assert open_xml_faults(file) == []
    assert openxml_audit_faults(file) == ""
