"""`briefgen make` on the shipped relation, through the installed command."""

from __future__ import annotations

from difflib import ndiff
from typing import TYPE_CHECKING

import pytest

from briefgen.model.formats import FORMATS
from briefgen.reading import faults_of
from e2e.workspace import AUDIENCES, briefgen, change, copied
from readers.docx import barriers, docx_words, faults
from readers.html import html_words
from readers.md import md_words
from readers.pdf import pdf_faults, structure_words

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copied(tmp_path_factory.mktemp("made"))
    done = briefgen(folder, "make", "-f", "all")
    assert done.returncode == 0, done.stderr
    return folder / "output" / "pakistan-belarus"


def test_every_audience_has_its_brief_in_every_format(made: Path) -> None:
    endings = ("docx", "html", "pdf")
    expected = [f"{audience}.{ending}" for audience in AUDIENCES for ending in endings]

    assert sorted(path.name for path in made.iterdir()) == sorted(expected)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_word_file_and_pdf_say_the_same_words_in_the_same_order(made: Path, audience: str) -> None:
    docx = docx_words((made / f"{audience}.docx").read_bytes())

    assert docx == structure_words((made / f"{audience}.pdf").read_bytes(), margin_last=True)
    assert len(docx) > 100


@pytest.mark.parametrize("audience", AUDIENCES)
def test_page_and_pdf_say_the_same_words_in_the_same_order(made: Path, audience: str) -> None:
    page = html_words((made / f"{audience}.html").read_bytes())

    assert page == structure_words((made / f"{audience}.pdf").read_bytes())


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_pdf_conforms_to_ua_1_and_a_2a(made: Path, audience: str, profile: str) -> None:
    assert pdf_faults((made / f"{audience}.pdf").read_bytes(), profile) == []


@pytest.mark.parametrize("audience", AUDIENCES)
def test_word_file_is_sound_and_open_to_every_reader(made: Path, audience: str) -> None:
    data = (made / f"{audience}.docx").read_bytes()

    assert faults(data) == []
    assert barriers(data) == []


def test_two_processes_with_other_hash_seeds_and_clocks_give_the_same_bytes(made: Path, tmp_path: Path) -> None:
    folder = copied(tmp_path)
    done = briefgen(folder, "make", "-f", "all", PYTHONHASHSEED="4242", TZ="Asia/Karachi", SOURCE_DATE_EPOCH="86400")

    assert done.returncode == 0, done.stderr
    for path in made.iterdir():
        again = folder / "output" / "pakistan-belarus" / path.name
        assert again.read_bytes() == path.read_bytes(), path.name


@pytest.fixture(scope="module")
def as_text(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copied(tmp_path_factory.mktemp("text"))
    done = briefgen(folder, "make", "--format", "md")
    assert (done.returncode, done.stderr.count("warning[")) == (0, 0), done.stderr
    assert "5 files in output/" in done.stdout
    return folder / "output" / "pakistan-belarus"


@pytest.mark.parametrize("audience", AUDIENCES)
def test_markdown_and_pdf_say_the_same_words_in_the_same_order(made: Path, as_text: Path, audience: str) -> None:
    data = (as_text / f"{audience}.md").read_bytes()

    assert md_words(data) == structure_words((made / f"{audience}.pdf").read_bytes())
    assert faults_of(FORMATS["md"], data) == []
    assert [path.name for path in sorted(as_text.iterdir())] == [f"{name}.md" for name in AUDIENCES]


def test_one_changed_figure_changes_the_lines_that_print_it_and_no_others(as_text: Path, tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / "data/pakistan-belarus/visits.yaml", "date: 2015-08", "date: 2015-09")
    briefgen(folder, "make", "-a", "public", "-f", "md")
    old, new = ((at / "public.md").read_text().splitlines() for at in (as_text, folder / "output/pakistan-belarus"))
    changed = [line for line in ndiff(old, new) if line.startswith("+ ")]

    assert len(old) == len(new)
    assert [("Sep" in line) for line in changed] == [True, False]
    assert "2021-04-23." in changed[-1]


def test_a_format_that_there_is_none_of_is_wrong_usage_and_told_with_those_there_are(tmp_path: Path) -> None:
    done = briefgen(copied(tmp_path), "make", "-f", "odt")

    assert done.returncode == 2
    assert "'odt' is not one of 'pdf', 'docx', 'html', 'md', 'eml', 'all'" in done.stderr
    assert not (tmp_path / "output").exists()


def test_pdf_alone_is_the_default(tmp_path: Path) -> None:
    folder = copied(tmp_path)

    assert briefgen(folder, "make").returncode == 0
    made = sorted(path.name for path in (folder / "output" / "pakistan-belarus").iterdir())
    assert made == [f"{audience}.pdf" for audience in AUDIENCES]


def test_one_audience_and_another_folder_can_be_asked_for(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    arguments = ("make", "pakistan-belarus", "-a", "public", "-f", "html", "--output", "elsewhere")

    assert briefgen(folder, *arguments).returncode == 0
    made = sorted(path.name for path in (folder / "elsewhere" / "pakistan-belarus").iterdir())
    assert made == ["public.html"]


def test_a_brief_as_of_today_prints_the_day_itself(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    arguments = ("make", "-a", "public", "-f", "html", "--as-of", "today")
    done = briefgen(folder, *arguments, SOURCE_DATE_EPOCH="1795651199")

    page = (folder / "output" / "pakistan-belarus" / "public.html").read_text(encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "as of 25 November 2026" in page
    assert "today" not in page
    wrong = briefgen(folder, *arguments, SOURCE_DATE_EPOCH="soon")
    assert wrong.returncode == 71
    assert "SOURCE_DATE_EPOCH holds no time: soon" in wrong.stderr


def test_an_earlier_as_of_date_leaves_out_what_was_not_known(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    assert briefgen(folder, "make", "-a", "researcher", "-f", "html", "--as-of", "2014-12-31").returncode == 0

    page = (folder / "output" / "pakistan-belarus" / "researcher.html").read_text(encoding="utf-8")
    assert "as of 31 December 2014" in page
    assert "Belarus opens its embassy" in page
    assert "Treaty of Friendship" not in page
