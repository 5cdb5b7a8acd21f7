"""Editions: what is kept of them, which change makes a new one, and what is told of it."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefgen.load import load
from briefgen.model.editions.differences import EditionChange, differences
from briefgen.model.editions.snapshot import KeptEdition, KeptFact, KeptFigure, KeptWords, Snapshot
from briefgen.model.editions.snapshot_json import edition_bytes, read_edition
from briefgen.model.values.date import parse_date, parse_day
from briefgen.model.values.quantity import parse_quantity
from briefgen.pipeline import Order, make
from briefgen.publish import edition_records
from briefgen.view import Request, snapshot_of, view
from briefgen.world import Disk, Overlay, shipped_root
from samples.relation_files import FOLDER, TRADE, world

if TYPE_CHECKING:
    from briefgen.model.values.date import Date
    from briefgen.world import Memory

ROOT = Path(__file__).parents[2]
READER = "name: Reader\nbrief_for: brief\nsubtitle: All\nclearance: public\nsections: [steps, changes]\n"
CHANGES = (ROOT / "templates/sections/changes.md.j2").read_text(encoding="utf-8")
STEPS = "{% for step in milestones %}{{ step.title }}. {% endfor %}\n\nThe end.\n"
BRIDGE = "- {id: bridge, kind: other, title: The bridge opens, date: 2015-08}\n"
ROWS = f"{TRADE}there,2019,PAK,BLR,X,15.1,1000000,USD,ref\nback,2019,BLR,PAK,X,35.1,1000000,USD,ref\n"
OUT, MANIFEST = "output/x-y/reader.md", ".briefgen/output/manifest.json"


@pytest.fixture
def desk() -> Memory:
    """A workspace whose brief was made once."""
    made = world(
        {
            "templates/sections/steps.md.j2": STEPS,
            "templates/sections/changes.md.j2": CHANGES,
            "templates/audiences/reader.yaml": READER,
            "milestones.yaml": BRIDGE,
            "trade.csv": ROWS,
        }
    )
    del made.files["templates/audiences/all.yaml"]
    run(made)
    return made


def run(desk: Memory, as_of: str | None = None) -> str:
    """What a run makes, from its section on what is new on."""
    order = Order(formats=("md",), as_of=parse_day(as_of) if as_of else None)
    result = make(desk, order)
    assert [brief.failed for brief in result.briefs] == [False], result.report.diagnostics
    return desk.files[OUT].decode().partition("## What is new")[2].replace("\N{NO-BREAK SPACE}", " ")


def news(desk: Memory) -> str:
    """The same without the foot, which bears the mark of the edition."""
    return run(desk).rpartition("---")[0]


def number(desk: Memory) -> int:
    """Of the edition, as the manifest has it."""
    (brief,) = json.loads(desk.files[MANIFEST])["briefs"]
    return int(brief["number"])


def change(desk: Memory, path: str, old: str, new: str) -> None:
    """Replace a text that must be there."""
    text = desk.files[path].decode()
    assert old in text
    desk.files[path] = text.replace(old, new).encode()


def test_the_first_edition_tells_nothing_new(desk: Memory) -> None:
    assert number(desk) == 1
    assert "What is new" not in desk.files[OUT].decode()


def test_a_new_fact_makes_an_edition_that_names_it(desk: Memory) -> None:
    desk.files[f"{FOLDER}/milestones.yaml"] += b"- {id: ferry, kind: other, title: The ferry sails, date: 2016}\n"

    assert "- New: The ferry sails (2016)" in run(desk)
    assert number(desk) == 2


def test_a_date_that_was_revised_stands_beside_the_old_one(desk: Memory) -> None:
    change(desk, f"{FOLDER}/milestones.yaml", "2015-08", "2015-08-11")

    assert "The bridge opens, date: 11 August 2015 (before: August 2015)" in run(desk)


def test_words_that_were_revised_are_not_told_again(desk: Memory) -> None:
    change(desk, f"{FOLDER}/milestones.yaml", "The bridge opens", "The road bridge opens")
    told = run(desk)

    assert "- Changed: The road bridge opens, title" in told
    assert "The bridge opens" not in told


def test_a_revised_figure_moves_what_is_computed_from_it(desk: Memory) -> None:
    change(desk, f"{FOLDER}/trade.csv", "15.1", "16.1")
    told = run(desk)

    assert "Pakistani exports in 2019, now " in told
    assert "before: " in told.partition("Pakistani exports")[2].partition("\n")[0]
    assert "Computed anew: turnover in 2019, now " in told
    assert "Belarusian exports" not in told


def test_what_is_deleted_or_hidden_is_counted_and_not_named(desk: Memory) -> None:
    change(desk, f"{FOLDER}/milestones.yaml", "date:", "sensitivity: restricted, date:")
    told = run(desk)

    assert "- No longer shown: 1 milestone" in told
    assert "bridge" not in desk.files[OUT].decode()


def test_a_link_to_what_is_gone_is_no_change_of_what_led_there(desk: Memory) -> None:
    view = b"- {id: opening, kind: assessment, theme: A turn, text: It turned., supports: [bridge]}\n"
    desk.files[f"{FOLDER}/assessments.yaml"] = view
    run(desk)
    change(desk, f"{FOLDER}/milestones.yaml", "date:", "sensitivity: restricted, date:")

    told = [line for line in run(desk).splitlines() if line.startswith("- ")]
    assert told == ["- No longer shown: 1 milestone."]


def test_a_figure_that_another_claim_replaces_has_no_old_value(desk: Memory) -> None:
    change(desk, f"{FOLDER}/trade.csv", "there,2019,PAK,BLR,X,15.1", "other,2019,PAK,BLR,X,17.7")
    told = run(desk)

    assert "Pakistani exports in 2019, now " in told
    assert "before" not in told


def test_a_second_run_tells_the_same(desk: Memory) -> None:
    change(desk, f"{FOLDER}/milestones.yaml", "2015-08", "2015-08-11")
    first = run(desk)
    files = dict(desk.files)

    assert run(desk) == first
    assert {path: data for path, data in desk.files.items() if files.get(path) != data} == {}


def test_another_day_alone_is_no_edition(desk: Memory) -> None:
    run(desk, as_of="2021-05-01")

    assert number(desk) == 1


def test_a_template_that_says_something_else_is_an_edition_without_news(desk: Memory) -> None:
    change(desk, "templates/sections/steps.md.j2", "The end", "That is all")

    assert run(desk) == ""
    assert number(desk) == 2


def test_an_edition_whose_record_cannot_be_read_is_passed_over(desk: Memory) -> None:
    change(desk, f"{FOLDER}/milestones.yaml", "2015-08", "2015-08-11")
    desk.files[".briefgen/output/x-y/reader.edition-1.json"] = b"{"

    assert run(desk) == ""


def test_of_many_editions_of_other_words_one_is_read(desk: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    change(desk, f"{FOLDER}/milestones.yaml", "2015-08", "2015-08-11")
    told = news(desk)
    for said, other in pairwise(("The end", "That is all", "So it is", "No more", "Enough")):
        change(desk, "templates/sections/steps.md.j2", said, other)
        assert news(desk) == told
    change(desk, "templates/sections/steps.md.j2", "Enough", "The last")
    numbers: set[int] = set()

    def read(data: bytes) -> KeptEdition:
        edition = read_edition(data)
        numbers.add(edition.number)
        return edition

    monkeypatch.setattr(edition_records, "read_edition", read)

    assert news(desk) == told
    assert number(desk) == 7
    assert numbers == {1, 6}


def test_an_edition_that_is_written_otherwise_is_read_all_the_same(desk: Memory) -> None:
    change(desk, f"{FOLDER}/milestones.yaml", "2015-08", "2015-08-11")
    told = news(desk)
    for name in ("1", "2"):
        path = f".briefgen/output/x-y/reader.edition-{name}.json"
        desk.files[path] = json.dumps(json.loads(desk.files[path]), indent=2).encode()
    change(desk, "templates/sections/steps.md.j2", "The end", "That is all")

    assert news(desk) == told != ""


def test_what_editions_knew_is_taken_up_where_nothing_else_is_kept(desk: Memory) -> None:
    change(desk, f"{FOLDER}/milestones.yaml", "2015-08", "2015-08-11")
    clone = dict(desk.files)
    told = run(desk)
    brought = ".briefgen/output/x-y/reader.edition-1.json"
    desk.files.clear()
    desk.files.update({path: data for path, data in clone.items() if path == brought or not path.startswith(".b")})

    assert run(desk) == told
    assert number(desk) == 2


# ---------------------------------------------------------------- what is kept, and compared


@pytest.mark.parametrize("root", [ROOT, ROOT / "tests/relations/india-czechia"], ids=lambda root: root.name)
def test_an_edition_is_read_as_it_was_kept(root: Path) -> None:
    workspace = load(Overlay(Disk(root), Disk(shipped_root()))).value
    for relation in workspace.relations:
        for audience in workspace.audiences:
            seen = view(relation, audience, Request()).value
            edition = KeptEdition(3, "mark", seen.as_of, snapshot_of(seen), "made of")

            assert read_edition(edition_bytes(edition)) == edition
            assert edition.snapshot.facts


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"format": "briefgen-edition-1"}', b"\xff"])
def test_what_is_no_edition_is_told_as_such(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_edition(data)


def plan(day: str, *, is_planned: bool) -> KeptFact:
    """A visit, planned or done."""
    return KeptFact("visit", "A visit", is_planned, when=parse_date(day))


def test_what_is_read_as_it_was_kept_tells_its_changes_in_the_same_order() -> None:
    keys = [("trade", "2019", "USD", "unknown", name) for name in ("turnover", "PAK", "BLR")]
    before, now = (Snapshot(figures={key: KeptFigure(parse_quantity(said)) for key in keys}) for said in ("5 t", "6 t"))
    kept = read_edition(edition_bytes(KeptEdition(2, "mark", parse_date("2021"), now, "words")))

    assert len(differences(before, now)) == len(keys)
    assert differences(before, kept.snapshot) == differences(before, now)


def test_what_was_planned_and_is_told_as_done_has_passed() -> None:
    old = Snapshot({("planned", "v"): plan("2021-05-02", is_planned=True)})
    new = Snapshot({("visits", "v"): plan("2021-05-02", is_planned=False)})

    assert [one.change for one in differences(old, new)] == [EditionChange.PASSED]


def test_a_part_of_a_new_fact_is_no_news_of_its_own() -> None:
    whole, part = KeptFact("mechanism", "A body"), KeptFact("session", "A body", of="body")
    found = differences(Snapshot(), Snapshot({("mechanisms", "body"): whole, ("mechanisms", "body/1"): part}))

    assert [(one.change, one.key[-1]) for one in found] == [(EditionChange.ADDED, "body")]


def test_a_part_that_comes_to_a_known_fact_is_news() -> None:
    whole, part = KeptFact("mechanism", "A body"), KeptFact("session", "A body", of="body")
    old = Snapshot({("mechanisms", "body"): whole})
    found = differences(old, Snapshot({**old.facts, ("mechanisms", "body/1"): part}))

    assert [(one.change, one.kind) for one in found] == [(EditionChange.ADDED, "session")]


def test_of_a_field_that_says_nothing_any_more_nothing_is_told() -> None:
    old, new = KeptFact("visit", "A visit", fields={"note": KeptWords("A secret")}), KeptFact("visit", "A visit")

    assert differences(Snapshot({("visits", "v"): old}), Snapshot({("visits", "v"): new})) == ()


def test_what_goes_out_of_date_is_told_once() -> None:
    day: Date = parse_date("2019")
    old, new = Snapshot(), Snapshot(stale={"trade": day})

    assert [(one.change, one.kind) for one in differences(old, new)] == [(EditionChange.STALE, "trade")]
    assert differences(new, new) == ()


@pytest.mark.parametrize(("facts", "has_old"), [(("a",), True), (("a", "b"), True), (("b",), False)])
def test_an_old_figure_is_told_where_all_that_it_rested_on_still_is(facts: tuple[str, ...], *, has_old: bool) -> None:
    was = KeptFigure(parse_quantity("50 USD"), "figure", ("a",))
    now = KeptFigure(parse_quantity("60 USD"), "figure", facts)
    (found,) = differences(Snapshot(figures={("x",): was}), Snapshot(figures={("x",): now}))

    assert (found.old is not None) is has_old
