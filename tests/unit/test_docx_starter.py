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
from reading_docx import docx_words
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
