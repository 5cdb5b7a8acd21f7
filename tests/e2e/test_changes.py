"""`briefgen changes`, and what `verify --rebuild` makes of briefs that tell what is new."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from e2e.workspace import briefgen, change, copied
from readers.word_revisions import accepted, as_it_is, rejected

if TYPE_CHECKING:
    from pathlib import Path

TRADE, PUBLIC = "data/pakistan-belarus/trade.csv", "templates/audiences/public.yaml"
OUT = "output/pakistan-belarus/public.md"
ARGUMENTS = ("make", "-q", "-a", "public", "-f", "md")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two editions of a brief that tells what is new."""
    folder = copied(tmp_path_factory.mktemp("desk"))
    change(folder / PUBLIC, "  - sources", "  - changes\n  - sources")
    assert briefgen(folder, *ARGUMENTS).returncode == 0
    change(folder / TRADE, "BLR,PAK,X,37,", "BLR,PAK,X,38,")
    change(folder / TRADE, "TURNOVER,52,", "TURNOVER,53,")
    return folder


@pytest.fixture
def remade(desk: Path, tmp_path: Path) -> Path:
    """With the second one made."""
    folder = tmp_path / "desk"
    shutil.copytree(desk, folder)
    assert briefgen(folder, *ARGUMENTS).returncode == 0
    return folder


def test_what_would_be_new_is_told_before_it_is_made(desk: Path) -> None:
    done = briefgen(desk, "changes", "-a", "public")

    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].startswith("pakistan-belarus/public: from edition 1 (2021-04-23.")
    assert "  changed: trade 2020? USD BLR: about 37 million USD → about 38 million USD" in lines
    assert lines[-1] == "  moved with it: trade 2020? USD balance: about 22 million USD → about 23 million USD"
    assert done.stderr == ""


def test_the_brief_tells_it_in_its_own_words(remade: Path) -> None:
    told = (remade / OUT).read_text(encoding="utf-8").partition("## What is new since 23\u00a0April 2021\n")[2]

    assert (
        "Belarusian exports in 2020, though the year is uncertain, now about US$38\u00a0million, "
        "before: about US$37\u00a0million." in told
    )


def test_any_two_editions_are_compared(remade: Path) -> None:
    done = briefgen(remade, "changes", "-a", "public", "--from", "1", "--to", "2", "--format", "json")
    (brief,) = json.loads(done.stdout)

    assert (brief["from"]["number"], brief["to"]["number"]) == (1, 2)
    assert [one["change"] for one in brief["changes"]] == ["revised", "revised", "moved"]


def test_the_same_brief_is_made_again_from_what_is_kept(remade: Path) -> None:
    done = briefgen(remade, "verify", "--rebuild")

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout == "1 file in output/ as made and made again\n"


def test_an_edition_that_is_not_kept_is_an_error_with_those_that_are(remade: Path) -> None:
    done = briefgen(remade, "changes", "-a", "public", "--from", "7")

    assert done.returncode == 1
    assert "error[BG613] no edition 7 of pakistan-belarus/public is kept" in done.stderr
    assert "1, 2" in done.stderr


def test_where_nothing_was_made_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    done = briefgen(copied(tmp_path), "changes")

    assert done.returncode == 1
    assert "error[BG613] nothing is known of briefs in output/" in done.stderr
    assert done.stdout == ""


# ---------------------------------------------------------------- redlines

WORD = ("make", "-q", "-a", "public", "-f", "docx")


@pytest.fixture(scope="module")
def word_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Word file in the output, and data that say something else since."""
    folder = copied(tmp_path_factory.mktemp("word"))
    assert briefgen(folder, *WORD).returncode == 0
    change(folder / TRADE, "BLR,PAK,X,37,", "BLR,PAK,X,38,")
    change(folder / TRADE, "TURNOVER,52,", "TURNOVER,53,")
    return folder


def test_a_redline_rejected_is_the_file_in_the_output_and_accepted_the_next_one(word_desk: Path) -> None:
    done = briefgen(word_desk, "changes", "-a", "public", "--redline", "redlines")

    assert done.returncode == 0, done.stderr
    assert done.stderr == "redlines/pakistan-belarus/public.redline.docx: from edition 1 to what the data say now\n"
    assert "  changed: trade 2020? USD BLR: about 37 million USD → about 38 million USD" in done.stdout.splitlines()
    redline = (word_desk / "redlines/pakistan-belarus/public.redline.docx").read_bytes()
    brief = word_desk / "output/pakistan-belarus/public.docx"
    assert rejected(redline) == as_it_is(brief.read_bytes())
    assert briefgen(word_desk, *WORD).returncode == 0
    assert accepted(redline) == as_it_is(brief.read_bytes())


def test_a_redline_that_would_say_again_what_was_taken_back_is_not_written(word_desk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    shutil.copytree(word_desk, folder, ignore=shutil.ignore_patterns("redlines"))
    visits = folder / "data/pakistan-belarus/visits.yaml"
    first = visits.read_text(encoding="utf-8").partition("\n- id: ")[2].partition("\n")[0]
    change(visits, f"- id: {first}\n", f"- id: {first}\n  sensitivity: restricted\n")
    done = briefgen(folder, "changes", "-a", "public", "--redline", "redlines")

    assert done.returncode == 4, done.stderr
    assert "error[BG614]" in done.stderr
    assert first not in done.stderr
    assert not (folder / "redlines").exists()


def test_redlines_do_not_go_among_the_briefs(word_desk: Path) -> None:
    done = briefgen(word_desk, "changes", "--redline", "output/redlines")

    assert done.returncode == 2
    assert "--redline output/redlines lies in output/, among the briefs" in done.stderr


# ---------------------------------------------------------------- what was withdrawn


def test_the_owner_is_told_where_a_retracted_fact_was_told(word_desk: Path, tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    shutil.copytree(word_desk, folder)
    visits = folder / "data/pakistan-belarus/visits.yaml"
    first = visits.read_text(encoding="utf-8").partition("\n- id: ")[2].partition("\n")[0]
    change(visits, f"- id: {first}\n", f"- id: {first}\n  status: retracted\n")
    done = briefgen(folder, "changes", "--withdrawn", "--format", "json")
    (told,) = json.loads(done.stdout)

    assert done.returncode == 0, done.stderr
    assert told["fact"] == first
    assert {(one["audience"], file["path"]) for one in told["told"] for file in one["files"]} == {
        ("public", "output/pakistan-belarus/public.docx")
    }
    text = briefgen(folder, "changes", "--withdrawn").stdout.splitlines()
    assert text[0].startswith(f"{first} (data/pakistan-belarus/visits.yaml:")
    assert text[1].startswith("  pakistan-belarus/public, edition 1 (2021-04-23.")
    assert text[2].startswith("    output/pakistan-belarus/public.docx, sha256 ")


def test_where_nothing_is_retracted_that_is_said(word_desk: Path) -> None:
    assert briefgen(word_desk, "changes", "--withdrawn").stdout == "no fact is retracted\n"
