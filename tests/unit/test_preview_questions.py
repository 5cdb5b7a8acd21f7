"""What a page of the preview may ask, and what a trial run leaves of the files in place."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.diagnostics import Place
from briefgen.model.values.date import parse_day
from briefgen.preview.brief_choice import BriefChoice, Offer, Question
from briefgen.preview.open_pages import MOST, OpenPages
from briefgen.preview.problem_records import editor_address
from briefgen.preview.trial_outputs import TrialOutputs
from briefgen.world import MemoryOutputs

OFFER = Offer(("ind-cze", "pak-blr"), ("minister", "public"))
CODE = "vscode://file{path}:{line}:{column}"


def test_a_brief_is_asked_for_by_names_that_are_known() -> None:
    asked = OFFER.question("relation=pak-blr&audience=public&as-of=2021-04-23&since=2&v=ab")

    assert asked == Question(BriefChoice("pak-blr", "public", parse_day("2021-04-23")), 2)
    assert OFFER.question("audience=minister&relation=ind-cze") == Question(BriefChoice("ind-cze", "minister"))


@pytest.mark.parametrize(
    "query",
    ["", "relation=pak-blr", "relation=pak-blr&audience=owner", "relation=../pak-blr&audience=public",
     "relation=pak-blr&audience=public&audience=minister", "relation=pak-blr&audience=public&as-of=2021-02-30",
     "relation=pak-blr&audience=public&since=x", "relation=pak-blr&audience=public&path=/etc", "relation", "&&",
     "relation=pak-blr&audience=public&" + "&".join(f"v{n}=1" for n in range(20))],
)  # fmt: skip
def test_whatever_else_is_asked_has_no_answer(query: str) -> None:
    assert OFFER.question(query) is None


def test_a_trial_reads_what_stands_and_changes_nothing_of_it() -> None:
    files = {"out/a.pdf": b"old", "out/b.pdf": b"kept", ".own/journal": b"line"}
    trial = TrialOutputs(MemoryOutputs(files))
    before = dict(files)

    trial.create("out/stage/a.pdf", b"new")
    trial.move("out/stage/a.pdf", "out/a.pdf")
    trial.append(".own/journal", b", more")
    trial.keep("out/b.pdf", "out/copy.pdf")
    trial.remove("out/b.pdf")
    trial.clear("out/stage")

    assert files == before
    assert (trial.read("out/a.pdf"), trial.read("out/copy.pdf")) == (b"new", b"kept")
    assert trial.read(".own/journal") == b"line, more"
    assert trial.names("out") == ["a.pdf", "copy.pdf"]
    assert trial.stamp("out/b.pdf") is None
    with pytest.raises(FileNotFoundError):
        trial.read("out/b.pdf")
    with pytest.raises(FileExistsError):
        trial.create("out/a.pdf", b"again")


def test_a_place_is_opened_where_it_stands_in_the_workspace() -> None:
    root = Path("/home/desk of ours")

    assert (
        editor_address(Place("data/a#b.yaml", 3, 7), root, CODE)
        == "vscode://file/home/desk%20of%20ours/data/a%23b.yaml:3:7"
    )
    assert editor_address(Place("data/a.yaml"), root, CODE).endswith("a.yaml:1:1")
    assert editor_address(Place("briefgen:templates/sections/trade.md.j2", 1), root, CODE) == ""
    assert editor_address(Place("data/a.yaml", 1), root, "") == ""


def test_a_page_that_does_not_listen_is_told_the_newest_alone() -> None:
    pages, choice = OpenPages(), BriefChoice("pak-blr", "public")
    line = pages.open(choice)
    assert line
    for number in range(1, 9):
        pages.tell(choice, number)
    pages.tell(BriefChoice("pak-blr", "minister"), 9)

    assert (line.get_nowait(), line.empty()) == (8, True)
    pages.close(line)
    assert pages.shown == []


def test_no_more_pages_are_open_than_can_be_served() -> None:
    pages, choice = OpenPages(), BriefChoice("pak-blr", "public")

    assert all(pages.open(choice) for _ in range(MOST))
    assert pages.open(choice) is None
