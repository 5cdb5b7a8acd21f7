"""Two editions of a Word file as one with tracked changes, read by the standard."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from functools import cache

import pytest
from lxml import etree

from briefgen.model.document import Paragraph
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.reading.docx import faults_of
from briefgen.render import render
from briefgen.render.docx.redline import NotComparableError, merged_file
from readers.docx import W, part
from readers.word_revisions import accepted, as_it_is, rejected
from samples.changed_documents import KINDS, pair
from samples.sample_document import document, sample_document, text, torture_document

DAY = dt.date(2021, 4, 23)


@cache
def files(kind: str) -> tuple[bytes, bytes]:
    """The older and the newer file."""
    old, new = (render(one, "docx", DEFAULT_STYLE).value.data for one in pair(kind))
    return old, new


@cache
def redline(kind: str, *, is_back: bool = False) -> bytes:
    """Of the newer file against the older, or the other way round."""
    old, new = reversed(files(kind)) if is_back else files(kind)
    return merged_file(old, new, "Desk", DAY)


def marked(data: bytes, name: str) -> str:
    """What is said to be put in or taken out, in the body, its head and its foot."""
    text_of = f"{W}{'delText' if name == 'del' else 't'}"
    trees = [part(data, one) for one in ("word/document.xml", "word/header1.xml", "word/footer1.xml")]
    return "|".join(
        "".join(one.text or "" for one in change.iter(text_of)) for tree in trees for change in tree.iter(f"{W}{name}")
    )


@pytest.mark.parametrize("is_back", [False, True], ids=["there", "and back"])
@pytest.mark.parametrize("kind", KINDS)
def test_all_accepted_is_the_newer_file_and_all_rejected_the_older(kind: str, *, is_back: bool) -> None:
    old, new = reversed(files(kind)) if is_back else files(kind)
    assert as_it_is(old) != as_it_is(new)

    made = redline(kind, is_back=is_back)

    assert accepted(made) == as_it_is(new)
    assert rejected(made) == as_it_is(old)


@pytest.mark.parametrize("kind", KINDS)
def test_a_redline_is_as_sound_as_a_brief(kind: str) -> None:
    assert faults_of(redline(kind)) == []
    assert faults_of(redline(kind, is_back=True)) == []


@pytest.mark.parametrize("kind", ["a chart", "a note before all others", "a whole section"])
def test_the_same_two_files_give_the_same_bytes(kind: str) -> None:
    assert redline(kind) == merged_file(*files(kind), "Desk", DAY)


def test_a_figure_that_changed_is_marked_whole_and_nothing_else_is() -> None:
    made = redline("a figure")

    assert marked(made, "del").strip("|") == "52"
    assert marked(made, "ins").strip("|") == "54.5"


def test_the_handling_in_the_head_of_pages_is_marked() -> None:
    made = redline("the handling")

    assert "OFFICIAL" in marked(made, "del")
    assert "RESTRICTED" in marked(made, "ins")


def test_a_row_that_came_is_a_row_that_was_put_in() -> None:
    body = part(redline("a row"), "word/document.xml")

    rows = [row for row in body.iter(f"{W}tr") if row.find(f"{W}trPr/{W}ins") is not None]

    assert ["".join(one.text or "" for one in row.iter(f"{W}t")) for row in rows] == ["Neitherfurs0.10.2"]
    assert not [row for row in body.iter(f"{W}tr") if row.find(f"{W}trPr/{W}del") is not None]


def test_changes_are_the_desk_s_and_of_the_day_of_the_newer_edition() -> None:
    body = part(redline("a sentence"), "word/document.xml")

    (change,) = body.iter(f"{W}ins")

    assert change.get(f"{W}author") == "Desk"
    assert change.get(f"{W}date") == "2021-04-23T00:00:00Z"


def test_two_files_that_say_the_same_have_no_changes() -> None:
    made = render(sample_document(), "docx", DEFAULT_STYLE).value.data

    body = part(merged_file(made, made, "Desk", DAY), "word/document.xml")

    assert not list(body.iter(f"{W}ins", f"{W}del"))
    assert not [one for one in body.iter(f"{W}*") if etree.QName(one).localname.endswith("Change")]


def test_two_briefs_that_have_nothing_in_common_can_be_told_apart() -> None:
    old, new = (render(one, "docx", DEFAULT_STYLE).value.data for one in (sample_document(), torture_document(20)))

    for before, now in ((old, new), (new, old)):
        made = merged_file(before, now, "Desk", DAY)

        assert accepted(made) == as_it_is(now)
        assert rejected(made) == as_it_is(before)
        assert faults_of(made) == faults_of(now)


def test_a_chart_that_went_is_still_in_the_file() -> None:
    with zipfile.ZipFile(io.BytesIO(redline("a chart"))) as package:
        names = package.namelist()

    assert [name for name in names if name.startswith("word/charts/chart")]
    assert [name for name in names if name.startswith("word/embeddings/")]


def test_a_file_with_changes_of_its_own_is_refused() -> None:
    made = redline("a figure")

    with pytest.raises(NotComparableError, match="tracked changes already"):
        merged_file(files("a figure")[0], made, "Desk", DAY)


def test_the_words_of_a_brief_that_lost_its_end_stay_exact() -> None:
    long = document(*(Paragraph(text(words)) for words in ("One.", "Two is longer.", "Three.")))
    short = document(Paragraph(text("One.")))
    old, new = (render(one, "docx", DEFAULT_STYLE).value.data for one in (long, short))

    for before, now in ((old, new), (new, old)):
        made = merged_file(before, now, "Desk", DAY)

        assert accepted(made) == as_it_is(now)
        assert rejected(made) == as_it_is(before)
