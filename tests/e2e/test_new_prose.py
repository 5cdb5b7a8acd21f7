"""`briefgen new prose` through the installed command: begun, written, placed, printed in all formats, and traced."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from readers.every_reader import READERS

COMMAND = Path(sys.executable).with_name("briefgen")
PROSE = "data/pakistan-belarus/prose"
AUDIENCE = """\
name: Ours
brief_for: brief for us
subtitle: How it began
clearance: official
sections:
  - background: {prose: history, if_empty: drop}
  - sources
"""
WRITTEN = """
Relations began on {{ fact("diplomatic-relations").date|date }} [@raza-nawaz-2021, p. 2].

# Since then

In {{ trade("2019").period|date }} the two traded {{ trade("2019").turnover|money }} in goods [@raza-nawaz-2021].
"""


class Desk:
    """A new workspace, and the command in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.run("init", "desk", at=folder)
        self.folder = folder / "desk"

    def run(self, *arguments: str, code: int = 0, at: Path | None = None) -> str:
        """What the command says."""
        command = [str(COMMAND)] if COMMAND.exists() else [sys.executable, "-m", "briefgen"]
        done = subprocess.run(
            [*command, *arguments],
            cwd=at or self.folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def add(self, path: str, text: str) -> None:
        """Go on in a file, or write it."""
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        with (self.folder / path).open("a", encoding="utf-8") as file:
            file.write(text)

    def words(self, ending: str) -> str:
        """What the brief says in a format."""
        data = (self.folder / f"output/pakistan-belarus/ours.{ending}").read_bytes()
        return " ".join(READERS[ending](data)).replace("\u00a0", " ")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_prose_is_begun_written_placed_printed_and_traced(desk: Desk) -> None:
    before = desk.run("check", "--strict")
    said = desk.run("new", "prose", "history")

    assert f"wrote {PROSE}/history.md" in said
    assert "- background: {prose: history, if_empty: drop}" in said
    begun = desk.run("check", "--strict")
    assert f"{PROSE}/history.md:8:1: info[BG138] there is no text below the head" in begun
    assert begun.count("warning") == before.count("warning")

    desk.add(f"{PROSE}/history.md", WRITTEN)
    desk.add("templates/audiences/ours.yaml", AUDIENCE)
    desk.run("check", "--strict", "-a", "ours")
    desk.run("make", "-a", "ours", "-f", "all", "-f", "md", "-f", "eml", "--strict")

    for ending in READERS:
        words = desk.words(ending)
        assert "History" in words, ending
        assert "Relations began on 3 February 1994" in words, ending
        assert "In 2019 the two traded" in words, ending
        made = f"output/pakistan-belarus/ours.{ending}"
        traced_by = ".briefgen/output/pakistan-belarus/ours.trace.json" if ending == "md" else made
        traced = desk.run("trace", traced_by, "50.2")
        assert "data/pakistan-belarus/trade.csv" in traced, ending
        whole = desk.run("trace", traced_by, "Relations began", "--all")
        assert f"{PROSE}/history.md:9" in whole, ending


def test_a_text_in_another_language_takes_its_head_from_the_default(desk: Desk) -> None:
    desk.run("new", "prose", "history")
    said = desk.run("new", "prose", "history.ru")
    begun = (desk.folder / f"{PROSE}/history.ru.md").read_text(encoding="utf-8")

    assert "- background: {prose: history, if_empty: drop}" in said
    assert "sensitivity" not in begun
    desk.add(f"{PROSE}/history.md", WRITTEN)
    desk.add(f"{PROSE}/history.ru.md", WRITTEN.replace("Relations began on", "Отношения начались"))
    desk.add("templates/audiences/ours.yaml", AUDIENCE)
    desk.run("check", "--strict", "-a", "ours")
    desk.run("make", "-a", "ours", "-f", "md")
    assert "Relations began on" in desk.words("md")
    assert "Отношения" not in desk.words("md")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("History", "'History' cannot be the id of prose"),
        ("history.old", "'old' in the name of the file is no language"),
        ("diplomatic-relations", "'diplomatic-relations' is the id of another fact"),
        ("a/b", "'a/b' cannot be the id of prose"),
        ("../history", "cannot be the id of prose"),
    ],
)
def test_a_name_that_cannot_be_taken_is_told_and_nothing_is_written(desk: Desk, name: str, said: str) -> None:
    told = desk.run("new", "prose", name, code=2)

    assert said in told
    assert "hint" in told
    assert not (desk.folder / PROSE).exists()


def test_what_is_there_is_not_overwritten(desk: Desk) -> None:
    desk.run("new", "prose", "history")
    desk.add(f"{PROSE}/history.md", "Words.\n")

    assert "is there already" in desk.run("new", "prose", "history", code=2)
    assert (desk.folder / f"{PROSE}/history.md").read_text(encoding="utf-8").endswith("Words.\n")
    assert "is there already" in desk.run("new", "prose", "history.md", code=2)


def test_of_several_relations_one_is_named(desk: Desk) -> None:
    desk.run("new", "relation", "IND-BRA")

    told = desk.run("new", "prose", "history", code=2)
    assert "there are 2 relations" in told
    assert "--relation" in told
    desk.run("new", "prose", "history", "--relation", "pakistan-belarus")
    assert (desk.folder / f"{PROSE}/history.md").exists()
