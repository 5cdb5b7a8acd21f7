"""`briefgen style`, and a brief made through the command into a house file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.model.formats import FORMATS
from briefgen.reading import faults_of
from e2e.workspace import briefgen, change, copied
from readers.docx import docx_words
from readers.pdf import box_of, structure_words
from samples.house_files import FILES, PINK, picture

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("options", [(), ("--letter",)])
def test_a_file_to_start_from_is_sound_and_holds_all_that_briefs_use(tmp_path: Path, options: tuple[str, ...]) -> None:
    done = briefgen(tmp_path, "style", "new", "ministry.docx", *options)
    file = tmp_path / "ministry.docx"
    shown = briefgen(tmp_path, "style", "show", "ministry.docx")

    assert done.returncode == 0, done.stderr
    assert "style: ministry" in done.stdout
    assert faults_of(FORMATS["docx"], file.read_bytes()) == []
    assert shown.returncode == 0
    assert shown.stderr == ""
    assert ("215.9 x 279.4" if options else "210.0 x 297.0") in shown.stdout
    assert "briefgen:body" in shown.stdout
    assert "notes      in the margin, 46.0 mm wide and 6.0 mm beside the text" in shown.stdout
    assert "68.0, 18.5, 18.0 mm (top, right, bottom, left)" in shown.stdout


def test_what_cannot_be_read_or_written_is_told_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "bad.docx").write_bytes(b"no zip")
    bad = briefgen(tmp_path, "style", "show", "bad.docx")
    again = briefgen(tmp_path, "style", "new", "bad.docx")
    other = briefgen(tmp_path, "style", "new", "x.odt")

    assert (bad.returncode, again.returncode, other.returncode) == (1, 2, 2)
    assert "BG141" in bad.stderr
    assert "there already" in again.stderr
    assert "Traceback" not in bad.stderr + again.stderr + other.stderr


def test_show_says_what_is_missing_and_which_families_are_not_bundled(tmp_path: Path) -> None:
    (tmp_path / "minimal.docx").write_bytes(FILES["minimal.docx"])
    shown = briefgen(tmp_path, "style", "show", "minimal.docx")

    assert shown.returncode == 0
    assert "Arial (not bundled: the PDF uses FiraGO)" in shown.stdout
    assert "heading1" in shown.stdout
    assert "has no style named Title" in shown.stderr
    assert "notes      behind their section: there is no style Margin Note" in shown.stdout


def test_an_audience_and_the_workspace_name_their_house_styles(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    for name in ("french.docx", "template.dotx"):
        (folder / "templates/styles" / name).write_bytes(FILES[name])
    change(folder / "templates/audiences/minister.yaml", "handling: OFFICIAL", "handling: OFFICIAL\nstyle: french")
    (folder / "briefgen.toml").write_text('style = "template.dotx"\n', encoding="utf-8")
    done = briefgen(folder, "make", "-f", "docx", "-f", "pdf", "-a", "minister", "-a", "public")
    made = folder / "output/pakistan-belarus"

    assert done.returncode == 0, done.stderr
    assert done.stderr.count("BG143") == 4
    for audience in ("minister", "public"):
        words = docx_words((made / f"{audience}.docx").read_bytes())
        assert "Ministère" in words
        pdf = structure_words((made / f"{audience}.pdf").read_bytes())
        assert " ".join(pdf[40:80]) in " ".join(words)


def test_a_style_that_is_not_there_stops_its_audience_with_its_place(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / "templates/audiences/minister.yaml", "handling: OFFICIAL", "handling: OFFICIAL\nstyle: nowhere")
    done = briefgen(folder, "make")

    assert done.returncode == 3
    assert "templates/audiences/minister.yaml" in done.stderr
    assert "not made: pakistan-belarus/minister (" in done.stderr
    assert "there is no house style 'nowhere'" in done.stderr


def test_a_name_that_two_files_have_is_told(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "templates/styles/house.docx").write_bytes(b"")
    change(folder / "templates/audiences/minister.yaml", "handling: OFFICIAL", "handling: OFFICIAL\nstyle: house")
    done = briefgen(folder, "make", "-a", "minister")

    assert done.returncode == 1
    assert "'house' names house.yaml and house.docx" in done.stderr


def test_logos_of_a_style_file_stand_in_every_format_and_a_wrong_one_is_told_at_its_place(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "templates/pictures").mkdir()
    (folder / "templates/pictures/arms.png").write_bytes(picture())
    style = folder / "templates/styles/house.yaml"
    style.write_text("logos:\n  - {file: arms.png, alt: Arms of the house}\n", encoding="utf-8")
    made = briefgen(folder, "make", "-a", "public", "-f", "all")
    page = next(folder.rglob("public.html")).read_text(encoding="utf-8")
    pdf = next(folder.rglob("public.pdf")).read_bytes()
    (folder / "templates/pictures/arms.png").write_bytes(picture(colour="#b8860b"))
    again = briefgen(folder, "make", "-a", "public", "-f", "all")
    style.write_text("logos:\n  - {file: arm.png, alt: Arms of the house}\n", encoding="utf-8")
    wrong = briefgen(folder, "make", "-a", "public", "-f", "all")

    assert made.returncode == again.returncode == 0, made.stderr + again.stderr
    assert 'alt="Arms of the house"' in page
    assert box_of(pdf, 0, PINK) is not None
    assert next(folder.rglob("public.pdf")).read_bytes() != pdf
    assert wrong.returncode == 1
    assert "templates/styles/house.yaml:2:12" in wrong.stderr
    assert "did you mean arms.png?" in wrong.stderr
